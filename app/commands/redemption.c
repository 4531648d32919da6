#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/table.h"
#include "app/words.h"
#include "core/desk/answer.h"

static void
item_json (QuanJson *json, const QuanView *view, const QuanPreviewItem *item, QuanLanguage language)
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

static void
answer_json (Session *session, const QuanRoundAnswer *answer, const QuanThreeWay *three_way)
{
  const QuanPreview *preview = answer->preview;
  QuanJson *json = &session->json;

  quan_json_begin_object (json, NULL);
  quan_json_text (json, "round", preview->round);
  quan_json_text (json, "enterprise", answer->enterprise->uscc);
  quan_json_date (json, "files_from", preview->window != NULL ? preview->window->from : QUAN_DATE_NONE);
  quan_json_date (json, "files_to", preview->window != NULL ? preview->window->until : QUAN_DATE_NONE);
  quan_json_text (json, "state", quan_round_state_id (preview->state));
  quan_json_begin_array (json, "items");
  for (guint i = 0; i < preview->items->len; i++)
    item_json (json, &answer->view, &g_array_index (preview->items, QuanPreviewItem, i), session->language);
  quan_json_end_array (json);
  quan_json_money (json, "total", preview->total);
  quan_json_money (json, "blocked", preview->blocked);
  quan_json_text (json, "moves_to", preview->moves_to != NULL ? preview->moves_to->label : NULL);
  quan_json_money (json, "no_round", preview->no_round);
  quan_json_money (json, "room", preview->room);
  quan_answer_three_way (json, "three_way", three_way);
  quan_json_end_object (json);
}

static void
write_items (Output *output, const QuanPreview *preview)
{
  g_autoptr (Table) table = table_new ("llrrrrr");

  table_row (table, _("Voucher"), _("Contract"), _("New invoices"), _("Eligible"), _("Entitled"), _("Redeemed"),
             _("Now"));
  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);
    g_autofree char *invoices = g_strdup_printf ("%u", item->invoices->len);
    g_autofree char *eligible = money_words (item->eligible);
    g_autofree char *entitled = money_words (item->entitled);
    g_autofree char *redeemed = money_words (item->redeemed);
    g_autofree char *amount = money_words (item->amount);

    table_row (table, item->claim->voucher, item->contract->number, invoices, eligible, entitled, redeemed, amount);
  }
  table_write (table, "", output);
}

static void
write_warnings (Output *output, const QuanPreview *preview, QuanLanguage language)
{
  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);

    for (int warning = 0; warning < QUAN_N_WARNINGS; warning++)
      if (item->warnings & 1u << warning)
        output_format (output, _("%s: %s\n"), item->claim->voucher, quan_warning_text (warning, language));
  }
}

/* The sums, where the part held back moves (A12), and what has no round at all (A11). */
static void
write_sums (Output *output, const QuanPreview *preview)
{
  g_autofree char *total = money_words (preview->total);
  g_autofree char *blocked = money_words (preview->blocked);
  g_autofree char *no_round = money_words (preview->no_round);

  output_format (output, _("Total: %s yuan. Held back by the yearly cap: %s yuan.\n"), total, blocked);
  if (preview->blocked > 0 && preview->moves_to != NULL)
    output_format (output, _("What is held back waits for %s.\n"), preview->moves_to->label);
  else if (preview->blocked > 0)
    output_text (output, _("No round is left for what is held back: ask the authority.\n"));
  if (preview->no_round != 0)
    output_format (output, _("Invoices that no round takes any more would bring %s yuan: ask the authority.\n"), no_round);
}

/* Where invoice, delivery, payment and contract disagree, the worst first. */
static void
write_mismatches (Output *output, const QuanThreeWay *three_way, QuanLanguage language)
{
  for (guint i = 0; i < three_way->mismatches->len; i++) {
    const QuanMismatch *mismatch = three_way->mismatches->pdata[i];

    if (i == 0)
      output_text (output, _("\nInvoice, delivery, payment and contract do not agree:\n"));
    output_format (output, _("  %s: %s\n"), quan_verdict_name (mismatch->verdict, language), mismatch->reason);
    if (mismatch->fix != NULL)
      output_format (output, "      → %s\n", mismatch->fix);
  }
}

static void
answer_text (Session *session, const QuanRoundAnswer *answer, const QuanThreeWay *three_way)
{
  const QuanPreview *preview = answer->preview;
  Output *output = session->output;

  write_enterprise (output, answer->enterprise);
  write_pack (output, &answer->view, session->language);
  if (preview->window != NULL) {
    g_autofree char *from = date_words (preview->window->from);
    g_autofree char *until = date_words (preview->window->until);

    output_format (output, _("Round %s, filed from %s to %s: %s\n"), preview->round, from, until,
                   quan_round_state_name (preview->state, session->language));
  } else
    output_format (output, _("The policy has no round %s.\n"), preview->round);
  if (preview->items->len > 0) {
    output_text (output, "\n");
    write_items (output, preview);
    output_text (output, "\n");
  }
  write_warnings (output, preview, session->language);
  write_sums (output, preview);
  write_mismatches (output, three_way, session->language);
}

static int
run_preview (Session *session, GError **error)
{
  QuanDesk *desk = session_desk (session, FALSE, error);
  g_autoptr (QuanRoundAnswer) answer = NULL;
  g_autoptr (QuanThreeWay) three_way = NULL;

  if (desk != NULL)
    answer = quan_desk_preview (desk, session->arguments->enterprise, session->operands[0], error);
  if (answer != NULL)
    three_way = quan_three_way (&answer->view, answer->enterprise, answer->records, answer->preview, QUAN_DATE_NONE,
                                session->language, error);
  if (three_way == NULL)
    return STATUS_DONE;
  if (session->arguments->json)
    answer_json (session, answer, three_way);
  else
    answer_text (session, answer, three_way);
  return STATUS_DONE;
}

const Command redemption_commands[] = {
  {
    .name = "redemption preview", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Compute what each voucher would get in a round, without recording it"),
    .example = "quanctl redemption preview 2024Q2",
    .run = run_preview,
  },
  { NULL }
};
