#include "ui/wizard/quota-page.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/columns.h"
#include "ui/entries/figures.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/date-notes.h"
#include "ui/wizard/sheet-view.h"

struct _QuanQuotaPage {
  QuanWizardPage parent_instance;
  GtkWidget     *headline, *lost, *remark, *as_of, *next_year, *bar, *sheet, *notes;
};

G_DEFINE_FINAL_TYPE (QuanQuotaPage, quan_quota_page, QUAN_TYPE_WIZARD_PAGE)

/* The answer in one sentence. Free with g_free. */
static char *
headline_text (const QuanPrepared *prepared)
{
  const QuanAward *award = &prepared->check->award;
  g_autofree char *claimable = quan_figure (award->claimable);

  if (award->claimable == QUAN_FEN_NONE)
    return g_strdup (award->base.state == QUAN_BASE_UNDETERMINED ? _("The amount cannot be determined")
                                                                 : _("The amount is not known yet"));
  if (prepared->check->verdict == QUAN_VERDICT_FAIL)
    return g_strdup (_("Nothing can be claimed while a rule fails"));
  return g_strdup_printf (_("%s yuan can be claimed"), claimable);
}

/* What the claim would lose stands beside the answer, so that nobody goes on without having seen it. */
static void
show_lost (QuanQuotaPage *self, const QuanAward *award)
{
  g_autofree char *figure = quan_figure (award->forfeited);
  g_autofree char *text = g_strdup_printf (_("%s yuan would be forfeited"), figure);

  gtk_label_set_label (GTK_LABEL (self->lost), text);
  gtk_widget_set_visible (self->lost, award->forfeited != QUAN_FEN_NONE && award->forfeited > 0);
}

static char *
remark_text (const QuanPrepared *prepared)
{
  const char *number = prepared->contract->number;
  char date[QUAN_DATE_BUF];

  quan_date_iso (prepared->view.as_of, date);
  return number != NULL ? g_strdup_printf (_("%s · reckoned for %s"), number, date)
                        : g_strdup_printf (_("Reckoned for %s"), date);
}

static void
show_days (QuanQuotaPage *self, const QuanPrepared *prepared)
{
  const QuanDate next = prepared->waiting.date;
  char date[QUAN_DATE_BUF];

  gtk_widget_set_sensitive (self->as_of, !prepared->locked);
  gtk_widget_set_sensitive (self->next_year, !prepared->locked && next != QUAN_DATE_NONE);
  if (next == QUAN_DATE_NONE)
    return;
  quan_date_iso (next, date);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_year), "(ss)", "claim.submitted", date);
  gtk_widget_set_tooltip_text (self->next_year, date);
}

static void
quan_quota_page_show (QuanWizardPage *page, gconstpointer snapshot)
{
  const QuanPrepared *prepared = snapshot;
  QuanQuotaPage *self = QUAN_QUOTA_PAGE (page);
  g_autofree char *headline = headline_text (prepared), *remark = remark_text (prepared);
  QuanQuotaSegments segments;

  gtk_label_set_label (GTK_LABEL (self->headline), headline);
  gtk_label_set_label (GTK_LABEL (self->remark), remark);
  show_lost (self, &prepared->check->award);
  show_days (self, prepared);
  quan_quota_segments_of_check (&segments, &prepared->view, prepared->check, prepared->subject.year);
  quan_quota_bar_set (QUAN_QUOTA_BAR (self->bar), &segments);
  quan_sheet_view_show (QUAN_SHEET_VIEW (self->sheet), prepared);
  quan_date_notes_show (GTK_BOX (self->notes), prepared);
  quan_form_show (GTK_WIDGET (self), prepared);
}

static const char *
quan_quota_page_title (QuanWizardPage *page)
{
  return _("Quota");
}

