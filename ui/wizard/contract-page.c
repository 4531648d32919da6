#include "ui/wizard/contract-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/dialogs/file-picker.h"
#include "ui/entries/error-summary.h"
#include "ui/entries/figures.h"
#include "ui/entries/form-choice.h"
#include "ui/entries/form-field.h"
#include "ui/entries/form-grid.h"
#include "ui/wizard/contract-scan.h"
#include "ui/wizard/contract-totals.h"
#include "ui/wizard/explanations.h"
#include "ui/wizard/fact-judge.h"
#include "ui/wizard/fact-rows.h"
#include "ui/wizard/lines-table.h"

G_DEFINE_FINAL_TYPE (QuanContractPage, quan_contract_page, QUAN_TYPE_WIZARD_PAGE)

/* What the rules and the base need of a contract. */
static const QuanNeededFact needed[] = {
  { "contract.provider", N_("The provider is missing") },
  { "contract.number", N_("The contract number is missing") },
  { "contract.signed", N_("The signing date is missing") },
  { "contract.starts", N_("The first day is missing") },
  { "contract.ends", N_("The last day is missing") },
  { "contract.affiliated", N_("The declaration on affiliates is missing") },
  { "contract.purpose", N_("The purpose is missing") },
  { "contract.field", N_("The field of use is missing") },
  { "contract.lines", N_("The lines are missing") },
  { "contract.other_subsidies", N_("The declaration on other subsidies is missing") },
};

static const char *
title (QuanWizardPage *page)
{
  return _("Contract");
}

static gboolean
lacks_amount (const QuanContract *contract)
{
  for (guint i = 0; contract->lines != NULL && i < contract->lines->len; i++)
    if (((const QuanLine *) contract->lines->pdata[i])->amount == QUAN_FEN_NONE)
      return TRUE;
  return FALSE;
}

static QuanStepState
judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  const QuanPrepared *prepared = snapshot;
  static const char *const prefixes[] = { "contract.", "provider.", NULL };
  QuanStepState state = quan_step_judge_facts (prepared, prefixes, needed, G_N_ELEMENTS (needed), sentence);

  if (state != QUAN_STEP_DONE || !lacks_amount (prepared->contract))
    return state;
  g_free (*sentence);
  *sentence = g_strdup (_("A line has no amount"));
  return QUAN_STEP_UNKNOWN;
}

static void
show_scan (QuanContractPage *self, const QuanPrepared *prepared)
{
  const QuanDocumentRow *row = quan_contract_scan_document (prepared);
  g_autofree char *text = quan_contract_scan_text (prepared);

  gtk_widget_set_visible (self->scan, row != NULL);
  gtk_label_set_text (GTK_LABEL (self->scan_name), text);
  gtk_widget_set_tooltip_text (self->scan_name, text);
  gtk_widget_set_visible (self->choose_scan, prepared->contract_stored && !prepared->locked);
}

static void
show_notices (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < prepared->notices->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) prepared->notices->pdata[i]);
  gtk_label_set_text (GTK_LABEL (self->notices), text->str);
  gtk_widget_set_visible (self->notices, text->len > 0);
}

static void
show_proposals (QuanContractPage *self, const QuanPrepared *prepared)
{
  guint n = quan_lines_table_n_proposals (QUAN_LINES_TABLE (self->lines));
  g_autofree char *label = g_strdup_printf (ngettext ("Take %u amount from quantity × price",
                                                      "Take %u amounts from quantity × price", n), n);

  gtk_button_set_label (GTK_BUTTON (self->take), label);
  gtk_widget_set_visible (self->take, n > 0 && !prepared->locked);
}

/* The schedule's sum, and whether it is that of the compute lines. */
/* What a part that is folded says of itself, to be seen and heard. */
static void
set_fold_text (GtkWidget *toggle, GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  quan_set_name (toggle, text);
}

static void
show_schedule (QuanContractPage *self, const QuanPrepared *prepared)
{
  const QuanBase *base = &prepared->check->award.base;
  guint rows = prepared->contract->schedule != NULL ? prepared->contract->schedule->len : 0;
  gboolean known = rows > 0 && base->scheduled != QUAN_FEN_NONE;
  gboolean equal = known && base->scheduled == base->compute;
  g_autofree char *sum = quan_figure (base->scheduled), *compute = quan_figure (base->compute);
  g_autofree char *short_text = rows == 0 ? g_strdup (_("Dated schedule (none, by days)"))
                                          : g_strdup_printf (_("Dated schedule (%u)"), rows);
  g_autofree char *text = equal   ? g_strdup_printf (_("Sum %s: equals the compute lines"), sum)
                          : known ? g_strdup_printf (_("Sum %s: the compute lines come to %s, so the base is left "
                                                       "undetermined"), sum, compute)
                                  : g_strdup (rows > 0 ? _("Each row needs a date and an amount") : "");

  set_fold_text (self->schedule, self->schedule_label, short_text);
  gtk_label_set_text (GTK_LABEL (self->schedule_sum), text);
  gtk_widget_set_css_classes (self->schedule_sum,
                              (const char *[]) { "small", equal ? "pass" : known ? "review" : "dim", NULL });
}

static void
show_locked (QuanContractPage *self, gboolean locked)
{
  GtkWidget *closed[] = { self->provider, self->field, self->any_subsidy, self->paste, self->add };

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    gtk_widget_set_sensitive (closed[i], !locked);
}

