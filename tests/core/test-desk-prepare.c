/* Claims in preparation: whatever is typed, in whatever order, ends as the facts it says, and nothing of it is lost. */
#include <string.h>

#include "core/exchange/workspace-json.h"
#include "tests/core/prepare-fixture.h"

/* One thing to be typed. */
typedef struct {
  char *path, *text;
} Typed;

static void
typed_free (gpointer data)
{
  Typed *typed = data;

  g_free (typed->path);
  g_free (typed->text);
  g_free (typed);
}

static void
add_typed (GPtrArray *all, const char *path, const char *text)
{
  Typed *typed = g_new (Typed, 1);

  *typed = (Typed) { g_strdup (path), g_strdup (text) };
  g_ptr_array_add (all, typed);
}

static void
spell (GPtrArray *all, const QuanRecordType *record_type, gconstpointer record, const char *prefix)
{
  guint before = all->len;

  for (const QuanField *field = record_type->fields; field->key != NULL; field++) {
    g_autofree char *path = g_strdup_printf ("%s.%s", prefix, field->key);
    g_autofree char *text = quan_record_text (record_type, record, field->key);

    if (text != NULL) {
      add_typed (all, path, text);
    } else if (field->kind == QUAN_FIELD_PART && !quan_field_absent (field, record)) {
      spell (all, field->record, *QUAN_FIELD_MEMBER (field, record, gpointer), path);
    } else if (field->kind == QUAN_FIELD_LIST && !quan_field_absent (field, record)) {
      const GPtrArray *list = *QUAN_FIELD_MEMBER (field, record, GPtrArray *);

      for (guint i = 0; i < list->len; i++) {
        g_autofree char *row = g_strdup_printf ("%s[%u]", path, i);

        spell (all, field->record, list->pdata[i], row);
      }
    }
  }
  if (all->len == before) {
    g_autofree char *path = g_strdup_printf ("%s.%s", prefix, record_type->fields[0].key);

    add_typed (all, path, ""); /* a row of which nothing is known */
  }
}

/* Everything to be typed for a workspace of one enterprise, provider, contract and draft. */
static GPtrArray *
spell_workspace (const QuanWorkspace *workspace)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (typed_free);
  QuanContract contract = *(const QuanContract *) workspace->sections[QUAN_CONTRACTS]->pdata[0];
  QuanClaim claim = *(const QuanClaim *) workspace->sections[QUAN_CLAIMS]->pdata[0];

  contract.enterprise = contract.provider = NULL;
  claim.enterprise = claim.contract = NULL;
  claim.state = 0;
  spell (all, &quan_enterprise_type, workspace->sections[QUAN_ENTERPRISES]->pdata[0], "enterprise");
  spell (all, &quan_provider_type, workspace->sections[QUAN_PROVIDERS]->pdata[0], "provider");
  spell (all, &quan_contract_type, &contract, "contract");
  spell (all, &quan_claim_type, &claim, "claim");
  return all;
}

/* The canonical workspace with two lines, and a draft as the only claim. */
static char *
whole_workspace (void)
{
  json_t *workspace = golden_load ("canonical-workspace.json");
  json_t *contract = json_array_get (json_object_get (workspace, "contracts"), 0);
  char *dumped, *text;

  json_array_append_new (json_object_get (contract, "lines"),
                         json_pack ("{ssss}", "kind", "storage", "amount", "200000.00"));
  json_object_set_new (workspace, "claims",
                       json_pack ("[{ss ss ss ss ss}]", "contract", "HT-001", "enterprise", PREPARE_CODE, "state", "draft",
                                  "submitted", "2024-03-05", "requested", "200000.00"));
  json_object_del (workspace, "deliveries");
  json_object_del (workspace, "invoices");
  json_object_del (workspace, "payments");
  json_object_del (workspace, "redemptions");
  dumped = json_dumps (workspace, 0);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (workspace);
  return text;
}

static gboolean
is_key_path (const char *path)
{
  static const char *const keys[] = { "enterprise.uscc", "provider.uscc", "contract.number", NULL };

  return g_strv_contains (keys, path);
}

typedef enum { AS_WRITTEN, BACKWARDS, KEYS_LAST, AT_RANDOM } Order;

static void
reorder (GPtrArray *all, Order order)
{
  for (guint i = 0, n = all->len; order == BACKWARDS && i < n / 2; i++) {
    gpointer kept = all->pdata[i];

    all->pdata[i] = all->pdata[n - 1 - i];
    all->pdata[n - 1 - i] = kept;
  }
  for (guint i = 0, left = all->len; order == KEYS_LAST && left > 0; left--)
    if (is_key_path (((Typed *) all->pdata[i])->path))
      g_ptr_array_insert (all, -1, g_ptr_array_steal_index (all, i));
    else
      i++;
  for (guint i = all->len; order == AT_RANDOM && i-- > 1;) {
    guint j = (guint) g_test_rand_int_range (0, (int) i + 1);
    gpointer kept = all->pdata[i];

    all->pdata[i] = all->pdata[j];
    all->pdata[j] = kept;
  }
}

