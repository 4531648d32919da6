/* The workspace JSON: what is accepted comes back the same, what is refused is refused with these very words. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"

#include <jansson.h>
#include <string.h>

#define HEAD "{\"format\": \"quan-workspace\", \"version\": 1"
#define ENTERPRISE ", \"enterprises\": [{\"uscc\": \"91110108MA01ABC25F\"}]"
#define CONTRACT "{\"number\": \"HT-001\", \"enterprise\": \"91110108MA01ABC25F\"}"

/* The array in a file of cases. */
static json_t *
load_cases (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), name, NULL);
  json_error_t error;
  json_t *cases = json_load_file (path, JSON_REJECT_DUPLICATES, &error);

  g_assert_true (json_is_array (cases));
  g_assert_cmpuint (json_array_size (cases), >, 0);
  return cases;
}

static QuanWorkspace *
load (const char *text, gssize length, GPtrArray *warnings, GError **error)
{
  g_autoptr (QuanWorkspace) workspace =
    quan_workspace_json_read (text, length < 0 ? strlen (text) : (gsize) length, warnings, error);

  if (workspace == NULL || !quan_workspace_resolve (workspace, NULL, error))
    return NULL;
  return g_steal_pointer (&workspace);
}

/* Reads text, writes it in canonical order, and returns what was written, parsed. */
static json_t *
round_trip (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanWorkspace) workspace = load (text, -1, NULL, &error);
  g_autoptr (QuanWorkspace) again = NULL;
  g_autofree char *written = NULL, *rewritten = NULL;

  g_assert_no_error (error);
  quan_workspace_sort (workspace);
  written = quan_workspace_json_write (workspace);
  again = load (written, -1, NULL, &error);
  g_assert_no_error (error);
  rewritten = quan_workspace_json_write (again);
  g_assert_cmpstr (written, ==, rewritten);
  return json_loads (written, JSON_REJECT_DUPLICATES, NULL);
}

static void
test_golden (void)
{
  json_t *cases = load_cases ("golden.json"), *item;
  gsize i;

  json_array_foreach (cases, i, item) {
    json_t *original = json_object_get (item, "workspace");
    char *text = json_dumps (original, 0);
    json_t *written = round_trip (text);

    g_test_message ("%s", json_string_value (json_object_get (item, "id")));
    g_assert_true (json_equal (written, original));
    json_decref (written);
    free (text);
  }
  json_decref (cases);
}

/* Files in canonical form, from the folder of cases: one with every key of every record, and the sample workspace. */
static const char *const canonical[] = { "canonical-workspace.json", "../../resources/sample/sample.json" };

/* Reads a canonical file without a warning and finds it written back byte by byte. */
static QuanWorkspace *
load_canonical (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), name, NULL);
  g_autofree char *text = NULL, *written = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  QuanWorkspace *workspace;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  workspace = load (text, -1, warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 0);
  quan_workspace_sort (workspace);
  written = quan_workspace_json_write (workspace);
  g_assert_cmpstr (written, ==, text);
  return workspace;
}

static void
test_canonical (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (canonical); i++) {
    g_test_message ("%s", canonical[i]);
    quan_workspace_free (load_canonical (canonical[i]));
  }
}

/* The price lists of the sample add up: quantity × unit price is the amount of each line. */
static void
test_sample_prices (void)
{
  g_autoptr (QuanWorkspace) sample = load_canonical (canonical[1]);
  const GPtrArray *contracts = sample->sections[QUAN_CONTRACTS];

  g_assert_cmpuint (contracts->len, ==, 4);
  for (guint i = 0; i < contracts->len; i++) {
    const QuanContract *contract = contracts->pdata[i];

    for (guint j = 0; j < contract->lines->len; j++) {
      const QuanLine *line = contract->lines->pdata[j];
      QuanFen unit_price;

      g_test_message ("%s, line %u", contract->number, j + 1);
      g_assert_true (quan_money_parse_canonical (line->unit_price, &unit_price));
      g_assert_cmpint (g_ascii_strtoll (line->quantity, NULL, 10) * unit_price, ==, line->amount);
    }
  }
}

static void
test_malformed (void)
{
  json_t *cases = load_cases ("malformed-workspaces.json"), *item;
  gsize i;

  json_array_foreach (cases, i, item) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanWorkspace) workspace = load (json_string_value (json_object_get (item, "text")), -1, NULL, &error);

    g_test_message ("%s", json_string_value (json_object_get (item, "id")));
    g_assert_null (workspace);
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_cmpstr (error->message, ==, json_string_value (json_object_get (item, "message")));
  }
  json_decref (cases);
}

