/* What the tests of packs share: the Beijing pack's text, and its alterations value by value. */
#pragma once
#include "core/policy/pack.h"

#define PACK_BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

/* The text of the Beijing pack; free with g_free. */
char *pack_beijing_text (void);
/* Whether a finding of the rule can come to an outcome: one of a list needs the list, or to be the verdict of the
 * rest. */
gboolean pack_rule_can_say (const QuanRule *rule, const QuanOutcome *outcome);

/* What altering a value must do. */
typedef enum {
  PACK_STRUCTURE,  /* the reader refuses every alteration */
  PACK_REFERENCE,  /* at least one alteration changes a verdict, an amount or a state */
  PACK_COMPUTES,   /* every alteration the reader accepts changes a verdict, an amount or a state */
  PACK_GUARDED,    /* the same, but the reader may refuse them all */
  PACK_WORDS,      /* every alteration the reader accepts changes what people read */
  PACK_PLANNED,    /* the same, but the reader may refuse them all */
} PackEffect;

/* One value of a pack file and what it is altered to. */
typedef struct {
  char      *where;         /* "[round 2024Q1] from" */
  PackEffect effect;
  GPtrArray *texts;         /* of char *: the whole file, once for each alteration */
} PackValue;

/* Every value of the file, in its order; what no finding can ever say is left out. Free with g_ptr_array_unref. */
GPtrArray *pack_values (const char *text, const QuanPack *pack);
