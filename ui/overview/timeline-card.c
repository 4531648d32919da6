#include "ui/overview/timeline-card.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/overview/card.h"
#include "ui/timeline.h"

struct _QuanTimelineCard {
  GtkBox              parent_instance;
  const QuanOverview *overview;
  int                 asked, year;        /* the year that was asked for, and the one turned to */
  GtkWidget          *previous, *next, *title;
  GtkWidget          *chart, *note, *rounds, *words, *expander;
  GtkSizeGroup       *columns;            /* the rounds are as wide as each other */
};

G_DEFINE_FINAL_TYPE (QuanTimelineCard, quan_timeline_card, GTK_TYPE_BOX)

static const QuanTimeline *
timeline_of (const QuanOverview *overview, int year)
{
  for (guint i = 0; i < overview->timelines->len; i++) {
    const QuanTimeline *timeline = overview->timelines->pdata[i];

    if (timeline->year == year)
      return timeline;
  }
  return NULL;
}

/* The window of the year's first round that began before it, or of the next year's that begins in it. */
static char *
note_text (const QuanOverview *overview, const QuanTimeline *timeline)
{
  const QuanTimeline *after = timeline_of (overview, timeline->year + 1);
  const QuanSegment *first = timeline->segments->len > 0 ? &g_array_index (timeline->segments, QuanSegment, 0) : NULL;
  const QuanSegment *next = after != NULL && after->segments->len > 0 ? &g_array_index (after->segments, QuanSegment, 0)
                                                                      : NULL;
  GString *text = g_string_new (NULL);
  g_autofree char *name = NULL, *next_name = NULL;
  char iso[QUAN_DATE_BUF];

  if (first != NULL && quan_date_year (first->round->from) < timeline->year) {
    name = quan_round_name (first->round->label, quan_language_of_locale ());
    g_string_append_printf (text, _("The window of %s began on %s; it is drawn from 1 January."), name,
                            quan_date_iso (first->round->from, iso));
  }
  if (next != NULL && quan_date_year (next->round->from) == timeline->year) {
    next_name = quan_round_name (next->round->label, quan_language_of_locale ());
    g_string_append (text, text->len > 0 ? "\n" : "");
    g_string_append_printf (text, _("From %s on what is filed goes to %s."), quan_date_iso (next->round->from, iso),
                            next_name);
  }
  return g_string_free (text, FALSE);
}

/* "Not filed · 60,493.15 yuan", "To be filed · 30,246.57 yuan · by 2025-11-14". */
static char *
state_text (const QuanSegment *segment, QuanDate as_of)
{
  QuanFen amount = quan_segment_amount (segment);
  GString *text = g_string_new (quan_segment_state_name (segment->state, quan_language_of_locale ()));
  g_autofree char *figure = quan_figure (amount);
  char iso[QUAN_DATE_BUF];

  if (amount != QUAN_FEN_NONE) {
    g_string_append (text, " · ");
    g_string_append_printf (text, _("%s yuan"), figure);
  }
  if (as_of <= segment->round->until && segment->state != QUAN_SEGMENT_NOTHING) {
    g_string_append (text, " · ");
    g_string_append_printf (text, _("by %s"), quan_date_iso (segment->file_by, iso));
  }
  return g_string_free (text, FALSE);
}

static GtkWidget *
entry_new (QuanSegmentState state, const char *name, const char *about)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = quan_text_new (name, "strong"), *detail = quan_text_new (about, "dim small num");

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), detail);
  gtk_box_append (GTK_BOX (entry), quan_segment_swatch_new (state));
  gtk_box_append (GTK_BOX (entry), texts);
  return entry;
}

