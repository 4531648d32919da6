/* What keeps a packet from being ready, on the first sheet of a draft. */
#pragma once
#include "core/packet/pages.h"

/* Draws it where the flow stands. */
void quan_open_table_draw (QuanPages *pages);
