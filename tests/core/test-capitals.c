/* Amounts in capitals. */
#include "core/base/capitals.h"

#include "tests/core/cases.h"

enum { AMOUNT, CANONICAL, ACCEPTED, COLUMNS };

static void
test_cases (void)
{
  g_autoptr (GPtrArray) rows = cases_read ("capitals.csv", COLUMNS);

  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    g_autofree char *words = NULL;
    QuanFen fen;

    g_assert_true (quan_money_parse_canonical (row[AMOUNT], &fen));
    words = quan_capitals (fen);
    g_assert_cmpstr (words, ==, row[CANONICAL]);
  }
}

/* Large amounts, gaps of zeros across groups, and the limits of an amount. */
static const struct {
  QuanFen fen;
  const char *words;
} more[] = {
  { 1, "人民币壹分" },
  { 100, "人民币壹元整" },
  { 110000, "人民币壹仟壹佰元整" },
  { 100100, "人民币壹仟零壹元整" },
  { 1001000, "人民币壹万零壹拾元整" },
  { 1010000, "人民币壹万零壹佰元整" },
  { 1100000, "人民币壹万壹仟元整" },
  { 10000100000, "人民币壹亿零壹仟元整" },
  { 100100000000, "人民币壹拾亿零壹佰万元整" },
  { 100000000000000, "人民币壹万亿元整" },
  { 100000000000100, "人民币壹万亿零壹元整" },
  { 100010000000005, "人民币壹万零壹亿元零伍分" },
  { 120000000000050, "人民币壹万贰仟亿元零伍角" },
  { -5, "（负数）伍分" },
  { QUAN_FEN_MAX, "人民币玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" },
  { -QUAN_FEN_MAX, "（负数）玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" },
};

static void
test_more (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (more); i++) {
    g_autofree char *words = quan_capitals (more[i].fen);

    g_assert_cmpstr (words, ==, more[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capitals/cases", test_cases);
  g_test_add_func ("/capitals/more", test_more);
  return g_test_run ();
}
