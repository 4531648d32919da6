#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/policy/pack-reader.h"
#include "core/policy/wording.h"

#define N_STAGES (QUAN_STAGE_REDEMPTION + 1)

/* The packet of each stage: the parts this program draws by itself (every other is a letter or form of the pack), the
 * sheet that has the declaration, and whether a pack must plan it. */
static const struct {
  const char *group, *form;
  gboolean    required;
  const char *sheets[12];
} packets[N_STAGES] = {
  [QUAN_STAGE_CLAIM] = {
    "packet claim", "claim-form", TRUE,
    { "cover", "contents", "checklist", "claim-form", "eligibility-sheet", "working-sheet", "resource-list",
      "price-breakdown" }
  },
  [QUAN_STAGE_REDEMPTION] = {
    "packet redemption", "redemption-form", FALSE,
    { "cover", "contents", "checklist", "redemption-form", "voucher-list", "invoice-list", "three-way-sheet",
      "receiving-account", "working-sheet" }
  },
};

/* In the order of QuanSigner. */
static const char *const signer_words[] = {
  "legal-representative", "handler", "attorney", "enterprise", "provider", NULL
};

const char *
quan_signer_id (QuanSigner signer)
{
  return signer_words[signer];
}

static void
read_age (QuanPackFile *file, const char *group, QuanDocument *document)
{
  const char *dated = quan_take_text (file, group, "dated", quan_pack_file_has (file, group, "max-age-days"));

  document->max_age_days = quan_take_count (file, group, "max-age-days", FALSE, 1);
  if (!dated)
    return;
  if (!quan_fact_ref (dated, &document->dated))
    quan_pack_file_problem (file, group, "dated", _("there is no fact “%s”."), dated);
  else if (document->dated.field->kind != QUAN_FIELD_DATE)
    quan_pack_file_problem (file, group, "dated", _("fact “%s” is not a date, so no age can be counted from it."),
                            dated);
}

static void
read_document (QuanPackFile *file, QuanPack *pack, const char *group, const char *id)
{
  static const char *const stages[] = { "claim", "redemption", NULL };
  static const char *const sources[] = { "upload", "generated", NULL };
  QuanDocument document = { .id = g_string_chunk_insert_const (pack->texts, id) };

  document.clause = quan_take_clause (file, pack, group, FALSE);
  document.stage = quan_take_word (file, group, "stage", stages);
  document.title = quan_take_both (file, group, "title", TRUE);
  document.requirement = quan_take_both (file, group, "requirement", TRUE);
  document.named = quan_take_flag (file, group, "named");
  document.mandatory = quan_take_flag (file, group, "mandatory");
  document.generated = quan_take_word (file, group, "source", sources) == 1;
  read_age (file, group, &document);
  g_array_append_val (pack->documents, document);
}

static gboolean
plans (const QuanPack *pack, QuanStage stage, const char *id)
{
  const char *const *parts = quan_pack_plan (pack, stage)->parts;

  return parts && g_strv_contains (parts, id);
}

/* The stages whose packets have a part. */
static guint
stages_of (const QuanPack *pack, const char *id)
{
  guint stages = 0;

  for (int stage = 0; stage < N_STAGES; stage++)
    stages |= plans (pack, stage, id) ? QUAN_AT (stage) : 0;
  return stages;
}

static guint
take_signers (QuanPackFile *file, const char *group, gboolean required)
{
  const char *const *words = quan_take_list (file, group, "signers", required);
  g_autofree char *expected = g_strjoinv (", ", (char **) signer_words);
  guint signers = 0;

  for (int i = 0; words && words[i]; i++) {
    int signer = 0;

    while (signer < QUAN_N_SIGNERS && !g_str_equal (signer_words[signer], words[i]))
      signer++;
    if (signer < QUAN_N_SIGNERS)
      signers |= 1u << signer;
    else
      quan_pack_file_problem (file, group, "signers", _("“%s” is not known here; expected one of %s."), words[i],
                              expected);
  }
  return signers;
}

