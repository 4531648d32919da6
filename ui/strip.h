/* A strip under the header: one sentence and, at its end, one thing to do. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_STRIP (quan_strip_get_type ())
G_DECLARE_FINAL_TYPE (QuanStrip, quan_strip, QUAN, STRIP, GtkWidget)

/* A hidden strip with a class of its own ("as-of") and an icon. button, with its mnemonic, and name, without it, are of the
 * action; NULL: none. */
GtkWidget *quan_strip_new (const char *class, const char *icon, const char *button, const char *name,
                           const char *action);
/* Shows a sentence; NULL hides the strip. */
void quan_strip_show (QuanStrip *strip, const char *sentence);
/* Whether the thing to do is there. */
void quan_strip_set_button (QuanStrip *strip, gboolean visible);
