/* Places of registration, and credit codes in words. */
#include "core/model/regions.h"

#define BEIJING_DISTRICTS 16 /* since 2015 */

static const struct {
  const char *code, *chinese, *english; /* NULL: no such place */
} regions[] = {
  { "110108", "北京市海淀区", "Haidian District, Beijing" },
  { "110101", "北京市东城区", "Dongcheng District, Beijing" },
  { "110229", "北京市延庆区", "Yanqing District, Beijing" },
  { "110302", "北京经济技术开发区", "Economic-Technological Development Area, Beijing" },
  { "110000", "北京市", "Beijing" },
  { "110199", "北京市", "Beijing" },
  { "310115", "上海市", "Shanghai" },
  { "440305", "广东省", "Guangdong" },
  { "000000", NULL, NULL },
  { "990101", NULL, NULL },
  { "11010", NULL, NULL },
  { "1101080", NULL, NULL },
  { "11010A", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_regions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++) {
    g_autofree char *chinese = quan_region_name (regions[i].code, QUAN_LANGUAGE_ZH);
    g_autofree char *english = quan_region_name (regions[i].code, QUAN_LANGUAGE_EN);

    g_assert_cmpstr (chinese, ==, regions[i].chinese);
    g_assert_cmpstr (english, ==, regions[i].english);
  }
}

/* How many names there are for the codes with any two digits between before and after. */
static guint
count_names (const char *before, const char *after)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 100; i++) {
    g_autofree char *code = g_strdup_printf ("%s%02d%s", before, i, after);
    char            *name = quan_region_name (code, QUAN_LANGUAGE_ZH);

    if (name != NULL)
      g_hash_table_add (names, name);
  }
  return g_hash_table_size (names);
}

static void
test_whole (void)
{
  /* 34 provinces, and the national authority. */
  g_assert_cmpuint (count_names ("", "0000"), ==, 34 + 1);
  /* The city's districts, and the city alone for all other codes. */
  g_assert_cmpuint (count_names ("1101", ""), ==, BEIJING_DISTRICTS + 1);
}

static const struct {
  const char *code, *chinese, *english;
} words[] = {
  { "91110108MA01ABC25F", "市场监管部门登记的企业 · 北京市海淀区",
    "Enterprise registered with market regulation · Haidian District, Beijing" },
  { "９１110108ma01abc25f", "市场监管部门登记的企业 · 北京市海淀区",
    "Enterprise registered with market regulation · Haidian District, Beijing" },
  { "92310115MA1ABC2D0X", "市场监管部门登记的个体工商户 · 上海市",
    "Individual business registered with market regulation · Shanghai" },
  { "12100000400000000X", "机构编制部门登记的事业单位 · 国家级登记机关",
    "Public institution registered with the staffing authority · national registration authority" },
  { "59110108MA01ABC25F", "民政部门登记的其他机构 · 北京市海淀区",
    "Other organisation registered with the civil affairs authority · Haidian District, Beijing" },
  { "91AB0108MA01ABC25F", "市场监管部门登记的企业", "Enterprise registered with market regulation" },
  { "91990108MA01ABC25F", "市场监管部门登记的企业", "Enterprise registered with market regulation" },
  { "01110108MA01ABC25F", NULL, NULL },
  { "97110108MA01ABC25F", NULL, NULL },
  { "91110108MA01ABC25", NULL, NULL },
  { "91110108MA01ABCO5F", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *chinese = quan_uscc_words (words[i].code, QUAN_LANGUAGE_ZH);
    g_autofree char *english = quan_uscc_words (words[i].code, QUAN_LANGUAGE_EN);

    g_assert_cmpstr (chinese, ==, words[i].chinese);
    g_assert_cmpstr (english, ==, words[i].english);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regions/names", test_regions);
  g_test_add_func ("/regions/whole", test_whole);
  g_test_add_func ("/regions/credit-codes", test_words);
  return g_test_run ();
}
