/* Writing JSON piece by piece, for answers that are computed piece by piece. */
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

/*
 * Where the text stands. Set text to a string and the rest to zero to begin; the string may be emptied between two calls, so
 * that an answer of any length needs little memory. Members of objects have keys, elements of arrays NULL.
 */
typedef struct {
  GString *text;
  gboolean follows;      /* the next value follows another: a comma stands between */
  int      depth;
  int      indentation;  /* blanks a level, each value on its own line; 0: only what stands outermost begins a line */
} QuanJson;

void quan_json_begin_object (QuanJson *json, const char *key);
void quan_json_end_object (QuanJson *json);
void quan_json_begin_array (QuanJson *json, const char *key);
void quan_json_end_array (QuanJson *json);

/* NULL is null. text must be UTF-8. */
void quan_json_text (QuanJson *json, const char *key, const char *text);
void quan_json_number (QuanJson *json, const char *key, gint64 number);
void quan_json_flag (QuanJson *json, const char *key, gboolean flag);
/* The canonical form of files; QUAN_FEN_NONE is null, as is QUAN_DATE_NONE. */
void quan_json_money (QuanJson *json, const char *key, QuanFen fen);
void quan_json_date (QuanJson *json, const char *key, QuanDate date);
/* A value that is JSON already; NULL is null. */
void quan_json_raw (QuanJson *json, const char *key, const char *value);
