/* How a step of facts stands: texts that were not taken first, then facts the rules need and nobody has stated. */
#pragma once
#include "core/desk/preparation.h"
#include "ui/wizard/wizard-page.h"

/* A fact a step cannot do without. */
typedef struct {
  const char *path;
  const char *missing;  /* "The signing date is missing", to be translated */
} QuanNeededFact;

/* Judges the facts of the records whose paths begin with one of prefixes (NULL-terminated). *sentence is to be freed. */
QuanStepState quan_step_judge_facts (const QuanPrepared *prepared, const char *const *prefixes, const QuanNeededFact *needed,
                                gsize n_needed, char **sentence);
