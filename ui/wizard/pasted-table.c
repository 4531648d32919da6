#include "ui/wizard/pasted-table.h"

/* Takes one cell from *text on and stops at the tab, the line's end or the text's end behind it. Free with g_free. */
static char *
take_cell (const char **text)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = **text == '"';

  *text += quoted ? 1 : 0;
  for (; **text != '\0'; ++*text) {
    if (quoted && **text == '"') {
      if ((*text)[1] != '"') {
        quoted = FALSE;
        continue;
      }
      ++*text;
    } else if (!quoted && (**text == '\t' || **text == '\n')) {
      break;
    }
    g_string_append_c (cell, **text == '\n' || **text == '\r' || **text == '\t' ? ' ' : **text);
  }
  return g_strstrip (g_string_free (cell, FALSE));
}

/* Takes one row and what ends it; *filled says whether a cell of it holds anything. */
static GStrv
take_row (const char **text, gboolean *filled)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  gboolean more = TRUE;

  *filled = FALSE;
  while (more) {
    g_autofree char *cell = take_cell (text);

    *filled = *filled || *cell != '\0';
    g_strv_builder_add (cells, cell);
    more = **text == '\t';
    *text += **text != '\0' ? 1 : 0;
  }
  return g_strv_builder_end (cells);
}

GPtrArray *
quan_pasted_table (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  while (*text != '\0') {
    gboolean filled;
    GStrv row = take_row (&text, &filled);

    if (filled)
      g_ptr_array_add (rows, row);
    else
      g_strfreev (row);
  }
  return rows;
}
