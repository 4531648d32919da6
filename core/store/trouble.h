/* Why a store cannot be used, for whoever offers a way out of it. */
#pragma once
#include <glib.h>

typedef enum {
  QUAN_TROUBLE_NONE,       /* no error of a store, or none of these */
  QUAN_TROUBLE_MISSING,    /* there is no file */
  QUAN_TROUBLE_HELD,       /* another program has it open */
  QUAN_TROUBLE_NEWER,      /* a newer program wrote it */
  QUAN_TROUBLE_DAMAGED,
  QUAN_TROUBLE_FOREIGN,    /* it is no store of this program */
  QUAN_TROUBLE_FORBIDDEN,  /* permissions, or a disk that is read-only */
  QUAN_TROUBLE_FULL,       /* there is no room on the disk */
} QuanStoreTrouble;

/* The trouble an error of a store is about. *holder (may be NULL) receives the id of the process that has the store, 0
 * if it is not known. */
QuanStoreTrouble quan_store_trouble (const GError *error, int *holder);
