/*
 * Wordings with values in them, "{contract.signed}": the one parser of this syntax, and the values a packet's wording
 * may name.
 */
#pragma once
#include "core/policy/pack.h"

/* A piece of a wording: text as it stands, what stands between braces, or the rest behind a brace that is never
 * closed. */
typedef enum { QUAN_PIECE_TEXT, QUAN_PIECE_PLACEHOLDER, QUAN_PIECE_UNCLOSED } QuanPieceKind;

typedef struct {
  QuanPieceKind kind;
  const char   *text;    /* inside the wording, without braces; not NUL-terminated */
  gsize         length;  /* bytes */
} QuanPiece;

/* Takes the next piece of a wording and moves *wording behind it; FALSE at its end. A text piece is never empty. */
gboolean quan_wording_next (const char **wording, QuanPiece *piece);

/* The values a packet's wording may name. */
typedef enum {
  QUAN_PLACEHOLDER_BLANK,                     /* {blank}, {blank:N}: a ruled blank of N ems */
  QUAN_PLACEHOLDER_FACT,                      /* {enterprise.KEY}, {contract.KEY} */
  QUAN_PLACEHOLDER_PROVIDER_NAME,             /* {provider.name} */
  QUAN_PLACEHOLDER_PROVIDER_USCC,             /* {provider.uscc} */
  QUAN_PLACEHOLDER_CONTACT_NAME,              /* {contact.name} */
  QUAN_PLACEHOLDER_CONTACT_PHONE,             /* {contact.phone} */
  QUAN_PLACEHOLDER_POLICY_TITLE,              /* {policy.title} */
  QUAN_PLACEHOLDER_POLICY_PROGRAMME,          /* {policy.programme} */
  QUAN_PLACEHOLDER_POLICY_ISSUER,             /* {policy.issuer} */
  QUAN_PLACEHOLDER_POLICY_PORTAL,             /* {policy.portal} */
  QUAN_PLACEHOLDER_AS_OF,                     /* {as-of} */
  QUAN_PLACEHOLDER_AS_OF_YEAR,                /* {as-of.year} */
  QUAN_PLACEHOLDER_AWARD_TOTAL,               /* {award.total}: all lines of the contract */
  QUAN_PLACEHOLDER_AWARD_COMPUTE,             /* {award.compute}: its compute lines */
  QUAN_PLACEHOLDER_AWARD_BASE,                /* {award.base} */
  QUAN_PLACEHOLDER_AWARD_CEILING,             /* {award.ceiling} */
  QUAN_PLACEHOLDER_AWARD_CLAIMABLE,           /* {award.claimable}, in figures without ¥ */
  QUAN_PLACEHOLDER_AWARD_CLAIMABLE_CAPITALS,  /* {award.claimable-capitals}, 人民币 included */
  QUAN_PLACEHOLDER_REDEMPTION_TOTAL,          /* {redemption.total}, in figures without ¥ */
  QUAN_PLACEHOLDER_REDEMPTION_TOTAL_CAPITALS, /* {redemption.total-capitals}, 人民币 included */
  QUAN_PLACEHOLDER_REDEMPTION_ROUND,          /* {redemption.round}: "2025 年第四季度" */
} QuanPlaceholderKind;

/* The stages of a set: whose packets a wording is printed in. */
#define QUAN_AT(stage) (1u << (stage))

#define QUAN_BLANK_EMS 8       /* of {blank} */
#define QUAN_BLANK_EMS_MAX 40

typedef struct {
  QuanPlaceholderKind kind;
  QuanFactRef         fact;  /* of QUAN_PLACEHOLDER_FACT */
  int                 ems;   /* of QUAN_PLACEHOLDER_BLANK, 1 to QUAN_BLANK_EMS_MAX */
} QuanPlaceholder;

/*
 * The placeholder of a name of so many bytes, without braces. FALSE if there is none. A fact is any that quan_fact_ref
 * finds and that reads as one value: a text, code, date, term, flag, list of dates, or the list of subsidies; no other
 * list, and no part of a record.
 */
gboolean quan_placeholder (const char *name, gsize length, QuanPlaceholder *placeholder);
/* The stages, a set of QUAN_AT, in whose packets a placeholder has a meaning: a redemption is of many contracts, so
 * what is said of one contract or of its award has none there. */
guint quan_placeholder_stages (const QuanPlaceholder *placeholder);
