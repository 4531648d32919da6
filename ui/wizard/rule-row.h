/* A rule as a row: verdict, clause, why, the facts used, what to do, and the way to the field. */
#pragma once
#include <gtk/gtk.h>

#include "core/engine/check.h"

#define QUAN_TYPE_RULE_ROW (quan_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (QuanRuleRow, quan_rule_row, QUAN, RULE_ROW, GtkListBoxRow)

GtkWidget  *quan_rule_row_new (const QuanPack *pack, const QuanFinding *finding);
/* The id of the rule shown. */
const char *quan_rule_row_id (QuanRuleRow *row);
/* Goes to the field that decides the rule, by wizard.reveal; nothing where no field does. */
void        quan_rule_row_go (QuanRuleRow *row);
/* The path of that field, NULL if there is none. */
char       *quan_finding_path (const QuanFinding *finding);
/* "Another reading would differ: A1 by months, fails"; NULL where none would. Free with g_free. */
char       *quan_finding_differ_text (const QuanFinding *finding);
