/* Sectors of GB/T 4754-2017: the list is whole, and what is typed finds its entry. */
#include "core/model/industry.h"

#include <string.h>

#define SECTIONS 20
#define DIVISIONS 97

/* The last division of each section, A to T. */
static const int last_divisions[SECTIONS] = {
  5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97,
};

static void
test_list (void)
{
  const QuanIndustry *industry = quan_industries;
  int                 division = 0;

  for (int section = 0; section < SECTIONS; section++) {
    g_autofree char *letter = g_strdup_printf ("%c", 'A' + section);

    g_assert_cmpstr (industry->code, ==, letter);
    for (industry++; division < last_divisions[section]; industry++) {
      g_autofree char *code = g_strdup_printf ("%c%02d", 'A' + section, ++division);

      g_assert_cmpstr (industry->code, ==, code);
      g_assert_true (g_utf8_strlen (industry->chinese, -1) >= 2);
      g_assert_true (g_str_is_ascii (industry->english) && *industry->english != '\0');
    }
  }
  g_assert_cmpint (division, ==, DIVISIONS);
  g_assert_null (industry->code);
}

static const struct {
  const char  *typed;
  QuanLanguage language;
  const char  *codes; /* all that is found, in this order; "…" where more may follow */
} searches[] = {
  { "I65", QUAN_LANGUAGE_ZH, "I65" },
  { " i65 ", QUAN_LANGUAGE_ZH, "I65" },
  { "Ｉ６５", QUAN_LANGUAGE_ZH, "I65" },
  { "65", QUAN_LANGUAGE_EN, "I65" },
  { "6513", QUAN_LANGUAGE_EN, "I65" },
  { "I6", QUAN_LANGUAGE_ZH, "I63 I64 I65" },
  { "6", QUAN_LANGUAGE_ZH, "G60 H61 H62 I63 I64 I65 J66 J67 J68 J69" },
  { "I", QUAN_LANGUAGE_ZH, "I I63 I64 I65 …" },
  { "J65", QUAN_LANGUAGE_ZH, "" },
  { "98", QUAN_LANGUAGE_ZH, "" },
  { "65134", QUAN_LANGUAGE_ZH, "" },
  { "软件", QUAN_LANGUAGE_ZH, "I65 I" },
  { "软件", QUAN_LANGUAGE_EN, "I65 I" },
  { "软", QUAN_LANGUAGE_ZH, "I65 I" },
  { "科", QUAN_LANGUAGE_ZH, "M M75" },
  { "software", QUAN_LANGUAGE_EN, "I65 I" },
  { "Tech Soft", QUAN_LANGUAGE_ZH, "I I65" },
  { "oftware", QUAN_LANGUAGE_EN, "" },
  { "中国共产党", QUAN_LANGUAGE_EN, "S91" },
  { "", QUAN_LANGUAGE_ZH, "" },
  { "　", QUAN_LANGUAGE_ZH, "" },
};

static char *
codes_of (GPtrArray *found)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", ((QuanIndustry *) g_ptr_array_index (found, i))->code);
  return g_string_free (codes, FALSE);
}

static void
test_search (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++) {
    g_autoptr (GPtrArray) found = quan_industry_search (searches[i].typed, searches[i].language);
    g_autofree char      *codes = codes_of (found);
    g_autofree char      *expected = g_strdup (searches[i].codes);
    char                 *more = strstr (expected, "…");

    g_test_message ("“%s”", searches[i].typed);
    if (more != NULL) {
      *more = '\0';
      g_assert_true (g_str_has_prefix (codes, expected));
    } else {
      g_assert_cmpstr (codes, ==, expected);
    }
  }
}

static const struct {
  const char *written, *code; /* NULL: none */
} written_codes[] = {
  { "I6513", "I65" }, { "6513", "I65" }, { "i65", "I65" }, { "65", "I65" }, { "651", "I65" }, { "Ｉ６５", "I65" },
  { "I", "I" }, { "a", "A" }, { "0111", "A01" }, { "9700", "T97" }, { "6", NULL }, { "00", NULL }, { "98", NULL },
  { "J65", NULL }, { "65130", NULL }, { "U", NULL }, { "65x", NULL }, { "软件", NULL }, { "", NULL },
};

static void
test_of_code (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written_codes); i++) {
    const QuanIndustry *industry = quan_industry_of_code (written_codes[i].written);

    g_test_message ("“%s”", written_codes[i].written);
    g_assert_cmpstr (industry != NULL ? industry->code : NULL, ==, written_codes[i].code);
  }
}

static void
test_label (void)
{
  g_autofree char *chinese = quan_industry_label (quan_industry_of_code ("6513"), QUAN_LANGUAGE_ZH);
  g_autofree char *english = quan_industry_label (quan_industry_of_code ("6513"), QUAN_LANGUAGE_EN);

  g_assert_cmpstr (chinese, ==, "I65 软件和信息技术服务业");
  g_assert_cmpstr (english, ==, "I65 Software and information technology services");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/industry/list", test_list);
  g_test_add_func ("/industry/search", test_search);
  g_test_add_func ("/industry/of-code", test_of_code);
  g_test_add_func ("/industry/label", test_label);
  return g_test_run ();
}
