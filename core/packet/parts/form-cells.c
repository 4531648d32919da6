#include "core/packet/parts/form-cells.h"

#include <string.h>

#include "core/base/uscc.h"
#include "core/packet/fill.h"
#include "core/packet/signatures.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define DECLARATION_LEAST MM (44)
#define SIGNATURES_HEIGHT MM (24.5)  /* of the lines to sign on under the declaration */
#define SIGNATURE_LEFT MM (30)  /* of a line to sign on, behind its label */

static const QuanTextStyle code_style = {.face = QUAN_FACE_KAI, .size = 10.5};
static const QuanTextStyle place_style = {.face = QUAN_FACE_HEI, .size = 7.5};
static const QuanTextStyle declaration_style = {.face = QUAN_FACE_SONG, .size = 10.5, .weight = 0.010};

/* One character in the middle of a cell of its own. */
static void
draw_character (QuanCanvas *canvas, double x, double y, double width, double height, const char *character)
{
  const char *next = g_utf8_next_char (character);
  g_autofree char *one = g_strndup (character, next - character);
  double shift = (width - quan_run_width (quan_canvas_fonts (canvas), &code_style, one, -1)) / 2;

  quan_canvas_text (canvas, x + shift, quan_baseline (y, height, code_style.size), one, &code_style);
}

void
quan_cell_code (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data)
{
  const char *code = data;
  double cell = width / QUAN_USCC_LENGTH;

  for (int i = 0; i < QUAN_USCC_LENGTH && code[i] != '\0'; i++) {
    gboolean strong = i == 2 || i == 8 || i == 17;

    draw_character (canvas, x + i * cell, y, cell, height, code + i);
    if (i > 0)
      quan_canvas_line (canvas, x + i * cell, y, x + i * cell, y + height, 0.5, strong ? QUAN_BLACK : QUAN_GREY (0.55));
  }
}

/* The digits of an amount with ¥ before them where a place is left for it; "" where there is no amount or no room. */
static char *
digits_text (QuanFen fen, glong n_places)
{
  g_autofree char *digits = fen >= 0 ? g_strdup_printf ("%03" G_GINT64_FORMAT, fen) : g_strdup ("");
  glong n = strlen (digits);

  if (n > n_places || n == 0)
    return g_strdup ("");
  return g_strconcat (n < n_places ? "¥" : "", digits, NULL);
}

void
quan_cell_places (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data)
{
  static const char *const places[] = {"亿", "千", "百", "十", "万", "千", "百", "十", "元", "角", "分"};
  const int n_places = G_N_ELEMENTS (places);
  g_autofree char *digits = digits_text (*(const QuanFen *) data, n_places);
  double cell = width / n_places, head = height * 0.4;
  int first = n_places - g_utf8_strlen (digits, -1);

  quan_canvas_line (canvas, x, y + head, x + width, y + head, 0.5, QUAN_BLACK);
  for (int i = 0; i < n_places; i++) {
    double left = x + i * cell;

    if (i > 0)
      quan_canvas_line (canvas, left, y, left, y + height, 0.5, QUAN_BLACK);
    quan_canvas_text (canvas, left + (cell - place_style.size) / 2, quan_baseline (y, head, place_style.size), places[i],
                      &place_style);
    if (i >= first)
      draw_character (canvas, left, y + head, cell, height - head, g_utf8_offset_to_pointer (digits, i - first));
  }
}

static void
signature (QuanCanvas *canvas, double x, double y, const char *label, double line)
{
  quan_canvas_text (canvas, x, y, label, &quan_style_label);
  quan_canvas_line (canvas, x + SIGNATURE_LEFT, y + 2, x + SIGNATURE_LEFT + line, y + 2, 0.5, QUAN_BLACK);
}

/* The pack's wording, filled in. Free with quan_block_free. */
static QuanBlock *
declaration_block (const QuanPages *pages)
{
  QuanBlock *block = quan_block_new (pages->fonts, MM (92), QUAN_ALIGN_JUSTIFY);
  g_autofree char *filled = quan_fill (pages, pages->plan->declaration);
  g_autofree char *wording = g_strconcat ("　　", filled, NULL);

  quan_block_add_wording (block, wording, &declaration_style, 15.5);
  return block;
}

double
quan_cell_declaration_height (const QuanPages *pages)
{
  g_autoptr (QuanBlock) block = declaration_block (pages);

  return MAX (DECLARATION_LEAST, MM (2) + quan_block_height (block) + SIGNATURES_HEIGHT);
}

void
quan_cell_declaration (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data)
{
  const QuanPages *pages = data;
  g_autoptr (QuanBlock) block = declaration_block (pages);
  double left = x + MM (3);

  quan_block_draw (block, canvas, left, y + MM (2));
  signature (canvas, left, y + height - MM (18.5), "法定代表人（签字）", MM (52));
  signature (canvas, left, y + height - MM (11), "经办人（签字）", MM (52));
  quan_canvas_text (canvas, left, y + height - MM (3.5), "填表日期", &quan_style_label);
  quan_canvas_text (canvas, left + MM (40), y + height - MM (3.5), "年　　　月　　　日", &quan_style_label);
  quan_seal_draw (canvas, x + width - MM (30), y + height / 2, -3, "（企业公章）");
}

void
quan_cell_opinion (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data)
{
  double baseline = y + height - MM (3.5);

  quan_canvas_text (canvas, x + MM (3), baseline, "经办人", &quan_style_label);
  quan_canvas_line (canvas, x + MM (15), baseline + 2, x + MM (42), baseline + 2, 0.5, QUAN_BLACK);
  quan_canvas_text (canvas, x + MM (47), baseline, "复核人", &quan_style_label);
  quan_canvas_line (canvas, x + MM (59), baseline + 2, x + MM (86), baseline + 2, 0.5, QUAN_BLACK);
  quan_canvas_text (canvas, x + MM (95), baseline, "（受理机构章）", &quan_style_label);
  quan_canvas_text (canvas, x + MM (128), baseline, "年　　月　　日", &quan_style_label);
}
