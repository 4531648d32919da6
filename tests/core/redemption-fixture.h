/* A year of redemptions: a contract of 1,000,000 yuan with a voucher of 200,000, delivered and invoiced in four equal parts,
 * each of which brings 50,000: 2024Q2, 2024Q3, 2024Q4 and 2025Q1. Beside it another enterprise with a voucher and an
 * invoice of its own. */
#pragma once
#include "core/desk/redemption.h"
#include "tests/core/desk-fixture.h"

#define REDEEM_ENTERPRISE DESK_ENTERPRISE
#define REDEEM_OTHER "91110302600123450J"
#define REDEEM_VOUCHER "SLQ-2024-0001"
#define REDEEM_PART INT64_C (5000000) /* fen */
/* The invoices, by quarter from 2024Q2. */
#define REDEEM_INVOICE_1 "24112000000000000001"
#define REDEEM_INVOICE_2 "24112000000000000002"
#define REDEEM_OTHER_INVOICE "24112000000000000009"

/* The workspace with these redemptions ("[…]", ' for "), and what earlier years had redeemed by 2024, or NULL. Free with
 * g_free. */
char *redemption_workspace (const char *redeemed, const char *redemptions);
/* A desk over a new store with it, on an ISO date. */
QuanDesk *redemption_desk (const StorePlace *place, const char *as_of, const char *redeemed, const char *redemptions);
/* The filing of a round of the enterprise, which must be there. */
QuanFiling *redemption_filing (QuanDesk *desk, const char *label);
