/* Tables of cases shared by the tests: CSV files without quoting, in the folder QUAN_TEST_CASES. */
#pragma once
#include <glib.h>

/* The rows of a file behind its heading, each a GStrv of exactly columns fields. Aborts the test where the file cannot be
 * read or a row has another number of fields. Free with g_ptr_array_unref. */
GPtrArray *cases_read (const char *file, guint columns);
