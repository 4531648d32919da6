#include "ui/redemption/round-page.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/redemption/page-parts.h"
#include "ui/redemption/round-words.h"
#include "ui/wizard/explanations.h"

struct _QuanRoundPage {
  QuanWizardPage parent_instance;
  QuanPageHead   head;
  GtkWidget     *list, *notes;
};

G_DEFINE_FINAL_TYPE (QuanRoundPage, quan_round_page, QUAN_TYPE_WIZARD_PAGE)

static const char *
title (QuanWizardPage *page)
{
  return _("Round");
}

static QuanStepState
judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  return quan_round_judge (snapshot, sentence);
}

/* "2025-04-01 to 2025-06-30 · 33 days left" */
static char *
days_text (const QuanRoundRow *row, QuanDate as_of)
{
  g_autofree char *from = quan_date_figure (row->round->from), *until = quan_date_figure (row->round->until);
  g_autofree char *when = quan_round_when (row->round, as_of);

  return g_strdup_printf (_("%s to %s · %s"), from, until, when);
}

/* The money of a round, and what it is. */
static GtkWidget *
amount_new (const QuanRoundRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *figure, *what;
  g_autofree char *text = quan_figure (row->amount);
  gboolean filed = row->stand >= QUAN_STAND_SUBMITTED && row->stand != QUAN_STAND_RETURNED;

  figure = quan_text_new (text, row->amount == QUAN_FEN_NONE ? "num dim" : "num strong");
  what = quan_text_new (filed ? _("asked for") : _("as things stand"), "dim small");
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_label_set_xalign (GTK_LABEL (what), 1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), figure);
  if (row->amount != QUAN_FEN_NONE)
    gtk_box_append (GTK_BOX (box), what);
  return box;
}

static GtkWidget *
row_new (const QuanRoundRow *round, QuanDate as_of, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new (), *box, *texts, *heading = quan_flow_new (FALSE);
  g_autofree char *days = days_text (round, as_of), *figure = quan_figure (round->amount);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s%s%s", round->round->label, quan_stand_word (round->stand),
                                           days, figure, chosen ? ", " : "", chosen ? _("chosen") : "");

  texts = quan_marked_row_new (&box, quan_stand_icon (round->stand), quan_stand_class (round->stand),
                               quan_stand_word (round->stand));
  quan_flow_append (QUAN_FLOW (heading), quan_text_new (round->round->label, "strong num"));
  quan_flow_append (QUAN_FLOW (heading),
                    quan_state_tag_new (quan_stand_class (round->stand), quan_stand_word (round->stand)));
  gtk_box_append (GTK_BOX (texts), heading);
  gtk_box_append (GTK_BOX (texts), quan_text_new (days, "dim small num"));
  gtk_box_append (GTK_BOX (box), amount_new (round));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, round->round->label);
  gtk_widget_add_css_class (row, "rule");
  if (chosen)
    gtk_widget_add_css_class (row, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
  return row;
}

/* Rounds that open after the next one say nothing yet. */
static gboolean
is_listed (const QuanRoundFiling *filing, guint i)
{
  const QuanRoundRow *round = &g_array_index (filing->rounds, QuanRoundRow, i);

  return round->stand != QUAN_STAND_FUTURE || i == 0 || round == quan_round_filing_row (filing)
         || g_array_index (filing->rounds, QuanRoundRow, i - 1).stand != QUAN_STAND_FUTURE;
}

/* The rounds, the last first; a row that had the focus has it again. */
static void
show_rounds (QuanRoundPage *self, const QuanRoundFiling *filing)
{
  int focused = quan_list_empty (self->list);

  for (guint i = filing->rounds->len; i-- > 0;) {
    const QuanRoundRow *round = &g_array_index (filing->rounds, QuanRoundRow, i);
    gboolean chosen = g_str_equal (round->round->label, filing->filing->preview->round);

    if (is_listed (filing, i))
      gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (round, filing->as_of, chosen));
  }
  quan_list_focus (self->list, focused);
}

static void
add_note (QuanRoundPage *self, QuanStepState state, const char *name, char *headline, const char *text)
{
  GtkWidget *note = quan_state_note_new (state, headline, text);

  gtk_widget_set_name (note, name);
  gtk_box_append (GTK_BOX (self->notes), note);
  g_free (headline);
}

/* The last filing day on a weekend: the portal may take it, nobody is there to help (A11). */
static void
note_weekend (QuanRoundPage *self, const QuanRoundRow *row, QuanDate as_of)
{
  const char *weekend = quan_round_weekend (row->round);
  g_autofree char *day = quan_date_figure (row->file_by), *last = quan_date_figure (row->round->until);

  if (weekend != NULL && as_of <= row->round->until)
    add_note (self, QUAN_STEP_REVIEW, "weekend", g_strdup_printf (_("File by %s: %s is a %s"), day, last, weekend),
              _("On the working day before, what turns out to be missing can still be brought."));
}

