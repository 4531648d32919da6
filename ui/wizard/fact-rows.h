/* The rows of a list of facts, a row of cells each, with an empty one at the end to be typed into. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_FACT_ROWS (quan_fact_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuanFactRows, quan_fact_rows, QUAN, FACT_ROWS, GtkWidget)

/* A column: the key of the fact and its translated heading, which is also the accessible name of its cells. */
typedef struct {
  const char *key;
  const char *heading;
} QuanFactColumn;

/* path: "contract.schedule". The columns are copied. */
void quan_fact_rows_set_list (QuanFactRows *rows, const char *path, const QuanFactColumn *columns, int n_columns);
/* Makes as many rows as the snapshot has; what stands in them is shown with the other fields of the page. */
void quan_fact_rows_fit (QuanFactRows *rows, const QuanPrepared *prepared);
