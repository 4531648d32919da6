#include "ui/wizard/wizard-page.h"

#include "ui/entries/form-field.h"

typedef struct {
  gconstpointer snapshot;
} QuanWizardPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QuanWizardPage, quan_wizard_page, GTK_TYPE_BOX)

void
quan_explanation_add (GPtrArray *sections, const char *heading, const char *text)
{
  QuanExplanation *section = g_new (QuanExplanation, 1);

  *section = (QuanExplanation) { g_strdup (heading), g_strdup (text) };
  g_ptr_array_add (sections, section);
}

gconstpointer
quan_wizard_page_snapshot (QuanWizardPage *self)
{
  QuanWizardPagePrivate *priv = quan_wizard_page_get_instance_private (self);

  g_return_val_if_fail (QUAN_IS_WIZARD_PAGE (self), NULL);
  return priv->snapshot;
}

const char *
quan_wizard_page_title (QuanWizardPage *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD_PAGE (self), NULL);
  return QUAN_WIZARD_PAGE_GET_CLASS (self)->title (self);
}

QuanStepState
quan_wizard_page_judge (QuanWizardPage *self, gconstpointer snapshot, char **sentence)
{
  g_return_val_if_fail (QUAN_IS_WIZARD_PAGE (self) && snapshot != NULL && sentence != NULL, QUAN_STEP_NOT_STARTED);
  return QUAN_WIZARD_PAGE_GET_CLASS (self)->judge (self, snapshot, sentence);
}

void
quan_wizard_page_show (QuanWizardPage *self, gconstpointer snapshot)
{
  QuanWizardPagePrivate *priv = quan_wizard_page_get_instance_private (self);

  g_return_if_fail (QUAN_IS_WIZARD_PAGE (self));

  priv->snapshot = snapshot;
  if (snapshot != NULL)
    QUAN_WIZARD_PAGE_GET_CLASS (self)->show (self, snapshot);
}

gboolean
quan_wizard_page_reveal (QuanWizardPage *self, const char *path)
{
  QuanWizardPageClass *klass;

  g_return_val_if_fail (QUAN_IS_WIZARD_PAGE (self) && path != NULL, FALSE);
  klass = QUAN_WIZARD_PAGE_GET_CLASS (self);
  return klass->reveal != NULL ? klass->reveal (self, path) : quan_form_focus (GTK_WIDGET (self), path);
}

static void
quan_wizard_page_class_init (QuanWizardPageClass *klass)
{
}

static void
quan_wizard_page_init (QuanWizardPage *self)
{
}
