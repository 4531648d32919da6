#include "core/exchange/json-writer.h"

/* What a byte becomes inside a string: itself (0), a backslash and a letter, or \u00XX ('u'). */
static const char escapes[256] = {
  ['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't',
  [0x01 ... 0x07] = 'u', [0x0b] = 'u', [0x0e ... 0x1f] = 'u',
};

static void
quote (GString *out, const char *text)
{
  const char *start = text, *p;

  g_string_append_c (out, '"');
  for (p = text; *p != '\0'; p++) {
    char escape = escapes[(guchar) *p];

    if (escape == 0)
      continue;
    g_string_append_len (out, start, p - start);
    start = p + 1;
    if (escape == 'u')
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_printf (out, "\\%c", escape);
  }
  g_string_append_len (out, start, p - start);
  g_string_append_c (out, '"');
}

static void
indent (QuanJson *json)
{
  g_string_append_printf (json->text, "\n%*s", json->depth * json->indentation, "");
}

/* The comma and key before a value. Without indentation, what stands in an outermost array or object begins a line. */
static void
lead (QuanJson *json, const char *key)
{
  if (json->follows)
    g_string_append_c (json->text, ',');
  if (json->indentation > 0 && json->depth > 0)
    indent (json);
  else if (json->follows)
    g_string_append_c (json->text, json->depth == 1 ? '\n' : ' ');
  if (key != NULL) {
    quote (json->text, key);
    g_string_append_len (json->text, ": ", 2);
  }
  json->follows = TRUE;
}

static void
begin (QuanJson *json, const char *key, char bracket)
{
  lead (json, key);
  g_string_append_c (json->text, bracket);
  json->follows = FALSE;
  json->depth++;
}

static void
end (QuanJson *json, char bracket)
{
  json->depth--;
  if (json->indentation > 0 && json->follows)
    indent (json);
  g_string_append_c (json->text, bracket);
  json->follows = TRUE;
}

void
quan_json_begin_object (QuanJson *json, const char *key)
{
  begin (json, key, '{');
}

void
quan_json_end_object (QuanJson *json)
{
  end (json, '}');
}

void
quan_json_begin_array (QuanJson *json, const char *key)
{
  begin (json, key, '[');
}

void
quan_json_end_array (QuanJson *json)
{
  end (json, ']');
}

void
quan_json_raw (QuanJson *json, const char *key, const char *value)
{
  lead (json, key);
  g_string_append (json->text, value != NULL ? value : "null");
}

void
quan_json_text (QuanJson *json, const char *key, const char *text)
{
  lead (json, key);
  if (text != NULL)
    quote (json->text, text);
  else
    g_string_append (json->text, "null");
}

void
quan_json_number (QuanJson *json, const char *key, gint64 number)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  quan_json_raw (json, key, text);
}

void
quan_json_flag (QuanJson *json, const char *key, gboolean flag)
{
  quan_json_raw (json, key, flag ? "true" : "false");
}

void
quan_json_money (QuanJson *json, const char *key, QuanFen fen)
{
  char text[QUAN_MONEY_BUF];

  quan_json_text (json, key, fen == QUAN_FEN_NONE ? NULL : quan_money_canonical (fen, text));
}

void
quan_json_date (QuanJson *json, const char *key, QuanDate date)
{
  char text[QUAN_DATE_BUF];

  quan_json_text (json, key, date == QUAN_DATE_NONE ? NULL : quan_date_iso (date, text));
}
