/* Records: every type is described fully, and copying, comparing and judging follow the description. */
#include "core/model/workspace.h"

static const QuanRecordType *const types[] = {
  &quan_enterprise_type, &quan_contact_type, &quan_bank_type, &quan_opening_type, &quan_provider_type,
  &quan_contract_type, &quan_line_type, &quan_invoice_line_type, &quan_schedule_entry_type, &quan_subsidy_type,
  &quan_claim_type, &quan_delivery_type, &quan_invoice_type, &quan_payment_type, &quan_payment_part_type,
  &quan_redemption_type, &quan_redemption_item_type,
};

/* Gives a field of a record a value that differs with choice, 1 or 2. */
static void
fill_field (const QuanField *field, gpointer record, int choice)
{
  QuanDate date = quan_date_from_ymd (2024, 2, 27 + choice);
  gpointer *pointer = QUAN_FIELD_MEMBER (field, record, gpointer);
  int *number = QUAN_FIELD_MEMBER (field, record, int);

  switch (field->kind) {
  case QUAN_FIELD_TEXT:
  case QUAN_FIELD_USCC:
  case QUAN_FIELD_DECIMAL:
    *pointer = g_strdup_printf ("%d", choice);
    break;
  case QUAN_FIELD_DATE:
    *QUAN_FIELD_MEMBER (field, record, QuanDate) = date;
    break;
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    *QUAN_FIELD_MEMBER (field, record, QuanFen) = choice;
    break;
  case QUAN_FIELD_FLAG:
  case QUAN_FIELD_NUMBER:
  case QUAN_FIELD_TERM:
    *number = choice;
    break;
  case QUAN_FIELD_DATES:
    *pointer = g_array_new (FALSE, FALSE, sizeof (QuanDate));
    g_array_append_val ((GArray *) *pointer, date);
    break;
  case QUAN_FIELD_TEXTS:
    *pointer = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (*pointer, g_strdup_printf ("%d", choice));
    break;
  case QUAN_FIELD_LIST:
    *pointer = quan_record_list_new (field->record);
    g_ptr_array_add (*pointer, quan_record_new (field->record));
    fill_field (&field->record->fields[0], g_ptr_array_index ((GPtrArray *) *pointer, 0), choice);
    break;
  case QUAN_FIELD_PART:
    *pointer = quan_record_new (field->record);
    fill_field (&field->record->fields[0], *pointer, choice);
    break;
  }
}

static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_test_message ("%s", types[i]->name);
    g_assert_nonnull (types[i]->destroy);
    for (const QuanField *field = types[i]->fields; field->key != NULL; field++) {
      g_assert_true (quan_record_field (types[i], field->key) == field);
      g_assert_cmpint (field->terms != NULL, ==, field->kind == QUAN_FIELD_TERM);
      g_assert_cmpint (field->record != NULL, ==, field->kind == QUAN_FIELD_LIST || field->kind == QUAN_FIELD_PART);
    }
    g_assert_null (quan_record_field (types[i], "no such key"));
  }
}

/* For each field alone: absent at first, then set, copied with the record, and telling two records apart. */
static void
test_copies (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (const QuanField *field = types[i]->fields; field->key != NULL; field++) {
      gpointer empty = quan_record_new (types[i]), one = quan_record_new (types[i]), two = quan_record_new (types[i]);
      gpointer copy;

      g_test_message ("%s.%s", types[i]->name, field->key);
      g_assert_true (quan_field_absent (field, one));
      fill_field (field, one, 1);
      fill_field (field, two, 2);
      g_assert_false (quan_field_absent (field, one));
      copy = quan_record_copy (types[i], one);
      g_assert_true (quan_record_equal (types[i], one, copy));
      g_assert_false (quan_record_equal (types[i], one, two));
      g_assert_false (quan_record_equal (types[i], one, empty));
      g_assert_false (quan_record_equal (types[i], empty, two));
      types[i]->destroy (empty);
      types[i]->destroy (one);
      types[i]->destroy (two);
      g_assert_false (quan_field_absent (field, copy));
      types[i]->destroy (copy);
    }
}

/* An empty list is known to be empty; an absent one is unknown. */
static void
test_empty_lists (void)
{
  QuanContract *unknown = quan_record_new (&quan_contract_type);
  QuanContract *none = quan_record_new (&quan_contract_type);
  const QuanField *field = quan_record_field (&quan_contract_type, "other_subsidies");

  none->other_subsidies = quan_record_list_new (&quan_subsidy_type);
  g_assert_true (quan_field_absent (field, unknown));
  g_assert_false (quan_field_absent (field, none));
  g_assert_false (quan_record_equal (&quan_contract_type, unknown, none));
  quan_record_free (&quan_contract_type, unknown);
  quan_record_free (&quan_contract_type, none);
}

/* An invoice line keeps the members it has no fields for absent. */
static void
test_invoice_line (void)
{
  QuanLine *line = quan_record_new (&quan_invoice_line_type);

  for (const QuanField *field = quan_line_type.fields; field->key != NULL; field++)
    g_assert_true (quan_field_absent (field, line));
  quan_record_free (&quan_invoice_line_type, line);
}

