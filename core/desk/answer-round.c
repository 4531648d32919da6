#include "core/desk/answer.h"

static void
answer_item (QuanJson *json, const QuanView *view, const QuanPreviewItem *item, QuanLanguage language)
{
  g_autofree QuanFinding *findings = g_new (QuanFinding, view->pack->rules->len);

  quan_json_begin_object (json, NULL);
  quan_json_text (json, "voucher", item->claim->voucher);
  quan_json_text (json, "contract", item->contract->number);
  quan_json_begin_array (json, "invoices");
  for (guint i = 0; i < item->invoices->len; i++)
    quan_json_text (json, NULL, ((const QuanInvoice *) item->invoices->pdata[i])->number);
  quan_json_end_array (json);
  quan_json_money (json, "eligible", item->eligible);
  quan_json_money (json, "entitled", item->entitled);
  quan_json_money (json, "redeemed", item->redeemed);
  quan_json_money (json, "amount", item->amount);
  quan_json_money (json, "blocked", item->blocked);
  quan_json_money (json, "no_round", item->no_round);
  quan_json_begin_array (json, "warnings");
  for (int i = 0; i < QUAN_N_WARNINGS; i++)
    if (item->warnings & 1u << i)
      quan_json_text (json, NULL, quan_warning_id (i));
  quan_json_end_array (json);
  quan_answer_findings (json, findings, quan_preview_findings (view, item, findings), language);
  quan_json_end_object (json);
}

void
quan_answer_round (QuanJson *json, const char *key, const QuanView *view, const QuanPreview *preview,
                   const QuanThreeWay *three_way, const QuanEnterprise *enterprise, QuanLanguage language)
{
  quan_json_begin_object (json, key);
  quan_json_text (json, "round", preview->round);
  quan_json_text (json, "enterprise", enterprise->uscc);
  quan_answer_view (json, view);
  quan_json_date (json, "files_from", preview->window != NULL ? preview->window->from : QUAN_DATE_NONE);
  quan_json_date (json, "files_to", preview->window != NULL ? preview->window->until : QUAN_DATE_NONE);
  quan_json_text (json, "state", quan_round_state_id (preview->state));
  quan_json_begin_array (json, "items");
  for (guint i = 0; i < preview->items->len; i++)
    answer_item (json, view, &g_array_index (preview->items, QuanPreviewItem, i), language);
  quan_json_end_array (json);
  quan_json_money (json, "total", preview->total);
  quan_json_money (json, "blocked", preview->blocked);
  quan_json_text (json, "moves_to", preview->moves_to != NULL ? preview->moves_to->label : NULL);
  quan_json_money (json, "no_round", preview->no_round);
  quan_json_money (json, "room", preview->room);
  quan_answer_three_way (json, "three_way", three_way);
  quan_json_end_object (json);
}
