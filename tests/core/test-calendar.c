/* Calendar files: whatever the texts hold, lines are short, characters whole and properties unharmed. */
#include "core/exchange/calendar.h"

#include <string.h>

#define LONGEST 75

static char *
write_events (const QuanCalendarEvent *events, guint n)
{
  g_autoptr (GBytes) bytes = quan_calendar_write (events, n, quan_date_from_ymd (2024, 3, 1));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The file with its folded lines made whole, after a look at each. */
static char *
unfold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  GString *whole = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_cmpuint (strlen (lines[i]), <=, LONGEST);
    g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    g_assert_null (strpbrk (lines[i], "\r\n"));
    if (lines[i][0] != ' ' && i > 0)
      g_string_append_c (whole, '\n');
    g_string_append (whole, lines[i] + (lines[i][0] == ' '));
  }
  return g_string_free (whole, FALSE);
}

/* Characters of one to four octets, in texts of every length about those where lines are folded. */
static void
test_folding (void)
{
  static const char *const characters[] = { "x", "é", "券", "𠮷" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    while (text->len < 3 * LONGEST) {
      QuanCalendarEvent event = { 0, "uid", text->str, "" };
      g_autofree char *written = write_events (&event, 1), *whole = unfold (written);
      g_autofree char *line = g_strdup_printf ("\nSUMMARY:%s\n", text->str);

      g_assert_nonnull (strstr (whole, line));
      g_string_append (text, characters[i]);
    }
  }
}

static void
test_texts (void)
{
  QuanCalendarEvent event = { quan_date_from_ymd (2024, 12, 31), "uid", "a,b;c\\d\ne\r\nf\x01\x7f\rg", "a\n\n\"b:c\"\n" };
  g_autofree char *written = write_events (&event, 1), *whole = unfold (written);

  g_assert_cmpstr (whole, ==,
                   "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Quan//Quan//EN\nCALSCALE:GREGORIAN\n"
                   "BEGIN:VEVENT\nUID:uid\nDTSTAMP:20240301T000000Z\nDTSTART;VALUE=DATE:20241231\n"
                   "DTEND;VALUE=DATE:20250101\nSUMMARY:a\\,b\\;c\\\\d\\ne\\nf   g\nDESCRIPTION:a\\n\\n\"b:c\"\\n\n"
                   "TRANSP:TRANSPARENT\n"
                   "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:a\\,b\\;c\\\\d\\ne\\nf   g\nTRIGGER:-P14D\nEND:VALARM\n"
                   "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:a\\,b\\;c\\\\d\\ne\\nf   g\nTRIGGER:-P3D\nEND:VALARM\n"
                   "END:VEVENT\nEND:VCALENDAR\n");
}

/* A calendar takes two events of one uid for one. */
static void
test_uids (void)
{
  QuanCalendarEvent events[] = { { 0, "one", "", "" }, { 0, "two", "", "" }, { 0, "one", "", "" }, { 0, "one", "", "" } };
  g_autofree char *written = write_events (events, G_N_ELEMENTS (events));

  g_assert_nonnull (strstr (written, "UID:one\r\n"));
  g_assert_nonnull (strstr (written, "UID:two\r\n"));
  g_assert_nonnull (strstr (written, "UID:one/2\r\n"));
  g_assert_nonnull (strstr (written, "UID:one/3\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/folding", test_folding);
  g_test_add_func ("/calendar/texts", test_texts);
  g_test_add_func ("/calendar/uids", test_uids);
  return g_test_run ();
}
