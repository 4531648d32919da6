/* The bar of a year's quota: what is approved, submitted, drafted and left, told apart by pattern, with its figures as
 * labels and as a description for those who cannot see it. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

/* The parts of a bar, in the order drawn. */
typedef enum {
  QUAN_QUOTA_OPENING,     /* solid */
  QUAN_QUOTA_SETTLED,     /* approved claims, paid redemptions: solid */
  QUAN_QUOTA_OTHER,       /* what the other ledger takes under the joint reading (A12): dots */
  QUAN_QUOTA_SUBMITTED,   /* horizontal bands */
  QUAN_QUOTA_DRAFT,       /* diagonal hatch */
  QUAN_QUOTA_THIS,        /* the claim or filing in hand: diagonal hatch */
  QUAN_QUOTA_REMAINING,   /* the empty track */
  QUAN_QUOTA_FORFEITED,   /* what the cap keeps from the claim for good, from the filing for a while: red cross-hatch
                             beyond it */
  QUAN_N_QUOTA_PARTS
} QuanQuotaPart;

/* Amounts are QUAN_FEN_NONE where unknown; a part of 0 is not drawn. */
typedef struct {
  QuanLedgerKind ledger;
  int            year;
  QuanFen        cap;
  QuanFen        parts[QUAN_N_QUOTA_PARTS];
} QuanQuotaSegments;

/* The parts of a ledger's year. What is left is before drafts, which hold nothing. */
void quan_quota_segments_of_year (QuanQuotaSegments *segments, const QuanView *view, QuanLedgerKind ledger,
                                  const QuanYear *year);
/* The parts of the claims ledger with a claim in hand: what is left is what this claim leaves. */
void quan_quota_segments_of_check (QuanQuotaSegments *segments, const QuanView *view, const QuanCheck *check,
                                   const QuanYear *year);

/* The parts of the redemptions ledger with a filing in hand, which the year does not hold yet; what is left is what it
 * leaves. */
void quan_quota_segments_of_preview (QuanQuotaSegments *segments, const QuanView *view, const QuanPreview *preview,
                                     const QuanYear *year);

/* What a part is called on the screen: "Approved". Static. */
const char *quan_quota_part_name (QuanQuotaPart part, QuanLedgerKind ledger);

#define QUAN_TYPE_QUOTA_BAR (quan_quota_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuanQuotaBar, quan_quota_bar, QUAN, QUOTA_BAR, GtkWidget)

/* Property "small": thin, without heading, ticks and legend, for the years before. */
GtkWidget *quan_quota_bar_new (gboolean small);
/* Property "heading": above the bar, NULL for "Claims quota of 2025". */
void       quan_quota_bar_set_heading (QuanQuotaBar *bar, const char *heading);
/* Leaves out heading and legend, where the figures stand beside the bar. */
void       quan_quota_bar_set_plain (QuanQuotaBar *bar, gboolean plain);
void       quan_quota_bar_set (QuanQuotaBar *bar, const QuanQuotaSegments *segments);

/* What the legend says of a part, "331,600.00", "—" where unknown; NULL where the part is not shown. */
const char *quan_quota_bar_figure (QuanQuotaBar *bar, QuanQuotaPart part);
/* The text equivalent of the bar. */
const char *quan_quota_bar_text (QuanQuotaBar *bar);