/* The N of a key "WORD-N", 0 if it is no such key. */
static int
number_of (const char *key, const char *word)
{
  const char *digits = key + strlen (word) + 1;
  guint64 number;

  if (!g_str_has_prefix (key, word) || key[strlen (word)] != '-' || *digits == '0' ||
      !g_ascii_string_to_unsigned (digits, 10, 1, 1000, &number, NULL))
    return 0;
  return (int) number;
}

/* Whether a key is "WORD-N"; N must follow *last, the number of the key before it, and takes its place. */
static gboolean
is_numbered (QuanPackFile *file, const char *group, const char *key, const char *word, int *last)
{
  int number = number_of (key, word);

  if (number == 0)
    return FALSE;
  if (number != *last + 1)
    quan_pack_file_problem (file, group, key,
                            _("expected “%s-%d” here; number them from 1, in order and without a gap."), word,
                            *last + 1);
  *last = number;
  return TRUE;
}

static void
read_letter (QuanPackFile *file, QuanPack *pack, const char *group, const char *id)
{
  QuanLetter letter = { .id = g_string_chunk_insert_const (pack->texts, id) };
  g_auto (GStrv) keys = quan_pack_file_keys (file, group);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  guint stages = stages_of (pack, id);
  int last = 0;

  letter.title = quan_take_both (file, group, "title", TRUE);
  letter.addressee = quan_take_wording (file, group, "addressee", FALSE, stages);
  for (int i = 0; keys[i]; i++)
    if (is_numbered (file, group, keys[i], "text", &last))
      g_ptr_array_add (paragraphs, (gpointer) quan_take_wording (file, group, keys[i], TRUE, stages));
  if (paragraphs->len == 0)
    quan_pack_file_problem (file, group, NULL, _("the letter has no paragraph; expected at least the key text-1."));
  letter.paragraphs = quan_pack_file_keep (file, paragraphs);
  letter.signers = take_signers (file, group, TRUE);
  g_array_append_val (pack->letters, letter);
}

static void
read_row (QuanPackFile *file, const char *group, const char *key, int number, guint stages, GArray *rows)
{
  g_autofree char *text = g_strdup_printf ("text-%d", number), *lines = g_strdup_printf ("lines-%d", number);
  QuanFormRow row = { .label = quan_take_text (file, group, key, TRUE) };

  if (!quan_pack_file_has (file, group, text) && !quan_pack_file_has (file, group, lines))
    quan_pack_file_problem (file, group, key,
                            _("the row has neither text nor lines to write on; give “%s”, “%s” or both."), text, lines);
  row.text = quan_take_wording (file, group, text, FALSE, stages);
  row.lines = quan_take_count (file, group, lines, FALSE, 1);
  g_array_append_val (rows, row);
}

static void
read_form (QuanPackFile *file, QuanPack *pack, const char *group, const char *id)
{
  QuanWrittenForm form = { .id = g_string_chunk_insert_const (pack->texts, id) };
  g_auto (GStrv) keys = quan_pack_file_keys (file, group);
  guint stages = stages_of (pack, id);
  int last = 0;

  if (quan_pack_letter (pack, id))
    quan_pack_file_problem (file, group, NULL, _("a letter already has this name."));
  form.title = quan_take_both (file, group, "title", TRUE);
  form.rows = g_array_new (FALSE, TRUE, sizeof (QuanFormRow));
  for (int i = 0; keys[i]; i++)
    if (is_numbered (file, group, keys[i], "row", &last))
      read_row (file, group, keys[i], last, stages, form.rows);
  if (form.rows->len == 0)
    quan_pack_file_problem (file, group, NULL, _("the form has no row; expected at least the key row-1."));
  form.note = quan_take_wording (file, group, "note", FALSE, stages);
  form.signers = take_signers (file, group, FALSE);
  g_array_append_val (pack->forms, form);
}

static gboolean
is_sheet (QuanStage stage, const char *id)
{
  return g_strv_contains (packets[stage].sheets, id);
}

