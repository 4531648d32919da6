#include "ui/redemption/amount-page.h"

#include <glib/gi18n-lib.h>

#include "core/base/capitals.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/redemption/page-parts.h"
#include "ui/redemption/voucher-sheet.h"
#include "ui/wizard/explanations.h"

struct _QuanAmountPage {
  QuanWizardPage parent_instance;
  QuanPageHead   head;
  GtkWidget     *bar, *bar_card, *notes, *sheets;
};

G_DEFINE_FINAL_TYPE (QuanAmountPage, quan_amount_page, QUAN_TYPE_WIZARD_PAGE)

static const char *
title (QuanWizardPage *page)
{
  return _("Amount");
}

static gboolean
has_unknown (const QuanPreview *preview)
{
  for (guint i = 0; i < preview->items->len; i++)
    if (g_array_index (preview->items, QuanPreviewItem, i).amount == QUAN_FEN_NONE)
      return TRUE;
  return FALSE;
}

static QuanStepState
judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  const QuanRoundFiling *filing = snapshot;
  const QuanPreview *preview = filing->filing->preview;
  QuanFen amount = quan_round_filing_amount (filing);
  g_autofree char *figure = quan_figure (amount), *blocked = quan_figure (preview->blocked);

  if (amount == QUAN_FEN_NONE || has_unknown (preview)) {
    *sentence = g_strdup (_("The amount is not known yet"));
    return QUAN_STEP_UNKNOWN;
  }
  if (preview->blocked != QUAN_FEN_NONE && preview->blocked > 0) {
    *sentence = g_strdup_printf (_("%s held back"), blocked);
    return QUAN_STEP_REVIEW;
  }
  if (amount == 0) {
    *sentence = g_strdup (_("Nothing to redeem"));
    return QUAN_STEP_REVIEW;
  }
  *sentence = g_strdup_printf (amount < 0 ? _("%s to return") : _("%s this time"), figure);
  return amount < 0 ? QUAN_STEP_REVIEW : QUAN_STEP_DONE;
}

static char *
headline_text (const QuanRoundFiling *filing)
{
  QuanFen amount = quan_round_filing_amount (filing);
  g_autofree char *figure = quan_figure (amount != QUAN_FEN_NONE ? ABS (amount) : amount);

  if (amount == QUAN_FEN_NONE)
    return g_strdup (_("The amount is not known yet"));
  if (amount == 0)
    return g_strdup (_("There is nothing to redeem in this round"));
  if (amount < 0)
    return g_strdup_printf (_("%s yuan are to be returned or offset"), figure);
  return g_strdup_printf (filing->filing->locked ? _("%s yuan were asked for") : _("%s yuan can be asked for"), figure);
}

/* The amount in capitals, as the form has it, and the day; to free. */
static char *
remark_text (const QuanRoundFiling *filing)
{
  QuanFen amount = quan_round_filing_amount (filing);
  g_autofree char *capitals = amount != QUAN_FEN_NONE && amount != 0 ? quan_capitals (amount) : NULL;
  g_autofree char *day = quan_date_figure (filing->filing->view.as_of);

  return capitals != NULL ? g_strdup_printf (_("%s · reckoned for %s"), capitals, day)
                          : g_strdup_printf (_("Reckoned for %s"), day);
}

/* The year of the round without this filing; NULL if it cannot be added up. *years owns it. */
static const QuanYear *
year_of (const QuanFiling *filing, QuanYears *years)
{
  const GPtrArray *claims = filing->records->sections[QUAN_CLAIMS];
  const GPtrArray *redemptions = filing->records->sections[QUAN_REDEMPTIONS];
  gboolean added = quan_years_add_openings (years, filing->enterprise, NULL);

  for (guint i = 0; added && i < claims->len; i++)
    added = quan_years_add_claim (years, claims->pdata[i], filing->view.as_of, NULL);
  for (guint i = 0; added && i < redemptions->len; i++)
    added = quan_years_add_redemption (years, redemptions->pdata[i], filing->view.as_of, NULL);
  return added ? quan_years_get (years, quan_round_label_year (filing->preview->round)) : NULL;
}

