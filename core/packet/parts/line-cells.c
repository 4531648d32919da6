#include "core/packet/parts/line-cells.h"

#include <string.h>

#include "core/packet/styles.h"

#define BRACKET "（"
#define BRACKET_END "）"
/* What figures are shortened by for reading: a comma every so many digits. */
#define GROUP 3

void
quan_line_item_cell (QuanTable *table, guint column, const QuanLine *line)
{
  const char *item = line->item != NULL ? line->item : "—", *bracket = strstr (item, BRACKET);
  g_autofree char *name = NULL;

  if (bracket == NULL || bracket == item || !g_str_has_suffix (item, BRACKET_END)) {
    quan_table_text (table, column, item, &quan_style_label);
    return;
  }
  name = g_strndup (item, bracket - item);
  quan_table_text (table, column, name, &quan_style_label);
  quan_table_text (table, column, bracket, &quan_style_fact);
}

/* A decimal as records hold it, "-70080.5", with commas: "-70,080.5". Free with g_free. */
static char *
group_digits (const char *decimal)
{
  gsize sign = *decimal == '-', digits = strspn (decimal + sign, "0123456789");
  GString *text = g_string_new_len (decimal, sign);

  for (gsize i = 0; i < digits; i++) {
    if (i > 0 && (digits - i) % GROUP == 0)
      g_string_append_c (text, ',');
    g_string_append_c (text, decimal[sign + i]);
  }
  g_string_append (text, decimal + sign + digits);
  return g_string_free (text, FALSE);
}

/* The unit for people; NULL where none is given. */
static const char *
unit_name (const QuanLine *line)
{
  int unit = line->unit != NULL ? quan_vocabulary_value (&quan_units, line->unit) : 0;

  return unit != 0 ? quan_term_name (quan_vocabulary_term (&quan_units, unit), QUAN_LANGUAGE_ZH) : line->unit;
}

static void
add_decimal (QuanTable *table, guint column, const char *decimal)
{
  g_autofree char *grouped = decimal != NULL ? group_digits (decimal) : g_strdup ("—");

  quan_table_text (table, column, grouped, &quan_style_figure);
}

void
quan_line_quantity_cell (QuanTable *table, guint column, const QuanLine *line)
{
  add_decimal (table, column, line->quantity);
  if (line->quantity != NULL && unit_name (line) != NULL)
    quan_table_text (table, column, unit_name (line), &quan_style_note);
}

void
quan_line_price_cell (QuanTable *table, guint column, const QuanLine *line)
{
  add_decimal (table, column, line->unit_price);
  if (line->unit_price != NULL && unit_name (line) != NULL) {
    g_autofree char *unit = g_strconcat ("元/", unit_name (line), NULL);

    quan_table_text (table, column, unit, &quan_style_note);
  }
}

void
quan_line_money_cell (QuanTable *table, guint column, QuanFen fen, const QuanTextStyle *style)
{
  g_autofree char *text = fen != QUAN_FEN_NONE ? quan_packet_money (fen) : g_strdup ("—");

  quan_table_text (table, column, text, style);
}

void
quan_line_sum_row (QuanTable *table, QuanRowKind kind, guint label_column, const char *label)
{
  quan_table_row (table, kind);
  quan_table_text (table, label_column, label, &quan_style_strong);
}

char *
quan_line_group_title (guint group, const char *title)
{
  static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

  return g_strconcat (stems[group % G_N_ELEMENTS (stems)], "　", title, NULL);
}
