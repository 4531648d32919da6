#include "ui/state-mark.h"

#include <glib/gi18n-lib.h>

/* The looks of a state. */
typedef struct {
  const char *icon, *css_class;
} Mark;

static const char *const state_classes[] = { "pass", "fail", "review", "unknown", "none", "accent" };

static const Mark verdict_marks[QUAN_N_VERDICTS] = {
  [QUAN_VERDICT_PASS] = { "quan-pass-symbolic", "pass" },
  [QUAN_VERDICT_FAIL] = { "quan-fail-symbolic", "fail" },
  [QUAN_VERDICT_REVIEW] = { "quan-review-symbolic", "review" },
  [QUAN_VERDICT_UNKNOWN] = { "quan-unknown-symbolic", "unknown" },
  [QUAN_VERDICT_NOT_APPLICABLE] = { "quan-not-applicable-symbolic", "none" },
};

static const Mark step_marks[] = {
  [QUAN_STEP_NOT_STARTED] = { "quan-not-started-symbolic", "none" },
  [QUAN_STEP_DONE] = { "quan-pass-symbolic", "pass" },
  [QUAN_STEP_WRONG] = { "quan-fail-symbolic", "fail" },
  [QUAN_STEP_REVIEW] = { "quan-review-symbolic", "review" },
  [QUAN_STEP_UNKNOWN] = { "quan-unknown-symbolic", "unknown" },
  [QUAN_STEP_LOCKED] = { "quan-locked-symbolic", "none" },
};

static const Mark contract_marks[QUAN_N_CONTRACT_STATES] = {
  [QUAN_CONTRACT_UNCLAIMED] = { "quan-not-started-symbolic", "none" },
  [QUAN_CONTRACT_INELIGIBLE] = { "quan-fail-symbolic", "fail" },
  [QUAN_CONTRACT_UNDETERMINED] = { "quan-unknown-symbolic", "unknown" },
  [QUAN_CONTRACT_DRAFT] = { "quan-draft-symbolic", "accent" },
  [QUAN_CONTRACT_SUBMITTED] = { "quan-submitted-symbolic", "accent" },
  [QUAN_CONTRACT_RETURNED] = { "quan-returned-symbolic", "review" },
  [QUAN_CONTRACT_APPROVED] = { "quan-pass-symbolic", "pass" },
  [QUAN_CONTRACT_REJECTED] = { "quan-fail-symbolic", "fail" },
  [QUAN_CONTRACT_WITHDRAWN] = { "quan-not-applicable-symbolic", "none" },
};

static const Mark invoice_marks[QUAN_N_INVOICE_STANDS] = {
  [QUAN_INVOICE_FREE] = { "quan-not-started-symbolic", "none" },
  [QUAN_INVOICE_LACKS_DELIVERY] = { "quan-unknown-symbolic", "unknown" },
  [QUAN_INVOICE_FILED] = { "quan-submitted-symbolic", "accent" },
  [QUAN_INVOICE_PAID_OUT] = { "quan-pass-symbolic", "pass" },
};

const char *
quan_verdict_icon (QuanVerdict verdict)
{
  return verdict_marks[verdict].icon;
}

const char *
quan_verdict_class (QuanVerdict verdict)
{
  return verdict_marks[verdict].css_class;
}

const char *
quan_verdict_word (QuanVerdict verdict)
{
  return quan_verdict_name (verdict, quan_language_of_locale ());
}

const char *
quan_step_icon (QuanStepState state)
{
  return step_marks[state].icon;
}

const char *
quan_step_class (QuanStepState state)
{
  return step_marks[state].css_class;
}

const char *
quan_step_word (QuanStepState state)
{
  switch (state) {
  case QUAN_STEP_NOT_STARTED:
    return _("Not started");
  case QUAN_STEP_DONE:
    return _("Done");
  case QUAN_STEP_WRONG:
    return _("To be corrected");
  case QUAN_STEP_REVIEW:
    return _("To be looked at");
  case QUAN_STEP_UNKNOWN:
    return _("A fact is missing");
  case QUAN_STEP_LOCKED:
    return _("Cannot be started yet");
  default:
    g_return_val_if_reached ("");
  }
}

const char *
quan_contract_state_icon (QuanContractState state)
{
  return contract_marks[state].icon;
}

const char *
quan_contract_state_class (QuanContractState state)
{
  return contract_marks[state].css_class;
}

QuanContractState
quan_claim_mark (int claim_state)
{
  static const QuanContractState marks[] = {
    QUAN_CONTRACT_UNCLAIMED, QUAN_CONTRACT_DRAFT, QUAN_CONTRACT_SUBMITTED, QUAN_CONTRACT_RETURNED,
    QUAN_CONTRACT_APPROVED, QUAN_CONTRACT_REJECTED, QUAN_CONTRACT_WITHDRAWN,
  };

  g_return_val_if_fail (claim_state >= 0 && claim_state < (int) G_N_ELEMENTS (marks), QUAN_CONTRACT_UNCLAIMED);
  return marks[claim_state];
}

QuanContractState
quan_redemption_mark (int redemption_state)
{
  static const QuanContractState marks[] = {
    [QUAN_REDEMPTION_DRAFT] = QUAN_CONTRACT_DRAFT, [QUAN_REDEMPTION_SUBMITTED] = QUAN_CONTRACT_SUBMITTED,
    [QUAN_REDEMPTION_RETURNED] = QUAN_CONTRACT_RETURNED, [QUAN_REDEMPTION_PAID] = QUAN_CONTRACT_APPROVED,
    [QUAN_REDEMPTION_REJECTED] = QUAN_CONTRACT_REJECTED, [QUAN_REDEMPTION_WITHDRAWN] = QUAN_CONTRACT_WITHDRAWN,
  };

  g_return_val_if_fail (redemption_state > 0 && redemption_state < (int) G_N_ELEMENTS (marks), QUAN_CONTRACT_DRAFT);
  return marks[redemption_state];
}

const char *
quan_invoice_stand_icon (QuanInvoiceStand stand)
{
  return invoice_marks[stand].icon;
}

const char *
quan_invoice_stand_class (QuanInvoiceStand stand)
{
  return invoice_marks[stand].css_class;
}

void
quan_state_class_set (GtkWidget *widget, const char *css_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_classes); i++)
    if (g_strcmp0 (css_class, state_classes[i]) == 0)
      gtk_widget_add_css_class (widget, state_classes[i]);
    else
      gtk_widget_remove_css_class (widget, state_classes[i]);
}

void
quan_state_icon_set (GtkWidget *image, const char *icon, const char *css_class, const char *word)
{
  g_return_if_fail (GTK_IS_IMAGE (image) && word != NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  quan_state_class_set (image, css_class);
  gtk_widget_set_tooltip_text (image, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
}

GtkWidget *
quan_state_icon_new (const char *icon, const char *css_class, const char *word)
{
  GtkWidget *image = gtk_image_new ();

  quan_state_icon_set (image, icon, css_class, word);
  return image;
}

GtkWidget *
quan_state_tag_new (const char *css_class, const char *word)
{
  GtkWidget *tag = gtk_label_new (word);

  gtk_widget_add_css_class (tag, "tag");
  quan_state_class_set (tag, css_class);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}
