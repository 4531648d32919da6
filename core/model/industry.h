/* Sectors (行业) of GB/T 4754-2017: its 20 sections (门类) and 97 divisions (大类). */
#pragma once
#include "core/base/text.h"

typedef struct {
  const char *code;    /* "I" for a section, "I65" for a division */
  const char *english;
  const char *chinese; /* as the standard writes it */
} QuanIndustry;

/* In the standard's order, each section before its divisions; closed by an entry whose code is NULL. */
extern const QuanIndustry quan_industries[];

/* The entries that a typed text may mean, best first: code before name ("I", "I6", "65"; "6513" means division 65),
 * the beginning of a name before its middle, names of language before those of the other one. Chinese matches from
 * one character on; of English, every word typed begins a word of the name. Never NULL; empty for blank text. The
 * entries are static, free the array with g_ptr_array_unref. */
GPtrArray *quan_industry_search (const char *text, QuanLanguage language);

/* The division of a written code ("I65", "i6513", "65", "651"), the section for "I". NULL for any other text, and where
 * the letter is not the section of the division ("J65"). */
const QuanIndustry *quan_industry_of_code (const char *code);

const char *quan_industry_name (const QuanIndustry *industry, QuanLanguage language);
/* "I65 软件和信息技术服务业". Free with g_free. */
char *quan_industry_label (const QuanIndustry *industry, QuanLanguage language);
