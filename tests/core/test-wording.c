/* The parser of wordings, and every value a packet's wording may name. */
#include "core/policy/wording.h"

#include <string.h>

#include "core/model/contract.h"
#include "core/model/enterprise.h"

/* The pieces of a wording as "kind|text", one a line. Free with g_free. */
static char *
pieces_of (const char *wording)
{
  static const char *const kinds[] = { "text", "placeholder", "unclosed" };
  GString *found = g_string_new (NULL);
  QuanPiece piece;

  while (quan_wording_next (&wording, &piece)) {
    g_assert_true (piece.kind != QUAN_PIECE_TEXT || piece.length > 0);
    g_string_append_printf (found, "%s|%.*s\n", kinds[piece.kind], (int) piece.length, piece.text);
  }
  g_assert_cmpint (*wording, ==, '\0');
  return g_string_free (found, FALSE);
}

static void
test_pieces (void)
{
  static const struct { const char *wording, *pieces; } rows[] = {
    { "", "" },
    { "甲", "text|甲\n" },
    { "{as-of}", "placeholder|as-of\n" },
    { "至{as-of}止", "text|至\nplaceholder|as-of\ntext|止\n" },
    { "{a}{b:2}", "placeholder|a\nplaceholder|b:2\n" },
    { "{}", "placeholder|\n" },
    { "}甲", "text|}甲\n" },
    { "{甲{乙}", "placeholder|甲{乙\n" },
    { "甲{乙", "text|甲\nunclosed|乙\n" },
    { "{a}{", "placeholder|a\nunclosed|\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *pieces = pieces_of (rows[i].wording);

    g_assert_cmpstr (pieces, ==, rows[i].pieces);
  }
}

/* A length ends the name, whatever stands behind it. */
static gboolean
find (const char *name, QuanPlaceholder *placeholder)
{
  g_autofree char *longer = g_strconcat (name, "}.uscc", NULL);

  return quan_placeholder (longer, strlen (name), placeholder);
}

static void
test_blanks (void)
{
  static const struct { const char *name; int ems; } rows[] = {
    { "blank", 8 }, { "blank:1", 1 }, { "blank:12", 12 }, { "blank:40", 40 },
    { "blank:0", 0 }, { "blank:41", 0 }, { "blank:", 0 }, { "blank:-1", 0 }, { "blank:+1", 0 }, { "blank: 1", 0 },
    { "blank:1 ", 0 }, { "blank:01", 0 }, { "blank:4294967297", 0 }, { "blank:1.5", 0 }, { "blank12", 0 }, { "Blank", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    QuanPlaceholder placeholder;

    g_test_message ("%s", rows[i].name);
    g_assert_cmpint (find (rows[i].name, &placeholder), ==, rows[i].ems > 0);
    if (rows[i].ems == 0)
      continue;
    g_assert_cmpint (placeholder.kind, ==, QUAN_PLACEHOLDER_BLANK);
    g_assert_cmpint (placeholder.ems, ==, rows[i].ems);
    g_assert_null (placeholder.fact.id);
  }
}

/* Every other name has a kind of its own. */
static void
test_names (void)
{
  static const struct { const char *name; QuanPlaceholderKind kind; } rows[] = {
    { "provider.name", QUAN_PLACEHOLDER_PROVIDER_NAME }, { "provider.uscc", QUAN_PLACEHOLDER_PROVIDER_USCC },
    { "contact.name", QUAN_PLACEHOLDER_CONTACT_NAME }, { "contact.phone", QUAN_PLACEHOLDER_CONTACT_PHONE },
    { "policy.title", QUAN_PLACEHOLDER_POLICY_TITLE }, { "policy.programme", QUAN_PLACEHOLDER_POLICY_PROGRAMME },
    { "policy.issuer", QUAN_PLACEHOLDER_POLICY_ISSUER }, { "policy.portal", QUAN_PLACEHOLDER_POLICY_PORTAL },
    { "as-of", QUAN_PLACEHOLDER_AS_OF }, { "as-of.year", QUAN_PLACEHOLDER_AS_OF_YEAR },
    { "award.total", QUAN_PLACEHOLDER_AWARD_TOTAL }, { "award.compute", QUAN_PLACEHOLDER_AWARD_COMPUTE },
    { "award.base", QUAN_PLACEHOLDER_AWARD_BASE }, { "award.ceiling", QUAN_PLACEHOLDER_AWARD_CEILING },
    { "award.claimable", QUAN_PLACEHOLDER_AWARD_CLAIMABLE },
    { "award.claimable-capitals", QUAN_PLACEHOLDER_AWARD_CLAIMABLE_CAPITALS },
    { "redemption.total", QUAN_PLACEHOLDER_REDEMPTION_TOTAL },
    { "redemption.total-capitals", QUAN_PLACEHOLDER_REDEMPTION_TOTAL_CAPITALS },
    { "redemption.round", QUAN_PLACEHOLDER_REDEMPTION_ROUND },
  };
  static const char *const unknown[] = {
    "", "as", "as-of.month", "award", "award.forfeited", "policy", "contact.email", "provider", "redemption", "redemption.voucher"
  };
  QuanPlaceholder placeholder;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_true (find (rows[i].name, &placeholder));
    g_assert_cmpint (placeholder.kind, ==, rows[i].kind);
  }
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (find (unknown[i], &placeholder));
}

/* In whose packets a value has a meaning. */
static void
test_stages (void)
{
  static const struct { const char *name; guint stages; } rows[] = {
    { "blank", QUAN_AT (QUAN_STAGE_CLAIM) | QUAN_AT (QUAN_STAGE_REDEMPTION) },
    { "enterprise.name", QUAN_AT (QUAN_STAGE_CLAIM) | QUAN_AT (QUAN_STAGE_REDEMPTION) },
    { "policy.issuer", QUAN_AT (QUAN_STAGE_CLAIM) | QUAN_AT (QUAN_STAGE_REDEMPTION) },
    { "contract.number", QUAN_AT (QUAN_STAGE_CLAIM) }, { "award.base", QUAN_AT (QUAN_STAGE_CLAIM) },
    { "redemption.round", QUAN_AT (QUAN_STAGE_REDEMPTION) },
  };
  QuanPlaceholder placeholder;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_true (find (rows[i].name, &placeholder));
    g_assert_cmpuint (quan_placeholder_stages (&placeholder), ==, rows[i].stages);
  }
}

