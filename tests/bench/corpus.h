/* Sentences and names to fill documents with: those of the policy pack the program carries, and invented firms. */
#pragma once
#include <glib.h>

/* The i-th, round and round; owned by the corpus. */
const char *corpus_sentence (guint i);
const char *corpus_firm (guint i);
const char *corpus_service (guint i);
