/* What the pages of a redemption are put together from. */
#pragma once
#include "ui/state-mark.h"
#include "ui/wizard/wizard-page.h"

/* The answer at the top of a page: a mark, one sentence, and a remark below it. */
typedef struct {
  GtkWidget *box;
  GtkWidget *mark, *headline, *remark;
} QuanPageHead;

/* Fills a page with a box that scrolls, and gives it. */
GtkWidget   *quan_page_content_new (GtkWidget *page);
/* A head at the top of a content. */
QuanPageHead quan_page_head_new (GtkWidget *content);
void quan_page_head_set (const QuanPageHead *head, QuanStepState state, const char *headline, const char *remark);

/* A card with a heading of its own (NULL: without) and a list that selects nothing; *list receives it. */
GtkWidget *quan_list_card_new (const char *heading, const char *name, GtkWidget **list);
/* Takes all rows out; returns the place of the one that had the focus, or held what had it, -1 if none did. */
int        quan_list_empty (GtkWidget *list);
/* Gives the focus to the row of a place, or to the last; -1: to none. */
void       quan_list_focus (GtkWidget *list, int place);
/* Whether the focus of the window is inside a widget. */
gboolean   quan_has_focus (GtkWidget *inside);
/* A note tinted by a state (QUAN_STEP_NOT_STARTED: a plain one): what is the matter in bold, and why. text may be NULL.
 */
GtkWidget *quan_state_note_new (QuanStepState state, const char *title, const char *text);
/* An image and, beside it, a column of texts that takes the room; gives the column. */
GtkWidget *quan_marked_row_new (GtkWidget **row, const char *icon, const char *css_class, const char *word);
