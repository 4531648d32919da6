/* The hand of a packet: fixed wording is Hei, what the enterprise stated is Kai, titles are Song,
 * letters Fangsong. */
#pragma once
#include "core/packet/run.h"

extern const QuanTextStyle quan_style_title;    /* of a sheet, Song */
extern const QuanTextStyle quan_style_again;    /* of a sheet that goes on */
extern const QuanTextStyle quan_style_section;  /* heading inside a sheet */
extern const QuanTextStyle quan_style_label;
extern const QuanTextStyle quan_style_strong;   /* a label that matters */
extern const QuanTextStyle quan_style_note;
extern const QuanTextStyle quan_style_row;      /* numbers of rows */
extern const QuanTextStyle quan_style_figure;   /* ledgers */
extern const QuanTextStyle quan_style_figure_strong;
extern const QuanTextStyle quan_style_stated;   /* on forms, Kai */
extern const QuanTextStyle quan_style_fact;     /* facts and reasons in tables, Kai */
extern const QuanTextStyle quan_style_missing;  /* 〔待填〕 */
extern const QuanTextStyle quan_style_capitals; /* amounts to be claimed, in words */
extern const QuanTextStyle quan_style_amount;   /* and in figures */
extern const QuanTextStyle quan_style_letter;   /* body of letters, Fangsong */
extern const QuanTextStyle quan_style_letter_title;

/* Lines of tables, forms and letters, pt. */
#define QUAN_TABLE_LEADING 12.0
#define QUAN_FORM_LEADING 14.0
#define QUAN_LETTER_LEADING 28.99
