/* Text: widths, folding, hygiene. All text is UTF-8. */
#pragma once
#include <glib.h>

/* The language of a rendered sentence. Packets are always Chinese; screens and terminals follow the locale. */
typedef enum { QUAN_LANGUAGE_EN, QUAN_LANGUAGE_ZH } QuanLanguage;
/* Chinese where gettext would look for Chinese first, else English. */
QuanLanguage quan_language_of_locale (void);

/* Full-width ASCII (！..～ and the ideographic space) to half-width. Free with g_free. */
char *quan_text_halfwidth (const char *text);

/* Puts a copy of text (or NULL) in the place of what a member owned; text may be a part of that. */
void quan_set_text (char **member, const char *text);

/* text in quotation marks for a sentence that says what was found, whatever a hostile file holds: at most 40
 * characters, the rest as "…", control characters as blanks. Free with g_free. */
char *quan_text_quote (const char *text);

/* Columns a terminal needs: 2 for wide and full-width characters, 0 for combining and control ones, else 1. */
int quan_text_columns (const char *text);
/* text followed (or, right TRUE, preceded) by blanks up to columns; unchanged if it is wider. Free with g_free. */
char *quan_text_pad (const char *text, int columns, gboolean right);

/* 〇, 一 … 九. */
extern const char *const quan_chinese_digits[10];
/* Appends a count as it is spoken: 十, 十一, 二十, 三十一; from 100 on in figures. */
void quan_append_count (GString *text, guint count);
