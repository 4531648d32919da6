#include "ui/wizard/date-notes.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/state-mark.h"

/* A note, tinted by a class of state; NULL: a plain card. */
static GtkWidget *
note_new (GtkBox *notes, const char *state)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (note, "note");
  gtk_widget_add_css_class (note, state != NULL ? state : "card");
  gtk_box_append (notes, note);
  return note;
}

/* A date, below it the figure of that date, beside both a tag. */
static void
add_figure (GtkWidget *note, const char *caption, const char *name, QuanFen fen, const char *state, GtkWidget *tag)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *text = quan_figure (fen);
  GtkWidget *figure = quan_text_new (text, "figure");

  gtk_widget_set_name (figure, name);
  if (state != NULL)
    gtk_widget_add_css_class (figure, state);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), quan_text_new (caption, "dim small"));
  gtk_box_append (GTK_BOX (texts), figure);
  gtk_box_append (GTK_BOX (row), texts);
  if (tag != NULL)
    gtk_box_append (GTK_BOX (row), tag);
  gtk_box_append (GTK_BOX (note), row);
}

/* A state said in bold after its silhouette. */
static void
add_headline (GtkWidget *note, QuanVerdict looks, const char *name, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *icon, *label = quan_text_new (text, "strong num");

  icon = gtk_image_new_from_icon_name (quan_verdict_icon (looks));
  quan_state_class_set (icon, quan_verdict_class (looks));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_name (label, name);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (note), row);
}

static void
add_sentence (GtkWidget *note, const char *text)
{
  gtk_box_append (GTK_BOX (note), quan_text_new (text, "num"));
}

static void
show_now (GtkBox *notes, const QuanPrepared *prepared)
{
  const QuanAward *award = &prepared->check->award;
  gboolean whole = award->claimable != QUAN_FEN_NONE && award->claimable > 0 && award->claimable == award->ceiling;
  GtkWidget *note = note_new (notes, NULL);
  g_autofree char *caption = NULL;
  char date[QUAN_DATE_BUF];

  caption = g_strdup_printf (_("Claimed on %s"), quan_date_iso (prepared->view.as_of, date));
  add_figure (note, caption, "now-figure", award->claimable, NULL,
              whole ? quan_state_tag_new ("pass", _("whole ceiling")) : quan_state_tag_new ("none", _("as it stands")));
  if (prepared->check->verdict == QUAN_VERDICT_FAIL)
    add_sentence (note, _("A rule fails, so nothing can be claimed on this day."));
}

/* Why the later day is what it is. Free with g_free. */
static char *
waiting_reason (const QuanPrepared *prepared)
{
  const QuanWaiting *waiting = &prepared->waiting;
  const int year = quan_date_year (waiting->date);
  g_autofree char *remaining = quan_figure (waiting->remaining);
  char date[QUAN_DATE_BUF];

  if (!waiting->in_force)
    return g_strdup_printf (_("The programme ends on %s and no later edition is known. The quota of %d will not open, "
                              "so do not wait."), quan_date_iso (prepared->view.pack->valid_until, date), year);
  if (waiting->gain == QUAN_FEN_NONE)
    return g_strdup (_("What waiting would bring cannot be said while an amount is not known."));
  if (waiting->verdict == QUAN_VERDICT_FAIL)
    return g_strdup (_("A rule fails on that day, so nothing could be claimed then."));
  return g_strdup_printf (_("Of the quota of %d, %s will be left on that day."), year, remaining);
}

static GtkWidget *
gain_tag (const QuanWaiting *waiting)
{
  g_autofree char *figure = NULL, *text = NULL;
  GtkWidget *tag;

  if (waiting->gain == QUAN_FEN_NONE)
    tag = quan_state_tag_new ("unknown", _("not known"));
  else if (waiting->gain == 0)
    tag = quan_state_tag_new ("none", _("no gain"));
  else {
    figure = quan_figure (ABS (waiting->gain));
    text = g_strdup_printf (waiting->gain > 0 ? _("%s more") : _("%s lost"), figure);
    tag = quan_state_tag_new (waiting->gain > 0 ? "pass" : "fail", text);
  }
  gtk_widget_set_name (tag, "waiting-gain");
  return tag;
}

