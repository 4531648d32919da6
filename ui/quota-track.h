/* The drawn part of a quota bar: the track with its segments and, unless small, its ticks. */
#pragma once
#include "ui/quota-bar.h"

#define QUAN_TYPE_QUOTA_TRACK (quan_quota_track_get_type ())
G_DECLARE_FINAL_TYPE (QuanQuotaTrack, quan_quota_track, QUAN, QUOTA_TRACK, GtkWidget)

void     quan_quota_track_set (QuanQuotaTrack *track, const QuanQuotaSegments *segments, gboolean small);
/* Where a part is drawn in a track of this width; FALSE if it is not drawn. */
gboolean quan_quota_track_place (QuanQuotaTrack *track, QuanQuotaPart part, int width, double *from, double *until);
/* Where the cap is; the whole width where nothing goes beyond it. */
double   quan_quota_track_cap (QuanQuotaTrack *track, int width);
/* Draws a part in its pattern. */
void     quan_quota_draw_part (cairo_t *cairo, const GdkRGBA *colour, QuanQuotaPart part, double x, double y,
                               double width, double height);

/* A square with the pattern of a part, for legends. */
#define QUAN_TYPE_QUOTA_SWATCH (quan_quota_swatch_get_type ())
G_DECLARE_FINAL_TYPE (QuanQuotaSwatch, quan_quota_swatch, QUAN, QUOTA_SWATCH, GtkWidget)
GtkWidget *quan_quota_swatch_new (QuanQuotaPart part, QuanLedgerKind ledger);
/* The colour of a part by the style sheets of a widget. */
GdkRGBA    quan_quota_colour (GtkWidget *widget, QuanQuotaPart part, QuanLedgerKind ledger);
