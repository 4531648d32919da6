/* The register of journal. */
#pragma once
#include "ui/page.h"

#define QUAN_TYPE_JOURNAL_PAGE (quan_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanJournalPage, quan_journal_page, QUAN, JOURNAL_PAGE, QuanPage)
