/* Facts as people type and read them: one field at a time, named by its path within a record. */
#pragma once
#include "core/model/record.h"

/*
 * A path names a field of a record ("signed"), of a part ("contact.phone") or of a row of a list ("lines[2].amount");
 * rows count from 0. "lines[2]" names a row, "lines" the list.
 */

/*
 * Sets the field a path names from text as typed; text of blanks makes it absent (unknown).
 *   money     as quan_money_parse reads it
 *   dates     as quan_date_parse reads them; a list of them is separated by blanks, commas or 、
 *   terms     the word of files, or the name in either language
 *   flags     "yes" or "no", 是 or 否
 *   codes     as quan_uscc_normalise reads them, a wrong check character included
 *   lists     "none" or 无 is the empty list, which is known to hold nothing; nothing else stands for a list of records
 * A part is there while one of its fields is. A path to the row just past the end makes that row; a new line of a
 * contract is of kind compute. Texts lose the blanks around them.
 * FALSE with QUAN_ERROR_INPUT and a sentence for the officer that does not repeat the field's name; the field is absent
 * then. QUAN_ERROR_USAGE for a path that names nothing.
 */
gboolean quan_record_enter (const QuanRecordType *type, gpointer record, const char *path, const char *text,
                            GError **error);

/* What quan_record_enter would take for the field as it is: money grouped ("1,200,000.00"), ISO dates, the words of terms and
 * flags, "none" for an empty list. NULL where it is absent, and for lists that hold rows. Free with g_free. */
char *quan_record_text (const QuanRecordType *type, gconstpointer record, const char *path);

/* The description of the field a path names, NULL if it names none. */
const QuanField *quan_record_path_field (const QuanRecordType *type, const char *path);

/* How many rows the list a path names has; 0 where it is absent. */
guint quan_record_n_rows (const QuanRecordType *type, gconstpointer record, const char *path);
/* Takes away the row a path names ("lines[2]"); the rows behind it move up. A list that loses its last row is absent.
 * QUAN_ERROR_USAGE if there is no such row. */
gboolean quan_record_remove_row (const QuanRecordType *type, gpointer record, const char *path, GError **error);
