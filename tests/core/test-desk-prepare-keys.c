/* Claims in preparation: the keys of records are typed like any fact, and changed where that is still possible. */
#include <string.h>

#include "core/base/error.h"
#include "tests/core/prepare-fixture.h"

#define MORE                                                                                                           \
  "{\"format\": \"quan-workspace\", \"version\": 1, \"deliveries\": [{\"number\": \"JF-1\", \"contract\": \"HT-001\"}]," \
  " \"invoices\": [{\"number\": \"1\", \"contract\": \"HT-001\", \"buyer\": \"" PREPARE_CODE "\"}],"                           \
  " \"redemptions\": [{\"round\": \"2024Q2\", \"state\": \"draft\", \"items\": []}]}"

/* A changed key is carried through every record that names it, and nothing else changes. */
static void
test_rekey (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  QuanImport import = desk_import (desk, &place, MORE);
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT), again;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (QuanPrepared) prepared = NULL;
  g_autoptr (GString) expected = NULL;

  quan_import_clear (&import);
  prepare_type (desk, id, "contract.title", "合同");
  before = desk_export (desk);
  prepare_type (desk, id, "contract.number", "HT-2");
  prepare_type (desk, id, "enterprise.uscc", "91110108MA01ABC21X");
  expected = g_string_new (before);
  g_string_replace (expected, "HT-001", "HT-2", 0);
  g_string_replace (expected, PREPARE_CODE, "91110108MA01ABC21X", 0);
  g_string_replace (expected, "\"buyer\":\"91110108MA01ABC21X\"", "\"buyer\":\"" PREPARE_CODE "\"", 0);
  g_string_replace (expected, "\"buyer\": \"91110108MA01ABC21X\"", "\"buyer\": \"" PREPARE_CODE "\"", 0);
  after = desk_export (desk);
  g_assert_cmpstr (expected->str, ==, after);
  prepared = prepare_look (desk, id);
  assert_shows (prepared, "contract.number", "HT-2", NULL);
  again = prepare_begin (desk, NULL, "HT-2");
  g_assert_cmpint (again, ==, id);
}

/* A key that cannot be taken stays as it was. */
static void
test_keys_refused (void)
{
  static const struct { const char *path, *typed; } keys[] = {
    { "contract.number", "" }, { "contract.number", "HT-002" }, { "contract.number", "a\nb" },
    { "enterprise.uscc", " " }, { "enterprise.uscc", "9111" }, { "enterprise.uscc", PREPARE_OTHER_CODE },
  };
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  gint64 id = prepare_begin (desk, NULL, NULL), other;
  g_autofree char *before = NULL, *after = NULL;

  prepare_type (desk, id, "enterprise.uscc", PREPARE_OTHER_CODE);
  other = prepare_begin (desk, PREPARE_CODE, NULL);
  prepare_type (desk, other, "contract.number", "HT-002");
  id = prepare_begin (desk, PREPARE_CODE, DESK_CONTRACT);
  prepare_type (desk, id, "contract.title", "合同");
  before = desk_export (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (QuanPrepared) prepared = NULL;

    prepare_type (desk, id, keys[i].path, keys[i].typed);
    prepared = prepare_look (desk, id);
    g_assert_nonnull (quan_prepared_problem (prepared, keys[i].path));
    g_assert_cmpstr (prepared->contract->number, ==, DESK_CONTRACT);
    g_assert_cmpstr (prepared->enterprise->uscc, ==, PREPARE_CODE);
  }
  after = desk_export (desk);
  g_assert_cmpstr (before, ==, after);
}

/* Under what was frozen the number stays, even when the claim is returned and open again. */
static void
test_frozen_key (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autoptr (QuanPrepared) prepared = NULL;
  gint64 id;

  desk_act (desk, QUAN_ACT_SUBMIT, PREPARE_DAY, NULL);
  desk_act (desk, QUAN_ACT_RETURN, "2024-03-10", NULL);
  id = prepare_begin (desk, NULL, DESK_CONTRACT);
  prepare_type (desk, id, "contract.number", "HT-2");
  prepare_type (desk, id, "enterprise.uscc", "91110108MA01ABC21X");
  prepare_type (desk, id, "contract.title", "补正");
  prepared = prepare_look (desk, id);
  assert_shows (prepared, "contract.number", "HT-2",
                "A claim was submitted under the number “HT-001”, and its packet is frozen, so the number stays.");
  assert_shows (prepared, "enterprise.uscc", "91110108MA01ABC21X",
                "A claim was submitted under the code " PREPARE_CODE ", and its packet is frozen, so the code stays.");
  assert_shows (prepared, "contract.title", "补正", NULL);
  g_assert_cmpint (prepared->claim->state, ==, QUAN_CLAIM_RETURNED);
}

static void
test_locked (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autoptr (QuanPrepared) prepared = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT), length;

  desk_act (desk, QUAN_ACT_SUBMIT, PREPARE_DAY, NULL);
  length = desk_journal_length (desk);
  g_assert_false (quan_desk_enter (desk, id, "contract.title", "x", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (quan_desk_remove_row (desk, id, "contract.lines[0]", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_cmpint (desk_journal_length (desk), ==, length);
  prepared = prepare_look (desk, id);
  g_assert_true (prepared->locked);
  g_assert_true (prepared->subject.judged == prepared->claim);
}

/* A provider of the store is referred to, any other is made; a name given to one that is chosen renames it. */
static void
test_provider (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  gint64 id = prepare_begin (desk, PREPARE_CODE, NULL);
  g_autoptr (QuanPrepared) made = NULL, chosen = NULL, renamed = NULL, wrong = NULL, none = NULL;

  prepare_type (desk, id, "provider.name", "新智算中心");
  prepare_type (desk, id, "provider.uscc", "91110108MA01ABC21X");
  prepare_type (desk, id, "contract.number", "HT-3");
  made = prepare_look (desk, id);
  g_assert_cmpuint (made->providers->len, ==, 2);
  g_assert_cmpstr (made->contract->provider, ==, "91110108MA01ABC21X");
  assert_shows (made, "provider.name", "新智算中心", NULL);
  prepare_type (desk, id, "provider.uscc", PREPARE_OTHER_CODE);
  chosen = prepare_look (desk, id);
  g_assert_cmpstr (chosen->contract->provider, ==, PREPARE_OTHER_CODE);
  assert_shows (chosen, "provider.name", "示例智算中心有限公司", NULL);
  prepare_type (desk, id, "provider.name", "示例智算中心");
  renamed = prepare_look (desk, prepare_begin (desk, NULL, DESK_CONTRACT));
  assert_shows (renamed, "provider.name", "示例智算中心", NULL);
  prepare_type (desk, id, "provider.uscc", "9111");
  wrong = prepare_look (desk, id);
  g_assert_nonnull (quan_prepared_problem (wrong, "provider.uscc"));
  g_assert_cmpstr (wrong->contract->provider, ==, PREPARE_OTHER_CODE);
  prepare_type (desk, id, "provider.uscc", "");
  none = prepare_look (desk, id);
  g_assert_null (none->contract->provider);
  g_assert_cmpuint (none->problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = { NULL };

  g_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  g_test_add_func ("/desk-prepare/rekey", test_rekey);
  g_test_add_func ("/desk-prepare/keys-refused", test_keys_refused);
  g_test_add_func ("/desk-prepare/frozen-key", test_frozen_key);
  g_test_add_func ("/desk-prepare/locked", test_locked);
  g_test_add_func ("/desk-prepare/provider", test_provider);
  return g_test_run ();
}
