/* Places of registration, and credit codes in words. */
#include "core/model/regions.h"

#include <string.h>

#include "core/base/uscc.h"

#define REGION_LENGTH 6
#define PROVINCE_LENGTH 2

/* The characters of a code that say one thing, and its name. */
typedef struct {
  const char *code;
  const char *english;
  const char *chinese;
} Name;

static const Name provinces[] = {
  { "10", "national registration authority", "国家级登记机关" },
  { "11", "Beijing", "北京市" },
  { "12", "Tianjin", "天津市" },
  { "13", "Hebei", "河北省" },
  { "14", "Shanxi", "山西省" },
  { "15", "Inner Mongolia", "内蒙古自治区" },
  { "21", "Liaoning", "辽宁省" },
  { "22", "Jilin", "吉林省" },
  { "23", "Heilongjiang", "黑龙江省" },
  { "31", "Shanghai", "上海市" },
  { "32", "Jiangsu", "江苏省" },
  { "33", "Zhejiang", "浙江省" },
  { "34", "Anhui", "安徽省" },
  { "35", "Fujian", "福建省" },
  { "36", "Jiangxi", "江西省" },
  { "37", "Shandong", "山东省" },
  { "41", "Henan", "河南省" },
  { "42", "Hubei", "湖北省" },
  { "43", "Hunan", "湖南省" },
  { "44", "Guangdong", "广东省" },
  { "45", "Guangxi", "广西壮族自治区" },
  { "46", "Hainan", "海南省" },
  { "50", "Chongqing", "重庆市" },
  { "51", "Sichuan", "四川省" },
  { "52", "Guizhou", "贵州省" },
  { "53", "Yunnan", "云南省" },
  { "54", "Tibet", "西藏自治区" },
  { "61", "Shaanxi", "陕西省" },
  { "62", "Gansu", "甘肃省" },
  { "63", "Qinghai", "青海省" },
  { "64", "Ningxia", "宁夏回族自治区" },
  { "65", "Xinjiang", "新疆维吾尔自治区" },
  { "71", "Taiwan", "台湾省" },
  { "81", "Hong Kong", "香港特别行政区" },
  { "82", "Macao", "澳门特别行政区" },
};

/* Beijing's, with those that credit codes still carry: the development area registers under a code of its own, and
 * Miyun and Yanqing had the codes of counties when the first credit codes were given out. */
static const Name districts[] = {
  { "110101", "Dongcheng District, Beijing", "北京市东城区" },
  { "110102", "Xicheng District, Beijing", "北京市西城区" },
  { "110105", "Chaoyang District, Beijing", "北京市朝阳区" },
  { "110106", "Fengtai District, Beijing", "北京市丰台区" },
  { "110107", "Shijingshan District, Beijing", "北京市石景山区" },
  { "110108", "Haidian District, Beijing", "北京市海淀区" },
  { "110109", "Mentougou District, Beijing", "北京市门头沟区" },
  { "110111", "Fangshan District, Beijing", "北京市房山区" },
  { "110112", "Tongzhou District, Beijing", "北京市通州区" },
  { "110113", "Shunyi District, Beijing", "北京市顺义区" },
  { "110114", "Changping District, Beijing", "北京市昌平区" },
  { "110115", "Daxing District, Beijing", "北京市大兴区" },
  { "110116", "Huairou District, Beijing", "北京市怀柔区" },
  { "110117", "Pinggu District, Beijing", "北京市平谷区" },
  { "110118", "Miyun District, Beijing", "北京市密云区" },
  { "110119", "Yanqing District, Beijing", "北京市延庆区" },
  { "110228", "Miyun District, Beijing", "北京市密云区" },
  { "110229", "Yanqing District, Beijing", "北京市延庆区" },
  { "110302", "Economic-Technological Development Area, Beijing", "北京经济技术开发区" },
};

/* Digit 1. */
static const Name authorities[] = {
  { "1", "registered with the staffing authority", "机构编制部门登记的" },
  { "2", "registered with the foreign affairs authority", "外交部门登记的" },
  { "3", "registered with the judicial administration", "司法行政部门登记的" },
  { "4", "registered with the culture authority", "文化部门登记的" },
  { "5", "registered with the civil affairs authority", "民政部门登记的" },
  { "6", "registered with the tourism authority", "旅游部门登记的" },
  { "7", "registered with the religious affairs authority", "宗教部门登记的" },
  { "8", "registered with the trade union", "工会登记的" },
  { "9", "registered with market regulation", "市场监管部门登记的" },
  { "A", "registered with the military staffing authority", "军队编制部门登记的" },
  { "N", "registered with the agriculture authority", "农业部门登记的" },
  { "Y", "registered with another authority", "其他部门登记的" },
};

