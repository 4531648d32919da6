/* Why we ask: what a page or field is for, by the clauses it follows. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_WHY_PANE (quan_why_pane_get_type ())
G_DECLARE_FINAL_TYPE (QuanWhyPane, quan_why_pane, QUAN, WHY_PANE, GtkBox)

GtkWidget *quan_why_pane_new (void);
/* Shows what a page says of a path (NULL: of itself). */
void quan_why_pane_explain (QuanWhyPane *pane, QuanWizardPage *page, const QuanPack *pack, gconstpointer snapshot,
                            const char *path);
