/* Facts as people type and read them: every kind of field, parts, rows, and the way back from text to fact. */
#include <string.h>

#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "core/model/record-text.h"

/* What is typed, and what the field shows then; NULL where it is absent. */
static const struct {
  const QuanRecordType *type;
  const char           *path, *typed, *shown;
} taken[] = {
  { &quan_contract_type, "title", "  智能算力服务合同　", "智能算力服务合同" },
  { &quan_contract_type, "title", " 　\t ", NULL },
  { &quan_contract_type, "provider", " 91110105ma7kdef373 ", "91110105MA7KDEF373" },
  { &quan_contract_type, "provider", "91110105MA7KDEF370", "91110105MA7KDEF370" }, /* a wrong check character */
  { &quan_contract_type, "signed", "2024年2月20日", "2024-02-20" },
  { &quan_contract_type, "affiliated", "yes", "yes" },
  { &quan_contract_type, "affiliated", "No", "no" },
  { &quan_contract_type, "affiliated", "是", "yes" },
  { &quan_contract_type, "affiliated", "否", "no" },
  { &quan_contract_type, "purpose", "training", "training" },
  { &quan_contract_type, "purpose", "Model application", "application" },
  { &quan_contract_type, "purpose", "模型训练", "training" },
  { &quan_contract_type, "lines[0].amount", "120万", "1,200,000.00" },
  { &quan_contract_type, "lines[0].kind", "存储", "storage" },
  { &quan_contract_type, "lines[0].cards", "６４", "64" },
  { &quan_contract_type, "lines[0].quantity", "20000.50", "20000.50" },
  { &quan_contract_type, "lines[0].unit_price", "５０.２５", "50.25" },
  { &quan_contract_type, "other_subsidies", "none", "none" },
  { &quan_contract_type, "other_subsidies", "无", "none" },
  { &quan_contract_type, "other_subsidies", "", NULL },
  { &quan_contract_type, "other_subsidies[0].level", "市级", "municipal" },
  { &quan_contract_type, "schedule[0].date", "20241231", "2024-12-31" },
  { &quan_enterprise_type, "contact.phone", " 010-5555 0123", "010-5555 0123" },
  { &quan_enterprise_type, "bank.cnaps", "102100099996", "102100099996" },
  { &quan_enterprise_type, "dishonesty_records", "none", "none" },
  { &quan_enterprise_type, "dishonesty_records", " 无 ", "none" },
  { &quan_redemption_type, "items[0].invoices", "无", "none" },
  { &quan_enterprise_type, "dishonesty_records", "2020/2/29、2021-1-1 2022.3.4", "2020-02-29, 2021-01-01, 2022-03-04" },
  { &quan_enterprise_type, "opening_balances[0].year", "2024", "2024" },
  { &quan_payment_type, "amount", "-3.5", "-3.50" },
  { &quan_redemption_type, "items[0].invoices", "24112000000000000001、24112000000000000002",
    "24112000000000000001, 24112000000000000002" },
};

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++) {
    gpointer record = quan_record_new (taken[i].type);
    g_autoptr (GError) error = NULL;
    g_autofree char *shown = NULL;

    quan_record_enter (taken[i].type, record, taken[i].path, taken[i].typed, &error);
    g_assert_no_error (error);
    shown = quan_record_text (taken[i].type, record, taken[i].path);
    g_assert_cmpstr (shown, ==, taken[i].shown);
    g_assert_nonnull (quan_record_path_field (taken[i].type, taken[i].path));
    quan_record_free (taken[i].type, record);
  }
}

