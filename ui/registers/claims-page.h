/* The register of claims. */
#pragma once
#include "ui/page.h"

#define QUAN_TYPE_CLAIMS_PAGE (quan_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanClaimsPage, quan_claims_page, QUAN, CLAIMS_PAGE, QuanPage)
