/* Sectors of GB/T 4754-2017. */
#include "core/model/industry.h"

#include <string.h>

#define CODE_DIGITS_MAX 4 /* a class (小类) has four */
#define DIVISION_DIGITS 2

const QuanIndustry quan_industries[] = {
  { "A", "Agriculture, forestry, animal husbandry and fishery", "农、林、牧、渔业" },
  { "A01", "Agriculture", "农业" },
  { "A02", "Forestry", "林业" },
  { "A03", "Animal husbandry", "畜牧业" },
  { "A04", "Fishery", "渔业" },
  { "A05", "Professional and support activities for agriculture, forestry, animal husbandry and fishery",
    "农、林、牧、渔专业及辅助性活动" },
  { "B", "Mining", "采矿业" },
  { "B06", "Mining and washing of coal", "煤炭开采和洗选业" },
  { "B07", "Extraction of petroleum and natural gas", "石油和天然气开采业" },
  { "B08", "Mining and processing of ferrous metal ores", "黑色金属矿采选业" },
  { "B09", "Mining and processing of non-ferrous metal ores", "有色金属矿采选业" },
  { "B10", "Mining and processing of non-metal ores", "非金属矿采选业" },
  { "B11", "Professional and support activities for mining", "开采专业及辅助性活动" },
  { "B12", "Other mining", "其他采矿业" },
  { "C", "Manufacturing", "制造业" },
  { "C13", "Processing of food from agricultural products", "农副食品加工业" },
  { "C14", "Manufacture of foods", "食品制造业" },
  { "C15", "Manufacture of liquor, beverages and refined tea", "酒、饮料和精制茶制造业" },
  { "C16", "Manufacture of tobacco products", "烟草制品业" },
  { "C17", "Manufacture of textiles", "纺织业" },
  { "C18", "Manufacture of textile garments and apparel", "纺织服装、服饰业" },
  { "C19", "Manufacture of leather, fur, feather and related products and footwear",
    "皮革、毛皮、羽毛及其制品和制鞋业" },
  { "C20", "Processing of timber, manufacture of wood, bamboo, rattan, palm and straw products",
    "木材加工和木、竹、藤、棕、草制品业" },
  { "C21", "Manufacture of furniture", "家具制造业" },
  { "C22", "Manufacture of paper and paper products", "造纸和纸制品业" },
  { "C23", "Printing and reproduction of recorded media", "印刷和记录媒介复制业" },
  { "C24", "Manufacture of articles for culture, education, arts and crafts, sport and entertainment",
    "文教、工美、体育和娱乐用品制造业" },
  { "C25", "Processing of petroleum, coal and other fuels", "石油、煤炭及其他燃料加工业" },
  { "C26", "Manufacture of raw chemical materials and chemical products", "化学原料和化学制品制造业" },
  { "C27", "Manufacture of medicines", "医药制造业" },
  { "C28", "Manufacture of chemical fibres", "化学纤维制造业" },
  { "C29", "Manufacture of rubber and plastics products", "橡胶和塑料制品业" },
  { "C30", "Manufacture of non-metallic mineral products", "非金属矿物制品业" },
  { "C31", "Smelting and pressing of ferrous metals", "黑色金属冶炼和压延加工业" },
  { "C32", "Smelting and pressing of non-ferrous metals", "有色金属冶炼和压延加工业" },
  { "C33", "Manufacture of metal products", "金属制品业" },
  { "C34", "Manufacture of general purpose machinery", "通用设备制造业" },
  { "C35", "Manufacture of special purpose machinery", "专用设备制造业" },
  { "C36", "Manufacture of automobiles", "汽车制造业" },
  { "C37", "Manufacture of railway, ship, aerospace and other transport equipment",
    "铁路、船舶、航空航天和其他运输设备制造业" },
  { "C38", "Manufacture of electrical machinery and apparatus", "电气机械和器材制造业" },
  { "C39", "Manufacture of computers, communication and other electronic equipment",
    "计算机、通信和其他电子设备制造业" },
  { "C40", "Manufacture of measuring instruments", "仪器仪表制造业" },
  { "C41", "Other manufacturing", "其他制造业" },
  { "C42", "Comprehensive use of waste resources", "废弃资源综合利用业" },
  { "C43", "Repair of metal products, machinery and equipment", "金属制品、机械和设备修理业" },
  { "D", "Production and supply of electricity, heat, gas and water", "电力、热力、燃气及水生产和供应业" },
  { "D44", "Production and supply of electricity and heat", "电力、热力生产和供应业" },
  { "D45", "Production and supply of gas", "燃气生产和供应业" },
  { "D46", "Production and supply of water", "水的生产和供应业" },
  { "E", "Construction", "建筑业" },
  { "E47", "Construction of buildings", "房屋建筑业" },
  { "E48", "Civil engineering", "土木工程建筑业" },
  { "E49", "Building installation", "建筑安装业" },
  { "E50", "Building decoration, fitting-out and other construction", "建筑装饰、装修和其他建筑业" },
  { "F", "Wholesale and retail trade", "批发和零售业" },
  { "F51", "Wholesale trade", "批发业" },
  { "F52", "Retail trade", "零售业" },
  { "G", "Transport, storage and post", "交通运输、仓储和邮政业" },
  { "G53", "Railway transport", "铁路运输业" },
  { "G54", "Road transport", "道路运输业" },
  { "G55", "Water transport", "水上运输业" },
  { "G56", "Air transport", "航空运输业" },
  { "G57", "Pipeline transport", "管道运输业" },
  { "G58", "Multimodal transport and transport agencies", "多式联运和运输代理业" },
  { "G59", "Cargo handling and storage", "装卸搬运和仓储业" },
  { "G60", "Post", "邮政业" },
  { "H", "Accommodation and catering", "住宿和餐饮业" },
  { "H61", "Accommodation", "住宿业" },
  { "H62", "Catering", "餐饮业" },
  { "I", "Information transmission, software and information technology services", "信息传输、软件和信息技术服务业" },
  { "I63", "Telecommunication, broadcasting and satellite transmission services", "电信、广播电视和卫星传输服务" },
  { "I64", "Internet and related services", "互联网和相关服务" },
  { "I65", "Software and information technology services", "软件和信息技术服务业" },
  { "J", "Finance", "金融业" },
  { "J66", "Monetary and financial services", "货币金融服务" },
  { "J67", "Capital market services", "资本市场服务" },
  { "J68", "Insurance", "保险业" },
  { "J69", "Other finance", "其他金融业" },
  { "K", "Real estate", "房地产业" },
  { "K70", "Real estate", "房地产业" },
  { "L", "Leasing and business services", "租赁和商务服务业" },
  { "L71", "Leasing", "租赁业" },
  { "L72", "Business services", "商务服务业" },
  { "M", "Scientific research and technical services", "科学研究和技术服务业" },
  { "M73", "Research and experimental development", "研究和试验发展" },
  { "M74", "Professional and technical services", "专业技术服务业" },
  { "M75", "Promotion and application of science and technology", "科技推广和应用服务业" },
  { "N", "Management of water conservancy, environment and public facilities", "水利、环境和公共设施管理业" },
  { "N76", "Management of water conservancy", "水利管理业" },
  { "N77", "Ecological protection and environmental governance", "生态保护和环境治理业" },
  { "N78", "Management of public facilities", "公共设施管理业" },
  { "N79", "Land management", "土地管理业" },
  { "O", "Services to households, repair and other services", "居民服务、修理和其他服务业" },
  { "O80", "Services to households", "居民服务业" },
  { "O81", "Repair of motor vehicles, electronics and household goods", "机动车、电子产品和日用产品修理业" },
  { "O82", "Other services", "其他服务业" },
  { "P", "Education", "教育" },
  { "P83", "Education", "教育" },
  { "Q", "Health and social work", "卫生和社会工作" },
  { "Q84", "Health", "卫生" },
  { "Q85", "Social work", "社会工作" },
  { "R", "Culture, sport and entertainment", "文化、体育和娱乐业" },
  { "R86", "News and publishing", "新闻和出版业" },
  { "R87", "Radio, television, film and sound recording", "广播、电视、电影和录音制作业" },
  { "R88", "Culture and arts", "文化艺术业" },
  { "R89", "Sport", "体育" },
  { "R90", "Entertainment", "娱乐业" },
  { "S", "Public administration, social security and social organisations", "公共管理、社会保障和社会组织" },
  { "S91", "Organs of the Communist Party of China", "中国共产党机关" },
  { "S92", "State institutions", "国家机构" },
  { "S93", "People's political consultative conference and democratic parties", "人民政协、民主党派" },
  { "S94", "Social security", "社会保障" },
  { "S95", "Mass, social and other membership organisations", "群众团体、社会团体和其他成员组织" },
  { "S96", "Grassroots self-governing and other organisations", "基层群众自治组织及其他组织" },
  { "T", "International organisations", "国际组织" },
  { "T97", "International organisations", "国际组织" },
  { NULL, NULL, NULL },
};

