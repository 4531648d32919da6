#include "ui/quota-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/flow.h"
#include "ui/quota-track.h"

struct _QuanQuotaBar {
  GtkWidget  parent_instance;
  GtkWidget *head;      /* heading and legend */
  GtkWidget *heading;
  GtkWidget *legend;
  GtkWidget *track;
  GtkWidget *figures[QUAN_N_QUOTA_PARTS];  /* labels in the legend, NULL where the part is not shown */
  char      *heading_text;                 /* NULL: by ledger and year */
  char      *text;
  gboolean   small;
};

G_DEFINE_FINAL_TYPE (QuanQuotaBar, quan_quota_bar, GTK_TYPE_WIDGET)

enum { PROP_SMALL = 1, PROP_HEADING, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
fill_ledger (QuanQuotaSegments *segments, const QuanLedger *ledger)
{
  segments->parts[QUAN_QUOTA_OPENING] = ledger->opening;
  segments->parts[QUAN_QUOTA_SETTLED] = ledger->settled;
  segments->parts[QUAN_QUOTA_SUBMITTED] = ledger->submitted;
}

/* What the other ledger takes, where both share one cap. */
static QuanFen
joint_part (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year)
{
  const QuanLedger *other = ledger == QUAN_LEDGER_CLAIMS ? &year->redemptions : &year->claims;
  QuanFen sum = 0;

  if (quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_CAPS) != QUAN_CAPS_JOINT)
    return 0;
  quan_money_add_known (&sum, other->opening);
  quan_money_add_known (&sum, other->settled);
  quan_money_add_known (&sum, other->submitted);
  return sum;
}

void
quan_quota_segments_of_year (QuanQuotaSegments *segments, const QuanView *view, QuanLedgerKind ledger,
                             const QuanYear *year)
{
  const QuanLedger *sums = ledger == QUAN_LEDGER_CLAIMS ? &year->claims : &year->redemptions;

  *segments = (QuanQuotaSegments) {
    .ledger = ledger, .year = year->year, .cap = quan_quota_cap (view, ledger, year->year)
  };
  fill_ledger (segments, sums);
  segments->parts[QUAN_QUOTA_OTHER] = joint_part (view, ledger, year);
  segments->parts[QUAN_QUOTA_DRAFT] = sums->draft;
  segments->parts[QUAN_QUOTA_REMAINING] = quan_quota_remaining (view, ledger, year);
}

void
quan_quota_segments_of_check (QuanQuotaSegments *segments, const QuanView *view, const QuanCheck *check,
                              const QuanYear *year)
{
  const QuanAward *award = &check->award;

  *segments = (QuanQuotaSegments) { .ledger = QUAN_LEDGER_CLAIMS, .year = award->year, .cap = award->cap };
  fill_ledger (segments, &award->ledger);
  segments->parts[QUAN_QUOTA_OTHER] = joint_part (view, QUAN_LEDGER_CLAIMS, year);
  segments->parts[QUAN_QUOTA_THIS] = award->claimable;
  segments->parts[QUAN_QUOTA_FORFEITED] = award->forfeited;
  segments->parts[QUAN_QUOTA_REMAINING] = award->remaining;
  quan_money_add_known (&segments->parts[QUAN_QUOTA_REMAINING],
                        award->claimable == QUAN_FEN_NONE ? QUAN_FEN_NONE : -award->claimable);
}

void
quan_quota_segments_of_preview (QuanQuotaSegments *segments, const QuanView *view, const QuanPreview *preview,
                                const QuanYear *year)
{
  quan_quota_segments_of_year (segments, view, QUAN_LEDGER_REDEMPTIONS, year);
  segments->parts[QUAN_QUOTA_THIS] = preview->total > 0 ? preview->total : 0;
  segments->parts[QUAN_QUOTA_FORFEITED] = preview->blocked;
  quan_money_add_known (&segments->parts[QUAN_QUOTA_REMAINING], -segments->parts[QUAN_QUOTA_THIS]);
}

