/* The journal in words: what was done, and what it changed. */
#pragma once
#include "core/store/journal.h"

/* The word of an act for people: "Submitted a claim" for "claim-submit"; the id itself where it is not known. */
const char *quan_journal_act_name (const char *what);
/* The word of a kind: "New", "Changed". */
const char *quan_journal_kind_name (QuanJournalKind kind);
/* The fields in which two records differ, each with its old and new value: "signed: 2024-03-01 → 2024-03-05; voucher:
 * V → —". Lists and parts are told by how many rows they hold or by the word “changed”. "" unless both are there and are objects in
 * JSON. Free with g_free. */
char *quan_journal_changes (const char *old_text, const char *new_text);
