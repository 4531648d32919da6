/* The application: its one window, its language and look, and what is the same wherever the officer is. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_APPLICATION (quan_application_get_type ())
G_DECLARE_FINAL_TYPE (QuanApplication, quan_application, QUAN, APPLICATION, GtkApplication)

/* store: the file to open, NULL the one of the settings, else the user's own. */
QuanApplication *quan_application_new (GSettings *settings, const char *store);