const char *
quan_quota_part_name (QuanQuotaPart part, QuanLedgerKind ledger)
{
  gboolean claims = ledger == QUAN_LEDGER_CLAIMS;

  switch (part) {
  case QUAN_QUOTA_OPENING:
    return _("Before this program");
  case QUAN_QUOTA_SETTLED:
    return claims ? _("Approved") : _("Paid");
  case QUAN_QUOTA_OTHER:
    return claims ? _("Redemptions, counted together") : _("Claims, counted together");
  case QUAN_QUOTA_SUBMITTED:
    return _("Submitted");
  case QUAN_QUOTA_DRAFT:
    return _("Drafts");
  case QUAN_QUOTA_THIS:
    return claims ? _("This claim") : _("This filing");
  case QUAN_QUOTA_REMAINING:
    return _("Remaining");
  case QUAN_QUOTA_FORFEITED:
    return claims ? _("Beyond the cap, forfeited") : _("Beyond the cap, held back");
  default:
    g_return_val_if_reached ("");
  }
}

static char *
heading_of (QuanQuotaBar *self, const QuanQuotaSegments *segments)
{
  if (self->heading_text != NULL)
    return g_strdup (self->heading_text);
  if (segments->ledger == QUAN_LEDGER_CLAIMS)
    return g_strdup_printf (_("Claims quota of %d"), segments->year);
  return g_strdup_printf (_("Redemption quota of %d"), segments->year);
}

static gboolean
is_in_legend (const QuanQuotaSegments *segments, QuanQuotaPart part)
{
  if (part == QUAN_QUOTA_FORFEITED)
    return segments->parts[part] != QUAN_FEN_NONE && segments->parts[part] > 0;
  return segments->parts[part] != 0 || part == QUAN_QUOTA_SETTLED || part == QUAN_QUOTA_REMAINING;
}

static void
add_to_legend (QuanQuotaBar *self, const QuanQuotaSegments *segments, QuanQuotaPart part, const char *figure)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *name;

  name = gtk_label_new (quan_quota_part_name (part, segments->ledger));
  gtk_widget_add_css_class (name, part == QUAN_QUOTA_FORFEITED ? "fail" : "dim");
  self->figures[part] = gtk_label_new (figure);
  gtk_widget_add_css_class (self->figures[part], "num");
  gtk_widget_add_css_class (self->figures[part], "strong");
  if (part == QUAN_QUOTA_FORFEITED)
    gtk_widget_add_css_class (self->figures[part], "fail");
  gtk_widget_add_css_class (entry, "part");
  gtk_box_append (GTK_BOX (entry), quan_quota_swatch_new (part, segments->ledger));
  gtk_box_append (GTK_BOX (entry), name);
  gtk_box_append (GTK_BOX (entry), self->figures[part]);
  quan_flow_append (QUAN_FLOW (self->legend), entry);
}

static void
empty_legend (QuanQuotaBar *self)
{
  quan_flow_empty (QUAN_FLOW (self->legend));
  for (int part = 0; part < QUAN_N_QUOTA_PARTS; part++)
    self->figures[part] = NULL;
}

void
quan_quota_bar_set (QuanQuotaBar *self, const QuanQuotaSegments *segments)
{
  GString *text = g_string_new (NULL);
  g_autofree char *heading = NULL;
  char buffer[QUAN_MONEY_BUF];

  g_return_if_fail (QUAN_IS_QUOTA_BAR (self) && segments != NULL);

  heading = heading_of (self, segments);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  empty_legend (self);
  for (int part = 0; part < QUAN_N_QUOTA_PARTS; part++) {
    QuanFen fen = segments->parts[part];
    const char *figure = fen == QUAN_FEN_NONE ? "—" : quan_money_grouped (fen, buffer);

    if (!is_in_legend (segments, part))
      continue;
    add_to_legend (self, segments, part, figure);
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? _("; ") : "",
                            quan_quota_part_name (part, segments->ledger), figure);
  }
  g_free (self->text);
  self->text = g_string_free (text, FALSE);
  quan_quota_track_set (QUAN_QUOTA_TRACK (self->track), segments, self->small);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->track), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->text, -1);
  if (self->small)
    gtk_widget_set_tooltip_text (self->track, self->text);
}

