/* The acts of a claim's life, what they record, and what a submission freezes. */
#include <string.h>

#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/desk-fixture.h"

#define COMMON "\"contract\": \"HT-001\", \"submitted\": \"2024-03-05\", \"requested\": \"7.00\", \"state\": "

/* A claim in each state a contract's claim can be in; the first is none. */
static const char *const states[] = {
  "[]",
  "[{\"contract\": \"HT-001\", \"requested\": \"7.00\", \"state\": \"draft\"}]",
  "[{" COMMON "\"submitted\"}]",
  "[{" COMMON "\"returned\"}]",
  "[{" COMMON "\"approved\", \"approved\": \"7.00\", \"voucher\": \"V-1\", \"issued\": \"2024-03-20\"}]",
  "[{" COMMON "\"rejected\"}]",
  "[{" COMMON "\"withdrawn\"}]",
};

/* Per act, the states above it is allowed in; a contract whose claim is over can begin another,
 * and a claim can be submitted without a draft before it. */
static const char *const allowed[] = {
  [QUAN_ACT_NEW]      = "y----yy",
  [QUAN_ACT_SUBMIT]   = "yy-y-yy",
  [QUAN_ACT_RETURN]   = "--y----",
  [QUAN_ACT_APPROVE]  = "--y----",
  [QUAN_ACT_REJECT]   = "--y----",
  [QUAN_ACT_WITHDRAW] = "-yyy---",
};

static void
try_act (QuanClaimAct act, guint state)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", states[state]);
  g_autofree char *before = desk_export (desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  QuanClaimChange change = {
    .contract = "HT-001", .date = QUAN_DATE_NONE, .amount = QUAN_FEN_NONE, .issued = QUAN_DATE_NONE,
    .voucher = act == QUAN_ACT_APPROVE ? "V-2" : NULL,
  };
  gboolean done = quan_desk_claim (desk, act, &change, NULL, &error);

  g_test_message ("act %d in state %u", act, state);
  after = desk_export (desk);
  if (allowed[act][state] == 'y') {
    g_assert_no_error (error);
    g_assert_true (done);
    g_assert_cmpstr (before, !=, after);
  } else {
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_cmpstr (before, ==, after);
    g_assert_cmpint (desk_journal_length (desk), ==, 1);
  }
}

static void
test_states (void)
{
  for (guint act = 0; act < G_N_ELEMENTS (allowed); act++)
    for (guint state = 0; state < G_N_ELEMENTS (states); state++)
      try_act (act, state);
}

/* What an act records: state before, act with its options, and the claim afterwards. */
static const struct {
  guint        state;
  QuanClaimAct act;
  const char  *date, *amount, *voucher, *issued, *reason;
  const char  *claim;  /* "state submitted requested base approved voucher issued reason policy" */
} effects[] = {
  { 0, QUAN_ACT_NEW, NULL, NULL, NULL, NULL, NULL, "draft - - - - - - - -" },
  { 0, QUAN_ACT_NEW, "2024-03-06", "9.00", NULL, NULL, NULL, "draft 2024-03-06 9.00 - - - - - -" },
  { 0, QUAN_ACT_SUBMIT, NULL, NULL, NULL, NULL, NULL,
    "submitted 2024-03-08 200000.00 1000000.00 - - - - cn-beijing-ai-compute-2023" },
  { 1, QUAN_ACT_SUBMIT, NULL, NULL, NULL, NULL, NULL,
    "submitted 2024-03-08 7.00 1000000.00 - - - - cn-beijing-ai-compute-2023" },
  { 1, QUAN_ACT_SUBMIT, "2024-03-06", "9.00", NULL, NULL, NULL,
    "submitted 2024-03-06 9.00 1000000.00 - - - - cn-beijing-ai-compute-2023" },
  { 3, QUAN_ACT_SUBMIT, "2024-03-07", NULL, NULL, NULL, NULL,
    "submitted 2024-03-07 7.00 1000000.00 - - - - cn-beijing-ai-compute-2023" },
  { 2, QUAN_ACT_RETURN, NULL, NULL, NULL, NULL, "why", "returned 2024-03-05 7.00 - - - - why -" },
  { 2, QUAN_ACT_REJECT, NULL, NULL, NULL, NULL, "why", "rejected 2024-03-05 7.00 - - - - why -" },
  { 2, QUAN_ACT_WITHDRAW, NULL, NULL, NULL, NULL, NULL, "withdrawn 2024-03-05 7.00 - - - - - -" },
  { 2, QUAN_ACT_APPROVE, NULL, NULL, "V-2", NULL, NULL, "approved 2024-03-05 7.00 - 7.00 V-2 2024-03-08 - -" },
  { 2, QUAN_ACT_APPROVE, "2024-03-20", "6.00", "V-2", "2024-03-19", NULL,
    "approved 2024-03-05 7.00 - 6.00 V-2 2024-03-19 - -" },
};

static char *
describe (const QuanClaim *claim)
{
  static const char *const keys[] = {
    "state", "submitted", "requested", "base", "approved", "voucher", "issued", "reason", "policy",
  };
  char *written = quan_record_json_write (&quan_claim_type, claim);
  json_t *record = json_loads (written, 0, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *value = json_string_value (json_object_get (record, keys[i]));

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", value != NULL ? value : "-");
  }
  json_decref (record);
  g_free (written);
  return g_string_free (text, FALSE);
}

