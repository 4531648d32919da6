/* Where people sign and parties seal. A seal needs white: nothing stands in its circle but a grey caption and, in
 * letters, the party's name and the date. A draft has none of this, lest it be signed. */
#pragma once
#include "core/packet/pages.h"

/* The place for a seal around (x, y), its caption so far above the middle. */
void quan_seal_draw (QuanCanvas *canvas, double x, double y, double above, const char *caption);

/* The height the signers (a set of 1 << QuanSigner) of a letter take, and of a sheet; 0 on a draft. */
double quan_signatures_letter_height (const QuanPages *pages, guint signers);
double quan_signatures_sheet_height (const QuanPages *pages, guint signers);

/* Draws them where the flow stands: under a letter the people at the left, the parties over the date at the right;
 * under a sheet side by side. The caller has made sure of the height. */
void quan_signatures_letter (QuanPages *pages, guint signers);
void quan_signatures_sheet (QuanPages *pages, guint signers);
