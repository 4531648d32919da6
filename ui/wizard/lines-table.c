#include "ui/wizard/lines-table-private.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/form-field.h"
#include "ui/wizard/line-kind.h"
#include "ui/wizard/line-period.h"
#include "ui/wizard/wizard-page.h"

/* Rows made at once, and how many more each time the window has nothing else to do. */
#define ROWS_AT_ONCE 40
#define ROWS_WHEN_IDLE 30

enum { GROWN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuanLinesTable, quan_lines_table, GTK_TYPE_WIDGET)

const QuanPrepared *
quan_lines_table_snapshot (QuanLinesTable *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), QUAN_TYPE_WIZARD_PAGE);

  return page != NULL ? quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (page)) : NULL;
}

guint
quan_lines_table_n_lines (const QuanPrepared *prepared)
{
  return prepared != NULL && prepared->contract->lines != NULL ? prepared->contract->lines->len : 0;
}

guint
quan_lines_table_rows_wanted (const QuanPrepared *prepared)
{
  return MAX (1, quan_lines_table_n_lines (prepared));
}

void
quan_lines_table_grow (QuanLinesTable *self, const QuanPrepared *prepared, guint rows)
{
  while (self->rows->len < MIN (rows, quan_lines_table_rows_wanted (prepared))) {
    quan_lines_table_append_row (self);
    quan_lines_table_show_row (self, prepared, self->rows->len - 1);
    for (int i = QUAN_LINE_CELL_ITEM; i < QUAN_N_LINE_CELLS; i++)
      quan_form_field_show (QUAN_FORM_FIELD (g_array_index (self->rows, QuanLineRow, self->rows->len - 1).cells[i]),
                            prepared);
  }
}

/* Puts the footer into a row of the grid. */
static void
move_footer (QuanLinesTable *self, int row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->grid);
  GtkWidget *parts[] = { self->count, self->amount, self->days, self->base, self->end };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, parts[i])), row);
}

static void
show_footer (QuanLinesTable *self, const QuanPrepared *prepared)
{
  guint lines = quan_lines_table_n_lines (prepared);
  const QuanBase *base = &prepared->check->award.base;
  g_autofree char *count = g_strdup_printf (ngettext ("Total, %u line", "Total, %u lines", lines), lines);
  g_autofree char *days = base->days_total > 0
                          ? g_strdup_printf (_("%d / %d days"), base->days_inside, base->days_total) : NULL;

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->days), days != NULL ? days : "");
  quan_lines_table_show_fen (self->amount, prepared->total);
  quan_lines_table_show_fen (self->base, base->base);
}

static gboolean
grow_when_idle (gpointer data)
{
  QuanLinesTable *self = data;
  const QuanPrepared *prepared = quan_lines_table_snapshot (self);

  if (prepared != NULL)
    quan_lines_table_grow (self, prepared, self->rows->len + ROWS_WHEN_IDLE);
  if (prepared != NULL && self->rows->len < quan_lines_table_rows_wanted (prepared))
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  g_signal_emit (self, signals[GROWN], 0);
  return G_SOURCE_REMOVE;
}

static void
focus_awaited (QuanLinesTable *self)
{
  if (self->awaited < 0 || self->awaited >= (int) self->rows->len)
    return;
  gtk_widget_grab_focus (g_array_index (self->rows, QuanLineRow, self->awaited).cells[QUAN_LINE_CELL_ITEM]);
  self->awaited = -1;
}

void
quan_lines_table_fit (QuanLinesTable *self, const QuanPrepared *prepared)
{
  guint wanted;

  g_return_if_fail (QUAN_IS_LINES_TABLE (self) && prepared != NULL);

  wanted = quan_lines_table_rows_wanted (prepared);
  while (self->rows->len > wanted)
    quan_lines_table_drop_row (self);
  move_footer (self, wanted + 1);
  for (guint i = 0; i < self->rows->len; i++)
    quan_lines_table_show_row (self, prepared, i);
  quan_lines_table_grow (self, prepared, ROWS_AT_ONCE);
  if (self->rows->len < wanted && self->growing == 0)
    self->growing = g_idle_add (grow_when_idle, self);
  show_footer (self, prepared);
  focus_awaited (self);
}

void
quan_lines_table_add (QuanLinesTable *self)
{
  guint lines = quan_lines_table_n_lines (quan_lines_table_snapshot (self));
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].kind", lines);

  self->awaited = lines;
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", path, quan_line_kinds.terms[0].id);
}

