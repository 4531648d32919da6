/* The amount a packet asks for, framed: what it is, in capitals, in figures. */
#pragma once
#include "core/packet/pages.h"

void quan_amount_frame_draw (QuanPages *pages, const char *label, QuanFen amount);
