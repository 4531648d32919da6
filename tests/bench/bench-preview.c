/*
 * The preview of a round over 1,000 vouchers and 100,000 invoices, without output, against the plain sum of the same
 * invoices' lines: what SQLite takes to join invoices and lines and to add them up by contract, with the index that
 * serves it best. Prints medians of several runs and their ratio, for an enterprise's first round and for a later one,
 * when four of five invoices are redeemed.
 */
#include <stdio.h>
#include <stdlib.h>

#include "core/desk/desk-private.h"
#include "tests/bench/measure.h"
#include "tests/core/store-fixture.h"

#define RUNS 15
#define CONTRACTS 1000
#define INVOICES 100000
#define ENTERPRISE "91110108MA01ABC25F"
#define PLAIN \
  "SELECT i.contract, sum (l.amount) FROM invoices AS i JOIN invoices_lines AS l ON l.record = i.id" \
  " WHERE i.enterprise = '" ENTERPRISE "' GROUP BY i.contract"

static QuanLine *
line_new (const QuanRecordType *type, int kind, QuanFen amount)
{
  QuanLine *line = quan_record_new (type);

  line->kind = kind;
  line->amount = amount;
  return line;
}

static void
add_contract (QuanWorkspace *workspace, int i)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);
  QuanClaim *claim = quan_record_new (&quan_claim_type);

  contract->number = g_strdup_printf ("HT-%04d", i);
  contract->enterprise = g_strdup (ENTERPRISE);
  contract->signed_on = quan_date_from_ymd (2024, 2, 20);
  contract->starts = quan_date_from_ymd (2024, 3, 1);
  contract->ends = quan_date_from_ymd (2025, 11, 30);
  contract->lines = quan_record_list_new (&quan_line_type);
  g_ptr_array_add (contract->lines, line_new (&quan_line_type, QUAN_LINE_COMPUTE, 100000000));
  g_ptr_array_add (workspace->sections[QUAN_CONTRACTS], contract);
  claim->contract = g_strdup (contract->number);
  claim->enterprise = g_strdup (ENTERPRISE);
  claim->state = QUAN_CLAIM_APPROVED;
  claim->submitted = contract->starts;
  claim->issued = contract->starts + 1 + i % 28;
  claim->requested = claim->approved = 20000000;
  claim->voucher = g_strdup_printf ("SLQ-%04d", i);
  g_ptr_array_add (workspace->sections[QUAN_CLAIMS], claim);
}

/* Every contract has an invoice every six days, each with a delivery record of its own, a line that counts and one that
 * does not. */
static void
add_invoice (QuanWorkspace *workspace, int i)
{
  QuanDelivery *delivery = quan_record_new (&quan_delivery_type);
  QuanInvoice *invoice = quan_record_new (&quan_invoice_type);

  delivery->number = g_strdup_printf ("JF-%06d", i);
  delivery->contract = g_strdup_printf ("HT-%04d", i % CONTRACTS);
  delivery->enterprise = g_strdup (ENTERPRISE);
  delivery->to = quan_date_from_ymd (2024, 3, 6) + i / CONTRACTS * 6;
  delivery->from = delivery->to - 5;
  g_ptr_array_add (workspace->sections[QUAN_DELIVERIES], delivery);
  invoice->number = g_strdup_printf ("%d%014d", 241120, i);
  invoice->contract = g_strdup (delivery->contract);
  invoice->enterprise = g_strdup (ENTERPRISE);
  invoice->date = delivery->to + 2;
  invoice->delivery = g_strdup (delivery->number);
  invoice->lines = quan_record_list_new (&quan_invoice_line_type);
  g_ptr_array_add (invoice->lines, line_new (&quan_invoice_line_type, QUAN_LINE_COMPUTE, 900000));
  g_ptr_array_add (invoice->lines, line_new (&quan_invoice_line_type, QUAN_LINE_STORAGE, 100000));
  g_ptr_array_add (workspace->sections[QUAN_INVOICES], invoice);
}

/* The invoices from one to another, an item for each contract's. */
static void
add_redemption (QuanWorkspace *workspace, const char *round, const char *paid, int from, int to)
{
  QuanRedemption *redemption = quan_record_new (&quan_redemption_type);

  redemption->round = g_strdup (round);
  redemption->enterprise = g_strdup (ENTERPRISE);
  redemption->state = QUAN_REDEMPTION_PAID;
  redemption->submitted = redemption->paid_on = quan_date_parse_iso (paid);
  redemption->items = quan_record_list_new (&quan_redemption_item_type);
  for (int i = 0; i < CONTRACTS; i++) {
    QuanRedemptionItem *item = quan_record_new (&quan_redemption_item_type);

    item->voucher = g_strdup_printf ("SLQ-%04d", i);
    item->invoices = g_ptr_array_new_with_free_func (g_free);
    for (int invoice = from + i; invoice < to; invoice += CONTRACTS)
      g_ptr_array_add (item->invoices, g_strdup_printf ("%d%014d", 241120, invoice));
    item->amount = 180000 * (QuanFen) item->invoices->len;
    g_ptr_array_add (redemption->items, item);
  }
  g_ptr_array_add (workspace->sections[QUAN_REDEMPTIONS], redemption);
}

