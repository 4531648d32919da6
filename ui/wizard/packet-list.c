#include "ui/wizard/packet-list-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (QuanPacketList, quan_packet_list, GTK_TYPE_BOX)

enum { JUMP, ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

const QuanPacketItem *
quan_packet_list_item (QuanPacketList *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);
  guint i;

  return row != NULL && g_ptr_array_find (self->rows, row, &i) ? g_ptr_array_index (self->items, i) : NULL;
}

static gboolean
same_item (const QuanPacketItem *a, const QuanPacketItem *b)
{
  return a->group == b->group && a->state == b->state && a->attachment == b->attachment && a->first == b->first
         && a->n_pages == b->n_pages && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->detail, b->detail) == 0
         && g_strcmp0 (a->document, b->document) == 0;
}

static gboolean
same_items (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_item (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static void
fill (QuanPacketList *self)
{
  GtkWidget *child;
  int group = -1;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->items->len; i++) {
    const QuanPacketItem *item = g_ptr_array_index (self->items, i);
    GtkWidget *row = quan_packet_row_new (self, i + 1, item);

    if ((int) item->group != group)
      gtk_list_box_append (GTK_LIST_BOX (self->list), quan_packet_group_row_new (self->items, item->group));
    group = item->group;
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    g_ptr_array_add (self->rows, row);
  }
}

/* The row that has the focus, or holds what has it; -1 if none does. */
static int
focused_row (QuanPacketList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  guint i;

  return focus != NULL && g_ptr_array_find (self->rows, focus, &i) ? (int) i : -1;
}

void
quan_packet_list_show (QuanPacketList *self, const QuanPacketFacts *facts, QuanPdf *pdf)
{
  g_autoptr (GPtrArray) items = NULL;
  int focused;

  g_return_if_fail (QUAN_IS_PACKET_LIST (self) && facts != NULL);

  items = quan_packet_items (facts, pdf);
  if (self->locked == facts->locked && same_items (self->items, items))
    return;
  focused = focused_row (self);
  self->locked = facts->locked;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_steal_pointer (&items);
  fill (self);
  if (focused >= 0 && focused < (int) self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, focused));
}

void
quan_packet_list_mark (QuanPacketList *self, guint page)
{
  GtkListBoxRow *found = NULL;

  g_return_if_fail (QUAN_IS_PACKET_LIST (self));

  for (guint i = 0; i < self->rows->len; i++) {
    const QuanPacketItem *item = g_ptr_array_index (self->items, i);

    if (item->first >= 0 && item->first <= (int) page && page < item->first + item->n_pages) {
      found = g_ptr_array_index (self->rows, i);
      if (item->first == (int) page)
        break;
    }
  }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), found);
}

const char *
quan_packet_list_word (QuanPacketList *self, const char *document)
{
  g_return_val_if_fail (QUAN_IS_PACKET_LIST (self) && document != NULL, NULL);

  for (guint i = 0; self->items != NULL && i < self->items->len; i++) {
    const QuanPacketItem *item = g_ptr_array_index (self->items, i);

    if (g_strcmp0 (item->document, document) == 0)
      return quan_packet_item_word (item);
  }
  return NULL;
}

static void
on_row_activated (QuanPacketList *self, GtkListBoxRow *row)
{
  const QuanPacketItem *item = quan_packet_list_item (self, GTK_WIDGET (row));

  if (item == NULL)
    return;
  if (item->first >= 0)
    g_signal_emit (self, signals[JUMP], 0, (guint) item->first);
  else if (item->document != NULL && item->state != QUAN_DOCUMENT_MADE && !self->locked)
    g_signal_emit (self, signals[ADD], 0, item->document);
}

static void
quan_packet_list_finalize (GObject *object)
{
  QuanPacketList *self = QUAN_PACKET_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (quan_packet_list_parent_class)->finalize (object);
}

static void
quan_packet_list_class_init (QuanPacketListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quan_packet_list_finalize;
  signals[JUMP] = g_signal_new ("jump", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
quan_packet_list_init (QuanPacketList *self)
{
  self->rows = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Documents of the packet"), -1);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "packet-list");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (GTK_BOX (self), self->list);
}
