/* What the files that keep and remove records share. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/desk/records.h"

/* Whether records of a section are kept here. */
gboolean    quan_is_kept_record (QuanSection section);
/* The number of a record, and the code of its enterprise, NULL of payments, which belong to none. */
const char *quan_kept_number (QuanSection section, gconstpointer record);
const char *quan_kept_enterprise (QuanSection section, gconstpointer record);
/* quan_store_referrers of a record. */
GArray     *quan_kept_referrers (QuanStore *store, QuanSection section, gconstpointer record, QuanSection by,
                                 GError **error);
/* Whether a record is in no live redemption; else QUAN_ERROR_INPUT says in which. */
gboolean    quan_kept_is_free (QuanStore *store, QuanSection section, gconstpointer record, GError **error);
