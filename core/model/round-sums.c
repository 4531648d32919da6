#include "core/model/round-sums.h"

static void
redeemed_clear (gpointer data)
{
  g_free (((QuanRedeemedSum *) data)->voucher);
}

static void
contract_sums_free (gpointer data)
{
  QuanContractSums *sums = data;

  g_array_unref (sums->redeemed);
  g_free (sums);
}

QuanRoundSums *
quan_round_sums_new (void)
{
  QuanRoundSums *sums = g_new0 (QuanRoundSums, 1);

  sums->contracts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, contract_sums_free);
  sums->redeemed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return sums;
}

void
quan_round_sums_free (QuanRoundSums *sums)
{
  if (sums == NULL)
    return;
  g_hash_table_unref (sums->contracts);
  g_hash_table_unref (sums->redeemed);
  g_free (sums);
}

QuanContractSums *
quan_round_sums_contract (QuanRoundSums *sums, const char *contract)
{
  QuanContractSums *found = g_hash_table_lookup (sums->contracts, contract);

  if (found != NULL)
    return found;
  found = g_new0 (QuanContractSums, 1);
  found->redeemed = g_array_new (FALSE, TRUE, sizeof (QuanRedeemedSum));
  g_array_set_clear_func (found->redeemed, redeemed_clear);
  g_hash_table_insert (sums->contracts, g_strdup (contract), found);
  return found;
}

const QuanInvoiceSum *
quan_contract_sums_find (const QuanContractSums *sums, const char *voucher)
{
  for (guint i = 0; i < sums->redeemed->len; i++)
    if (g_str_equal (g_array_index (sums->redeemed, QuanRedeemedSum, i).voucher, voucher))
      return &g_array_index (sums->redeemed, QuanRedeemedSum, i).sum;
  return NULL;
}

QuanInvoiceSum *
quan_contract_sums_redeemed (QuanContractSums *sums, const char *voucher)
{
  const QuanInvoiceSum *found = quan_contract_sums_find (sums, voucher);
  QuanRedeemedSum redeemed = { 0 };

  if (found != NULL)
    return (QuanInvoiceSum *) found;
  redeemed.voucher = g_strdup (voucher);
  g_array_append_val (sums->redeemed, redeemed);
  return &g_array_index (sums->redeemed, QuanRedeemedSum, sums->redeemed->len - 1).sum;
}

gboolean
quan_invoice_sum_add (QuanInvoiceSum *sum, QuanFen amount)
{
  if (amount != QUAN_FEN_NONE)
    return quan_money_add (sum->amount, amount, &sum->amount);
  sum->incomplete = TRUE;
  return TRUE;
}

gboolean
quan_round_sums_add_redeemed (QuanRoundSums *sums, const char *voucher, QuanFen amount)
{
  QuanFen *sum = g_hash_table_lookup (sums->redeemed, voucher);

  if (sum == NULL)
    g_hash_table_insert (sums->redeemed, g_strdup (voucher), sum = g_new0 (QuanFen, 1));
  return quan_money_add (*sum, amount, sum);
}
