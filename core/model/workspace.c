#include "core/model/workspace.h"

#include <string.h>

#include "core/model/preparation.h"

const QuanRecordType *const quan_section_types[QUAN_N_STORE_SECTIONS] = {
  [QUAN_ENTERPRISES]  = &quan_enterprise_type,
  [QUAN_PROVIDERS]    = &quan_provider_type,
  [QUAN_CONTRACTS]    = &quan_contract_type,
  [QUAN_CLAIMS]       = &quan_claim_type,
  [QUAN_DELIVERIES]   = &quan_delivery_type,
  [QUAN_INVOICES]     = &quan_invoice_type,
  [QUAN_PAYMENTS]     = &quan_payment_type,
  [QUAN_REDEMPTIONS]  = &quan_redemption_type,
  [QUAN_PREPARATIONS] = &quan_preparation_type,
  [QUAN_ATTACHMENTS]  = &quan_attachment_type,
};

#define AT(section) G_STRUCT_OFFSET (QuanWorkspace, sections[section])
static const QuanField section_fields[] = {
  { "enterprises", QUAN_FIELD_LIST, AT (QUAN_ENTERPRISES), .record = &quan_enterprise_type },
  { "providers",   QUAN_FIELD_LIST, AT (QUAN_PROVIDERS),   .record = &quan_provider_type },
  { "contracts",   QUAN_FIELD_LIST, AT (QUAN_CONTRACTS),   .record = &quan_contract_type },
  { "claims",      QUAN_FIELD_LIST, AT (QUAN_CLAIMS),      .record = &quan_claim_type },
  { "deliveries",  QUAN_FIELD_LIST, AT (QUAN_DELIVERIES),  .record = &quan_delivery_type },
  { "invoices",    QUAN_FIELD_LIST, AT (QUAN_INVOICES),    .record = &quan_invoice_type },
  { "payments",    QUAN_FIELD_LIST, AT (QUAN_PAYMENTS),    .record = &quan_payment_type },
  { "redemptions", QUAN_FIELD_LIST, AT (QUAN_REDEMPTIONS), .record = &quan_redemption_type },
  { NULL }
};
#undef AT

const QuanRecordType quan_workspace_type = {
  .name = "workspace",
  .size = sizeof (QuanWorkspace),
  .fields = section_fields,
};

QuanWorkspace *
quan_workspace_new (void)
{
  QuanWorkspace *workspace = g_new0 (QuanWorkspace, 1);

  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    workspace->sections[section] = quan_record_list_new (quan_section_types[section]);
  return workspace;
}

void
quan_workspace_free (QuanWorkspace *workspace)
{
  if (workspace == NULL)
    return;
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    g_ptr_array_unref (workspace->sections[section]);
  g_free (workspace);
}

/* Compares the numbers a and b begin with by value and moves both texts behind them. */
static int
compare_digits (const char **a, const char **b)
{
  gsize length_a, length_b;
  int order;

  *a += strspn (*a, "0");
  *b += strspn (*b, "0");
  length_a = strspn (*a, "0123456789");
  length_b = strspn (*b, "0123456789");
  order = length_a != length_b ? (length_a < length_b ? -1 : 1) : strncmp (*a, *b, length_a);
  *a += length_a;
  *b += length_b;
  return order;
}

int
quan_key_compare (const char *a, const char *b)
{
  const char *rest_a = a != NULL ? a : "", *rest_b = b != NULL ? b : "";
  int order = 0;

  while (order == 0 && *rest_a != '\0' && *rest_b != '\0') {
    if (g_ascii_isdigit (*rest_a) && g_ascii_isdigit (*rest_b))
      order = compare_digits (&rest_a, &rest_b);
    else
      order = (guchar) *rest_a++ - (guchar) *rest_b++;
  }
  if (order == 0)
    order = (*rest_a != '\0') - (*rest_b != '\0');
  return order != 0 ? order : g_strcmp0 (a, b);
}

static int
compare_member (const QuanField *field, gconstpointer a, gconstpointer b)
{
  QuanDate date_a, date_b;

  switch (field->kind) {
  case QUAN_FIELD_DATE:
    date_a = *QUAN_FIELD_MEMBER (field, a, QuanDate);
    date_b = *QUAN_FIELD_MEMBER (field, b, QuanDate);
    return (date_a > date_b) - (date_a < date_b);
  case QUAN_FIELD_USCC:
    return g_strcmp0 (*QUAN_FIELD_MEMBER (field, a, char *), *QUAN_FIELD_MEMBER (field, b, char *));
  default:
    return quan_key_compare (*QUAN_FIELD_MEMBER (field, a, char *), *QUAN_FIELD_MEMBER (field, b, char *));
  }
}

#define SORT_KEYS_MAX 3

/* The keys of the fields a section is sorted by, the first one first. */
static const char *const sort_keys[QUAN_N_SECTIONS][SORT_KEYS_MAX] = {
  [QUAN_ENTERPRISES] = { "uscc" },
  [QUAN_PROVIDERS]   = { "uscc" },
  [QUAN_CONTRACTS]   = { "enterprise", "number" },
  [QUAN_CLAIMS]      = { "enterprise", "contract", "submitted" },
  [QUAN_DELIVERIES]  = { "enterprise", "number" },
  [QUAN_INVOICES]    = { "number" },
  [QUAN_PAYMENTS]    = { "number" },
  [QUAN_REDEMPTIONS] = { "enterprise", "round", "submitted" },
};

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const QuanField *const *fields = data;
  int order = 0;

  for (int i = 0; order == 0 && i < SORT_KEYS_MAX && fields[i] != NULL; i++)
    order = compare_member (fields[i], *(gconstpointer *) a, *(gconstpointer *) b);
  return order;
}

void
quan_workspace_sort (QuanWorkspace *workspace)
{
  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    const QuanField *fields[SORT_KEYS_MAX] = { NULL };

    for (int i = 0; i < SORT_KEYS_MAX && sort_keys[section][i] != NULL; i++)
      fields[i] = quan_record_field (quan_section_types[section], sort_keys[section][i]);
    g_ptr_array_sort_with_data (workspace->sections[section], compare_records, fields);
  }
}

QuanEnterprise *
quan_workspace_enterprise (const QuanWorkspace *workspace, const char *uscc)
{
  const GPtrArray *enterprises = workspace->sections[QUAN_ENTERPRISES];

  for (guint i = 0; i < enterprises->len; i++) {
    QuanEnterprise *enterprise = enterprises->pdata[i];

    if (g_strcmp0 (enterprise->uscc, uscc) == 0)
      return enterprise;
  }
  return NULL;
}

QuanProvider *
quan_workspace_provider (const QuanWorkspace *workspace, const char *uscc)
{
  const GPtrArray *providers = workspace->sections[QUAN_PROVIDERS];

  for (guint i = 0; i < providers->len; i++) {
    QuanProvider *provider = providers->pdata[i];

    if (g_strcmp0 (provider->uscc, uscc) == 0)
      return provider;
  }
  return NULL;
}

QuanContract *
quan_workspace_contract (const QuanWorkspace *workspace, const char *enterprise, const char *number)
{
  const GPtrArray *contracts = workspace->sections[QUAN_CONTRACTS];

  for (guint i = 0; i < contracts->len; i++) {
    QuanContract *contract = contracts->pdata[i];

    if (g_strcmp0 (contract->enterprise, enterprise) == 0 && g_strcmp0 (contract->number, number) == 0)
      return contract;
  }
  return NULL;
}
