#include "ui/wizard/lines-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/entries/form-field.h"
#include "ui/wizard/line-kind.h"
#include "ui/wizard/line-period.h"
#include "ui/wizard/lines-entry.h"
#include "ui/wizard/wizard-page.h"

/* Columns behind the typed cells. */
enum { COLUMN_PERIOD = QUAN_N_LINE_CELLS, COLUMN_PART, COLUMN_REMOVE, N_COLUMNS };

/* Rows made at once, and how many more each time the window has nothing else to do. */
#define ROWS_AT_ONCE 40
#define ROWS_WHEN_IDLE 30
/* How long scrolling to a row is waited for. */
#define FRAMES_MAX 60

/* A row's widgets, owned by the grid. */
typedef struct {
  GtkWidget *cells[QUAN_N_LINE_CELLS];  /* form fields; the kind is a button */
  GtkWidget *period, *part, *remove;
  GtkWidget *unseen;                    /* fields of what has none to be seen, NULL until one is to be corrected */
} LineRow;

struct _QuanLinesTable {
  GtkWidget           parent_instance;
  GtkWidget          *scroller, *grid;
  GtkWidget          *kind, *period;          /* the popovers all rows share */
  GtkWidget          *count, *amount, *days, *base, *end;  /* the footer */
  GArray             *rows;                   /* of LineRow */
  int                 awaited;                /* the row that gets the focus once it is there, -1 none */
  guint               growing;                /* source that makes the rows still wanted, 0 none */
  guint               opening, frames;        /* tick that opens the period of a row once it has been scrolled to, 0 none */
  int                 opened;                 /* that row */
  char               *opened_key;             /* "starts" or "ends" */
};

enum { GROWN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuanLinesTable, quan_lines_table, GTK_TYPE_WIDGET)

static const struct {
  const char *heading;
  int         chars;     /* least width of a cell */
  gboolean    figures;   /* aligned to the right */
} columns[N_COLUMNS] = {
  [QUAN_LINE_CELL_KIND]     = { N_("Kind"), 0, FALSE },
  [QUAN_LINE_CELL_ITEM]     = { N_("Item"), 12, FALSE },
  [QUAN_LINE_CELL_QUANTITY] = { N_("Quantity"), 6, TRUE },
  [QUAN_LINE_CELL_UNIT]     = { N_("Unit"), 4, FALSE },
  [QUAN_LINE_CELL_PRICE]    = { N_("Unit price"), 8, TRUE },
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

  for (; row < self->rows->len; row++) {
    const LineRow *one = &g_array_index (self->rows, LineRow, row);

    if (one->remove == button || one->period == button || one->cells[QUAN_LINE_CELL_KIND] == button)
      break;
  }
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

static void
on_kind (GtkButton *button, gpointer data)
{
  QuanLinesTable *self = data;
  const QuanPrepared *prepared = snapshot (self);
  guint row = row_of (self, button);
  const QuanLine *line = row < count_lines (prepared) ? prepared->contract->lines->pdata[row] : NULL;

  quan_line_kind_menu_open (QUAN_LINE_KIND_MENU (self->kind), GTK_WIDGET (button), row, line != NULL ? line->kind : 0);
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

  row.cells[QUAN_LINE_CELL_KIND] = button_new (self, gtk_button_new (), G_CALLBACK (on_kind));
  gtk_button_set_child (GTK_BUTTON (row.cells[QUAN_LINE_CELL_KIND]), gtk_label_new (NULL));
  gtk_widget_set_valign (gtk_button_get_child (GTK_BUTTON (row.cells[QUAN_LINE_CELL_KIND])), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (row.cells[QUAN_LINE_CELL_KIND])), GTK_ALIGN_START);
  gtk_widget_add_css_class (row.cells[QUAN_LINE_CELL_KIND], "kind");
  for (int i = QUAN_LINE_CELL_ITEM; i < QUAN_N_LINE_CELLS; i++)
    row.cells[i] = cell_new (index, i);
  for (int i = 0; i < QUAN_N_LINE_CELLS; i++)
    gtk_grid_attach (GTK_GRID (self->grid), row.cells[i], i, index + 1, 1, 1);
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

static void
drop_row (QuanLinesTable *self)
{
  LineRow *row = &g_array_index (self->rows, LineRow, self->rows->len - 1);

  for (int i = 0; i < QUAN_N_LINE_CELLS; i++)
    gtk_grid_remove (GTK_GRID (self->grid), row->cells[i]);
  gtk_grid_remove (GTK_GRID (self->grid), row->period);
  gtk_grid_remove (GTK_GRID (self->grid), row->part);
  gtk_grid_remove (GTK_GRID (self->grid), row->remove);
  if (row->unseen != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), row->unseen);
  g_array_set_size (self->rows, self->rows->len - 1);
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

/* Fields that nobody sees, so that the page knows a line's kind and period among what is to be corrected. */
static void
list_unseen (QuanLinesTable *self, LineRow *row, guint index, const QuanPrepared *prepared)
{
  const struct {
    const char *key, *name;
  } facts[] = { { "kind", _("Kind") }, { "starts", _("First day") }, { "ends", _("Last day") } };

  if (row->unseen != NULL)
    return;
  row->unseen = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", index, facts[i].key);
    g_autofree char *name = g_strdup_printf (_("%s, line %u"), facts[i].name, index + 1);
    GtkWidget *field = g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", name, "path", path, NULL);

    gtk_box_append (GTK_BOX (row->unseen), field);
    quan_form_field_show (QUAN_FORM_FIELD (field), prepared);
  }
  gtk_widget_set_visible (row->unseen, FALSE);
  gtk_grid_attach (GTK_GRID (self->grid), row->unseen, COLUMN_PERIOD, index + 1, 1, 1);
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
  gtk_widget_set_tooltip_text (row->cells[QUAN_LINE_CELL_ITEM], line != NULL ? line->item : NULL);
  set_class (row->period, "own", own);
  set_class (row->period, "fail", wrong);
  if (quan_line_kind_show (GTK_BUTTON (row->cells[QUAN_LINE_CELL_KIND]), prepared, index) || wrong)
    list_unseen (self, row, index, prepared);
  gtk_widget_set_sensitive (row->cells[QUAN_LINE_CELL_KIND], !prepared->locked);
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

static guint
rows_wanted (const QuanPrepared *prepared)
{
  return MAX (1, count_lines (prepared));
}

/* Makes rows up to a number and shows the snapshot in them. */
static void
grow (QuanLinesTable *self, const QuanPrepared *prepared, guint rows)
{
  while (self->rows->len < MIN (rows, rows_wanted (prepared))) {
    append_row (self);
    show_row (self, prepared, self->rows->len - 1);
    for (int i = QUAN_LINE_CELL_ITEM; i < QUAN_N_LINE_CELLS; i++)
      quan_form_field_show (QUAN_FORM_FIELD (g_array_index (self->rows, LineRow, self->rows->len - 1).cells[i]), prepared);
  }
}

static gboolean
grow_when_idle (gpointer data)
{
  QuanLinesTable *self = data;
  const QuanPrepared *prepared = snapshot (self);

  if (prepared != NULL)
    grow (self, prepared, self->rows->len + ROWS_WHEN_IDLE);
  if (prepared != NULL && self->rows->len < rows_wanted (prepared))
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
  gtk_widget_grab_focus (g_array_index (self->rows, LineRow, self->awaited).cells[QUAN_LINE_CELL_ITEM]);
  self->awaited = -1;
}

void
quan_lines_table_fit (QuanLinesTable *self, const QuanPrepared *prepared)
{
  guint wanted;

  g_return_if_fail (QUAN_IS_LINES_TABLE (self) && prepared != NULL);

  wanted = rows_wanted (prepared);
  while (self->rows->len > wanted)
    drop_row (self);
  move_footer (self, wanted + 1);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, prepared, i);
  grow (self, prepared, ROWS_AT_ONCE);
  if (self->rows->len < wanted && self->growing == 0)
    self->growing = g_idle_add (grow_when_idle, self);
  show_footer (self, prepared);
  focus_awaited (self);
}

