/* What the files of the register share. */
#pragma once
#include "ui/registers/arrangement.h"
#include "ui/registers/footer.h"
#include "ui/registers/load.h"
#include "ui/registers/register.h"
#include "ui/registers/rows-model.h"

struct _QuanRegister {
  GtkBox           parent_instance;
  const QuanTable *table;
  QuanOffice      *office;     /* NULL before the first load */
  char            *enterprise; /* whose rows are shown */
  QuanLoad        *load;       /* under way */
  gboolean         live;       /* the rows of the load are shown while they come */
  QuanRowSet      *set;        /* the rows that are shown, NULL before the first */
  QuanRowsModel   *model;
  GtkSelectionModel *selection;
  char            *search;
  GCancellable    *arranging;  /* under way */
  gboolean         again;      /* rows came meanwhile */
  gboolean         to_top;     /* the next order is of other rows: it is shown from its top */
  gboolean         filling;    /* the filters are being given their values */

  GtkWidget       *bar, *title, *count;
  GtkWidget       *filters[QUAN_MAX_FILTERS];
  GtkWidget       *stack, *scrolled, *footer, *nothing, *trouble;
  GtkColumnView   *view;
  GtkWidget       *menu;       /* NULL until it was asked for */
};

/* The widgets. */
void quan_register_build (QuanRegister *self);
/* The actions and keys of the class. */
void quan_register_install_actions (GtkWidgetClass *klass);
/* The menu of a row, and what a double click or Enter does. */
void quan_register_connect_rows (QuanRegister *self);
/* Finds the order again, after the search, the filters or the sorting changed. */
void quan_register_arrange (QuanRegister *self);
/* More rows of the load that is shown have come. */
void quan_register_show_more (QuanRegister *self);
/* Shows everything again. */
void quan_register_clear (QuanRegister *self);