static void
read_plan (QuanPackFile *file, QuanPack *pack, QuanStage stage)
{
  const char *group = packets[stage].group;
  QuanPacketPlan *plan = stage == QUAN_STAGE_CLAIM ? &pack->claim_packet : &pack->redemption_packet;

  if (!quan_pack_file_enter (file, group, packets[stage].required))
    return;
  plan->title = quan_take_both (file, group, "title", TRUE);
  plan->parts = quan_take_list (file, group, "parts", TRUE);
  plan->declaration = quan_take_wording (file, group, "declaration", plans (pack, stage, packets[stage].form),
                                    QUAN_AT (stage));
  plan->before_filing = quan_take_list (file, group, "before-filing", FALSE);
}

static void
check_parts (QuanPackFile *file, const QuanPack *pack, QuanStage stage)
{
  const char *const *parts = quan_pack_plan (pack, stage)->parts;

  for (int i = 0; parts && parts[i]; i++)
    if (!is_sheet (stage, parts[i]) && !quan_pack_letter (pack, parts[i]) && !quan_pack_form (pack, parts[i]))
      quan_pack_file_problem (file, packets[stage].group, "parts",
                              _("“%s” is neither a sheet of this program nor a letter or form of the pack."), parts[i]);
}

/* Every letter and form is a part, and none takes the name of a sheet. */
static void
check_written_part (QuanPackFile *file, QuanPack *pack, const char *group, const char *id)
{
  if (is_sheet (QUAN_STAGE_CLAIM, id) || is_sheet (QUAN_STAGE_REDEMPTION, id))
    quan_pack_file_problem (file, group, NULL, _("a sheet of this program already has this name."));
  else if (pack->claim_packet.parts && stages_of (pack, id) == 0)
    quan_pack_file_problem (file, group, NULL,
                            _("no packet has this part; name it in “parts”, or remove the group."));
}

/* What this program is said to make must be in the packet of its stage, where the pack plans one. */
static void
check_document (QuanPackFile *file, const QuanPack *pack, const QuanDocument *document)
{
  g_autofree char *group = g_strconcat ("document ", document->id, NULL);

  if (!document->generated || !quan_pack_plan (pack, document->stage)->parts ||
      plans (pack, document->stage, document->id))
    return;
  if (document->stage == QUAN_STAGE_CLAIM)
    quan_pack_file_problem (file, group, "source",
                            _("this claim document is generated, but the packet has no such part; name it in "
                              "“parts” of [packet claim], or write source=upload."));
  else
    quan_pack_file_problem (file, group, "source",
                            _("this redemption document is generated, but the packet has no such part; name it in "
                              "“parts” of [packet redemption], or write source=upload."));
}

/* Calls for every group of a kind, with its name and the name behind its first word. */
static void
each_group (QuanPackFile *file, QuanPack *pack, const char *prefix,
            void (*visit) (QuanPackFile *file, QuanPack *pack, const char *group, const char *id))
{
  char **groups = quan_pack_file_groups (file);

  for (int i = 0; groups[i]; i++)
    if (g_str_has_prefix (groups[i], prefix)) {
      quan_pack_file_enter (file, groups[i], TRUE);
      visit (file, pack, groups[i], groups[i] + strlen (prefix));
    }
}

void
quan_read_packet (QuanPackFile *file, QuanPack *pack)
{
  for (int stage = 0; stage < N_STAGES; stage++)
    read_plan (file, pack, stage);
  each_group (file, pack, "document ", read_document);
  each_group (file, pack, "letter ", read_letter);
  each_group (file, pack, "form ", read_form);
  for (int stage = 0; stage < N_STAGES; stage++)
    check_parts (file, pack, stage);
  for (guint i = 0; i < pack->documents->len; i++)
    check_document (file, pack, &g_array_index (pack->documents, QuanDocument, i));
  each_group (file, pack, "letter ", check_written_part);
  each_group (file, pack, "form ", check_written_part);
}
