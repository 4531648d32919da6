/* The register of contracts. */
#pragma once
#include "ui/page.h"

#define QUAN_TYPE_CONTRACTS_PAGE (quan_contracts_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanContractsPage, quan_contracts_page, QUAN, CONTRACTS_PAGE, QuanPage)
