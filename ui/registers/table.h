/* What a register shows: a table of its columns and of what can be done with its rows. Rows are opaque, and never change
 * once they were read, so that any thread may look at them. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/registers.h"

/* A key of a row that has none: it stands at the end, whichever way the rows are sorted. */
#define QUAN_NO_KEY G_MININT64

typedef struct {
  const char *id;                            /* key of the remembered width, with the table's: "contracts.title" */
  const char *title;                         /* to be translated */
  int         width;                         /* in pixels at 10.5 points and 96 dots an inch */
  gboolean    figure;                        /* right-aligned, with digits of one width */
  gboolean    expands;                       /* takes what width is left */
  const char *classes;                       /* separated by blanks; NULL none */
  char       *(*text) (gconstpointer row);   /* as it is shown and copied; NULL or "" for nothing. Free with g_free */
  gint64      (*number) (gconstpointer row); /* what it is sorted by; NULL: by text, as the locale sorts */
  const char *(*css_class) (gconstpointer row); /* of this row's cell besides; NULL none */
  const char *(*icon) (gconstpointer row);   /* before the text; NULL none */
  QuanFen     (*sum) (gconstpointer row);    /* what the row adds to the footer's sum; QUAN_FEN_NONE nothing */
} QuanColumn;

/* Rows are chosen by a value some of them share. */
typedef struct {
  const char *id;
  const char *all;                           /* "All years", to be translated */
  const char *name;                          /* accessible: "Year of signing" */
  gboolean    latest_first;                  /* the values are offered from the last to the first */
  char       *(*value) (gconstpointer row);  /* NULL: the row has none. Free with g_free */
} QuanRowFilter;

#define QUAN_MAX_FILTERS 3
#define QUAN_MAX_COLUMNS 12

typedef gboolean (*QuanRowsWalk) (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                  GCancellable *cancellable, GError **error);

typedef struct {
  const char          *id;
  const char          *title;        /* to be translated, as all texts here */
  const QuanColumn    *columns;
  guint                n_columns;
  guint                sort_column;
  gboolean             descending;
  const QuanRowFilter *filters;
  guint                n_filters;
  QuanRowsWalk         walk;         /* in the worker's thread */
  GDestroyNotify       row_free;
  void               (*search) (gconstpointer row, GString *text);  /* appends what a search looks through */
  char              *(*count) (guint n);                            /* "20 contracts" */
  const char        *(*left_out) (gconstpointer row);               /* why a sum leaves it out, NULL: it does not */
  char              *(*note) (guint left_out, const char *reasons);
  const char          *open_action;                                 /* takes a string; NULL: rows do not open */
  char              *(*target) (gconstpointer row);                 /* of that action. Free with g_free */
  gboolean           (*remove) (QuanDesk *desk, const char *target, GError **error);
  const char          *remove_label;                                /* with a mnemonic: "_Remove the contract" */
  char              *(*removed) (gconstpointer row);                /* "The contract “HT-1” was removed." */
  const char          *button, *button_name;                        /* with its mnemonic and without; NULL none */
  const char          *empty_title, *empty_text, *empty_button, *empty_button_name;
  const char          *empty_action;
} QuanTable;
