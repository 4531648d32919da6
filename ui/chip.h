/* Where a figure or rule comes from: a quiet outlined chip with a clause's or reading's id. */
#pragma once
#include <gtk/gtk.h>

#include "core/policy/pack.h"

/* The chip of one id, "三¶3" or "A1", with its summary as tooltip where the pack has one. */
GtkWidget *quan_chip_new (const QuanPack *pack, const char *id);
/* Appends the chips of ids separated by blanks to a box. */
void       quan_chips_append (GtkBox *box, const QuanPack *pack, const char *ids);

/* Takes all children out of a box. */
void       quan_box_empty (GtkBox *box);
/* A label for running text: wrapped, at the left, with classes separated by blanks. */
GtkWidget *quan_text_new (const char *text, const char *classes);
