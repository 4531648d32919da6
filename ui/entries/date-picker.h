/* A calendar that opens from an entry for a date. */
#pragma once
#include <gtk/gtk.h>

/*
 * Gives an entry a button for the calendar, which Alt+Down opens as well. A day chosen becomes the entry's text, then picked
 * is called with owner, whose layout carries the calendar's popover; both live as long as the popover, a child of owner.
 */
typedef void (*QuanPickedFunc) (gpointer owner);
void quan_date_picker_attach (GtkWidget *owner, GtkEntry *entry, QuanPickedFunc picked);
