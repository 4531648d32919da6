/* No invoice comes to be in two redemptions that stand, whatever act does it. */
#include <string.h>

#include "core/base/error.h"
#include "core/store/undo.h"
#include "tests/core/store-fixture.h"

#define FIRST "91110108MA01ABC25F"
#define SECOND "91110302600123450J"
#define VOUCHER "SLQ-2024-0001"
#define INVOICE "24112000000000000002" /* of the sample workspace, in no redemption */

/* Writes a redemption (id 0: a new one) of an invoice in an act of its own; 0 where the commit is refused. */
static gint64
put (QuanStore *store, gint64 id, const char *round, const char *enterprise, int state, GError **error)
{
  QuanRedemption *redemption = quan_record_new (&quan_redemption_type);
  QuanRedemptionItem *item = quan_record_new (&quan_redemption_item_type);

  item->voucher = g_strdup (VOUCHER);
  item->amount = 1;
  item->invoices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (item->invoices, g_strdup (INVOICE));
  redemption->round = g_strdup (round);
  redemption->enterprise = g_strdup (enterprise);
  redemption->state = state;
  redemption->items = quan_record_list_new (&quan_redemption_item_type);
  g_ptr_array_add (redemption->items, item);
  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  id = quan_store_write (store, QUAN_REDEMPTIONS, id, redemption, NULL);
  g_assert_cmpint (id, !=, 0);
  quan_record_free (&quan_redemption_type, redemption);
  return quan_store_commit (store, error) ? id : 0;
}

static void
make_store (QuanStore *store)
{
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  QuanEnterprise *second = quan_record_new (&quan_enterprise_type);

  second->uscc = g_strdup (SECOND);
  g_ptr_array_add (workspace->sections[QUAN_ENTERPRISES], second);
  store_import (store, workspace);
}

/* Two enterprises, and two acts of one: the second is refused, named with where the first is, and leaves nothing. */
static void
test_acts (void)
{
  static const char *const enterprises[] = { FIRST, SECOND };
  static const int states[] = { QUAN_REDEMPTION_SUBMITTED, QUAN_REDEMPTION_PAID };

  for (guint i = 0; i < G_N_ELEMENTS (enterprises); i++)
    for (guint j = 0; j < G_N_ELEMENTS (states); j++) {
      g_auto (StorePlace) place = store_place_new ();
      g_autoptr (QuanStore) store = store_open (place.path);
      g_autoptr (GError) error = NULL;
      gint64 count;

      make_store (store);
      g_assert_cmpint (put (store, 0, "2024Q3", FIRST, states[j], &error), !=, 0);
      count = quan_store_count (store, QUAN_REDEMPTIONS, &(QuanStoreFilter) { NULL }, NULL);
      g_assert_cmpint (put (store, 0, "2024Q4", enterprises[i], QUAN_REDEMPTION_SUBMITTED, &error), ==, 0);
      g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, INVOICE ": in the redemption 2024Q3 of "));
      g_assert_cmpint (quan_store_count (store, QUAN_REDEMPTIONS, &(QuanStoreFilter) { NULL }, NULL), ==, count);
      g_clear_error (&error);
      g_assert_cmpint (put (store, 0, "2024Q4", enterprises[i], QUAN_REDEMPTION_DRAFT, &error), !=, 0);
    }
}

/* Taking a return back would bring the invoice into a second redemption. */
static void
test_undo (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  make_store (store);
  id = put (store, 0, "2024Q3", FIRST, QUAN_REDEMPTION_SUBMITTED, &error);
  g_assert_cmpint (put (store, id, "2024Q3", FIRST, QUAN_REDEMPTION_RETURNED, &error), ==, id);
  act = quan_store_last_act (store);
  g_assert_cmpint (put (store, 0, "2024Q4", SECOND, QUAN_REDEMPTION_SUBMITTED, &error), !=, 0);
  g_assert_cmpint (quan_store_undo (store, act, QUAN_UNDO_WORD, NULL, &error), ==, 0);
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, INVOICE ": in the redemption 2024Q4 of "));
  problems = quan_store_verify (store);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uses/acts", test_acts);
  g_test_add_func ("/uses/undo", test_undo);
  return g_test_run ();
}
