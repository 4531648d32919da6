/* How long the window's thread is held up by a register of many contracts, and how long the officer waits:
 * bench-register STORE. Prints, for each thing done, the seconds it took and the longest turn of the main loop. */
#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "ui/registers/contracts-page.h"
#include "ui/registers/register.h"
#include "ui/style.h"

/* The longest turn of the main loop, from one poll to the next, by the clock and by the thread's own processor time, which
 * other programs do not lengthen. In microseconds. */
static gint64 longest, turn_began, longest_cpu, turn_began_cpu;

static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * (gint64) G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
watched_poll (GPollFD *fds, guint n, int timeout)
{
  int ready;

  if (turn_began != 0) {
    longest = MAX (longest, g_get_monotonic_time () - turn_began);
    longest_cpu = MAX (longest_cpu, processor_time () - turn_began_cpu);
  }
  ready = g_poll (fds, n, timeout);
  turn_began = g_get_monotonic_time ();
  turn_began_cpu = processor_time ();
  return ready;
}

static gboolean
raise_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, raise_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (void)
{
  longest = longest_cpu = 0;
}

/* Waits until a register has done what it was asked for, and says how long that took. */
static void
settle (QuanRegister *shown, const char *what, gint64 began)
{
  gint64 done;

  while (quan_register_is_busy (shown))
    g_main_context_iteration (NULL, TRUE);
  done = g_get_monotonic_time ();
  run_for (200);
  printf ("%-28s %7.3f s   longest turn %6.1f ms, of work %6.1f ms   %u rows\n", what, (double) (done - began) / G_USEC_PER_SEC,
          (double) longest / 1000, (double) longest_cpu / 1000, quan_register_length (shown));
  begin ();
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer opened)
{
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  *(gboolean *) opened = TRUE;
}

static void
search_for (QuanRegister *shown, const char *what, const char *text)
{
  gint64 began = g_get_monotonic_time ();

  quan_register_search (shown, text);
  settle (shown, what, began);
}

static void
sort_by (QuanRegister *shown, const char *what, const char *column)
{
  gint64 began = g_get_monotonic_time ();

  quan_register_sort (shown, column, FALSE);
  settle (shown, what, began);
}

/* Scrolls by so many pixels a frame. */
static void
scroll (QuanRegister *shown, const char *what, double by, guint times)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (quan_register_view (shown)));
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < times; i++) {
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
    run_for (17);
  }
  settle (shown, what, began);
}

static QuanOffice *
open_store (const char *path)
{
  QuanOffice *office = quan_office_new ();
  gboolean opened = FALSE;

  quan_office_set_as_of (office, quan_date_parse_iso ("2025-07-10"));
  quan_office_open (office, path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  return office;
}

static QuanRegister *
show_register (QuanOffice *office)
{
  GtkWidget *window = gtk_window_new (), *page = g_object_new (QUAN_TYPE_CONTRACTS_PAGE, "office", office, NULL);
  gint64 began = g_get_monotonic_time ();

  gtk_widget_add_css_class (window, "quan");
  gtk_window_set_default_size (GTK_WINDOW (window), 1190, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  run_for (100);
  printf ("%-28s %7.3f s   longest turn %6.1f ms, of work %6.1f ms\n", "window",
          (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC,
          (double) longest / 1000, (double) longest_cpu / 1000);
  begin ();
  settle (QUAN_REGISTER (gtk_widget_get_first_child (page)), "rows", began);
  return QUAN_REGISTER (gtk_widget_get_first_child (page));
}

int
main (int argc, char **argv)
{
  g_autoptr (QuanOffice) office = NULL;
  QuanRegister *shown;

  setlocale (LC_ALL, "");
  gtk_init ();
  if (argc != 2) {
    fprintf (stderr, "Usage: bench-register STORE\n");
    return 2;
  }
  quan_style_install (gdk_display_get_default ());
  g_main_context_set_poll_func (NULL, watched_poll);
  office = open_store (argv[1]);
  shown = show_register (office);
  scroll (shown, "scroll, 3 rows a frame", 84, 60);
  scroll (shown, "scroll, a page a frame", 600, 60);
  scroll (shown, "scroll, 1,000 pages a frame", 600000, 4);
  sort_by (shown, "sort by title, first", "title");
  sort_by (shown, "sort by ceiling", "ceiling");
  sort_by (shown, "sort by title, again", "title");
  search_for (shown, "search, first", "号");
  search_for (shown, "search, few found", "第77777号");
  search_for (shown, "search, some found", "77");
  search_for (shown, "search, nothing found", "无此合同");
  search_for (shown, "search, all again", "");
  quan_office_close (office);
  return 0;
}
