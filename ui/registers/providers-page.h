/* The register of providers. */
#pragma once
#include "ui/page.h"

#define QUAN_TYPE_PROVIDERS_PAGE (quan_providers_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanProvidersPage, quan_providers_page, QUAN, PROVIDERS_PAGE, QuanPage)
