/* A claim in preparation as it is put together from records and held texts. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/desk/preparation.h"

/* The records a path can begin with, in the order they come to be stored. */
typedef enum { QUAN_ROOT_ENTERPRISE, QUAN_ROOT_PROVIDER, QUAN_ROOT_CONTRACT, QUAN_ROOT_CLAIM, QUAN_N_ROOTS } QuanRoot;

/* The path by which a contract's provider is chosen. */
#define QUAN_PROVIDER_CODE "provider.uscc"

typedef struct {
  const char           *name;     /* "contract" */
  const QuanRecordType *type;
  QuanSection           section;
  gsize                 offset;   /* of the record in QuanPrepared */
  const char           *key;      /* of the field that is its key here; NULL: it has none of its own */
} QuanRootKind;
extern const QuanRootKind quan_roots[QUAN_N_ROOTS];

typedef struct {
  QuanPrepared     shown;           /* comes first: what is handed out is this */
  QuanPreparation *row;             /* texts is never NULL */
  gint64           ids[QUAN_N_ROOTS]; /* of the stored records, 0 while there is none */
  QuanEnterprise  *judged_enterprise; /* what the check reads: complete rows only */
  QuanContract    *judged_contract;
} QuanWork;

/* To be freed with quan_work_free. Records as the store has them; no held text is in them yet. QUAN_ERROR_INPUT if the
 * preparation is no more. */
QuanWork *quan_work_load (QuanDesk *desk, gint64 id, GError **error);
void      quan_work_free (QuanWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanWork, quan_work_free)

/* The record a path begins with; *rest is the path within it. FALSE if it names no field that can be entered. */
gboolean quan_work_find (QuanWork *work, const char *path, QuanRoot *root, gpointer *record, const char **rest);
gpointer quan_work_record (const QuanWork *work, QuanRoot root);

/* Enters the held texts into the records, in the order typed; those refused become problems. */
gboolean quan_work_replay (QuanDesk *desk, QuanWork *work, GError **error);
/* Takes the key a held text says: of the enterprise, the contract, or the provider chosen. *sentence, to free, says why
 * not. FALSE on an error of the store. */
gboolean quan_work_take_key (QuanDesk *desk, QuanWork *work, QuanRoot root, const char *text, char **sentence,
                             GError **error);

/* Holds a text in place of what was held at its path; a list as a whole and its rows take each other's place. */
void     quan_held_put (GPtrArray *texts, const char *path, const char *text);
/* Takes the texts of a row of a list ("contract.lines") away and moves those of the rows behind it up. TRUE if there were
 * any. */
gboolean quan_held_remove_row (GPtrArray *texts, const char *list, guint row);
/* After records were written: leaves only the texts no record holds. */
void     quan_work_settle_texts (QuanWork *work);

/* A record without the rows that lack what is required of them. rest: also without all rows behind the first of
 * them, so that the rows that stay keep their places. Free with quan_record_free. */
gpointer quan_complete_rows (const QuanRecordType *type, gconstpointer record, gboolean rest);
/* Whether a row has all that is required of it. */
gboolean quan_row_is_complete (const QuanRecordType *type, gconstpointer row);

/* Judges what is known, and fills in what the snapshot shows beside it. */
gboolean quan_work_judge (QuanDesk *desk, QuanWork *work, GError **error);
gboolean quan_work_notice (QuanDesk *desk, QuanWork *work, GError **error);
gboolean quan_work_list_documents (QuanDesk *desk, QuanWork *work, GError **error);

/* Gives an enterprise another code, or a contract another number, in every record that names it, in the current
 * transaction. */
gboolean quan_rekey_enterprise (QuanStore *store, const char *uscc, const char *other, GError **error);
gboolean quan_rekey_contract (QuanStore *store, const char *uscc, const char *number, const char *other, GError **error);
/* Whether the packet of a submission was frozen under an enterprise's contract (NULL: any of them). -1 on error. */
int      quan_is_frozen_under (QuanStore *store, const char *uscc, const char *number, GError **error);

/* "USCC/NUMBER" as far as known, for the journal. Free with g_free. */
char *quan_preparation_subject (const QuanPreparation *row, const char *path);
