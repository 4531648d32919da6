#include "ui/wizard/wizard-private.h"

#include <glib/gi18n-lib.h>

#include "ui/wizard/step-list.h"
#include "ui/wizard/why-pane.h"
#include "ui/wizard/wizard-layout.h"

/* The time of the last entry in the officer's time zone, "10:42"; NULL before the first. */
static char *
saved_at (const QuanPrepared *prepared)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = prepared->touched != NULL ? g_date_time_new_from_iso8601 (prepared->touched, utc) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
}

void
quan_wizard_show_saved (QuanWizard *self)
{
  g_autofree char *time = self->prepared != NULL ? saved_at (self->prepared) : NULL;
  g_autofree char *text = NULL;

  if (self->entering > 0)
    text = g_strdup (_("Saving…"));
  else if (self->prepared != NULL && self->prepared->locked)
    text = g_strdup (_("Submitted and frozen: nothing can be changed"));
  else if (time != NULL)
    text = g_strdup_printf (_("Saved automatically at %s"), time);
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
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++) {
    const char *title = quan_wizard_page_title (self->pages[i]);
    g_autofree char *sentence = NULL;
    QuanStepState state = quan_wizard_page_judge (self->pages[i], self->prepared, &sentence);

    quan_step_list_set (QUAN_STEP_LIST (self->steps), i + 1, title, state, sentence);
    quan_step_list_set (QUAN_STEP_LIST (self->steps_popover_list), i + 1, title, state, sentence);
  }
  quan_step_list_show (QUAN_STEP_LIST (self->steps), self->prepared);
  quan_step_list_show (QUAN_STEP_LIST (self->steps_popover_list), self->prepared);
}

void
quan_wizard_show_why (QuanWizard *self)
{
  QuanWizardPage *page = self->pages[self->step - 1];

  if (self->prepared == NULL)
    return;
  quan_why_pane_explain (QUAN_WHY_PANE (self->why), page, self->prepared, self->explained);
  quan_why_pane_explain (QUAN_WHY_PANE (self->why_popover_pane), page, self->prepared, self->explained);
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
  if (self->prepared != NULL)
    quan_wizard_page_show (page, self->prepared);
  quan_wizard_show_why (self);
}