static void
test_effects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", states[effects[i].state]);
    QuanClaimChange change = {
      .contract = "HT-001", .amount = QUAN_FEN_NONE, .voucher = effects[i].voucher, .reason = effects[i].reason,
      .date = effects[i].date != NULL ? quan_date_parse_iso (effects[i].date) : QUAN_DATE_NONE,
      .issued = effects[i].issued != NULL ? quan_date_parse_iso (effects[i].issued) : QUAN_DATE_NONE,
    };
    g_autoptr (GError) error = NULL;
    g_autofree char *claim = NULL;
    QuanClaim *done = NULL;

    if (effects[i].amount != NULL)
      g_assert_true (quan_money_parse_canonical (effects[i].amount, &change.amount));
    quan_desk_claim (desk, effects[i].act, &change, &done, &error);
    g_assert_no_error (error);
    claim = describe (done);
    g_assert_cmpstr (claim, ==, effects[i].claim);
    quan_record_free (&quan_claim_type, done);
  }
}

/* Refused whatever the state: act, option and value. */
static void
test_refused (void)
{
  static const struct {
    guint        state;
    QuanClaimAct act;
    QuanFen      amount;
    const char  *voucher, *issued;
  } refused[] = {
    { 0, QUAN_ACT_NEW, -1, NULL, NULL },
    { 2, QUAN_ACT_APPROVE, QUAN_FEN_NONE, NULL, NULL },
    { 2, QUAN_ACT_APPROVE, QUAN_FEN_NONE, "", NULL },
    { 2, QUAN_ACT_APPROVE, -1, "V-2", NULL },
    { 2, QUAN_ACT_APPROVE, QUAN_FEN_NONE, "V-2", "2024-03-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", states[refused[i].state]);
    g_autoptr (GError) error = NULL;
    QuanClaimChange change = {
      .contract = "HT-001", .date = QUAN_DATE_NONE, .amount = refused[i].amount, .voucher = refused[i].voucher,
      .issued = refused[i].issued != NULL ? quan_date_parse_iso (refused[i].issued) : QUAN_DATE_NONE,
    };

    g_assert_false (quan_desk_claim (desk, refused[i].act, &change, NULL, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  }
}

static GBytes *
packet (QuanDesk *desk)
{
  g_autoptr (GError) error = NULL;
  gboolean ready;
  GBytes *bytes = quan_desk_claim_packet (desk, NULL, DESK_CONTRACT, NULL, &ready, &error);

  g_assert_no_error (error);
  return bytes;
}

/* What was submitted is handed out byte for byte, whatever happens to the records later. */
static void
test_frozen_bytes (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", states[1]);
  g_autoptr (GBytes) draft = packet (desk), submitted = NULL, changed = NULL;
  g_autoptr (GBytes) returned = NULL, again = NULL, approved = NULL;
  g_autofree char *text = NULL;
  QuanImport import;

  desk_act (desk, QUAN_ACT_SUBMIT, "2024-03-05", NULL);
  submitted = packet (desk);
  g_assert_false (g_bytes_equal (draft, submitted));

  text = desk_export (desk);
  memcpy (strstr (text, "智能算力"), "其他合同", strlen ("智能算力"));
  import = desk_import (desk, &place, text);
  quan_import_clear (&import);
  changed = packet (desk);
  g_assert_true (g_bytes_equal (changed, submitted));

  desk_act (desk, QUAN_ACT_RETURN, "2024-03-06", NULL);
  returned = packet (desk);
  g_assert_false (g_bytes_equal (returned, submitted));
  desk_act (desk, QUAN_ACT_SUBMIT, "2024-03-07", NULL);
  again = packet (desk);
  g_assert_false (g_bytes_equal (again, submitted));
  desk_act (desk, QUAN_ACT_APPROVE, "2024-04-01", "V-1");
  approved = packet (desk);
  g_assert_true (g_bytes_equal (approved, again));
}

/* A claim whose base is undetermined can only be submitted with the amount that was asked for. */
static void
test_unknown_amount (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2024-03-05");
  g_autofree char *text = desk_workspace (states[0]);
  g_autoptr (GError) error = NULL;
  QuanClaimChange change = {
    .contract = "HT-001", .date = QUAN_DATE_NONE, .amount = QUAN_FEN_NONE, .issued = QUAN_DATE_NONE,
  };
  QuanImport import;
  QuanClaim *done = NULL;
  char *kind = strstr (text, "\"compute\"");

  memcpy (kind, "\"bundled\"", strlen ("\"bundled\""));
  import = desk_import (desk, &place, text);
  quan_import_clear (&import);
  desk_act (desk, QUAN_ACT_NEW, "", NULL);
  g_assert_false (quan_desk_claim (desk, QUAN_ACT_SUBMIT, &change, NULL, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  change.amount = 700;
  g_assert_true (quan_desk_claim (desk, QUAN_ACT_SUBMIT, &change, &done, NULL));
  g_assert_cmpint (done->requested, ==, 700);
  g_assert_cmpint (done->base, ==, QUAN_FEN_NONE);
  quan_record_free (&quan_claim_type, done);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-claim/states", test_states);
  g_test_add_func ("/desk-claim/effects", test_effects);
  g_test_add_func ("/desk-claim/refused", test_refused);
  g_test_add_func ("/desk-claim/frozen-bytes", test_frozen_bytes);
  g_test_add_func ("/desk-claim/unknown-amount", test_unknown_amount);
  return g_test_run ();
}
