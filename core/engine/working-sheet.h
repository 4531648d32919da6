/* The working sheet: every amount of a check with its formula, clause and reading, so that an inspector can recompute it. */
#pragma once
#include "core/engine/check.h"

typedef enum { QUAN_STEPS_BASE, QUAN_STEPS_CLAIMABLE, QUAN_STEPS_REDEMPTION } QuanStepGroup;

typedef struct {
  const char   *id;       /* "ceiling" */
  QuanStepGroup group;
  const char   *label;    /* "支持上限" */
  const char   *detail;   /* the item of a contract line, owned by the contract; NULL for other steps */
  char         *formula;  /* "604,931.50 × 20%，向下取整到分" */
  char         *source;   /* clause and readings: "三¶3 A1" */
  char         *result;   /* "120,986.30"; "不能确定" where undetermined, "缺事实" where a fact is missing */
  QuanFen       fen;      /* the result where it is an amount, else QUAN_FEN_NONE */
  gboolean      key;      /* a figure that matters: base, claimable */
} QuanStep;

/* Steps of a check, in order. Free with g_ptr_array_unref. */
GPtrArray *quan_working_sheet (const QuanView *view, const QuanCase *subject, const QuanCheck *check, QuanLanguage language);
const char *quan_step_group_name (QuanStepGroup group, QuanLanguage language);

/* What the base would be under another option of a reading: the last column of the readings table. */
typedef struct {
  const QuanReading       *reading;
  const QuanReadingOption *option;  /* NULL for a fixed reading */
  gboolean                 chosen;
  QuanBase                 base;    /* under that option */
} QuanAlternative;
/* All options of all readings of the pack, in order. Free with g_array_unref. */
GArray *quan_alternatives (const QuanView *view, const QuanContract *contract, GError **error);

/* "20%", or "1/3" where the ratio is no whole percentage. Free with g_free. */
char *quan_ratio_text (const QuanDatedValue *ratio);
