/* Unified social credit codes. */
#include "core/base/uscc.h"

#include "tests/core/cases.h"

enum { CODE, EXPECT, NORMALISED, WHY, COLUMNS };

static const char *const statuses[] = {
  [QUAN_USCC_INVALID] = "invalid",
  [QUAN_USCC_SUSPICIOUS] = "warning",
  [QUAN_USCC_VALID] = "valid",
};

static void
test_cases (void)
{
  g_autoptr (GPtrArray) rows = cases_read ("uscc.csv", COLUMNS);

  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    char out[QUAN_USCC_LENGTH + 1];

    g_test_message ("%s", row[WHY]);
    g_assert_cmpstr (statuses[quan_uscc_normalise (row[CODE], out)], ==, row[EXPECT]);
    g_assert_cmpstr (out, ==, row[NORMALISED]);
  }
}

static const char *const malformed[] = {
  "91110108MA01ABC25F1", "91110108MA01 BC25F", "91110108MA01ABC2五", "91110108-A01ABC25F", "91110108ma01abc25f",
};

static void
test_malformed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++) {
    QuanUsccParts parts;

    g_test_message ("%s", malformed[i]);
    g_assert_false (quan_uscc_decode (malformed[i], &parts));
  }
}

static const struct {
  const char *code;
  char authority, category;
  const char *region, *organisation;
  gboolean organisation_check_ok;
  char expected_check;
} decoded[] = {
  { "91110108MA01ABC25F", '9', '1', "110108", "MA01ABC25", TRUE, 'F' },
  { "91110108MA01ABC250", '9', '1', "110108", "MA01ABC25", TRUE, 'F' },
  { "91110302600123450J", '9', '1', "110302", "600123450", TRUE, 'J' },
  { "91110112MACX9QR43N", '9', '1', "110112", "MACX9QR43", TRUE, 'N' },
  { "92440300MA01ABC24Q", '9', '2', "440300", "MA01ABC24", FALSE, 'G' },
  { "9111000000000006XE", '9', '1', "110000", "00000006X", TRUE, 'E' },
};

static void
test_decoded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decoded); i++) {
    QuanUsccParts parts;

    g_test_message ("%s", decoded[i].code);
    g_assert_true (quan_uscc_decode (decoded[i].code, &parts));
    g_assert_cmpint (parts.authority, ==, decoded[i].authority);
    g_assert_cmpint (parts.category, ==, decoded[i].category);
    g_assert_cmpstr (parts.region, ==, decoded[i].region);
    g_assert_cmpstr (parts.organisation, ==, decoded[i].organisation);
    g_assert_cmpint (parts.organisation_check_ok, ==, decoded[i].organisation_check_ok);
    g_assert_cmpint (parts.expected_check, ==, decoded[i].expected_check);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uscc/cases", test_cases);
  g_test_add_func ("/uscc/malformed", test_malformed);
  g_test_add_func ("/uscc/decoded", test_decoded);
  return g_test_run ();
}
