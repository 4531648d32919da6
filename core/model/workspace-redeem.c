#include "core/model/workspace-redeem.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

typedef struct {
  const QuanWorkspace *workspace;
  const QuanKnown     *known;
  GHashTable          *contracts[QUAN_N_SECTIONS]; /* voucher (claims) or number (invoices) → its "USCC/NUMBER" */
  GHashTable          *used;                       /* invoice → path of the item of a live redemption it is in */
} Judge;

static void
judge_init (Judge *judge, const QuanWorkspace *workspace, const QuanKnown *known)
{
  *judge = (Judge) { .workspace = workspace, .known = known };
  judge->contracts[QUAN_CLAIMS] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  judge->contracts[QUAN_INVOICES] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  judge->used = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
judge_clear (Judge *judge)
{
  g_hash_table_unref (judge->contracts[QUAN_CLAIMS]);
  g_hash_table_unref (judge->contracts[QUAN_INVOICES]);
  g_hash_table_unref (judge->used);
}

/* Notes to which contracts vouchers and invoices belong. */
static void
note_contracts (Judge *judge)
{
  const GPtrArray *claims = judge->workspace->sections[QUAN_CLAIMS];
  const GPtrArray *invoices = judge->workspace->sections[QUAN_INVOICES];

  for (guint i = 0; i < claims->len; i++) {
    const QuanClaim *claim = claims->pdata[i];

    if (claim->voucher != NULL)
      g_hash_table_insert (judge->contracts[QUAN_CLAIMS], claim->voucher,
                           g_strconcat (claim->enterprise, "/", claim->contract, NULL));
  }
  for (guint i = 0; i < invoices->len; i++) {
    const QuanInvoice *invoice = invoices->pdata[i];

    g_hash_table_insert (judge->contracts[QUAN_INVOICES], invoice->number,
                         g_strconcat (invoice->enterprise, "/", invoice->contract, NULL));
  }
}

/* The contract of a voucher or an invoice: what the file says goes before what is known. "" where neither can tell; not
 * owned. */
static const char *
contract_of (const Judge *judge, QuanSection section, const char *key)
{
  const char *contract = g_hash_table_lookup (judge->contracts[section], key);
  const QuanKnown *known = judge->known;
  char *found = NULL;

  if (contract != NULL)
    return contract;
  if (known != NULL && known->contract_of != NULL)
    found = known->contract_of (known->data, section, key);
  if (found == NULL)
    return "";
  g_hash_table_insert (judge->contracts[section], (gpointer) key, found);
  return found;
}

/* Refuses with a sentence about the place of a path. Always FALSE. */
G_GNUC_PRINTF (3, 4) static gboolean
refuse (const char *path, GError **error, const char *sentence, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, sentence);
  text = g_strdup_vprintf (sentence, args);
  va_end (args);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, "%s: %s", path, text);
  return FALSE;
}

/* An invoice once in a redemption, and once in all that are live. here holds those of this redemption. */
static gboolean
judge_use (Judge *judge, GHashTable *here, const char *number, const char *path, gboolean live, GError **error)
{
  const char *earlier = g_hash_table_lookup (here, number);

  if (earlier != NULL)
    return refuse (path, error, _("Invoice \"%s\" is in this redemption twice, first at %s. Leave one of the two out."),
                   number, earlier);
  g_hash_table_insert (here, (gpointer) number, g_strdup (path));
  earlier = live ? g_hash_table_lookup (judge->used, number) : NULL;
  if (earlier != NULL)
    return refuse (path, error,
                   _("Invoice \"%s\" is in another redemption that is submitted or paid, at %s. An invoice is redeemed "
                     "once only: leave it out of one of the two."), number, earlier);
  if (live)
    g_hash_table_insert (judge->used, (gpointer) number, g_strdup (path));
  return TRUE;
}

static gboolean
judge_invoice (Judge *judge, GHashTable *here, const QuanRedemption *redemption, const char *contract,
               const char *number, const char *path, GError **error)
{
  const char *own = contract_of (judge, QUAN_INVOICES, number);
  gboolean live = redemption->state == QUAN_REDEMPTION_SUBMITTED || redemption->state == QUAN_REDEMPTION_PAID;

  if (strcmp (own, contract) != 0)
    return refuse (path, error,
                   _("Invoice \"%s\" belongs to the contract %s, but the voucher to %s. Put it under the voucher of its "
                     "own contract."), number, own, contract);
  return judge_use (judge, here, number, path, live, error);
}

static gboolean
judge_item (Judge *judge, GHashTable *here, guint position, guint index, GError **error)
{
  const QuanRedemption *redemption = judge->workspace->sections[QUAN_REDEMPTIONS]->pdata[position];
  const QuanRedemptionItem *item = redemption->items->pdata[index];
  const char *contract = contract_of (judge, QUAN_CLAIMS, item->voucher);
  g_autofree char *path = g_strdup_printf ("$.redemptions[%u].items[%u]", position, index);
  g_autofree char *owner = g_strconcat (redemption->enterprise, "/", NULL);

  if (!g_str_has_prefix (contract, owner)) {
    g_autofree char *place = g_strconcat (path, ".voucher", NULL);

    return refuse (place, error,
                   _("The voucher \"%s\" belongs to the contract %s, which is not one of %s. Put it into a redemption "
                     "of its own enterprise."), item->voucher, contract, redemption->enterprise);
  }
  for (guint i = 0; item->invoices != NULL && i < item->invoices->len; i++) {
    g_autofree char *place = g_strdup_printf ("%s.invoices[%u]", path, i);

    if (!judge_invoice (judge, here, redemption, contract, item->invoices->pdata[i], place, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
judge_redemption (Judge *judge, guint position, GError **error)
{
  const QuanRedemption *redemption = judge->workspace->sections[QUAN_REDEMPTIONS]->pdata[position];
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; redemption->items != NULL && i < redemption->items->len; i++)
    if (!judge_item (judge, here, position, i, error))
      return FALSE;
  return TRUE;
}

gboolean
quan_redemptions_judge (const QuanWorkspace *workspace, const QuanKnown *known, GError **error)
{
  const GPtrArray *redemptions = workspace->sections[QUAN_REDEMPTIONS];
  gboolean good = TRUE;
  Judge judge;

  if (redemptions->len == 0)
    return TRUE;
  judge_init (&judge, workspace, known);
  note_contracts (&judge);
  for (guint i = 0; good && i < redemptions->len; i++)
    good = judge_redemption (&judge, i, error);
  judge_clear (&judge);
  return good;
}
