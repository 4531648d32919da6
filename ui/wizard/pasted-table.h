/* Tables as spreadsheets put them on the clipboard: rows by line, cells by tab, quotes around cells that hold either. */
#pragma once
#include <glib.h>

/* The rows that hold anything. GPtrArray of GStrv; cells lose the blanks around them. */
GPtrArray *quan_pasted_table (const char *text);
