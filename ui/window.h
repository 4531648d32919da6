/* The window: header, strips, navigation and pages, the wizard, first start, and what to do when a store cannot be
 * opened. */
#pragma once
#include <gtk/gtk.h>

#include "ui/office.h"

#define QUAN_TYPE_WINDOW (quan_window_get_type ())
G_DECLARE_FINAL_TYPE (QuanWindow, quan_window, QUAN, WINDOW, GtkApplicationWindow)

/* A window on an office. The actions it has are in ui/window-actions.c. */
GtkWidget *quan_window_new (GtkApplication *application, QuanOffice *office, GSettings *settings);

/* Opens a store (NULL: the user's own) and shows its overview, or why it cannot be opened. */
void quan_window_open_store (QuanWindow *window, const char *path);
void quan_window_open_sample (QuanWindow *window);
/* Begins a claim: contract "NUMBER" or NULL; for the enterprise shown, or (new_enterprise) for one yet to be entered.
 */
void quan_window_begin_claim (QuanWindow *window, const char *contract, gboolean new_enterprise);
/* Goes on with a preparation. */
void quan_window_open_claim (QuanWindow *window, gint64 preparation);
/* Opens the redemption of a round of an enterprise (NULL: the only one); label NULL: of the round in hand. */
void quan_window_open_redemption (QuanWindow *window, const char *enterprise, const char *label);
/* Goes to a page of the navigation: "overview", "claims", "contracts", "providers", "journal". */
void quan_window_go_to (QuanWindow *window, const char *page);
/* The page shown: one of the navigation's, "wizard", "start" or "trouble". */
const char *quan_window_page (QuanWindow *window);
/* Says something in a strip that goes by itself, with an Undo button where undo is set. */
void quan_window_say (QuanWindow *window, const char *sentence, gboolean undo);
/* Leaves the wizard for the page before. */
void quan_window_leave_wizard (QuanWindow *window);