/* The C enumerations beside the records follow the order of the words. */
static const struct {
  const QuanVocabulary *vocabulary;
  int value;
  const char *id;
  const char *chinese;
} words[] = {
  { &quan_entity_types, QUAN_ENTITY_COMPANY, "company", "企业法人（公司）" },
  { &quan_entity_types, QUAN_ENTITY_SOLE_PROPRIETOR, "sole-proprietor", "个体工商户" },
  { &quan_entity_types, QUAN_ENTITY_OTHER, "other", "其他组织" },
  { &quan_ai_directions, QUAN_AI_NO, "no", "不符合" },
  { &quan_line_kinds, QUAN_LINE_COMPUTE, "compute", "智能算力" },
  { &quan_line_kinds, QUAN_LINE_BUNDLED, "bundled", "打包计价（未拆分）" },
  { &quan_purposes, QUAN_PURPOSE_OTHER, "other", "其他用途" },
  { &quan_subsidy_levels, QUAN_LEVEL_NATIONAL, "national", "国家级" },
  { &quan_subsidy_scopes, QUAN_SCOPE_OTHER_CONTRACT, "other-contract", "其他合同" },
  { &quan_claim_states, QUAN_CLAIM_APPROVED, "approved", "已核准" },
  { &quan_claim_states, QUAN_CLAIM_WITHDRAWN, "withdrawn", "已撤回" },
  { &quan_redemption_states, QUAN_REDEMPTION_PAID, "paid", "已拨付" },
  { &quan_redemption_states, QUAN_REDEMPTION_WITHDRAWN, "withdrawn", "已撤回" },
  { &quan_ledgers, QUAN_LEDGER_REDEMPTIONS, "redemptions", "兑付" },
  { &quan_fields_of_use, 11, "public-convenience", "便民服务" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    const QuanTerm *term = quan_vocabulary_term (words[i].vocabulary, words[i].value);

    g_assert_nonnull (term);
    g_assert_cmpstr (quan_vocabulary_id (words[i].vocabulary, words[i].value), ==, words[i].id);
    g_assert_cmpstr (quan_term_name (term, QUAN_LANGUAGE_ZH), ==, words[i].chinese);
    g_assert_cmpint (quan_vocabulary_value (words[i].vocabulary, words[i].id), ==, words[i].value);
    g_assert_cmpint (quan_vocabulary_value (words[i].vocabulary, term->english), ==, 0);
  }
  g_assert_null (quan_vocabulary_id (&quan_ledgers, 0));
  g_assert_null (quan_vocabulary_term (&quan_ledgers, 3));
  g_assert_null (quan_vocabulary_term (&quan_ledgers, -1));
  g_assert_cmpint (quan_vocabulary_value (&quan_ledgers, NULL), ==, 0);
}

static const struct {
  const char *label;
  int year;  /* 0: not a label */
} labels[] = {
  { "2024Q1", 2024 }, { "2024Q4", 2024 }, { "2025H1", 2025 }, { "2025H2", 2025 },
  { "2024Q0", 0 }, { "2024Q5", 0 }, { "2024H3", 0 }, { "2024q1", 0 }, { "2024-1", 0 }, { "202Q41", 0 },
  { "2024Q", 0 }, { "2024Q12", 0 }, { "", 0 }, { "Q12024", 0 }, { "20245Q", 0 }, { "２024Q1", 0 },
};

static void
test_round_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
    g_test_message ("“%s”", labels[i].label);
    g_assert_cmpint (quan_round_label_valid (labels[i].label), ==, labels[i].year != 0);
    if (labels[i].year != 0)
      g_assert_cmpint (quan_round_label_year (labels[i].label), ==, labels[i].year);
  }
}

/* The place a judgement names; the sentences are checked with the workspace files. */
static void
test_places (void)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);
  QuanLine *line = quan_record_new (&quan_line_type);
  static const char *const places[] = { "number", "enterprise", "lines[0].kind", "lines[0].ends", NULL };

  contract->lines = quan_record_list_new (&quan_line_type);
  g_ptr_array_add (contract->lines, line);
  line->starts = quan_date_from_ymd (2024, 3, 2);
  line->ends = quan_date_from_ymd (2024, 3, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *place = NULL;
    g_autofree char *sentence = quan_record_judge (&quan_contract_type, contract, &place);

    g_assert_cmpstr (place, ==, places[i]);
    g_assert_cmpint (sentence != NULL, ==, places[i] != NULL);
    /* Mend what was named, to come to the next. */
    if (i == 0)
      contract->number = g_strdup ("HT-001");
    else if (i == 1)
      contract->enterprise = g_strdup ("91110108MA01ABC25F");
    else if (i == 2)
      line->kind = QUAN_LINE_COMPUTE;
    else if (i == 3)
      line->ends = line->starts;
  }
  quan_record_free (&quan_contract_type, contract);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/fields", test_fields);
  g_test_add_func ("/record/copies", test_copies);
  g_test_add_func ("/record/empty-lists", test_empty_lists);
  g_test_add_func ("/record/invoice-line", test_invoice_line);
  g_test_add_func ("/record/words", test_words);
  g_test_add_func ("/record/round-labels", test_round_labels);
  g_test_add_func ("/record/places", test_places);
  return g_test_run ();
}
