/* JSON text: strict reading with messages for people. */
#pragma once
#include <glib.h>
#include <jansson.h>

/*
 * Reads one JSON value, a byte-order mark before it skipped. NULL with QUAN_ERROR_INPUT and a message beginning with
 * "Line 2, column 7: " for text that is not UTF-8 or not JSON, nests too deep, or gives a key twice in one object.
 * Free with json_decref.
 */
json_t *quan_json_parse (const char *text, gsize length, GError **error);
