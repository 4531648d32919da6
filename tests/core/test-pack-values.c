/*
 * Every value of the Beijing pack is altered, one after the other, and something must change: a verdict, an amount or a
 * state of a golden case where the value computes, else what people read. A value that changes nothing serves nobody.
 */
#include "tests/core/answers.h"
#include "tests/core/packs.h"

#include <string.h>

/* The cases, and what they answer under the pack as it is. */
typedef struct {
  GPtrArray *answerers;
  GStrv      numbers, words;
  char      *description;
} Baseline;

typedef struct {
  const Baseline  *baseline;
  const PackValue *value;
} Case;

static GStrv
all_answers (GPtrArray *answerers, const QuanPack *pack, Answer answer)
{
  GStrv answers = g_new0 (char *, answerers->len + 1);

  for (guint i = 0; i < answerers->len; i++)
    answers[i] = answer (answerers->pdata[i], pack);
  return answers;
}

/* Whether any case answers otherwise under this pack. */
static gboolean
any_differs (const Baseline *baseline, GStrv before, const QuanPack *pack, Answer answer)
{
  for (guint i = 0; i < baseline->answerers->len; i++) {
    g_autofree char *now = answer (baseline->answerers->pdata[i], pack);

    if (!g_str_equal (now, before[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_seen (const Baseline *baseline, PackEffect effect, const QuanPack *pack)
{
  g_autofree char *description = NULL;

  if (effect != PACK_WORDS && effect != PACK_PLANNED)
    return any_differs (baseline, baseline->numbers, pack, answer_numbers);
  description = answer_description (pack);
  return !g_str_equal (description, baseline->description) ||
         any_differs (baseline, baseline->words, pack, answer_words);
}

static void
test_value (gconstpointer data)
{
  const Case *c = data;
  guint accepted = 0, seen = 0, n = c->value->texts->len;

  for (guint i = 0; i < n; i++) {
    const char *text = c->value->texts->pdata[i];
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (QuanPack) pack = quan_pack_read ("pack.policy", text, strlen (text), problems);

    if (!pack)
      continue;
    accepted++;
    if (is_seen (c->baseline, c->value->effect, pack))
      seen++;
    else if (c->value->effect != PACK_REFERENCE)
      g_test_message ("alteration %u of %u changes nothing", i + 1, n);
  }
  if (c->value->effect == PACK_STRUCTURE)
    g_assert_cmpuint (accepted, ==, 0);
  else if (c->value->effect != PACK_GUARDED && c->value->effect != PACK_PLANNED)
    g_assert_cmpuint (seen, >, 0);
  if (c->value->effect != PACK_REFERENCE)
    g_assert_cmpuint (seen, ==, accepted);
}

static void
baseline_init (Baseline *baseline, json_t *cases, const QuanPack *pack)
{
  baseline->answerers = answerers_of (cases);
  baseline->numbers = all_answers (baseline->answerers, pack, answer_numbers);
  baseline->words = all_answers (baseline->answerers, pack, answer_words);
  baseline->description = answer_description (pack);
}

static void
baseline_clear (Baseline *baseline)
{
  g_ptr_array_unref (baseline->answerers);
  g_strfreev (baseline->numbers);
  g_strfreev (baseline->words);
  g_free (baseline->description);
}

static void
add_values (const GPtrArray *values, const Baseline *baseline)
{
  for (guint i = 0; i < values->len; i++) {
    const PackValue *value = values->pdata[i];
    g_autofree char *path = g_strdup_printf ("/pack-values/%s", value->where);
    Case *c = g_new (Case, 1);

    *c = (Case) { baseline, value };
    g_test_add_data_func_full (path, c, test_value, g_free);
  }
}

int
main (int argc, char **argv)
{
  json_t *cases, *more;
  g_autoptr (QuanPack) pack = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *text = NULL;
  Baseline baseline;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  cases = golden_load ("golden.json");
  more = golden_load ("golden-more.json");
  json_array_extend (cases, more);
  json_decref (more);
  pack = golden_pack (PACK_BEIJING);
  text = pack_beijing_text ();
  values = pack_values (text, pack);
  baseline_init (&baseline, cases, pack);
  add_values (values, &baseline);
  status = g_test_run ();
  baseline_clear (&baseline);
  json_decref (cases);
  return status;
}
