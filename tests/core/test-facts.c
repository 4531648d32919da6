/* Industry codes of GB/T 4754 as people write them. */
#include "core/engine/evaluation.h"

static void
test_industry_division (void)
{
  static const struct { const char *code; gboolean clear; char section; int division; } rows[] = {
    { "I6513", TRUE, 'I', 65 }, { "i6513", TRUE, 'I', 65 }, { "6513", TRUE, 'I', 65 }, { "65", TRUE, 'I', 65 }, { "C131", TRUE, 'C', 13 },
    { "C43", TRUE, 'C', 43 },   { "0111", TRUE, 'A', 1 },   { "T97", TRUE, 'T', 97 }, { "I", FALSE, 0, 0 },     { "", FALSE, 0, 0 },
    { "C6513", FALSE, 0, 0 },   { "C44", FALSE, 0, 0 },     { "98", FALSE, 0, 0 },    { "00", FALSE, 0, 0 },    { "6", FALSE, 0, 0 },
    { "65130", FALSE, 0, 0 },   { "I65a", FALSE, 0, 0 },    { "65 13", FALSE, 0, 0 }, { "II65", FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    char section = 0;
    int division = 0;
    gboolean clear = quan_industry_division (rows[i].code, &section, &division);

    g_test_message ("%s", rows[i].code);
    g_assert_cmpint (clear, ==, rows[i].clear);
    if (clear) {
      g_assert_cmpint (section, ==, rows[i].section);
      g_assert_cmpint (division, ==, rows[i].division);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/industry-division", test_industry_division);
  return g_test_run ();
}
