/* The term of a contract drawn to scale: what counts, what does not, and where the last filing day stands. */
#pragma once
#include "core/packet/pages.h"

/* Draws the bar where the flow stands, under its heading; nothing where the term is not known. */
void quan_term_bar_draw (QuanPages *pages);
