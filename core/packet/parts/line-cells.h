/* The cells of a contract's lines, alike in the list of resources and in the price breakdown. */
#pragma once
#include "core/packet/pages.h"
#include "core/packet/table.h"

/* "GPU-A 80 GB 训练节点", and what the item says in brackets at its end on lines of its own. */
void quan_line_item_cell (QuanTable *table, guint column, const QuanLine *line);
/* The quantity over its unit. */
void quan_line_quantity_cell (QuanTable *table, guint column, const QuanLine *line);
/* The unit price over "元/卡时". */
void quan_line_price_cell (QuanTable *table, guint column, const QuanLine *line);
/* An amount, or a dash where it is not known or there is none. */
void quan_line_money_cell (QuanTable *table, guint column, QuanFen fen, const QuanTextStyle *style);

/* A row of a sum under label: subtotal or total. */
void quan_line_sum_row (QuanTable *table, QuanRowKind kind, guint label_column, const char *label);
/* "甲　" and so on before the title of a group. Free with g_free. */
char *quan_line_group_title (guint group, const char *title);
