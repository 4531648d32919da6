/* What a line would cost by its quantity and unit price; proposed to the officer, never written on its own. */
#pragma once
#include "core/model/contract.h"

/* quantity × unit price to the nearest fen, in integers alone; QUAN_FEN_NONE where one is missing, negative or the
 * product is larger than an amount may be. */
QuanFen quan_line_proposal (const QuanLine *line);
