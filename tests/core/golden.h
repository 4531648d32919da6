/* Golden cases run in process: read, resolved and computed by the engine alone, without store or program. */
#pragma once
#include <jansson.h>

#include "core/engine/redemption.h"

/* The array of a file in the folder QUAN_TEST_CASES. Aborts the test where it cannot be read. */
json_t *golden_load (const char *file);
/* A pack of that folder or, for a name that begins with '/', of the program's resources. Aborts where it has problems. */
QuanPack *golden_pack (const char *name);
/* The records of a case, resolved. */
QuanWorkspace *golden_workspace (const json_t *golden);
/* The viewpoint of a case: its as-of date, and its --reading options over the pack's defaults. */
QuanView golden_view (const QuanPack *pack, const json_t *golden);
/* What the case's command answers, in the shape of the programs' JSON answers: an object for check and redemption preview, an array
 * for quota. */
json_t *golden_answer (const QuanPack *pack, const json_t *golden);
/* Whether an answer holds what a case expects: members named, items matched by voucher, warnings as a set. The first difference is
 * appended to why. */
gboolean golden_holds (const json_t *golden, const json_t *answer, GString *why);
/* The ledgers of an enterprise in a workspace on a date. */
QuanYears *golden_years (const QuanWorkspace *workspace, const QuanEnterprise *enterprise, QuanDate as_of);
/* The claims on a contract. Free with g_ptr_array_unref. */
GPtrArray *golden_claims (const QuanWorkspace *workspace, const QuanContract *contract);
