#include "ui/reminder.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/settings.h"

/* A day from which on something is so is no deadline, and for what is over it is too late. */
static gboolean
is_near (const QuanAgendaItem *item, QuanDate today)
{
  return item->kind != QUAN_AGENDA_NO_ROUND && item->date >= today && item->date - today <= QUAN_AGENDA_SOON;
}

/* "By 2025-11-14: 30,246.57 yuan, payable in this round". */
static char *
due_text (const QuanAgendaItem *item)
{
  g_autofree char *figure = quan_figure (item->amount);
  char iso[QUAN_DATE_BUF];

  if (*item->amount_is == '\0' || item->amount == QUAN_FEN_NONE || item->amount == 0)
    return g_strdup_printf (_("By %s"), quan_date_iso (item->date, iso));
  return g_strdup_printf (_("By %s: %s yuan, %s"), quan_date_iso (item->date, iso), figure, item->amount_is);
}

gboolean
quan_reminder_compose (const GArray *agenda, QuanDate today, char **title, char **body)
{
  const QuanAgendaItem *nearest = NULL;
  g_autofree char *due = NULL;
  int n = 0;

  for (guint i = 0; i < agenda->len; i++) {
    const QuanAgendaItem *item = &g_array_index (agenda, QuanAgendaItem, i);

    if (!is_near (item, today))
      continue;
    if (nearest == NULL || item->date < nearest->date)
      nearest = item;
    n++;
  }
  if (nearest == NULL)
    return FALSE;
  due = due_text (nearest);
  *title = n == 1 ? g_strdup (nearest->what)
                  : g_strdup_printf (ngettext ("%d deadline within %d days", "%d deadlines within %d days", n), n,
                                     QUAN_AGENDA_SOON);
  *body = n == 1 ? g_steal_pointer (&due) : g_strdup_printf ("%s\n%s", nearest->what, due);
  return TRUE;
}

/* A reminder on its way: what takes notifications is being looked for. */
typedef struct {
  GApplication  *application;
  GSettings     *settings;
  GNotification *notification;
  QuanDate       today;
  guint          watch;
} Reminder;

static void
reminder_free (gpointer data)
{
  Reminder *reminder = data;

  g_object_unref (reminder->application);
  g_object_unref (reminder->settings);
  g_object_unref (reminder->notification);
  g_free (reminder);
}

static void
found_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  Reminder *reminder = data;
  char iso[QUAN_DATE_BUF];

  g_application_send_notification (reminder->application, "deadlines", reminder->notification);
  g_settings_set_string (reminder->settings, QUAN_SETTING_REMINDED_ON, quan_date_iso (reminder->today, iso));
  g_bus_unwatch_name (reminder->watch);
}

static void
missing_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  g_bus_unwatch_name (((Reminder *) data)->watch);
}

/* GIO complains of a notification that nothing takes, so it is sent only once something was found that does. */
static void
send_where_taken (GApplication *application, GSettings *settings, GNotification *notification, QuanDate today)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  Reminder *reminder;

  if (bus == NULL)
    return;
  reminder = g_new (Reminder, 1);
  *reminder = (Reminder) { g_object_ref (application), g_object_ref (settings), g_object_ref (notification), today };
  reminder->watch = g_bus_watch_name_on_connection (bus, "org.freedesktop.Notifications", G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                    found_cb, missing_cb, reminder, reminder_free);
}

void
quan_reminder_send (GApplication *application, GSettings *settings, const QuanOverview *overview)
{
  g_autofree char *title = NULL, *body = NULL, *last = g_settings_get_string (settings, QUAN_SETTING_REMINDED_ON);
  g_autoptr (GNotification) notification = NULL;
  QuanDate today = overview->view.as_of;
  char iso[QUAN_DATE_BUF];

  if (application == NULL || !g_settings_get_boolean (settings, QUAN_SETTING_REMIND)
      || strcmp (last, quan_date_iso (today, iso)) == 0
      || !quan_reminder_compose (overview->agenda, today, &title, &body))
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.overview");
  send_where_taken (application, settings, notification, today);
}
