#include "ui/wizard/contract-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

struct _QuanContractPage {
  QuanWizardPage parent_instance;
  GtkWidget     *scroller, *form, *summary, *notices;
  GtkWidget     *scan, *scan_name, *choose_scan;
  GtkWidget     *provider, *provider_name, *provider_uscc;
  GtkWidget     *field, *other_field;
  GtkWidget     *lines, *take, *paste, *add, *totals;
  GtkWidget     *schedule, *schedule_label, *schedule_rows, *schedule_sum;
  GtkWidget     *subsidies, *subsidies_label, *any_subsidy, *subsidy_rows;
  GtkWidget     *model, *model_label, *model_field;
  /* Chosen, but nothing is entered yet that would say so. */
  gboolean       new_provider, another_field, some_subsidy;
  guint          frames;  /* since something was unfolded to be revealed */
};

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

/* Answers to whether there are other subsidies, in the order of the choice. */
enum { SUBSIDIES_NONE, SUBSIDIES_SOME };

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
judge (QuanWizardPage *page, const QuanPrepared *prepared, char **sentence)
{
  static const char *const prefixes[] = { "contract.", "provider.", NULL };
  QuanStepState state = quan_step_judge_facts (prepared, prefixes, needed, G_N_ELEMENTS (needed), sentence);

  if (state != QUAN_STEP_DONE || !lacks_amount (prepared->contract))
    return state;
  g_free (*sentence);
  *sentence = g_strdup (_("A line has no amount"));
  return QUAN_STEP_UNKNOWN;
}

static void
enter (gpointer self, const char *path, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", path, text);
}

/* The place of the contract's provider among those known; their number if it is not among them. */
static guint
known_provider (const QuanPrepared *prepared)
{
  guint i = 0;

  for (; i < prepared->providers->len; i++) {
    const QuanProvider *known = prepared->providers->pdata[i];

    if (g_strcmp0 (known->uscc, prepared->provider->uscc) == 0)
      break;
  }
  return i;
}

static void
set_provider_options (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) options = NULL;

  for (guint i = 0; i < prepared->providers->len; i++) {
    const QuanProvider *known = prepared->providers->pdata[i];

    g_strv_builder_add (names, known->name != NULL ? known->name : known->uscc);
  }
  g_strv_builder_add (names, _("New provider…"));
  options = g_strv_builder_end (names);
  quan_form_choice_set_options (QUAN_FORM_CHOICE (self->provider), (const char *const *) options);
}

/* The fields of a new provider stay while they are being filled in, even once its code has made it a known one. */
static void
show_provider (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autofree char *name = quan_prepared_text (prepared, "provider.name");
  g_autofree char *code = quan_prepared_text (prepared, "provider.uscc");
  guint place = known_provider (prepared), n = prepared->providers->len;
  gboolean begun = self->new_provider || name != NULL || code != NULL || n == 0;
  gboolean fields = self->new_provider || (place == n && begun) || (place < n && name == NULL);

  set_provider_options (self, prepared);
  quan_form_choice_show (QUAN_FORM_CHOICE (self->provider),
                         place < n || begun ? place : GTK_INVALID_LIST_POSITION);
  quan_form_choice_set_hint (QUAN_FORM_CHOICE (self->provider), place < n ? code : NULL);
  gtk_widget_set_visible (self->provider_name, fields);
  gtk_widget_set_visible (self->provider_uscc, fields);
}

static void
on_provider_chosen (QuanContractPage *self, guint place)
{
  const QuanPrepared *prepared = quan_wizard_page_prepared (QUAN_WIZARD_PAGE (self));
  gboolean known = prepared != NULL && place < prepared->providers->len;

  if (prepared == NULL)
    return;
  self->new_provider = place == prepared->providers->len;
  gtk_widget_set_visible (self->provider_name, self->new_provider);
  gtk_widget_set_visible (self->provider_uscc, self->new_provider);
  enter (self, "provider.uscc", known ? ((const QuanProvider *) prepared->providers->pdata[place])->uscc : "");
  if (self->new_provider)
    gtk_widget_grab_focus (self->provider_name);
}

