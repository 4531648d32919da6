#include "core/packet/styles.h"

#define STRONG 0.018  /* em */

const QuanTextStyle quan_style_title = {.face = QUAN_FACE_SONG, .size = 18.5, .weight = 0.023, .spacing = 1.8};
const QuanTextStyle quan_style_again = {.face = QUAN_FACE_SONG, .size = 11, .weight = 0.023};
const QuanTextStyle quan_style_section = {.face = QUAN_FACE_HEI, .size = 10, .weight = STRONG};
const QuanTextStyle quan_style_label = {.face = QUAN_FACE_HEI, .size = 8.8};
const QuanTextStyle quan_style_strong = {.face = QUAN_FACE_HEI, .size = 8.8, .weight = STRONG};
const QuanTextStyle quan_style_note = {.face = QUAN_FACE_HEI, .size = 7.6, .ink = QUAN_NOTE_INK};
const QuanTextStyle quan_style_row = {.face = QUAN_FACE_HEI, .size = 8, .ink = QUAN_NOTE_INK};
const QuanTextStyle quan_style_figure = {.face = QUAN_FACE_HEI, .size = 8.8};
const QuanTextStyle quan_style_figure_strong = {.face = QUAN_FACE_HEI, .size = 8.8, .weight = STRONG};
const QuanTextStyle quan_style_stated = {.face = QUAN_FACE_KAI, .size = 10.3};
const QuanTextStyle quan_style_fact = {.face = QUAN_FACE_KAI, .size = 8.8};
const QuanTextStyle quan_style_missing = {.face = QUAN_FACE_KAI, .size = 9.5, .ink = QUAN_CINNABAR};
const QuanTextStyle quan_style_capitals = {.face = QUAN_FACE_KAI, .size = 14};
const QuanTextStyle quan_style_amount = {.face = QUAN_FACE_KAI_BOLD, .size = 14};
const QuanTextStyle quan_style_letter = {.face = QUAN_FACE_FANGSONG, .size = 15.75, .weight = 0.010};
const QuanTextStyle quan_style_letter_title = {.face = QUAN_FACE_SONG, .size = 22, .weight = 0.024, .spacing = 2.6};
