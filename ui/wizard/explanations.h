/* Why we ask: what each fact of the enterprise and the contract is for, how to fill it in, and what it affects. */
#pragma once
#include "ui/wizard/wizard-page.h"

/*
 * What QuanWizardPageClass.explain asks, for the path of a fact ("contract.lines[2].amount"): the text of the longest
 * beginning that the table knows. page ("enterprise", "contract", "redemption.round") is explained where path is NULL
 * or belongs to another record. The clauses named are those the pack has; their summaries come from it.
 */
gboolean quan_explain_fact (const QuanPack *pack, const char *page, const char *path, GString *title,
                            GString *clauses, GPtrArray *sections);
