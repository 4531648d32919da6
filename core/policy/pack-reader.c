#include "core/policy/pack-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/redemption.h"

#define CLAUSE_SEPARATOR ", "
#define PARAGRAPH_RANGE "–"

static const char *const switch_keys[] = { "proration", "window-start", "tax", "redemption-share", "caps", NULL };

/* The options of each switch but window-start, whose options are dates, in the order of the enumerations of pack.h. */
static const char *const switch_options[QUAN_N_SWITCHES][4] = {
  [QUAN_SWITCH_PRORATION] = { "schedule-then-days", "days", "months" },
  [QUAN_SWITCH_TAX] = { "gross", "net" },
  [QUAN_SWITCH_REDEMPTION_SHARE] = { "issued-over-base", "flat-ratio-until-exhausted" },
  [QUAN_SWITCH_CAPS] = { "two", "joint" },
};

/* "三¶1–2" stands for its two paragraphs. */
static gboolean
clause_known (const QuanPack *pack, const char *id)
{
  const char *range = strstr (id, PARAGRAPH_RANGE);
  const char *paragraph = strstr (id, "¶");
  g_autofree char *first = NULL, *last = NULL;

  if (!range || !paragraph || range < paragraph)
    return quan_pack_clause (pack, id) != NULL;
  first = g_strndup (id, range - id);
  last = g_strdup_printf ("%.*s%s", (int) (paragraph - id + strlen ("¶")), id, range + strlen (PARAGRAPH_RANGE));
  return quan_pack_clause (pack, first) && quan_pack_clause (pack, last);
}

const char *
quan_take_clause (QuanPackFile *file, const QuanPack *pack, const char *group, gboolean required)
{
  const char *clause = quan_take_text (file, group, "clause", required);
  g_auto (GStrv) ids = clause ? g_strsplit (clause, CLAUSE_SEPARATOR, -1) : NULL;

  for (int i = 0; ids && ids[i]; i++)
    if (!clause_known (pack, ids[i]))
      quan_pack_file_problem (file, group, "clause", _("there is no clause “%s” in this pack."), ids[i]);
  return clause;
}

static void
read_policy (QuanPackFile *file, QuanPack *pack)
{
  static const char *const formats[] = { "1", NULL };
  const char *group = "policy";

  if (!quan_pack_file_enter (file, group, TRUE))
    return;
  quan_take_word (file, group, "format", formats);
  pack->id = quan_take_text (file, group, "id", TRUE);
  pack->version = quan_take_count (file, group, "version", TRUE, 1);
  pack->title = quan_take_both (file, group, "title", TRUE);
  pack->programme = quan_take_both (file, group, "programme", TRUE);
  pack->issuer = quan_take_both (file, group, "issuer", TRUE);
  pack->region = quan_take_text (file, group, "region", TRUE);
  pack->issued = quan_take_date (file, group, "issued", TRUE);
  pack->valid_from = quan_take_date (file, group, "valid-from", TRUE);
  pack->valid_until = quan_take_date (file, group, "valid-until", TRUE);
  pack->source = quan_take_text (file, group, "source", TRUE);
  pack->portal = quan_take_text (file, group, "portal", TRUE);
  pack->verified_on = quan_take_date (file, group, "verified-on", TRUE);
  pack->verified = quan_take_flag (file, group, "verified");
  if (pack->valid_until < pack->valid_from)
    quan_pack_file_problem (file, group, "valid-until", _("the validity ends before it begins."));
}

static void
read_clauses (QuanPackFile *file, QuanPack *pack)
{
  char **groups = quan_pack_file_groups (file);

  for (int i = 0; groups[i]; i++) {
    QuanClause clause = { NULL };

    if (!g_str_has_prefix (groups[i], "clause "))
      continue;
    quan_pack_file_enter (file, groups[i], TRUE);
    clause.id = g_string_chunk_insert_const (pack->texts, groups[i] + strlen ("clause "));
    clause.summary = quan_take_both (file, groups[i], "summary", TRUE);
    clause.operative = quan_take_flag (file, groups[i], "operative");
    g_array_append_val (pack->clauses, clause);
  }
}

static void
read_option (QuanPackFile *file, const char *group, QuanReading *reading, int which, const char *id)
{
  g_autofree char *key = g_strconcat ("option-", id, NULL);
  QuanReadingOption option = { .id = id, .name = quan_take_both (file, group, key, TRUE), .code = -1 };

  if (which == QUAN_SWITCH_WINDOW_START) {
    option.code = quan_date_parse_iso (id);
    if (option.code == QUAN_DATE_NONE)
      quan_pack_file_problem (file, group, "options", _("“%s” is not a date; expected an existing day such as 2024-03-01."), id);
  } else {
    for (int i = 0; switch_options[which][i]; i++)
      if (g_str_equal (switch_options[which][i], id))
        option.code = i;
    if (option.code < 0)
      quan_pack_file_problem (file, group, "options", _("reading %s has no option “%s”."), reading->key, id);
  }
  g_array_append_val (reading->options, option);
}

static void
read_switch (QuanPackFile *file, const char *group, QuanReading *reading)
{
  int which = quan_take_word (file, group, "key", switch_keys);
  const char *const *options = quan_take_list (file, group, "options", TRUE);
  const char *standard = quan_take_text (file, group, "default", TRUE);

  reading->key = switch_keys[which];
  reading->standard = -1;
  for (int i = 0; options && options[i]; i++) {
    read_option (file, group, reading, which, options[i]);
    if (standard && g_str_equal (standard, options[i]))
      reading->standard = i;
  }
  if (options && standard && reading->standard < 0)
    quan_pack_file_problem (file, group, "default", _("“%s” is not one of the options."), standard);
}

