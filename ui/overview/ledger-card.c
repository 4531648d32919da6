#include "ui/overview/ledger-card.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/quota-track.h"

#define IN_A_LINE 4  /* parts of the legend */

struct _QuanLedgerCard {
  GtkBox         parent_instance;
  QuanLedgerKind ledger;
  GtkWidget     *head;       /* title and chip */
  GtkWidget     *remaining;  /* the key figure */
  GtkWidget     *bar, *legend;
};

G_DEFINE_FINAL_TYPE (QuanLedgerCard, quan_ledger_card, GTK_TYPE_BOX)

/* "25.7 % of the cap"; NULL where there is nothing to say. */
static char *
share_text (QuanFen part, QuanFen cap)
{
  int share;

  if (part == QUAN_FEN_NONE || cap == QUAN_FEN_NONE || cap <= 0 || part < 0 || part > cap)
    return NULL;
  share = (int) ((__int128) part * 1000 / cap);
  return g_strdup_printf (_("%d.%d %% of the cap"), share / 10, share % 10);
}

static char *
submitted_text (const int *claims)
{
  int returned = claims[QUAN_OVERVIEW_RETURNED], all = claims[QUAN_OVERVIEW_SUBMITTED] + returned;
  g_autofree char *text = g_strdup_printf (ngettext ("%d claim", "%d claims", all), all);

  return returned == 0 ? g_steal_pointer (&text) : g_strdup_printf (_("%s, %d returned"), text, returned);
}

/* How many claims of the as-of year a part is made of; NULL where that is not known. */
static char *
count_text (const QuanOverview *overview, QuanQuotaPart part)
{
  const int *claims = overview->claims;

  switch (part) {
  case QUAN_QUOTA_SETTLED:
    return g_strdup_printf (ngettext ("%d voucher", "%d vouchers", claims[QUAN_OVERVIEW_VOUCHERS]),
                            claims[QUAN_OVERVIEW_VOUCHERS]);
  case QUAN_QUOTA_SUBMITTED:
    return submitted_text (claims);
  case QUAN_QUOTA_DRAFT:
    return g_strdup_printf (ngettext ("%d claim, holds nothing", "%d claims, hold nothing",
                                      claims[QUAN_OVERVIEW_DRAFT]), claims[QUAN_OVERVIEW_DRAFT]);
  default:
    return NULL;
  }
}

static char *
about_part (QuanLedgerCard *self, const QuanOverview *overview, const QuanQuotaSegments *segments, QuanQuotaPart part)
{
  if (part == QUAN_QUOTA_REMAINING)
    return share_text (segments->parts[part], segments->cap);
  if (self->ledger == QUAN_LEDGER_REDEMPTIONS || segments->year != quan_date_year (overview->view.as_of))
    return NULL;
  return count_text (overview, part);
}

static gboolean
is_shown (const QuanQuotaSegments *segments, QuanQuotaPart part)
{
  switch (part) {
  case QUAN_QUOTA_SETTLED:
  case QUAN_QUOTA_SUBMITTED:
  case QUAN_QUOTA_DRAFT:
  case QUAN_QUOTA_REMAINING:
    return TRUE;
  default:
    return segments->parts[part] != 0;
  }
}

static void
add_part (QuanLedgerCard *self, const QuanQuotaSegments *segments, QuanQuotaPart part, const char *about)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = part == QUAN_QUOTA_REMAINING && segments->parts[QUAN_QUOTA_DRAFT] != 0
                       ? _("Left after drafts") : quan_quota_part_name (part, self->ledger);
  g_autofree char *figure = quan_figure (segments->parts[part]);
  GtkWidget *title = quan_text_new (name, "dim small"), *swatch = quan_quota_swatch_new (part, self->ledger);

  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), swatch);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (cell), head);
  gtk_box_append (GTK_BOX (cell), quan_text_new (figure, "num strong"));
  if (about != NULL)
    gtk_box_append (GTK_BOX (cell), quan_text_new (about, "dim small"));
  gtk_flow_box_insert (GTK_FLOW_BOX (self->legend), cell, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (cell), FALSE);
}