static void
set_field_options (QuanContractPage *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) options = NULL;

  for (const QuanTerm *term = quan_fields_of_use.terms; term->id != NULL; term++)
    g_strv_builder_add (names, quan_term_name (term, quan_language_of_locale ()));
  g_strv_builder_add (names, _("Other…"));
  options = g_strv_builder_end (names);
  quan_form_choice_set_options (QUAN_FORM_CHOICE (self->field), (const char *const *) options);
}

static guint
n_fields_of_use (void)
{
  guint n = 0;

  while (quan_fields_of_use.terms[n].id != NULL)
    n++;
  return n;
}

static void
show_field (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autofree char *text = quan_prepared_text (prepared, "contract.field");
  int value = quan_vocabulary_value (&quan_fields_of_use, text);
  gboolean other = value == 0 && (text != NULL || self->another_field);

  self->another_field = other;
  quan_form_choice_show (QUAN_FORM_CHOICE (self->field),
                         value > 0 ? (guint) value - 1 : other ? n_fields_of_use () : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (self->other_field, other);
}

static void
on_field_chosen (QuanContractPage *self, guint place)
{
  gboolean named = place < n_fields_of_use ();

  self->another_field = place == n_fields_of_use ();
  gtk_widget_set_visible (self->other_field, self->another_field);
  enter (self, "contract.field", named ? quan_fields_of_use.terms[place].id : "");
  if (self->another_field)
    gtk_widget_grab_focus (self->other_field);
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

  gtk_label_set_text (GTK_LABEL (self->schedule_label), short_text);
  gtk_label_set_text (GTK_LABEL (self->schedule_sum), text);
  gtk_widget_set_css_classes (self->schedule_sum,
                              (const char *[]) { "small", equal ? "pass" : known ? "review" : "dim", NULL });
}

static void
show_subsidies (QuanContractPage *self, const QuanPrepared *prepared)
{
  const GPtrArray *list = prepared->contract->other_subsidies;
  gboolean some = list != NULL ? list->len > 0 : self->some_subsidy;
  g_autofree char *text = some ? g_strdup_printf (_("Other subsidies (%u)"), list != NULL ? list->len : 0)
                               : g_strdup (list != NULL ? _("Other subsidies (none)")
                                                        : _("Other subsidies (not stated)"));

  self->some_subsidy = some;
  gtk_label_set_text (GTK_LABEL (self->subsidies_label), text);
  quan_form_choice_show (QUAN_FORM_CHOICE (self->any_subsidy), some           ? SUBSIDIES_SOME
                                                               : list != NULL ? SUBSIDIES_NONE
                                                                              : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (self->subsidy_rows, some);
}

static void
on_subsidy_chosen (QuanContractPage *self, guint answer)
{
  self->some_subsidy = answer == SUBSIDIES_SOME;
  gtk_widget_set_visible (self->subsidy_rows, self->some_subsidy);
  enter (self, "contract.other_subsidies", answer == SUBSIDIES_NONE ? "none" : "");
}

static void
show_locked (QuanContractPage *self, gboolean locked)
{
  GtkWidget *closed[] = { self->provider, self->field, self->any_subsidy, self->paste, self->add };

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    gtk_widget_set_sensitive (closed[i], !locked);
}

static void
show (QuanWizardPage *page, const QuanPrepared *prepared)
{
  QuanContractPage *self = QUAN_CONTRACT_PAGE (page);

  quan_lines_table_fit (QUAN_LINES_TABLE (self->lines), prepared);
  quan_fact_rows_fit (QUAN_FACT_ROWS (self->schedule_rows), prepared);
  quan_fact_rows_fit (QUAN_FACT_ROWS (self->subsidy_rows), prepared);
  quan_form_show (self->form, prepared);
  show_provider (self, prepared);
  show_field (self, prepared);
  show_scan (self, prepared);
  show_notices (self, prepared);
  show_proposals (self, prepared);
  quan_contract_totals_show (QUAN_CONTRACT_TOTALS (self->totals), prepared);
  show_schedule (self, prepared);
  show_subsidies (self, prepared);
  gtk_label_set_text (GTK_LABEL (self->model_label),
                      prepared->contract->model != NULL ? _("Model (described)") : _("Model (not described)"));
  show_locked (self, prepared->locked);
  quan_error_summary_show (QUAN_ERROR_SUMMARY (self->summary), self->form, prepared);
}

/* What was unfolded has its place by the second frame: then the field that has the focus is scrolled to. */
static gboolean
scroll_to_focus (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QuanContractPage *self = QUAN_CONTRACT_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (++self->frames < 2)
    return G_SOURCE_CONTINUE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->form)
      && gtk_widget_compute_bounds (focus, self->form, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* Unfolds what holds a path. */
static void
unfold (QuanContractPage *self, const char *path)
{
  const struct {
    const char *prefix;
    GtkWidget  *toggle;
  } folds[] = {
    { "contract.schedule", self->schedule },
    { "contract.other_subsidies", self->subsidies },
    { "contract.model", self->model },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    if (g_str_has_prefix (path, folds[i].prefix)
        && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (folds[i].toggle))) {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (folds[i].toggle), TRUE);
      self->frames = 0;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_focus, NULL, NULL);
    }
}

/* The choice that stands for a path where no field does. */
static GtkWidget *
choice_of (QuanContractPage *self, const char *path)
{
  if (g_str_equal (path, "contract.provider")
      || (g_str_has_prefix (path, "provider.") && !gtk_widget_get_visible (self->provider_uscc)))
    return self->provider;
  if (g_str_equal (path, "contract.field") && !gtk_widget_get_visible (self->other_field))
    return self->field;
  if (g_str_equal (path, "contract.other_subsidies"))
    return self->any_subsidy;
  return NULL;
}

static gboolean
reveal (QuanWizardPage *page, const char *path)
{
  QuanContractPage *self = QUAN_CONTRACT_PAGE (page);
  GtkWidget *choice = choice_of (self, path);

  unfold (self, path);
  if (choice != NULL)
    return gtk_widget_grab_focus (choice);
  if (g_str_equal (path, "contract.lines"))
    path = "contract.lines[0].item";
  else if (g_str_equal (path, "contract.schedule"))
    path = "contract.schedule[0].date";
  return quan_lines_table_reveal (QUAN_LINES_TABLE (self->lines), path) || quan_form_focus (self->form, path);
}

static gboolean
explain (QuanWizardPage *page, const QuanPrepared *prepared, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  return quan_explain_fact (prepared, "contract", path, heading, clauses, sections);
}

/* Rows made later may hold texts that are to be corrected. */
static void
on_grown (QuanContractPage *self)
{
  quan_error_summary_show (QUAN_ERROR_SUMMARY (self->summary), self->form,
                           quan_wizard_page_prepared (QUAN_WIZARD_PAGE (self)));
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
  quan_contract_scan_attach (data, quan_wizard_page_prepared (data), paths[0]);
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
    quan_contract_scan_attach (self, quan_wizard_page_prepared (self), path);
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
  page_class->reveal = reveal;
  page_class->explain = explain;
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/contract-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_scan);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_grown);
  gtk_widget_class_bind_template_callback (widget_class, on_paste);
  gtk_widget_class_bind_template_callback (widget_class, on_provider_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_subsidy_chosen);
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
  set_field_options (self);
}

/* The accessible name of a button is its label without the mnemonic. */
static void
name_buttons (QuanContractPage *self)
{
  const struct {
    GtkWidget  *button;
    const char *name;
  } names[] = { { self->add, _("Add a line") }, { self->paste, _("Paste from Excel") },
                { self->choose_scan, _("Choose a file…") } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (names[i].button), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i].name, -1);
}

static void
quan_contract_page_init (QuanContractPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_lists (self);
  name_buttons (self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