static QuanStepState
quan_quota_page_judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  const QuanPrepared *prepared = snapshot;
  const QuanAward *award = &prepared->check->award;
  g_autofree char *claimable = quan_figure (award->claimable), *forfeited = quan_figure (award->forfeited);
  g_autofree char *at_risk = quan_figure (award->at_risk);

  if (!prepared->contract_stored) {
    *sentence = g_strdup (_("Needs the contract's number"));
    return QUAN_STEP_LOCKED;
  }
  if (award->claimable == QUAN_FEN_NONE) {
    *sentence = headline_text (prepared);
    return award->base.state == QUAN_BASE_UNDETERMINED ? QUAN_STEP_REVIEW : QUAN_STEP_UNKNOWN;
  }
  if (award->forfeited != QUAN_FEN_NONE && award->forfeited > 0) {
    *sentence = g_strdup_printf (_("%s would be forfeited"), forfeited);
    return QUAN_STEP_REVIEW;
  }
  if (prepared->check->verdict == QUAN_VERDICT_FAIL) {
    *sentence = headline_text (prepared);
    return QUAN_STEP_REVIEW;
  }
  if (award->at_risk != QUAN_FEN_NONE && award->at_risk > 0) {
    *sentence = g_strdup_printf (_("%s at risk"), at_risk);
    return QUAN_STEP_REVIEW;
  }
  *sentence = g_strdup_printf (_("%s can be claimed"), claimable);
  return QUAN_STEP_DONE;
}

/* The summaries of the clauses, each once. Free with g_free. */
static char *
clause_summaries (const QuanPack *pack, const char *const *ids, int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++) {
    const QuanClause *clause = quan_pack_clause (pack, ids[i]);

    if (clause != NULL && (i == 0 || !g_str_equal (ids[i], ids[0])))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", clause->summary.in[quan_language_of_locale ()]);
  }
  return g_string_free (text, FALSE);
}

/* The readings that shape the amount, as they are chosen. Free with g_free. */
static char *
readings_used (const QuanView *view)
{
  static const QuanSwitch switches[] = {
    QUAN_SWITCH_PRORATION, QUAN_SWITCH_WINDOW_START, QUAN_SWITCH_TAX, QUAN_SWITCH_CAPS,
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", view->pack->switches[switches[i]]->id,
                            quan_readings_option (&view->readings, view->pack, switches[i])
                              ->name.in[quan_language_of_locale ()]);
  return g_string_free (text, FALSE);
}

static gboolean
quan_quota_page_explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *title,
                         GString *clauses, GPtrArray *sections)
{
  const QuanPrepared *prepared = snapshot;
  const QuanPack *pack = prepared->view.pack;
  const char *ids[] = { pack->claims.clause, pack->award_clause };
  g_autofree char *summaries = clause_summaries (pack, ids, G_N_ELEMENTS (ids));
  g_autofree char *readings = readings_used (&prepared->view);

  g_string_assign (title, _("How the amount is reckoned"));
  g_string_printf (clauses, "%s %s", ids[0], ids[1]);
  quan_explanation_add (sections, _("Our summary"), summaries);
  quan_explanation_add (sections, _("Readings used"), readings);
  quan_explanation_add (sections, _("The day counts"),
                        _("The year of the submission decides whose quota is used. Move the date to see what changes."));
  return TRUE;
}

QuanQuotaBar *
quan_quota_page_bar (QuanQuotaPage *self)
{
  g_return_val_if_fail (QUAN_IS_QUOTA_PAGE (self), NULL);
  return QUAN_QUOTA_BAR (self->bar);
}

static void
quan_quota_page_dispose (GObject *object)
{
  quan_box_empty (GTK_BOX (object));
  G_OBJECT_CLASS (quan_quota_page_parent_class)->dispose (object);
}

static void
quan_quota_page_class_init (QuanQuotaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_quota_page_dispose;
  page_class->title = quan_quota_page_title;
  page_class->judge = quan_quota_page_judge;
  page_class->show = quan_quota_page_show;
  page_class->explain = quan_quota_page_explain;
  g_type_ensure (QUAN_TYPE_COLUMNS);
  g_type_ensure (QUAN_TYPE_FLOW);
  g_type_ensure (QUAN_TYPE_FORM_FIELD);
  g_type_ensure (QUAN_TYPE_QUOTA_BAR);
  g_type_ensure (QUAN_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/quota-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, headline);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, lost);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, remark);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, next_year);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, bar);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, QuanQuotaPage, notes);
}

static void
quan_quota_page_init (QuanQuotaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
