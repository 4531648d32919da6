/* The facts a filing rests on: what of an enterprise's records a round depends on. */
#include "core/desk/filing-private.h"

/* The records being narrowed. */
typedef struct {
  const QuanWorkspace *records;
  gboolean             joint;      /* claims and redemptions share a cap (A12), so every claim matters */
  GHashTable          *contracts;  /* set of the numbers of those needed */
  GHashTable          *providers;  /* set of the codes of those these name */
  GHashTable          *invoices;   /* number → its contract's, of all */
} Narrowing;

static void
need (Narrowing *n, const char *contract)
{
  if (contract != NULL)
    g_hash_table_add (n->contracts, (gpointer) contract);
}

static void
need_invoice (Narrowing *n, const char *number)
{
  if (number != NULL)
    need (n, g_hash_table_lookup (n->invoices, number));
}

static void
need_vouchers (Narrowing *n)
{
  const GPtrArray *claims = n->records->sections[QUAN_CLAIMS];

  for (guint i = 0; i < claims->len; i++) {
    const QuanClaim *claim = claims->pdata[i];

    if (n->joint || claim->voucher != NULL)
      need (n, claim->contract);
  }
}

static void
need_redeemed (Narrowing *n)
{
  const GPtrArray *redemptions = n->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = redemptions->pdata[i];

    for (guint j = 0; redemption->items != NULL && j < redemption->items->len; j++) {
      const QuanRedemptionItem *item = redemption->items->pdata[j];

      for (guint k = 0; item->invoices != NULL && k < item->invoices->len; k++)
        need_invoice (n, item->invoices->pdata[k]);
    }
  }
}

/* Whether a payment settles an invoice of a contract that is needed. */
static gboolean
settles_needed (const Narrowing *n, const QuanPayment *payment)
{
  for (guint i = 0; payment->invoices != NULL && i < payment->invoices->len; i++) {
    const QuanPaymentPart *part = payment->invoices->pdata[i];
    const char *contract = g_hash_table_lookup (n->invoices, part->number);

    if (contract != NULL && g_hash_table_contains (n->contracts, contract))
      return TRUE;
  }
  return FALSE;
}

/* What the invoices and payments of needed contracts refer to is needed too, or the facts could not stand alone. */
static void
need_referred (Narrowing *n)
{
  const GPtrArray *invoices = n->records->sections[QUAN_INVOICES], *payments = n->records->sections[QUAN_PAYMENTS];
  guint before;

  do {
    before = g_hash_table_size (n->contracts);
    for (guint i = 0; i < invoices->len; i++) {
      const QuanInvoice *invoice = invoices->pdata[i];

      if (g_hash_table_contains (n->contracts, invoice->contract))
        need_invoice (n, invoice->reverses);
    }
    for (guint i = 0; i < payments->len; i++) {
      const QuanPayment *payment = payments->pdata[i];

      for (guint j = 0; settles_needed (n, payment) && j < payment->invoices->len; j++)
        need_invoice (n, ((const QuanPaymentPart *) payment->invoices->pdata[j])->number);
    }
  } while (g_hash_table_size (n->contracts) > before);
}

static void
need_providers (Narrowing *n)
{
  const GPtrArray *contracts = n->records->sections[QUAN_CONTRACTS];

  for (guint i = 0; i < contracts->len; i++) {
    const QuanContract *contract = contracts->pdata[i];

    if (contract->provider != NULL && g_hash_table_contains (n->contracts, contract->number))
      g_hash_table_add (n->providers, contract->provider);
  }
}

static gboolean
is_needed (const Narrowing *n, QuanSection section, gconstpointer record)
{
  switch (section) {
  case QUAN_PROVIDERS:
    return g_hash_table_contains (n->providers, ((const QuanProvider *) record)->uscc);
  case QUAN_CONTRACTS:
    return g_hash_table_contains (n->contracts, ((const QuanContract *) record)->number);
  case QUAN_CLAIMS:
    return g_hash_table_contains (n->contracts, ((const QuanClaim *) record)->contract);
  case QUAN_DELIVERIES:
    return g_hash_table_contains (n->contracts, ((const QuanDelivery *) record)->contract);
  case QUAN_INVOICES:
    return g_hash_table_contains (n->contracts, ((const QuanInvoice *) record)->contract);
  case QUAN_PAYMENTS:
    return settles_needed (n, record);
  default:
    return TRUE;
  }
}

/* Takes the parts of payments that settle invoices of other enterprises out of the copies. */
static void
leave_out_foreign_parts (const Narrowing *n, QuanWorkspace *facts)
{
  for (guint i = 0; i < facts->sections[QUAN_PAYMENTS]->len; i++) {
    GPtrArray *parts = ((QuanPayment *) facts->sections[QUAN_PAYMENTS]->pdata[i])->invoices;

    for (guint j = parts->len; j-- > 0;)
      if (!g_hash_table_contains (n->invoices, ((const QuanPaymentPart *) parts->pdata[j])->number))
        g_ptr_array_remove_index (parts, j);
  }
}

/* Copies of the records that are needed. */
static QuanWorkspace *
copy_needed (const Narrowing *n)
{
  QuanWorkspace *facts = quan_workspace_new ();

  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    const GPtrArray *records = n->records->sections[section];

    for (guint i = 0; i < records->len; i++)
      if (is_needed (n, section, records->pdata[i]))
        g_ptr_array_add (facts->sections[section], quan_record_copy (quan_section_types[section], records->pdata[i]));
  }
  leave_out_foreign_parts (n, facts);
  return facts;
}

QuanWorkspace *
quan_filing_facts (const QuanFiling *filing, const QuanRedemption *redemption)
{
  const QuanView *view = &filing->view;
  const GPtrArray *invoices = filing->records->sections[QUAN_INVOICES];
  g_autoptr (GHashTable) contracts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) providers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  Narrowing n = { filing->records, FALSE, contracts, providers, by_number };
  QuanWorkspace *facts;

  n.joint = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_CAPS) == QUAN_CAPS_JOINT;
  for (guint i = 0; i < invoices->len; i++) {
    const QuanInvoice *invoice = invoices->pdata[i];

    g_hash_table_insert (by_number, invoice->number, invoice->contract);
  }
  need_vouchers (&n);
  need_redeemed (&n);
  need_referred (&n);
  need_providers (&n);
  facts = copy_needed (&n);
  if (redemption != NULL)
    g_ptr_array_add (facts->sections[QUAN_REDEMPTIONS], quan_record_copy (&quan_redemption_type, redemption));
  quan_workspace_sort (facts);
  return facts;
}
