/* A window over a real store that stands for the wizard: it keeps what fields hand over and shows the snapshot after it. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"
#include "tests/core/desk-fixture.h"

typedef struct {
  StorePlace    place;
  QuanDesk     *desk;
  gint64        id;
  QuanPrepared *prepared;
  GtkApplication *application;
  GtkWidget    *window, *box;
  int           undone;  /* how often win.undo, which Ctrl+Z activates, was left to the window */
  GPtrArray    *told;  /* what was asked of the wizard: "enter contract.signed 2025-6-31" */
} DeskWindow;

/* The preparation of HT-001 of the first golden case on 2024-03-08. */
void desk_window_open (DeskWindow *self);
/* Destroys the window, and asserts that it is gone. */
void desk_window_close (DeskWindow *self);
void desk_window_present (DeskWindow *self);
/* Takes the snapshot anew and shows it in all form fields. */
void desk_window_refresh (DeskWindow *self);
/* Everything told since the last call, one a line, without notes (notes FALSE) or with them. Free with g_free. */
char *desk_window_told (DeskWindow *self, gboolean notes);

/* Has xdotool press a key or type a text into the window ("key", "Escape"), and waits until the window is done with it. */
void desk_window_press (DeskWindow *self, const char *verb, const char *what);
/* Clicks into the middle of a widget. */
void desk_window_click (GtkWidget *widget);
/* Lets the window settle. */
void desk_window_settle (void);
