/* What was measured of a document, and the table of it. */
#pragma once
#include "tests/bench/makers.h"
#include "tests/bench/measure.h"

enum { HARU, CAIRO, CAIRO_BOLD, QUAN, N_MAKERS };

/* The figures of one document. */
typedef struct {
  Job     job;
  guint   n_characters;
  Samples made[N_MAKERS], laid_out, drawn, finished;  /* in process, ms */
  Samples cold[N_MAKERS], bare;                       /* whole processes, ms */
  Samples peak[N_MAKERS];                             /* KB */
  Samples shown[N_MAKERS];                            /* first page, ms */
  GBytes *pdf[N_MAKERS];
} Figures;

/* Print what is asked for beside what was measured. */
void figures_print_packet (const Figures *figures);
void figures_print_ledger (const Figures *figures);