/* Digits 1 and 2; 9 as digit 2 is the rest everywhere. */
static const Name kinds[] = {
  { "11", "State organ", "机关" },
  { "12", "Public institution", "事业单位" },
  { "13", "Mass organisation", "群众团体" },
  { "21", "Resident foreign news organisation", "外国常住新闻机构" },
  { "31", "Law firm", "律师执业机构" },
  { "32", "Notary office", "公证处" },
  { "33", "Grassroots legal service", "基层法律服务所" },
  { "34", "Forensic institution", "司法鉴定机构" },
  { "35", "Arbitration commission", "仲裁委员会" },
  { "41", "Foreign cultural centre", "外国在华文化中心" },
  { "51", "Social organisation", "社会团体" },
  { "52", "Private non-enterprise unit", "民办非企业单位" },
  { "53", "Foundation", "基金会" },
  { "61", "Resident office of a foreign tourism authority", "外国旅游部门常驻代表机构" },
  { "62", "Resident office of a tourism authority of Hong Kong, Macao or Taiwan", "港澳台地区旅游部门常驻代表机构" },
  { "71", "Place of religious activity", "宗教活动场所" },
  { "72", "Religious school", "宗教院校" },
  { "81", "Grassroots trade union", "基层工会" },
  { "91", "Enterprise", "企业" },
  { "92", "Individual business", "个体工商户" },
  { "93", "Farmers' cooperative", "农民专业合作社" },
  { "A1", "Military institution", "军队事业单位" },
  { "N1", "Collective economic organisation of a village group", "组级集体经济组织" },
  { "N2", "Collective economic organisation of a village", "村级集体经济组织" },
  { "N3", "Collective economic organisation of a township", "乡镇级集体经济组织" },
  { "Y1", "Organisation", "机构" },
};

static const Name other_kind = { "9", "Other organisation", "其他机构" };

/* The name in a list whose code is the first length characters of text. */
static const Name *
find (const Name *names, gsize n, const char *text, gsize length)
{
  for (gsize i = 0; i < n; i++)
    if (strncmp (names[i].code, text, length) == 0)
      return &names[i];
  return NULL;
}

static const char *
in_language (const Name *name, QuanLanguage language)
{
  return language == QUAN_LANGUAGE_ZH ? name->chinese : name->english;
}

char *
quan_region_name (const char *code, QuanLanguage language)
{
  const Name *place;

  if (strlen (code) != REGION_LENGTH || strspn (code, "0123456789") != REGION_LENGTH)
    return NULL;
  place = find (districts, G_N_ELEMENTS (districts), code, REGION_LENGTH);
  if (place == NULL)
    place = find (provinces, G_N_ELEMENTS (provinces), code, PROVINCE_LENGTH);
  return place != NULL ? g_strdup (in_language (place, language)) : NULL;
}

/* "市场监管部门登记的企业", "Enterprise registered with market regulation"; NULL for digits that are not given out. */
static char *
holder_words (const char *code, QuanLanguage language)
{
  const Name *authority = find (authorities, G_N_ELEMENTS (authorities), code, 1);
  const Name *kind = code[1] == *other_kind.code ? &other_kind : find (kinds, G_N_ELEMENTS (kinds), code, 2);

  if (authority == NULL || kind == NULL)
    return NULL;
  if (language == QUAN_LANGUAGE_ZH)
    return g_strconcat (authority->chinese, kind->chinese, NULL);
  return g_strdup_printf ("%s %s", kind->english, authority->english);
}

char *
quan_uscc_words (const char *code, QuanLanguage language)
{
  char normal[QUAN_USCC_LENGTH + 1];
  QuanUsccParts parts;
  g_autofree char *holder = NULL, *region = NULL;

  quan_uscc_normalise (code, normal);
  if (!quan_uscc_decode (normal, &parts))
    return NULL;
  holder = holder_words (normal, language);
  region = quan_region_name (parts.region, language);
  if (holder == NULL || region == NULL)
    return g_steal_pointer (&holder);
  return g_strdup_printf ("%s · %s", holder, region);
}
