#include "app/commands/policy-packet.h"

#include <glib/gi18n-lib.h>

#include "app/table.h"

/* What a part of the packet is; a part has at most one of the two. */
typedef struct {
  const char            *id;
  const QuanLetter      *letter;
  const QuanWrittenForm *form;
} Part;

static Part
part_of (const QuanPack *pack, const char *id)
{
  return (Part) { id, quan_pack_letter (pack, id), quan_pack_form (pack, id) };
}

/* NULL for a sheet, which names itself. */
static const QuanText *
part_title (const Part *part)
{
  return part->letter ? &part->letter->title : part->form ? &part->form->title : NULL;
}

static guint
part_signers (const Part *part)
{
  return part->letter ? part->letter->signers : part->form ? part->form->signers : 0;
}

static void
texts_json (QuanJson *json, const char *key, const char *const *texts)
{
  quan_json_begin_array (json, key);
  for (int i = 0; texts && texts[i]; i++)
    quan_json_text (json, NULL, texts[i]);
  quan_json_end_array (json);
}

static void
signers_json (QuanJson *json, guint signers)
{
  quan_json_begin_array (json, "signers");
  for (int signer = 0; signer < QUAN_N_SIGNERS; signer++)
    if (signers >> signer & 1)
      quan_json_text (json, NULL, quan_signer_id (signer));
  quan_json_end_array (json);
}

static void
letter_json (QuanJson *json, const QuanLetter *letter)
{
  quan_json_text (json, "addressee", letter->addressee);
  texts_json (json, "paragraphs", letter->paragraphs);
}

static void
form_json (QuanJson *json, const QuanWrittenForm *form)
{
  quan_json_begin_array (json, "rows");
  for (guint i = 0; i < form->rows->len; i++) {
    const QuanFormRow *row = &g_array_index (form->rows, QuanFormRow, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "label", row->label);
    quan_json_text (json, "text", row->text);
    quan_json_number (json, "lines", row->lines);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
  quan_json_text (json, "note", form->note);
}

static void
part_json (QuanJson *json, const Part *part, QuanLanguage language)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "id", part->id);
  quan_json_text (json, "kind", part->letter ? "letter" : part->form ? "form" : "sheet");
  if (part_title (part)) {
    quan_json_text (json, "title", part_title (part)->in[language]);
    if (part->letter)
      letter_json (json, part->letter);
    else
      form_json (json, part->form);
    signers_json (json, part_signers (part));
  }
  quan_json_end_object (json);
}

static void
plan_json (QuanJson *json, const char *key, const QuanPack *pack, const QuanPacketPlan *plan, QuanLanguage language)
{
  if (!plan->parts)
    return;
  quan_json_begin_object (json, key);
  quan_json_text (json, "title", plan->title.in[language]);
  quan_json_begin_array (json, "parts");
  for (int i = 0; plan->parts[i]; i++) {
    Part part = part_of (pack, plan->parts[i]);

    part_json (json, &part, language);
  }
  quan_json_end_array (json);
  quan_json_text (json, "declaration", plan->declaration);
  texts_json (json, "before_filing", plan->before_filing);
  quan_json_end_object (json);
}

void
policy_packet_json (QuanJson *json, const QuanPack *pack, QuanLanguage language)
{
  plan_json (json, "packet", pack, &pack->claim_packet, language);
  plan_json (json, "redemption_packet", pack, &pack->redemption_packet, language);
}

/* "legal-representative, enterprise"; empty where nobody signs. Free with g_free. */
static char *
signer_words (guint signers)
{
  GString *text = g_string_new (NULL);

  for (int signer = 0; signer < QUAN_N_SIGNERS; signer++)
    if (signers >> signer & 1)
      g_string_append_printf (text, "%s%s", text->len ? ", " : "", quan_signer_id (signer));
  return g_string_free (text, FALSE);
}

static void
write_parts (Output *output, const QuanPack *pack, const QuanPacketPlan *plan, QuanLanguage language)
{
  g_autoptr (Table) table = table_new ("llll");

  for (int i = 0; plan->parts[i]; i++) {
    Part part = part_of (pack, plan->parts[i]);
    const QuanText *title = part_title (&part);
    g_autofree char *signers = signer_words (part_signers (&part));

    table_row (table, part.id, part.letter ? _("letter") : part.form ? _("form") : _("sheet"),
               title ? title->in[language] : NULL, signers);
  }
  table_write (table, "  ", output);
}

static void
write_letter (Output *output, const QuanLetter *letter)
{
  if (letter->addressee)
    output_format (output, "  %s\n", letter->addressee);
  for (int i = 0; letter->paragraphs[i]; i++)
    output_format (output, "  %s\n", letter->paragraphs[i]);
}

/* "(4 lines)"; NULL where the text alone decides. Free with g_free. */
static char *
line_words (int lines)
{
  if (lines == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%d line)", "(%d lines)", lines), lines);
}

static void
write_form (Output *output, const QuanWrittenForm *form)
{
  g_autoptr (Table) table = table_new ("lll");

  for (guint i = 0; i < form->rows->len; i++) {
    const QuanFormRow *row = &g_array_index (form->rows, QuanFormRow, i);
    g_autofree char *lines = line_words (row->lines);

    table_row (table, row->label, row->text, lines);
  }
  table_write (table, "  ", output);
  if (form->note)
    output_format (output, "  %s\n", form->note);
}

static void
write_list (Output *output, const char *heading, const char *const *texts)
{
  output_format (output, "\n%s\n", heading);
  for (int i = 0; texts[i]; i++)
    output_format (output, "  %s\n", texts[i]);
}

/* The letters and forms among the parts. */
static void
write_written_parts (Output *output, const QuanPack *pack, const QuanPacketPlan *plan, QuanLanguage language)
{
  for (int i = 0; plan->parts[i]; i++) {
    Part part = part_of (pack, plan->parts[i]);

    if (part_title (&part))
      output_format (output, "\n%s\n", part_title (&part)->in[language]);
    if (part.letter)
      write_letter (output, part.letter);
    else if (part.form)
      write_form (output, part.form);
  }
}

void
policy_packet_text (Output *output, const QuanPack *pack, QuanLanguage language)
{
  static const struct {
    QuanStage   stage;
    const char *parts, *declaration;
  } packets[] = {
    { QUAN_STAGE_CLAIM, N_("Parts of the claim packet, and who signs them"), N_("Declaration in the claim form") },
    { QUAN_STAGE_REDEMPTION, N_("Parts of the redemption packet, and who signs them"),
      N_("Declaration in the redemption form") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (packets); i++) {
    const QuanPacketPlan *plan = quan_pack_plan (pack, packets[i].stage);

    if (!plan->parts)
      continue;
    output_format (output, "\n%s\n", _(packets[i].parts));
    write_parts (output, pack, plan, language);
    if (plan->declaration)
      write_list (output, _(packets[i].declaration), (const char *const[]) { plan->declaration, NULL });
    if (plan->before_filing)
      write_list (output, _("To tick before filing"), plan->before_filing);
    write_written_parts (output, pack, plan, language);
  }
}
