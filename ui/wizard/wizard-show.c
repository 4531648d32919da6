#include "ui/wizard/wizard-private.h"

#include <glib/gi18n-lib.h>

#include "ui/wizard/why-pane.h"
#include "ui/wizard/wizard-layout.h"

void
quan_wizard_show_saved (QuanWizard *self)
{
  g_auto (QuanWizardHead) head = quan_wizard_head (self);
  const char *text = self->entering > 0 ? _("Saving…") : head.saved;

  gtk_label_set_text (GTK_LABEL (self->saved), text != NULL ? text : "");
}

void
quan_wizard_show_trouble (QuanWizard *self, const GError *error)
{
  gtk_widget_set_visible (self->trouble, error != NULL);
  gtk_label_set_text (GTK_LABEL (self->trouble), error != NULL ? error->message : "");
}

void
quan_wizard_show_steps (QuanWizard *self)
{
  g_auto (QuanWizardHead) head = quan_wizard_head (self);

  for (int i = 0; i < QUAN_WIZARD_STEPS; i++) {
    const char *title = quan_wizard_page_title (self->pages[i]);
    g_autofree char *sentence = NULL;
    QuanStepState state = quan_wizard_page_judge (self->pages[i], self->snapshot, &sentence);

    quan_step_list_set (QUAN_STEP_LIST (self->steps), i + 1, title, state, sentence);
    quan_step_list_set (QUAN_STEP_LIST (self->steps_popover_list), i + 1, title, state, sentence);
  }
  quan_step_list_show (QUAN_STEP_LIST (self->steps), head.subject, head.figures);
  quan_step_list_show (QUAN_STEP_LIST (self->steps_popover_list), head.subject, head.figures);
}

void
quan_wizard_show_why (QuanWizard *self)
{
  QuanWizardPage *page = self->pages[self->step - 1];
  g_auto (QuanWizardHead) head = quan_wizard_head (self);

  if (self->snapshot == NULL)
    return;
  quan_why_pane_explain (QUAN_WHY_PANE (self->why), page, head.view->pack, self->snapshot, self->explained);
  quan_why_pane_explain (QUAN_WHY_PANE (self->why_popover_pane), page, head.view->pack, self->snapshot, self->explained);
}

void
quan_wizard_show_step (QuanWizard *self)
{
  QuanWizardPage *page = self->pages[self->step - 1];
  gboolean wide = QUAN_WIZARD_PAGE_GET_CLASS (page)->wide, last = self->step == QUAN_WIZARD_STEPS;
  g_autofree char *title = g_strdup_printf (_("Step %d of %d: %s"), self->step, QUAN_WIZARD_STEPS,
                                            quan_wizard_page_title (page));

  gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (page));
  quan_step_list_select (QUAN_STEP_LIST (self->steps), self->step);
  quan_step_list_select (QUAN_STEP_LIST (self->steps_popover_list), self->step);
  quan_wizard_layout_set_wide (QUAN_WIZARD_LAYOUT (self->layout), wide);
  gtk_label_set_text (GTK_LABEL (self->narrow_title), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", self->step > 1);
  gtk_widget_set_visible (self->go_on, !last);
  gtk_widget_set_visible (self->page_buttons, last);
  if (self->snapshot != NULL)
    quan_wizard_page_show (page, self->snapshot);
  quan_wizard_show_why (self);
}
