/* Claims in preparation: whatever is typed, in whatever order, ends as the facts it says, and nothing of it is lost. */
#include <string.h>

#include "core/base/error.h"
#include "core/desk/answer.h"
#include "core/desk/facts.h"
#include "core/desk/preparation.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/desk-fixture.h"

#define AS_OF "2024-03-05"
#define CODE DESK_ENTERPRISE
#define OTHER_CODE "91110105MA7KDEF373"

static gint64
prepare (QuanDesk *desk, const char *enterprise, const char *contract)
{
  g_autoptr (GError) error = NULL;
  gint64 id = quan_desk_prepare (desk, enterprise, contract, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
type (QuanDesk *desk, gint64 id, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  quan_desk_enter (desk, id, path, text, &error);
  g_assert_no_error (error);
}

static QuanPrepared *
look (QuanDesk *desk, gint64 id)
{
  g_autoptr (GError) error = NULL;
  QuanPrepared *prepared = quan_desk_prepared (desk, id, &error);

  g_assert_no_error (error);
  return prepared;
}

/* What a field shows, "" for nothing; and why it was not taken, NULL if it was. */
#define assert_shows(prepared_, path_, text_, sentence_)                                         \
  G_STMT_START {                                                                                 \
    g_autofree char *shown_ = quan_prepared_text (prepared_, path_);                             \
    const QuanEntryProblem *problem_ = quan_prepared_problem (prepared_, path_);                 \
    g_assert_cmpstr (shown_ != NULL ? shown_ : "", ==, text_);                                   \
    g_assert_cmpstr (problem_ != NULL ? problem_->sentence : NULL, ==, sentence_);               \
  } G_STMT_END

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
                       json_pack ("[{ss ss ss ss ss}]", "contract", "HT-001", "enterprise", CODE, "state", "draft",
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
  g_autoptr (QuanDesk) one = desk_open (imported.path, AS_OF), other = desk_open (typed.path, AS_OF);
  g_autoptr (QuanPrepared) prepared = NULL;
  QuanImport import = desk_import (one, &imported, text);
  gint64 id = prepare (other, NULL, NULL);

  quan_import_clear (&import);
  reorder (all, order);
  for (guint i = 0; i < all->len; i++) {
    const Typed *what = all->pdata[i];
    g_autoptr (QuanPrepared) meanwhile = NULL;

    type (other, id, what->path, what->text);
    meanwhile = look (other, id);
    if (strchr (what->path, '[') == NULL)
      assert_shows (meanwhile, what->path, what->text, NULL);
  }
  expected = desk_export (one);
  found = desk_export (other);
  g_assert_cmpstr (expected, ==, found);
  prepared = look (other, id);
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
  QuanDesk *desk = desk_open (place.path, AS_OF);
  gint64 id = prepare (desk, NULL, NULL);
  g_autoptr (QuanPrepared) before = NULL, after = NULL;
  g_autofree char *export = NULL;

  type (desk, id, "contract.lines[0].amount", "12o万");
  type (desk, id, "contract.title", "智能算力服务合同");
  type (desk, id, "enterprise.uscc", CODE);
  type (desk, id, "contract.number", "HT-9");
  type (desk, id, "contract.signed", "2024-02-30");
  quan_desk_close (desk);
  desk = desk_open (place.path, AS_OF);
  before = look (desk, id);
  g_assert_cmpuint (before->problems->len, ==, 2);
  g_assert_nonnull (quan_prepared_problem (before, "contract.signed"));
  assert_shows (before, "contract.title", "智能算力服务合同", NULL);
  assert_shows (before, "contract.lines[0].amount", "12o万",
                quan_prepared_problem (before, "contract.lines[0].amount")->sentence);
  g_assert_cmpint (before->contract->signed_on, ==, QUAN_DATE_NONE);
  type (desk, id, "contract.lines[0].amount", "120万");
  type (desk, id, "contract.signed", "2024-02-29");
  after = look (desk, id);
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
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  gint64 id = prepare (desk, NULL, DESK_CONTRACT);
  g_autoptr (QuanPrepared) refused = NULL, taken = NULL;

  type (desk, id, "contract.ends", "2024-02-01");
  type (desk, id, "enterprise.bank.account", "abc");
  refused = look (desk, id);
  assert_shows (refused, "contract.ends", "2024-02-01",
                "The end 2024-02-01 is before the start 2024-03-01. Correct one of the two dates.");
  assert_shows (refused, "enterprise.bank.account", "abc",
                "\"abc\" is not a bank account. Write 8 to 32 digits without blanks.");
  g_assert_cmpint (refused->contract->ends, ==, QUAN_DATE_NONE);
  g_assert_null (refused->enterprise->bank->account);
  type (desk, id, "contract.starts", "2024-01-01");
  type (desk, id, "enterprise.bank.account", "0200001909200012345");
  taken = look (desk, id);
  g_assert_cmpuint (taken->problems->len, ==, 0);
  assert_shows (taken, "contract.ends", "2024-02-01", NULL);
  g_assert_cmpint (taken->contract->ends, ==, quan_date_parse_iso ("2024-02-01"));
}

#define MORE                                                                                                           \
  "{\"format\": \"quan-workspace\", \"version\": 1, \"deliveries\": [{\"number\": \"JF-1\", \"contract\": \"HT-001\"}]," \
  " \"invoices\": [{\"number\": \"1\", \"contract\": \"HT-001\", \"buyer\": \"" CODE "\"}],"                           \
  " \"redemptions\": [{\"round\": \"2024Q2\", \"state\": \"draft\", \"items\": []}]}"

/* A changed key is carried through every record that names it, and nothing else changes. */
static void
test_rekey (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  QuanImport import = desk_import (desk, &place, MORE);
  gint64 id = prepare (desk, NULL, DESK_CONTRACT), again;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (QuanPrepared) prepared = NULL;
  g_autoptr (GString) expected = NULL;

  quan_import_clear (&import);
  type (desk, id, "contract.title", "合同");
  before = desk_export (desk);
  type (desk, id, "contract.number", "HT-2");
  type (desk, id, "enterprise.uscc", "91110108MA01ABC21X");
  expected = g_string_new (before);
  g_string_replace (expected, "HT-001", "HT-2", 0);
  g_string_replace (expected, CODE, "91110108MA01ABC21X", 0);
  g_string_replace (expected, "\"buyer\":\"91110108MA01ABC21X\"", "\"buyer\":\"" CODE "\"", 0);
  g_string_replace (expected, "\"buyer\": \"91110108MA01ABC21X\"", "\"buyer\": \"" CODE "\"", 0);
  after = desk_export (desk);
  g_assert_cmpstr (expected->str, ==, after);
  prepared = look (desk, id);
  assert_shows (prepared, "contract.number", "HT-2", NULL);
  again = prepare (desk, NULL, "HT-2");
  g_assert_cmpint (again, ==, id);
}

/* A key that cannot be taken stays as it was. */
static void
test_keys_refused (void)
{
  static const struct { const char *path, *typed; } keys[] = {
    { "contract.number", "" }, { "contract.number", "HT-002" }, { "contract.number", "a\nb" },
    { "enterprise.uscc", " " }, { "enterprise.uscc", "9111" }, { "enterprise.uscc", OTHER_CODE },
  };
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  gint64 id = prepare (desk, NULL, NULL), other;
  g_autofree char *before = NULL, *after = NULL;

  type (desk, id, "enterprise.uscc", OTHER_CODE);
  other = prepare (desk, CODE, NULL);
  type (desk, other, "contract.number", "HT-002");
  id = prepare (desk, CODE, DESK_CONTRACT);
  type (desk, id, "contract.title", "合同");
  before = desk_export (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (QuanPrepared) prepared = NULL;

    type (desk, id, keys[i].path, keys[i].typed);
    prepared = look (desk, id);
    g_assert_nonnull (quan_prepared_problem (prepared, keys[i].path));
    g_assert_cmpstr (prepared->contract->number, ==, DESK_CONTRACT);
    g_assert_cmpstr (prepared->enterprise->uscc, ==, CODE);
  }
  after = desk_export (desk);
  g_assert_cmpstr (before, ==, after);
}

/* Under what was frozen the number stays, even when the claim is returned and open again. */
static void
test_frozen_key (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  g_autoptr (QuanPrepared) prepared = NULL;
  gint64 id;

  desk_act (desk, QUAN_ACT_SUBMIT, AS_OF, NULL);
  desk_act (desk, QUAN_ACT_RETURN, "2024-03-10", NULL);
  id = prepare (desk, NULL, DESK_CONTRACT);
  type (desk, id, "contract.number", "HT-2");
  type (desk, id, "enterprise.uscc", "91110108MA01ABC21X");
  type (desk, id, "contract.title", "补正");
  prepared = look (desk, id);
  assert_shows (prepared, "contract.number", "HT-2",
                "A claim was submitted under the number “HT-001”, and its packet is frozen, so the number stays.");
  assert_shows (prepared, "enterprise.uscc", "91110108MA01ABC21X",
                "A claim was submitted under the code " CODE ", and its packet is frozen, so the code stays.");
  assert_shows (prepared, "contract.title", "补正", NULL);
  g_assert_cmpint (prepared->claim->state, ==, QUAN_CLAIM_RETURNED);
}

static void
test_locked (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  g_autoptr (QuanPrepared) prepared = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = prepare (desk, NULL, DESK_CONTRACT), length;

  desk_act (desk, QUAN_ACT_SUBMIT, AS_OF, NULL);
  length = desk_journal_length (desk);
  g_assert_false (quan_desk_enter (desk, id, "contract.title", "x", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (quan_desk_remove_row (desk, id, "contract.lines[0]", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_cmpint (desk_journal_length (desk), ==, length);
  prepared = look (desk, id);
  g_assert_true (prepared->locked);
  g_assert_true (prepared->subject.judged == prepared->claim);
}

/* A provider of the store is referred to, any other is made; a name given to one that is chosen renames it. */
static void
test_provider (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  gint64 id = prepare (desk, CODE, NULL);
  g_autoptr (QuanPrepared) made = NULL, chosen = NULL, renamed = NULL, wrong = NULL, none = NULL;

  type (desk, id, "provider.name", "新智算中心");
  type (desk, id, "provider.uscc", "91110108MA01ABC21X");
  type (desk, id, "contract.number", "HT-3");
  made = look (desk, id);
  g_assert_cmpuint (made->providers->len, ==, 2);
  g_assert_cmpstr (made->contract->provider, ==, "91110108MA01ABC21X");
  assert_shows (made, "provider.name", "新智算中心", NULL);
  type (desk, id, "provider.uscc", OTHER_CODE);
  chosen = look (desk, id);
  g_assert_cmpstr (chosen->contract->provider, ==, OTHER_CODE);
  assert_shows (chosen, "provider.name", "示例智算中心有限公司", NULL);
  type (desk, id, "provider.name", "示例智算中心");
  renamed = look (desk, prepare (desk, NULL, DESK_CONTRACT));
  assert_shows (renamed, "provider.name", "示例智算中心", NULL);
  type (desk, id, "provider.uscc", "9111");
  wrong = look (desk, id);
  g_assert_nonnull (quan_prepared_problem (wrong, "provider.uscc"));
  g_assert_cmpstr (wrong->contract->provider, ==, OTHER_CODE);
  type (desk, id, "provider.uscc", "");
  none = look (desk, id);
  g_assert_null (none->contract->provider);
  g_assert_cmpuint (none->problems->len, ==, 0);
}

/* Rows come and go, with the texts held for them; a row that lacks what is required is no fact yet. */
static void
test_rows (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  gint64 id = prepare (desk, NULL, DESK_CONTRACT);
  g_autoptr (QuanPrepared) three = NULL, two = NULL, whole = NULL;
  g_autofree char *export = NULL, *later = NULL;
  g_autoptr (GError) error = NULL;

  type (desk, id, "contract.lines[1].item", "存储");
  type (desk, id, "contract.lines[2].amount", "5oo");
  type (desk, id, "contract.schedule[0].date", "2024-12-31");
  type (desk, id, "contract.schedule[1].date", "2025-01-31");
  type (desk, id, "contract.schedule[1].amount", "400000");
  three = look (desk, id);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, three->contract, "lines"), ==, 3);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, three->contract, "schedule"), ==, 2);
  assert_shows (three, "contract.schedule[1].amount", "400,000.00", NULL);
  g_assert_cmpint (three->total, ==, QUAN_FEN_NONE);
  export = desk_export (desk);
  g_assert_null (strstr (export, "2025-01-31"));
  g_assert_true (quan_desk_remove_row (desk, id, "contract.lines[1]", &error));
  two = look (desk, id);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, two->contract, "lines"), ==, 2);
  g_assert_nonnull (quan_prepared_problem (two, "contract.lines[1].amount"));
  type (desk, id, "contract.schedule[0].amount", "600000");
  g_assert_true (quan_desk_remove_row (desk, id, "contract.lines[1]", &error));
  whole = look (desk, id);
  g_assert_cmpuint (whole->problems->len, ==, 0);
  g_assert_cmpint (whole->total, ==, 100000000);
  later = desk_export (desk);
  g_assert_nonnull (strstr (later, "2024-12-31"));
  g_assert_nonnull (strstr (later, "2025-01-31"));
  g_assert_false (quan_desk_remove_row (desk, id, "contract.lines[1]", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  type (desk, id, "contract.schedule[0].amount", "");
  g_clear_pointer (&whole, quan_prepared_free);
  whole = look (desk, id);
  assert_shows (whole, "contract.schedule[0].date", "2024-12-31", NULL);
  assert_shows (whole, "contract.schedule[0].amount", "", NULL);
  assert_shows (whole, "contract.schedule[1].amount", "400,000.00", NULL);
}

static void
test_attachments (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  g_autofree char *path = g_build_filename (place.folder, "合同.pdf", NULL), *empty = NULL, *hash = NULL;
  g_autoptr (QuanPrepared) before = NULL, with = NULL, without = NULL;
  const QuanDocumentRow *row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = prepare (desk, NULL, DESK_CONTRACT);
  guint at = 0;

  before = look (desk, id);
  while (((const QuanDocumentRow *) before->documents->pdata[at])->state != QUAN_DOCUMENT_MISSING)
    at++;
  row = before->documents->pdata[at];
  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  quan_desk_attach (desk, id, row->document->id, path, &error);
  g_assert_no_error (error);
  with = look (desk, id);
  row = with->documents->pdata[at];
  g_assert_cmpint (row->state, ==, QUAN_DOCUMENT_PRESENT);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.7", -1);
  g_assert_cmpstr (row->attachment->sha256, ==, hash);
  g_assert_cmpstr (row->attachment->name, ==, "合同.pdf");
  g_assert_cmpstr (row->attachment->bytes, ==, "8");
  quan_desk_detach (desk, row->attachment_id, &error);
  g_assert_no_error (error);
  without = look (desk, id);
  g_assert_cmpint (((const QuanDocumentRow *) without->documents->pdata[at])->state, ==, QUAN_DOCUMENT_MISSING);
  empty = g_build_filename (place.folder, "empty.pdf", NULL);
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  g_assert_false (quan_desk_attach (desk, id, row->document->id, empty, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach (desk, id, row->document->id, place.folder, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach (desk, id, "no-such-document", path, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach (desk, prepare (desk, CODE, NULL), row->document->id, path, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
}

static gboolean
has_notice (const QuanPrepared *prepared, const char *part)
{
  for (guint i = 0; i < prepared->notices->len; i++)
    if (strstr (prepared->notices->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_notices (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  g_autoptr (QuanPrepared) first = NULL, second = NULL, far = NULL;
  gint64 id = prepare (desk, CODE, NULL), other = prepare (desk, NULL, NULL);

  type (desk, id, "contract.number", "HT-5");
  type (desk, id, "contract.signed", "2024-02-27");
  type (desk, id, "contract.lines[0].amount", "1000000");
  type (desk, id, "provider.uscc", OTHER_CODE);
  type (desk, id, "enterprise.region", "110105");
  type (desk, id, "enterprise.bank.account_name", "别人");
  first = look (desk, id);
  g_assert_true (has_notice (first, "The contract “HT-001” has the same provider and amount"));
  g_assert_true (has_notice (first, "but the code of the enterprise was given out in 110108"));
  g_assert_true (has_notice (first, "The bank account belongs to “别人”"));
  g_assert_cmpuint (first->notices->len, ==, 3);
  type (desk, id, "contract.signed", "2024-02-28");
  far = look (desk, id);
  g_assert_false (has_notice (far, "HT-001"));
  type (desk, other, "contract.number", "HT-001");
  type (desk, other, "enterprise.uscc", "91110105MA7KDEF370");
  second = look (desk, other);
  g_assert_true (has_notice (second, "The enterprise " CODE " has a contract “HT-001” too."));
  g_assert_true (has_notice (second, "The last character of 91110105MA7KDEF370 should be 3."));
}

static void
test_unfinished (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, AS_OF, "[]");
  g_autofree char *before = desk_export (desk), *after = NULL;
  gint64 id = prepare (desk, NULL, DESK_CONTRACT), empty = prepare (desk, NULL, NULL);
  g_autoptr (GPtrArray) none = quan_desk_unfinished (desk, NULL, NULL), one = NULL, given_up = NULL, done = NULL;
  g_autoptr (QuanPrepared) prepared = NULL;
  const QuanUnfinished *row;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (prepare (desk, NULL, NULL), ==, empty);
  type (desk, id, "claim.requested", "10万");
  g_assert_true (quan_desk_turn_to_step (desk, id, 4, &error));
  one = quan_desk_unfinished (desk, CODE, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  row = one->pdata[0];
  g_assert_cmpstr (row->contract, ==, DESK_CONTRACT);
  g_assert_cmpstr (row->name, ==, "北京示例智能科技有限公司");
  g_assert_cmpint (row->step, ==, 4);
  prepared = look (desk, id);
  g_assert_cmpint (prepared->check->award.requested, ==, 10000000);
  g_assert_true (quan_desk_abandon (desk, id, &error));
  given_up = quan_desk_unfinished (desk, NULL, NULL);
  g_assert_cmpuint (given_up->len, ==, 0);
  after = desk_export (desk);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (quan_desk_prepared (desk, id, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  type (desk, prepare (desk, NULL, DESK_CONTRACT), "contract.title", "合同");
  desk_act (desk, QUAN_ACT_SUBMIT, AS_OF, NULL);
  done = quan_desk_unfinished (desk, NULL, NULL);
  g_assert_cmpuint (done->len, ==, 0);
}

/* Every entry can be taken back, the last first, until all is as before; and done again. */
static void
test_undo (void)
{
  static const struct { const char *path, *text; } entries[] = {
    { "contract.signed", "2024-02-31" },     { "contract.signed", "2024-02-21" },
    { "contract.lines[1].amount", "5万" },    { "contract.number", "HT-2" },
    { "provider.uscc", "91110108MA01ABC21X" }, { "contract.schedule[0].date", "2024-12-31" },
    { "claim.requested", "100000" },
  };
  g_auto (StorePlace) place = store_place_new ();
  QuanDesk *imported = desk_with_claims (&place, AS_OF, "[]");
  g_autoptr (QuanDesk) desk = NULL;
  gint64 id;
  char *exports[G_N_ELEMENTS (entries) + 1];
  g_autoptr (QuanPrepared) last = NULL;
  g_autoptr (GError) error = NULL;
  gsize n = G_N_ELEMENTS (entries);

  quan_desk_close (imported);
  desk = desk_open (place.path, AS_OF);
  id = prepare (desk, NULL, DESK_CONTRACT);
  exports[0] = desk_export (desk);
  for (gsize i = 0; i < n; i++) {
    type (desk, id, entries[i].path, entries[i].text);
    g_assert_true (quan_desk_turn_to_step (desk, id, 1 + (int) i % 5, NULL));
    exports[i + 1] = desk_export (desk);
  }
  for (gsize i = n; i-- > 0;) {
    g_autofree char *export = NULL;
    g_autoptr (QuanPrepared) prepared = NULL;

    quan_desk_undo (desk, NULL, &error);
    g_assert_no_error (error);
    export = desk_export (desk);
    g_assert_cmpstr (export, ==, exports[i]);
    prepared = look (desk, id);
    g_assert_cmpuint (prepared->problems->len, ==, i == 1 ? 1 : 0);
  }
  g_assert_false (quan_desk_can_undo (desk));
  for (gsize i = 0; i < n; i++)
    g_assert_true (quan_desk_redo (desk, NULL, NULL));
  last = look (desk, id);
  assert_shows (last, "contract.schedule[0].date", "2024-12-31", NULL);
  assert_shows (last, "contract.number", "HT-2", NULL);
  for (gsize i = 0; i <= n; i++)
    g_free (exports[i]);
}

/* A contract without number or enterprise is judged as well. */
static void
test_judged_in_memory (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, AS_OF);
  gint64 id = prepare (desk, NULL, NULL);
  g_autoptr (QuanPrepared) prepared = NULL, asked = NULL;

  type (desk, id, "contract.lines[0].amount", "1000000");
  type (desk, id, "contract.starts", "2024-03-01");
  type (desk, id, "contract.ends", "2025-02-28");
  type (desk, id, "contract.signed", "2024-02-20");
  prepared = look (desk, id);
  g_assert_cmpint (prepared->check->award.ceiling, ==, 20000000);
  g_assert_cmpint (prepared->check->verdict, ==, QUAN_VERDICT_UNKNOWN);
  type (desk, id, "claim.requested", "150000");
  type (desk, id, "claim.submitted", "2025-03-01");
  asked = look (desk, id);
  g_assert_cmpint (asked->check->award.requested, ==, 15000000);
  g_assert_cmpint (asked->check->award.year, ==, 2025);
  g_assert_cmpint (asked->view.as_of, ==, quan_date_parse_iso ("2025-03-01"));
}

static char *
answer (const QuanChecked *checked)
{
  QuanJson json = { .text = g_string_new (NULL) };

  quan_answer_check (&json, NULL, checked, QUAN_LANGUAGE_ZH);
  return g_string_free (json.text, FALSE);
}

static gboolean
keep_answer (const QuanChecked *checked, gpointer data, GError **error)
{
  *(char **) data = answer (checked);
  return TRUE;
}

/* What the desk answers of the contract: of a submitted claim on its own day. */
static char *
desk_answer (QuanDesk *desk, const QuanPrepared *prepared)
{
  const char *contracts[] = { prepared->contract->number, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (prepared->subject.judged != NULL) {
    g_autoptr (QuanJudgement) judgement =
      quan_judge_contract (desk, prepared->enterprise, contracts[0], prepared->claim, prepared->view.as_of, &error);

    g_assert_no_error (error);
    return answer (&(QuanChecked) { &judgement->view, &judgement->subject, judgement->check });
  }
  quan_desk_check (desk, prepared->enterprise->uscc, contracts, keep_answer, &text, &error);
  g_assert_no_error (error);
  return text;
}

/* The readings of a case. */
static char **
readings_of (const json_t *golden)
{
  const json_t *options = json_object_get (golden, "options");
  GPtrArray *readings = g_ptr_array_new ();

  for (size_t i = 0; i + 1 < json_array_size (options); i++)
    if (g_strcmp0 (json_string_value (json_array_get (options, i)), "--reading") == 0)
      g_ptr_array_add (readings, g_strdup (json_string_value (json_array_get (options, i + 1))));
  g_ptr_array_add (readings, NULL);
  return (char **) g_ptr_array_free (readings, FALSE);
}

static gboolean
check_golden (const json_t *golden)
{
  g_auto (StorePlace) place = store_place_new ();
  g_auto (GStrv) readings = readings_of (golden);
  QuanDeskOptions options = {
    .store_path = place.path, .create = TRUE, .readings = (const char *const *) readings,
    .as_of = quan_date_parse_iso (json_string_value (json_object_get (golden, "as_of"))),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanDesk) desk = quan_desk_open (&options, &error);
  char *dumped = json_dumps (json_object_get (golden, "workspace"), 0);
  g_autoptr (QuanPrepared) prepared = NULL;
  g_autofree char *expected = NULL, *found = NULL;
  QuanImport import;

  g_assert_no_error (error);
  import = desk_import (desk, &place, dumped);
  quan_import_clear (&import);
  free (dumped);
  prepared = look (desk, prepare (desk, NULL, json_string_value (json_array_get (json_object_get (golden, "command"), 1))));
  found = answer (&(QuanChecked) { &prepared->view, &prepared->subject, prepared->check });
  expected = desk_answer (desk, prepared);
  g_assert_cmpstr (expected, ==, found);
  return prepared->subject.judged == NULL;
}

static void
test_golden (void)
{
  json_t *cases = golden_load ("golden.json");
  guint before_claims = 0;

  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *golden = json_array_get (cases, i);

    if (g_strcmp0 (json_string_value (json_array_get (json_object_get (golden, "command"), 0)), "check") != 0)
      continue;
    g_test_message ("%s", json_string_value (json_object_get (golden, "id")));
    before_claims += check_golden (golden);
  }
  g_assert_cmpuint (before_claims, >, 50);
  json_decref (cases);
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
  g_test_add_func ("/desk-prepare/rekey", test_rekey);
  g_test_add_func ("/desk-prepare/keys-refused", test_keys_refused);
  g_test_add_func ("/desk-prepare/frozen-key", test_frozen_key);
  g_test_add_func ("/desk-prepare/locked", test_locked);
  g_test_add_func ("/desk-prepare/provider", test_provider);
  g_test_add_func ("/desk-prepare/rows", test_rows);
  g_test_add_func ("/desk-prepare/attachments", test_attachments);
  g_test_add_func ("/desk-prepare/notices", test_notices);
  g_test_add_func ("/desk-prepare/unfinished", test_unfinished);
  g_test_add_func ("/desk-prepare/undo", test_undo);
  g_test_add_func ("/desk-prepare/judged-in-memory", test_judged_in_memory);
  g_test_add_func ("/desk-prepare/golden", test_golden);
  return g_test_run ();
}
