/* Desks for tests: over a store in a folder of its own, which is also the user's home. */
#pragma once
#include "core/desk/desk.h"
#include "core/desk/shelf.h"
#include "tests/core/golden.h"
#include "tests/core/store-fixture.h"

#define DESK_ENTERPRISE "91110108MA01ABC25F"
#define DESK_CONTRACT "HT-001"

/* To be called first in main: the packs of the user are those of a new folder. */
StorePlace desk_home_new (void);
/* A desk over a store, made where it is missing, on an ISO date. Aborts the test on any error. */
QuanDesk *desk_open (const char *path, const char *as_of);
/* Writes a text into the folder of a place and imports it; aborts on any error but returns what was done. */
QuanImport desk_import (QuanDesk *desk, const StorePlace *place, const char *text);
/* A store with the workspace of the first golden case, HT-001 of one enterprise, and these claims ("[…]"). */
QuanDesk *desk_with_claims (const StorePlace *place, const char *as_of, const char *claims);
/* That workspace as text. Free with g_free. */
char *desk_workspace (const char *claims);
/* Does one act on HT-001 with defaults, aborts on any error. */
void desk_act (QuanDesk *desk, QuanClaimAct act, const char *date, const char *voucher);
/* The whole store as text. Free with g_free. */
char *desk_export (QuanDesk *desk);
/* How many rows the journal has. */
gint64 desk_journal_length (QuanDesk *desk);
