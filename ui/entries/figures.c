#include "ui/entries/figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/capitals.h"
#include "core/base/text.h"

#define DASH "—"
#define MINUS "−"

char *
quan_figure (QuanFen fen)
{
  char buf[QUAN_MONEY_BUF];
  const char *text;

  if (fen == QUAN_FEN_NONE)
    return g_strdup (DASH);
  text = quan_money_grouped (fen, buf);
  return text[0] == '-' ? g_strconcat (MINUS, text + 1, NULL) : g_strdup (text);
}

char *
quan_money_words (QuanFen fen)
{
  static const char currency[] = "人民币";
  g_autofree char *figure = quan_figure (fen);
  g_autofree char *yuan = g_strdup_printf (_("%s yuan"), figure);
  g_autofree char *capitals = NULL;

  if (quan_language_of_locale () != QUAN_LANGUAGE_ZH)
    return g_steal_pointer (&yuan);
  capitals = quan_capitals (fen);
  return g_strconcat (yuan, " ", capitals + (g_str_has_prefix (capitals, currency) ? strlen (currency) : 0), NULL);
}

char *
quan_date_figure (QuanDate date)
{
  char buf[QUAN_DATE_BUF];

  return g_strdup (date == QUAN_DATE_NONE ? DASH : quan_date_iso (date, buf));
}

const char *
quan_weekday_name (QuanDate date)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  return _(names[quan_date_weekday (date) - 1]);
}

GtkWidget *
quan_figure_label_new (void)
{
  GtkWidget *label = gtk_label_new (DASH);

  gtk_widget_add_css_class (label, "num");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return label;
}

void
quan_figure_label_set (GtkLabel *label, QuanFen fen)
{
  g_autofree char *figure = quan_figure (fen);

  gtk_label_set_text (label, figure);
}
