/* What the cards of the overview share: a head with a line below it, and the sentence of an empty card. */
#pragma once
#include <gtk/gtk.h>

/* Makes a vertical box a card with a head; returns the head, a horizontal box that begins with the title. */
GtkWidget *quan_card_init (GtkBox *card, const char *title);
/* A sentence in place of rows, and (label not NULL) a link to what can be done. */
GtkWidget *quan_card_empty_new (const char *sentence, const char *label, const char *action);
/* A small button with an arrow that turns to another year. */
GtkWidget *quan_turner_new (const char *icon, const char *name);
