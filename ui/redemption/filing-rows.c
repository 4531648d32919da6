#include "ui/redemption/filing-rows.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"

G_DEFINE_FINAL_TYPE (QuanFilingRow, quan_filing_row, G_TYPE_OBJECT)

/* How a place is marked. */
static const struct {
  const char *icon, *css_class;
} marks[QUAN_N_PLACES] = {
  [QUAN_PLACE_NOW]         = { "quan-pass-symbolic", "pass" },
  [QUAN_PLACE_REDEEMED]    = { "quan-redemption-symbolic", "dim" },
  [QUAN_PLACE_LATER]       = { "quan-calendar-symbolic", "dim" },
  [QUAN_PLACE_NO_ROUND]    = { "quan-fail-symbolic", "fail" },
  [QUAN_PLACE_UNPROVEN]    = { "quan-review-symbolic", "review" },
  [QUAN_PLACE_UNDATED]     = { "quan-unknown-symbolic", "unknown" },
  [QUAN_PLACE_FUTURE]      = { "quan-calendar-symbolic", "dim" },
  [QUAN_PLACE_WAITS]       = { "quan-review-symbolic", "review" },
  [QUAN_PLACE_NOT_COUNTED] = { "quan-not-applicable-symbolic", "none" },
  [QUAN_PLACE_NO_VOUCHER]  = { "quan-not-applicable-symbolic", "none" },
};

/* What is being put together. */
typedef struct {
  const QuanRoundFiling *filing;
  GPtrArray             *rows;         /* of QuanFilingRow */
  GHashTable            *of_delivery;  /* number → GPtrArray of const QuanInvoicePlace, no red letters among them */
  GHashTable            *reversing;    /* number → GPtrArray of const QuanInvoicePlace */
  GPtrArray             *alone;        /* those without a delivery, and red letters of what is not here */
  gboolean               redeemed;
  guint                  left_out;
} Rows;

/* Why an invoice is not taken, where its place alone does not say it; NULL. To free. */
static char *
reason_of (const QuanInvoicePlace *place, const QuanDelivery *delivery, const QuanRound *round)
{
  g_autofree char *until = round != NULL ? quan_date_figure (round->until) : NULL;

  switch (place->place) {
  case QUAN_PLACE_LATER:
  case QUAN_PLACE_NO_ROUND:
    if (delivery != NULL && round != NULL && delivery->to > round->until)
      return g_strdup_printf (_("its delivery ends after %s"), until);
    if (round != NULL && place->invoice->date > round->until)
      return g_strdup_printf (_("it is dated after %s"), until);
    return round != NULL ? g_strdup (_("its contract was signed too late for this one")) : NULL;
  case QUAN_PLACE_UNPROVEN:
    return g_strdup (_("enter the delivery and name it in the invoice"));
  case QUAN_PLACE_UNDATED:
    return g_strdup (_("enter its date"));
  case QUAN_PLACE_NOT_COUNTED:
    return g_strdup (_("no line of it is for computing power"));
  default:
    return NULL;
  }
}

/* "A later round: 2025Q3; its delivery ends after 2025-06-30" */
static char *
place_text (const QuanInvoicePlace *place, const QuanDelivery *delivery, const QuanRound *round)
{
  const char *name = quan_place_name (place->place, quan_language_of_locale ());
  const char *label = place->round != NULL ? place->round->label
                                           : place->redemption != NULL ? place->redemption->round : NULL;
  g_autofree char *reason = reason_of (place, delivery, round);
  g_autofree char *where = label != NULL ? g_strdup_printf (_("%s: %s"), name, label) : g_strdup (name);

  return reason != NULL ? g_strdup_printf (_("%s; %s"), where, reason) : g_steal_pointer (&where);
}

static void
add_invoice (Rows *rows, const QuanInvoicePlace *place, const QuanDelivery *delivery, guint level)
{
  const QuanInvoice *invoice = place->invoice;
  const GPtrArray *reversing = g_hash_table_lookup (rows->reversing, invoice->number);
  QuanFilingRow *row;

  if (place->place == QUAN_PLACE_REDEEMED && !rows->redeemed) {
    rows->left_out++;
  } else {
    row = g_object_new (QUAN_TYPE_FILING_ROW, NULL);
    row->kind = invoice->reverses != NULL ? QUAN_ROW_RED_LETTER : QUAN_ROW_INVOICE;
    row->level = level;
    row->number = g_strdup (invoice->number);
    row->dated = quan_date_figure (invoice->date);
    row->contract = g_strdup (invoice->contract);
    row->amount = place->counted;
    row->place = place_text (place, delivery, rows->filing->filing->preview->window);
    row->icon = marks[place->place].icon;
    row->css_class = marks[place->place].css_class;
    row->key = g_strdup (invoice->number);
    g_ptr_array_add (rows->rows, row);
  }
  for (guint i = 0; reversing != NULL && i < reversing->len; i++)
    add_invoice (rows, g_ptr_array_index (reversing, i), delivery, level + 1);
}

