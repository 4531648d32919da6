/* The filing of a round as it is put together. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/desk/redemption.h"
#include "core/store/evidence.h"

/* Whether a label is one of a round; QUAN_ERROR_USAGE says what one looks like. */
gboolean quan_desk_is_round (const char *label, GError **error);

/* The records of an enterprise, each claim pinned to the pack it stays with. */
QuanWorkspace *quan_desk_round_records (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error);

/*
 * The redemption of a round that is in hand, to free with quan_record_free: the one that is submitted or returned,
 * else the draft, else the last that is over. *redemption is NULL if the round has none.
 */
gboolean quan_desk_redemption_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label,
                                       QuanRedemption **redemption, gint64 *id, GError **error);

/* The label of the round to work on: of the last one with a draft or a returned redemption, else of the next that can
 * be filed, else of the last of the pack. Free with g_free. */
char *quan_desk_round_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error);

/* Whether a redemption is submitted or paid: its packet has gone. NULL is not. */
gboolean quan_redemption_is_filed (const QuanRedemption *redemption);
/* Whether it is paid, rejected or withdrawn: another can begin. */
gboolean quan_redemption_is_over (const QuanRedemption *redemption);

/* Whether something of a redemption (or of NULL, none yet) can still be changed; QUAN_ERROR_INPUT says why not. */
gboolean quan_redemption_is_open (const QuanRedemption *redemption, GError **error);

/*
 * A round judged from records, which are taken, under a view: preview, places and three-way check, in a language. A
 * redemption given (or NULL) is left out of the records, so that it does not count against itself. NULL with
 * QUAN_ERROR_OVERFLOW.
 */
QuanFiling *quan_filing_judge (QuanWorkspace *records, const char *label, const QuanRedemption *redemption,
                               const QuanView *view, QuanLanguage language, GError **error);
/* Whether the pack has the round; QUAN_ERROR_INPUT names both where it has not. */
gboolean quan_filing_has_round (const QuanFiling *filing, GError **error);
/* The same from the facts a submission froze, under the view it was answered from. *submitted receives the redemption
 * as it was submitted, to free with quan_record_free, also where judging fails after it was found. */
QuanFiling *quan_filing_judge_frozen (const QuanDesk *desk, const QuanFrozen *frozen, QuanLanguage language,
                                      QuanRedemption **submitted, GError **error);
/* The filing of a round as quan_desk_filing gives it, in a language. */
QuanFiling *quan_filing_find (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label,
                              QuanLanguage language, GError **error);

/*
 * What a redemption of the round asks for: the items of its preview. A voucher that gets nothing now, because the cap
 * holds all of it back or its base is not determined, is left out, so that its invoices stay free for a later round.
 * One that gets a part takes all its invoices: what is entitled is cumulative, so the rest follows without them.
 * GPtrArray of QuanRedemptionItem.
 */
GPtrArray *quan_filing_items (const QuanFiling *filing);

/* Copies of the records a filing depends on, and its redemption (or NULL) beside them: the enterprise, its vouchers'
 * contracts with all that belongs to them, all redemptions, and all claims where caps are joint. Free with
 * quan_workspace_free. */
QuanWorkspace *quan_filing_facts (const QuanFiling *filing, const QuanRedemption *redemption);
/* Freezes facts, answer and packet of a redemption just submitted, whose id in the store is given, in the current
 * transaction. The filing is judged in Chinese. */
gboolean quan_filing_freeze (QuanDesk *desk, const QuanFiling *filing, const QuanRedemption *redemption, gint64 id,
                             GError **error);
