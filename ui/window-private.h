/* What the files of the window share. */
#pragma once
#include "ui/frame.h"
#include "ui/window.h"

struct _QuanWindow {
  GtkApplicationWindow parent_instance;
  QuanOffice   *office;
  GSettings    *settings;
  QuanFrame    *frame;          /* the snapshot of the frame, NULL while none is open */
  GCancellable *taking;         /* the frame's snapshot being taken */
  char         *wanted;         /* the store that was to be opened last; NULL: the user's own */
  guint         saying;         /* source that takes away what was said */

  GtkWidget    *header;
  GtkWidget    *as_of_strip, *lapsed_strip, *said_strip;
  GtkWidget    *root;           /* stack: start, trouble, desk, wizard */
  GtkWidget    *navigation;
  GtkWidget    *pages;          /* stack of the navigation's pages that were shown */
  GtkWidget    *overview_page;
  GtkWidget    *trouble_page;   /* NULL until there is trouble */
  GtkWidget    *wizard;
};

/* Adds the actions to the class of windows. */
void quan_window_install_actions (GtkWidgetClass *klass);
/* Enables the actions that the state of the window allows. */
void quan_window_update_actions (QuanWindow *window);
/* Shows an error where it was asked for: a strip above the page. */
void quan_window_tell (QuanWindow *window, const GError *error);
