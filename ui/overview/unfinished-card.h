/* What was left half done: claims begun and not submitted, drafts of redemptions. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_UNFINISHED_CARD (quan_unfinished_card_get_type ())
G_DECLARE_FINAL_TYPE (QuanUnfinishedCard, quan_unfinished_card, QUAN, UNFINISHED_CARD, GtkBox)

GtkWidget *quan_unfinished_card_new (void);
/* Nothing of the overview is kept. */
void quan_unfinished_card_show (QuanUnfinishedCard *card, const QuanOverview *overview);
/* When it was, for people: "today 17:42", "yesterday 09:05", "2025-10-24 16:05". utc: "2025-10-24T08:05:00Z". Free with
 * g_free; empty for what is no time. */
char *quan_moment_text (const char *utc, GDateTime *now);
