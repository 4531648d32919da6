#include "ui/entries/date-picker.h"

#include <glib/gi18n.h>

#include "core/base/date.h"

typedef struct {
  GtkWidget     *owner;
  GtkEntry      *entry;
  GtkCalendar   *calendar;
  GtkPopover    *popover;
  QuanPickedFunc picked;
  gboolean       opening;  /* the day is being shown, not chosen */
} Picker;

/* Turns the calendar to the entry's date, or to today. */
static void
show_date (Picker *self)
{
  QuanDate date;
  int year, month, day;
  g_autoptr (GDateTime) shown = NULL;

  if (!quan_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date, NULL))
    date = quan_date_today ();
  quan_date_to_ymd (date, &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, shown);
}

static void
point_to_icon (Picker *self)
{
  graphene_rect_t bounds;
  GdkRectangle icon;

  gtk_entry_get_icon_area (self->entry, GTK_ENTRY_ICON_SECONDARY, &icon);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->entry), self->owner, &bounds))
    return;
  icon.x += (int) bounds.origin.x;
  icon.y += (int) bounds.origin.y;
  gtk_popover_set_pointing_to (self->popover, &icon);
}

static void
open_calendar (Picker *self)
{
  if (!gtk_editable_get_editable (GTK_EDITABLE (self->entry)))
    return;
  self->opening = TRUE;
  show_date (self);
  self->opening = FALSE;
  point_to_icon (self);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static gboolean
shortcut_activated (GtkWidget *entry, GVariant *args, gpointer self)
{
  open_calendar (self);
  return TRUE;
}

static void
icon_pressed (Picker *self, GtkEntryIconPosition position)
{
  if (position == GTK_ENTRY_ICON_SECONDARY)
    open_calendar (self);
}

static void
day_selected (Picker *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;

  if (self->opening)
    return;
  text = g_date_time_format (day, "%Y-%m-%d");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->picked (self->owner);
}

static void
add_shortcut (Picker *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK);
  GtkShortcutAction *action = gtk_callback_action_new (shortcut_activated, self, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), gtk_shortcut_new (trigger, action));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), shortcuts);
}

void
quan_date_picker_attach (GtkWidget *owner, GtkEntry *entry, QuanPickedFunc picked)
{
  Picker *self = g_new0 (Picker, 1);

  self->owner = owner;
  self->entry = entry;
  self->picked = picked;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), owner);
  g_object_set_data_full (G_OBJECT (self->popover), "quan-picker", self, g_free);
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "quan-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _("Choose in the calendar (Alt+Down)"));
  g_signal_connect_swapped (entry, "icon-press", G_CALLBACK (icon_pressed), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected), self);
  add_shortcut (self);
}
