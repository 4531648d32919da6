#include "core/policy/wording.h"

#include <string.h>

#include "core/model/contract.h"

#define CLAIM QUAN_AT (QUAN_STAGE_CLAIM)
#define REDEMPTION QUAN_AT (QUAN_STAGE_REDEMPTION)
#define BOTH (CLAIM | REDEMPTION)

static const struct {
  const char         *name;
  QuanPlaceholderKind kind;
  guint               stages;
} names[] = {
  { "provider.name", QUAN_PLACEHOLDER_PROVIDER_NAME, BOTH },
  { "provider.uscc", QUAN_PLACEHOLDER_PROVIDER_USCC, BOTH },
  { "contact.name", QUAN_PLACEHOLDER_CONTACT_NAME, BOTH },
  { "contact.phone", QUAN_PLACEHOLDER_CONTACT_PHONE, BOTH },
  { "policy.title", QUAN_PLACEHOLDER_POLICY_TITLE, BOTH },
  { "policy.programme", QUAN_PLACEHOLDER_POLICY_PROGRAMME, BOTH },
  { "policy.issuer", QUAN_PLACEHOLDER_POLICY_ISSUER, BOTH },
  { "policy.portal", QUAN_PLACEHOLDER_POLICY_PORTAL, BOTH },
  { "as-of", QUAN_PLACEHOLDER_AS_OF, BOTH },
  { "as-of.year", QUAN_PLACEHOLDER_AS_OF_YEAR, BOTH },
  { "award.total", QUAN_PLACEHOLDER_AWARD_TOTAL, CLAIM },
  { "award.compute", QUAN_PLACEHOLDER_AWARD_COMPUTE, CLAIM },
  { "award.base", QUAN_PLACEHOLDER_AWARD_BASE, CLAIM },
  { "award.ceiling", QUAN_PLACEHOLDER_AWARD_CEILING, CLAIM },
  { "award.claimable", QUAN_PLACEHOLDER_AWARD_CLAIMABLE, CLAIM },
  { "award.claimable-capitals", QUAN_PLACEHOLDER_AWARD_CLAIMABLE_CAPITALS, CLAIM },
  { "redemption.total", QUAN_PLACEHOLDER_REDEMPTION_TOTAL, REDEMPTION },
  { "redemption.total-capitals", QUAN_PLACEHOLDER_REDEMPTION_TOTAL_CAPITALS, REDEMPTION },
  { "redemption.round", QUAN_PLACEHOLDER_REDEMPTION_ROUND, REDEMPTION },
};

gboolean
quan_wording_next (const char **wording, QuanPiece *piece)
{
  const char *start = *wording, *end;

  if (*start == '\0')
    return FALSE;
  if (*start != '{') {
    end = start + strcspn (start, "{");
    *piece = (QuanPiece) { QUAN_PIECE_TEXT, start, end - start };
    *wording = end;
    return TRUE;
  }
  end = strchr (start, '}');
  if (end)
    *piece = (QuanPiece) { QUAN_PIECE_PLACEHOLDER, start + 1, end - start - 1 };
  else
    *piece = (QuanPiece) { QUAN_PIECE_UNCLOSED, start + 1, strlen (start + 1) };
  *wording = end ? end + 1 : piece->text + piece->length;
  return TRUE;
}

/* "blank" or "blank:12"; FALSE if it is neither. */
static gboolean
parse_blank (const char *name, int *ems)
{
  const char *count = name + strlen ("blank");
  guint64 number;

  if (!g_str_has_prefix (name, "blank"))
    return FALSE;
  *ems = QUAN_BLANK_EMS;
  if (*count == '\0')
    return TRUE;
  if (count[0] != ':' || count[1] == '0' ||
      !g_ascii_string_to_unsigned (count + 1, 10, 1, QUAN_BLANK_EMS_MAX, &number, NULL))
    return FALSE;
  *ems = (int) number;
  return TRUE;
}

/* Whether a field reads as one value in a sentence. */
static gboolean
reads_as_value (const QuanField *field)
{
  switch (field->kind) {
  case QUAN_FIELD_TEXT:
  case QUAN_FIELD_USCC:
  case QUAN_FIELD_DATE:
  case QUAN_FIELD_TERM:
  case QUAN_FIELD_FLAG:
  case QUAN_FIELD_DATES:
    return TRUE;
  default:
    return field->record == &quan_subsidy_type;
  }
}

/* Facts are a closed set, so their names are interned. */
static gboolean
find_fact (const char *name, QuanFactRef *fact)
{
  if (!quan_fact_ref (name, fact) || !reads_as_value (fact->field))
    return FALSE;
  fact->id = g_intern_string (name);
  return TRUE;
}

gboolean
quan_placeholder (const char *name, gsize length, QuanPlaceholder *placeholder)
{
  g_autofree char *id = g_strndup (name, length);

  *placeholder = (QuanPlaceholder) { .kind = QUAN_PLACEHOLDER_BLANK };
  if (parse_blank (id, &placeholder->ems))
    return TRUE;
  placeholder->kind = QUAN_PLACEHOLDER_FACT;
  if (find_fact (id, &placeholder->fact))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, id)) {
      placeholder->kind = names[i].kind;
      return TRUE;
    }
  return FALSE;
}

guint
quan_placeholder_stages (const QuanPlaceholder *placeholder)
{
  if (placeholder->kind == QUAN_PLACEHOLDER_FACT)
    return placeholder->fact.subject == QUAN_SUBJECT_ENTERPRISE ? BOTH : CLAIM;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].kind == placeholder->kind)
      return names[i].stages;
  return BOTH;
}
