#include "ui/dialogs/record-kinds.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"

/* More than an officer reads; what is meant is found by typing on. */
#define MOST 20

const QuanContractChoice *
quan_choice_of_contract (const QuanRecordChoices *choices, const char *number)
{
  for (guint i = 0; i < choices->contracts->len; i++)
    if (g_strcmp0 (((const QuanContractChoice *) choices->contracts->pdata[i])->number, number) == 0)
      return choices->contracts->pdata[i];
  return NULL;
}

const QuanDeliveryRow *
quan_choice_of_delivery (const QuanRecordChoices *choices, const char *number)
{
  for (guint i = 0; i < choices->deliveries->len; i++)
    if (g_strcmp0 (((const QuanDeliveryRow *) choices->deliveries->pdata[i])->number, number) == 0)
      return choices->deliveries->pdata[i];
  return NULL;
}

const QuanInvoiceRow *
quan_choice_of_invoice (const QuanRecordChoices *choices, const char *number)
{
  for (guint i = 0; i < choices->invoices->len; i++)
    if (g_strcmp0 (((const QuanInvoiceRow *) choices->invoices->pdata[i])->number, number) == 0)
      return choices->invoices->pdata[i];
  return NULL;
}

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) quan_suggestion_free);
}

/* Whether a text, which may be NULL, holds what was typed, in whatever case. */
static gboolean
holds (const char *text, const char *typed)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, typed) != NULL;
}

/* Whether one of two texts does. */
static gboolean
fits (const char *typed, const char *one, const char *two)
{
  return holds (one, typed) || holds (two, typed);
}

static GPtrArray *
suggest_contracts (const char *text, gpointer data)
{
  const QuanRecordChoices *choices = data;
  GPtrArray *list = list_new ();
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (guint i = 0; i < choices->contracts->len && list->len < MOST; i++) {
    const QuanContractChoice *choice = choices->contracts->pdata[i];
    g_autofree char *label = g_strdup_printf ("%s  %s", choice->number, choice->title != NULL ? choice->title : "");

    if (fits (typed, choice->number, choice->title))
      g_ptr_array_add (list, quan_suggestion_new (choice->number, label));
  }
  return list;
}

static GPtrArray *
suggest_deliveries (const char *text, gpointer data)
{
  const QuanRecordChoices *choices = data;
  GPtrArray *list = list_new ();
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (guint i = 0; i < choices->deliveries->len && list->len < MOST; i++) {
    const QuanDeliveryRow *row = choices->deliveries->pdata[i];
    g_autofree char *from = quan_date_figure (row->from), *to = quan_date_figure (row->to);
    g_autofree char *label = g_strdup_printf ("%s  %s  %s – %s", row->number, row->contract, from, to);

    if (fits (typed, row->number, row->contract))
      g_ptr_array_add (list, quan_suggestion_new (row->number, label));
  }
  return list;
}

/* What of an invoice is not paid, QUAN_FEN_NONE where that is not known. */
static QuanFen
unpaid (const QuanInvoiceRow *row)
{
  QuanFen rest = row->gross;

  quan_money_add_known (&rest, row->paid == QUAN_FEN_NONE ? QUAN_FEN_NONE : -row->paid);
  return rest;
}

static QuanFen
rest_of (const QuanRecordChoices *choices, const char *number)
{
  const QuanInvoiceRow *row = quan_choice_of_invoice (choices, number);

  return row != NULL ? unpaid (row) : QUAN_FEN_NONE;
}

static void
add_invoice (GPtrArray *list, const QuanInvoiceRow *row, QuanFen fen)
{
  g_autofree char *amount = quan_figure (fen), *date = quan_date_figure (row->date);
  g_autofree char *label = g_strdup_printf ("%s  %s  %s", row->number, date, amount);

  g_ptr_array_add (list, quan_suggestion_new (row->number, label));
}

/* Invoices that a red-letter one may reverse. */
static GPtrArray *
suggest_reversed (const char *text, gpointer data)
{
  const QuanRecordChoices *choices = data;
  GPtrArray *list = list_new ();
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (guint i = 0; i < choices->invoices->len && list->len < MOST; i++) {
    const QuanInvoiceRow *row = choices->invoices->pdata[i];

    if (row->reverses == NULL && fits (typed, row->number, row->contract))
      add_invoice (list, row, row->gross);
  }
  return list;
}

