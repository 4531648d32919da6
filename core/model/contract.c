#include "core/model/contract.h"

static char *
line_contradiction (gconstpointer record, const char **key)
{
  const QuanLine *line = record;

  *key = "ends";
  return quan_period_contradiction (line->starts, line->ends);
}

QUAN_RECORD_DESTROY (line)

#define AT(member) G_STRUCT_OFFSET (QuanLine, member)
static const QuanField line_fields[] = {
  { "kind",       QUAN_FIELD_TERM,    AT (kind), .required = TRUE, .terms = &quan_line_kinds },
  { "item",       QUAN_FIELD_TEXT,    AT (item) },
  { "amount",     QUAN_FIELD_MONEY,   AT (amount) },
  { "net",        QUAN_FIELD_MONEY,   AT (net) },
  { "starts",     QUAN_FIELD_DATE,    AT (starts) },
  { "ends",       QUAN_FIELD_DATE,    AT (ends) },
  { "cards",      QUAN_FIELD_NUMBER,  AT (cards) },
  { "unit",       QUAN_FIELD_TEXT,    AT (unit) },
  { "quantity",   QUAN_FIELD_DECIMAL, AT (quantity) },
  { "unit_price", QUAN_FIELD_DECIMAL, AT (unit_price) },
  { NULL }
};

const QuanRecordType quan_line_type = {
  .name = "line",
  .size = sizeof (QuanLine),
  .fields = line_fields,
  .contradiction = line_contradiction,
  .destroy = line_destroy,
};

QUAN_RECORD_DESTROY (invoice_line)

static const QuanField invoice_line_fields[] = {
  { "kind",   QUAN_FIELD_TERM,   AT (kind), .required = TRUE, .terms = &quan_line_kinds },
  { "item",   QUAN_FIELD_TEXT,   AT (item) },
  { "amount", QUAN_FIELD_SIGNED, AT (amount) },
  { "net",    QUAN_FIELD_SIGNED, AT (net) },
  { NULL }
};
#undef AT

const QuanRecordType quan_invoice_line_type = {
  .name = "line",
  .size = sizeof (QuanLine),
  .fields = invoice_line_fields,
  .destroy = invoice_line_destroy,
  .narrows = &quan_line_type,
};

QUAN_RECORD_DESTROY (schedule_entry)

#define AT(member) G_STRUCT_OFFSET (QuanScheduleEntry, member)
static const QuanField schedule_entry_fields[] = {
  { "date",   QUAN_FIELD_DATE,  AT (date),   .required = TRUE },
  { "amount", QUAN_FIELD_MONEY, AT (amount), .required = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_schedule_entry_type = {
  .name = "schedule_entry",
  .size = sizeof (QuanScheduleEntry),
  .fields = schedule_entry_fields,
  .destroy = schedule_entry_destroy,
};

QUAN_RECORD_DESTROY (subsidy)

#define AT(member) G_STRUCT_OFFSET (QuanSubsidy, member)
static const QuanField subsidy_fields[] = {
  { "level", QUAN_FIELD_TERM, AT (level), .terms = &quan_subsidy_levels },
  { "scope", QUAN_FIELD_TERM, AT (scope), .terms = &quan_subsidy_scopes },
  { NULL }
};
#undef AT

const QuanRecordType quan_subsidy_type = {
  .name = "subsidy",
  .size = sizeof (QuanSubsidy),
  .fields = subsidy_fields,
  .destroy = subsidy_destroy,
};

/* A line that leaves out one of its dates takes the contract's, so the two together can contradict each other. */
static char *
contract_contradiction (gconstpointer record, const char **key)
{
  const QuanContract *contract = record;
  char *sentence = quan_period_contradiction (contract->starts, contract->ends);

  *key = "ends";
  for (guint i = 0; sentence == NULL && contract->lines != NULL && i < contract->lines->len; i++) {
    const QuanLine *line = contract->lines->pdata[i];

    *key = "lines";
    sentence = quan_period_contradiction (line->starts != QUAN_DATE_NONE ? line->starts : contract->starts,
                                          line->ends != QUAN_DATE_NONE ? line->ends : contract->ends);
  }
  return sentence;
}

QUAN_RECORD_DESTROY (contract)

#define AT(member) G_STRUCT_OFFSET (QuanContract, member)
static const QuanField contract_fields[] = {
  { "number",          QUAN_FIELD_TEXT, AT (number), .required = TRUE, .identifies = TRUE },
  { "enterprise",      QUAN_FIELD_USCC, AT (enterprise), .required = TRUE },
  { "provider",        QUAN_FIELD_USCC, AT (provider) },
  { "affiliated",      QUAN_FIELD_FLAG, AT (affiliated) },
  { "title",           QUAN_FIELD_TEXT, AT (title) },
  { "signed",          QUAN_FIELD_DATE, AT (signed_on) },
  { "starts",          QUAN_FIELD_DATE, AT (starts) },
  { "ends",            QUAN_FIELD_DATE, AT (ends) },
  { "purpose",         QUAN_FIELD_TERM, AT (purpose), .terms = &quan_purposes },
  { "field",           QUAN_FIELD_TEXT, AT (field) },
  { "model",           QUAN_FIELD_TEXT, AT (model) },
  { "lines",           QUAN_FIELD_LIST, AT (lines), .record = &quan_line_type },
  { "schedule",        QUAN_FIELD_LIST, AT (schedule), .record = &quan_schedule_entry_type },
  { "other_subsidies", QUAN_FIELD_LIST, AT (other_subsidies), .record = &quan_subsidy_type },
  { NULL }
};
#undef AT

const QuanRecordType quan_contract_type = {
  .name = "contract",
  .plural = "contracts",
  .size = sizeof (QuanContract),
  .fields = contract_fields,
  .contradiction = contract_contradiction,
  .destroy = contract_destroy,
};
