/* Reading the rows of a register: the office's worker walks them, and they arrive batch by batch in the window's thread. */
#pragma once
#include "ui/office.h"
#include "ui/registers/row-set.h"

typedef struct QuanLoad QuanLoad;

/* Called in the window's thread: after each batch (over FALSE), and at the end, with an error where it failed. Neither
 * after quan_load_drop. */
typedef void (*QuanLoadFunc) (QuanRowSet *set, gboolean over, const GError *error, gpointer data);

/* Reads the rows of the enterprise shown. */
QuanLoad   *quan_load_start (const QuanTable *table, QuanOffice *office, QuanLoadFunc func, gpointer data);
/* Ends it, and lets go of it. */
void        quan_load_drop (QuanLoad *load);
QuanRowSet *quan_load_set (QuanLoad *load);
