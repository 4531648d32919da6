#include "ui/timeline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/drawing.h"
#include "ui/entries/figures.h"

G_DEFINE_FINAL_TYPE (QuanTimelineChart, quan_timeline_chart, GTK_TYPE_WIDGET)

static void
band_clear (gpointer data)
{
  QuanBand *band = data;

  for (int i = 0; i < QUAN_N_BAND_NAMES; i++)
    g_free (band->names[i]);
  g_free (band->state_name);
  g_free (band->amount);
}

static void
quan_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuanTimelineChart *self = QUAN_TIMELINE_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  quan_timeline_draw (self, cairo, width);
  cairo_destroy (cairo);
}

static void
quan_timeline_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  int line = quan_line_height (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 12 * line;
    *natural = 36 * line;
  } else {
    *minimum = *natural = quan_timeline_height (widget);
  }
}

static void
quan_timeline_chart_finalize (GObject *object)
{
  g_array_unref (QUAN_TIMELINE_CHART (object)->bands);
  G_OBJECT_CLASS (quan_timeline_chart_parent_class)->finalize (object);
}

static void
quan_timeline_chart_class_init (QuanTimelineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quan_timeline_chart_finalize;
  widget_class->snapshot = quan_timeline_chart_snapshot;
  widget_class->measure = quan_timeline_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "timelinechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
quan_timeline_chart_init (QuanTimelineChart *self)
{
  self->bands = g_array_new (FALSE, TRUE, sizeof (QuanBand));
  g_array_set_clear_func (self->bands, band_clear);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
quan_timeline_chart_new (void)
{
  return g_object_new (QUAN_TYPE_TIMELINE_CHART, NULL);
}

/* "2025 年第四季度", "第四季度", "Q4". */
static void
set_names (QuanBand *band, const char *label, QuanLanguage language)
{
  const char *behind;

  band->names[0] = quan_round_name (label, language);
  behind = strstr (band->names[0], "年");
  band->names[2] = g_strdup (label + strlen ("2025"));
  band->names[1] = g_strdup (behind != NULL ? behind + strlen ("年") : band->names[2]);
}

static void
add_segment (QuanTimelineChart *self, const QuanSegment *segment)
{
  QuanLanguage language = quan_language_of_locale ();
  QuanFen amount = quan_segment_amount (segment);
  QuanBand band = {
    .from = segment->round->from, .until = segment->round->until, .file_by = segment->file_by, .state = segment->state,
    .state_name = g_strdup (quan_segment_state_name (segment->state, language)),
    .amount = amount != QUAN_FEN_NONE ? quan_figure (amount) : NULL,
  };

  set_names (&band, segment->round->label, language);
  g_array_append_val (self->bands, band);
}

static void
add_gap (QuanTimelineChart *self, const QuanTimeline *timeline)
{
  QuanBand band = {
    .from = timeline->gap_from, .until = timeline->gap_until, .file_by = QUAN_DATE_NONE, .state = QUAN_SEGMENT_GAP,
    .state_name = timeline->at_risk != 0 ? g_strdup (_("At risk")) : NULL,
    .amount = timeline->at_risk != 0 ? quan_figure (timeline->at_risk) : NULL,
  };

  for (int i = 0; i < QUAN_N_BAND_NAMES; i++)
    band.names[i] = g_strdup (_("No round"));
  g_array_append_val (self->bands, band);
}

void
quan_timeline_chart_set (QuanTimelineChart *self, const QuanTimeline *timeline)
{
  g_autofree char *text = NULL, *name = NULL;
  char iso[QUAN_DATE_BUF];

  g_return_if_fail (QUAN_IS_TIMELINE_CHART (self) && timeline != NULL);

  self->year = timeline->year;
  self->as_of = timeline->as_of;
  g_array_set_size (self->bands, 0);
  for (guint i = 0; i < timeline->segments->len; i++)
    add_segment (self, &g_array_index (timeline->segments, QuanSegment, i));
  if (timeline->gap_from != QUAN_DATE_NONE)
    add_gap (self, timeline);
  text = quan_timeline_text (timeline, quan_language_of_locale ());
  name = g_strdup_printf (_("Redemptions of %d as of %s"), timeline->year, quan_date_iso (timeline->as_of, iso));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
