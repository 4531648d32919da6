/* A window with one page over a store that an office has open. */
#pragma once
#include <gtk/gtk.h>

#include "tests/core/desk-fixture.h"
#include "ui/registers/register.h"

typedef struct {
  StorePlace    place;
  QuanOffice   *office;
  GtkWidget    *window, *page;
  QuanRegister *shown;
  GPtrArray    *told;   /* the actions that were asked of the window: "open-contract 'USCC/HT-1'" */
} RegisterWindow;

/* Opens the sample, or a workspace's text, as of 2025-07-10, and shows a page of a type. */
void register_window_open (RegisterWindow *self, const char *workspace, GType page);
/* The sample's text. Free with g_free. */
char *register_window_sample (void);
/* Waits until rows are read, sorted and shown. */
void register_window_settle (RegisterWindow *self);
/* Asserts that window, page and office are gone. */
void register_window_close (RegisterWindow *self);
