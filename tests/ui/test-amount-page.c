/* The page of a redemption's amount: every figure of every golden round is the desk's. */
#include <string.h>

#include "tests/ui/golden-page.h"
#include "ui/entries/figures.h"
#include "ui/redemption/amount-page.h"

static void
assert_step (GtkWidget *page, const char *voucher, const char *step, QuanFen fen)
{
  g_autofree char *name = g_strdup_printf ("%s:%s", voucher, step), *figure = quan_figure (fen);
  GtkWidget *row = widget_named (page, name);

  g_assert_nonnull (row);
  g_assert_cmpstr (label_named (row, step), ==, figure);
}

static void
assert_sheet_shown (GtkWidget *page, const QuanPreviewItem *item)
{
  const char *voucher = item->claim->voucher;
  g_autofree char *blocked = g_strdup_printf ("%s:blocked", voucher);

  assert_step (page, voucher, "value", item->value);
  assert_step (page, voucher, "entitled", item->entitled);
  assert_step (page, voucher, "redeemed", item->redeemed);
  assert_step (page, voucher, "asked", item->amount);
  if (item->blocked != 0)
    assert_step (page, voucher, "blocked", item->blocked);
  else
    g_assert_null (widget_named (page, blocked));
}

static void
assert_bar_shown (QuanAmountPage *page, const QuanPreview *preview)
{
  const char *shown = quan_quota_bar_figure (quan_amount_page_bar (page), QUAN_QUOTA_THIS);
  const char *beyond = quan_quota_bar_figure (quan_amount_page_bar (page), QUAN_QUOTA_FORFEITED);
  g_autofree char *filing = quan_figure (MAX (preview->total, 0)), *blocked = quan_figure (preview->blocked);

  g_assert_cmpstr (shown != NULL ? shown : "0.00", ==, filing);
  g_assert_cmpstr (beyond != NULL ? beyond : "0.00", ==, blocked);
  g_assert_cmpint (widget_named (GTK_WIDGET (page), "blocked") != NULL, ==, preview->blocked > 0);
}

static void
test_golden (const json_t *golden, const QuanRoundFiling *filing)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (QUAN_TYPE_AMOUNT_PAGE, NULL));
  const QuanPreview *preview = filing->filing->preview;
  g_autofree char *total = quan_figure (ABS (preview->total)), *told = NULL;
  const json_t *expected = json_object_get (json_object_get (golden, "expect"), "total");
  QuanStepState state;
  char buffer[QUAN_MONEY_BUF];

  g_assert_cmpstr (quan_money_canonical (preview->total, buffer), ==, json_string_value (expected));
  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), filing);
  for (guint i = 0; i < preview->items->len; i++)
    assert_sheet_shown (page, &g_array_index (preview->items, QuanPreviewItem, i));
  if (preview->total != 0)
    g_assert_nonnull (strstr (label_named (page, "headline"), total));
  assert_bar_shown (QUAN_AMOUNT_PAGE (page), preview);
  state = quan_wizard_page_judge (QUAN_WIZARD_PAGE (page), filing, &told);
  g_assert_cmpint (state, ==, preview->total > 0 && preview->blocked == 0 ? QUAN_STEP_DONE : QUAN_STEP_REVIEW);
  g_assert_finalize_object (page);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  golden_round_add ("/amount-page/golden/", test_golden);
  return g_test_run ();
}
