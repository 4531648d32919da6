#include "core/model/enterprise.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REGION_DIGITS 6
#define CNAPS_DIGITS 12
#define ACCOUNT_DIGITS_MIN 8
#define ACCOUNT_DIGITS_MAX 32
#define YEAR_MIN 1900
#define YEAR_MAX 2999

/* Whether text is unknown or min to max ASCII digits. */
static gboolean
is_digits (const char *text, gsize min, gsize max)
{
  return text == NULL
         || (strlen (text) >= min && strlen (text) <= max && strspn (text, "0123456789") == strlen (text));
}

QUAN_RECORD_DESTROY (contact)

#define AT(member) G_STRUCT_OFFSET (QuanContact, member)
static const QuanField contact_fields[] = {
  { "name",  QUAN_FIELD_TEXT, AT (name) },
  { "phone", QUAN_FIELD_TEXT, AT (phone) },
  { "email", QUAN_FIELD_TEXT, AT (email) },
  { NULL }
};
#undef AT

const QuanRecordType quan_contact_type = {
  .name = "contact",
  .size = sizeof (QuanContact),
  .fields = contact_fields,
  .destroy = contact_destroy,
};

static char *
bank_contradiction (gconstpointer record, const char **key)
{
  const QuanBank *bank = record;

  if (!is_digits (bank->account, ACCOUNT_DIGITS_MIN, ACCOUNT_DIGITS_MAX)) {
    *key = "account";
    return g_strdup_printf (_("\"%s\" is not a bank account. Write %d to %d digits without blanks."),
                            bank->account, ACCOUNT_DIGITS_MIN, ACCOUNT_DIGITS_MAX);
  }
  if (!is_digits (bank->cnaps, CNAPS_DIGITS, CNAPS_DIGITS)) {
    *key = "cnaps";
    return g_strdup_printf (_("\"%s\" is not a bank's CNAPS code. Write its %d digits without blanks."),
                            bank->cnaps, CNAPS_DIGITS);
  }
  return NULL;
}

QUAN_RECORD_DESTROY (bank)

#define AT(member) G_STRUCT_OFFSET (QuanBank, member)
static const QuanField bank_fields[] = {
  { "account_name", QUAN_FIELD_TEXT, AT (account_name) },
  { "bank_name",    QUAN_FIELD_TEXT, AT (bank_name) },
  { "account",      QUAN_FIELD_TEXT, AT (account), .identifies = TRUE },
  { "cnaps",        QUAN_FIELD_TEXT, AT (cnaps), .identifies = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_bank_type = {
  .name = "bank",
  .size = sizeof (QuanBank),
  .fields = bank_fields,
  .contradiction = bank_contradiction,
  .destroy = bank_destroy,
};

static char *
opening_contradiction (gconstpointer record, const char **key)
{
  const QuanOpening *opening = record;

  if (opening->year >= YEAR_MIN && opening->year <= YEAR_MAX)
    return NULL;
  *key = "year";
  return g_strdup_printf (_("%d is not a year. Write four digits, %d to %d."), opening->year, YEAR_MIN, YEAR_MAX);
}

QUAN_RECORD_DESTROY (opening)

#define AT(member) G_STRUCT_OFFSET (QuanOpening, member)
static const QuanField opening_fields[] = {
  { "year",   QUAN_FIELD_NUMBER, AT (year),   .required = TRUE },
  { "ledger", QUAN_FIELD_TERM,   AT (ledger), .required = TRUE, .terms = &quan_ledgers },
  { "amount", QUAN_FIELD_MONEY,  AT (amount), .required = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_opening_type = {
  .name = "opening_balance",
  .size = sizeof (QuanOpening),
  .fields = opening_fields,
  .contradiction = opening_contradiction,
  .destroy = opening_destroy,
};

static char *
enterprise_contradiction (gconstpointer record, const char **key)
{
  const QuanEnterprise *enterprise = record;

  if (is_digits (enterprise->region, REGION_DIGITS, REGION_DIGITS))
    return NULL;
  *key = "region";
  return g_strdup_printf (_("\"%s\" is not the code of an administrative division. "
                            "Write its six digits, such as 110108."), enterprise->region);
}

QUAN_RECORD_DESTROY (enterprise)

#define AT(member) G_STRUCT_OFFSET (QuanEnterprise, member)
static const QuanField enterprise_fields[] = {
  { "uscc",                 QUAN_FIELD_USCC,  AT (uscc), .required = TRUE },
  { "name",                 QUAN_FIELD_TEXT,  AT (name) },
  { "entity_type",          QUAN_FIELD_TERM,  AT (entity_type), .terms = &quan_entity_types },
  { "region",               QUAN_FIELD_TEXT,  AT (region), .identifies = TRUE },
  { "industry_code",        QUAN_FIELD_TEXT,  AT (industry_code) },
  { "address",              QUAN_FIELD_TEXT,  AT (address) },
  { "legal_representative", QUAN_FIELD_TEXT,  AT (legal_representative) },
  { "established",          QUAN_FIELD_DATE,  AT (established) },
  { "contact",              QUAN_FIELD_PART,  AT (contact), .record = &quan_contact_type },
  { "bank",                 QUAN_FIELD_PART,  AT (bank), .record = &quan_bank_type },
  { "ai_direction",         QUAN_FIELD_TERM,  AT (ai_direction), .terms = &quan_ai_directions },
  { "finance_system",       QUAN_FIELD_FLAG,  AT (finance_system) },
  { "dishonesty_records",   QUAN_FIELD_DATES, AT (dishonesty_records) },
  { "credit_checked_on",    QUAN_FIELD_DATE,  AT (credit_checked_on) },
  { "opening_balances",     QUAN_FIELD_LIST,  AT (opening_balances), .record = &quan_opening_type },
  { NULL }
};
#undef AT

const QuanRecordType quan_enterprise_type = {
  .name = "enterprise",
  .plural = "enterprises",
  .size = sizeof (QuanEnterprise),
  .fields = enterprise_fields,
  .contradiction = enterprise_contradiction,
  .destroy = enterprise_destroy,
};

QUAN_RECORD_DESTROY (provider)

#define AT(member) G_STRUCT_OFFSET (QuanProvider, member)
static const QuanField provider_fields[] = {
  { "uscc", QUAN_FIELD_USCC, AT (uscc), .required = TRUE },
  { "name", QUAN_FIELD_TEXT, AT (name) },
  { NULL }
};
#undef AT

const QuanRecordType quan_provider_type = {
  .name = "provider",
  .plural = "providers",
  .size = sizeof (QuanProvider),
  .fields = provider_fields,
  .destroy = provider_destroy,
};
