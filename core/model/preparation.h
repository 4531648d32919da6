/* What belongs to the officer's work on a claim but to no workspace: a claim being prepared, and files kept for it. */
#pragma once
#include "core/model/record.h"

/* A text that no record holds: its field could not take it, or its record has no key yet. */
typedef struct {
  char *path;  /* "contract.lines[2].amount": the record ("enterprise", "provider", "contract", "claim"), then the path
                * within it */
  char *text;  /* as typed */
} QuanHeldText;

/* A claim being prepared, step by step. */
typedef struct {
  char      *enterprise;  /* USCC of the enterprise in the store; absent while it has none */
  char      *contract;    /* number of its contract in the store; absent while it has none */
  int        step;        /* the step last shown, 1 to 5 */
  char      *touched;     /* UTC of the last entry, "2025-10-28T02:42:00Z" */
  GPtrArray *texts;       /* of QuanHeldText, in the order typed */
} QuanPreparation;

/* A file of the officer's, kept by its hash beside the store. */
typedef struct {
  char  *enterprise;  /* USCC */
  char  *contract;    /* number; absent: it serves a round, or every contract of the enterprise */
  char  *round;       /* label of the round whose packet it belongs to; absent where contract is given */
  char  *document;    /* id of the document it is, as the pack names it */
  char  *name;        /* of the file when it was taken */
  char  *sha256;      /* in hex: its bytes are <store>.evidence/<sha256> */
  char  *bytes;       /* how many, a decimal */
  char  *added;       /* ISO date */
} QuanAttachment;

extern const QuanRecordType quan_held_text_type;
extern const QuanRecordType quan_preparation_type;
extern const QuanRecordType quan_attachment_type;
