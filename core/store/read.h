/* Reading the store: cursors, workspaces, lookups and sums. */
#pragma once
#include "core/model/round-sums.h"
#include "core/store/store.h"

/* Which records; a NULL member restricts nothing. Providers and payments belong to the enterprises whose contracts and
 * invoices name them. */
typedef struct {
  const char *enterprise;  /* USCC */
  const char *contract;    /* number; not for enterprises, providers, payments and redemptions */
  const char *key;         /* USCC, number, voucher of a claim, round of a redemption, document of an attachment; not
                            * for preparations */
  const char *round;       /* of attachments: those of a round's packet */
} QuanStoreFilter;

/* Steps through the records of a section, one in memory at a time: ordered by enterprise, then contract where there
 * is one, then key or submission, texts byte by byte. Nothing may be written while a cursor is open. */
typedef struct QuanCursor QuanCursor;
QuanCursor *quan_store_select (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error);
/* The next record, to free with quan_record_free; id (may be NULL) is its id. NULL at the end, or with error set. */
gpointer    quan_cursor_next (QuanCursor *cursor, gint64 *id, GError **error);
void        quan_cursor_free (QuanCursor *cursor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanCursor, quan_cursor_free)

/* What other records say of one on a date: redemptions submitted later do not exist, one paid later is still submitted, and
 * invoices and payments dated later are left out. */
typedef struct {
  QuanFen     amount;   /* claims: redeemed of the voucher; deliveries: gross of the lines invoiced for it, red letters
                         * subtracted; invoices: what payments settle. 0 where there is nothing, QUAN_FEN_NONE where a part
                         * of it is unknown */
  guint       records;  /* deliveries: the invoices that name it */
  const char *name;     /* claims: the title of the contract; invoices: the round of the redemption that stands; or NULL.
                         * Until the next step */
  gboolean    settled;  /* invoices: that redemption is paid */
} QuanRemarks;

/* Steps through the records of an enterprise with what is said of them on as_of, by one statement for all, in the order of
 * quan_store_select. Claims, deliveries, invoices, redemptions; of payments those of its invoices and those that name
 * none. */
QuanCursor *quan_store_list (QuanStore *store, QuanSection section, const char *enterprise, QuanDate as_of,
                             GError **error);
/* As quan_cursor_next, of such a cursor. */
gpointer    quan_cursor_next_listed (QuanCursor *cursor, QuanRemarks *remarks, GError **error);

/* The ids of the records of one section that name a delivery, an invoice or a payment of a key (enterprise is needed of
 * deliveries only); of redemptions, those with an invoice that names the delivery or is in the payment. GArray of gint64, NULL
 * on error. */
GArray *quan_store_referrers (QuanStore *store, QuanSection of, const char *enterprise, const char *key, QuanSection by,
                              GError **error);

/* The first record of a filter and its id; NULL with error unset if there is none. */
gpointer quan_store_find (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, gint64 *id,
                          GError **error);
/* The record of an id; NULL with error unset if there is none. */
gpointer quan_store_get (QuanStore *store, QuanSection section, gint64 id, GError **error);
/* How many records a filter leaves; -1 on error. */
gint64   quan_store_count (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error);

/* Every record, or those of one enterprise (USCC), in canonical order. */
QuanWorkspace *quan_store_workspace (QuanStore *store, const char *enterprise, GError **error);

/* Sees one contract at a time: slice holds the contract and its records of the sections asked for, and is valid
 * during the call only. FALSE with error set ends the walk. */
typedef gboolean (*QuanContractFunc) (const QuanWorkspace *slice, gpointer data, GError **error);
/* Walks the contracts of an enterprise (NULL: of all) by enterprise and number, in canonical order. sections is a
 * set of bits 1 << QUAN_CLAIMS, QUAN_DELIVERIES, QUAN_INVOICES. Of all contracts only the keys are in memory at
 * once. */
gboolean quan_store_each_contract (QuanStore *store, const char *enterprise, guint sections, QuanContractFunc func,
                                   gpointer data, GError **error);

/* What makes two contracts of an enterprise look alike. */
typedef struct {
  const char *enterprise, *provider;      /* USCC */
  const char *number;                     /* of the contract compared, which is left out, or NULL */
  QuanDate    signed_from, signed_until;  /* both days included */
  QuanFen     total;                      /* of all lines */
} QuanAlike;
/* The numbers of the first few contracts that look alike: GPtrArray of char *. NULL on error. */
GPtrArray *quan_store_alikes (QuanStore *store, const QuanAlike *alike, GError **error);

/* The references quan_workspace_resolve may find in the store. Valid as long as the store. */
QuanKnown quan_store_known (QuanStore *store);

/* One integer sum of a ledger. */
typedef struct {
  char          *enterprise;  /* USCC */
  int            year;        /* of the submission (claims) or of the round (redemptions); 0: no date yet */
  QuanLedgerKind ledger;
  int            state;       /* as seen on the as-of date: QuanClaimState or QuanRedemptionState */
  guint          records;     /* claims or redemption items in the sum */
  guint          unknown;     /* of these, how many have no amount */
  QuanFen        amount;      /* sum of the known ones */
} QuanQuotaSum;

/*
 * The sums of claims and redemptions by enterprise, year and state as they stood on as_of, for one enterprise (NULL:
 * all). What was submitted later does not exist; what was approved or paid later is still submitted, a claim at its
 * requested amount. Every state is given: which of them count is the engine's to say. GArray of QuanQuotaSum that frees
 * its texts, ordered by enterprise, ledger, year. NULL on error (a sum beyond the range is QUAN_ERROR_OVERFLOW).
 */
GArray *quan_store_quota_sums (QuanStore *store, const char *enterprise, QuanDate as_of, GError **error);

/*
 * What a redemption round needs to know of an enterprise's invoices, without one of them in memory: the time of reading
 * their numbers and lines once. A redemption is seen as it was on the as-of date. NULL on error (QUAN_ERROR_OVERFLOW
 * beyond the range).
 */
QuanRoundSums *quan_store_round_sums (QuanStore *store, const QuanRoundScope *scope, GError **error);
