#include "core/packet/parts/form-rows.h"

#include "core/packet/parts/form-cells.h"
#include "core/packet/parts/open-table.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define ROW MM (7.45)
#define DRAFT_ROW MM (6.3)  /* leaves room for the open items */
#define N_GRID 4
#define OPINION_HEIGHT MM (26)
#define OPINION_LEAST MM (18)

static const double grid[N_GRID] = {25 * QUAN_MM, 73 * QUAN_MM, 22 * QUAN_MM, 41 * QUAN_MM};

/* A labelled value; NULL is still to be filled in. */
static void
add_value (QuanForm *form, guint span, const char *label, const char *value)
{
  QuanBlock *block;

  quan_form_label (form, label);
  block = quan_form_cell (form, span, QUAN_ALIGN_LEFT);
  if (value != NULL)
    quan_block_add (block, value, &quan_style_stated, QUAN_FORM_LEADING);
  else
    quan_block_add_blank (block, "〔待填〕", &quan_style_missing, QUAN_FORM_LEADING + 1);
}

void
quan_rows_wide (QuanForm *form, const char *label, const char *value)
{
  quan_form_row (form, 0);
  add_value (form, N_GRID - 1, label, value);
}

void
quan_rows_pair (QuanForm *form, const char *label, const char *value, const char *label_2, const char *value_2)
{
  quan_form_row (form, 0);
  add_value (form, 1, label, value);
  add_value (form, 1, label_2, value_2);
}

void
quan_rows_code (QuanForm *form, const char *code, const char *label_2, const char *value_2)
{
  quan_form_row (form, 0);
  if (code != NULL) {
    quan_form_label (form, "信用代码");
    quan_form_drawn_cell (form, 1, quan_cell_code, code);
  } else {
    add_value (form, 1, "信用代码", NULL);
  }
  add_value (form, 1, label_2, value_2);
}

void
quan_rows_figure (QuanForm *form, const char *label, const char *note, const char *figure)
{
  QuanBlock *block;

  quan_form_label (form, label);
  block = quan_form_cell (form, 1, QUAN_ALIGN_RIGHT);
  if (note != NULL)
    quan_block_add_noted (block, note, &quan_style_note, figure, &quan_style_stated, QUAN_FORM_LEADING);
  else
    quan_block_add (block, figure, &quan_style_stated, QUAN_FORM_LEADING);
}

void
quan_rows_amount (QuanForm *form, const QuanPages *pages, const char *title, const QuanFen *fen)
{
  g_autofree char *capitals = quan_packet_capitals (*fen), *figures = quan_packet_yuan (*fen);

  quan_form_section (form, title);
  quan_form_row (form, pages->ready ? MM (10) : MM (8.4));
  quan_form_label (form, "大　写");
  quan_block_add (quan_form_cell (form, N_GRID - 1, QUAN_ALIGN_LEFT), capitals, &quan_style_capitals, 18);
  quan_form_row (form, pages->ready ? MM (12.5) : MM (11));
  quan_form_label (form, "小　写");
  quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_LEFT), figures, &quan_style_amount, 18);
  quan_form_drawn_cell (form, 2, quan_cell_places, fen);
}

void
quan_rows_bank (QuanForm *form, const QuanEnterprise *enterprise)
{
  static const QuanBank no_bank;
  const QuanBank *bank = enterprise->bank != NULL ? enterprise->bank : &no_bank;

  quan_form_section (form, "收款账户");
  quan_rows_wide (form, "户　名", bank->account_name);
  quan_rows_pair (form, "开户银行", bank->bank_name, "联行号", bank->cnaps != NULL ? bank->cnaps : "—");
  quan_rows_wide (form, "账　号", bank->account);
}

/* Signatures and the authority's block, which gives up height for what stands below the form; a draft has none, lest it
 * be signed. */
static void
add_signatures (QuanForm *form, const QuanPages *pages, double below)
{
  double rest;

  quan_form_section (form, "企业声明");
  quan_form_row (form, quan_cell_declaration_height (pages));
  quan_form_drawn_cell (form, N_GRID, quan_cell_declaration, pages);
  rest = quan_flow_room (&pages->flow) - below - quan_form_height (form);
  quan_form_section (form, "受理意见");
  quan_form_row (form, CLAMP (rest, OPINION_LEAST, OPINION_HEIGHT));
  quan_form_drawn_cell (form, N_GRID, quan_cell_opinion, NULL);
}

/* Readings other than the pack's own, which change what is claimed: "读法与默认不同：A1 按月。"; "" for none. */
static char *
readings_text (const QuanView *view)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < QUAN_N_SWITCHES; i++) {
    const QuanReading *reading = view->pack->switches[i];

    if (view->readings.option[i] != reading->standard)
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "读法与默认不同：" : "、", reading->id,
                              quan_readings_option (&view->readings, view->pack, i)->name.in[QUAN_LANGUAGE_ZH]);
  }
  if (text->len > 0)
    g_string_append (text, "。");
  return g_string_free (text, FALSE);
}

static char *
note_text (const QuanPages *pages)
{
  g_autofree char *readings = readings_text (pages->view);
  g_autofree char *page = quan_pages_see (pages, "working-sheet");

  return g_strconcat (pages->ready ? "黑体为固定栏目，楷体为填报内容。"
                                   : "草稿不印签章栏，以免误签。虚线框为应填未填；“不能确定”不等于零。",
                      "算式见核算表", page, "。", readings, NULL);
}

QuanForm *
quan_rows_begin (QuanPages *pages, const char *title)
{
  g_autofree char *left = quan_pages_applicant (pages);

  quan_pages_head (pages, title, left, "金额单位：人民币元");
  if (!pages->ready)
    quan_open_table_draw (pages);
  return quan_form_new (pages->fonts, QUAN_FORM_LABELS, grid, N_GRID, pages->ready ? ROW : DRAFT_ROW);
}

void
quan_rows_end (QuanPages *pages, QuanForm *form)
{
  g_autofree char *note = note_text (pages);
  double below = quan_pages_note_height (pages, note);

  if (pages->ready)
    add_signatures (form, pages, below);
  /* The note stays with the last section. */
  pages->flow.bottom -= below;
  quan_form_draw (form, &pages->flow);
  pages->flow.bottom += below;
  quan_pages_note (pages, note);
}