static void
show_bar (QuanAmountPage *self, const QuanFiling *filing)
{
  g_autoptr (GArray) years = quan_years_new ();
  const QuanYear *year = filing->preview->window != NULL ? year_of (filing, years) : NULL;
  QuanQuotaSegments segments;

  gtk_widget_set_visible (self->bar_card, year != NULL);
  if (year == NULL)
    return;
  quan_quota_segments_of_preview (&segments, &filing->view, filing->preview, year);
  quan_quota_bar_set (QUAN_QUOTA_BAR (self->bar), &segments);
}

static void
add_note (QuanAmountPage *self, QuanStepState state, const char *name, char *headline, const char *text)
{
  GtkWidget *note = quan_state_note_new (state, headline, text);

  gtk_widget_set_name (note, name);
  gtk_box_append (GTK_BOX (self->notes), note);
  g_free (headline);
}

/* What becomes of what the cap holds back; to free. */
static char *
blocked_text (const QuanPreview *preview)
{
  if (preview->moves_to != NULL)
    return g_strdup_printf (_("The year's cap is reached. The rest is asked for again in %s, the first round of the next "
                              "year."), preview->moves_to->label);
  return g_strdup (_("The year's cap is reached, and no later round is known: whether the rest is paid is for the authority "
                     "to say."));
}

/* What the cap holds back, and what no round takes. */
static void
show_notes (QuanAmountPage *self, const QuanPreview *preview)
{
  g_autofree char *blocked = quan_figure (preview->blocked), *lost = quan_figure (preview->no_round), *text = NULL;

  quan_box_empty (GTK_BOX (self->notes));
  if (preview->blocked != QUAN_FEN_NONE && preview->blocked > 0) {
    text = blocked_text (preview);
    add_note (self, QUAN_STEP_REVIEW, "blocked", g_strdup_printf (_("%s yuan are held back"), blocked), text);
  }
  if (preview->no_round != QUAN_FEN_NONE && preview->no_round > 0)
    add_note (self, QUAN_STEP_REVIEW, "no-round", g_strdup_printf (_("%s yuan have no round"), lost),
              _("They were delivered or invoiced after the last filing day of the programme (A11)."));
  gtk_widget_set_visible (self->notes, gtk_widget_get_first_child (self->notes) != NULL);
}

static void
show (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanAmountPage *self = QUAN_AMOUNT_PAGE (page);
  const QuanRoundFiling *filing = snapshot;
  const GArray *items = filing->filing->preview->items;
  g_autofree char *headline = headline_text (filing), *remark = remark_text (filing), *sentence = NULL;

  quan_page_head_set (&self->head, judge (page, snapshot, &sentence), headline, remark);
  show_bar (self, filing->filing);
  show_notes (self, filing->filing->preview);
  quan_box_empty (GTK_BOX (self->sheets));
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (self->sheets),
                    quan_voucher_sheet_new (filing, &g_array_index (items, QuanPreviewItem, i)));
}

static gboolean
explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  const QuanRoundFiling *filing = snapshot;

  return quan_explain_fact (filing->filing->view.pack, "redemption.amount", path, heading, clauses, sections);
}

QuanQuotaBar *
quan_amount_page_bar (QuanAmountPage *self)
{
  g_return_val_if_fail (QUAN_IS_AMOUNT_PAGE (self), NULL);
  return QUAN_QUOTA_BAR (self->bar);
}

static void
quan_amount_page_dispose (GObject *object)
{
  quan_box_empty (GTK_BOX (object));
  G_OBJECT_CLASS (quan_amount_page_parent_class)->dispose (object);
}

static void
quan_amount_page_class_init (QuanAmountPageClass *klass)
{
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_amount_page_dispose;
  page_class->title = title;
  page_class->judge = judge;
  page_class->show = show;
  page_class->explain = explain;
}

static void
quan_amount_page_init (QuanAmountPage *self)
{
  GtkWidget *content = quan_page_content_new (GTK_WIDGET (self));

  self->head = quan_page_head_new (content);
  self->bar_card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->bar = quan_quota_bar_new (FALSE);
  gtk_widget_add_css_class (self->bar_card, "card");
  gtk_widget_add_css_class (self->bar_card, "bar");
  gtk_box_append (GTK_BOX (self->bar_card), self->bar);
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->sheets = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (content), self->bar_card);
  gtk_box_append (GTK_BOX (content), self->notes);
  gtk_box_append (GTK_BOX (content), self->sheets);
}
