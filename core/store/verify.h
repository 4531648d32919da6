/* Whether a store is whole: database, references, journal, imports, evidence. */
#pragma once
#include "core/store/store.h"

/* One piece of damage. */
typedef struct {
  char *where;  /* stable: "journal 12", "contracts 5", "evidence <sha256>" */
  char *what;   /* a translated sentence */
} QuanStoreProblem;

/* Looks at everything the store can judge without the engine: pages and indexes, schema, references, journal chain,
 * records and imports against the journal, frozen packets, evidence files. GPtrArray of QuanStoreProblem, empty if
 * all is well; what cannot be looked at is a problem too. Changes nothing. */
GPtrArray *quan_store_verify (QuanStore *store);
/* Adds a problem to such a list; what is taken. */
void       quan_store_problem_add (GPtrArray *problems, const char *where, char *what);