static void
add_delivery_row (Rows *rows, const QuanDelivery *delivery, gboolean invoiced)
{
  QuanFilingRow *row = g_object_new (QUAN_TYPE_FILING_ROW, NULL);
  g_autofree char *from = quan_date_figure (delivery->from), *to = quan_date_figure (delivery->to);

  row->kind = QUAN_ROW_DELIVERY;
  row->number = g_strdup (delivery->number);
  row->dated = g_strdup_printf (_("%s to %s"), from, to);
  row->contract = g_strdup (delivery->contract);
  row->amount = delivery->amount;
  row->place = invoiced ? NULL : g_strdup (_("No invoice names it yet"));
  row->key = g_strdup_printf ("%s/%s", delivery->enterprise, delivery->number);
  g_ptr_array_add (rows->rows, row);
}

static gboolean
is_shown (const Rows *rows, const GPtrArray *places)
{
  for (guint i = 0; places != NULL && i < places->len; i++)
    if (rows->redeemed || ((const QuanInvoicePlace *) places->pdata[i])->place != QUAN_PLACE_REDEEMED)
      return TRUE;
  return places == NULL;
}

static void
add_delivery (Rows *rows, const QuanDelivery *delivery)
{
  const GPtrArray *places = g_hash_table_lookup (rows->of_delivery, delivery->number);

  if (is_shown (rows, places))
    add_delivery_row (rows, delivery, places != NULL);
  for (guint i = 0; places != NULL && i < places->len; i++)
    add_invoice (rows, g_ptr_array_index (places, i), delivery, 1);
}

static void
put (GHashTable *table, const char *key, const QuanInvoicePlace *place)
{
  GPtrArray *places = g_hash_table_lookup (table, key);

  if (places == NULL) {
    places = g_ptr_array_new ();
    g_hash_table_insert (table, (gpointer) key, places);
  }
  g_ptr_array_add (places, (gpointer) place);
}

/* Puts every invoice where it is to stand. */
static void
sort_out (Rows *rows)
{
  const QuanFiling *filing = rows->filing->filing;
  const GPtrArray *deliveries = filing->records->sections[QUAN_DELIVERIES];
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) invoices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < deliveries->len; i++)
    g_hash_table_add (known, ((const QuanDelivery *) deliveries->pdata[i])->number);
  for (guint i = 0; i < filing->places->len; i++)
    g_hash_table_add (invoices, g_array_index (filing->places, QuanInvoicePlace, i).invoice->number);
  for (guint i = 0; i < filing->places->len; i++) {
    const QuanInvoicePlace *place = &g_array_index (filing->places, QuanInvoicePlace, i);
    const QuanInvoice *invoice = place->invoice;

    if (invoice->reverses != NULL && g_hash_table_contains (invoices, invoice->reverses))
      put (rows->reversing, invoice->reverses, place);
    else if (invoice->delivery != NULL && g_hash_table_contains (known, invoice->delivery))
      put (rows->of_delivery, invoice->delivery, place);
    else
      g_ptr_array_add (rows->alone, (gpointer) place);
  }
}

static int
by_period (gconstpointer a, gconstpointer b)
{
  const QuanDelivery *first = *(const QuanDelivery *const *) a, *second = *(const QuanDelivery *const *) b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return quan_key_compare (first->number, second->number);
}

guint
quan_filing_rows_append (GListStore *store, const QuanRoundFiling *filing, gboolean redeemed)
{
  const GPtrArray *all = filing->filing->records->sections[QUAN_DELIVERIES];
  g_autoptr (GPtrArray) deliveries = g_ptr_array_sized_new (all->len);
  g_autoptr (GHashTable) of_delivery =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) reversing =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  Rows rows = { filing, made, of_delivery, reversing, alone, redeemed, 0 };

  sort_out (&rows);
  g_ptr_array_extend (deliveries, (GPtrArray *) all, NULL, NULL);
  g_ptr_array_sort (deliveries, by_period);
  for (guint i = 0; i < deliveries->len; i++)
    add_delivery (&rows, g_ptr_array_index (deliveries, i));
  for (guint i = 0; i < alone->len; i++)
    add_invoice (&rows, g_ptr_array_index (alone, i), NULL, 0);
  /* All at once: whoever watches a list is told of each change to it. */
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, made->pdata, made->len);
  return rows.left_out;
}

static void
quan_filing_row_finalize (GObject *object)
{
  QuanFilingRow *self = QUAN_FILING_ROW (object);

  g_free (self->number);
  g_free (self->dated);
  g_free (self->contract);
  g_free (self->place);
  g_free (self->key);
  G_OBJECT_CLASS (quan_filing_row_parent_class)->finalize (object);
}

static void
quan_filing_row_class_init (QuanFilingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_filing_row_finalize;
}

static void
quan_filing_row_init (QuanFilingRow *self)
{
}
