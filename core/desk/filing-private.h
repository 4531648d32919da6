/* The filing of a round as it is put together. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/desk/redemption.h"

/* Whether a label is one of a round; QUAN_ERROR_USAGE says what one looks like. */
gboolean quan_desk_is_round (const char *label, GError **error);

/* The records of an enterprise, each claim pinned to the pack it stays with. */
QuanWorkspace *quan_desk_round_records (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error);

/*
 * The redemption of a round that is in hand, to free with quan_record_free: the one that is submitted or returned, else the
 * draft, else the last that is over. *redemption is NULL if the round has none.
 */
gboolean quan_desk_redemption_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label,
                                       QuanRedemption **redemption, gint64 *id, GError **error);

/* The label of the round to work on: of the last one with a draft or a returned redemption, else of the next that can be
 * filed, else of the last of the pack. Free with g_free. */
char *quan_desk_round_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error);

/*
 * A round judged from records, which are taken, under a view: preview, places and three-way check, in a language. A
 * redemption given (or NULL) is left out of the records, so that it does not count against itself. NULL with
 * QUAN_ERROR_OVERFLOW.
 */
QuanFiling *quan_filing_judge (QuanWorkspace *records, const char *label, const QuanRedemption *redemption,
                               const QuanView *view, QuanLanguage language, GError **error);
