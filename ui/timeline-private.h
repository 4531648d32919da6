/* What the files of the drawing share. */
#pragma once
#include "ui/timeline.h"

/* Of a round the whole name, the name without its year, and the shortest. */
#define QUAN_N_BAND_NAMES 3

/* A window or the gap, with what stands above it where there is room. */
typedef struct {
  QuanDate         from, until, file_by;  /* file_by QUAN_DATE_NONE: the gap */
  QuanSegmentState state;
  char            *names[QUAN_N_BAND_NAMES];
  char            *state_name;
  char            *amount;
} QuanBand;

struct _QuanTimelineChart {
  GtkWidget parent_instance;
  int       year;
  QuanDate  as_of;
  GArray   *bands;  /* of QuanBand */
};

/* Draws all of it. */
void quan_timeline_draw (QuanTimelineChart *chart, cairo_t *cairo, double width);
/* The height it takes. */
int  quan_timeline_height (GtkWidget *widget);
/* Draws a state, or the gap, into a rectangle. */
void quan_segment_draw (GtkWidget *widget, cairo_t *cairo, QuanSegmentState state, double x, double y, double width,
                        double height);
