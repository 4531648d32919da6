#include "tests/packet/facts.h"

#include <string.h>

#include "tests/packet/check.h"

/* The texts of records that a packet prints as they are. */
static const struct {
  const QuanRecordType *type;
  const char           *keys[8];
} printed[] = {
  {&quan_enterprise_type, {"uscc", "name", "address", "legal_representative"}},
  {&quan_contact_type, {"name", "phone", "email"}},
  {&quan_bank_type, {"account_name", "bank_name", "account", "cnaps"}},
  {&quan_provider_type, {"uscc", "name"}},
  {&quan_contract_type, {"number", "title", "model"}},
  {&quan_line_type, {"item"}},
};

/* The texts of all pages, in order, by the character each begins with. */
static GHashTable *
index_texts (const QuanCanvas *canvas, GPtrArray *texts)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint page = 0; page < quan_canvas_n_pages (canvas); page++) {
    guint n;
    const QuanOp *ops = quan_canvas_ops (canvas, page, QUAN_LAYER_OVER, &n);

    for (guint i = 0; i < n; i++)
      if (ops[i].kind == QUAN_OP_TEXT)
        g_ptr_array_add (texts, inspect_dense (ops[i].text));
  }
  for (guint i = 0; i < texts->len; i++) {
    gpointer key = GUINT_TO_POINTER (g_utf8_get_char (texts->pdata[i]));
    GPtrArray *same = g_hash_table_lookup (index, key);

    if (same == NULL) {
      same = g_ptr_array_new ();
      g_hash_table_insert (index, key, same);
    }
    g_ptr_array_add (same, texts->pdata[i]);
  }
  return index;
}

/* How many bytes at the beginning of fact end a text, at most. TRUE where all of fact is inside it. */
static gboolean
begin_in (const char *text, const char *fact, gboolean *reached)
{
  gsize length = strlen (text), fact_length = strlen (fact);

  if (strstr (text, fact) != NULL)
    return TRUE;
  for (gsize n = MIN (length, fact_length); n > 0; n--)
    if (memcmp (text + length - n, fact, n) == 0)
      reached[n] = TRUE;
  return FALSE;
}

/* Goes on from a place in fact with every text that stands there whole, or that the rest of fact begins. */
static gboolean
go_on (const GPtrArray *texts, const char *rest, gboolean *reached)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++) {
    const char *text = texts->pdata[i];

    if (g_str_has_prefix (text, rest))
      return TRUE;
    if (g_str_has_prefix (rest, text))
      reached[strlen (text)] = TRUE;
  }
  return FALSE;
}

static gboolean
is_printed (const char *fact, const GPtrArray *texts, GHashTable *index)
{
  gsize length = strlen (fact);
  g_autofree gboolean *reached = g_new0 (gboolean, length + 1);

  for (guint i = 0; i < texts->len; i++)
    if (begin_in (texts->pdata[i], fact, reached))
      return TRUE;
  for (gsize at = 1; at < length; at++)
    if (reached[at] && go_on (g_hash_table_lookup (index, GUINT_TO_POINTER (g_utf8_get_char (fact + at))), fact + at,
                              reached + at))
      return TRUE;
  return reached[length];
}

typedef struct {
  GPtrArray  *texts;
  GHashTable *index;
  GPtrArray  *problems;
} Search;

static void
check_printed (const Search *search, const char *what, const char *of, const char *fact)
{
  g_autofree char *dense = inspect_dense (fact != NULL ? fact : "");

  if (*dense != '\0' && !is_printed (dense, search->texts, search->index))
    check_add (search->problems, "The packet does not print the %s of the %s: “%.300s”.", what, of, fact);
}

static void
check_record (const Search *search, const QuanRecordType *type, gconstpointer record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    for (const char *const *key = printed[i].keys; record != NULL && printed[i].type == type && *key != NULL; key++) {
      const char *fact = *QUAN_FIELD_MEMBER (quan_record_field (type, *key), record, char *);

      check_printed (search, *key, type->name, fact);
    }
}

void
check_facts (const QuanCanvas *canvas, const QuanPacketSource *source, GPtrArray *problems)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) index = index_texts (canvas, texts);
  const Search search = {texts, index, problems};
  const QuanCase *subject = source->subject;
  const GPtrArray *lines = subject->contract->lines;
  gboolean listed = g_strv_contains (source->view->pack->claim_packet.parts, "resource-list");

  check_record (&search, &quan_enterprise_type, subject->enterprise);
  check_record (&search, &quan_contact_type, subject->enterprise->contact);
  check_record (&search, &quan_bank_type, subject->enterprise->bank);
  check_record (&search, &quan_provider_type, subject->provider);
  check_record (&search, &quan_contract_type, subject->contract);
  for (guint i = 0; listed && lines != NULL && i < lines->len; i++)
    check_record (&search, &quan_line_type, lines->pdata[i]);
}

static void
check_item (const Search *search, const QuanRedemptionSource *source, const QuanPreviewItem *item)
{
  const char *provider = item->contract->provider;

  check_printed (search, "voucher", "claim", item->claim->voucher);
  check_printed (search, "number", "contract", item->contract->number);
  if (provider != NULL)
    check_printed (search, "name", "provider", quan_workspace_provider (source->records, provider)->name);
  for (guint i = 0; i < item->invoices->len; i++) {
    const QuanInvoice *invoice = g_ptr_array_index (item->invoices, i);

    check_printed (search, "number", "invoice", invoice->number);
    check_printed (search, "delivery", "invoice", invoice->delivery);
  }
}

void
check_redemption_facts (const QuanCanvas *canvas, const QuanRedemptionSource *source, GPtrArray *problems)
{
  static const char *const keys[] = {"uscc", "name", "address", "legal_representative"};
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) index = index_texts (canvas, texts);
  const Search search = {texts, index, problems};

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    check_printed (&search, keys[i], "enterprise",
                   *QUAN_FIELD_MEMBER (quan_record_field (&quan_enterprise_type, keys[i]), source->enterprise, char *));
  check_record (&search, &quan_bank_type, source->enterprise->bank);
  for (guint i = 0; i < source->preview->items->len; i++)
    check_item (&search, source, &g_array_index (source->preview->items, QuanPreviewItem, i));
}
