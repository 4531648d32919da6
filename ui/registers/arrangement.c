#include "ui/registers/arrangement.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define LOOK_EVERY 4096

void
quan_wish_clear (QuanWish *wish)
{
  g_free (wish->search);
  for (guint i = 0; i < QUAN_MAX_FILTERS; i++)
    g_free (wish->values[i]);
}

void
quan_arrangement_free (QuanArrangement *arrangement)
{
  quan_row_set_unref (arrangement->set);
  g_free (arrangement->order);
  g_free (arrangement->reasons);
  for (guint i = 0; i < QUAN_MAX_FILTERS; i++)
    g_clear_pointer (&arrangement->choices[i], g_ptr_array_unref);
  g_free (arrangement);
}

static void
arrangement_free (gpointer arrangement)
{
  quan_arrangement_free (arrangement);
}

/* One job. */
typedef struct {
  const QuanTable *table;
  QuanRowSet      *set;
  gconstpointer   *view;
  guint            n_rows;
  QuanWish         wish;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  quan_row_set_unref (job->set);
  quan_wish_clear (&job->wish);
  g_free (job->view);
  g_free (job);
}

/* Whether a row has the value wished for; the values seen are noted. */
static gboolean
has_value (const QuanRowFilter *filter, gconstpointer row, const char *wanted, GHashTable *seen)
{
  char *value = filter->value (row);
  gboolean has = wanted == NULL || g_strcmp0 (value, wanted) == 0;

  if (value != NULL && !g_hash_table_contains (seen, value))
    g_hash_table_add (seen, value);
  else
    g_free (value);
  return has;
}

static gboolean
is_chosen (const Job *job, gconstpointer row, GHashTable **seen)
{
  gboolean chosen = TRUE;

  for (guint i = 0; i < job->table->n_filters; i++)
    if (!has_value (&job->table->filters[i], row, job->wish.values[i], seen[i]))
      chosen = FALSE;
  return chosen;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sorted_values (GHashTable *seen, gboolean latest_first)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_ptr_array_add (values, g_strdup (value));
  g_ptr_array_sort (values, compare_texts);
  for (guint i = 0; latest_first && i < values->len / 2; i++) {
    gpointer early = values->pdata[i];

    values->pdata[i] = values->pdata[values->len - 1 - i];
    values->pdata[values->len - 1 - i] = early;
  }
  return values;
}

/* Writes the places of the rows shown, in the order they were read. */
static gboolean
choose (const Job *job, QuanArrangement *out, GHashTable **seen, GCancellable *cancellable)
{
  g_autofree char *wanted = quan_row_fold (job->wish.search);
  const char *const *folded = NULL;

  if (*wanted != '\0') {
    folded = quan_row_set_folded (job->set, job->view, job->n_rows, cancellable);
    if (folded == NULL)
      return FALSE;
  }
  for (guint i = 0; i < job->n_rows; i++) {
    if (i % LOOK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
      return FALSE;
    if (is_chosen (job, job->view[i], seen) && (folded == NULL || strstr (folded[i], wanted) != NULL))
      out->order[out->n++] = i;
  }
  return TRUE;
}

/* What rows are compared by: one of two, by place. */
typedef struct {
  const char *const *texts;
  const gint64      *numbers;
  gboolean           descending;
} Keys;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Keys *keys = data;
  guint one = *(const guint *) a, two = *(const guint *) b;
  gboolean absent, other_absent;
  int order;

  if (keys->texts != NULL) {
    absent = keys->texts[one] == NULL;
    other_absent = keys->texts[two] == NULL;
  } else {
    absent = keys->numbers[one] == QUAN_NO_KEY;
    other_absent = keys->numbers[two] == QUAN_NO_KEY;
  }
  if (absent || other_absent)
    return absent - other_absent;
  if (keys->texts != NULL)
    order = strcmp (keys->texts[one], keys->texts[two]);
  else
    order = (keys->numbers[one] > keys->numbers[two]) - (keys->numbers[one] < keys->numbers[two]);
  return keys->descending ? -order : order;
}

