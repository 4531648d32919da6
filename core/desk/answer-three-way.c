/* The three-way check of a round in JSON. */
#include "core/desk/answer.h"

static void
answer_mismatch (QuanJson *json, const QuanMismatch *mismatch)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "check", quan_match_id (mismatch->match));
  quan_json_text (json, "verdict", quan_verdict_id (mismatch->verdict));
  quan_json_text (json, "voucher", mismatch->item != NULL ? mismatch->item->claim->voucher : NULL);
  quan_json_text (json, "invoice", mismatch->invoice != NULL ? mismatch->invoice->number : NULL);
  quan_json_text (json, "delivery", mismatch->delivery != NULL ? mismatch->delivery->number : NULL);
  quan_json_text (json, "payment", mismatch->payment != NULL ? mismatch->payment->number : NULL);
  quan_json_begin_object (json, "facts");
  for (guint i = 0; i + 1 < mismatch->facts->len; i += 2)
    quan_json_text (json, mismatch->facts->pdata[i], mismatch->facts->pdata[i + 1]);
  quan_json_end_object (json);
  quan_json_text (json, "reason", mismatch->reason);
  quan_json_text (json, "fix", mismatch->fix);
  quan_json_end_object (json);
}

static void
answer_counts (QuanJson *json, const QuanThreeWay *check)
{
  quan_json_begin_object (json, "checks");
  for (int match = 0; match < QUAN_N_MATCHES; match++) {
    quan_json_begin_object (json, quan_match_id (match));
    quan_json_number (json, "held", check->counts[match].held);
    quan_json_number (json, "of", check->counts[match].of);
    quan_json_end_object (json);
  }
  quan_json_end_object (json);
}

static void
answer_settlements (QuanJson *json, const QuanReconciled *row)
{
  quan_json_begin_array (json, "payments");
  for (guint i = 0; i < row->settlements->len; i++) {
    const QuanSettlement *settlement = &g_array_index (row->settlements, QuanSettlement, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "number", settlement->payment != NULL ? settlement->payment->number : NULL);
    quan_json_text (json, "invoice", settlement->invoice->number);
    quan_json_date (json, "date", settlement->date);
    quan_json_money (json, "amount", settlement->amount);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

static void
answer_row (QuanJson *json, const QuanReconciled *row)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "voucher", row->item->claim->voucher);
  quan_json_text (json, "delivery", row->delivery != NULL ? row->delivery->number : NULL);
  quan_json_begin_array (json, "invoices");
  for (guint i = 0; i < row->invoices->len; i++)
    quan_json_text (json, NULL, ((const QuanInvoice *) row->invoices->pdata[i])->number);
  quan_json_end_array (json);
  answer_settlements (json, row);
  quan_json_money (json, "delivered", row->delivered);
  quan_json_money (json, "counted", row->counted);
  quan_json_money (json, "invoiced", row->invoiced);
  quan_json_money (json, "paid", row->paid);
  quan_json_text (json, "verdict", quan_verdict_id (row->verdict));
  quan_json_end_object (json);
}

void
quan_answer_three_way (QuanJson *json, const char *key, const QuanThreeWay *check)
{
  quan_json_begin_object (json, key);
  quan_json_text (json, "verdict", quan_verdict_id (check->verdict));
  quan_json_begin_array (json, "mismatches");
  for (guint i = 0; i < check->mismatches->len; i++)
    answer_mismatch (json, check->mismatches->pdata[i]);
  quan_json_end_array (json);
  answer_counts (json, check);
  quan_json_begin_array (json, "rows");
  for (guint i = 0; i < check->rows->len; i++)
    answer_row (json, &g_array_index (check->rows, QuanReconciled, i));
  quan_json_end_array (json);
  quan_json_end_object (json);
}
