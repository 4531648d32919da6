/* The workspace: every record of a store or a file, in memory. */
#pragma once
#include "core/model/claim.h"
#include "core/model/contract.h"
#include "core/model/enterprise.h"
#include "core/model/invoice.h"
#include "core/model/redemption.h"

/* The sections of a workspace, in canonical order. */
typedef enum {
  QUAN_ENTERPRISES,
  QUAN_PROVIDERS,
  QUAN_CONTRACTS,
  QUAN_CLAIMS,
  QUAN_DELIVERIES,
  QUAN_INVOICES,
  QUAN_PAYMENTS,
  QUAN_REDEMPTIONS,
  QUAN_N_SECTIONS,
  /* Sections of a store that no workspace has. */
  QUAN_PREPARATIONS = QUAN_N_SECTIONS,
  QUAN_ATTACHMENTS,
  QUAN_N_STORE_SECTIONS
} QuanSection;

typedef struct {
  GPtrArray *sections[QUAN_N_SECTIONS];  /* each owns its records; never NULL */
} QuanWorkspace;

/* The record types of the sections, those included that only a store has. */
extern const QuanRecordType *const quan_section_types[QUAN_N_STORE_SECTIONS];
/* A whole workspace as a record whose fields are its sections. Records of it come from quan_workspace_new. */
extern const QuanRecordType quan_workspace_type;

QuanWorkspace *quan_workspace_new (void);
void           quan_workspace_free (QuanWorkspace *workspace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanWorkspace, quan_workspace_free)

/* Orders two keys as people read them: digits by their value, so that "JF-9" comes before "JF-10", everything else by
 * code point. NULL comes first. 0 only for equal keys. */
int quan_key_compare (const char *a, const char *b);
/* Sorts every section by its key: enterprises and providers by code; contracts and deliveries by enterprise and number;
 * claims by enterprise, contract and submission; invoices and payments by number; redemptions by enterprise, round and
 * submission; numbers by quan_key_compare. Records equal in that keep their order. */
void quan_workspace_sort (QuanWorkspace *workspace);

/* Lookups by key, NULL if absent. Linear: for single acts, not for loops over records. */
QuanEnterprise *quan_workspace_enterprise (const QuanWorkspace *workspace, const char *uscc);
QuanProvider   *quan_workspace_provider (const QuanWorkspace *workspace, const char *uscc);
QuanContract   *quan_workspace_contract (const QuanWorkspace *workspace, const char *enterprise, const char *number);

/*
 * What else may be referred to besides the workspace's own records: those of the store it goes into.
 * Each function may be NULL (nothing else exists). data is passed through.
 */
typedef struct {
  /* Whether it has a record of this key (claims: voucher). enterprise is NULL where keys are unique in the store. */
  gboolean (*has) (gpointer data, QuanSection section, const char *enterprise, const char *key);
  /* The USCCs of the enterprises that have a contract of this number, to free with g_strfreev. */
  char **(*contract_owners) (gpointer data, const char *number);
  /* The contract of a voucher (QUAN_CLAIMS) or an invoice as "USCC/NUMBER", NULL if it has none of this key. Free with
   * g_free. */
  char *(*contract_of) (gpointer data, QuanSection section, const char *key);
  /* The only enterprise of the store, NULL if there are none or several. Free with g_free. */
  char *(*only_enterprise) (gpointer data);
  gpointer data;
} QuanKnown;

/*
 * Fills in the enterprise of records that leave it out, and refuses (QUAN_ERROR_INPUT, message beginning with the JSON
 * path "$.claims[3].contract: ") a reference to nothing, an ambiguous contract number, a key given twice, two drafts of
 * one contract, and a voucher number given twice; in redemptions a voucher of another enterprise, an invoice of another
 * contract than its voucher's, an invoice twice, and one in two that are submitted or paid. Records must stand in the order
 * of the file so that paths are right.
 */
gboolean quan_workspace_resolve (QuanWorkspace *workspace, const QuanKnown *known, GError **error);
