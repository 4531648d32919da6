/* Wordings of the pack with the facts filled in. */
#pragma once
#include "core/packet/pages.h"

/* The wording with every placeholder replaced: by what the facts say, or, where they say nothing, by a blank to write
 * on (runs of QUAN_BLANK_MARK). Free with g_free. */
char *quan_fill (const QuanPages *pages, const char *wording);
