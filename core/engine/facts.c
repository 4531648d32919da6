#include <string.h>

#include "core/engine/evaluation.h"

/* Values of a record's field, by kind of field. */
static QuanValue
field_value (const char *id, const QuanField *field, gconstpointer record)
{
  QuanValue value = { .id = id, .kind = QUAN_VALUE_MISSING };

  if (!record || quan_field_absent (field, record))
    return value;
  switch (field->kind) {
  case QUAN_FIELD_DATE:
    value.kind = QUAN_VALUE_DATE;
    value.date = *QUAN_FIELD_MEMBER (field, record, QuanDate);
    break;
  case QUAN_FIELD_FLAG:
    value.kind = QUAN_VALUE_FLAG;
    value.number = *QUAN_FIELD_MEMBER (field, record, int) == QUAN_FLAG_YES;
    break;
  case QUAN_FIELD_TERM:
    value.kind = QUAN_VALUE_TERM;
    value.term = quan_vocabulary_term (field->terms, *QUAN_FIELD_MEMBER (field, record, int));
    break;
  case QUAN_FIELD_DATES:
    value.kind = QUAN_VALUE_DATES;
    value.dates = *QUAN_FIELD_MEMBER (field, record, GArray *);
    break;
  case QUAN_FIELD_LIST:
    g_assert (field->record == &quan_subsidy_type); /* no other list is a fact by itself */
    value.kind = QUAN_VALUE_SUBSIDIES;
    value.list = *QUAN_FIELD_MEMBER (field, record, GPtrArray *);
    break;
  default:
    value.text = *QUAN_FIELD_MEMBER (field, record, char *);
    value.kind = *value.text ? QUAN_VALUE_TEXT : QUAN_VALUE_MISSING; /* nothing written is nothing known */
  }
  return value;
}

QuanValue
quan_fact_value (const QuanFactRef *fact, const QuanCase *subject)
{
  return field_value (fact->id, fact->field,
                      fact->subject == QUAN_SUBJECT_ENTERPRISE ? (gconstpointer) subject->enterprise : subject->contract);
}

/* The sections of GB/T 4754-2017 by their last division; a gap between sections belongs to none. */
static const struct {
  char section;
  int  first, last;
} sections[] = {
  { 'A', 1, 5 },   { 'B', 6, 12 },  { 'C', 13, 43 }, { 'D', 44, 46 }, { 'E', 47, 50 }, { 'F', 51, 52 }, { 'G', 53, 60 },
  { 'H', 61, 62 }, { 'I', 63, 65 }, { 'J', 66, 69 }, { 'K', 70, 70 }, { 'L', 71, 72 }, { 'M', 73, 75 }, { 'N', 76, 79 },
  { 'O', 80, 82 }, { 'P', 83, 83 }, { 'Q', 84, 85 }, { 'R', 86, 90 }, { 'S', 91, 96 }, { 'T', 97, 97 },
};

static char
section_of (int division)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (division >= sections[i].first && division <= sections[i].last)
      return sections[i].section;
  return '\0';
}

gboolean
quan_industry_division (const char *code, char *section, int *division)
{
  char letter = g_ascii_isalpha (code[0]) ? g_ascii_toupper (code[0]) : '\0';
  const char *digits = letter ? code + 1 : code;
  gsize n = strspn (digits, "0123456789");

  if (digits[n] != '\0' || n < 2 || n > 4)
    return FALSE;
  *division = (digits[0] - '0') * 10 + digits[1] - '0';
  *section = section_of (*division);
  return *section != '\0' && (!letter || letter == *section);
}
