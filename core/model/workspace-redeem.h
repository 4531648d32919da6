/* What the redemptions of a workspace may name. Inside the model's room only. */
#pragma once
#include "core/model/workspace.h"

/*
 * Judges the redemptions of a workspace whose references have been resolved: an item names a voucher of the
 * redemption's enterprise and invoices of that voucher's contract; an invoice is in no redemption twice, nor in two
 * that are submitted or paid. QUAN_ERROR_INPUT, the message beginning with the JSON path of what is refused.
 */
gboolean quan_redemptions_judge (const QuanWorkspace *workspace, const QuanKnown *known, GError **error);
