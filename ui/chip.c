#include "ui/chip.h"

/* The summary of a clause or a reading, NULL if the pack has neither. */
static const char *
summary_of (const QuanPack *pack, const char *id)
{
  QuanLanguage language = quan_language_of_locale ();
  const QuanClause *clause = quan_pack_clause (pack, id);

  if (clause != NULL)
    return clause->summary.in[language];
  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);

    if (g_str_equal (reading->id, id))
      return reading->summary.in[language];
  }
  return NULL;
}

GtkWidget *
quan_chip_new (const QuanPack *pack, const char *id)
{
  GtkWidget *chip = gtk_label_new (id);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, summary_of (pack, id));
  return chip;
}

void
quan_chips_append (GtkBox *box, const QuanPack *pack, const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);

  for (int i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0')
      gtk_box_append (box, quan_chip_new (pack, each[i]));
}

void
quan_box_empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
quan_text_new (const char *text, const char *classes)
{
  g_auto (GStrv) each = g_strsplit (classes, " ", -1);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **) each);
  return label;
}