/* What a field that holds a fact does not take, and what is said of it. */
static const struct {
  const QuanRecordType *type;
  const char           *path, *good, *typed, *sentence;
} refused[] = {
  { &quan_contract_type, "provider", "91110105MA7KDEF373", "91110105MA7KDEF37",
    "\"91110105MA7KDEF37\" is not a unified social credit code. Write its 18 digits and capital letters, which are "
    "never I, O, S, V or Z." },
  { &quan_contract_type, "signed", "2024-02-20", "2024-02-30", NULL },
  { &quan_contract_type, "affiliated", "yes", "maybe", "\"maybe\" is neither yes nor no. Write one of the two." },
  { &quan_contract_type, "purpose", "training", "art",
    "\"art\" is none of the choices. Write one of “Model training”, “Model application”, “Other use”." },
  { &quan_contract_type, "lines[0].amount", "1", "12o", NULL },
  { &quan_contract_type, "lines[0].amount", "1", "-12",
    "\"-12\" is negative. Write an amount without a minus sign." },
  { &quan_contract_type, "lines[0].amount", "1", "99999999999999999", NULL },
  { &quan_contract_type, "lines[0].cards", "8", "8.5", "\"8.5\" is not a whole number. Write digits only." },
  { &quan_contract_type, "lines[0].cards", "8", "2147483648",
    "\"2147483648\" is too large a number. Write at most 2147483647." },
  { &quan_contract_type, "lines[0].quantity", "1.5", "1.123456789",
    "\"1.123456789\" is not a number. Write digits, such as 20000 or 50.25." },
  { &quan_contract_type, "other_subsidies", "none", "two",
    "\"two\" cannot stand for a whole list. Write “none” if there is nothing, or add a row." },
  { &quan_enterprise_type, "dishonesty_records", "none", "2020-01-01, soon", NULL },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    gpointer record = quan_record_new (refused[i].type);
    g_autoptr (GError) error = NULL;

    g_assert_true (quan_record_enter (refused[i].type, record, refused[i].path, refused[i].good, NULL));
    g_assert_false (quan_record_enter (refused[i].type, record, refused[i].path, refused[i].typed, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    if (refused[i].sentence != NULL)
      g_assert_cmpstr (error->message, ==, refused[i].sentence);
    else
      g_assert_true (g_str_has_suffix (error->message, "."));
    g_assert_null (quan_record_text (refused[i].type, record, refused[i].path));
    quan_record_free (refused[i].type, record);
  }
}

static void
test_paths_of_nothing (void)
{
  static const char *const paths[] = {
    "", "no_such_key", "signed[0]", "signed.x", "lines.amount", "lines[", "lines[x].amount", "lines[0]amount",
    "lines[0].", "lines[0].no_such_key", "lines[1].amount", "lines[-1].amount", "lines[99999999999].amount", "lines[0]",
    ".signed", "signed.",
  };
  QuanContract *contract = quan_record_new (&quan_contract_type);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", paths[i]);
    g_assert_false (quan_record_enter (&quan_contract_type, contract, paths[i], "1", &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
    g_assert_null (quan_record_text (&quan_contract_type, contract, paths[i]));
  }
  g_assert_null (quan_record_path_field (&quan_contract_type, "no_such_key"));
  g_assert_null (quan_record_path_field (&quan_contract_type, "lines[0]"));
  quan_record_free (&quan_contract_type, contract);
}

static void
enter (const QuanRecordType *type, gpointer record, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  quan_record_enter (type, record, path, text, &error);
  g_assert_no_error (error);
}

static void
test_parts (void)
{
  QuanEnterprise *enterprise = quan_record_new (&quan_enterprise_type);

  enter (&quan_enterprise_type, enterprise, "contact.phone", "  ");
  g_assert_null (enterprise->contact);
  enter (&quan_enterprise_type, enterprise, "contact.phone", "1");
  enter (&quan_enterprise_type, enterprise, "contact.name", "王思齐");
  enter (&quan_enterprise_type, enterprise, "contact.phone", "");
  g_assert_cmpstr (enterprise->contact->name, ==, "王思齐");
  enter (&quan_enterprise_type, enterprise, "contact.name", "");
  g_assert_null (enterprise->contact);
  quan_record_free (&quan_enterprise_type, enterprise);
}

static void
test_rows (void)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);
  g_autoptr (GError) error = NULL;
  const QuanLine *line;

  enter (&quan_contract_type, contract, "lines[0].item", "GPU-A");
  g_assert_false (quan_record_enter (&quan_contract_type, contract, "lines[1].amount", "x", NULL));
  enter (&quan_contract_type, contract, "lines[2].kind", "storage");
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, contract, "lines"), ==, 3);
  line = contract->lines->pdata[1];
  g_assert_cmpint (line->kind, ==, QUAN_LINE_COMPUTE);
  g_assert_true (quan_record_remove_row (&quan_contract_type, contract, "lines[1]", &error));
  g_assert_no_error (error);
  line = contract->lines->pdata[1];
  g_assert_cmpint (line->kind, ==, QUAN_LINE_STORAGE);
  g_assert_false (quan_record_remove_row (&quan_contract_type, contract, "lines[2]", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  g_assert_true (quan_record_remove_row (&quan_contract_type, contract, "lines[0]", NULL));
  g_assert_true (quan_record_remove_row (&quan_contract_type, contract, "lines[0]", NULL));
  g_assert_null (contract->lines);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, contract, "lines"), ==, 0);
  quan_record_free (&quan_contract_type, contract);
}

