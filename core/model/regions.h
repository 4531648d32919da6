/* Places of registration (GB/T 2260 codes) and what a credit code says of its holder. */
#pragma once
#include "core/base/text.h"

/* The place of a six-digit code: "110108" is 北京市海淀区 or Haidian District, Beijing; outside Beijing, and where the
 * district is not known, the province alone. NULL if the text is not six digits of a province. Free with g_free. */
char *quan_region_name (const char *code, QuanLanguage language);

/* What the first eight digits of a credit code say: who registered which kind of organisation (GB 32100-2015), and where:
 * "市场监管部门登记的企业 · 北京市海淀区". The code may be as typed (lower case, full width); its check digits are not
 * judged. NULL if it is not 18 legal characters, or begins with digits that the standard does not give out. Free with
 * g_free. */
char *quan_uscc_words (const char *code, QuanLanguage language);