/* Whether a widget stands inside the window. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return root != NULL && gtk_widget_compute_bounds (widget, root, &bounds) && bounds.size.height > 0
         && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (root);
}

/* Opens the period of a row as soon as the row has been scrolled to. */
static gboolean
open_scrolled (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QuanLinesTable *self = QUAN_LINES_TABLE (widget);
  const QuanPrepared *prepared = snapshot (self);
  GtkWidget *button = self->opened < (int) self->rows->len
                      ? g_array_index (self->rows, LineRow, self->opened).period : NULL;

  if (button != NULL && !is_in_sight (button) && ++self->frames < FRAMES_MAX)
    return G_SOURCE_CONTINUE;
  self->opening = 0;
  if (prepared != NULL && button != NULL)
    quan_line_period_open (QUAN_LINE_PERIOD (self->period), button, self->opened, self->opened_key, prepared);
  return G_SOURCE_REMOVE;
}

/* Scrolls to a row and opens its period. */
static gboolean
reveal_period (QuanLinesTable *self, int row, const char *key)
{
  self->opened = row;
  g_free (self->opened_key);
  self->opened_key = g_strdup (key);
  self->frames = 0;
  if (self->opening == 0)
    self->opening = gtk_widget_add_tick_callback (GTK_WIDGET (self), open_scrolled, NULL, NULL);
  return gtk_widget_grab_focus (g_array_index (self->rows, LineRow, row).period);
}

gboolean
quan_lines_table_reveal (QuanLinesTable *self, const char *path)
{
  const QuanPrepared *prepared = snapshot (self);
  const char *key = strrchr (path, '.');
  const LineRow *row;
  guint64 index;

  if (key == NULL || prepared == NULL || !g_str_has_prefix (path, "contract.lines["))
    return FALSE;
  index = g_ascii_strtoull (path + strlen ("contract.lines["), NULL, 10);
  if (index >= rows_wanted (prepared))
    return FALSE;
  grow (self, prepared, index + 1);
  row = &g_array_index (self->rows, LineRow, index);
  if (g_str_equal (key, ".kind"))
    return gtk_widget_grab_focus (row->cells[QUAN_LINE_CELL_KIND]);
  if (!g_str_equal (key, ".starts") && !g_str_equal (key, ".ends"))
    return quan_form_focus (self->grid, path);
  return reveal_period (self, index, key + 1);
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
  self->kind = quan_line_kind_menu_new ();
  gtk_widget_set_parent (self->kind, GTK_WIDGET (self));
  make_frame (self);
}

GtkWidget *
quan_lines_table_new (void)
{
  return g_object_new (QUAN_TYPE_LINES_TABLE, NULL);
}