/* Whether a fact is one value; of the lists only the subsidies are. */
static gboolean
is_one_value (const QuanField *field)
{
  return field->kind != QUAN_FIELD_PART &&
         (field->kind != QUAN_FIELD_LIST || g_str_equal (field->key, "other_subsidies"));
}

static void
test_facts (void)
{
  static const struct { const QuanRecordType *type; QuanSubject subject; } rows[] = {
    { &quan_enterprise_type, QUAN_SUBJECT_ENTERPRISE }, { &quan_contract_type, QUAN_SUBJECT_CONTRACT },
  };
  QuanPlaceholder placeholder;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (const QuanField *field = rows[i].type->fields; field->key; field++) {
      g_autofree char *name = g_strdup_printf ("%s.%s", rows[i].type->name, field->key);

      g_assert_cmpint (find (name, &placeholder), ==, is_one_value (field));
      if (!is_one_value (field))
        continue;
      g_assert_cmpint (placeholder.kind, ==, QUAN_PLACEHOLDER_FACT);
      g_assert_cmpstr (placeholder.fact.id, ==, name);
      g_assert_cmpint (placeholder.fact.subject, ==, rows[i].subject);
      g_assert_true (placeholder.fact.field == field);
    }
  g_assert_false (find ("enterprise.", &placeholder));
  g_assert_false (find ("contract.size", &placeholder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/pieces", test_pieces);
  g_test_add_func ("/wording/blanks", test_blanks);
  g_test_add_func ("/wording/names", test_names);
  g_test_add_func ("/wording/stages", test_stages);
  g_test_add_func ("/wording/facts", test_facts);
  return g_test_run ();
}
