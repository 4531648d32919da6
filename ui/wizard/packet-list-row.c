#include "ui/wizard/packet-list-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/state-mark.h"

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_add (GtkWidget *button, QuanPacketList *self)
{
  g_signal_emit_by_name (self, "add", quan_packet_list_item (self, button)->document);
}

static void
on_remove (GtkWidget *button, QuanPacketList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.detach", "x", quan_packet_list_item (self, button)->attachment);
}

static void
on_date (GtkWidget *button, QuanPacketList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.reveal", "s", quan_packet_list_item (self, button)->dated);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QuanPacketList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const QuanPacketItem *item = quan_packet_list_item (self, row);
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
  quan_set_name (button, name);
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
  quan_set_name (button, name);
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
  quan_set_name (row, name);
}

GtkWidget *
quan_packet_row_new (QuanPacketList *self, guint number, const QuanPacketItem *item)
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

static char *
group_text (const GPtrArray *items, QuanItemGroup group)
{
  guint n = 0, pages = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < items->len; i++) {
    const QuanPacketItem *item = g_ptr_array_index (items, i);

    n += item->group == group;
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

GtkWidget *
quan_packet_group_row_new (const GPtrArray *items, QuanItemGroup group)
{
  g_autofree char *text = group_text (items, group);
  GtkWidget *row = gtk_list_box_row_new (), *label = label_new (text, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (row, "group");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  quan_set_name (row, text);
  return row;
}