static void
type_whole (Order order)
{
  g_auto (StorePlace) imported = store_place_new (), typed = store_place_new ();
  g_autofree char *text = whole_workspace (), *expected = NULL, *found = NULL;
  g_autoptr (QuanWorkspace) workspace = store_workspace (text);
  g_autoptr (GPtrArray) all = spell_workspace (workspace);
  g_autoptr (QuanDesk) one = desk_open (imported.path, PREPARE_DAY), other = desk_open (typed.path, PREPARE_DAY);
  g_autoptr (QuanPrepared) prepared = NULL;
  QuanImport import = desk_import (one, &imported, text);
  gint64 id = prepare_begin (other, NULL, NULL);

  quan_import_clear (&import);
  reorder (all, order);
  for (guint i = 0; i < all->len; i++) {
    const Typed *what = all->pdata[i];
    g_autoptr (QuanPrepared) meanwhile = NULL;

    prepare_type (other, id, what->path, what->text);
    meanwhile = prepare_look (other, id);
    if (strchr (what->path, '[') == NULL)
      assert_shows (meanwhile, what->path, what->text, NULL);
  }
  expected = desk_export (one);
  found = desk_export (other);
  g_assert_cmpstr (expected, ==, found);
  prepared = prepare_look (other, id);
  g_assert_cmpuint (prepared->problems->len, ==, 0);
  g_assert_true (prepared->claim_stored);
}

static void
test_orders (void)
{
  type_whole (AS_WRITTEN);
  type_whole (BACKWARDS);
  type_whole (KEYS_LAST);
  for (int i = 0; i < 3; i++)
    type_whole (AT_RANDOM);
}

/* What does not parse outlives the program, and becomes a fact when it is corrected. */
static void
test_held (void)
{
  g_auto (StorePlace) place = store_place_new ();
  QuanDesk *desk = desk_open (place.path, PREPARE_DAY);
  gint64 id = prepare_begin (desk, NULL, NULL);
  g_autoptr (QuanPrepared) before = NULL, after = NULL;
  g_autofree char *export = NULL;

  prepare_type (desk, id, "contract.lines[0].amount", "12o万");
  prepare_type (desk, id, "contract.title", "智能算力服务合同");
  prepare_type (desk, id, "enterprise.uscc", PREPARE_CODE);
  prepare_type (desk, id, "contract.number", "HT-9");
  prepare_type (desk, id, "contract.signed", "2024-02-30");
  quan_desk_close (desk);
  desk = desk_open (place.path, PREPARE_DAY);
  before = prepare_look (desk, id);
  g_assert_cmpuint (before->problems->len, ==, 2);
  g_assert_nonnull (quan_prepared_problem (before, "contract.signed"));
  assert_shows (before, "contract.title", "智能算力服务合同", NULL);
  assert_shows (before, "contract.lines[0].amount", "12o万",
                quan_prepared_problem (before, "contract.lines[0].amount")->sentence);
  g_assert_cmpint (before->contract->signed_on, ==, QUAN_DATE_NONE);
  prepare_type (desk, id, "contract.lines[0].amount", "120万");
  prepare_type (desk, id, "contract.signed", "2024-02-29");
  after = prepare_look (desk, id);
  g_assert_cmpuint (after->problems->len, ==, 0);
  assert_shows (after, "contract.lines[0].amount", "1,200,000.00", NULL);
  g_assert_cmpint (after->total, ==, 120000000);
  export = desk_export (desk);
  g_assert_nonnull (strstr (export, "1200000.00"));
  g_assert_nonnull (strstr (export, "2024-02-29"));
  quan_desk_close (desk);
}

/* What contradicts is refused where it was typed last, and taken as soon as it does not contradict any more. */
static void
test_contradiction (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT);
  g_autoptr (QuanPrepared) refused = NULL, taken = NULL;

  prepare_type (desk, id, "contract.ends", "2024-02-01");
  prepare_type (desk, id, "enterprise.bank.account", "abc");
  refused = prepare_look (desk, id);
  assert_shows (refused, "contract.ends", "2024-02-01",
                "The end 2024-02-01 is before the start 2024-03-01. Correct one of the two dates.");
  assert_shows (refused, "enterprise.bank.account", "abc",
                "\"abc\" is not a bank account. Write 8 to 32 digits without blanks.");
  g_assert_cmpint (refused->contract->ends, ==, QUAN_DATE_NONE);
  g_assert_null (refused->enterprise->bank->account);
  prepare_type (desk, id, "contract.starts", "2024-01-01");
  prepare_type (desk, id, "enterprise.bank.account", "0200001909200012345");
  taken = prepare_look (desk, id);
  g_assert_cmpuint (taken->problems->len, ==, 0);
  assert_shows (taken, "contract.ends", "2024-02-01", NULL);
  g_assert_cmpint (taken->contract->ends, ==, quan_date_parse_iso ("2024-02-01"));
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = { NULL };

  g_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  g_test_add_func ("/desk-prepare/orders", test_orders);
  g_test_add_func ("/desk-prepare/held", test_held);
  g_test_add_func ("/desk-prepare/contradiction", test_contradiction);
  return g_test_run ();
}
