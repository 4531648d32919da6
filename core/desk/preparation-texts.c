/* Claims in preparation: the texts that are held, and which of them still have to be. */
#include <stdlib.h>
#include <string.h>

#include "core/desk/preparation-private.h"

/* Whether a path leads into a row of the list another path names. */
static gboolean
is_in_list (const char *path, const char *list)
{
  gsize length = strlen (list);

  return strncmp (path, list, length) == 0 && path[length] == '[';
}

/* Whether what is said at one path takes the place of what was said at another: of the same field, or of a list as a
 * whole and its rows. */
static gboolean
replaces (const char *path, const char *other)
{
  return strcmp (path, other) == 0 || is_in_list (path, other) || is_in_list (other, path);
}

static QuanHeldText *
hold (GPtrArray *texts, const char *path, const char *text)
{
  QuanHeldText *held = quan_record_new (&quan_held_text_type);

  held->path = g_strdup (path);
  held->text = g_strdup (text);
  g_ptr_array_add (texts, held);
  return held;
}

void
quan_held_put (GPtrArray *texts, const char *path, const char *text)
{
  for (guint i = texts->len; i-- > 0;)
    if (replaces (path, ((const QuanHeldText *) texts->pdata[i])->path))
      g_ptr_array_remove_index (texts, i);
  hold (texts, path, text);
}

gboolean
quan_held_remove_row (GPtrArray *texts, const char *list, guint row)
{
  gsize length = strlen (list);
  gboolean any = FALSE;

  for (guint i = texts->len; i-- > 0;) {
    QuanHeldText *held = texts->pdata[i];
    char *end;
    guint64 number;

    if (!is_in_list (held->path, list))
      continue;
    number = g_ascii_strtoull (held->path + length + 1, &end, 10);
    if (number == row) {
      g_ptr_array_remove_index (texts, i);
      any = TRUE;
    } else if (number > row) {
      char *moved = g_strdup_printf ("%s[%" G_GUINT64_FORMAT "%s", list, number - 1, end);

      g_free (held->path);
      held->path = moved;
    }
  }
  return any;
}

/* Whether the facts typed of a root are in a record of the store now. The choice of a provider is a fact of the contract. */
static gboolean
is_stored (const QuanWork *work, const char *path, QuanRoot root)
{
  return work->ids[strcmp (path, QUAN_PROVIDER_CODE) == 0 ? QUAN_ROOT_CONTRACT : root] != 0;
}

/* The list a path within a record begins with, and the row; NULL if it begins with none that is there. */
static const QuanField *
list_of (QuanRoot root, gpointer record, const char *rest, guint *row)
{
  const char *bracket = strchr (rest, '[');
  g_autofree char *key = bracket != NULL ? g_strndup (rest, bracket - rest) : NULL;
  const QuanField *field = key != NULL ? quan_record_field (quan_roots[root].type, key) : NULL;

  if (field == NULL || field->kind != QUAN_FIELD_LIST || quan_field_absent (field, record))
    return NULL;
  *row = (guint) atoi (bracket + 1);
  return field;
}

/* The first row of a list that is not complete, and so not in the store, nor are those behind it. */
static guint
first_held_row (const QuanField *field, gconstpointer record)
{
  const GPtrArray *list = *QUAN_FIELD_MEMBER (field, record, GPtrArray *);
  guint row = 0;

  while (row < list->len && quan_row_is_complete (field->record, list->pdata[row]))
    row++;
  return row;
}

/* Whether a text has to be held on. */
static gboolean
is_still_held (QuanWork *work, const QuanHeldText *held)
{
  const QuanField *list;
  gpointer record;
  const char *rest;
  QuanRoot root;
  guint row;

  if (!quan_work_find (work, held->path, &root, &record, &rest))
    return FALSE;
  if (quan_prepared_problem (&work->shown, held->path) != NULL)
    return TRUE;
  list = list_of (root, record, rest, &row);
  if (!is_stored (work, held->path, root))
    return *held->text != '\0' || list != NULL;
  return list != NULL && row >= first_held_row (list, record);
}

static gboolean
is_held (const GPtrArray *texts, const char *path)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (((const QuanHeldText *) texts->pdata[i])->path, path) == 0)
      return TRUE;
  return FALSE;
}

/* Holds every fact of a row that cannot be stored. */
static void
hold_row (GPtrArray *texts, const QuanField *list, gconstpointer row, const char *prefix)
{
  gboolean any = FALSE;

  for (const QuanField *field = list->record->fields; field->key != NULL; field++) {
    g_autofree char *path = g_strdup_printf ("%s.%s", prefix, field->key);
    g_autofree char *text = quan_record_text (list->record, row, field->key);

    if (is_held (texts, path))
      any = TRUE;
    else if (text != NULL)
      any = hold (texts, path, text) != NULL;
  }
  if (!any) {
    g_autofree char *path = g_strdup_printf ("%s.%s", prefix, list->record->fields[0].key);

    hold (texts, path, "");
  }
}

static void
hold_rows (QuanWork *work, QuanRoot root)
{
  gconstpointer record = quan_work_record (work, root);

  for (const QuanField *field = quan_roots[root].type->fields; field->key != NULL; field++) {
    const GPtrArray *list;

    if (field->kind != QUAN_FIELD_LIST || quan_field_absent (field, record))
      continue;
    list = *QUAN_FIELD_MEMBER (field, record, GPtrArray *);
    for (guint row = first_held_row (field, record); row < list->len; row++) {
      g_autofree char *prefix = g_strdup_printf ("%s.%s[%u]", quan_roots[root].name, field->key, row);

      hold_row (work->row->texts, field, list->pdata[row], prefix);
    }
  }
}

void
quan_work_settle_texts (QuanWork *work)
{
  for (guint i = work->row->texts->len; i-- > 0;)
    if (!is_still_held (work, work->row->texts->pdata[i]))
      g_ptr_array_remove_index (work->row->texts, i);
  for (QuanRoot root = 0; root < QUAN_N_ROOTS; root++)
    if (work->ids[root] != 0)
      hold_rows (work, root);
}
