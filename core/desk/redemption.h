/* Redemptions: the acts of their lives, what a filing is judged by, and its packet. */
#pragma once
#include "core/desk/desk.h"
#include "core/desk/preparation.h"
#include "core/engine/invoice-place.h"
#include "core/engine/three-way.h"

typedef enum {
  QUAN_REDEEM_NEW, QUAN_REDEEM_SUBMIT, QUAN_REDEEM_RETURN, QUAN_REDEEM_PAY, QUAN_REDEEM_REJECT, QUAN_REDEEM_WITHDRAW
} QuanRedemptionAct;

typedef struct {
  const char *round;       /* label */
  const char *enterprise;  /* USCC, or NULL: the only one */
  QuanDate    date;        /* of the act; QUAN_DATE_NONE: the as-of date. Of a draft the day it is meant for, if any */
  QuanFen     received;    /* pay: the money that came; QUAN_FEN_NONE: what was asked for */
  const char *reason;      /* return, reject, withdraw */
} QuanRedemptionChange;

/*
 * Does one act in one transaction. new makes the round's draft from what the round takes on the as-of date, or brings
 * the draft there is up to date; submit (of the draft, of a returned one, or without one) takes what the round takes
 * on its date and freezes facts, pack, answer and packet; return, pay and reject answer a submitted one; withdraw
 * takes back a draft, submitted or returned one. QUAN_ERROR_INPUT: an act the state does not allow, a date outside
 * the round's filing window (the sentence names the round that day belongs to), nothing to redeem, an invoice that is
 * in another live redemption of any enterprise (the sentence names it). QUAN_ERROR_USAGE: a label that is none. *done
 * (may be NULL) receives the redemption as it stands now, to free with quan_record_free.
 */
gboolean quan_desk_redemption (QuanDesk *desk, QuanRedemptionAct act, const QuanRedemptionChange *change,
                               QuanRedemption **done, GError **error);

/* What a redemption asks for: the sum of its items. QUAN_FEN_NONE if it overflows. */
QuanFen quan_redemption_asked (const QuanRedemption *redemption);

/*
 * Everything known of the filing of a round at one moment; immutable, owned by its holder. Its packs are the desk's.
 * Of a submitted or paid redemption everything is as on the day it was submitted (from its frozen facts where it has
 * any), the redemption itself left out of what is redeemed; else on the as-of date.
 */
typedef struct {
  QuanView        view;
  QuanEnterprise *enterprise;
  QuanWorkspace  *records;
  QuanPreview    *preview;
  GArray         *places;      /* of QuanInvoicePlace */
  QuanThreeWay   *three_way;
  QuanRedemption *redemption;  /* in hand: submitted or returned, else the draft, else the last that is over; or NULL */
  gint64          id;          /* of it */
  gboolean        locked;      /* it is submitted, paid, rejected or withdrawn */
  GPtrArray      *documents;   /* of QuanDocumentRow: those of the redemption stage, in the pack's order */
  GPtrArray      *attachments; /* of QuanAttachment, what the rows point to */
} QuanFiling;

void quan_filing_free (QuanFiling *filing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanFiling, quan_filing_free)

/* The filing of a round; label NULL: of the last round with a draft or a returned redemption, else of the next that
 * can be filed, else of the last. A round the pack does not have is one that takes nothing. */
QuanFiling *quan_desk_filing (QuanDesk *desk, const char *enterprise, const char *label, GError **error);

/* The packet of a round's filing: of a submitted or paid redemption the bytes frozen then, else one made now. As
 * quan_desk_claim_packet. */
GBytes *quan_desk_redemption_packet (QuanDesk *desk, const char *enterprise, const char *label,
                                     const QuanProgress *progress, gboolean *ready, GError **error);

/* Keeps a copy of a file as a document of a round's packet; as quan_desk_attach. quan_desk_detach removes
 * it. Neither once the redemption is submitted or over: QUAN_ERROR_INPUT. */
gboolean quan_desk_attach_to_round (QuanDesk *desk, const char *enterprise, const char *label, const char *document,
                                    const char *path, GError **error);
