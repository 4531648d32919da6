/* The wizard: steps at the left, the page, why we ask at the right, and what goes on below. What it leads through is
 * its kind: a claim (ui/wizard/claim-wizard.h), the redemption of a round (ui/redemption/redemption-wizard.h). */
#pragma once
#include "ui/office.h"
#include "ui/wizard/step-list.h"
#include "ui/wizard/wizard-page.h"

#define QUAN_WIZARD_STEPS 5

#define QUAN_TYPE_WIZARD (quan_wizard_get_type ())
#define QUAN_WIZARD(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), QUAN_TYPE_WIZARD, QuanWizard))
#define QUAN_WIZARD_CLASS(klass) (G_TYPE_CHECK_CLASS_CAST ((klass), QUAN_TYPE_WIZARD, QuanWizardClass))
#define QUAN_IS_WIZARD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), QUAN_TYPE_WIZARD))
#define QUAN_WIZARD_GET_CLASS(object) (G_TYPE_INSTANCE_GET_CLASS ((object), QUAN_TYPE_WIZARD, QuanWizardClass))
typedef struct _QuanWizard QuanWizard;
typedef struct _QuanWizardClass QuanWizardClass;
GType quan_wizard_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanWizard, g_object_unref)

/* What the frame shows of a snapshot. */
typedef struct {
  const QuanView *view;
  const char     *enterprise;  /* code of the enterprise the store has, or NULL */
  int             step;        /* the one to begin with */
  char           *subject;     /* what it is about, to free */
  char           *saved;       /* how it is kept, to free; NULL: nothing to say */
  QuanStepFigure  figures[QUAN_N_STEP_FIGURES];
} QuanWizardHead;

/* Signals: "closed", when the officer goes back to where she came from. */
struct _QuanWizardClass {
  GtkWidgetClass parent_class;

  const char    *title;                     /* above the steps, to translate */
  const char    *origin;                    /* the page it belongs to, likewise: "Claims" */
  GType          pages[QUAN_WIZARD_STEPS];  /* of QuanWizardPage; the last a QuanPacketPage */
  GDestroyNotify free_snapshot;
  /* Orders the snapshot; the callback gets quan_office_done's answer. */
  void         (*order) (QuanWizard *wizard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
  void         (*describe) (gconstpointer snapshot, QuanWizardHead *head);
  /* The step that has the field of a path. */
  int          (*step_of_path) (const char *path);
  /* Keeps a file as a document of the packet; as order. */
  void         (*attach) (QuanWizard *wizard, const char *document, const char *file, GAsyncReadyCallback callback,
                          gpointer data);
  /* Remembers the step shown; NULL: it is not remembered. */
  void         (*turn_to_step) (QuanWizard *wizard, int step);
};

/* The snapshot shown, of the wizard's kind; NULL while the first is being taken. */
gconstpointer quan_wizard_snapshot (QuanWizard *wizard);
int  quan_wizard_step (QuanWizard *wizard);
void quan_wizard_go_to (QuanWizard *wizard, int step);
QuanWizardPage *quan_wizard_page (QuanWizard *wizard, int step);
/* Whether everything handed to the worker has been saved. */
gboolean quan_wizard_is_saved (QuanWizard *wizard);
/* The page one goes back to, translated. */
const char *quan_wizard_origin (QuanWizard *wizard);
