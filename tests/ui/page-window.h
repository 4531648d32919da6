/* A page of the wizard over a real store filled with the sample; what it asks of the wizard is done at once. */
#pragma once
#include "tests/core/desk-fixture.h"
#include "core/desk/preparation.h"
#include "ui/wizard/wizard-page.h"

typedef struct {
  StorePlace      place;
  QuanDesk       *desk;
  gint64          id;
  QuanPrepared   *prepared;
  GtkWidget      *window;
  QuanWizardPage *page;
  GPtrArray      *told;  /* what was asked: "enter contract.signed 2025-6-30" */
} PageWindow;

/* The page for a contract of the sample ("HT-2025-001"), or for a new claim of its enterprise (NULL), on 2025-07-08. */
void page_window_open (PageWindow *self, GType page, const char *contract);
/* Destroys the window and asserts that the page is gone. */
void page_window_close (PageWindow *self);
/* Shows the snapshot anew. */
void page_window_refresh (PageWindow *self);
/* Presents the window and lets it settle. */
void page_window_present (PageWindow *self);
void page_window_settle (void);

/* The first widget of a type in the page, below another or not; NULL if there is none. */
GtkWidget *page_window_find (PageWindow *self, GType type);
/* The form field of a path; aborts if there is none. */
struct _QuanFormField *page_window_field (PageWindow *self, const char *path);
/* Asserts what the field of a path shows. */
void page_window_assert_text (PageWindow *self, const char *path, const char *text);
/* Asserts that this, and only this, was entered, removed or attached since the last call; each on a line of its own. */
void page_window_assert_told (PageWindow *self, const char *lines);
