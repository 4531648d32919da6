/* The desk: one function for each act of the officer. What brings store, engine and packet together lives here, so that
 * the window and the command line do exactly the same. */
#pragma once
#include <gio/gio.h>
#include "core/base/progress.h"
#include "core/engine/check.h"
#include "core/engine/redemption.h"
#include "core/engine/working-sheet.h"
#include "core/store/journal.h"
#include "core/store/verify.h"

typedef struct QuanDesk QuanDesk;

/* What the officer chose for a session. */
typedef struct {
  const char        *store_path;    /* NULL: $XDG_DATA_HOME/quan/quan.db */
  gboolean           create;        /* make a missing store when the first record is to be kept */
  int                wait_seconds;
  QuanDate           as_of;
  const char        *policy;        /* id, NULL: by the rule of quan_desk_view_for */
  const char *const *readings;      /* "KEY=VALUE" …, NULL-terminated, or NULL */
} QuanDeskOptions;

QuanDesk *quan_desk_open (const QuanDeskOptions *options, GError **error);
void      quan_desk_close (QuanDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanDesk, quan_desk_close)
/* The name of the store's file. */
const char *quan_desk_path (const QuanDesk *desk);
/* Sentences about packs of the user that cannot be used: GPtrArray of char *. */
const GPtrArray *quan_desk_warnings (const QuanDesk *desk);

/*
 * The viewpoint for an enterprise (NULL: none in particular) and a claim (NULL: a new one): the pack the claim is
 * pinned to; else the one named in the options; else that of the enterprise's region in force on the as-of date, else
 * the latest of that region, else of the packs not marked unverified the one in force latest. Unknown packs and
 * readings are QUAN_ERROR_USAGE.
 */
gboolean quan_desk_view_for (QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim, QuanView *view,
                             GError **error);

/* What an import did. */
typedef struct {
  int        added[QUAN_N_SECTIONS], changed[QUAN_N_SECTIONS], same[QUAN_N_SECTIONS];
  GPtrArray *warnings;  /* of char * */
} QuanImport;
void quan_import_clear (QuanImport *import);
/*
 * Imports one workspace file in one transaction: all of it or nothing. A record already there is updated, an equal one
 * left alone, so that a second import of the same file changes nothing, not even the journal. Refused: a change to a
 * claim or redemption that was submitted and frozen, an invoice moved to another contract, and an invoice that would be in
 * two redemptions that are submitted or paid.
 * dry_run judges everything and rolls back.
 */
gboolean quan_desk_import (QuanDesk *desk, const char *path, gboolean dry_run, QuanImport *import, GError **error);

/* The whole store as canonical workspace JSON. */
char *quan_desk_export_workspace (QuanDesk *desk, GError **error);

/* The enterprise of a code; of NULL the only one. QUAN_ERROR_USAGE names the choices. The desk keeps it. */
const QuanEnterprise *quan_desk_enterprise (QuanDesk *desk, const char *uscc, GError **error);
/* All enterprises, by code. The desk keeps them. */
const GPtrArray *quan_desk_enterprises (QuanDesk *desk, GError **error);

/* One checked contract, valid during the call. */
typedef struct {
  const QuanView  *view;
  const QuanCase  *subject;
  const QuanCheck *check;
} QuanChecked;
typedef gboolean (*QuanCheckedVisit) (const QuanChecked *checked, gpointer data, GError **error);
/*
 * Checks contracts ("NUMBER" or "USCC/NUMBER"; none: all, by enterprise and number) and hands each to visit. Memory
 * does not grow with their number. enterprise NULL: all. An unknown or ambiguous contract is QUAN_ERROR_USAGE, found before anything is visited.
 */
gboolean quan_desk_check (QuanDesk *desk, const char *enterprise, const char *const *contracts, QuanCheckedVisit visit,
                          gpointer data, GError **error);

/* The ledgers of one enterprise. */
typedef struct {
  const QuanEnterprise *enterprise;
  QuanView              view;
  QuanYears            *years;
} QuanQuotaAnswer;
/* Ledgers of one or (NULL) all enterprises: the year given, or (0) every year that has a record and the as-of year.
 * GArray of QuanQuotaAnswer. */
GArray *quan_desk_quota (QuanDesk *desk, const char *enterprise, int year, GError **error);

