/* Golden cases prepared once and answered again and again, under one pack after the other. */
#pragma once
#include "tests/core/golden.h"

typedef struct Answerer Answerer;

/* Reads and resolves every case of a golden file. */
GPtrArray *answerers_of (const json_t *cases);

/* An answer to a case under a pack; free with g_free. */
typedef char *(*Answer) (const Answerer *answerer, const QuanPack *pack);

/* What the case's command computes: verdicts, amounts, states and warnings. */
char *answer_numbers (const Answerer *answerer, const QuanPack *pack);
/* What people read of it, in both languages: titles, clauses, reasons, remedies, the working sheet. */
char *answer_words (const Answerer *answerer, const QuanPack *pack);
/* What is shown of the pack itself, whatever the facts: identity, clauses, readings, documents, the packet's plan and texts.
 * Free with g_free. */
char *answer_description (const QuanPack *pack);
