#include "core/engine/round-invoices.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

static const QuanTerm names[QUAN_N_PLACES] = {
  [QUAN_PLACE_NOW]         = { "now", "This round", "本批次" },
  [QUAN_PLACE_REDEEMED]    = { "redeemed", "Already redeemed", "已兑付" },
  [QUAN_PLACE_LATER]       = { "later", "A later round", "以后批次" },
  [QUAN_PLACE_NO_ROUND]    = { "no-round", "No round left", "无对应批次" },
  [QUAN_PLACE_UNPROVEN]    = { "unproven", "No delivery proof", "缺交付凭证" },
  [QUAN_PLACE_UNDATED]     = { "undated", "No date", "缺开票日期" },
  [QUAN_PLACE_FUTURE]      = { "future", "Dated after the as-of date", "晚于基准日" },
  [QUAN_PLACE_WAITS]       = { "waits", "Waits for the invoice it reverses", "待被冲发票计入" },
  [QUAN_PLACE_NOT_COUNTED] = { "not-counted", "Nothing that counts", "不计入" },
  [QUAN_PLACE_NO_VOUCHER]  = { "no-voucher", "Contract without a voucher", "合同无算力券" },
};

const char *
quan_place_id (QuanPlace place)
{
  return names[place].id;
}

const char *
quan_place_name (QuanPlace place, QuanLanguage language)
{
  return quan_term_name (&names[place], language);
}

/* What the places of an enterprise's invoices are found from. */
typedef struct {
  const QuanView    *view;
  const QuanRound   *round;
  QuanRoundInvoices *invoices;
  GHashTable        *vouchers;  /* set of the contracts that have one */
  GArray            *places;
} Places;

static void
find_vouchers (Places *p, const char *enterprise, const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++) {
    const QuanClaim *claim = g_ptr_array_index (claims, i);

    if (g_str_equal (claim->enterprise, enterprise) && quan_is_voucher (p->view, claim))
      g_hash_table_add (p->vouchers, claim->contract);
  }
}

/* The first of this round and the later ones that takes an invoice of a contract from a day on, NULL if none does. */
static const QuanRound *
round_for (const Places *p, const QuanContract *contract, QuanDate day)
{
  const GArray *rounds = p->view->pack->rounds;

  for (guint i = 0; i < rounds->len; i++) {
    const QuanRound *round = &g_array_index (rounds, QuanRound, i);

    if (round->until >= p->round->until && round->until >= day && quan_round_serves (round, contract))
      return round;
  }
  return NULL;
}

static QuanInvoicePlace
place_of (const Places *p, const QuanContract *contract, const QuanRoundInvoice *entry)
{
  QuanInvoicePlace found = {
    .invoice = entry->invoice, .place = entry->place, .redemption = entry->redemption,
    .counted = entry->amount_missing ? QUAN_FEN_NONE : entry->eligible,
  };

  switch (entry->place) {
  case QUAN_PLACE_NOW:
  case QUAN_PLACE_LATER:
  case QUAN_PLACE_NO_ROUND:
    found.round = round_for (p, contract, entry->day);
    found.place = !found.round ? QUAN_PLACE_NO_ROUND : found.round == p->round ? QUAN_PLACE_NOW : QUAN_PLACE_LATER;
    break;
  case QUAN_PLACE_UNPROVEN:
  case QUAN_PLACE_WAITS:
    break;
  default:
    return found;
  }
  if (!g_hash_table_contains (p->vouchers, contract->number))
    found.place = QUAN_PLACE_NO_VOUCHER;
  if (found.place != QUAN_PLACE_LATER)
    found.round = NULL;
  return found;
}

static int
compare_contracts (gconstpointer a, gconstpointer b)
{
  return quan_key_compare ((*(const QuanContract *const *) a)->number, (*(const QuanContract *const *) b)->number);
}

static void
add_places (Places *p, const char *enterprise, const GPtrArray *contracts)
{
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();

  for (guint i = 0; i < contracts->len; i++)
    if (g_str_equal (((const QuanContract *) contracts->pdata[i])->enterprise, enterprise))
      g_ptr_array_add (ours, contracts->pdata[i]);
  g_ptr_array_sort (ours, compare_contracts);
  for (guint i = 0; i < ours->len; i++) {
    const QuanContract *contract = ours->pdata[i];
    const GPtrArray *list = quan_round_invoices_of (p->invoices, contract->number);

    for (guint j = 0; list && j < list->len; j++) {
      QuanInvoicePlace place = place_of (p, contract, g_ptr_array_index (list, j));

      g_array_append_val (p->places, place);
    }
  }
}

GArray *
quan_invoice_places (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                     const char *label, GError **error)
{
  g_autoptr (QuanRoundInvoices) invoices = NULL;
  g_autoptr (GHashTable) vouchers = g_hash_table_new (g_str_hash, g_str_equal);
  Places p = { .view = view, .round = quan_pack_round (view->pack, label), .vouchers = vouchers };

  g_return_val_if_fail (p.round != NULL, NULL);
  p.invoices = invoices = quan_round_invoices_new (view, enterprise, records, p.round);
  if (!invoices) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
                 _("The lines of an invoice add up to more than this program can compute with; correct them."));
    return NULL;
  }
  p.places = g_array_new (FALSE, TRUE, sizeof (QuanInvoicePlace));
  find_vouchers (&p, enterprise->uscc, records->sections[QUAN_CLAIMS]);
  add_places (&p, enterprise->uscc, records->sections[QUAN_CONTRACTS]);
  return p.places;
}
