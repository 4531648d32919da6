/* What stands around the content of every page of a packet: header, footer, and on a draft the watermark. */
#pragma once
#include "core/packet/pages.h"

/* Draws it on all pages, when all are there: every page tells how many there are. */
void quan_frame_draw (QuanPages *pages);
