/* The inside of the wizard, shared by the sources that make it and by its kinds. */
#pragma once
#include "ui/wizard/wizard.h"

struct _QuanWizard {
  GtkWidget       parent_instance;
  QuanOffice     *office;
  gpointer        snapshot;      /* the one shown */
  GCancellable   *loading;       /* the snapshot being taken, NULL: none */
  guint           entering;      /* entries handed over and not yet answered */
  int             step;
  gboolean        active;        /* something is open, until it is closed */
  gboolean        opened;        /* the first snapshot tells the step */
  gboolean        continuing;    /* goes on as soon as everything is saved */
  char           *revealing;     /* the path to put the focus into, NULL: none */
  char           *explained;     /* the path the side pane speaks of, NULL: the page */

  GtkWidget      *layout;
  GtkWidget      *stack;
  QuanWizardPage *pages[QUAN_WIZARD_STEPS];
  GtkWidget      *steps, *steps_popover_list;
  GtkWidget      *why, *why_popover_pane;
  GtkWidget      *narrow_title, *steps_button, *why_button;
  GtkWidget      *back, *close, *go_on, *saved, *trouble;
  GtkWidget      *page_buttons;
};

/* For kinds: makes the pages and everything around them; once. */
void quan_wizard_set_up (QuanWizard *self, QuanOffice *office);
/* For kinds: shows what is open now, from its first snapshot on. */
void quan_wizard_begin (QuanWizard *self);
/* For kinds: an entry is handed to the worker, with quan_wizard_entered as its callback and the answer as its data. */
gpointer quan_wizard_enter (QuanWizard *self);
void     quan_wizard_entered (GObject *source, GAsyncResult *result, gpointer data);

/* Makes the widgets around the pages. */
void quan_wizard_build (QuanWizard *self);
/* The actions "wizard.…", and the keys of the wizard. */
void quan_wizard_install_actions (GtkWidgetClass *widget_class);

/* Showing what the wizard knows. */
void quan_wizard_show_saved (QuanWizard *self);
/* error may be NULL: there is none. */
void quan_wizard_show_trouble (QuanWizard *self, const GError *error);
void quan_wizard_show_steps (QuanWizard *self);
void quan_wizard_show_why (QuanWizard *self);
/* Derives everything around the page from the step. */
void quan_wizard_show_step (QuanWizard *self);

/* What the frame shows of the snapshot. */
QuanWizardHead quan_wizard_head (QuanWizard *self);
void           quan_wizard_head_clear (QuanWizardHead *head);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuanWizardHead, quan_wizard_head_clear)

/* Takes the snapshot anew; one that is being taken is given up. */
void quan_wizard_load (QuanWizard *self);
/* Hands over what is typed into the field that has the focus. */
void quan_wizard_commit_focus (QuanWizard *self);
/* Goes to the next step, unless something on this one is to be corrected: then its summary takes the focus. */
void quan_wizard_continue_now (QuanWizard *self);
/* Puts the focus into the field that waits for it, if one does. */
void quan_wizard_reveal_pending (QuanWizard *self);