/* Which round comes after, NULL: none. */
static const QuanRound *
round_after (const GArray *rounds, const QuanRound *round)
{
  for (guint i = 0; i + 1 < rounds->len; i++)
    if (g_array_index (rounds, QuanRoundRow, i).round == round)
      return g_array_index (rounds, QuanRoundRow, i + 1).round;
  return NULL;
}

/* What happens to what this round does not take. */
static void
note_after (QuanRoundPage *self, const QuanRoundFiling *filing, const QuanRound *round)
{
  const QuanRound *next = round_after (filing->rounds, round);
  QuanFen lost = filing->filing->preview->no_round;
  g_autofree char *figure = quan_figure (lost), *until = quan_date_figure (round->until), *from = NULL, *text = NULL;

  if (next != NULL) {
    from = quan_date_figure (next->from);
    text = next->year != round->year
               ? g_strdup_printf (
                   _("It opens on %s and counts against the year %d. Invoices that miss this round are taken there."),
                   from, next->year)
               : g_strdup_printf (_("It opens on %s. Invoices that miss this round are taken there."), from);
    add_note (self, QUAN_STEP_NOT_STARTED, "after", g_strdup_printf (_("After this round: %s"), next->label), text);
    return;
  }
  text = g_strdup_printf (
      _("The notice names no round for what is delivered after %s: whether it is paid is for the authority to "
         "say. Ask before the filing day."),
      until);
  add_note (self, QUAN_STEP_REVIEW, "after",
            lost > 0 ? g_strdup_printf (_("No round follows: %s yuan are at risk"), figure)
                     : g_strdup (_("No round follows")),
            text);
}

/* What was filed is over, and the round is not: it can be filed again. */
static void
note_again (QuanRoundPage *self, const QuanRoundFiling *filing, const QuanRoundRow *row)
{
  gboolean open = filing->as_of >= row->round->from && filing->as_of <= row->round->until;
  GtkWidget *button;

  if (!open || row->stand < QUAN_STAND_PAID)
    return;
  add_note (self, QUAN_STEP_NOT_STARTED, "again", g_strdup (_("The round is still open")),
            row->stand == QUAN_STAND_PAID
                ? _("Invoices that came since can be filed in it too.")
                : _("What was filed is over, and its invoices are free: the round can be filed again."));
  button = quan_button_new (_("_File again"), _("File again"), "wizard.begin-again");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (self->notes)), button);
}

static void
show_notes (QuanRoundPage *self, const QuanRoundFiling *filing)
{
  const QuanRoundRow *row = quan_round_filing_row (filing);

  quan_box_empty (GTK_BOX (self->notes));
  if (row == NULL)
    return;
  note_again (self, filing, row);
  note_weekend (self, row, filing->as_of);
  if (row->round->signed_until != QUAN_DATE_NONE) {
    g_autofree char *day = quan_date_figure (row->round->signed_until);

    add_note (self, QUAN_STEP_NOT_STARTED, "signed", g_strdup_printf (_("Contracts signed after %s come later"), day),
              _("The transition of the first year gives them nothing in this round."));
  }
  note_after (self, filing, row->round);
}

static void
show (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanRoundPage *self = QUAN_ROUND_PAGE (page);
  const QuanRoundFiling *filing = snapshot;
  g_autofree char *headline = quan_round_headline (filing), *remark = quan_round_remark (filing), *sentence = NULL;

  quan_page_head_set (&self->head, quan_round_judge (filing, &sentence), headline, remark);
  show_rounds (self, filing);
  show_notes (self, filing);
}

static gboolean
explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  const QuanRoundFiling *filing = snapshot;

  return quan_explain_fact (filing->filing->view.pack, "redemption.round", path, heading, clauses, sections);
}

static void
on_row_activated (QuanRoundPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.choose-round", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
quan_round_page_dispose (GObject *object)
{
  quan_box_empty (GTK_BOX (object));
  G_OBJECT_CLASS (quan_round_page_parent_class)->dispose (object);
}

static void
quan_round_page_class_init (QuanRoundPageClass *klass)
{
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_round_page_dispose;
  page_class->title = title;
  page_class->judge = judge;
  page_class->show = show;
  page_class->explain = explain;
}

static void
quan_round_page_init (QuanRoundPage *self)
{
  GtkWidget *content = quan_page_content_new (GTK_WIDGET (self));

  self->head = quan_page_head_new (content);
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (content), self->notes);
  gtk_box_append (GTK_BOX (content),
                  quan_list_card_new (_("Rounds of the programme"), _("Rounds of the programme"), &self->list));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}