/* Every switch must be there exactly once; the array does not move any more when this is called. */
static void
bind_switches (QuanPackFile *file, QuanPack *pack)
{
  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);
    g_autofree char *group = g_strconcat ("reading ", reading->id, NULL);

    for (int which = 0; reading->key && switch_keys[which]; which++) {
      if (!g_str_equal (switch_keys[which], reading->key))
        continue;
      if (pack->switches[which])
        quan_pack_file_problem (file, group, "key", _("reading %s already has this key."), pack->switches[which]->id);
      pack->switches[which] = reading;
    }
  }
  for (int which = 0; switch_keys[which]; which++)
    if (!pack->switches[which])
      quan_pack_file_problem (file, "reading", NULL, _("no reading has the key %s; every pack must give it, if only with one option."), switch_keys[which]);
}

static void
read_readings (QuanPackFile *file, QuanPack *pack)
{
  char **groups = quan_pack_file_groups (file);

  for (int i = 0; groups[i]; i++) {
    QuanReading reading = { NULL };

    if (!g_str_has_prefix (groups[i], "reading "))
      continue;
    quan_pack_file_enter (file, groups[i], TRUE);
    reading.id = g_string_chunk_insert_const (pack->texts, groups[i] + strlen ("reading "));
    reading.clause = quan_take_clause (file, pack, groups[i], TRUE);
    reading.summary = quan_take_both (file, groups[i], "summary", TRUE);
    if (quan_pack_file_has (file, groups[i], "key")) {
      reading.options = g_array_new (FALSE, TRUE, sizeof (QuanReadingOption));
      read_switch (file, groups[i], &reading);
    }
    g_array_append_val (pack->readings, reading);
  }
  bind_switches (file, pack);
}

static void
read_rounds (QuanPackFile *file, QuanPack *pack)
{
  char **groups = quan_pack_file_groups (file);
  QuanDate last = QUAN_DATE_NONE;

  for (int i = 0; groups[i]; i++) {
    const char *group = groups[i];
    QuanRound round = { NULL };

    if (!g_str_has_prefix (group, "round "))
      continue;
    quan_pack_file_enter (file, group, TRUE);
    round.label = g_string_chunk_insert_const (pack->texts, group + strlen ("round "));
    if (quan_round_label_valid (round.label))
      round.year = quan_round_label_year (round.label);
    else
      quan_pack_file_problem (file, group, NULL, _("a round is named by its year and quarter or half, such as 2024Q1 or 2024H1."));
    round.from = quan_take_date (file, group, "from", TRUE);
    round.until = quan_take_date (file, group, "until", TRUE);
    round.signed_until = quan_take_date (file, group, "signed-until", FALSE);
    if (round.until < round.from)
      quan_pack_file_problem (file, group, "until", _("the filing window ends before it begins."));
    if (last != QUAN_DATE_NONE && round.from <= last)
      quan_pack_file_problem (file, group, "from", _("the filing window overlaps the round before it."));
    last = round.until;
    g_array_append_val (pack->rounds, round);
  }
}

static void
read_award (QuanPackFile *file, QuanPack *pack)
{
  const struct { const char *group; QuanQuota *quota; } quotas[] = {
    { "quota claims", &pack->claims }, { "quota redemptions", &pack->redemptions }
  };

  if (quan_pack_file_enter (file, "award", TRUE)) {
    pack->award_clause = quan_take_clause (file, pack, "award", TRUE);
    pack->ratio = quan_take_parameter (file, pack, "award", "ratio", QUAN_PARAMETER_RATIO, TRUE);
    pack->window_until = quan_take_parameter (file, pack, "award", "window-until", QUAN_PARAMETER_DATE, TRUE);
    pack->counted_kinds = quan_take_parameter (file, pack, "award", "counted-kinds", QUAN_PARAMETER_KINDS, TRUE);
    pack->voucher_months = quan_take_parameter (file, pack, "award", "voucher-months", QUAN_PARAMETER_COUNT, FALSE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (quotas); i++)
    if (quan_pack_file_enter (file, quotas[i].group, TRUE)) {
      quotas[i].quota->clause = quan_take_clause (file, pack, quotas[i].group, TRUE);
      quotas[i].quota->cap = quan_take_parameter (file, pack, quotas[i].group, "cap", QUAN_PARAMETER_AMOUNT, TRUE);
    }
}

QuanPack *
quan_pack_read (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (QuanPack) pack = quan_pack_new ();
  g_autoptr (QuanPackFile) file = NULL;
  guint before = problems->len;

  pack->path = g_strdup (name);
  pack->hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  file = quan_pack_file_new (name, text, length, pack, problems);
  if (!file)
    return NULL;
  read_policy (file, pack);
  read_clauses (file, pack);
  quan_read_parameters (file, pack);
  read_readings (file, pack);
  read_rounds (file, pack);
  read_award (file, pack);
  quan_read_packet (file, pack);
  quan_read_rules (file, pack);
  quan_pack_file_refuse_rest (file);
  return problems->len == before ? g_steal_pointer (&pack) : NULL;
}
