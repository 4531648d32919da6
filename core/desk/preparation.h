/* Claims in preparation: what the wizard shows and does. Every entry is one transaction. */
#pragma once
#include "core/desk/desk.h"
#include "core/desk/waiting.h"
#include "core/model/preparation.h"
#include "core/model/record-text.h"

/* A text its field could not take. */
typedef struct {
  char *path;      /* "contract.signed" */
  char *text;      /* as typed, kept */
  char *sentence;  /* why, translated, without the field's name */
} QuanEntryProblem;

/* A document of the packet as the checklist shows it. */
typedef enum {
  QUAN_DOCUMENT_MADE,      /* a sheet this program makes */
  QUAN_DOCUMENT_PRESENT,
  QUAN_DOCUMENT_STALE,     /* older than the pack allows on the claim's date */
  QUAN_DOCUMENT_MISSING,
} QuanDocumentState;

typedef struct {
  const QuanDocument   *document;    /* of the pack */
  QuanDocumentState     state;
  const QuanAttachment *attachment;  /* the last file taken for it, or NULL; owned by the snapshot */
  gint64                attachment_id;
} QuanDocumentRow;

/*
 * Everything known of a claim in preparation at one moment; immutable, owned by its holder. Its packs are the desk's:
 * free it before the desk is closed.
 */
typedef struct {
  gint64          id;          /* of the preparation */
  int             step;
  char           *touched;     /* UTC, NULL before the first entry */

  QuanEnterprise *enterprise;  /* never NULL, absent fields where nothing is known */
  QuanProvider   *provider;
  QuanContract   *contract;    /* its number and enterprise are NULL while they have none */
  QuanClaim      *claim;       /* the claim in hand; a draft that holds nothing while there is none */
  gboolean        enterprise_stored, provider_stored, contract_stored, claim_stored;
  gboolean        locked;      /* the claim is submitted, approved, rejected or withdrawn: nothing can be entered */

  GPtrArray      *problems;    /* of QuanEntryProblem */
  GPtrArray      *notices;     /* of char *: translated sentences: a number used twice, a look-alike contract, a code
                                * whose check character differs */
  GPtrArray      *providers;   /* of QuanProvider: those of the store, by name */
  GPtrArray      *documents;   /* of QuanDocumentRow: those of the claim stage, in the pack's order */
  GPtrArray      *attachments; /* of QuanAttachment, what the rows point to */

  QuanFen         total;       /* of all lines; QUAN_FEN_NONE if one has no amount or there is none */
  QuanFen         totals[QUAN_LINE_BUNDLED + 1]; /* by QuanLineKind; 0 where there is no line of it */

  /* The check of what is known, on the claim's date (of a submitted claim its own; of a draft the day it is meant for,
   * else the as-of date). view, subject and check point into this snapshot. */
  QuanView        view;
  QuanCase        subject;
  QuanYears      *years;
  GPtrArray      *claims;      /* of QuanClaim: all claims on the contract */
  QuanCheck      *check;
  QuanWaiting     waiting;     /* what the first working day of the next year would bring */
} QuanPrepared;

void quan_prepared_free (QuanPrepared *prepared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPrepared, quan_prepared_free)

/* The problem of a path, NULL if its text was taken or nothing was typed. */
const QuanEntryProblem *quan_prepared_problem (const QuanPrepared *prepared, const char *path);
/* What a field shows, "contract.signed": the text that was not taken, else the fact. NULL where there is nothing. Free
 * with g_free. */
char *quan_prepared_text (const QuanPrepared *prepared, const char *path);
/* The type and the record a path begins with ("contract") and the rest of the path; FALSE if it names none. */
gboolean quan_prepared_record (const QuanPrepared *prepared, const char *path, const QuanRecordType **type,
                               gconstpointer *record, const char **rest);

/*
 * Begins a claim, or goes on with the one that is being prepared: for a contract ("NUMBER" or "USCC/NUMBER"); or, contract
 * NULL, a new one for an enterprise (USCC); or, both NULL, for an enterprise yet to be entered. A new one that holds
 * nothing yet is used again instead of making another. Returns the preparation's id, 0 on error.
 */
gint64 quan_desk_prepare (QuanDesk *desk, const char *enterprise, const char *contract, GError **error);

/* The snapshot of a preparation. */
QuanPrepared *quan_desk_prepared (QuanDesk *desk, gint64 id, GError **error);

/*
 * Takes what was typed into the field of a path. What the field can take becomes a fact in its record as soon as that record has
 * its key, in the same transaction; what it cannot take is kept as text, and the field is unknown meanwhile (a key stays
 * as it was). A claim's draft is made with its contract. FALSE only if nothing could be kept: QUAN_ERROR_INPUT for a
 * locked claim, QUAN_ERROR_STORE. "provider.uscc" chooses a provider, known or new.
 */
gboolean quan_desk_enter (QuanDesk *desk, gint64 id, const char *path, const char *text, GError **error);
/* Takes away the row of a path, "contract.lines[2]". */
gboolean quan_desk_remove_row (QuanDesk *desk, gint64 id, const char *path, GError **error);
/* Remembers the step shown last, 1 to 5; not an act, so it cannot be undone. */
gboolean quan_desk_turn_to_step (QuanDesk *desk, gint64 id, int step, GError **error);

/* Keeps a copy of a file as a document of a claim's packet. Refused with QUAN_ERROR_INPUT: a file that is empty, larger
 * than 50 MB or not a plain file, and a contract that has no number yet. */
gboolean quan_desk_attach (QuanDesk *desk, gint64 id, const char *document, const char *path, GError **error);
gboolean quan_desk_detach (QuanDesk *desk, gint64 attachment, GError **error);

/* The preparations that have not come to a submission, the last touched first. GPtrArray of QuanUnfinished. */
typedef struct {
  gint64 id;
  char  *enterprise;  /* USCC, or NULL */
  char  *name;        /* of the enterprise, or NULL */
  char  *contract;    /* number, or NULL */
  int    step;
  char  *touched;     /* UTC */
} QuanUnfinished;
GPtrArray *quan_desk_unfinished (QuanDesk *desk, const char *enterprise, GError **error);
/* Gives up a preparation: its held texts go, its claim's draft is removed, enterprise and contract stay. Can be undone. */
gboolean quan_desk_abandon (QuanDesk *desk, gint64 id, GError **error);

/* Notes what stands in a field that is still being typed into, so that an end without warning loses nothing. Not an act: one
 * note a preparation, replaced by the next and gone with the next entry. */
gboolean quan_desk_note (QuanDesk *desk, gint64 id, const char *path, const char *text, GError **error);
/* Takes what was noted and never entered, because the program ended without warning, as entries; to be called when a store
 * has been opened to be worked on. */
gboolean quan_desk_recover (QuanDesk *desk, GError **error);
