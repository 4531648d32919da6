#include "core/model/workspace-redeem.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>

/* The keys a file has given so far. A key of records within an enterprise is "USCC/NUMBER", as on the command line. */
typedef struct {
  QuanWorkspace   *workspace;
  const QuanKnown *known;
  GHashTable      *keys[QUAN_N_SECTIONS]; /* key → position + 1 in its section; of claims, the vouchers */
  GHashTable      *owners;                /* contract number → GPtrArray of the USCCs (not owned) that have it */
  GHashTable      *drafts;                /* contract key → position + 1 of its draft claim */
} Resolver;

static void
resolver_init (Resolver *resolver, QuanWorkspace *workspace, const QuanKnown *known)
{
  *resolver = (Resolver) { .workspace = workspace, .known = known };
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    resolver->keys[section] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  resolver->owners = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  resolver->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
resolver_clear (Resolver *resolver)
{
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    g_hash_table_unref (resolver->keys[section]);
  g_hash_table_unref (resolver->owners);
  g_hash_table_unref (resolver->drafts);
}

static char *
full_key (const char *enterprise, const char *number)
{
  return enterprise == NULL ? g_strdup (number) : g_strconcat (enterprise, "/", number, NULL);
}

/* Refuses the record at a position of a section with a sentence about one of its keys. Always FALSE. */
G_GNUC_PRINTF (5, 6) static gboolean
refuse (QuanSection section, guint position, const char *key, GError **error, const char *sentence, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, sentence);
  text = g_strdup_vprintf (sentence, args);
  va_end (args);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, "$.%s[%u].%s: %s",
               quan_section_types[section]->plural, position, key, text);
  return FALSE;
}

/* Enters a key, which is taken, into a table. FALSE if an earlier record has it; *earlier is that record's position. */
static gboolean
enter (GHashTable *table, char *key, guint position, guint *earlier)
{
  *earlier = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
  if (*earlier == 0)
    return g_hash_table_insert (table, key, GUINT_TO_POINTER (position + 1));
  *earlier -= 1;
  g_free (key);
  return FALSE;
}

/* Enters the key of a record; enterprise is NULL where keys are unique in the store. */
static gboolean
enter_key (Resolver *resolver, QuanSection section, guint position, const char *field, const char *enterprise,
           const char *key, GError **error)
{
  guint earlier;

  if (enter (resolver->keys[section], full_key (enterprise, key), position, &earlier))
    return TRUE;
  return refuse (section, position, field, error,
                 _("\"%s\" is given twice, first by $.%s[%u]. Give each its own, or leave one of the two out."),
                 key, quan_section_types[section]->plural, earlier);
}

/* Whether the file or what is known has a key. */
static gboolean
exists (const Resolver *resolver, QuanSection section, const char *enterprise, const char *key)
{
  g_autofree char *full = full_key (enterprise, key);
  const QuanKnown *known = resolver->known;

  return g_hash_table_contains (resolver->keys[section], full)
         || (known != NULL && known->has != NULL && known->has (known->data, section, enterprise, key));
}

/* The USCCs of the enterprises that have a contract of this number, in the file or known, each once. Texts not owned:
 * those of known are kept alive by *kept. */
