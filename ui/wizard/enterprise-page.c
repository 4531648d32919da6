#include "ui/wizard/enterprise-page.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/error-summary.h"
#include "ui/entries/form-field.h"
#include "ui/entries/form-grid.h"
#include "ui/wizard/explanations.h"
#include "ui/wizard/fact-judge.h"

struct _QuanEnterprisePage {
  QuanWizardPage parent_instance;
  GtkWidget     *form, *summary;
};

G_DEFINE_FINAL_TYPE (QuanEnterprisePage, quan_enterprise_page, QUAN_TYPE_WIZARD_PAGE)

/* What the rules and the claim form need of an enterprise. */
static const QuanNeededFact needed[] = {
  { "enterprise.name", N_("The name is missing") },
  { "enterprise.uscc", N_("The credit code is missing") },
  { "enterprise.entity_type", N_("The legal form is missing") },
  { "enterprise.region", N_("The place of registration is missing") },
  { "enterprise.industry_code", N_("The sector is missing") },
  { "enterprise.ai_direction", N_("The declaration on AI directions is missing") },
  { "enterprise.finance_system", N_("The declaration on the finance system is missing") },
  { "enterprise.dishonesty_records", N_("The declaration on dishonesty is missing") },
};

static const char *
title (QuanWizardPage *page)
{
  return _("Enterprise");
}

static QuanStepState
judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  static const char *const prefixes[] = { "enterprise.", NULL };

  return quan_step_judge_facts (snapshot, prefixes, needed, G_N_ELEMENTS (needed), sentence);
}

static void
show (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanEnterprisePage *self = QUAN_ENTERPRISE_PAGE (page);

  quan_form_show (self->form, snapshot);
  quan_error_summary_show (QUAN_ERROR_SUMMARY (self->summary), self->form, snapshot);
}

static gboolean
explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  const QuanPrepared *prepared = snapshot;

  return quan_explain_fact (prepared->view.pack, "enterprise", path, heading, clauses, sections);
}

static void
quan_enterprise_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_box_remove (GTK_BOX (object), child);
  G_OBJECT_CLASS (quan_enterprise_page_parent_class)->dispose (object);
}

static void
quan_enterprise_page_class_init (QuanEnterprisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_enterprise_page_dispose;
  page_class->title = title;
  page_class->judge = judge;
  page_class->show = show;
  page_class->explain = explain;
  g_type_ensure (QUAN_TYPE_ERROR_SUMMARY);
  g_type_ensure (QUAN_TYPE_FORM_FIELD);
  g_type_ensure (QUAN_TYPE_FORM_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/enterprise-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuanEnterprisePage, form);
  gtk_widget_class_bind_template_child (widget_class, QuanEnterprisePage, summary);
}

static void
quan_enterprise_page_init (QuanEnterprisePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
