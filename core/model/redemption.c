#include "core/model/redemption.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEAR_DIGITS 4
#define LABEL_LENGTH 6

gboolean
quan_round_label_valid (const char *label)
{
  char last;

  if (strlen (label) != LABEL_LENGTH || strspn (label, "0123456789") != YEAR_DIGITS)
    return FALSE;
  last = label[YEAR_DIGITS + 1];
  switch (label[YEAR_DIGITS]) {
  case 'Q':
    return last >= '1' && last <= '4';
  case 'H':
    return last == '1' || last == '2';
  default:
    return FALSE;
  }
}

int
quan_round_label_year (const char *label)
{
  int year = 0;

  for (int i = 0; i < YEAR_DIGITS; i++)
    year = 10 * year + g_ascii_digit_value (label[i]);
  return year;
}

QUAN_RECORD_DESTROY (redemption_item)

#define AT(member) G_STRUCT_OFFSET (QuanRedemptionItem, member)
static const QuanField redemption_item_fields[] = {
  { "voucher",  QUAN_FIELD_TEXT,   AT (voucher), .required = TRUE, .identifies = TRUE },
  { "invoices", QUAN_FIELD_TEXTS,  AT (invoices), .identifies = TRUE },
  { "amount",   QUAN_FIELD_SIGNED, AT (amount), .required = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_redemption_item_type = {
  .name = "redemption_item",
  .size = sizeof (QuanRedemptionItem),
  .fields = redemption_item_fields,
  .destroy = redemption_item_destroy,
};

static char *
redemption_contradiction (gconstpointer record, const char **key)
{
  const QuanRedemption *redemption = record;

  if (redemption->round == NULL || quan_round_label_valid (redemption->round))
    return NULL;
  *key = "round";
  return g_strdup_printf (_("\"%s\" is not the label of a round. Write the year and the quarter or half-year, "
                            "such as 2024Q2 or 2024H1."), redemption->round);
}

QUAN_RECORD_DESTROY (redemption)

#define AT(member) G_STRUCT_OFFSET (QuanRedemption, member)
static const QuanField redemption_fields[] = {
  { "round",      QUAN_FIELD_TEXT, AT (round), .required = TRUE, .identifies = TRUE },
  { "enterprise", QUAN_FIELD_USCC, AT (enterprise), .named = AT (names_enterprise) },
  { "submitted",  QUAN_FIELD_DATE, AT (submitted) },
  { "state",      QUAN_FIELD_TERM, AT (state), .required = TRUE, .terms = &quan_redemption_states },
  { "paid_on",    QUAN_FIELD_DATE, AT (paid_on) },
  { "received",   QUAN_FIELD_MONEY, AT (received) },
  { "reason",     QUAN_FIELD_TEXT, AT (reason) },
  { "policy",     QUAN_FIELD_TEXT, AT (policy), .identifies = TRUE },
  { "items",      QUAN_FIELD_LIST, AT (items), .record = &quan_redemption_item_type },
  { NULL }
};
#undef AT

const QuanRecordType quan_redemption_type = {
  .name = "redemption",
  .plural = "redemptions",
  .size = sizeof (QuanRedemption),
  .fields = redemption_fields,
  .contradiction = redemption_contradiction,
  .destroy = redemption_destroy,
};