static void
add_change_button (GtkWidget *note, QuanDate day)
{
  char date[QUAN_DATE_BUF];
  g_autofree char *text = g_strdup_printf (_("Change to %s"), quan_date_iso (day, date));
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_name (button, "waiting-change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "claim.submitted", date);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "wizard.enter");
  gtk_box_append (GTK_BOX (note), button);
}

static const char *
waiting_state (const QuanWaiting *waiting)
{
  if (waiting->gain != QUAN_FEN_NONE && waiting->gain > 0)
    return "pass";
  return !waiting->in_force || (waiting->gain != QUAN_FEN_NONE && waiting->gain < 0) ? "fail" : NULL;
}

static void
show_waiting (GtkBox *notes, const QuanPrepared *prepared)
{
  const QuanWaiting *waiting = &prepared->waiting;
  const char *state = waiting_state (waiting);
  GtkWidget *note;
  g_autofree char *caption = NULL, *reason = NULL;
  char date[QUAN_DATE_BUF];

  if (prepared->locked || waiting->date == QUAN_DATE_NONE)
    return;
  note = note_new (notes, state);
  caption = g_strdup_printf (_("Waiting until %s"), quan_date_iso (waiting->date, date));
  reason = waiting_reason (prepared);
  add_figure (note, caption, "waiting-figure", waiting->claimable, state, gain_tag (waiting));
  add_sentence (note, reason);
  if (g_strcmp0 (state, "pass") == 0)
    add_change_button (note, waiting->date);
}

static void
show_forfeited (GtkBox *notes, const QuanPrepared *prepared)
{
  const QuanAward *award = &prepared->check->award;
  g_autofree char *figure = NULL, *text = NULL;
  GtkWidget *note;

  if (award->forfeited == QUAN_FEN_NONE || award->forfeited <= 0)
    return;
  figure = quan_figure (award->forfeited);
  text = g_strdup_printf (_("%s yuan would be forfeited"), figure);
  note = note_new (notes, "fail");
  add_headline (note, QUAN_VERDICT_FAIL, "forfeited-note", text);
  add_sentence (note, award->requested != QUAN_FEN_NONE && award->claimable == award->requested
                        ? _("Less is asked for than the ceiling. A contract is claimed once, so the difference is "
                            "lost for good.")
                        : _("What is left of the year does not reach the ceiling. A contract is claimed once, so the "
                            "difference is lost for good."));
}

/* The chips of the step a note speaks of. */
static void
add_sources (GtkWidget *note, const QuanPrepared *prepared, const char *step_id)
{
  g_autoptr (GPtrArray) steps = quan_working_sheet (&prepared->view, &prepared->subject, prepared->check,
                                                    quan_language_of_locale ());
  GtkWidget *chips = quan_flow_new (FALSE);

  for (guint i = 0; i < steps->len; i++) {
    const QuanStep *step = g_ptr_array_index (steps, i);

    if (g_str_equal (step->id, step_id))
      quan_chips_append (QUAN_FLOW (chips), prepared->view.pack, step->source);
  }
  gtk_box_append (GTK_BOX (note), chips);
}

static void
show_at_risk (GtkBox *notes, const QuanPrepared *prepared)
{
  const QuanRound *last = quan_pack_last_round (prepared->view.pack);
  const QuanFen at_risk = prepared->check->award.at_risk;
  g_autofree char *figure = NULL, *text = NULL, *sentence = NULL;
  char date[QUAN_DATE_BUF];
  GtkWidget *note;

  if (last == NULL || at_risk == QUAN_FEN_NONE || at_risk <= 0)
    return;
  figure = quan_figure (at_risk);
  text = g_strdup_printf (_("%s yuan at risk"), figure);
  sentence = g_strdup_printf (_("What is delivered after %s, the last filing day, has no round in which it could be "
                                "redeemed; the notice does not say what becomes of it."),
                              quan_date_iso (last->until, date));
  note = note_new (notes, "review");
  add_headline (note, QUAN_VERDICT_REVIEW, "at-risk-note", text);
  add_sentence (note, sentence);
  add_sources (note, prepared, "at-risk");
}

/* Bases that another option of a reading would give, where they differ from this one. Free with g_free. */
static char *
other_bases (const QuanPrepared *prepared)
{
  g_autoptr (GArray) alternatives = quan_alternatives (&prepared->view, prepared->contract, NULL);
  const QuanFen base = prepared->check->award.base.base;
  GString *text = g_string_new (NULL);

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++) {
    const QuanAlternative *other = &g_array_index (alternatives, QuanAlternative, i);
    g_autofree char *figure = quan_figure (other->base.base);

    if (other->option == NULL || other->base.base == base)
      continue;
    if (text->len > 0)
      g_string_append_c (text, '\n');
    g_string_append_printf (text, _("%s, %s: base %s"), other->reading->id,
                            other->option->name.in[quan_language_of_locale ()], figure);
  }
  return g_string_free (text, FALSE);
}

static void
show_other_bases (GtkBox *notes, const QuanPrepared *prepared)
{
  g_autofree char *bases = other_bases (prepared);
  GtkWidget *note, *row, *icon;

  if (*bases == '\0')
    return;
  note = note_new (notes, "accent");
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  icon = gtk_image_new_from_icon_name ("quan-reading-symbolic");
  gtk_widget_add_css_class (icon, "accent");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), quan_text_new (_("Another reading gives another base"), "strong"));
  gtk_box_append (GTK_BOX (note), row);
  add_sentence (note, bases);
}

void
quan_date_notes_show (GtkBox *box, const QuanPrepared *prepared)
{
  g_return_if_fail (GTK_IS_BOX (box) && prepared != NULL);

  quan_box_empty (box);
  show_now (box, prepared);
  show_waiting (box, prepared);
  show_forfeited (box, prepared);
  show_at_risk (box, prepared);
  show_other_bases (box, prepared);
}