/* Opens the redemption of a round. */
static GtkWidget *
round_new (const QuanSegment *segment, QuanDate as_of)
{
  GtkWidget *button = gtk_button_new (), *entry;
  g_autofree char *name = quan_round_name (segment->round->label, quan_language_of_locale ());
  g_autofree char *state = state_text (segment, as_of), *spoken = g_strdup_printf (_("Open %s: %s"), name, state);

  entry = entry_new (segment->state, name, state);
  gtk_box_append (GTK_BOX (entry), gtk_image_new_from_icon_name ("quan-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), entry);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "round");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.redeem");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", segment->round->label);
  quan_set_name (button, spoken);
  return button;
}

static GtkWidget *
gap_new (const QuanTimeline *timeline)
{
  g_autofree char *figure = quan_figure (timeline->at_risk);
  g_autofree char *about = timeline->at_risk != 0 ? g_strdup_printf (_("At risk · %s yuan"), figure)
                                                  : g_strdup (_("Nothing is at risk"));
  char iso[QUAN_DATE_BUF];
  g_autofree char *name = g_strdup_printf (_("No round from %s on"), quan_date_iso (timeline->gap_from, iso));
  GtkWidget *entry = entry_new (QUAN_SEGMENT_GAP, name, about);

  gtk_widget_add_css_class (entry, "round");
  return entry;
}

static void
add_entry (QuanTimelineCard *self, GtkWidget *entry)
{
  gtk_size_group_add_widget (self->columns, entry);
  quan_flow_append (QUAN_FLOW (self->rounds), entry);
}

static void
show_rounds (QuanTimelineCard *self, const QuanTimeline *timeline)
{
  quan_flow_empty (QUAN_FLOW (self->rounds));
  for (guint i = 0; i < timeline->segments->len; i++)
    add_entry (self, round_new (&g_array_index (timeline->segments, QuanSegment, i), timeline->as_of));
  if (timeline->gap_from != QUAN_DATE_NONE)
    add_entry (self, gap_new (timeline));
}

static void
show_year (QuanTimelineCard *self)
{
  const QuanTimeline *timeline = timeline_of (self->overview, self->year);
  g_autofree char *title = g_strdup_printf ("%d", self->year), *note = NULL, *words = NULL;
  gboolean drawn = timeline != NULL && timeline->segments->len > 0;

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_sensitive (self->previous, timeline_of (self->overview, self->year - 1) != NULL);
  gtk_widget_set_sensitive (self->next, timeline_of (self->overview, self->year + 1) != NULL);
  gtk_widget_set_visible (self->chart, drawn);
  gtk_widget_set_visible (self->rounds, drawn);
  gtk_widget_set_visible (self->expander, drawn);
  if (timeline != NULL) {
    quan_timeline_chart_set (QUAN_TIMELINE_CHART (self->chart), timeline);
    show_rounds (self, timeline);
    words = quan_timeline_text (timeline, quan_language_of_locale ());
    note = drawn ? note_text (self->overview, timeline) : g_strdup (words);
  }
  gtk_label_set_label (GTK_LABEL (self->words), words != NULL ? words : "");
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : _("The rounds are shown once there is an enterprise."));
  gtk_widget_set_visible (self->note, note == NULL || *note != '\0');
}

static void
turn (QuanTimelineCard *self, int step)
{
  if (self->overview == NULL || timeline_of (self->overview, self->year + step) == NULL)
    return;
  self->year += step;
  show_year (self);
}

static void
previous_cb (QuanTimelineCard *self)
{
  turn (self, -1);
}

static void
next_cb (QuanTimelineCard *self)
{
  turn (self, 1);
}

void
quan_timeline_card_show (QuanTimelineCard *self, const QuanOverview *overview, int year)
{
  g_return_if_fail (QUAN_IS_TIMELINE_CARD (self));

  self->overview = overview;
  if (overview == NULL)
    return;
  if (year != self->asked || timeline_of (overview, self->year) == NULL)
    self->year = year;
  self->asked = year;
  show_year (self);
}

int
quan_timeline_card_year (QuanTimelineCard *self)
{
  g_return_val_if_fail (QUAN_IS_TIMELINE_CARD (self), 0);
  return self->year;
}

static GtkWidget *
expander_new (QuanTimelineCard *self)
{
  GtkWidget *expander = gtk_expander_new (_("In words"));

  quan_set_name (expander, _("The year of redemptions in words"));
  self->words = quan_text_new (NULL, "");
  gtk_label_set_selectable (GTK_LABEL (self->words), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), self->words);
  return expander;
}

static void
quan_timeline_card_dispose (GObject *object)
{
  g_clear_object (&QUAN_TIMELINE_CARD (object)->columns);
  G_OBJECT_CLASS (quan_timeline_card_parent_class)->dispose (object);
}

static void
quan_timeline_card_class_init (QuanTimelineCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_timeline_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quan_timeline_card_init (QuanTimelineCard *self)
{
  GtkWidget *head = quan_card_init (GTK_BOX (self), _("The year of redemptions"));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->title = quan_text_new (NULL, "num strong");
  gtk_label_set_wrap (GTK_LABEL (self->title), FALSE);
  self->previous = quan_turner_new ("quan-previous-symbolic", _("Redemptions of the year before"));
  self->next = quan_turner_new ("quan-next-symbolic", _("Redemptions of the next year"));
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (head), self->previous);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->next);
  self->chart = quan_timeline_chart_new ();
  self->note = quan_text_new (NULL, "dim small");
  self->rounds = quan_flow_new (FALSE);
  self->columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->expander = expander_new (self);
  gtk_widget_add_css_class (body, "year-of-redemptions");
  gtk_box_append (GTK_BOX (body), self->chart);
  gtk_box_append (GTK_BOX (body), self->note);
  gtk_box_append (GTK_BOX (body), self->rounds);
  gtk_box_append (GTK_BOX (body), self->expander);
  gtk_box_append (GTK_BOX (self), body);
}

GtkWidget *
quan_timeline_card_new (void)
{
  return g_object_new (QUAN_TYPE_TIMELINE_CARD, NULL);
}
