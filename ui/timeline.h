/* A year of redemptions as a drawing: from January to December the filing windows, what was filed in each, the days to file
 * by, the as-of day, and the gap that no round takes. Patterns and words say everything that colours do. */
#pragma once
#include <gtk/gtk.h>

#include "core/engine/timeline.h"

#define QUAN_TYPE_TIMELINE_CHART (quan_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (QuanTimelineChart, quan_timeline_chart, QUAN, TIMELINE_CHART, GtkWidget)

/* What stands for the gap among the states of segments. */
#define QUAN_SEGMENT_GAP QUAN_N_SEGMENT_STATES

GtkWidget *quan_timeline_chart_new (void);
/* Draws a year; nothing of it is kept. The widget's accessible description is the year in words. */
void       quan_timeline_chart_set (QuanTimelineChart *chart, const QuanTimeline *timeline);
/* Where a band is drawn in a chart of this width: the segments in their order, then the gap. FALSE if there is none. */
gboolean   quan_timeline_chart_place (QuanTimelineChart *chart, guint band, double width, double *from, double *until);

/* A square with the pattern of a state, or of the gap, for lists beside the drawing. */
GtkWidget *quan_segment_swatch_new (QuanSegmentState state);
