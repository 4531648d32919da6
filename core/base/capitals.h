/* Amounts in capitals, 人民币大写, as on invoices and cheques. */
#pragma once
#include "core/base/money.h"

/* The canonical wording, e.g. "人民币壹拾贰万零玖佰捌拾陆元叁角"; 整 is written only after a whole amount of yuan; a
 * negative amount is "（负数）" and the words without 人民币. Any fen within ±QUAN_FEN_MAX. Free with g_free. */
char *quan_capitals (QuanFen fen);