/* How well an entry answers, better first. */
typedef enum {
  FIT_CODE,
  FIT_CODE_BEGINS,
  FIT_NAME_BEGINS,
  FIT_NAME_HOLDS,
  FIT_OTHER_NAME_BEGINS,
  FIT_OTHER_NAME_HOLDS,
  FIT_NONE,
} Fit;

/* A typed text, made comparable. */
typedef struct {
  char *text; /* half-width, upper case, trimmed */
  gboolean is_code;
  char letter;                        /* of a code, '\0' if it names none */
  char division[DIVISION_DIGITS + 1]; /* the digits of a code as far as a division has them */
  char **words;                       /* case-folded */
} Query;

static char *
normalised (const char *text)
{
  g_autofree char *halfwidth = quan_text_halfwidth (text);

  return g_utf8_strup (g_strstrip (halfwidth), -1);
}

/* A letter, digits, or both; of the digits, division keeps the first two. */
static gboolean
read_code (const char *text, char *letter, char division[DIVISION_DIGITS + 1])
{
  const char *digits = text;
  gsize n;

  *letter = *text >= 'A' && *text <= 'T' ? *digits++ : '\0';
  n = strspn (digits, "0123456789");
  g_strlcpy (division, digits, DIVISION_DIGITS + 1);
  return digits[n] == '\0' && n <= CODE_DIGITS_MAX && *text != '\0';
}

