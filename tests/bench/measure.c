#define _GNU_SOURCE
#include "tests/bench/measure.h"

#include <errno.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SELF "/proc/self/exe"
#define PEAK "VmHWM:"

double
measure_now (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now) != 0)
    g_error ("The processor time cannot be read: %s", g_strerror (errno));
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

void
samples_add (Samples *samples, double value)
{
  g_assert (samples->n < G_N_ELEMENTS (samples->values));
  samples->values[samples->n++] = value;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
samples_median (const Samples *samples)
{
  Samples sorted = *samples;

  if (sorted.n == 0)
    return NAN;
  qsort (sorted.values, sorted.n, sizeof sorted.values[0], compare);
  return sorted.values[sorted.n / 2];
}

static double
milliseconds (const struct timeval *time)
{
  return time->tv_sec * 1e3 + time->tv_usec / 1e3;
}

/* Starts the program with its standard output in a file. */
static pid_t
start (const char *const *arguments, int output)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  posix_spawn_file_actions_t actions;
  pid_t child;
  int status;

  g_ptr_array_add (argv, (gpointer) SELF);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, output, STDOUT_FILENO);
  status = posix_spawn (&child, SELF, &actions, NULL, (char **) argv->pdata, environ);
  posix_spawn_file_actions_destroy (&actions);
  if (status != 0)
    g_error ("The program cannot be started again: %s", g_strerror (status));
  return child;
}

ChildCost
measure_child (const char *const *arguments)
{
  int output = memfd_create ("measure", MFD_CLOEXEC), status;
  char report[64] = "";
  struct rusage usage;
  pid_t child;

  if (output < 0)
    g_error ("No file can be held in memory: %s", g_strerror (errno));
  child = start (arguments, output);
  if (wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("A child failed with status %d", status);
  if (pread (output, report, sizeof report - 1, 0) <= 0)
    g_error ("A child did not report its peak");
  close (output);
  return (ChildCost) {milliseconds (&usage.ru_utime) + milliseconds (&usage.ru_stime), g_ascii_strtod (report, NULL)};
}

void
measure_report_peak (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (peak = strstr (status, PEAK)) == NULL)
    g_error ("The system does not tell the peak of this process's memory");
  printf ("%ld\n", strtol (peak + strlen (PEAK), NULL, 10));
}
