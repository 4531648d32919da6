#include "core/policy/pack.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/policy/pack-reader.h"

void
quan_parameter_free (gpointer data)
{
  QuanParameter *parameter = data;

  g_clear_pointer (&parameter->values, g_array_unref);
  g_clear_pointer (&parameter->variants, g_ptr_array_unref);
  g_free (parameter);
}

static void
reading_clear (gpointer data)
{
  g_clear_pointer (&((QuanReading *) data)->options, g_array_unref);
}

static void
form_clear (gpointer data)
{
  g_clear_pointer (&((QuanWrittenForm *) data)->rows, g_array_unref);
}

QuanPack *
quan_pack_new (void)
{
  QuanPack *pack = g_new0 (QuanPack, 1);

  pack->texts = g_string_chunk_new (16 * 1024);
  pack->lists = g_ptr_array_new_with_free_func (g_free);
  pack->clauses = g_array_new (FALSE, TRUE, sizeof (QuanClause));
  pack->parameters = g_ptr_array_new_with_free_func (quan_parameter_free);
  pack->rules = g_array_new (FALSE, TRUE, sizeof (QuanRule));
  pack->rounds = g_array_new (FALSE, TRUE, sizeof (QuanRound));
  pack->documents = g_array_new (FALSE, TRUE, sizeof (QuanDocument));
  pack->readings = g_array_new (FALSE, TRUE, sizeof (QuanReading));
  g_array_set_clear_func (pack->readings, reading_clear);
  pack->letters = g_array_new (FALSE, TRUE, sizeof (QuanLetter));
  pack->forms = g_array_new (FALSE, TRUE, sizeof (QuanWrittenForm));
  g_array_set_clear_func (pack->forms, form_clear);
  return pack;
}

QuanParameter *
quan_parameter_new (void)
{
  QuanParameter *parameter = g_new0 (QuanParameter, 1);

  parameter->values = g_array_new (FALSE, TRUE, sizeof (QuanDatedValue));
  return parameter;
}

void
quan_pack_free (QuanPack *pack)
{
  if (!pack)
    return;
  g_array_unref (pack->clauses);
  g_ptr_array_unref (pack->parameters);
  g_array_unref (pack->rules);
  g_array_unref (pack->rounds);
  g_array_unref (pack->documents);
  g_array_unref (pack->readings);
  g_array_unref (pack->letters);
  g_array_unref (pack->forms);
  g_ptr_array_unref (pack->lists);
  g_string_chunk_free (pack->texts);
  g_free (pack->hash);
  g_free (pack->path);
  g_free (pack);
}

QuanPackState
quan_pack_state (const QuanPack *pack, QuanDate as_of)
{
  return as_of < pack->valid_from ? QUAN_PACK_NOT_YET : as_of > pack->valid_until ? QUAN_PACK_LAPSED : QUAN_PACK_IN_FORCE;
}

const char *
quan_pack_state_id (QuanPackState state)
{
  static const char *const ids[] = { "not-yet", "in-force", "lapsed" };

  return ids[state];
}

const QuanDatedValue *
quan_parameter_value (const QuanParameter *parameter, QuanDate date)
{
  const QuanDatedValue *values = (const QuanDatedValue *) (gpointer) parameter->values->data;
  guint i = parameter->values->len;

  while (i > 1 && values[i - 1].from > date)
    i--;
  return &values[i - 1];
}

const QuanParameter *
quan_pack_parameter (const QuanPack *pack, const char *id)
{
  for (guint i = 0; i < pack->parameters->len; i++) {
    const QuanParameter *parameter = g_ptr_array_index (pack->parameters, i);

    if (g_str_equal (parameter->id, id))
      return parameter;
  }
  return NULL;
}

const QuanClause *
quan_pack_clause (const QuanPack *pack, const char *id)
{
  for (guint i = 0; i < pack->clauses->len; i++) {
    const QuanClause *clause = &g_array_index (pack->clauses, QuanClause, i);

    if (g_str_equal (clause->id, id))
      return clause;
  }
  return NULL;
}

const QuanRound *
quan_pack_round (const QuanPack *pack, const char *label)
{
  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (pack->rounds, QuanRound, i);

    if (g_str_equal (round->label, label))
      return round;
  }
  return NULL;
}

const QuanRound *
quan_pack_round_on (const QuanPack *pack, QuanDate date)
{
  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (pack->rounds, QuanRound, i);

    if (date >= round->from && date <= round->until)
      return round;
  }
  return NULL;
}

const QuanRound *
quan_pack_last_round (const QuanPack *pack)
{
  return pack->rounds->len ? &g_array_index (pack->rounds, QuanRound, pack->rounds->len - 1) : NULL;
}

const QuanPacketPlan *
quan_pack_plan (const QuanPack *pack, QuanStage stage)
{
  return stage == QUAN_STAGE_CLAIM ? &pack->claim_packet : &pack->redemption_packet;
}

const QuanLetter *
quan_pack_letter (const QuanPack *pack, const char *id)
{
  for (guint i = 0; i < pack->letters->len; i++) {
    const QuanLetter *letter = &g_array_index (pack->letters, QuanLetter, i);

    if (g_str_equal (letter->id, id))
      return letter;
  }
  return NULL;
}

const QuanWrittenForm *
quan_pack_form (const QuanPack *pack, const char *id)
{
  for (guint i = 0; i < pack->forms->len; i++) {
    const QuanWrittenForm *form = &g_array_index (pack->forms, QuanWrittenForm, i);

    if (g_str_equal (form->id, id))
      return form;
  }
  return NULL;
}

QuanReadings
quan_pack_standard_readings (const QuanPack *pack)
{
  QuanReadings readings;

  for (int i = 0; i < QUAN_N_SWITCHES; i++)
    readings.option[i] = pack->switches[i]->standard;
  return readings;
}

/* Words joined by ", ": the keys of a pack's switches, or (which given) the options of one. */
static char *
choices (const QuanPack *pack, const QuanReading *which)
{
  GString *list = g_string_new (NULL);
  guint n = which ? which->options->len : QUAN_N_SWITCHES;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "",
                            which ? g_array_index (which->options, QuanReadingOption, i).id : pack->switches[i]->key);
  return g_string_free (list, FALSE);
}

gboolean
quan_readings_choose (QuanReadings *readings, const QuanPack *pack, const char *key, const char *value, GError **error)
{
  const QuanReading *reading = NULL;
  g_autofree char *list = NULL;
  int which;

  for (which = 0; which < QUAN_N_SWITCHES; which++)
    if (g_str_equal (pack->switches[which]->key, key)) {
      reading = pack->switches[which];
      break;
    }
  for (guint i = 0; reading && i < reading->options->len; i++)
    if (g_str_equal (g_array_index (reading->options, QuanReadingOption, i).id, value)) {
      readings->option[which] = i;
      return TRUE;
    }
  list = choices (pack, reading);
  if (reading)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("Reading %s has no option “%s” in policy %s; choose one of %s."), key, value, pack->id, list);
  else
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("Policy %s has no reading “%s”; choose one of %s."), pack->id, key, list);
  return FALSE;
}

const QuanReadingOption *
quan_readings_option (const QuanReadings *readings, const QuanPack *pack, QuanSwitch which)
{
  return &g_array_index (pack->switches[which]->options, QuanReadingOption, readings->option[which]);
}

int
quan_readings_code (const QuanReadings *readings, const QuanPack *pack, QuanSwitch which)
{
  return quan_readings_option (readings, pack, which)->code;
}
