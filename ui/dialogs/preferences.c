#include "ui/dialogs/preferences.h"

#include <glib/gi18n-lib.h>

void
quan_preferences_present (GtkWindow *parent, QuanOffice *office, GSettings *settings)
{
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title", _("Preferences"), NULL);

  gtk_window_present (GTK_WINDOW (window));
}
