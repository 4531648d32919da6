#include "ui/registers/journal-page.h"

#include <glib/gi18n-lib.h>

#include "core/desk/journal-words.h"
#include "ui/registers/register.h"
#include "ui/registers/row-text.h"

/* Rows are handed over in batches that cost little to take over; the first as soon as it fills a screen. */
#define FIRST_BATCH 100
#define BATCH 2000

struct _QuanJournalPage {
  QuanPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanJournalPage, quan_journal_page, QUAN_TYPE_PAGE)

/* A row of the journal as it is shown. */
typedef struct {
  gint64          number;
  char           *time;      /* local */
  char           *who, *subject, *key, *changes;
  const char     *act, *kind;
} JournalRow;

#define ROW(row) ((const JournalRow *) (row))

static void
row_free (gpointer data)
{
  JournalRow *row = data;

  g_free (row->time);
  g_free (row->who);
  g_free (row->subject);
  g_free (row->key);
  g_free (row->changes);
  g_free (row);
}

static char *
local_time (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : g_strdup (utc);
}

static JournalRow *
row_new (const QuanJournalRow *from)
{
  JournalRow *row = g_new0 (JournalRow, 1);

  *row = (JournalRow) {
    .number = from->number, .time = local_time (from->time), .who = g_strdup (from->who),
    .subject = g_strdup (from->subject), .key = g_strdup (from->key),
    .changes = quan_journal_changes (from->old_text, from->new_text),
    .act = g_intern_string (quan_journal_act_name (from->what)), .kind = quan_journal_kind_name (from->kind),
  };
  return row;
}

/* A walk through the journal. */
typedef struct {
  GPtrArray    *rows;
  guint         size;
  QuanRowsFunc  func;
  gpointer      data;
  GCancellable *cancellable;
} Walk;

static gboolean
hand_over (Walk *walk)
{
  gboolean goes_on = walk->rows->len == 0 || walk->func (walk->rows, walk->data);

  walk->rows->len = 0;
  walk->size = BATCH;
  return goes_on;
}

static gboolean
add_row (const QuanJournalRow *row, gpointer data, GError **error)
{
  Walk *walk = data;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  g_ptr_array_add (walk->rows, row_new (row));
  if (walk->rows->len < walk->size || hand_over (walk))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The listing was ended."));
  return FALSE;
}

/* The journal is that of the whole store. */
static gboolean
walk_journal (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Walk walk = { rows, FIRST_BATCH, func, data, cancellable };

  return quan_desk_journal (desk, NULL, add_row, &walk, error) && hand_over (&walk);
}

static char *time_text (gconstpointer row) { return g_strdup (ROW (row)->time); }
static char *who_text (gconstpointer row) { return g_strdup (ROW (row)->who); }
static char *act_text (gconstpointer row) { return g_strdup (ROW (row)->act); }
static char *subject_text (gconstpointer row) { return g_strdup (ROW (row)->subject); }
static char *key_text (gconstpointer row) { return g_strdup (ROW (row)->key); }
static char *kind_text (gconstpointer row) { return g_strdup (ROW (row)->kind); }
static char *changes_text (gconstpointer row) { return g_strdup (ROW (row)->changes); }
static gint64 number_key (gconstpointer row) { return ROW (row)->number; }

static const QuanColumn columns[] = {
  { "time", N_ ("Time"), 150, .classes = "num", .text = time_text, .number = number_key },
  { "who", N_ ("Who"), 90, .classes = "dim", .text = who_text },
  { "act", N_ ("Act"), 170, .classes = "strong", .text = act_text },
  { "subject", N_ ("About"), 210, .text = subject_text },
  { "key", N_ ("Record"), 210, .classes = "dim", .text = key_text },
  { "kind", N_ ("Kind"), 90, .text = kind_text },
  { "changes", N_ ("What changed"), 240, .expands = TRUE, .text = changes_text },
};

static const QuanRowFilter filters[] = {
  { "act", N_ ("All acts"), N_ ("Act"), FALSE, act_text },
  { "who", N_ ("Everybody"), N_ ("Who"), FALSE, who_text },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->time);
  quan_search_text (text, ROW (row)->who);
  quan_search_text (text, ROW (row)->act);
  quan_search_text (text, ROW (row)->subject);
  quan_search_text (text, ROW (row)->key);
  quan_search_text (text, ROW (row)->kind);
  quan_search_text (text, ROW (row)->changes);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
}

static const QuanTable table = {
  .id = "journal", .title = N_ ("Journal"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters), .walk = walk_journal,
  .row_free = row_free, .search = search, .count = count, .empty_title = N_ ("Nothing was done yet"),
  .empty_text = N_ ("Whatever is entered, imported, submitted or taken back is written down here, with who did it and when."),
};

static void
quan_journal_page_class_init (QuanJournalPageClass *klass)
{
  quan_register_page_class_init (QUAN_PAGE_CLASS (klass));
}

static void
quan_journal_page_init (QuanJournalPage *self)
{
  quan_register_page_init (QUAN_PAGE (self), &table);
}
