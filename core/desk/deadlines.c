/* What is due, without the rest of the overview, and as a calendar. */
#include "core/desk/overview.h"

#include <glib/gi18n-lib.h>

#include "core/exchange/calendar.h"

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const QuanAgendaItem *left = a, *right = b;

  return left->deadline < right->deadline ? -1 : left->deadline > right->deadline;
}

GArray *
quan_desk_deadlines (QuanDesk *desk, const char *enterprise, GError **error)
{
  const QuanEnterprise *chosen = quan_desk_enterprise (desk, enterprise, error);
  g_autoptr (QuanOverview) overview = NULL;

  if (chosen != NULL)
    overview = quan_desk_overview (desk, chosen->uscc, error);
  if (overview == NULL)
    return NULL;
  g_array_sort (overview->agenda, compare_deadlines); /* a stable sort: what is due on one day stays in its order */
  return g_steal_pointer (&overview->agenda);
}

/* The same in every language and on every day; ASCII, whatever the records hold. */
static char *
name_event (const QuanEnterprise *enterprise, const QuanAgendaItem *item)
{
  g_autofree char *about = g_uri_escape_string (item->about, NULL, FALSE);

  return g_strdup_printf ("%s-%s-%s@io.github.quan.Quan", quan_agenda_kind_id (item->kind), enterprise->uscc, about);
}

/* Why, how much, and whose deadline it is, a line each. */
static char *
describe_event (const QuanEnterprise *enterprise, const QuanAgendaItem *item)
{
  GString *text = g_string_new (item->detail);
  char amount[QUAN_MONEY_BUF];

  if (item->amount != QUAN_FEN_NONE) {
    g_string_append_c (text, '\n');
    g_string_append_printf (text, _("%s yuan %s"), quan_money_grouped (item->amount, amount), item->amount_is);
  }
  g_string_append_printf (text, "\n%s %s", enterprise->uscc, enterprise->name != NULL ? enterprise->name : "");
  return g_strchomp (g_string_free (text, FALSE));
}

GBytes *
quan_desk_calendar (const QuanEnterprise *enterprise, const GArray *deadlines, QuanDate as_of)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree QuanCalendarEvent *events = g_new (QuanCalendarEvent, deadlines->len);

  for (guint i = 0; i < deadlines->len; i++) {
    const QuanAgendaItem *item = &g_array_index (deadlines, QuanAgendaItem, i);
    char *uid = name_event (enterprise, item), *detail = describe_event (enterprise, item);

    g_ptr_array_add (texts, uid);
    g_ptr_array_add (texts, detail);
    events[i] = (QuanCalendarEvent) { item->deadline, uid, item->what, detail };
  }
  return quan_calendar_write (events, deadlines->len, as_of);
}
