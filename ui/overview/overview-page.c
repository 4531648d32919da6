#include "ui/overview/overview-page.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/overview/agenda-card.h"
#include "ui/overview/card.h"
#include "ui/overview/ledger-card.h"
#include "ui/overview/overview-layout.h"
#include "ui/overview/timeline-card.h"
#include "ui/overview/unfinished-card.h"
#include "ui/overview/years-card.h"

#define HALF         50
#define AGENDA_SHARE 66

struct _QuanOverviewPage {
  GtkBox              parent_instance;
  const QuanOverview *overview;   /* the window's, NULL while nothing is shown */
  int                 year;       /* shown */
  int                 as_of_year; /* of the overview shown last */
  GtkWidget          *content;
  GtkWidget          *previous, *next, *title, *caps;
  GtkWidget          *claims, *redemptions, *agenda, *timeline, *unfinished, *years;
};

G_DEFINE_FINAL_TYPE (QuanOverviewPage, quan_overview_page, GTK_TYPE_BOX)

/* The sums of a year; of one without records, nothing. */
static QuanYear
sums_of (const QuanOverview *overview, int year)
{
  for (guint i = 0; i < overview->years->len; i++)
    if (g_array_index (overview->years, QuanYear, i).year == year)
      return g_array_index (overview->years, QuanYear, i);
  return (QuanYear) { .year = year };
}

/* The nearest year with records before (step −1) or after (1) another, 0 if there is none. */
static int
year_beside (const QuanOverview *overview, int year, int step)
{
  int found = 0;

  for (guint i = 0; i < overview->years->len; i++) {
    int one = g_array_index (overview->years, QuanYear, i).year;

    if ((one - year) * step > 0 && (found == 0 || (one - found) * step < 0))
      found = one;
  }
  return found;
}

static char *
caps_text (const QuanView *view, int year)
{
  QuanFen claims = quan_quota_cap (view, QUAN_LEDGER_CLAIMS, year);
  QuanFen redemptions = quan_quota_cap (view, QUAN_LEDGER_REDEMPTIONS, year);
  g_autofree char *first = quan_figure (claims), *second = quan_figure (redemptions);

  if (quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_CAPS) == QUAN_CAPS_JOINT)
    return g_strdup_printf (_("Claims and redemptions share one cap of %s yuan"), first);
  if (claims == redemptions)
    return g_strdup_printf (_("Claims and redemptions each have a cap of %s yuan and are counted apart"), first);
  return g_strdup_printf (_("Claims have a cap of %s yuan, redemptions one of %s yuan"), first, second);
}

static void
show_year (QuanOverviewPage *self)
{
  const QuanOverview *overview = self->overview;
  QuanYear year = sums_of (overview, self->year);
  g_autofree char *title = g_strdup_printf (C_("overview", "Year %d"), self->year);
  g_autofree char *caps = caps_text (&overview->view, self->year);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->caps), caps);
  gtk_widget_set_sensitive (self->previous, year_beside (overview, self->year, -1) != 0);
  gtk_widget_set_sensitive (self->next, year_beside (overview, self->year, 1) != 0);
  quan_ledger_card_show (QUAN_LEDGER_CARD (self->claims), overview, &year);
  quan_ledger_card_show (QUAN_LEDGER_CARD (self->redemptions), overview, &year);
  quan_timeline_card_show (QUAN_TIMELINE_CARD (self->timeline), overview, self->year);
  quan_years_card_show (QUAN_YEARS_CARD (self->years), overview, self->year);
}

static void
turn (QuanOverviewPage *self, int step)
{
  int year = self->overview != NULL ? year_beside (self->overview, self->year, step) : 0;

  if (year == 0)
    return;
  self->year = year;
  show_year (self);
}

static void
previous_cb (QuanOverviewPage *self)
{
  turn (self, -1);
}

static void
next_cb (QuanOverviewPage *self)
{
  turn (self, 1);
}

void
quan_overview_page_show (QuanOverviewPage *self, const QuanOverview *overview)
{
  int as_of_year;

  g_return_if_fail (QUAN_IS_OVERVIEW_PAGE (self));

  self->overview = overview;
  gtk_widget_set_visible (self->content, overview != NULL);
  if (overview == NULL) {
    quan_timeline_card_show (QUAN_TIMELINE_CARD (self->timeline), NULL, 0);
    return;
  }
  as_of_year = quan_date_year (overview->view.as_of);
  if (self->as_of_year != as_of_year)
    self->year = as_of_year;
  self->as_of_year = as_of_year;
  quan_agenda_card_show (QUAN_AGENDA_CARD (self->agenda), overview);
  quan_unfinished_card_show (QUAN_UNFINISHED_CARD (self->unfinished), overview);
  show_year (self);
}

static GtkWidget *
new_claim_new (void)
{
  GtkWidget *button = quan_button_new (_("_New claim"), _("New claim"), "win.new-claim");

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
head_new (QuanOverviewPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->previous = quan_turner_new ("quan-previous-symbolic", _("Year before"));
  self->next = quan_turner_new ("quan-next-symbolic", _("Next year"));
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_cb), self);
  self->title = quan_text_new (NULL, "title-page");
  gtk_label_set_wrap (GTK_LABEL (self->title), FALSE);
  self->caps = quan_text_new (NULL, "dim");
  gtk_widget_set_hexpand (self->caps, TRUE);
  gtk_widget_set_margin_start (self->caps, 18);
  gtk_box_append (GTK_BOX (head), self->previous);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->next);
  gtk_box_append (GTK_BOX (head), self->caps);
  gtk_box_append (GTK_BOX (head), new_claim_new ());
  return head;
}

static GtkWidget *
content_new (QuanOverviewPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->claims = quan_ledger_card_new (QUAN_LEDGER_CLAIMS);
  self->redemptions = quan_ledger_card_new (QUAN_LEDGER_REDEMPTIONS);
  self->agenda = quan_agenda_card_new ();
  self->timeline = quan_timeline_card_new ();
  self->unfinished = quan_unfinished_card_new ();
  self->years = quan_years_card_new ();
  gtk_box_append (GTK_BOX (main), self->agenda);
  gtk_box_append (GTK_BOX (main), self->timeline);
  gtk_box_append (GTK_BOX (side), self->unfinished);
  gtk_box_append (GTK_BOX (side), self->years);
  gtk_widget_add_css_class (content, "overview");
  gtk_box_append (GTK_BOX (content), head_new (self));
  gtk_box_append (GTK_BOX (content), quan_overview_layout_new (self->claims, self->redemptions, HALF));
  gtk_box_append (GTK_BOX (content), quan_overview_layout_new (main, side, AGENDA_SHARE));
  return content;
}

static void
quan_overview_page_class_init (QuanOverviewPageClass *klass)
{
}

static void
quan_overview_page_init (QuanOverviewPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->content = content_new (self);
  gtk_widget_set_visible (self->content, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->content);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}
