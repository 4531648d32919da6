/* What the files of this room share. */
#pragma once
#include "core/desk/desk.h"
#include "core/desk/shelf.h"
#include "core/packet/fonts.h"
#include "core/store/read.h"
#include "core/store/store.h"

struct QuanDesk {
  char          *path;
  gboolean       create;
  int            wait_seconds;
  QuanDate       as_of;
  char          *policy;       /* or NULL */
  char         **readings;     /* "KEY=VALUE", or NULL */
  GPtrArray     *warnings;     /* of char *, about packs that cannot be used */
  QuanPackShelf *shelf;
  QuanStore     *store;        /* NULL until needed where it has to be made */
  GPtrArray     *enterprises;  /* of QuanEnterprise, by code; NULL until asked for */
  GHashTable    *by_code;      /* code → of these */
  GArray        *done;         /* of gint64: the acts of the session that stand, the last at the end */
  GArray        *undone;       /* of gint64: the acts that undid one, likewise; emptied by the next act */
};

/* Sets QUAN_ERROR_INPUT with a translated sentence. Always FALSE. */
gboolean quan_desk_refuse (GError **error, const char *sentence);
/* The store, made now if it is missing and may be made. */
QuanStore *quan_desk_store (QuanDesk *desk, GError **error);
/* The id of the pack a claim stays with: the one it names, else the one in force when it was submitted. NULL where a
 * draft names none. */
const char *quan_desk_policy_of (const QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim);
/* The viewpoint for an enterprise on a date under a pack (NULL: by the rule of quan_desk_view_for). */
gboolean   quan_desk_view_under (QuanDesk *desk, const QuanEnterprise *enterprise, const char *policy, QuanDate date,
                                 QuanView *view, GError **error);
/* quan_desk_view_for on another date than the session's. */
gboolean   quan_desk_view_on (QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim, QuanDate date,
                              QuanView *view, GError **error);
/* Commits an act of the officer's, which can be undone from now on, and forgets what was known of the records. */
gboolean   quan_desk_commit (QuanDesk *desk, GError **error);
/* Whether all these are "KEY=VALUE"; QUAN_ERROR_USAGE names the first that is not. NULL holds none. */
gboolean   quan_desk_are_readings (const char *const *readings, GError **error);
/* To be called after records may have changed otherwise than by quan_desk_commit. */
void       quan_desk_forget (QuanDesk *desk);

/* A contract by name: "NUMBER" or "USCC/NUMBER", within an enterprise or (NULL) the store. QUAN_ERROR_USAGE if it is
 * unknown or ambiguous. *number, to free with g_free, is the contract's; the enterprise returned is the desk's. */
const QuanEnterprise *quan_desk_contract_named (QuanDesk *desk, const char *enterprise, const char *name, char **number,
                                                GError **error);
/* A contract with its claims. */
QuanWorkspace *quan_desk_contract_records (QuanDesk *desk, const QuanEnterprise *enterprise, const char *number,
                                           GError **error);
/* The provider of a contract, NULL with error unset if it names none. Free with quan_record_free. */
QuanProvider *quan_desk_provider (QuanDesk *desk, const QuanContract *contract, GError **error);

/* What a round would bring, without reading an invoice: records hold the enterprise's vouchers, which know their packs,
 * and their contracts; years are its ledgers on the day of the view. Invoices are counted, not named. */
QuanPreview *quan_desk_preview_from_sums (QuanDesk *desk, const QuanView *view, const QuanEnterprise *enterprise,
                                          const QuanWorkspace *records, const QuanYears *years, const QuanRound *round,
                                          GError **error);

/* The ledgers of an enterprise on a date, from the store's sums. Free with g_array_unref. */
QuanYears *quan_desk_years (QuanDesk *desk, const QuanEnterprise *enterprise, QuanDate as_of, GError **error);

/* Freezes facts, answer and packet of a submitted claim, whose id in the store is given, in the current transaction. */
gboolean quan_desk_freeze (QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim, gint64 id,
                           GError **error);
/* The fonts of packets: those the user's configuration chooses, else the free ones. Free with quan_fonts_free. */
QuanFonts *quan_desk_packet_fonts (GError **error);

/* Whether a claim is submitted, returned or approved. */
gboolean quan_claim_is_live (const QuanClaim *claim);
/* The claim on a contract that is not over: the live one, else the draft, to free with quan_record_free; *claim is NULL
 * if there is none. A contract has one of them by the acts; should an import bring both, the draft waits. */
gboolean quan_desk_claim_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, const char *number,
                                  QuanClaim **claim, gint64 *id, GError **error);
/* Whether a voucher number belongs to no other claim than that of an id. QUAN_ERROR_INPUT names the other. */
gboolean quan_desk_voucher_is_free (QuanStore *store, const char *voucher, gint64 id, GError **error);
