/* The facts behind fields, by their paths: what kind a fact is, and how a text typed for it is understood. */
#pragma once
#include "core/model/record-text.h"
#include "ui/entries/suggestions.h"

/* The description of the fact a path names ("contract.lines[2].amount"), NULL if it names none. */
const QuanField *quan_fact_field (const char *path);
/* Whether the fact is a text of several lines. */
gboolean quan_fact_is_long (const char *path);

/* What a field shows for a text of the fact as quan_prepared_text gives it: an empty list is "none" or 无, in the
 * language of the window. Free with g_free. */
char *quan_fact_shown (const char *path, const char *text);
/* The text as it will stand in the field once it is kept ("1200000" as "1,200,000.00"); NULL if the fact cannot take it, and
 * for blanks. Free with g_free. */
char *quan_fact_read (const char *path, const char *text);

/* What a text that quan_fact_read returned was understood as, for the line below the field: a weekday, an amount in
 * capitals, a sector's name. doubtful receives TRUE where it may well be a slip. NULL where there is nothing to say.
 * Free with g_free. */
char *quan_fact_echo (const char *path, const char *text, gboolean *doubtful);

/* What suggests texts for the fact while it is typed, NULL if nothing does. */
QuanSuggestFunc quan_fact_suggestions (const char *path);