/* Invoices of which something is left to pay. */
static GPtrArray *
suggest_unpaid (const char *text, gpointer data)
{
  const QuanRecordChoices *choices = data;
  GPtrArray *list = list_new ();
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (guint i = 0; i < choices->invoices->len && list->len < MOST; i++) {
    const QuanInvoiceRow *row = choices->invoices->pdata[i];

    if (unpaid (row) != 0 && fits (typed, row->number, row->contract))
      add_invoice (list, row, unpaid (row));
  }
  return list;
}

static const QuanRecordField delivery_fields[] = {
  { "number", N_ ("_Number of the delivery record"), N_ ("As on the record; yours, if it has none") },
  { "contract", N_ ("Contrac_t"), N_ ("Number of the contract"), suggest_contracts },
  { "from", N_ ("_Delivered from"), N_ ("First day") },
  { "to", N_ ("Delivered _until"), N_ ("Last day, included") },
  { "amount", N_ ("_Amount delivered (¥)"), N_ ("With VAT, as the record says") },
};

static const QuanRecordField invoice_fields[] = {
  { "number", N_ ("_Number of the invoice"), N_ ("20 digits, or code and number") },
  { "date", N_ ("_Date"), N_ ("The day it was issued") },
  { "contract", N_ ("Contrac_t"), N_ ("Number of the contract"), suggest_contracts },
  { "delivery", N_ ("De_livery"), N_ ("Number of the delivery record that proves it"), suggest_deliveries },
  { "buyer", N_ ("_Buyer"), N_ ("Unified social credit code") },
  { "seller", N_ ("Selle_r"), N_ ("Unified social credit code") },
  { "reverses", N_ ("Re_verses"), N_ ("Only of a red-letter invoice: the number it reverses"), suggest_reversed },
  { "paid", N_ ("_Paid (¥)"), N_ ("Besides the payments entered for it"), .rare = TRUE },
  { "paid_on", N_ ("Paid _on"), N_ ("The day it was paid"), .rare = TRUE },
};

static const QuanRecordField line_cells[] = {
  { "kind", N_ ("Kind"), .width = 8 },
  { "item", N_ ("Item"), .width = 18 },
  { "amount", N_ ("Amount with VAT (¥)"), .width = 14 },
  { "net", N_ ("Without VAT (¥)"), .width = 14 },
};

static const QuanRecordList lines = {
  .list = "lines", .heading = N_ ("Lines of the invoice"), .cells = line_cells, .n_cells = G_N_ELEMENTS (line_cells),
  .add = N_ ("Add a l_ine"), .add_name = N_ ("Add a line"),
};

static const QuanRecordField payment_fields[] = {
  { "number", N_ ("_Number of the payment"), N_ ("As on the bank's receipt") },
  { "date", N_ ("_Date"), N_ ("The day it was paid") },
  { "amount", N_ ("_Amount (¥)"), N_ ("The whole payment") },
};

static const QuanRecordField part_cells[] = {
  { "number", N_ ("Invoice"), .suggest = suggest_unpaid, .width = 24 },
  { "amount", N_ ("Amount (¥)"), .width = 16 },
};

static const QuanRecordList parts = {
  .list = "invoices", .heading = N_ ("For these invoices"), .cells = part_cells, .n_cells = G_N_ELEMENTS (part_cells),
  .add = N_ ("Add an _invoice"), .add_name = N_ ("Add an invoice"), .rest = rest_of,
};

static char *
delivery_saved (const char *number)
{
  return g_strdup_printf (_("The delivery “%s” was saved."), number);
}

static char *
invoice_saved (const char *number)
{
  return g_strdup_printf (_("The invoice “%s” was saved."), number);
}

static char *
payment_saved (const char *number)
{
  return g_strdup_printf (_("The payment “%s” was saved."), number);
}

static const QuanRecordKind kinds[] = {
  { QUAN_DELIVERIES, N_ ("Delivery"), N_ ("New delivery"), delivery_fields, G_N_ELEMENTS (delivery_fields), NULL,
    delivery_saved },
  { QUAN_INVOICES, N_ ("Invoice"), N_ ("New invoice"), invoice_fields, G_N_ELEMENTS (invoice_fields), &lines,
    invoice_saved },
  { QUAN_PAYMENTS, N_ ("Payment"), N_ ("New payment"), payment_fields, G_N_ELEMENTS (payment_fields), &parts,
    payment_saved },
};

const QuanRecordKind *
quan_record_kind (QuanSection section)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].section == section)
      return &kinds[i];
  g_return_val_if_reached (NULL);
}
