#include "ui/wizard/lines-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/entries/form-field.h"
#include "ui/wizard/line-period.h"
#include "ui/wizard/lines-entry.h"
#include "ui/wizard/wizard-page.h"

/* Columns behind the typed cells. */
enum { COLUMN_PERIOD = QUAN_N_LINE_CELLS, COLUMN_PART, COLUMN_REMOVE, N_COLUMNS };

/* What the fields of the rows do not show themselves. All are owned by the grid. */
typedef struct {
  GtkWidget *cells[QUAN_N_LINE_CELLS];
  GtkWidget *period, *part, *remove;
  GtkWidget *dates;                    /* unseen fields of its period, NULL until one of them is to be corrected */
} LineRow;

struct _QuanLinesTable {
  GtkWidget           parent_instance;
  GtkWidget          *scroller, *grid;
  GtkWidget          *period;                 /* the popover all rows share */
  GtkWidget          *count, *amount, *days, *base, *end;  /* the footer */
  GArray             *rows;                   /* of LineRow */
  int                 awaited;                /* the row that gets the focus once it is there, -1 none */
};

G_DEFINE_FINAL_TYPE (QuanLinesTable, quan_lines_table, GTK_TYPE_WIDGET)

static const struct {
  const char *heading;
  int         chars;     /* least width of a cell */
  gboolean    figures;   /* aligned to the right */
} columns[N_COLUMNS] = {
  [QUAN_LINE_CELL_KIND]     = { N_("Kind"), 5, FALSE },
  [QUAN_LINE_CELL_ITEM]     = { N_("Item"), 12, FALSE },
  [QUAN_LINE_CELL_QUANTITY] = { N_("Quantity"), 5, TRUE },
  [QUAN_LINE_CELL_UNIT]     = { N_("Unit"), 4, FALSE },
  [QUAN_LINE_CELL_PRICE]    = { N_("Unit price"), 6, TRUE },
  [QUAN_LINE_CELL_AMOUNT]   = { N_("Amount (yuan)"), 11, TRUE },
  [COLUMN_PERIOD]           = { N_("From – to"), 0, FALSE },
  [COLUMN_PART]             = { N_("Counted base"), 0, TRUE },
  [COLUMN_REMOVE]           = { NULL, 0, FALSE },
};

/* The snapshot the page shows, NULL before the first. */
static const QuanPrepared *
snapshot (QuanLinesTable *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), QUAN_TYPE_WIZARD_PAGE);

  return page != NULL ? quan_wizard_page_prepared (QUAN_WIZARD_PAGE (page)) : NULL;
}

static guint
count_lines (const QuanPrepared *prepared)
{
  return prepared != NULL && prepared->contract->lines != NULL ? prepared->contract->lines->len : 0;
}

static guint
row_of (QuanLinesTable *self, gpointer button)
{
  guint row = 0;

  while (row < self->rows->len && g_array_index (self->rows, LineRow, row).remove != button
         && g_array_index (self->rows, LineRow, row).period != button)
    row++;
  return row;
}

static void
on_remove (GtkButton *button, gpointer data)
{
  QuanLinesTable *self = data;
  g_autofree char *path = g_strdup_printf ("contract.lines[%u]", row_of (self, button));

  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.remove-row", "s", path);
}

static void
on_period (GtkButton *button, gpointer data)
{
  QuanLinesTable *self = data;

  if (snapshot (self) != NULL)
    quan_line_period_open (QUAN_LINE_PERIOD (self->period), GTK_WIDGET (button), row_of (self, button), "starts",
                           snapshot (self));
}

static GtkWidget *
label_new (QuanLinesTable *self, int column, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].figures ? 1 : 0);
  gtk_widget_add_css_class (label, "cell");
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
button_new (QuanLinesTable *self, GtkWidget *button, GCallback clicked)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cell");
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
cell_new (guint row, int column)
{
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", row, quan_line_cell_keys[column]);
  g_autofree char *name = g_strdup_printf (_("%s, line %u"), _(columns[column].heading), row + 1);
  GtkWidget *cell = g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", name, "path", path, NULL);
  GtkWidget *control = gtk_widget_get_first_child (cell);

  if (GTK_IS_EDITABLE (control))
    gtk_editable_set_width_chars (GTK_EDITABLE (control), columns[column].chars);
  if (GTK_IS_EDITABLE (control) && column != QUAN_LINE_CELL_ITEM)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (control), columns[column].chars);
  gtk_widget_add_css_class (cell, "cell");
  if (column == QUAN_LINE_CELL_AMOUNT)
    gtk_widget_add_css_class (cell, "money");
  gtk_widget_set_hexpand (cell, column == QUAN_LINE_CELL_ITEM);
  return cell;
}