void
quan_quota_bar_set_heading (QuanQuotaBar *self, const char *heading)
{
  g_return_if_fail (QUAN_IS_QUOTA_BAR (self));

  if (g_strcmp0 (self->heading_text, heading) == 0)
    return;
  g_free (self->heading_text);
  self->heading_text = g_strdup (heading);
  if (heading != NULL)
    gtk_label_set_label (GTK_LABEL (self->heading), heading);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HEADING]);
}

void
quan_quota_bar_set_plain (QuanQuotaBar *self, gboolean plain)
{
  g_return_if_fail (QUAN_IS_QUOTA_BAR (self));
  gtk_widget_set_visible (self->head, !plain && !self->small);
}

const char *
quan_quota_bar_figure (QuanQuotaBar *self, QuanQuotaPart part)
{
  g_return_val_if_fail (QUAN_IS_QUOTA_BAR (self) && part < QUAN_N_QUOTA_PARTS, NULL);
  return self->figures[part] == NULL ? NULL : gtk_label_get_label (GTK_LABEL (self->figures[part]));
}

const char *
quan_quota_bar_text (QuanQuotaBar *self)
{
  g_return_val_if_fail (QUAN_IS_QUOTA_BAR (self), NULL);
  return self->text;
}

static void
quan_quota_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuanQuotaBar *self = QUAN_QUOTA_BAR (object);

  if (id == PROP_SMALL)
    g_value_set_boolean (value, self->small);
  else if (id == PROP_HEADING)
    g_value_set_string (value, self->heading_text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_quota_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuanQuotaBar *self = QUAN_QUOTA_BAR (object);

  if (id == PROP_SMALL) {
    self->small = g_value_get_boolean (value);
    gtk_widget_set_visible (self->head, !self->small);
  } else if (id == PROP_HEADING) {
    quan_quota_bar_set_heading (self, g_value_get_string (value));
  } else {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
quan_quota_bar_dispose (GObject *object)
{
  QuanQuotaBar *self = QUAN_QUOTA_BAR (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->track, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_quota_bar_parent_class)->dispose (object);
}

static void
quan_quota_bar_finalize (GObject *object)
{
  QuanQuotaBar *self = QUAN_QUOTA_BAR (object);

  g_free (self->heading_text);
  g_free (self->text);
  G_OBJECT_CLASS (quan_quota_bar_parent_class)->finalize (object);
}

static void
quan_quota_bar_class_init (QuanQuotaBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = quan_quota_bar_get_property;
  object_class->set_property = quan_quota_bar_set_property;
  object_class->dispose = quan_quota_bar_dispose;
  object_class->finalize = quan_quota_bar_finalize;
  props[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quotabar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quan_quota_bar_init (QuanQuotaBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  self->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->heading, "strong");
  gtk_widget_set_valign (self->heading, GTK_ALIGN_START);
  self->legend = quan_flow_new (TRUE);
  gtk_widget_set_hexpand (self->legend, TRUE);
  self->track = g_object_new (QUAN_TYPE_QUOTA_TRACK, NULL);
  gtk_box_append (GTK_BOX (self->head), self->heading);
  gtk_box_append (GTK_BOX (self->head), self->legend);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->track, GTK_WIDGET (self));
}

GtkWidget *
quan_quota_bar_new (gboolean small)
{
  return g_object_new (QUAN_TYPE_QUOTA_BAR, "small", small, NULL);
}
