#include "ui/wizard/fact-judge.h"

#include <glib/gi18n-lib.h>

static guint
count_problems (const QuanPrepared *prepared, const char *const *prefixes)
{
  guint n = 0;

  for (guint i = 0; i < prepared->problems->len; i++) {
    const QuanEntryProblem *problem = prepared->problems->pdata[i];

    for (const char *const *prefix = prefixes; *prefix != NULL; prefix++)
      n += g_str_has_prefix (problem->path, *prefix) ? 1 : 0;
  }
  return n;
}

/* Whether nothing is known of a path: a list that holds rows is known although it has no text. */
static gboolean
is_missing (const QuanPrepared *prepared, const char *path)
{
  const QuanRecordType *type;
  gconstpointer record;
  const char *rest;
  g_autofree char *text = quan_prepared_text (prepared, path);

  if (text != NULL && *text != '\0')
    return FALSE;
  return !quan_prepared_record (prepared, path, &type, &record, &rest) || record == NULL
         || quan_record_n_rows (type, record, rest) == 0;
}

QuanStepState
quan_step_judge_facts (const QuanPrepared *prepared, const char *const *prefixes, const QuanNeededFact *needed,
                  gsize n_needed, char **sentence)
{
  guint wrong = count_problems (prepared, prefixes), n_missing = 0;
  const QuanNeededFact *first = NULL;

  for (gsize i = 0; i < n_needed; i++)
    if (is_missing (prepared, needed[i].path)) {
      first = first == NULL ? &needed[i] : first;
      n_missing++;
    }
  if (wrong > 0) {
    *sentence = g_strdup_printf (ngettext ("%u to be corrected", "%u to be corrected", wrong), wrong);
    return QUAN_STEP_WRONG;
  }
  if (n_missing == n_needed) {
    *sentence = g_strdup (_("Not begun"));
    return QUAN_STEP_NOT_STARTED;
  }
  if (n_missing > 0) {
    *sentence = n_missing == 1 ? g_strdup (_(first->missing))
                               : g_strdup_printf (ngettext ("%u fact is missing", "%u facts are missing", n_missing),
                                                  n_missing);
    return QUAN_STEP_UNKNOWN;
  }
  *sentence = g_strdup (_("Complete"));
  return QUAN_STEP_DONE;
}
