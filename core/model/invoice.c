#include "core/model/invoice.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/text.h"
#include "core/model/contract.h"

static char *
delivery_contradiction (gconstpointer record, const char **key)
{
  const QuanDelivery *delivery = record;

  *key = "to";
  return quan_period_contradiction (delivery->from, delivery->to);
}

QUAN_RECORD_DESTROY (delivery)

#define AT(member) G_STRUCT_OFFSET (QuanDelivery, member)
static const QuanField delivery_fields[] = {
  { "number",     QUAN_FIELD_TEXT,  AT (number), .required = TRUE, .identifies = TRUE },
  { "contract",   QUAN_FIELD_TEXT,  AT (contract), .required = TRUE, .identifies = TRUE },
  { "enterprise", QUAN_FIELD_USCC,  AT (enterprise), .named = AT (names_enterprise) },
  { "from",       QUAN_FIELD_DATE,  AT (from) },
  { "to",         QUAN_FIELD_DATE,  AT (to) },
  { "amount",     QUAN_FIELD_MONEY, AT (amount) },
  { NULL }
};
#undef AT

const QuanRecordType quan_delivery_type = {
  .name = "delivery",
  .plural = "deliveries",
  .size = sizeof (QuanDelivery),
  .fields = delivery_fields,
  .contradiction = delivery_contradiction,
  .destroy = delivery_destroy,
};

/* The first amount of a red-letter invoice's lines that is known and not negative, QUAN_FEN_NONE if there is none. */
static QuanFen
amount_not_negative (const GPtrArray *lines)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const QuanLine *line = lines->pdata[i];

    if (line->amount != QUAN_FEN_NONE && line->amount >= 0)
      return line->amount;
    if (line->net != QUAN_FEN_NONE && line->net >= 0)
      return line->net;
  }
  return QUAN_FEN_NONE;
}

char *
quan_invoice_number (const char *text)
{
  g_autofree char *narrow = quan_text_halfwidth (text);
  g_auto (GStrv) words = g_strsplit_set (narrow, " \t\r\n", -1);
  char *joined = g_strjoinv ("", words);

  if (strspn (joined, "0123456789") == strlen (joined))
    return joined;
  g_free (joined);
  return g_strdup (g_strstrip (narrow));
}

/* A number written in another way would be another invoice, which could be redeemed once more. */
static char *
number_contradiction (const char *number)
{
  g_autofree char *written = quan_invoice_number (number);

  if (strcmp (written, number) == 0)
    return NULL;
  return g_strdup_printf (_("The number is not written as invoices are told apart: half-width, without blanks. "
                            "Write \"%s\"."), written);
}

static char *
invoice_contradiction (gconstpointer record, const char **key)
{
  const QuanInvoice *invoice = record;
  QuanFen amount = amount_not_negative (invoice->lines);
  char buf[QUAN_MONEY_BUF];
  char *wrong = number_contradiction (invoice->number);

  *key = "number";
  if (wrong != NULL || invoice->reverses == NULL)
    return wrong;
  if (g_strcmp0 (invoice->reverses, invoice->number) == 0) {
    *key = "reverses";
    return g_strdup_printf (_("Invoice \"%s\" reverses itself. Write the number of the invoice it reverses."),
                            invoice->number);
  }
  if (amount == QUAN_FEN_NONE)
    return NULL;
  *key = "lines";
  return g_strdup_printf (_("The invoice reverses \"%s\", but %s is not negative. "
                            "Write the amounts of a reversal with a minus sign."),
                          invoice->reverses, quan_money_canonical (amount, buf));
}

QUAN_RECORD_DESTROY (invoice)

#define AT(member) G_STRUCT_OFFSET (QuanInvoice, member)
static const QuanField invoice_fields[] = {
  { "number",     QUAN_FIELD_TEXT,   AT (number), .required = TRUE, .identifies = TRUE },
  { "contract",   QUAN_FIELD_TEXT,   AT (contract), .required = TRUE, .identifies = TRUE },
  { "enterprise", QUAN_FIELD_USCC,   AT (enterprise), .named = AT (names_enterprise) },
  { "date",       QUAN_FIELD_DATE,   AT (date) },
  { "buyer",      QUAN_FIELD_USCC,   AT (buyer) },
  { "seller",     QUAN_FIELD_USCC,   AT (seller) },
  { "lines",      QUAN_FIELD_LIST,   AT (lines), .record = &quan_invoice_line_type },
  { "delivery",   QUAN_FIELD_TEXT,   AT (delivery), .identifies = TRUE },
  { "reverses",   QUAN_FIELD_TEXT,   AT (reverses), .identifies = TRUE },
  { "paid",       QUAN_FIELD_SIGNED, AT (paid) },
  { "paid_on",    QUAN_FIELD_DATE,   AT (paid_on) },
  { NULL }
};
#undef AT

const QuanRecordType quan_invoice_type = {
  .name = "invoice",
  .plural = "invoices",
  .size = sizeof (QuanInvoice),
  .fields = invoice_fields,
  .contradiction = invoice_contradiction,
  .destroy = invoice_destroy,
};

QUAN_RECORD_DESTROY (payment_part)

#define AT(member) G_STRUCT_OFFSET (QuanPaymentPart, member)
static const QuanField payment_part_fields[] = {
  { "number", QUAN_FIELD_TEXT,   AT (number), .required = TRUE, .identifies = TRUE },
  { "amount", QUAN_FIELD_SIGNED, AT (amount), .required = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_payment_part_type = {
  .name = "payment_part",
  .size = sizeof (QuanPaymentPart),
  .fields = payment_part_fields,
  .destroy = payment_part_destroy,
};

QUAN_RECORD_DESTROY (payment)

#define AT(member) G_STRUCT_OFFSET (QuanPayment, member)
static const QuanField payment_fields[] = {
  { "number",   QUAN_FIELD_TEXT,   AT (number), .required = TRUE, .identifies = TRUE },
  { "date",     QUAN_FIELD_DATE,   AT (date) },
  { "amount",   QUAN_FIELD_SIGNED, AT (amount) },
  { "invoices", QUAN_FIELD_LIST,   AT (invoices), .record = &quan_payment_part_type },
  { NULL }
};
#undef AT

const QuanRecordType quan_payment_type = {
  .name = "payment",
  .plural = "payments",
  .size = sizeof (QuanPayment),
  .fields = payment_fields,
  .destroy = payment_destroy,
};
