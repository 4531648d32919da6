/* A register: a bar with title, filters and a button; a table with its sums below; and what stands there while it is empty. */
#pragma once
#include "ui/page.h"
#include "ui/registers/table.h"

#define QUAN_TYPE_REGISTER (quan_register_get_type ())
G_DECLARE_FINAL_TYPE (QuanRegister, quan_register, QUAN, REGISTER, GtkBox)

GtkWidget *quan_register_new (const QuanTable *table);
/* Shows a widget in the place of the title. */
void       quan_register_set_title (QuanRegister *self, GtkWidget *title);
/* Reads the rows anew. What is shown stays until they are there, but for another enterprise's. */
void       quan_register_load (QuanRegister *self, QuanOffice *office);
/* Shows the rows that hold a text; "" all. */
void       quan_register_search (QuanRegister *self, const char *text);
/* Sorts as a click on a title does. */
void       quan_register_sort (QuanRegister *self, const char *column, gboolean descending);

/* Whether it reads, searches or sorts, or its list still grows. */
gboolean       quan_register_is_busy (QuanRegister *self);
guint          quan_register_length (QuanRegister *self);
gconstpointer  quan_register_row (QuanRegister *self, guint position);
GtkColumnView *quan_register_view (QuanRegister *self);
GtkWidget     *quan_register_footer (QuanRegister *self);
/* "table", "empty", "nothing" (fits the search) or "trouble". */
const char    *quan_register_shown (QuanRegister *self);
/* The drop-down of a filter by its id. */
GtkWidget     *quan_register_filter (QuanRegister *self, const char *id);

/* For pages that are a register. */
void           quan_register_page_class_init (QuanPageClass *klass);
void           quan_register_page_init (QuanPage *page, const QuanTable *table);
