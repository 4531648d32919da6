/* A step of a wizard. Pages show snapshots and hand over what is typed; the wizard keeps, saves and judges. A snapshot is what the
 * wizard's kind takes of the desk: QuanPrepared of a claim, QuanFiling of a redemption. */
#pragma once
#include <gtk/gtk.h>

#include "core/policy/pack.h"

/* The state of a step: an icon and a word for each, see ui/state-mark.h. */
typedef enum {
  QUAN_STEP_NOT_STARTED,
  QUAN_STEP_DONE,
  QUAN_STEP_WRONG,    /* something has to be corrected, or a rule fails */
  QUAN_STEP_REVIEW,   /* to be looked at: something is lost or up to the authority */
  QUAN_STEP_UNKNOWN,  /* a fact is missing */
  QUAN_STEP_LOCKED,   /* cannot be started yet */
} QuanStepState;

#define QUAN_TYPE_WIZARD_PAGE (quan_wizard_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (QuanWizardPage, quan_wizard_page, QUAN, WIZARD_PAGE, GtkBox)

struct _QuanWizardPageClass {
  GtkBoxClass parent_class;

  /* The name of the step and how it stands. *sentence receives a short translated sentence for the step list ("1 to be
   * corrected"), to free. Asked of every page for every snapshot, shown or not. */
  const char   *(*title) (QuanWizardPage *page);
  QuanStepState (*judge) (QuanWizardPage *page, gconstpointer snapshot, char **sentence);
  /* Shows a snapshot, valid until the next call. Called whenever the page is visible and something changed. What
   * the officer is typing is not touched. */
  void          (*show) (QuanWizardPage *page, gconstpointer snapshot);
  /* Puts the focus into the field of a path; FALSE if the page has none. NULL: the form fields inside it are looked for. */
  gboolean      (*reveal) (QuanWizardPage *page, const char *path);
  /* Why we ask: title, clauses (ids of the pack, separated by " ") and paragraphs for the side pane of a path (NULL: of the
   * page). NULL where the page has nothing to say. */
  gboolean      (*explain) (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *title, GString *clauses,
                            GPtrArray *sections);
  /* The page takes the whole width: no pane beside it. */
  gboolean      wide;
};

/* A section of the side pane. */
typedef struct {
  char *heading;
  char *text;   /* paragraphs separated by line breaks */
} QuanExplanation;
/* Adds a section to the array given to explain. */
void quan_explanation_add (GPtrArray *sections, const char *heading, const char *text);

/* The snapshot shown last, NULL before the first. */
gconstpointer quan_wizard_page_snapshot (QuanWizardPage *page);

const char   *quan_wizard_page_title (QuanWizardPage *page);
QuanStepState quan_wizard_page_judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence);
void          quan_wizard_page_show (QuanWizardPage *page, gconstpointer snapshot);
gboolean      quan_wizard_page_reveal (QuanWizardPage *page, const char *path);

/*
 * What pages and fields ask for are actions of the wizard above them; gtk_widget_activate_action from any widget inside:
 *   wizard.reveal     (s)   path: goes to the step that has the field, and into it
 *   wizard.go-to      (i)   step 1 to 5
 *   wizard.explain    (s)   path the focus is in, "" for the page
 *   wizard.attach     (ss)  document id, file path
 *   wizard.detach     (x)   attachment id
 *   wizard.back, wizard.continue, wizard.close
 * and of a claim (ui/wizard/claim-wizard.h)
 *   wizard.enter      (ss)  path, text: a field was left or an entry ended
 *   wizard.note       (ss)  path, text: what stands in the field being typed into
 *   wizard.remove-row (s)   "contract.lines[2]"
 */
