/* Text: widths and folding. */
#include "core/base/text.h"

#include <locale.h>

static const struct {
  const char *text;
  const char *halfwidth;
  int columns;
} texts[] = {
  { "", "", 0 },
  { "abc", "abc", 3 },
  { "算力券", "算力券", 6 },
  { "Quan 券", "Quan 券", 7 },
  { "ＡＢ！～", "AB!~", 8 },
  { "（１２３）　", "(123) ", 12 },
  { "￥1", "￥1", 3 },               /* not a full-width form of ASCII */
  { "ｱｲ", "ｱｲ", 2 },                /* half-width katakana */
  { "𠀀𪚥", "𠀀𪚥", 4 },              /* CJK extension B */
  { "e\xcc\x81", "e\xcc\x81", 1 },   /* a combining acute */
  { "か\xe3\x82\x99", "か\xe3\x82\x99", 2 }, /* a combining voiced mark */
  { "a\xe2\x80\x8b" "b", "a\xe2\x80\x8b" "b", 2 }, /* a zero-width space */
  { "a\tb\n", "a\tb\n", 2 },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *folded = quan_text_halfwidth (texts[i].text);

    g_test_message ("“%s”", texts[i].text);
    g_assert_cmpstr (folded, ==, texts[i].halfwidth);
    g_assert_cmpint (quan_text_columns (texts[i].text), ==, texts[i].columns);
  }
}

static const struct {
  const char *text;
  const char *quote;
} quotes[] = {
  { "", "\"\"" },
  { "HT-001", "\"HT-001\"" },
  { "a\nb\x7f", "\"a b \"" },
  { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "\"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十\"" },
  { "1234567890123456789012345678901234567890!", "\"1234567890123456789012345678901234567890…\"" },
};

static void
test_quotes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++) {
    g_autofree char *quote = quan_text_quote (quotes[i].text);

    g_assert_cmpstr (quote, ==, quotes[i].quote);
  }
}

static const struct {
  const char *text;
  int columns;
  gboolean right;
  const char *padded;
} pads[] = {
  { "券", 4, FALSE, "券  " },
  { "券", 4, TRUE, "  券" },
  { "券", 3, FALSE, "券 " },
  { "券", 2, FALSE, "券" },
  { "算力券", 4, TRUE, "算力券" },
  { "", 2, FALSE, "  " },
  { "e\xcc\x81", 2, FALSE, "e\xcc\x81 " },
};

static void
test_pads (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pads); i++) {
    g_autofree char *padded = quan_text_pad (pads[i].text, pads[i].columns, pads[i].right);

    g_assert_cmpstr (padded, ==, pads[i].padded);
  }
}

static const struct {
  const char *languages;
  QuanLanguage language;
} locales[] = {
  { "zh_CN", QUAN_LANGUAGE_ZH },      { "zh", QUAN_LANGUAGE_ZH },    { "zh_TW.UTF-8", QUAN_LANGUAGE_ZH },
  { "zh_CN:en", QUAN_LANGUAGE_ZH },   { "en:zh_CN", QUAN_LANGUAGE_EN }, { "de_DE.UTF-8", QUAN_LANGUAGE_EN },
  { "zhx", QUAN_LANGUAGE_EN },        { "C", QUAN_LANGUAGE_EN },
};

static void
test_locales (void)
{
  setlocale (LC_ALL, "C");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpint (quan_language_of_locale (), ==, QUAN_LANGUAGE_EN);
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++) {
    g_test_message ("LANGUAGE=%s", locales[i].languages);
    g_setenv ("LANGUAGE", locales[i].languages, TRUE);
    g_assert_cmpint (quan_language_of_locale (), ==, locales[i].language);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/texts", test_texts);
  g_test_add_func ("/text/quotes", test_quotes);
  g_test_add_func ("/text/pads", test_pads);
  g_test_add_func ("/text/locales", test_locales);
  return g_test_run ();
}
