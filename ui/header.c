#include "ui/header.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"

struct _QuanHeader {
  GtkWidget   parent_instance;
  QuanOffice *office;
  GtkWidget  *bar;
  GtkWidget  *back, *origin, *enterprise, *enterprise_name, *enterprises;
  GtkWidget  *title;   /* where there is nothing to search */
  GtkWidget  *search;
  GtkWidget  *day, *day_label, *calendar;
  gboolean    turning;   /* the calendar is being set, not chosen from */
};

G_DEFINE_FINAL_TYPE (QuanHeader, quan_header, GTK_TYPE_WIDGET)

/* A menu button with an icon, a text and an arrow, as wide as its text. */
static GtkWidget *
menu_button_new (const char *icon, GtkWidget **label, GtkWidget *content)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (*label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (*label), 24);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), *label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *row, QuanHeader *self)
{
  const char *uscc = g_object_get_data (G_OBJECT (row), "uscc");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->enterprise));
  if (uscc != NULL)
    quan_office_set_enterprise (self->office, uscc);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-enterprise", NULL);
}

static void
add_choice (QuanHeader *self, const char *uscc, const char *text, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (text), *second = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_widget_add_css_class (second, "dim");
  gtk_widget_add_css_class (second, "small");
  gtk_box_append (GTK_BOX (box), first);
  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), second);
  else
    g_object_unref (g_object_ref_sink (second));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "uscc", g_strdup (uscc), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->enterprises), row);
}

static void
show_day (QuanHeader *self)
{
  QuanDate day = quan_office_as_of (self->office);
  gboolean today = day == quan_date_today ();
  char iso[QUAN_DATE_BUF];
  g_autofree char *text = g_strdup_printf (today ? _("Today %s") : _("As of %s"), quan_date_iso (day, iso));
  g_autoptr (GDateTime) time = NULL;
  int year, month, of_month;

  quan_date_to_ymd (day, &year, &month, &of_month);
  time = g_date_time_new_utc (year, month, of_month, 0, 0, 0);
  self->turning = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), time);
  self->turning = FALSE;
  gtk_label_set_text (GTK_LABEL (self->day_label), text);
  quan_set_name (self->day, text);
}

void
quan_header_show (QuanHeader *self, const QuanFrame *frame)
{
  const char *shown = NULL;
  GtkWidget *row;

  g_return_if_fail (QUAN_IS_HEADER (self));

  while ((row = gtk_widget_get_first_child (self->enterprises)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->enterprises), row);
  for (guint i = 0; frame != NULL && i < frame->enterprises->len; i++) {
    const QuanChoice *choice = &g_array_index (frame->enterprises, QuanChoice, i);

    add_choice (self, choice->uscc, choice->name, choice->uscc);
    if (g_strcmp0 (choice->uscc, quan_office_enterprise (self->office)) == 0)
      shown = choice->name;
  }
  add_choice (self, NULL, _("Another enterprise…"), NULL);
  gtk_widget_set_visible (self->enterprise, shown != NULL);
  gtk_label_set_text (GTK_LABEL (self->enterprise_name), shown != NULL ? shown : "");
  quan_set_name (self->enterprise, shown != NULL ? shown : _("Enterprise"));
  show_day (self);
}

void
quan_header_set_wizard (QuanHeader *self, const char *origin)
{
  g_autofree char *name = origin != NULL ? g_strdup_printf (_("Save and go back to: %s"), origin) : NULL;

  g_return_if_fail (QUAN_IS_HEADER (self));

  gtk_widget_set_visible (self->back, origin != NULL);
  if (name != NULL)
    quan_set_name (self->back, name);
  gtk_label_set_text (GTK_LABEL (self->origin), origin != NULL ? origin : "");
  gtk_widget_set_visible (self->search, origin == NULL);
  gtk_widget_set_sensitive (self->enterprise, origin == NULL);
}

void
quan_header_set_open (QuanHeader *self, gboolean open)
{
  g_return_if_fail (QUAN_IS_HEADER (self));

  gtk_widget_set_visible (self->search, open && !gtk_widget_get_visible (self->back));
  gtk_widget_set_visible (self->title, !open);
  gtk_widget_set_visible (self->day, open);
  if (!open)
    gtk_widget_set_visible (self->enterprise, FALSE);
}

GtkWidget *
quan_header_search (QuanHeader *self)
{
  g_return_val_if_fail (QUAN_IS_HEADER (self), NULL);
  return self->search;
}

static void
day_selected_cb (GtkCalendar *calendar, QuanHeader *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (calendar);
  QuanDate day = quan_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                                     g_date_time_get_day_of_month (time));

  if (!self->turning && day != QUAN_DATE_NONE)
    quan_office_set_as_of (self->office, day);
}

static GtkWidget *
day_new (QuanHeader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_mnemonic (_("Back to _today"));

  self->calendar = gtk_calendar_new ();
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "win.today");
  quan_set_name (today, _("Back to today"));
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), today);
  return menu_button_new ("quan-calendar-symbolic", &self->day_label, box);
}

static GtkWidget *
menu_new (GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "quan-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Menu"));
  quan_set_name (button, _("Menu"));
  return button;
}

static GtkWidget *
back_new (QuanHeader *self)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("quan-previous-symbolic"));
  self->origin = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->origin);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.leave");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Save and go back"));
  return button;
}

static void
office_changed_cb (QuanHeader *self)
{
  show_day (self);
}

static void
quan_header_dispose (GObject *object)
{
  QuanHeader *self = QUAN_HEADER (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_header_parent_class)->dispose (object);
}

static void
quan_header_class_init (QuanHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_header_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quan_header_init (QuanHeader *self)
{
}

/* The search entry, or the program's name in its place. */
static GtkWidget *
middle_new (QuanHeader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->title = gtk_label_new (_("Quan: compute vouchers"));
  gtk_widget_add_css_class (self->title, "strong");
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search (Ctrl+F)"), "width-chars", 26, "max-width-chars", 26, NULL);
  gtk_widget_set_valign (self->search, GTK_ALIGN_CENTER);
  quan_set_name (self->search, _("Search"));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->search);
  return box;
}

GtkWidget *
quan_header_new (QuanOffice *office, GMenuModel *menu)
{
  QuanHeader *self = g_object_new (QUAN_TYPE_HEADER, NULL);

  self->office = g_object_ref (office);
  self->bar = gtk_header_bar_new ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->back = back_new (self);
  self->enterprises = gtk_list_box_new ();
  gtk_widget_add_css_class (self->enterprises, "navigation");
  g_signal_connect (self->enterprises, "row-activated", G_CALLBACK (chosen_cb), self);
  self->enterprise = menu_button_new ("quan-enterprise-symbolic", &self->enterprise_name, self->enterprises);
  gtk_widget_add_css_class (self->enterprise_name, "strong");
  self->day = day_new (self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (self->bar), self->back);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (self->bar), self->enterprise);
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->bar), middle_new (self));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->bar), menu_new (menu));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->bar), self->day);
  g_signal_connect_object (office, "notify::as-of", G_CALLBACK (office_changed_cb), self, G_CONNECT_SWAPPED);
  quan_header_set_wizard (self, NULL);
  quan_header_show (self, NULL);
  return GTK_WIDGET (self);
}