static void
show_legend (QuanLedgerCard *self, const QuanOverview *overview, const QuanQuotaSegments *segments)
{
  GtkWidget *cell;
  guint n = 0;

  while ((cell = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->legend), cell);
  for (int part = 0; part < QUAN_N_QUOTA_PARTS; part++)
    n += is_shown (segments, part);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->legend), n > IN_A_LINE ? IN_A_LINE - 1 : IN_A_LINE);
  for (int part = 0; part < QUAN_N_QUOTA_PARTS; part++) {
    g_autofree char *about = is_shown (segments, part) ? about_part (self, overview, segments, part) : NULL;

    if (is_shown (segments, part))
      add_part (self, segments, part, about);
  }
}

static void
show_chip (QuanLedgerCard *self, const QuanPack *pack)
{
  const char *clause = self->ledger == QUAN_LEDGER_CLAIMS ? pack->claims.clause : pack->redemptions.clause;
  GtkWidget *old = gtk_widget_get_last_child (self->head);

  if (gtk_widget_get_prev_sibling (old) != NULL)
    gtk_box_remove (GTK_BOX (self->head), old);
  gtk_box_append (GTK_BOX (self->head), quan_chip_new (pack, clause));
}

void
quan_ledger_card_show (QuanLedgerCard *self, const QuanOverview *overview, const QuanYear *year)
{
  QuanQuotaSegments segments;
  g_autofree char *remaining = NULL;

  g_return_if_fail (QUAN_IS_LEDGER_CARD (self) && overview != NULL && year != NULL);

  quan_quota_segments_of_year (&segments, &overview->view, self->ledger, year);
  remaining = quan_figure (segments.parts[QUAN_QUOTA_REMAINING]);
  gtk_label_set_label (GTK_LABEL (self->remaining), remaining);
  show_chip (self, overview->view.pack);
  if (segments.parts[QUAN_QUOTA_REMAINING] != QUAN_FEN_NONE && segments.parts[QUAN_QUOTA_DRAFT] != QUAN_FEN_NONE)
    segments.parts[QUAN_QUOTA_REMAINING] =
      MAX (segments.parts[QUAN_QUOTA_REMAINING] - segments.parts[QUAN_QUOTA_DRAFT], 0);
  else
    segments.parts[QUAN_QUOTA_REMAINING] = QUAN_FEN_NONE;
  quan_quota_bar_set (QUAN_QUOTA_BAR (self->bar), &segments);
  show_legend (self, overview, &segments);
}

const char *
quan_ledger_card_remaining (QuanLedgerCard *self)
{
  g_return_val_if_fail (QUAN_IS_LEDGER_CARD (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->remaining));
}

static GtkWidget *
legend_new (void)
{
  GtkWidget *legend = gtk_flow_box_new ();

  /* Nothing in it takes the focus, and Tab would stay with it. */
  gtk_widget_set_can_focus (legend, FALSE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (legend), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (legend), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (legend), 9);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (legend), 9);
  gtk_widget_add_css_class (legend, "ledger");
  return legend;
}

static void
quan_ledger_card_class_init (QuanLedgerCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quan_ledger_card_init (QuanLedgerCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "ledger");
}

GtkWidget *
quan_ledger_card_new (QuanLedgerKind ledger)
{
  QuanLedgerCard *self = g_object_new (QUAN_TYPE_LEDGER_CARD, NULL);
  const char *name = ledger == QUAN_LEDGER_CLAIMS ? _("Claims quota") : _("Redemption quota");
  GtkWidget *title = quan_text_new (name, "section"), *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *what;

  self->ledger = ledger;
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (self->head), title);
  self->remaining = quan_text_new (NULL, "figure-large");
  gtk_label_set_wrap (GTK_LABEL (self->remaining), FALSE);
  what = quan_text_new (ledger == QUAN_LEDGER_CLAIMS ? _("yuan can still be claimed") : _("yuan can still be redeemed"),
                        "dim");
  gtk_widget_set_valign (self->remaining, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (what, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (key), self->remaining);
  gtk_box_append (GTK_BOX (key), what);
  self->bar = quan_quota_bar_new (FALSE);
  quan_quota_bar_set_plain (QUAN_QUOTA_BAR (self->bar), TRUE);
  self->legend = legend_new ();
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), key);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), self->legend);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
