/* Claims in preparation: held texts entered into the records, one by one as they were typed. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/preparation-private.h"
#include "core/model/record-path.h"

/* Stands for a key that is not known yet while the rest of a record is judged. */
#define SOME_NUMBER "-"

gboolean
quan_row_is_complete (const QuanRecordType *type, gconstpointer row)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (field->required && quan_field_absent (field, row))
      return FALSE;
  return TRUE;
}

static void
drop_rows (const QuanField *field, gpointer record, gboolean rest)
{
  GPtrArray *list = *QUAN_FIELD_MEMBER (field, record, GPtrArray *);
  guint before = list->len, i = 0;

  while (i < list->len)
    if (quan_row_is_complete (field->record, list->pdata[i]))
      i++;
    else if (rest)
      g_ptr_array_set_size (list, i);
    else
      g_ptr_array_remove_index (list, i);
  if (list->len == 0 && before > 0)
    quan_field_clear (field, record); /* a list without rows says that there is nothing, which is not known */
}

gpointer
quan_complete_rows (const QuanRecordType *type, gconstpointer record, gboolean rest)
{
  gpointer copy = quan_record_copy (type, record);

  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (field->kind == QUAN_FIELD_LIST && !quan_field_absent (field, copy))
      drop_rows (field, copy, rest);
  return copy;
}

/* A key that is missing is no fault of a text typed elsewhere. */
static void
fill_keys (QuanRoot root, gpointer record)
{
  for (const QuanField *field = quan_roots[root].type->fields; field->key != NULL; field++)
    if (field->required && quan_field_absent (field, record) && field->kind != QUAN_FIELD_TERM)
      *QUAN_FIELD_MEMBER (field, record, char *) = g_strdup (SOME_NUMBER);
}

static char *
judge_whole (QuanRoot root, gconstpointer record)
{
  gpointer copy = quan_complete_rows (quan_roots[root].type, record, FALSE);
  g_autofree char *place = NULL;
  char *sentence;

  fill_keys (root, copy);
  sentence = quan_record_judge (quan_roots[root].type, copy, &place);
  quan_record_free (quan_roots[root].type, copy);
  return sentence;
}

/* What contradicts in the row a path leads into, which may not be complete yet. */
static char *
judge_row (const QuanRecordType *type, gpointer record, const char *path)
{
  const char *key = NULL;
  g_autofree char *row = g_strdup (path), *sentence = NULL;
  char *bracket = strrchr (row, ']');
  QuanPlace place;

  if (bracket == NULL)
    return NULL;
  bracket[1] = '\0';
  place = quan_record_place (type, record, row, QUAN_MAKE_NOTHING);
  if (place.field == NULL || place.record == NULL || place.field->record->contradiction == NULL)
    return NULL;
  record = (*QUAN_FIELD_MEMBER (place.field, place.record, GPtrArray *))->pdata[place.row];
  sentence = place.field->record->contradiction (record, &key);
  if (sentence == NULL || quan_field_absent (quan_record_field (place.field->record, key), record))
    return NULL;
  return g_steal_pointer (&sentence);
}

/* Why a record does not stand with what was just entered, NULL if it does. Free with g_free. */
static char *
judge (QuanRoot root, gpointer record, const char *path)
{
  char *sentence = judge_row (quan_roots[root].type, record, path);

  return sentence != NULL ? sentence : judge_whole (root, record);
}

/* Takes sentence. */
static void
add_problem (QuanWork *work, const QuanHeldText *held, char *sentence)
{
  QuanEntryProblem *problem = g_new0 (QuanEntryProblem, 1);

  problem->path = g_strdup (held->path);
  problem->text = g_strdup (held->text);
  problem->sentence = sentence;
  g_ptr_array_add (work->shown.problems, problem);
}

static void
replay_text (QuanWork *work, const QuanHeldText *held)
{
  g_autoptr (GError) why = NULL;
  gpointer record;
  const char *rest;
  QuanRoot root;
  char *sentence;

  if (!quan_work_find (work, held->path, &root, &record, &rest))
    return;
  if (!quan_record_enter (quan_roots[root].type, record, rest, held->text, &why)) {
    add_problem (work, held, g_strdup (why->message));
    return;
  }
  sentence = judge (root, record, rest);
  if (sentence == NULL)
    return;
  quan_record_enter (quan_roots[root].type, record, rest, "", NULL); /* it was entered just now, so the path is right */
  add_problem (work, held, sentence);
}

static gboolean
is_key (const char *path, QuanRoot *root)
{
  for (*root = 0; *root < QUAN_N_ROOTS; ++*root) {
    const QuanRootKind *kind = &quan_roots[*root];
    gsize length = strlen (kind->name);

    if (kind->key != NULL && strncmp (path, kind->name, length) == 0 && path[length] == '.'
        && strcmp (path + length + 1, kind->key) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Keys come first, in the order in which records hang on each other. */
static gboolean
replay_keys (QuanDesk *desk, QuanWork *work, GError **error)
{
  static const QuanRoot order[] = { QUAN_ROOT_ENTERPRISE, QUAN_ROOT_PROVIDER, QUAN_ROOT_CONTRACT };

  for (guint n = 0; n < G_N_ELEMENTS (order); n++)
    for (guint i = 0; i < work->row->texts->len; i++) {
      const QuanHeldText *held = work->row->texts->pdata[i];
      char *sentence = NULL;
      QuanRoot root;

      if (!is_key (held->path, &root) || root != order[n])
        continue;
      if (!quan_work_take_key (desk, work, root, held->text, &sentence, error))
        return FALSE;
      if (sentence != NULL)
        add_problem (work, held, sentence);
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return quan_key_compare (*(const char *const *) a, *(const char *const *) b);
}

/*
 * Clears every field a text is held for, which also makes the rows the texts stand in, the first before the second: so a
 * text is judged only against what was typed before it.
 */
static void
clear_fields (QuanWork *work)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  QuanRoot root;

  for (guint i = 0; i < work->row->texts->len; i++)
    g_ptr_array_add (paths, ((const QuanHeldText *) work->row->texts->pdata[i])->path);
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++) {
    gpointer record;
    const char *rest;

    if (!is_key (paths->pdata[i], &root) && quan_work_find (work, paths->pdata[i], &root, &record, &rest))
      quan_record_enter (quan_roots[root].type, record, rest, "", NULL); /* a wrong path is told when its text is entered */
  }
}

gboolean
quan_work_replay (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanRoot root;

  if (work->shown.locked)
    return TRUE;
  if (!replay_keys (desk, work, error))
    return FALSE;
  clear_fields (work);
  for (guint i = 0; i < work->row->texts->len; i++) {
    const QuanHeldText *held = work->row->texts->pdata[i];

    if (!is_key (held->path, &root))
      replay_text (work, held);
  }
  return TRUE;
}
