#include "ui/overview/unfinished-card.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/overview/card.h"

struct _QuanUnfinishedCard {
  GtkBox     parent_instance;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (QuanUnfinishedCard, quan_unfinished_card, GTK_TYPE_BOX)

/* The wizard's steps. */
static const char *const steps[] = {
  N_ ("Enterprise"), N_ ("Contract"), N_ ("Eligibility"), N_ ("Quota"), N_ ("Packet"),
};

static gboolean
same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
quan_moment_text (const char *utc, GDateTime *now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = utc != NULL ? g_date_time_new_from_iso8601 (utc, zone) : NULL;
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_timezone (then, g_date_time_get_timezone (now)) : NULL;
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;

  if (local == NULL)
    return g_strdup ("");
  if (same_day (local, now))
    return g_strdup_printf (_("today %s"), time);
  if (same_day (local, yesterday))
    return g_strdup_printf (_("yesterday %s"), time);
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static char *
title_of (const QuanUnfinished *unfinished)
{
  return unfinished->contract != NULL ? g_strdup_printf (_("Claim %s"), unfinished->contract)
                                      : g_strdup (_("Claim without a contract number"));
}

static char *
step_of (const QuanUnfinished *unfinished)
{
  int step = CLAMP (unfinished->step, 1, (int) G_N_ELEMENTS (steps));

  return g_strdup_printf (_("Step %d of %d: %s"), step, (int) G_N_ELEMENTS (steps), _(steps[step - 1]));
}

static GtkWidget *
texts_new (const QuanUnfinished *unfinished, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *step = step_of (unfinished), *touched = quan_moment_text (unfinished->touched, now);

  gtk_box_append (GTK_BOX (box), quan_text_new (title, "strong"));
  gtk_box_append (GTK_BOX (box), quan_text_new (step, "small"));
  if (unfinished->enterprise == NULL)
    gtk_box_append (GTK_BOX (box), quan_text_new (_("For an enterprise not entered yet"), "dim small"));
  gtk_box_append (GTK_BOX (box), quan_text_new (touched, "dim small num"));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* A button for what was left; spoken names both. */
static GtkWidget *
button_new (const char *label, const char *spoken, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  quan_set_name (button, spoken);
  return button;
}

/* Going on with it, and giving it up; takes the target of both. */
static GtkWidget *
buttons_new (const char *title, const char *go_on, const char *abandon, GVariant *target)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *give_up;
  g_autoptr (GVariant) owned = g_variant_ref_sink (target);
  g_autofree char *going_on = g_strdup_printf (_("Continue: %s"), title);
  g_autofree char *giving_up = g_strdup_printf (_("Give up: %s"), title);

  give_up = button_new (_("Give up"), giving_up, abandon, owned);
  gtk_widget_add_css_class (give_up, "link");
  gtk_widget_add_css_class (give_up, "small");
  gtk_box_append (GTK_BOX (buttons), button_new (_("Continue"), going_on, go_on, owned));
  gtk_box_append (GTK_BOX (buttons), give_up);
  return buttons;
}

static GtkWidget *
row_new (const char *icon_name, GtkWidget *texts, GtkWidget *buttons)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, "accent");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "card-row");
  gtk_widget_add_css_class (row, "rowline");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), buttons);
  return row;
}

/* A redemption's draft, as the year of its round shows it. */
static GtkWidget *
draft_row_new (const QuanSegment *segment)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GVariant *label = g_variant_new_string (segment->round->label);
  g_autofree char *title = g_strdup_printf (_("Redemption of round %s"), segment->round->label);
  g_autofree char *figure = quan_figure (segment->asked), *amount = g_strdup_printf (_("Draft, %s yuan"), figure);
  g_autofree char *day = quan_date_figure (segment->file_by), *due = g_strdup_printf (_("File by %s"), day);

  gtk_box_append (GTK_BOX (texts), quan_text_new (title, "strong"));
  gtk_box_append (GTK_BOX (texts), quan_text_new (amount, "small num"));
  gtk_box_append (GTK_BOX (texts), quan_text_new (due, "dim small num"));
  gtk_widget_set_hexpand (texts, TRUE);
  return row_new ("quan-redemption-symbolic", texts,
                  buttons_new (title, "win.redeem", "win.give-up-redemption", label));
}

/* The drafts of redemptions, over all years; returns how many. */
static guint
append_drafts (QuanUnfinishedCard *self, const GPtrArray *timelines)
{
  guint n = 0;

  for (guint i = 0; i < timelines->len; i++) {
    const GArray *segments = ((const QuanTimeline *) timelines->pdata[i])->segments;

    for (guint s = 0; s < segments->len; s++)
      if (g_array_index (segments, QuanSegment, s).state == QUAN_SEGMENT_DRAFT) {
        gtk_box_append (GTK_BOX (self->rows), draft_row_new (&g_array_index (segments, QuanSegment, s)));
        n++;
      }
  }
  return n;
}

static GtkWidget *
claim_row_new (const QuanUnfinished *unfinished)
{
  g_autofree char *title = title_of (unfinished);

  return row_new ("quan-claims-symbolic", texts_new (unfinished, title),
                  buttons_new (title, "win.open-claim", "win.abandon", g_variant_new_int64 (unfinished->id)));
}

void
quan_unfinished_card_show (QuanUnfinishedCard *self, const QuanOverview *overview)
{
  guint drafts;

  g_return_if_fail (QUAN_IS_UNFINISHED_CARD (self) && overview != NULL);

  quan_box_empty (GTK_BOX (self->rows));
  drafts = append_drafts (self, overview->timelines);
  for (guint i = 0; i < overview->unfinished->len; i++)
    gtk_box_append (GTK_BOX (self->rows), claim_row_new (overview->unfinished->pdata[i]));
  if (overview->unfinished->len == 0 && drafts == 0)
    gtk_box_append (GTK_BOX (self->rows),
                    quan_card_empty_new (_("Nothing. A claim you leave before it is submitted waits here, as far as you"
                                           " came."), _("Begin a claim"), "win.new-claim"));
}

static void
quan_unfinished_card_class_init (QuanUnfinishedCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quan_unfinished_card_init (QuanUnfinishedCard *self)
{
  quan_card_init (GTK_BOX (self), _("Left half done"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->rows);
}

GtkWidget *
quan_unfinished_card_new (void)
{
  return g_object_new (QUAN_TYPE_UNFINISHED_CARD, NULL);
}