static void
fill_store (const char *path, gboolean redeemed)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  g_autoptr (QuanStore) store = store_open (path);
  QuanEnterprise *enterprise = quan_record_new (&quan_enterprise_type);

  enterprise->uscc = g_strdup (ENTERPRISE);
  enterprise->region = g_strdup ("110108");
  g_ptr_array_add (workspace->sections[QUAN_ENTERPRISES], enterprise);
  for (int i = 0; i < CONTRACTS; i++)
    add_contract (workspace, i);
  for (int i = 0; i < INVOICES; i++)
    add_invoice (workspace, i);
  if (redeemed) {
    add_redemption (workspace, "2024Q4", "2024-11-15", 0, INVOICES * 2 / 5);
    add_redemption (workspace, "2025Q2", "2025-06-30", INVOICES * 2 / 5, INVOICES * 4 / 5);
  }
  store_import (store, workspace);
}

/* The sum of all lines by contract, stepped through. */
static double
add_plainly (QuanStore *store)
{
  double begin = measure_now ();
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, PLAIN, NULL);
  int rows = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    rows++;
  sqlite3_finalize (statement);
  g_assert_cmpint (rows, ==, CONTRACTS);
  return measure_now () - begin;
}

static void
read_all (QuanStore *store, QuanSection section, QuanWorkspace *records)
{
  QuanStoreFilter filter = { .enterprise = ENTERPRISE };
  g_autoptr (QuanCursor) cursor = quan_store_select (store, section, &filter, NULL);
  gpointer record;

  while ((record = quan_cursor_next (cursor, NULL, NULL)) != NULL)
    g_ptr_array_add (records->sections[section], record);
}

/* All of it: vouchers and contracts are read, ledgers and invoices added up, the round computed. */
static double
look_ahead (QuanDesk *desk, const QuanRound *round, int *n_new)
{
  double begin = measure_now ();
  g_autoptr (QuanWorkspace) records = quan_workspace_new ();
  const QuanEnterprise *enterprise = quan_desk_enterprise (desk, ENTERPRISE, NULL);
  g_autoptr (GArray) years = quan_desk_years (desk, enterprise, desk->as_of, NULL);
  g_autoptr (QuanPreview) preview = NULL;
  QuanView view;

  g_assert_true (quan_desk_view_for (desk, enterprise, NULL, &view, NULL));
  read_all (desk->store, QUAN_CLAIMS, records);
  read_all (desk->store, QUAN_CONTRACTS, records);
  preview = quan_desk_preview_from_sums (desk, &view, enterprise, records, years, round, NULL);
  g_assert_cmpuint (preview->items->len, ==, CONTRACTS);
  *n_new = 0;
  for (guint i = 0; i < preview->items->len; i++)
    *n_new += g_array_index (preview->items, QuanPreviewItem, i).n_new;
  return measure_now () - begin;
}

static void
measure (const char *name, gboolean redeemed)
{
  g_auto (StorePlace) place = store_place_new ();
  QuanDeskOptions options = { .store_path = place.path, .as_of = quan_date_from_ymd (2025, 11, 14) };
  g_autoptr (QuanDesk) desk = NULL;
  Samples plain = { 0 }, ahead = { 0 };
  int n_new = 0;
  QuanView view;

  fill_store (place.path, redeemed);
  desk = quan_desk_open (&options, NULL);
  g_assert_true (quan_desk_view_for (desk, NULL, NULL, &view, NULL));
  for (int i = 0; i <= RUNS; i++) {
    double sum = add_plainly (desk->store), round = look_ahead (desk, quan_pack_round (view.pack, "2025Q4"), &n_new);

    if (i > 0) {
      samples_add (&plain, sum);
      samples_add (&ahead, round);
    }
  }
  printf ("%s, %d of %d invoices new: %.1f ms; plain sum by contract %.1f ms; ratio %.2f (asked for: at most 2)\n",
          name, n_new, INVOICES, samples_median (&ahead), samples_median (&plain), samples_median (&ahead) / samples_median (&plain));
}

int
main (void)
{
  measure ("first round", FALSE);
  measure ("later round", TRUE);
  return 0;
}
