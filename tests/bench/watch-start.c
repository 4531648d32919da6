/*
 * watch-start PROGRAM ARGUMENT…: starts a program and watches the display, on which nothing else may draw, until it rests.
 * Looks on from outside, so that every program is watched alike and none is held up.
 *
 * Prints one line: PID FIRST LAST CPU RSS PSS, and ends the program when standard input is closed.
 *   FIRST    milliseconds from the start to the first change of the screen
 *   LAST     milliseconds to the first moment at which the screen is as it stays
 *   CPU      milliseconds of processor time that the program's threads had used by LAST
 *   RSS, PSS kilobytes in memory, once the program rests
 * It rests when for two seconds the screen has not changed and the program has hardly worked.
 */
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <X11/Xlib.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>

#define REST_US (2 * G_USEC_PER_SEC)
#define REST_WORK_US 100000           /* what a resting program may work in that time */
#define PATIENCE_US (300 * (gint64) G_USEC_PER_SEC)

/* The screen, seen through memory shared with the server. */
typedef struct {
  Display        *display;
  XImage         *image;
  XShmSegmentInfo memory;
  int             damage_event;
} Watched;

/* What the screen showed from a moment on. */
typedef struct {
  gint64 wall, cpu;  /* microseconds since the start */
  guint  picture;    /* a checksum */
} Sight;

static void
die (const char *what)
{
  fprintf (stderr, "watch-start: %s\n", what);
  exit (1);
}

static void
open_screen (Watched *screen)
{
  int screen_number, error_base;
  Window root;

  screen->display = XOpenDisplay (NULL);
  if (screen->display == NULL)
    die ("there is no display");
  if (!XDamageQueryExtension (screen->display, &screen->damage_event, &error_base))
    die ("the display cannot tell what changes");
  screen_number = DefaultScreen (screen->display);
  root = DefaultRootWindow (screen->display);
  screen->image = XShmCreateImage (screen->display, DefaultVisual (screen->display, screen_number),
                                   (unsigned) DefaultDepth (screen->display, screen_number), ZPixmap, NULL,
                                   &screen->memory, (unsigned) DisplayWidth (screen->display, screen_number),
                                   (unsigned) DisplayHeight (screen->display, screen_number));
  screen->memory.shmid = shmget (IPC_PRIVATE, (gsize) screen->image->bytes_per_line * (gsize) screen->image->height,
                                 IPC_CREAT | 0600);
  screen->memory.shmaddr = screen->image->data = shmat (screen->memory.shmid, NULL, 0);
  screen->memory.readOnly = False;
  if (!XShmAttach (screen->display, &screen->memory))
    die ("the display cannot be looked at");
  XSync (screen->display, False);
  shmctl (screen->memory.shmid, IPC_RMID, NULL);
  XDamageCreate (screen->display, root, XDamageReportRawRectangles);
  XSync (screen->display, False);
}

/* FNV-1a over the pixels. */
static guint
picture_of (Watched *screen)
{
  const guint32 *pixels = (const guint32 *) (const void *) screen->image->data;
  gsize n = (gsize) screen->image->bytes_per_line / 4 * (gsize) screen->image->height;
  guint sum = 2166136261u;

  XShmGetImage (screen->display, DefaultRootWindow (screen->display), screen->image, 0, 0, AllPlanes);
  for (gsize i = 0; i < n; i++)
    sum = (sum ^ (pixels[i] & 0xffffff)) * 16777619u;
  return sum;
}

static gint64
cpu_of (pid_t pid)
{
  clockid_t id;
  struct timespec used;

  if (clock_getcpuclockid (pid, &id) != 0 || clock_gettime (id, &used) != 0)
    die ("the program ended before it was watched");
  return used.tv_sec * (gint64) G_USEC_PER_SEC + used.tv_nsec / 1000;
}

/* Waits up to 20 ms for a change of the screen, and takes in all that have come. */
static gboolean
has_changed (Watched *screen)
{
  struct pollfd server = { ConnectionNumber (screen->display), POLLIN, 0 };
  gboolean changed = FALSE;
  XEvent event;

  if (XPending (screen->display) == 0)
    poll (&server, 1, 20);
  while (XPending (screen->display) > 0) {
    XNextEvent (screen->display, &event);
    changed = changed || event.type == screen->damage_event + XDamageNotify;
  }
  return changed;
}

static pid_t
start (char **command)
{
  pid_t pid = fork ();

  if (pid == -1)
    die ("no process can be started");
  if (pid != 0)
    return pid;
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  dup2 (STDERR_FILENO, STDOUT_FILENO);
  execv (command[0], command);
  _exit (127);
}

/* Every change of the screen until the program rests; of Sight, the first before the start. */
static GArray *
watch (Watched *screen, char **command, pid_t *pid)
{
  GArray *sights = g_array_new (FALSE, FALSE, sizeof (Sight));
  Sight sight = { 0, 0, picture_of (screen) };
  gint64 began, rested_at = 0, rested_cpu = 0;

  g_array_append_val (sights, sight);
  began = g_get_monotonic_time ();
  *pid = start (command);
  do {
    gboolean changed = has_changed (screen);

    sight = (Sight) { g_get_monotonic_time () - began, cpu_of (*pid), sight.picture };
    if (changed)
      sight.picture = picture_of (screen);
    if (sight.picture != g_array_index (sights, Sight, sights->len - 1).picture) {
      g_array_append_val (sights, sight);
      rested_at = sight.wall;
      rested_cpu = sight.cpu;
    } else if (sight.cpu - rested_cpu > REST_WORK_US) {
      rested_at = sight.wall;
      rested_cpu = sight.cpu;
    }
    if (sight.wall > PATIENCE_US || waitpid (*pid, NULL, WNOHANG) != 0)
      die ("the program ended, or never rested");
  } while (sights->len < 2 || sight.wall - rested_at < REST_US);
  return sights;
}

/* The first moment from which on, or at which already, the screen is as it is at the end. */
static const Sight *
find_end (const GArray *sights)
{
  const Sight *all = (const Sight *) (const void *) sights->data;
  guint i = 0;

  while (all[i].picture != all[sights->len - 1].picture)
    i++;
  return &all[i];
}

static long
memory_of (pid_t pid, const char *field)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (found = strstr (text, field)) == NULL)
    die ("the program's memory cannot be read");
  return strtol (found + strlen (field), NULL, 10);
}

int
main (int argc, char **argv)
{
  Watched screen;
  g_autoptr (GArray) sights = NULL;
  const Sight *end;
  pid_t pid;

  if (argc < 2)
    die ("Usage: watch-start PROGRAM ARGUMENT…");
  open_screen (&screen);
  sights = watch (&screen, argv + 1, &pid);
  end = find_end (sights);
  printf ("%d %.1f %.1f %.1f %ld %ld\n", pid, (double) g_array_index (sights, Sight, 1).wall / 1000,
          (double) end->wall / 1000, (double) end->cpu / 1000, memory_of (pid, "Rss:"), memory_of (pid, "Pss:"));
  fflush (stdout);
  while (getchar () != EOF)
    continue;
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return 0;
}
