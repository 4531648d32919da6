#include "core/exchange/calendar.h"

/* Octets of a line without its end (RFC 5545, 3.1). */
#define LINE_MAX_OCTETS 75

static const int alarm_days[] = { 14, 3 };

/* Octets of the next line of a folded text: as many whole characters as there is room for. */
static gsize
fold_at (const char *text, gsize room)
{
  const char *end = text;

  while (*end != '\0' && (gsize) (g_utf8_next_char (end) - text) <= room)
    end = g_utf8_next_char (end);
  return end - text;
}

/* One content line, folded where it is long: a line that begins with a blank goes on the one before. */
static void
add_line (GString *out, const char *line)
{
  gsize length = fold_at (line, LINE_MAX_OCTETS);

  g_string_append_len (out, line, length);
  for (line += length; *line != '\0'; line += length) {
    length = fold_at (line, LINE_MAX_OCTETS - 1);
    g_string_append (out, "\r\n ");
    g_string_append_len (out, line, length);
  }
  g_string_append (out, "\r\n");
}

/* A value of type TEXT (3.3.11). Of control characters only the line break, in either of its forms, is kept. */
static void
add_text (GString *out, const char *property, const char *text)
{
  g_autoptr (GString) line = g_string_new (property);

  g_string_append_c (line, ':');
  for (; *text != '\0'; text++) {
    text += text[0] == '\r' && text[1] == '\n';
    if (*text == '\n')
      g_string_append (line, "\\n");
    else if (g_ascii_iscntrl (*text))
      g_string_append_c (line, ' ');
    else if (*text == '\\' || *text == ',' || *text == ';')
      g_string_append_printf (line, "\\%c", *text);
    else
      g_string_append_c (line, *text);
  }
  add_line (out, line->str);
}

static void
add_date (GString *out, const char *before, QuanDate date, const char *behind)
{
  int year, month, day;

  quan_date_to_ymd (date, &year, &month, &day);
  g_string_append_printf (out, "%s:%04d%02d%02d%s\r\n", before, year, month, day, behind);
}

static void
add_alarm (GString *out, const QuanCalendarEvent *event, int days)
{
  add_line (out, "BEGIN:VALARM");
  add_line (out, "ACTION:DISPLAY");
  add_text (out, "DESCRIPTION", event->summary);
  g_string_append_printf (out, "TRIGGER:-P%dD\r\n", days);
  add_line (out, "END:VALARM");
}

/* The event's uid, with a number where it was there before. */
static char *
distinguish (GHashTable *uids, const char *uid)
{
  guint times = GPOINTER_TO_UINT (g_hash_table_lookup (uids, uid)) + 1;

  g_hash_table_insert (uids, (char *) uid, GUINT_TO_POINTER (times));
  return times == 1 ? g_strdup (uid) : g_strdup_printf ("%s/%u", uid, times);
}

static void
add_event (GString *out, const QuanCalendarEvent *event, const char *uid, QuanDate stamp)
{
  add_line (out, "BEGIN:VEVENT");
  add_text (out, "UID", uid);
  add_date (out, "DTSTAMP", stamp, "T000000Z");
  add_date (out, "DTSTART;VALUE=DATE", event->date, "");
  add_date (out, "DTEND;VALUE=DATE", event->date + 1, "");
  add_text (out, "SUMMARY", event->summary);
  add_text (out, "DESCRIPTION", event->detail);
  add_line (out, "TRANSP:TRANSPARENT");
  for (guint i = 0; i < G_N_ELEMENTS (alarm_days); i++)
    add_alarm (out, event, alarm_days[i]);
  add_line (out, "END:VEVENT");
}

GBytes *
quan_calendar_write (const QuanCalendarEvent *events, guint n, QuanDate stamp)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  GString *out = g_string_new (NULL);

  add_line (out, "BEGIN:VCALENDAR");
  add_line (out, "VERSION:2.0");
  add_line (out, "PRODID:-//Quan//Quan//EN");
  add_line (out, "CALSCALE:GREGORIAN");
  for (guint i = 0; i < n; i++) {
    g_autofree char *uid = distinguish (uids, events[i].uid);

    add_event (out, &events[i], uid, stamp);
  }
  add_line (out, "END:VCALENDAR");
  return g_string_free_to_bytes (out);
}
