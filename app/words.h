/* What the text answers of several commands say in the same words. */
#pragma once
#include "app/output.h"
#include "core/engine/view.h"

/* "1,234.00", or "—" where the amount is unknown. Free with g_free. */
char *money_words (QuanFen fen);
/* "2024-03-05", or "—". Free with g_free. */
char *date_words (QuanDate date);

/* Names the pack, the as-of date and, unless it is in force and verified, what is the matter with it. */
void write_pack (Output *output, const QuanView *view, QuanLanguage language);
/* "in force", "unverified example". */
const char *pack_state_words (const QuanPack *pack, QuanDate as_of);
/* Name and code. */
void write_enterprise (Output *output, const QuanEnterprise *enterprise);
