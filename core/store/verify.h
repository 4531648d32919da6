/* Whether a store is whole: database, references, journal, imports, evidence. */
#pragma once
#include "core/store/store.h"

/* One piece of damage. */
typedef struct {
  char *where;  /* stable: "journal 12", "contracts 5", "evidence <sha256>" */
  char *what;   /* a translated sentence */
} QuanStoreProblem;

/* Looks at everything the store can judge without the engine: pages and indexes, schema, references, journal chain, records
 * against the journal, imports, evidence files, frozen packets. GPtrArray of QuanStoreProblem, empty if all is well; NULL
 * with error set only if it could not look at all. Changes nothing. */
GPtrArray *quan_store_verify (QuanStore *store, GError **error);
/* Adds a problem to such a list; what is taken. */
void       quan_store_problem_add (GPtrArray *problems, const char *where, char *what);
