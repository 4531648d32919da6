#include "ui/wizard/lines-table-private.h"

#include <string.h>

#include "ui/entries/form-field.h"
#include "ui/wizard/line-period.h"

/* How long scrolling to a row is waited for. */
#define FRAMES_MAX 60

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
  const QuanPrepared *prepared = quan_lines_table_snapshot (self);
  GtkWidget *button = self->opened < (int) self->rows->len
                      ? g_array_index (self->rows, QuanLineRow, self->opened).period : NULL;

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
  return gtk_widget_grab_focus (g_array_index (self->rows, QuanLineRow, row).period);
}

gboolean
quan_lines_table_reveal (QuanLinesTable *self, const char *path)
{
  const QuanPrepared *prepared = quan_lines_table_snapshot (self);
  const char *key = strrchr (path, '.');
  const QuanLineRow *row;
  guint64 index;

  if (key == NULL || prepared == NULL || !g_str_has_prefix (path, "contract.lines["))
    return FALSE;
  index = g_ascii_strtoull (path + strlen ("contract.lines["), NULL, 10);
  if (index >= quan_lines_table_rows_wanted (prepared))
    return FALSE;
  quan_lines_table_grow (self, prepared, index + 1);
  row = &g_array_index (self->rows, QuanLineRow, index);
  if (g_str_equal (key, ".kind"))
    return gtk_widget_grab_focus (row->cells[QUAN_LINE_CELL_KIND]);
  if (!g_str_equal (key, ".starts") && !g_str_equal (key, ".ends"))
    return quan_form_focus (self->grid, path);
  return reveal_period (self, index, key + 1);
}