static void
append_row (QuanLinesTable *self)
{
  guint index = self->rows->len;
  g_autofree char *remove = g_strdup_printf (_("Remove line %u"), index + 1);
  LineRow row = { 0 };

  for (int i = 0; i < QUAN_N_LINE_CELLS; i++)
    gtk_grid_attach (GTK_GRID (self->grid), row.cells[i] = cell_new (index, i), i, index + 1, 1, 1);
  row.period = button_new (self, gtk_button_new_with_label (""), G_CALLBACK (on_period));
  row.part = label_new (self, COLUMN_PART, "num");
  row.remove = button_new (self, gtk_button_new_from_icon_name ("list-remove-symbolic"), G_CALLBACK (on_remove));
  gtk_widget_add_css_class (row.period, "period");
  gtk_widget_set_tooltip_text (row.remove, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row.remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_grid_attach (GTK_GRID (self->grid), row.period, COLUMN_PERIOD, index + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row.part, COLUMN_PART, index + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row.remove, COLUMN_REMOVE, index + 1, 1, 1);
  g_array_append_val (self->rows, row);
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

/* Makes or drops rows at the end; the footer stays below them. */
static void
fit_rows (QuanLinesTable *self, guint wanted)
{
  if (wanted == self->rows->len)
    return;
  move_footer (self, wanted + 1);
  while (self->rows->len < wanted)
    append_row (self);
  while (self->rows->len > wanted) {
    LineRow *row = &g_array_index (self->rows, LineRow, self->rows->len - 1);

    for (int i = 0; i < QUAN_N_LINE_CELLS; i++)
      gtk_grid_remove (GTK_GRID (self->grid), row->cells[i]);
    gtk_grid_remove (GTK_GRID (self->grid), row->period);
    gtk_grid_remove (GTK_GRID (self->grid), row->part);
    gtk_grid_remove (GTK_GRID (self->grid), row->remove);
    if (row->dates != NULL)
      gtk_grid_remove (GTK_GRID (self->grid), row->dates);
    g_array_set_size (self->rows, self->rows->len - 1);
  }
}

static void
show_fen (GtkWidget *label, QuanFen fen)
{
  char money[QUAN_MONEY_BUF];

  gtk_label_set_text (GTK_LABEL (label), fen == QUAN_FEN_NONE ? "—" : quan_money_grouped (fen, money));
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* Shows a text in an empty cell, in grey. */
static void
propose (GtkWidget *cell, const char *text)
{
  GtkWidget *control = gtk_widget_get_first_child (cell);

  if (GTK_IS_ENTRY (control))
    gtk_entry_set_placeholder_text (GTK_ENTRY (control), text);
}

/* Fields that nobody sees, so that the page knows a line's period among what is to be corrected; the popover shows it. */
static void
list_period (QuanLinesTable *self, LineRow *row, guint index)
{
  g_autofree char *first = g_strdup_printf (_("First day, line %u"), index + 1);
  g_autofree char *last = g_strdup_printf (_("Last day, line %u"), index + 1);
  g_autofree char *starts = g_strdup_printf ("contract.lines[%u].starts", index);
  g_autofree char *ends = g_strdup_printf ("contract.lines[%u].ends", index);

  if (row->dates != NULL)
    return;
  row->dates = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (row->dates),
                  g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", first, "path", starts, NULL));
  gtk_box_append (GTK_BOX (row->dates),
                  g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", last, "path", ends, NULL));
  gtk_widget_set_visible (row->dates, FALSE);
  gtk_grid_attach (GTK_GRID (self->grid), row->dates, COLUMN_PERIOD, index + 1, 1, 1);
}

static void
show_row (QuanLinesTable *self, const QuanPrepared *prepared, guint index)
{
  LineRow *row = &g_array_index (self->rows, LineRow, index);
  const QuanLine *line = index < count_lines (prepared) ? prepared->contract->lines->pdata[index] : NULL;
  QuanFen proposal = quan_lines_proposal (prepared, index);
  char money[QUAN_MONEY_BUF];
  gboolean own, wrong;
  g_autofree char *period = quan_line_period_text (prepared, index, &own, &wrong);
  g_autofree char *name = g_strdup_printf (_("Period of line %u: %s"), index + 1, period);

  show_fen (row->part, line != NULL ? quan_line_part (&prepared->view, prepared->contract, line).part : QUAN_FEN_NONE);
  gtk_button_set_label (GTK_BUTTON (row->period), period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->period), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_class (row->period, "own", own);
  set_class (row->period, "fail", wrong);
  if (wrong)
    list_period (self, row, index);
  propose (row->cells[QUAN_LINE_CELL_AMOUNT], proposal == QUAN_FEN_NONE ? "" : quan_money_grouped (proposal, money));
  gtk_widget_set_sensitive (row->remove, line != NULL && !prepared->locked);
}

static void
show_footer (QuanLinesTable *self, const QuanPrepared *prepared)
{
  guint lines = count_lines (prepared);
  const QuanBase *base = &prepared->check->award.base;
  g_autofree char *count = g_strdup_printf (ngettext ("Total, %u line", "Total, %u lines", lines), lines);
  g_autofree char *days = base->days_total > 0
                          ? g_strdup_printf (_("%d / %d days"), base->days_inside, base->days_total) : NULL;

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->days), days != NULL ? days : "");
  show_fen (self->amount, prepared->total);
  show_fen (self->base, base->base);
}

void
quan_lines_table_fit (QuanLinesTable *self, const QuanPrepared *prepared)
{
  g_return_if_fail (QUAN_IS_LINES_TABLE (self) && prepared != NULL);

  fit_rows (self, MAX (1, count_lines (prepared)));
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, prepared, i);
  show_footer (self, prepared);
  if (self->awaited >= 0 && self->awaited < (int) self->rows->len) {
    gtk_widget_grab_focus (g_array_index (self->rows, LineRow, self->awaited).cells[QUAN_LINE_CELL_ITEM]);
    self->awaited = -1;
  }
}

gboolean
quan_lines_table_reveal (QuanLinesTable *self, const char *path)
{
  const char *key = strrchr (path, '.');
  guint64 row;

  if (key == NULL || !g_str_has_prefix (path, "contract.lines["))
    return FALSE;
  row = g_ascii_strtoull (path + strlen ("contract.lines["), NULL, 10);
  if (!(g_str_equal (key, ".starts") || g_str_equal (key, ".ends")))
    return quan_form_focus (self->grid, path);
  if (row >= self->rows->len || snapshot (self) == NULL)
    return FALSE;
  quan_line_period_open (QUAN_LINE_PERIOD (self->period), g_array_index (self->rows, LineRow, row).period, row, key + 1,
                         snapshot (self));
  return TRUE;
}

void
quan_lines_table_add (QuanLinesTable *self)
{
  guint lines = count_lines (snapshot (self));
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].kind", lines);

  self->awaited = lines;
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", path, quan_line_kinds.terms[0].id);
}

