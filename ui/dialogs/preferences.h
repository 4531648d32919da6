/* Preferences: language, appearance, readings, packet fonts, where the store is. Each takes effect at once. */
#pragma once
#include <gtk/gtk.h>

#include "ui/office.h"

/* Shows the preferences over a window, one at a time. */
void quan_preferences_present (GtkWindow *parent, QuanOffice *office, GSettings *settings);