static void copy_by_text (const QuanRecordType *type, gconstpointer from, const QuanRecordType *whole, gpointer to,
                          const char *prefix);

static void
copy_field_by_text (const QuanField *field, gconstpointer from, const QuanRecordType *whole, gpointer to,
                    const char *path)
{
  const GPtrArray *list = field->kind == QUAN_FIELD_LIST ? *QUAN_FIELD_MEMBER (field, from, GPtrArray *) : NULL;

  if (field->kind == QUAN_FIELD_PART) {
    g_autofree char *prefix = g_strconcat (path, ".", NULL);

    copy_by_text (field->record, *QUAN_FIELD_MEMBER (field, from, gpointer), whole, to, prefix);
  }
  for (guint i = 0; list != NULL && i < list->len; i++) {
    g_autofree char *prefix = g_strdup_printf ("%s[%u].", path, i);

    copy_by_text (field->record, list->pdata[i], whole, to, prefix);
  }
}

/* Types every field of a record, whose path in the whole record begins with a prefix, into another one. */
static void
copy_by_text (const QuanRecordType *type, gconstpointer from, const QuanRecordType *whole, gpointer to,
              const char *prefix)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    g_autofree char *path = g_strconcat (prefix, field->key, NULL);
    g_autofree char *text = quan_record_text (type, from, field->key);

    if (text != NULL || *prefix != '\0')
      enter (whole, to, path, text != NULL ? text : "");
    if (!quan_field_absent (field, from))
      copy_field_by_text (field, from, whole, to, path);
  }
}

static void
test_every_record (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), "canonical-workspace.json", NULL), *text = NULL;
  g_autoptr (QuanWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  guint seen = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  workspace = quan_workspace_json_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    for (guint i = 0; i < workspace->sections[section]->len; i++, seen++) {
      const QuanRecordType *type = quan_section_types[section];
      gpointer record = workspace->sections[section]->pdata[i], copy = quan_record_new (type);

      copy_by_text (type, record, type, copy, "");
      g_assert_true (quan_record_equal (type, record, copy));
      quan_record_free (type, copy);
    }
  g_assert_cmpuint (seen, >=, QUAN_N_SECTIONS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-text/taken", test_taken);
  g_test_add_func ("/record-text/refused", test_refused);
  g_test_add_func ("/record-text/paths-of-nothing", test_paths_of_nothing);
  g_test_add_func ("/record-text/parts", test_parts);
  g_test_add_func ("/record-text/rows", test_rows);
  g_test_add_func ("/record-text/every-record", test_every_record);
  return g_test_run ();
}