guint
quan_lines_table_paste (QuanLinesTable *self, const char *text)
{
  g_return_val_if_fail (QUAN_IS_LINES_TABLE (self) && text != NULL, 0);
  return quan_lines_enter_table (GTK_WIDGET (self), text, quan_lines_table_n_lines (quan_lines_table_snapshot (self)));
}

guint
quan_lines_table_n_proposals (QuanLinesTable *self)
{
  guint n = 0;

  for (guint i = 0; i < quan_lines_table_n_lines (quan_lines_table_snapshot (self)); i++)
    n += quan_lines_proposal (quan_lines_table_snapshot (self), i) != QUAN_FEN_NONE ? 1 : 0;
  return n;
}

/* The snapshot may be another after the first entry, so what is to be entered is gathered before. */
void
quan_lines_table_take_proposals (QuanLinesTable *self)
{
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (QuanFen));
  char money[QUAN_MONEY_BUF];

  for (guint i = 0; i < quan_lines_table_n_lines (quan_lines_table_snapshot (self)); i++)
    g_array_append_vals (proposals, (QuanFen[]) { quan_lines_proposal (quan_lines_table_snapshot (self), i) }, 1);
  for (guint i = 0; i < proposals->len; i++) {
    g_autofree char *path = g_strdup_printf ("contract.lines[%u].amount", i);
    QuanFen fen = g_array_index (proposals, QuanFen, i);

    if (fen != QUAN_FEN_NONE)
      gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", path, quan_money_canonical (fen, money));
  }
}

static void
quan_lines_table_dispose (GObject *object)
{
  QuanLinesTable *self = QUAN_LINES_TABLE (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->kind, gtk_widget_unparent);
  g_clear_pointer (&self->period, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_lines_table_parent_class)->dispose (object);
}

static void
quan_lines_table_finalize (GObject *object)
{
  g_free (QUAN_LINES_TABLE (object)->opened_key);
  g_array_unref (QUAN_LINES_TABLE (object)->rows);
  G_OBJECT_CLASS (quan_lines_table_parent_class)->finalize (object);
}

static void
quan_lines_table_class_init (QuanLinesTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_lines_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = quan_lines_table_finalize;
  signals[GROWN] = g_signal_new ("grown", QUAN_TYPE_LINES_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "linestable");
}

static void
make_frame (QuanLinesTable *self)
{
  for (int i = 0; i < QUAN_N_LINE_COLUMNS; i++) {
    GtkWidget *heading = quan_lines_table_label_new (self, i, "column-heading");

    if (quan_line_columns[i].heading != NULL)
      gtk_label_set_text (GTK_LABEL (heading), _(quan_line_columns[i].heading));
    gtk_grid_attach (GTK_GRID (self->grid), heading, i, 0, 1, 1);
  }
  self->count = quan_lines_table_label_new (self, QUAN_LINE_CELL_KIND, "footer");
  self->amount = quan_lines_table_label_new (self, QUAN_LINE_CELL_AMOUNT, "footer");
  self->days = quan_lines_table_label_new (self, QUAN_LINE_COLUMN_PERIOD, "footer");
  self->base = quan_lines_table_label_new (self, QUAN_LINE_COLUMN_PART, "footer");
  self->end = quan_lines_table_label_new (self, QUAN_LINE_COLUMN_REMOVE, "footer");
  gtk_widget_add_css_class (self->days, "days");
  gtk_widget_add_css_class (self->amount, "num");
  gtk_widget_add_css_class (self->base, "num");
  gtk_widget_add_css_class (self->base, "accent");
  gtk_grid_attach (GTK_GRID (self->grid), self->count, 0, 1, QUAN_LINE_CELL_AMOUNT, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->amount, QUAN_LINE_CELL_AMOUNT, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->days, QUAN_LINE_COLUMN_PERIOD, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->base, QUAN_LINE_COLUMN_PART, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->end, QUAN_LINE_COLUMN_REMOVE, 1, 1, 1);
}

static void
quan_lines_table_init (QuanLinesTable *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (QuanLineRow));
  g_array_set_clear_func (self->rows, quan_lines_table_clear_row);
  self->awaited = -1;
  self->grid = gtk_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_set_overflow (self->scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->period = quan_line_period_new ();
  gtk_widget_set_parent (self->period, GTK_WIDGET (self));
  self->kind = quan_line_kind_menu_new ();
  gtk_widget_set_parent (self->kind, GTK_WIDGET (self));
  make_frame (self);
}