static void
query_init (Query *query, const char *text)
{
  query->text = normalised (text);
  query->is_code = read_code (query->text, &query->letter, query->division);
  query->words = g_str_tokenize_and_fold (query->text, NULL, NULL);
}

static void
query_clear (Query *query)
{
  g_free (query->text);
  g_strfreev (query->words);
}

static Fit
fit_of_code (const QuanIndustry *industry, const Query *query)
{
  const char *digits = industry->code + 1;

  if (!query->is_code || (query->letter != '\0' && query->letter != industry->code[0]))
    return FIT_NONE;
  if (query->letter == '\0' && *digits == '\0')
    return FIT_NONE;
  if (strcmp (digits, query->division) == 0)
    return FIT_CODE;
  return g_str_has_prefix (digits, query->division) ? FIT_CODE_BEGINS : FIT_NONE;
}

static Fit
fit_of_chinese (const QuanIndustry *industry, const Query *query)
{
  const char *found = strstr (industry->chinese, query->text);

  if (found == NULL)
    return FIT_NONE;
  return found == industry->chinese ? FIT_NAME_BEGINS : FIT_NAME_HOLDS;
}

static gboolean
some_word_begins (char **words, const char *beginning)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, beginning))
      return TRUE;
  return FALSE;
}

static Fit
fit_of_english (const QuanIndustry *industry, const Query *query)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (industry->english, NULL, NULL);

  if (query->words[0] == NULL)
    return FIT_NONE;
  for (char **word = query->words; *word != NULL; word++)
    if (!some_word_begins (words, *word))
      return FIT_NONE;
  return g_str_has_prefix (words[0], query->words[0]) ? FIT_NAME_BEGINS : FIT_NAME_HOLDS;
}

static Fit
in_other_language (Fit fit)
{
  return fit == FIT_NONE ? FIT_NONE : fit + (FIT_OTHER_NAME_BEGINS - FIT_NAME_BEGINS);
}

static Fit
fit_of (const QuanIndustry *industry, const Query *query, QuanLanguage language)
{
  Fit code = fit_of_code (industry, query);
  Fit chinese = fit_of_chinese (industry, query);
  Fit english = fit_of_english (industry, query);

  if (language == QUAN_LANGUAGE_ZH)
    english = in_other_language (english);
  else
    chinese = in_other_language (chinese);
  return MIN (code, MIN (chinese, english));
}

GPtrArray *
quan_industry_search (const char *text, QuanLanguage language)
{
  GPtrArray *found = g_ptr_array_new ();
  Query query;

  query_init (&query, text);
  if (*query.text != '\0')
    for (Fit fit = FIT_CODE; fit < FIT_NONE; fit++)
      for (const QuanIndustry *industry = quan_industries; industry->code != NULL; industry++)
        if (fit_of (industry, &query, language) == fit)
          g_ptr_array_add (found, (gpointer) industry);
  query_clear (&query);
  return found;
}

const QuanIndustry *
quan_industry_of_code (const char *code)
{
  g_autofree char *text = normalised (code);
  char letter, division[DIVISION_DIGITS + 1];

  if (!read_code (text, &letter, division))
    return NULL;
  for (const QuanIndustry *industry = quan_industries; industry->code != NULL; industry++)
    if (strcmp (industry->code + 1, division) == 0 && (letter == '\0' || letter == industry->code[0]))
      return industry;
  return NULL;
}

const char *
quan_industry_name (const QuanIndustry *industry, QuanLanguage language)
{
  return language == QUAN_LANGUAGE_ZH ? industry->chinese : industry->english;
}

char *
quan_industry_label (const QuanIndustry *industry, QuanLanguage language)
{
  return g_strdup_printf ("%s %s", industry->code, quan_industry_name (industry, language));
}
