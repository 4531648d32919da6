/* The sums of the ledgers, as they stood on a date. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/store-fixture.h"

#define FIRST "91110108MA01ABC25F"
#define SECOND "91110302600123450J"

#define CONTRACT(number, who) "{\"number\":\"" number "\",\"enterprise\":\"" who "\"}"
#define CLAIM(number, more) "{\"contract\":\"" number "\"," more "}"
#define RECORDS                                                                                                     \
  "{\"format\":\"quan-workspace\",\"version\":1,"                                                                    \
  "\"enterprises\":[{\"uscc\":\"" FIRST "\"},{\"uscc\":\"" SECOND "\"}],\"providers\":[],\"contracts\":["               \
  CONTRACT ("A", FIRST) "," CONTRACT ("B", FIRST) "," CONTRACT ("C", FIRST) "," CONTRACT ("D", FIRST) ","            \
  CONTRACT ("E", SECOND) "],\"claims\":["                                                                           \
  CLAIM ("A", "\"state\":\"approved\",\"submitted\":\"2024-03-05\",\"requested\":\"200.00\",\"approved\":\"150.00\","    \
              "\"voucher\":\"V-1\",\"issued\":\"2024-04-02\"") ","                                                   \
  CLAIM ("B", "\"state\":\"submitted\",\"submitted\":\"2024-05-01\",\"requested\":\"30.00\"") ","                       \
  CLAIM ("B", "\"state\":\"rejected\",\"submitted\":\"2024-01-01\",\"requested\":\"7.00\"") ","                         \
  CLAIM ("C", "\"state\":\"returned\",\"submitted\":\"2025-01-10\"") ","                                              \
  CLAIM ("D", "\"state\":\"draft\",\"requested\":\"4.00\"") ","                                                       \
  CLAIM ("E", "\"state\":\"submitted\",\"submitted\":\"2024-03-05\",\"requested\":\"9.99\"") "],"                      \
  "\"deliveries\":[],\"invoices\":[],\"redemptions\":["                                                              \
  "{\"round\":\"2024Q2\",\"enterprise\":\"" FIRST "\",\"submitted\":\"2024-06-20\",\"state\":\"paid\","                   \
  "\"paid_on\":\"2024-07-15\",\"items\":[{\"voucher\":\"V-1\",\"invoices\":[],\"amount\":\"60.00\"},"                   \
  "{\"voucher\":\"V-1\",\"invoices\":[],\"amount\":\"-10.00\"}]},"                                                    \
  "{\"round\":\"2025Q1\",\"enterprise\":\"" FIRST "\",\"submitted\":\"2024-12-20\",\"state\":\"submitted\","              \
  "\"items\":[{\"voucher\":\"V-1\",\"invoices\":[],\"amount\":\"5.00\"}]}]}"

/* Sums as "enterprise ledger year state records/unknown amount;". */
static const struct {
  const char *enterprise, *as_of, *sums;
} cases[] = {
  { NULL,   "2023-12-31", "F claims 0 draft 1/0 400;" },
  { FIRST,  "2024-03-05", "F claims 0 draft 1/0 400;F claims 2024 submitted 1/0 20000;F claims 2024 rejected 1/0 700;" },
  { FIRST,  "2024-04-01", "F claims 0 draft 1/0 400;F claims 2024 submitted 1/0 20000;F claims 2024 rejected 1/0 700;" },
  { FIRST,  "2024-04-02", "F claims 0 draft 1/0 400;F claims 2024 approved 1/0 15000;F claims 2024 rejected 1/0 700;" },
  { FIRST,  "2024-07-14", "F claims 0 draft 1/0 400;F claims 2024 submitted 1/0 3000;F claims 2024 approved 1/0 15000;"
                          "F claims 2024 rejected 1/0 700;F redemptions 2024 submitted 2/0 5000;" },
  { FIRST,  "2025-01-10", "F claims 0 draft 1/0 400;F claims 2024 submitted 1/0 3000;F claims 2024 approved 1/0 15000;"
                          "F claims 2024 rejected 1/0 700;F claims 2025 returned 1/1 0;"
                          "F redemptions 2024 paid 2/0 5000;F redemptions 2025 submitted 1/0 500;" },
  { SECOND, "2025-01-10", "J claims 2024 submitted 1/0 999;" },
  { NULL,   "2024-03-05", "F claims 0 draft 1/0 400;F claims 2024 submitted 1/0 20000;F claims 2024 rejected 1/0 700;"
                          "J claims 2024 submitted 1/0 999;" },
  { "91110112MACX9QR43N", "2025-01-10", "" },
};

static char *
describe (const GArray *sums)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++) {
    const QuanQuotaSum *sum = &g_array_index (sums, QuanQuotaSum, i);
    const QuanVocabulary *states = sum->ledger == QUAN_LEDGER_CLAIMS ? &quan_claim_states : &quan_redemption_states;

    g_string_append_printf (text, "%c %s %d %s %u/%u %" G_GINT64_FORMAT ";", sum->enterprise[17],
                            quan_vocabulary_id (&quan_ledgers, sum->ledger), sum->year,
                            quan_vocabulary_id (states, sum->state), sum->records, sum->unknown, sum->amount);
  }
  return g_string_free (text, FALSE);
}

static void
test_as_of (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace (RECORDS);

  store_import (store, workspace);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) sums =
      quan_store_quota_sums (store, cases[i].enterprise, quan_date_parse_iso (cases[i].as_of), &error);
    g_autofree char *text = NULL;

    g_assert_no_error (error);
    text = describe (sums);
    g_assert_cmpstr (text, ==, cases[i].sums);
  }
}

/* A hostile workspace: more than 9,223 claims of the largest amount in one year. */
static void
test_overflow (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace (RECORDS);
  const QuanClaim claim = { .contract = (char *) "A", .enterprise = (char *) FIRST, .state = QUAN_CLAIM_WITHDRAWN,
                            .submitted = 20000, .requested = QUAN_FEN_MAX, .base = QUAN_FEN_NONE,
                            .approved = QUAN_FEN_NONE, .issued = QUAN_DATE_NONE };
  g_autoptr (GError) error = NULL;

  store_import (store, workspace);
  g_assert_true (quan_store_begin_import (store, "huge.json", "", &error));
  for (int i = 0; i < 9300; i++)
    g_assert_cmpint (quan_store_write (store, QUAN_CLAIMS, 0, &claim, &error), >, 0);
  g_assert_true (quan_store_commit (store, &error));
  g_assert_null (quan_store_quota_sums (store, FIRST, 30000, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW);
  g_assert_null (quan_store_quota_sums (store, NULL, 30000, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-sums/as-of", test_as_of);
  g_test_add_func ("/store-sums/overflow", test_overflow);
  return g_test_run ();
}
