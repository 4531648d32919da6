/* Clocks, medians, and children whose whole life is measured. */
#pragma once
#include <glib.h>

/* Times in ms of processor time: of this process, which other programs do not lengthen. */
double measure_now (void);

/* The figures of several runs of the same thing. */
typedef struct {
  double values[64];
  guint  n;
} Samples;

void   samples_add (Samples *samples, double value);
/* NaN where there is none. */
double samples_median (const Samples *samples);

/* What a child process took from its start to its end. */
typedef struct {
  double cpu;   /* ms, user and system */
  double peak;  /* memory resident at its peak, KB, as the child reports it with measure_report_peak */
} ChildCost;

/* Runs this program again with arguments (NULL-terminated, without the program's name); aborts if it fails. */
ChildCost measure_child (const char *const *arguments);
/* For the child's end: writes its peak to standard output. The peak rusage has would include that of the parent, whose
 * memory a child shares until it starts its program. */
void      measure_report_peak (void);
