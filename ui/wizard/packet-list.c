#include "ui/wizard/packet-list.h"

#include <glib/gi18n-lib.h>

#include "ui/state-mark.h"

struct _QuanPacketList {
  GtkBox     parent_instance;
  GtkWidget *list;
  GPtrArray *items;  /* of QuanPacketItem, what is shown; NULL before the first */
  GPtrArray *rows;   /* of GtkListBoxRow, one for each */
  gboolean   locked;
};

G_DEFINE_FINAL_TYPE (QuanPacketList, quan_packet_list, GTK_TYPE_BOX)

enum { JUMP, ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static const QuanPacketItem *
item_of (QuanPacketList *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);
  guint i;

  return row != NULL && g_ptr_array_find (self->rows, row, &i) ? g_ptr_array_index (self->items, i) : NULL;
}

static void
on_add (GtkWidget *button, QuanPacketList *self)
{
  g_signal_emit (self, signals[ADD], 0, item_of (self, button)->document);
}

static void
on_remove (GtkWidget *button, QuanPacketList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.detach", "x", item_of (self, button)->attachment);
}

static void
on_date (GtkWidget *button, QuanPacketList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.reveal", "s", item_of (self, button)->dated);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QuanPacketList *self)
{
  const QuanPacketItem *item = item_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *document = g_strdup (item->document);
  gboolean taken = FALSE;

  for (GSList *l = files; l != NULL; l = l->next) {
    const char *path = g_file_peek_path (l->data);

    taken = taken || path != NULL;
    if (path != NULL)
      gtk_widget_activate_action (GTK_WIDGET (self), "wizard.attach", "(ss)", document, path);
  }
  return taken;
}

static void
take_drops (QuanPacketList *self, GtkWidget *row)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* A link at the end of a row; its name says which row, for those who hear it alone. */
static GtkWidget *
link_new (QuanPacketList *self, const char *text, const char *title, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  g_autofree char *name = g_strdup_printf ("%s %s", text, title);

  gtk_widget_add_css_class (button, "link");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
remove_button_new (QuanPacketList *self, const QuanPacketItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *name = g_strdup_printf (_("Take out the file of “%s”"), item->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  return button;
}

static void
add_actions (QuanPacketList *self, GtkBox *box, const QuanPacketItem *item)
{
  if (self->locked || item->document == NULL)
    return;
  if (item->attachment != 0)
    gtk_box_append (box, remove_button_new (self, item));
  if (item->state == QUAN_DOCUMENT_STALE)
    gtk_box_append (box, link_new (self, _("Date…"), item->title, G_CALLBACK (on_date)));
  if (item->state != QUAN_DOCUMENT_MADE)
    gtk_box_append (box, link_new (self, item->attachment != 0 ? _("Replace…") : _("Add…"), item->title,
                                   G_CALLBACK (on_add)));
}

static void
add_texts (GtkBox *box, const QuanPacketItem *item)
{
  GtkWidget *title = label_new (item->title, NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (box, title);
  if (item->starred)
    gtk_box_append (box, label_new ("★", "review"));
  if (item->detail != NULL) {
    GtkWidget *detail = label_new (item->detail, "dim");

    gtk_widget_add_css_class (detail, "small");
    gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars (GTK_LABEL (detail), 4);
    gtk_widget_set_hexpand (detail, TRUE);
    gtk_box_append (box, detail);
  } else {
    gtk_widget_set_hexpand (title, TRUE);
  }
}

static char *
pages_text (const QuanPacketItem *item)
{
  return item->n_pages > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", item->n_pages),
                                              item->n_pages) : g_strdup ("");
}

/* What a row says as one sentence. */
static void
name_row (GtkWidget *row, guint number, const QuanPacketItem *item)
{
  g_autofree char *name = g_strdup_printf ("%u. %s: %s%s%s", number, item->title, quan_packet_item_word (item),
                                           item->detail != NULL ? ", " : "", item->detail != NULL ? item->detail : "");
  g_autofree char *tip = item->requirement != NULL ? g_strdup_printf ("%s\n%s", item->title, item->requirement) : NULL;

  gtk_widget_set_tooltip_text (row, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
row_new (QuanPacketList *self, guint number, const QuanPacketItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *figure = g_strdup_printf ("%u", number);
  g_autofree char *pages = pages_text (item);
  GtkWidget *place = label_new (figure, "num"), *word = label_new (quan_packet_item_word (item), NULL);

  gtk_widget_add_css_class (row, "item");
  gtk_box_append (GTK_BOX (box), quan_state_icon_new (quan_packet_item_icon (item), quan_packet_item_class (item),
                                                      quan_packet_item_word (item)));
  gtk_label_set_width_chars (GTK_LABEL (place), 2);
  gtk_label_set_xalign (GTK_LABEL (place), 1);
  gtk_widget_add_css_class (place, "dim");
  gtk_box_append (GTK_BOX (box), place);
  add_texts (GTK_BOX (box), item);
  quan_state_class_set (word, quan_packet_item_class (item));
  gtk_box_append (GTK_BOX (box), word);
  if (item->n_pages > 0) {
    GtkWidget *count = label_new (pages, "num");

    gtk_label_set_xalign (GTK_LABEL (count), 1);
    gtk_label_set_width_chars (GTK_LABEL (count), 6);
    gtk_box_append (GTK_BOX (box), count);
  }
  add_actions (self, GTK_BOX (box), item);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_row (row, number, item);
  if (!self->locked && item->document != NULL)
    take_drops (self, row);
  return row;
}

/* "Made by this program · 13 items, 15 pages". */
static char *
group_text (const GPtrArray *items, QuanItemGroup group)
{
  guint n = 0, pages = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < items->len; i++) {
    const QuanPacketItem *item = g_ptr_array_index (items, i);

    n += item->group == group;
  }
  for (guint i = 0; i < items->len; i++) {
    const QuanPacketItem *item = g_ptr_array_index (items, i);

    if (item->group == group && item->first >= 0)
      pages = MAX (pages, item->first + item->n_pages);
  }
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
  if (group == QUAN_ITEMS_NAMED)
    return g_strdup_printf (_("Named in the notice ★ · %s"), count);
  if (group == QUAN_ITEMS_USUAL)
    return g_strdup_printf (_("Usual practice · %s · a draft can be printed without them"), count);
  if (pages == 0)
    return g_strdup_printf (_("Made by this program · %s"), count);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Made by this program · %s · %u page",
                                       "Made by this program · %s · %u pages", pages), count, pages);
}

static GtkWidget *
group_row_new (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = label_new (text, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (row, "group");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
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
    GtkWidget *row = row_new (self, i + 1, item);

    if ((int) item->group != group) {
      g_autofree char *text = group_text (self->items, item->group);

      gtk_list_box_append (GTK_LIST_BOX (self->list), group_row_new (text));
      group = item->group;
    }
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
quan_packet_list_show (QuanPacketList *self, const QuanPrepared *prepared, QuanPdf *pdf)
{
  g_autoptr (GPtrArray) items = NULL;
  int focused;

  g_return_if_fail (QUAN_IS_PACKET_LIST (self) && prepared != NULL);

  items = quan_packet_items (prepared, pdf);
  if (self->locked == prepared->locked && same_items (self->items, items))
    return;
  focused = focused_row (self);
  self->locked = prepared->locked;
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
  const QuanPacketItem *item = item_of (self, GTK_WIDGET (row));

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

GtkWidget *
quan_packet_list_new (void)
{
  return g_object_new (QUAN_TYPE_PACKET_LIST, NULL);
}