static GPtrArray *
contract_owners (const Resolver *resolver, const char *number, GStrv *kept)
{
  const GPtrArray *here = g_hash_table_lookup (resolver->owners, number);
  const QuanKnown *known = resolver->known;
  GPtrArray *owners = g_ptr_array_new ();

  for (guint i = 0; here != NULL && i < here->len; i++)
    g_ptr_array_add (owners, here->pdata[i]);
  *kept = known == NULL || known->contract_owners == NULL ? NULL : known->contract_owners (known->data, number);
  for (guint i = 0; *kept != NULL && (*kept)[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (owners, (*kept)[i], g_str_equal, NULL))
      g_ptr_array_add (owners, (*kept)[i]);
  return owners;
}

/* Fills in the enterprise of a record that refers to a contract, or judges the one it names. */
static gboolean
resolve_contract (const Resolver *resolver, QuanSection section, guint position, const char *number, char **enterprise,
                  GError **error)
{
  g_autoptr (GPtrArray) owners = NULL;
  g_auto (GStrv) kept = NULL;

  if (*enterprise != NULL) {
    if (exists (resolver, QUAN_CONTRACTS, *enterprise, number))
      return TRUE;
    return refuse (section, position, "contract", error,
                   _("Enterprise %s has no contract \"%s\". Add the contract, or correct its number."),
                   *enterprise, number);
  }
  owners = contract_owners (resolver, number, &kept);
  if (owners->len == 0)
    return refuse (section, position, "contract", error,
                   _("There is no contract \"%s\". Add the contract, or correct its number."), number);
  if (owners->len > 1)
    return refuse (section, position, "contract", error,
                   _("%s and %s both have a contract \"%s\". Add the key \"enterprise\" with the code of one of them."),
                   (char *) owners->pdata[0], (char *) owners->pdata[1], number);
  *enterprise = g_strdup (owners->pdata[0]);
  return TRUE;
}

static gboolean
resolve_enterprise (Resolver *resolver, guint position, gpointer record, GError **error)
{
  const QuanEnterprise *enterprise = record;

  return enter_key (resolver, QUAN_ENTERPRISES, position, "uscc", NULL, enterprise->uscc, error);
}

static gboolean
resolve_provider (Resolver *resolver, guint position, gpointer record, GError **error)
{
  const QuanProvider *provider = record;

  return enter_key (resolver, QUAN_PROVIDERS, position, "uscc", NULL, provider->uscc, error);
}

static gboolean
resolve_contract_record (Resolver *resolver, guint position, gpointer record, GError **error)
{
  const QuanContract *contract = record;
  GPtrArray *owners;

  if (!exists (resolver, QUAN_ENTERPRISES, NULL, contract->enterprise))
    return refuse (QUAN_CONTRACTS, position, "enterprise", error,
                   _("There is no enterprise %s. Add the enterprise, or correct its code."), contract->enterprise);
  if (contract->provider != NULL && !exists (resolver, QUAN_PROVIDERS, NULL, contract->provider))
    return refuse (QUAN_CONTRACTS, position, "provider", error,
                   _("There is no provider %s. Add the provider, or correct its code."), contract->provider);
  if (!enter_key (resolver, QUAN_CONTRACTS, position, "number", contract->enterprise, contract->number, error))
    return FALSE;

  owners = g_hash_table_lookup (resolver->owners, contract->number);
  if (owners == NULL) {
    owners = g_ptr_array_new ();
    g_hash_table_insert (resolver->owners, contract->number, owners);
  }
  g_ptr_array_add (owners, contract->enterprise);
  return TRUE;
}

static gboolean
resolve_claim (Resolver *resolver, guint position, gpointer record, GError **error)
{
  QuanClaim *claim = record;
  guint earlier;

  if (!resolve_contract (resolver, QUAN_CLAIMS, position, claim->contract, &claim->enterprise, error))
    return FALSE;
  if (claim->voucher != NULL
      && !enter_key (resolver, QUAN_CLAIMS, position, "voucher", NULL, claim->voucher, error))
    return FALSE;
  if (claim->state == QUAN_CLAIM_DRAFT
      && !enter (resolver->drafts, full_key (claim->enterprise, claim->contract), position, &earlier))
    return refuse (QUAN_CLAIMS, position, "state", error,
                   _("Contract \"%s\" has a second draft, the first is $.claims[%u]. Keep one of the two drafts."),
                   claim->contract, earlier);
  return TRUE;
}

static gboolean
resolve_delivery (Resolver *resolver, guint position, gpointer record, GError **error)
{
  QuanDelivery *delivery = record;

  return resolve_contract (resolver, QUAN_DELIVERIES, position, delivery->contract, &delivery->enterprise, error)
         && enter_key (resolver, QUAN_DELIVERIES, position, "number", delivery->enterprise, delivery->number, error);
}

static gboolean
resolve_invoice (Resolver *resolver, guint position, gpointer record, GError **error)
{
  QuanInvoice *invoice = record;

  if (!resolve_contract (resolver, QUAN_INVOICES, position, invoice->contract, &invoice->enterprise, error)
      || !enter_key (resolver, QUAN_INVOICES, position, "number", NULL, invoice->number, error))
    return FALSE;
  if (invoice->delivery != NULL && !exists (resolver, QUAN_DELIVERIES, invoice->enterprise, invoice->delivery))
    return refuse (QUAN_INVOICES, position, "delivery", error,
                   _("Enterprise %s has no delivery record \"%s\". Add the delivery record, or correct its number."),
                   invoice->enterprise, invoice->delivery);
  return TRUE;
}

/* Only when all invoices are entered: an invoice may stand after the one that reverses it. */
static gboolean
resolve_reversal (Resolver *resolver, guint position, gpointer record, GError **error)
{
  const QuanInvoice *invoice = record;
  const GPtrArray *invoices = resolver->workspace->sections[QUAN_INVOICES];
  guint target;

  if (invoice->reverses == NULL)
    return TRUE;
  if (!exists (resolver, QUAN_INVOICES, NULL, invoice->reverses))
    return refuse (QUAN_INVOICES, position, "reverses", error,
                   _("There is no invoice \"%s\". Add the invoice, or correct its number."), invoice->reverses);
  target = GPOINTER_TO_UINT (g_hash_table_lookup (resolver->keys[QUAN_INVOICES], invoice->reverses));
  if (target != 0 && ((const QuanInvoice *) invoices->pdata[target - 1])->reverses != NULL)
    return refuse (QUAN_INVOICES, position, "reverses", error,
                   _("Invoice \"%s\" is a reversal itself. Write the number of the invoice that was issued first."),
                   invoice->reverses);
  return TRUE;
}

static gboolean
resolve_payment (Resolver *resolver, guint position, gpointer record, GError **error)
{
  const QuanPayment *payment = record;

  if (!enter_key (resolver, QUAN_PAYMENTS, position, "number", NULL, payment->number, error))
    return FALSE;
  for (guint i = 0; payment->invoices != NULL && i < payment->invoices->len; i++) {
    const QuanPaymentPart *part = payment->invoices->pdata[i];
    g_autofree char *key = g_strdup_printf ("invoices[%u].number", i);

    if (!exists (resolver, QUAN_INVOICES, NULL, part->number))
      return refuse (QUAN_PAYMENTS, position, key, error,
                     _("There is no invoice \"%s\". Add the invoice, or correct its number."), part->number);
  }
  return TRUE;
}

/* The enterprise of a redemption that names none: the only one of the file, or of the store if the file has none. */
static char *
only_enterprise (const Resolver *resolver)
{
  const GPtrArray *enterprises = resolver->workspace->sections[QUAN_ENTERPRISES];
  const QuanKnown *known = resolver->known;

  if (enterprises->len == 1)
    return g_strdup (((const QuanEnterprise *) enterprises->pdata[0])->uscc);
  if (enterprises->len > 1 || known == NULL || known->only_enterprise == NULL)
    return NULL;
  return known->only_enterprise (known->data);
}

static gboolean
resolve_item (const Resolver *resolver, guint position, guint index, const QuanRedemptionItem *item, GError **error)
{
  if (!exists (resolver, QUAN_CLAIMS, NULL, item->voucher)) {
    g_autofree char *key = g_strdup_printf ("items[%u].voucher", index);

    return refuse (QUAN_REDEMPTIONS, position, key, error,
                   _("No claim has the voucher \"%s\". Add the approved claim, or correct the number."), item->voucher);
  }
  for (guint i = 0; item->invoices != NULL && i < item->invoices->len; i++) {
    const char *number = item->invoices->pdata[i];
    g_autofree char *key = NULL;

    if (exists (resolver, QUAN_INVOICES, NULL, number))
      continue;
    key = g_strdup_printf ("items[%u].invoices[%u]", index, i);
    return refuse (QUAN_REDEMPTIONS, position, key, error,
                   _("There is no invoice \"%s\". Add the invoice, or correct its number."), number);
  }
  return TRUE;
}

static gboolean
resolve_redemption (Resolver *resolver, guint position, gpointer record, GError **error)
{
  QuanRedemption *redemption = record;

  if (redemption->enterprise == NULL)
    redemption->enterprise = only_enterprise (resolver);
  if (redemption->enterprise == NULL)
    return refuse (QUAN_REDEMPTIONS, position, "enterprise", error,
                   _("It is not clear whose redemption this is. Add the key \"enterprise\" with its code."));
  if (!exists (resolver, QUAN_ENTERPRISES, NULL, redemption->enterprise))
    return refuse (QUAN_REDEMPTIONS, position, "enterprise", error,
                   _("There is no enterprise %s. Add the enterprise, or correct its code."), redemption->enterprise);
  for (guint i = 0; redemption->items != NULL && i < redemption->items->len; i++)
    if (!resolve_item (resolver, position, i, redemption->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

typedef struct {
  QuanSection section;
  gboolean  (*resolve) (Resolver *resolver, guint position, gpointer record, GError **error);
} Pass;

/* In this order, because each pass relies on the keys entered by the passes before it. */
static const Pass passes[] = {
  { QUAN_ENTERPRISES, resolve_enterprise },
  { QUAN_PROVIDERS,   resolve_provider },
  { QUAN_CONTRACTS,   resolve_contract_record },
  { QUAN_CLAIMS,      resolve_claim },
  { QUAN_DELIVERIES,  resolve_delivery },
  { QUAN_INVOICES,    resolve_invoice },
  { QUAN_INVOICES,    resolve_reversal },
  { QUAN_PAYMENTS,    resolve_payment },
  { QUAN_REDEMPTIONS, resolve_redemption },
};

gboolean
quan_workspace_resolve (QuanWorkspace *workspace, const QuanKnown *known, GError **error)
{
  gboolean good = TRUE;
  Resolver resolver;

  resolver_init (&resolver, workspace, known);
  for (guint pass = 0; good && pass < G_N_ELEMENTS (passes); pass++) {
    const GPtrArray *records = workspace->sections[passes[pass].section];

    for (guint i = 0; good && i < records->len; i++)
      good = passes[pass].resolve (&resolver, i, records->pdata[i], error);
  }
  resolver_clear (&resolver);
  return good && quan_redemptions_judge (workspace, known, error);
}
