/* The tables of the registers that share a page. */
#pragma once
#include "ui/registers/table.h"

extern const QuanTable quan_invoices_table;
extern const QuanTable quan_deliveries_table;
extern const QuanTable quan_payments_table;
extern const QuanTable quan_redemptions_table;
extern const QuanTable quan_vouchers_table;