guint
quan_lines_table_paste (QuanLinesTable *self, const char *text)
{
  g_return_val_if_fail (QUAN_IS_LINES_TABLE (self) && text != NULL, 0);
  return quan_lines_enter_table (GTK_WIDGET (self), text, count_lines (snapshot (self)));
}

guint
quan_lines_table_n_proposals (QuanLinesTable *self)
{
  guint n = 0;

  for (guint i = 0; i < count_lines (snapshot (self)); i++)
    n += quan_lines_proposal (snapshot (self), i) != QUAN_FEN_NONE ? 1 : 0;
  return n;
}

/* The snapshot may be another after the first entry, so what is to be entered is gathered before. */
void
quan_lines_table_take_proposals (QuanLinesTable *self)
{
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (QuanFen));
  char money[QUAN_MONEY_BUF];

  for (guint i = 0; i < count_lines (snapshot (self)); i++)
    g_array_append_vals (proposals, (QuanFen[]) { quan_lines_proposal (snapshot (self), i) }, 1);
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

  g_clear_pointer (&self->period, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_lines_table_parent_class)->dispose (object);
}

static void
quan_lines_table_finalize (GObject *object)
{
  g_array_unref (QUAN_LINES_TABLE (object)->rows);
  G_OBJECT_CLASS (quan_lines_table_parent_class)->finalize (object);
}

static void
quan_lines_table_class_init (QuanLinesTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_lines_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = quan_lines_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "linestable");
}

static void
make_frame (QuanLinesTable *self)
{
  for (int i = 0; i < N_COLUMNS; i++) {
    GtkWidget *heading = label_new (self, i, "column-heading");

    gtk_label_set_text (GTK_LABEL (heading), columns[i].heading != NULL ? _(columns[i].heading) : "");
    gtk_grid_attach (GTK_GRID (self->grid), heading, i, 0, 1, 1);
  }
  self->count = label_new (self, QUAN_LINE_CELL_KIND, "footer");
  self->amount = label_new (self, QUAN_LINE_CELL_AMOUNT, "footer");
  self->days = label_new (self, COLUMN_PERIOD, "footer");
  self->base = label_new (self, COLUMN_PART, "footer");
  self->end = label_new (self, COLUMN_REMOVE, "footer");
  gtk_widget_add_css_class (self->days, "days");
  gtk_widget_add_css_class (self->amount, "num");
  gtk_widget_add_css_class (self->base, "num");
  gtk_widget_add_css_class (self->base, "accent");
  gtk_grid_attach (GTK_GRID (self->grid), self->count, 0, 1, QUAN_LINE_CELL_AMOUNT, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->amount, QUAN_LINE_CELL_AMOUNT, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->days, COLUMN_PERIOD, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->base, COLUMN_PART, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->end, COLUMN_REMOVE, 1, 1, 1);
}

static void
quan_lines_table_init (QuanLinesTable *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (LineRow));
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
  make_frame (self);
}

GtkWidget *
quan_lines_table_new (void)
{
  return g_object_new (QUAN_TYPE_LINES_TABLE, NULL);
}
