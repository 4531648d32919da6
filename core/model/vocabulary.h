/* Closed lists of terms: the enumerations of the workspace format, with their names for people. */
#pragma once
#include "core/base/text.h"

/* One value of an enumeration. id is the stable word of files and answers and never follows the locale. */
typedef struct {
  const char *id;
  const char *english;
  const char *chinese;
} QuanTerm;

/* A closed list, terminated by a term whose id is NULL. In records a value is 0 for absent (unknown), else
 * 1 + its position here; the C enumerations beside each record follow the same order. */
typedef struct {
  const char     *name;  /* "entity_type" */
  const QuanTerm *terms;
} QuanVocabulary;

extern const QuanVocabulary quan_entity_types;
extern const QuanVocabulary quan_ai_directions;
extern const QuanVocabulary quan_line_kinds;
extern const QuanVocabulary quan_purposes;
extern const QuanVocabulary quan_subsidy_levels;
extern const QuanVocabulary quan_subsidy_scopes;
extern const QuanVocabulary quan_claim_states;
extern const QuanVocabulary quan_redemption_states;
extern const QuanVocabulary quan_ledgers;
/* Fields of use named by programmes. The workspace stores the field as free text, so this list only lends names. */
extern const QuanVocabulary quan_fields_of_use;
extern const QuanVocabulary quan_units;  /* of quantities; an open list */
extern const QuanVocabulary quan_flags;  /* in the order of QuanFlag */

/* What stands for a list that is known to hold nothing. */
extern const QuanTerm quan_nothing;

/* The value of a word, 0 if the vocabulary lacks it. */
int quan_vocabulary_value (const QuanVocabulary *vocabulary, const char *id);
/* The term of a value; NULL for 0 or a value outside the vocabulary. */
const QuanTerm *quan_vocabulary_term (const QuanVocabulary *vocabulary, int value);
/* The word of a value for files and answers, NULL for 0. */
const char *quan_vocabulary_id (const QuanVocabulary *vocabulary, int value);
/* The name of a term for people in a language. */
const char *quan_term_name (const QuanTerm *term, QuanLanguage language);
/* All words joined by ", ", for messages that say what was expected. Free with g_free. */
char *quan_vocabulary_list (const QuanVocabulary *vocabulary);
