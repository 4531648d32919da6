/* The workspace JSON: strict reading, canonical writing. */
#pragma once
#include "core/model/workspace.h"

/*
 * Reads a workspace from UTF-8 text. Refused with QUAN_ERROR_INPUT and a message beginning with the JSON path, or for
 * syntax and duplicate keys with line and column: malformed JSON, invalid UTF-8, nesting too deep, unknown or duplicate
 * key, wrong type, unknown word of an enumeration, malformed or impossible date, amount or code, missing required key,
 * contradiction of a record, another format or version. null is absent, a byte-order mark is skipped. Sentences about
 * codes whose check character differs are appended to warnings (GPtrArray of char *, may be NULL). References are
 * not judged here: see quan_workspace_resolve. Records stand in the order of the file.
 */
QuanWorkspace *quan_workspace_json_read (const char *text, gsize length, GPtrArray *warnings, GError **error);

/* Writes the canonical form: keys in the order of the record tables, absent fields left out, records in the workspace's
 * order, two-space indentation, final newline. Sections without records are written as [], "payments" is left out when
 * empty. Free with g_free. */
char *quan_workspace_json_write (const QuanWorkspace *workspace);
/* One record as a canonical one-line JSON object, as the journal keeps it: a field that was filled in is written too,
 * with "filled_in" naming it. Free with g_free. */
char *quan_record_json_write (const QuanRecordType *type, gconstpointer record);
/* Reads what quan_record_json_write wrote; records are not judged, because drafts may lack anything. */
gpointer quan_record_json_read (const QuanRecordType *type, const char *text, GError **error);