/* Texts that no file of cases can hold. */
static const struct {
  const char *text;
  gssize length;
  const char *message;
} hostile[] = {
  { "{\"a\": \"\xff\"}", -1, "Line 1, column 8: The byte 0xFF is not text in UTF-8. Save the file as UTF-8." },
  { "{\n\"券\": \"\xe5\x88\"}", -1, "Line 2, column 7: The byte 0xE5 is not text in UTF-8. Save the file as UTF-8." },
  { "{\"a\": \0}", 8, "Line 1, column 7: The byte 0x00 is not text in UTF-8. Save the file as UTF-8." },
  { "\xc0\x80", -1, "Line 1, column 1: The byte 0xC0 is not text in UTF-8. Save the file as UTF-8." },
  { "\xed\xa0\x80", -1, "Line 1, column 1: The byte 0xED is not text in UTF-8. Save the file as UTF-8." },
  { "\xff\xfe{\0}\0", 6, "Line 1, column 1: The byte 0xFF is not text in UTF-8. Save the file as UTF-8." },
  { "\xef\xbb\xbf", -1, "Line 1, column 1, at \"\": The text ends too early. Get the whole file again." },
  { "\xef\xbb", -1, "Line 1, column 1: The byte 0xEF is not text in UTF-8. Save the file as UTF-8." },
  { HEAD "}", 3, "Line 1, column 3, at \"{\"f\": The text ends too early. Get the whole file again." },
};

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanWorkspace) workspace = load (hostile[i].text, hostile[i].length, NULL, &error);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_null (workspace);
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_cmpstr (error->message, ==, hostile[i].message);
  }
}

/* Something repeated many times between a beginning and an end. */
static const struct {
  const char *begin, *repeated, *end;
  int times;
  const char *message;
} huge[] = {
  { "", "[", "", 1000000,
    "Line 1, column 2049, at \"[[[[[[[[[[[[[[[[[[[[\": The text nests too deep. This is not a workspace." },
  { "", "{\"a\":", "", 1000000,
    "Line 1, column 10241, at \"\"a\":{\"a\":{\"a\":{\"a\":{\": The text nests too deep. This is not a workspace." },
  { HEAD ", \"providers\": ", "[", "", 2000,
    "Line 1, column 2056, at \"[[[[[[[[[[[[[[[[[[[[\": The text ends too early. Get the whole file again." },
  { HEAD ENTERPRISE ", \"contracts\": [{\"number\": \"", "券", "\", \"enterprise\": \"91110108MA01ABC25F\"}]}", 400000,
    "$.contracts[0].number: \"券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券券…\" is too long. "
    "Shorten it to at most 100 characters." },
  { HEAD ", \"providers\": [{\"uscc\": \"", "9", "\"}]}", 1000000,
    "$.providers[0].uscc: Expected a unified social credit code of 18 digits and capital letters without I, O, S, V "
    "and Z, but found \"9999999999999999999999999999999999999999…\"." },
  { HEAD ", \"", "k", "\": 1}", 1000000,
    "$: The key \"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…\" is unknown. Take it out, or use one of enterprises, "
    "providers, contracts, claims, deliveries, invoices, payments, redemptions." },
  { HEAD ", \"providers\": [", "{\"uscc\": \"91110105MA7KDEF373\"},", "null]}", 10000,
    "$.providers[10000]: Expected an object, but found null." },
  { "{\"format\": ", "1", "}", 1000000,
    "Line 1, column 1000011, at \"11111111111111111111\": The number is too large. "
    "Write amounts and the numbers of documents in quotation marks." },
};

static void
test_huge (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (huge); i++) {
    g_autoptr (GString) text = g_string_new (huge[i].begin);
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanWorkspace) workspace = NULL;

    for (int n = 0; n < huge[i].times; n++)
      g_string_append (text, huge[i].repeated);
    g_string_append (text, huge[i].end);
    workspace = load (text->str, text->len, NULL, &error);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_null (workspace);
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_cmpstr (error->message, ==, huge[i].message);
  }
}

