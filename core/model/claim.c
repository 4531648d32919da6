#include "core/model/claim.h"

#include <glib/gi18n-lib.h>

static char *
claim_contradiction (gconstpointer record, const char **key)
{
  const QuanClaim *claim = record;

  if (claim->state != QUAN_CLAIM_APPROVED)
    return NULL;
  if (claim->voucher == NULL) {
    *key = "voucher";
    return g_strdup (_("An approved claim has no voucher. Write the number of the voucher, or another state."));
  }
  if (claim->issued == QUAN_DATE_NONE) {
    *key = "issued";
    return g_strdup (_("An approved claim has no date of issue. Write when the voucher was issued, or another state."));
  }
  return NULL;
}

QUAN_RECORD_DESTROY (claim)

#define AT(member) G_STRUCT_OFFSET (QuanClaim, member)
static const QuanField claim_fields[] = {
  { "contract",   QUAN_FIELD_TEXT,  AT (contract), .required = TRUE, .identifies = TRUE },
  { "enterprise", QUAN_FIELD_USCC,  AT (enterprise), .named = AT (names_enterprise) },
  { "submitted",  QUAN_FIELD_DATE,  AT (submitted) },
  { "requested",  QUAN_FIELD_MONEY, AT (requested) },
  { "state",      QUAN_FIELD_TERM,  AT (state), .required = TRUE, .terms = &quan_claim_states },
  { "base",       QUAN_FIELD_MONEY, AT (base) },
  { "approved",   QUAN_FIELD_MONEY, AT (approved) },
  { "voucher",    QUAN_FIELD_TEXT,  AT (voucher), .identifies = TRUE },
  { "issued",     QUAN_FIELD_DATE,  AT (issued) },
  { "reason",     QUAN_FIELD_TEXT,  AT (reason) },
  { "policy",     QUAN_FIELD_TEXT,  AT (policy), .identifies = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_claim_type = {
  .name = "claim",
  .plural = "claims",
  .size = sizeof (QuanClaim),
  .fields = claim_fields,
  .contradiction = claim_contradiction,
  .destroy = claim_destroy,
};