static void
show (QuanWizardPage *page, gconstpointer snapshot)
{
  const QuanPrepared *prepared = snapshot;
  QuanContractPage *self = QUAN_CONTRACT_PAGE (page);

  quan_lines_table_fit (QUAN_LINES_TABLE (self->lines), prepared);
  quan_fact_rows_fit (QUAN_FACT_ROWS (self->schedule_rows), prepared);
  quan_fact_rows_fit (QUAN_FACT_ROWS (self->subsidy_rows), prepared);
  quan_form_show (self->form, prepared);
  quan_contract_page_show_provider (self, prepared);
  quan_contract_page_show_field (self, prepared);
  show_scan (self, prepared);
  show_notices (self, prepared);
  show_proposals (self, prepared);
  quan_contract_totals_show (QUAN_CONTRACT_TOTALS (self->totals), prepared);
  show_schedule (self, prepared);
  quan_contract_page_show_subsidies (self, prepared);
  set_fold_text (self->model, self->model_label,
                 prepared->contract->model != NULL ? _("Model (described)") : _("Model (not described)"));
  show_locked (self, prepared->locked);
  quan_error_summary_show (QUAN_ERROR_SUMMARY (self->summary), self->form, prepared);
}

static gboolean
explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  const QuanPrepared *prepared = snapshot;

  return quan_explain_fact (prepared->view.pack, "contract", path, heading, clauses, sections);
}

/* Rows made later may hold texts that are to be corrected. */
static void
on_grown (QuanContractPage *self)
{
  quan_error_summary_show (QUAN_ERROR_SUMMARY (self->summary), self->form,
                           quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self)));
}

static void
on_add (QuanContractPage *self)
{
  quan_lines_table_add (QUAN_LINES_TABLE (self->lines));
}

static void
on_take (QuanContractPage *self)
{
  quan_lines_table_take_proposals (QUAN_LINES_TABLE (self->lines));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanContractPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->lines != NULL)
    quan_lines_table_paste (QUAN_LINES_TABLE (self->lines), text);
}

static void
on_paste (QuanContractPage *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

static void
scans_chosen (const char *const *paths, gpointer data)
{
  quan_contract_scan_attach (data, quan_wizard_page_snapshot (data), paths[0]);
}

static void
on_choose_scan (QuanContractPage *self)
{
  static const char *const suffixes[] = { "pdf", "jpg", "jpeg", "png", "tif", "tiff", "ofd", NULL };
  QuanFileRequest request = { .title = _("The contract's scan"), .kind = _("Scans (PDF, OFD, pictures)"),
                              .suffixes = suffixes };

  quan_pick_file (GTK_WIDGET (self), &request, scans_chosen, self);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path != NULL)
    quan_contract_scan_attach (self, quan_wizard_page_snapshot (self), path);
  return path != NULL;
}

static void
quan_contract_page_dispose (GObject *object)
{
  QuanContractPage *self = QUAN_CONTRACT_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_box_remove (GTK_BOX (object), child);
  self->lines = NULL;
  G_OBJECT_CLASS (quan_contract_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (QUAN_TYPE_CONTRACT_TOTALS);
  g_type_ensure (QUAN_TYPE_ERROR_SUMMARY);
  g_type_ensure (QUAN_TYPE_FACT_ROWS);
  g_type_ensure (QUAN_TYPE_FORM_CHOICE);
  g_type_ensure (QUAN_TYPE_FORM_FIELD);
  g_type_ensure (QUAN_TYPE_FORM_GRID);
  g_type_ensure (QUAN_TYPE_LINES_TABLE);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, QuanContractPage, member)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (scroller);
  BIND (form);
  BIND (summary);
  BIND (notices);
  BIND (scan);
  BIND (scan_name);
  BIND (choose_scan);
  BIND (provider);
  BIND (provider_name);
  BIND (provider_uscc);
  BIND (field);
  BIND (other_field);
  BIND (lines);
  BIND (take);
  BIND (paste);
  BIND (add);
  BIND (totals);
  BIND (schedule);
  BIND (schedule_label);
  BIND (schedule_rows);
  BIND (schedule_sum);
  BIND (subsidies);
  BIND (subsidies_label);
  BIND (any_subsidy);
  BIND (subsidy_rows);
  BIND (model);
  BIND (model_label);
  BIND (model_field);
}

static void
quan_contract_page_class_init (QuanContractPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_contract_page_dispose;
  page_class->title = title;
  page_class->judge = judge;
  page_class->show = show;
  page_class->reveal = quan_contract_page_reveal;
  page_class->explain = explain;
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/contract-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_scan);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_field_chosen",
                                                G_CALLBACK (quan_contract_page_field_chosen));
  gtk_widget_class_bind_template_callback (widget_class, on_grown);
  gtk_widget_class_bind_template_callback (widget_class, on_paste);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_provider_chosen",
                                                G_CALLBACK (quan_contract_page_provider_chosen));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_subsidy_chosen",
                                                G_CALLBACK (quan_contract_page_subsidy_chosen));
  gtk_widget_class_bind_template_callback (widget_class, on_take);
}

static void
set_lists (QuanContractPage *self)
{
  const QuanFactColumn schedule[] = { { "date", _("Date") }, { "amount", _("Amount (yuan)") } };
  const QuanFactColumn subsidies[] = { { "level", _("Level") }, { "scope", _("For which contract") } };
  const char *const answers[] = { _("None"), _("There are others"), NULL };

  quan_fact_rows_set_list (QUAN_FACT_ROWS (self->schedule_rows), "contract.schedule", schedule,
                           G_N_ELEMENTS (schedule));
  quan_fact_rows_set_list (QUAN_FACT_ROWS (self->subsidy_rows), "contract.other_subsidies", subsidies,
                           G_N_ELEMENTS (subsidies));
  quan_form_choice_set_options (QUAN_FORM_CHOICE (self->any_subsidy), answers);
  quan_contract_page_set_field_options (self);
}

static void
quan_contract_page_init (QuanContractPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_lists (self);
  quan_name_by_label (self->choose_scan);
  quan_name_by_label (self->paste);
  quan_name_by_label (self->add);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