/* What is accepted although it is not written so again. */
static const struct {
  const char *text;
  const char *same_as;
  const char *warning;
} accepted[] = {
  { HEAD "}",
    HEAD ", \"enterprises\": [], \"providers\": [], \"contracts\": [], \"claims\": [], \"deliveries\": [], "
    "\"invoices\": [], \"redemptions\": []}", NULL },
  { "\xef\xbb\xbf \n" HEAD ", \"payments\": [], \"claims\": null}", HEAD "}", NULL },
  { HEAD ", \"providers\": [{\"name\": null, \"uscc\": \"91110105MA7KDEF373\"}]}",
    HEAD ", \"providers\": [{\"uscc\": \"91110105MA7KDEF373\"}]}", NULL },
  { HEAD ", \"providers\": [{\"uscc\": \" ９１１１０１０５ma7kdef373\\t\"}]}",
    HEAD ", \"providers\": [{\"uscc\": \"91110105MA7KDEF373\"}]}", NULL },
  { HEAD ", \"providers\": [{\"uscc\": \"91110108MA01ABC250\"}]}",
    HEAD ", \"providers\": [{\"uscc\": \"91110108MA01ABC250\"}]}",
    "$.providers[0].uscc: The last character of 91110108MA01ABC250 should be F. The code is accepted; "
    "compare it with the business licence." },
  { HEAD ", \"providers\": [{\"uscc\": \"91110105MA7KDEF373\", \"name\": \"\\u5238\\ud842\\udfb7\"}]}",
    HEAD ", \"providers\": [{\"uscc\": \"91110105MA7KDEF373\", \"name\": \"券𠮷\"}]}", NULL },
  { HEAD ENTERPRISE ", \"redemptions\": [{\"state\": \"draft\", \"round\": \"2024H2\"}]}",
    HEAD ENTERPRISE ", \"redemptions\": [{\"round\": \"2024H2\", \"state\": \"draft\"}]}", NULL },
  { HEAD ENTERPRISE ", \"contracts\": [" CONTRACT "], \"invoices\": [{\"number\": \"1\", \"contract\": \"HT-001\", "
    "\"lines\": [{\"kind\": \"other\"}]}, {\"number\": \"2\", \"contract\": \"HT-001\", \"reverses\": \"3\", "
    "\"lines\": [{\"kind\": \"compute\"}]}, {\"number\": \"3\", \"contract\": \"HT-001\"}]}", NULL, NULL },
};

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanWorkspace) workspace = load (accepted[i].text, -1, warnings, &error);
    json_t *written = round_trip (accepted[i].text);
    json_t *expected = round_trip (accepted[i].same_as != NULL ? accepted[i].same_as : accepted[i].text);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_no_error (error);
    g_assert_true (json_equal (written, expected));
    g_assert_cmpuint (warnings->len, ==, accepted[i].warning != NULL ? 1 : 0);
    if (accepted[i].warning != NULL)
      g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, accepted[i].warning);
    json_decref (written);
    json_decref (expected);
  }
}

/* Records as they stand alone: the same record comes back, whether it named its enterprise included. */
static const struct {
  const QuanRecordType *type;
  const char *text;
} alone[] = {
  { &quan_claim_type, "{\"contract\": \"HT-001\", \"state\": \"draft\"}" },
  { &quan_claim_type, "{\"contract\": \"HT-001\", \"enterprise\": \"91110108MA01ABC25F\", \"state\": \"draft\"}" },
  { &quan_claim_type,
    "{\"contract\": \"HT-001\", \"enterprise\": \"91110108MA01ABC25F\", \"state\": \"draft\", "
    "\"filled_in\": \"enterprise\"}" },
  { &quan_enterprise_type, "{}" },
  { &quan_contract_type,
    "{\"starts\": \"2024-03-01\", \"lines\": [{\"kind\": \"compute\", \"amount\": \"0.00\"}], \"schedule\": []}" },
};

static void
test_alone (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++) {
    g_autoptr (GError) error = NULL;
    gpointer record = quan_record_json_read (alone[i].type, alone[i].text, &error);
    g_autofree char *written = NULL;

    g_assert_no_error (error);
    written = quan_record_json_write (alone[i].type, record);
    g_assert_cmpstr (written, ==, alone[i].text);
    quan_record_free (alone[i].type, record);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace-json/golden", test_golden);
  g_test_add_func ("/workspace-json/canonical", test_canonical);
  g_test_add_func ("/workspace-json/sample-prices", test_sample_prices);
  g_test_add_func ("/workspace-json/malformed", test_malformed);
  g_test_add_func ("/workspace-json/hostile", test_hostile);
  g_test_add_func ("/workspace-json/huge", test_huge);
  g_test_add_func ("/workspace-json/accepted", test_accepted);
  g_test_add_func ("/workspace-json/alone", test_alone);
  return g_test_run ();
}
