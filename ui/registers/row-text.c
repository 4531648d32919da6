#include "ui/registers/row-text.h"

#include <glib/gi18n-lib.h>

gint64
quan_date_key (QuanDate date)
{
  return date == QUAN_DATE_NONE ? QUAN_NO_KEY : date;
}

gint64
quan_fen_key (QuanFen fen)
{
  return fen == QUAN_FEN_NONE ? QUAN_NO_KEY : fen;
}

char *
quan_year_text (QuanDate date)
{
  return date == QUAN_DATE_NONE ? NULL : g_strdup_printf ("%d", quan_date_year (date));
}

/* Texts are kept apart by a character nobody types, so that nothing is found across two of them. */
void
quan_search_text (GString *search, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (search, text);
  g_string_append_c (search, '\x1f');
}

void
quan_search_amount (GString *search, QuanFen fen)
{
  char buf[QUAN_MONEY_BUF];

  if (fen == QUAN_FEN_NONE)
    return;
  quan_search_text (search, quan_money_grouped (fen, buf));
  quan_search_text (search, quan_money_canonical (fen, buf));
}

char *
quan_left_out_note (guint n, const char *reasons)
{
  return g_strdup_printf (ngettext ("The sums leave out %u (%s)", "The sums leave out %u (%s)", n), n, reasons);
}