/* Sorts the rows shown; rows of one key stay as they were read. */
static gboolean
sort (const Job *job, QuanArrangement *out, GCancellable *cancellable)
{
  const QuanColumn *column = &job->table->columns[job->wish.column];
  g_autofree gint64 *numbers = NULL;
  Keys keys = { .descending = job->wish.descending };

  if (column->number != NULL) {
    keys.numbers = numbers = g_new (gint64, job->n_rows);
    for (guint i = 0; i < out->n; i++)
      numbers[out->order[i]] = column->number (job->view[out->order[i]]);
  } else {
    keys.texts = quan_row_set_collated (job->set, job->wish.column, job->view, job->n_rows, cancellable);
    if (keys.texts == NULL)
      return job->n_rows == 0;
  }
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  if (out->n > 1)
    g_qsort_with_data (out->order, (int) out->n, sizeof *out->order, compare_rows, &keys);
  return TRUE;
}

static void
note_reason (GString *reasons, GHashTable *known, const char *reason)
{
  if (!g_hash_table_add (known, (gpointer) reason))
    return;
  if (reasons->len > 0)
    g_string_append (reasons, C_("list", ", "));
  g_string_append (reasons, reason);
}

/* Adds the amounts of a column that are known. Where there is none, nothing is known of their sum either. */
static QuanFen
sum_of_column (const Job *job, const QuanArrangement *out, const QuanColumn *column)
{
  QuanFen sum = 0;
  gboolean any = out->n == 0;

  for (guint i = 0; i < out->n; i++) {
    QuanFen amount = column->sum (job->view[out->order[i]]);

    if (amount == QUAN_FEN_NONE)
      continue;
    any = TRUE;
    quan_money_add_known (&sum, amount);
  }
  return any ? sum : QUAN_FEN_NONE;
}

static void
add_up (const Job *job, QuanArrangement *out)
{
  const QuanTable *table = job->table;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GString *reasons = g_string_new (NULL);

  for (guint column = 0; column < table->n_columns; column++)
    if (table->columns[column].sum != NULL)
      out->sums[column] = sum_of_column (job, out, &table->columns[column]);
  for (guint i = 0; i < out->n; i++) {
    const char *reason = table->left_out != NULL ? table->left_out (job->view[out->order[i]]) : NULL;

    if (reason == NULL)
      continue;
    out->left_out++;
    note_reason (reasons, known, reason);
  }
  out->reasons = g_string_free (reasons, FALSE);
}

static void
arrange_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (QuanArrangement) out = g_new0 (QuanArrangement, 1);
  GHashTable *seen[QUAN_MAX_FILTERS] = { NULL };
  gboolean done;

  out->set = quan_row_set_ref (job->set);
  out->n_rows = job->n_rows;
  out->order = g_new (guint, MAX (job->n_rows, 1));
  for (guint i = 0; i < job->table->n_filters; i++)
    seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  quan_row_set_lock (job->set);
  done = choose (job, out, seen, cancellable) && sort (job, out, cancellable);
  quan_row_set_unlock (job->set);
  if (done)
    add_up (job, out);
  for (guint i = 0; i < job->table->n_filters; i++) {
    out->choices[i] = sorted_values (seen[i], job->table->filters[i].latest_first);
    g_hash_table_unref (seen[i]);
  }
  g_task_return_pointer (task, done ? g_steal_pointer (&out) : NULL, arrangement_free);
}

void
quan_arrange (const QuanTable *table, QuanRowSet *set, const QuanWish *wish, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { table, quan_row_set_ref (set), quan_row_set_view (set), quan_row_set_length (set), *wish };
  job->wish.search = g_strdup (wish->search);
  for (guint i = 0; i < QUAN_MAX_FILTERS; i++)
    job->wish.values[i] = g_strdup (wish->values[i]);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, arrange_in_thread);
}

QuanArrangement *
quan_arrange_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