/* A round of one enterprise with the records it was computed from. */
typedef struct {
  QuanView       view;
  const QuanEnterprise *enterprise;
  QuanWorkspace *records;
  QuanPreview   *preview;
} QuanRoundAnswer;
void quan_round_answer_free (QuanRoundAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRoundAnswer, quan_round_answer_free)
QuanRoundAnswer *quan_desk_preview (QuanDesk *desk, const char *enterprise, const char *label, GError **error);

/* The acts of a claim's life. */
typedef enum {
  QUAN_ACT_NEW, QUAN_ACT_SUBMIT, QUAN_ACT_RETURN, QUAN_ACT_APPROVE, QUAN_ACT_REJECT, QUAN_ACT_WITHDRAW
} QuanClaimAct;
typedef struct {
  const char *contract;    /* "NUMBER" or "USCC/NUMBER" */
  const char *enterprise;  /* or NULL */
  QuanDate    date;        /* of the act; QUAN_DATE_NONE: the as-of date. Of a new draft the day it is meant for, if any */
  QuanFen     amount;      /* QUAN_FEN_NONE: new: left open; submit: what is claimable; approve: what was requested */
  const char *voucher;     /* approve: required */
  QuanDate    issued;      /* approve; QUAN_DATE_NONE: the date of the act */
  const char *reason;      /* return, reject, withdraw */
} QuanClaimChange;
/*
 * Does one act in one transaction. new makes the contract's draft; submit (of the draft, or without one) records base and
 * pack and freezes facts, pack (id, version, hash), answer and the packet's bytes; a returned claim is submitted again;
 * approve, reject and return answer a submitted one; withdraw takes back a draft, submitted or returned one. An act the
 * claim's state does not allow, or a voucher number already used, is QUAN_ERROR_INPUT. *done (may be NULL) receives the
 * claim as it stands now, to free with quan_record_free.
 */
gboolean quan_desk_claim (QuanDesk *desk, QuanClaimAct act, const QuanClaimChange *change, QuanClaim **done,
                          GError **error);

/* The claim packet of a contract: of its submitted or approved claim the bytes frozen then, else one made now, whose
 * pages progress (may be NULL) hears of and can stop. *ready: not a draft. Free with g_bytes_unref. */
GBytes *quan_desk_claim_packet (QuanDesk *desk, const char *enterprise, const char *contract,
                                const QuanProgress *progress, gboolean *ready, GError **error);

/* The journal of the store, or of one record; see quan_store_journal. */
gboolean quan_desk_journal (QuanDesk *desk, const char *key, QuanJournalFunc func, gpointer data, GError **error);

/* Problems found in the store: GPtrArray of QuanStoreProblem, empty if all is well. Every stored figure is
 * recomputed. */
GPtrArray *quan_desk_verify (QuanDesk *desk, GError **error);

/*
 * Undo. The acts of this session, the last first, can be taken back and done again: an undo is an act of its own, whose writes
 * are the inverse of the journal's rows. What froze a packet cannot be taken back (withdraw the claim instead), nor what
 * has been changed since; both are QUAN_ERROR_INPUT. *subject (may be NULL) receives what the act was about, to free.
 */
gboolean quan_desk_can_undo (const QuanDesk *desk);
gboolean quan_desk_can_redo (const QuanDesk *desk);
gboolean quan_desk_undo (QuanDesk *desk, char **subject, GError **error);
gboolean quan_desk_redo (QuanDesk *desk, char **subject, GError **error);

/* Turns the session to another day, or to other readings ("KEY=VALUE" …, NULL-terminated, or NULL). QUAN_ERROR_USAGE for what
 * is no reading; nothing changes then. */
void     quan_desk_set_as_of (QuanDesk *desk, QuanDate as_of);
QuanDate quan_desk_as_of (const QuanDesk *desk);
gboolean quan_desk_set_readings (QuanDesk *desk, const char *const *readings, GError **error);
/* The packs of the shelf, by id. The desk keeps them. */
const GPtrArray *quan_desk_packs (const QuanDesk *desk);

/* Removes a contract no claim, delivery or invoice refers to, or a provider no contract names. Can be undone.
 * QUAN_ERROR_INPUT says what refers to it. */
gboolean quan_desk_remove_contract (QuanDesk *desk, const char *enterprise, const char *number, GError **error);
gboolean quan_desk_remove_provider (QuanDesk *desk, const char *uscc, GError **error);
