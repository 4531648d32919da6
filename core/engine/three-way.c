#include "core/engine/three-way.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/engine/three-way-parts.h"

void
quan_matching_report_facts (QuanMatching *matching, const QuanMatchPlace *place, QuanFault fault,
                            const QuanValue *facts, int n)
{
  QuanMismatch *mismatch = quan_mismatch_new (fault, facts, n, matching->language);

  mismatch->item = place->item;
  mismatch->invoice = place->invoice;
  mismatch->delivery = place->delivery;
  mismatch->payment = place->payment;
  g_ptr_array_add (matching->check->mismatches, mismatch);
  if (place->row)
    g_ptr_array_add (place->row->mismatches, mismatch);
}

guint
quan_matching_found (const QuanMatching *matching)
{
  return matching->check->mismatches->len;
}

void
quan_matching_tally (QuanMatching *matching, QuanMatch match, guint found)
{
  QuanMatchCount *count = &matching->check->counts[match];

  count->of++;
  count->held += quan_matching_found (matching) == found;
}

/* The redemption of this round by the enterprise is the one that is checked. */
static gboolean
is_this (const QuanMatching *m, const QuanRedemption *redemption)
{
  return g_str_equal (redemption->enterprise, m->enterprise->uscc)
         && g_str_equal (redemption->round, m->preview->round);
}

/* Another redemption tells something, and another enterprise's more than an own one. */
static int
weight (const QuanMatching *m, const QuanRedemption *redemption)
{
  if (!redemption || is_this (m, redemption))
    return 0;
  return g_str_equal (redemption->enterprise, m->enterprise->uscc) ? 1 : 2;
}

static void
index_uses (QuanMatching *m)
{
  const GPtrArray *redemptions = m->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    QuanRedemption *redemption = g_ptr_array_index (redemptions, i);
    gboolean stands = quan_redemption_standing (redemption, m->view->as_of) >= QUAN_STANDING_SUBMITTED;

    for (guint j = 0; stands && redemption->items && j < redemption->items->len; j++) {
      const QuanRedemptionItem *item = g_ptr_array_index (redemption->items, j);

      for (guint k = 0; item->invoices && k < item->invoices->len; k++)
        if (weight (m, redemption) > weight (m, g_hash_table_lookup (m->uses, item->invoices->pdata[k])))
          g_hash_table_insert (m->uses, item->invoices->pdata[k], redemption);
    }
  }
}

static void
index_enterprises (QuanMatching *m)
{
  const GPtrArray *enterprises = m->records->sections[QUAN_ENTERPRISES];

  for (guint i = 0; i < enterprises->len; i++) {
    QuanEnterprise *enterprise = g_ptr_array_index (enterprises, i);

    g_hash_table_insert (m->enterprises, enterprise->uscc, enterprise);
  }
}

/* Checks item by item: the rows stand in the order of the items. */
static gboolean
check_items (QuanMatching *m)
{
  GArray *rows = m->check->rows;
  guint begin = 0;

  for (guint i = 0; i < m->preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (m->preview->items, QuanPreviewItem, i);
    guint end = begin;

    for (; end < rows->len && g_array_index (rows, QuanReconciled, end).item == item; end++)
      quan_matching_facts (m, &g_array_index (rows, QuanReconciled, end));
    if (!quan_matching_amounts (m, item, &g_array_index (rows, QuanReconciled, begin), end - begin))
      return FALSE;
    quan_matching_kept_out (m, item);
    quan_matching_base (m, item);
    begin = end;
  }
  return TRUE;
}

/* Worse ones have a smaller number. */
static int
severity (QuanVerdict verdict)
{
  static const int order[QUAN_N_VERDICTS] = {
    [QUAN_VERDICT_FAIL] = 0, [QUAN_VERDICT_UNKNOWN] = 1,        [QUAN_VERDICT_REVIEW] = 2,
    [QUAN_VERDICT_PASS] = 3, [QUAN_VERDICT_NOT_APPLICABLE] = 4,
  };

  return order[verdict];
}

static int
compare_mismatches (gconstpointer a, gconstpointer b)
{
  const QuanMismatch *left = *(const QuanMismatch *const *) a, *right = *(const QuanMismatch *const *) b;

  return severity (left->verdict) - severity (right->verdict);
}

/* Puts the worst first and returns its verdict. */
static QuanVerdict
rank (GPtrArray *mismatches)
{
  g_ptr_array_sort (mismatches, compare_mismatches);
  return mismatches->len > 0 ? ((const QuanMismatch *) mismatches->pdata[0])->verdict : QUAN_VERDICT_PASS;
}

static gboolean
run (QuanMatching *m)
{
  index_uses (m);
  index_enterprises (m);
  if (!m->invoices || !quan_matching_rows (m) || !check_items (m))
    return FALSE;
  quan_matching_account (m);
  m->check->verdict = rank (m->check->mismatches);
  for (guint i = 0; i < m->check->rows->len; i++) {
    QuanReconciled *row = &g_array_index (m->check->rows, QuanReconciled, i);

    row->verdict = rank (row->mismatches);
  }
  return TRUE;
}

static void
matching_clear (QuanMatching *m)
{
  g_clear_pointer (&m->invoices, quan_round_invoices_free);
  g_hash_table_unref (m->takers);
  g_hash_table_unref (m->settled);
  g_hash_table_unref (m->rows);
  g_hash_table_unref (m->uses);
  g_hash_table_unref (m->enterprises);
  g_hash_table_unref (m->judged);
}

static void
row_clear (gpointer data)
{
  QuanReconciled *row = data;

  g_ptr_array_unref (row->invoices);
  g_array_unref (row->settlements);
  g_ptr_array_unref (row->mismatches);
}

static QuanThreeWay *
three_way_new (void)
{
  QuanThreeWay *check = g_new0 (QuanThreeWay, 1);

  check->rows = g_array_new (FALSE, FALSE, sizeof (QuanReconciled));
  g_array_set_clear_func (check->rows, row_clear);
  check->mismatches = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_mismatch_free);
  check->verdict = QUAN_VERDICT_PASS;
  return check;
}

void
quan_three_way_free (QuanThreeWay *check)
{
  if (!check)
    return;
  g_array_unref (check->rows);
  g_ptr_array_unref (check->mismatches);
  g_free (check);
}

QuanThreeWay *
quan_three_way (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                const QuanPreview *preview, QuanDate filed, QuanLanguage language, GError **error)
{
  g_autoptr (QuanThreeWay) check = three_way_new ();
  QuanMatching m = {
    .view = view,
    .enterprise = enterprise,
    .records = records,
    .preview = preview,
    .language = language,
    .check = check,
    .filed = filed != QUAN_DATE_NONE ? filed : view->as_of,
  };
  gboolean done;

  if (preview->items->len == 0)
    return g_steal_pointer (&check);
  m.invoices = quan_round_invoices_new (view, enterprise, records, preview->window);
  m.takers = g_hash_table_new (NULL, NULL);
  m.settled = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  m.rows = g_hash_table_new (NULL, NULL);
  m.uses = g_hash_table_new (g_str_hash, g_str_equal);
  m.enterprises = g_hash_table_new (g_str_hash, g_str_equal);
  m.judged = g_hash_table_new (NULL, NULL);
  done = run (&m);
  matching_clear (&m);
  if (done)
    return g_steal_pointer (&check);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
               _ ("The amounts of this round add up to more than this program can compute with; correct them."));
  return NULL;
}
