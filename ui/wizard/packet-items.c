#include "ui/wizard/packet-items.h"

#include <glib/gi18n-lib.h>

#include "core/engine/document.h"
#include "ui/entries/figures.h"

/* The sheets of this program that are no documents of a pack. */
static const struct {
  const char *id, *name;
} sheets[] = {
  { "cover", N_ ("Cover") },
  { "contents", N_ ("Contents") },
  { "checklist", N_ ("Checklist of materials") },
  { "claim-form", N_ ("Claim form") },
  { "eligibility-sheet", N_ ("Eligibility sheet") },
  { "redemption-form", N_ ("Redemption form") },
  { "voucher-list", N_ ("List of vouchers") },
  { "working-sheet", N_ ("Working sheet") },
};

static void
item_free (gpointer data)
{
  QuanPacketItem *item = data;

  g_free (item->title);
  g_free (item->detail);
  g_free (item->requirement);
  g_free (item->document);
  g_free (item->dated);
  g_free (item);
}

static const QuanDocument *
find_document (const QuanPack *pack, const char *id)
{
  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);

    if (g_str_equal (document->id, id))
      return document;
  }
  return NULL;
}

static const char *
part_name (const QuanPack *pack, const char *id)
{
  QuanLanguage language = quan_language_of_locale ();
  const QuanLetter *letter = quan_pack_letter (pack, id);
  const QuanWrittenForm *form = quan_pack_form (pack, id);
  const QuanDocument *document = find_document (pack, id);

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].id, id))
      return _(sheets[i].name);
  if (letter != NULL)
    return letter->title.in[language];
  if (form != NULL)
    return form->title.in[language];
  return document != NULL ? document->title.in[language] : id;
}

/* The bookmarks of a packet are its parts, in the order of the plan. */
static const GArray *
planned_parts (const char *const *ids, QuanPdf *pdf)
{
  const GArray *parts = pdf != NULL ? quan_pdf_parts (pdf) : NULL;

  return parts != NULL && parts->len == g_strv_length ((char **) ids) ? parts : NULL;
}

char **
quan_packet_part_names (const QuanPacketFacts *facts, QuanPdf *pdf)
{
  guint n = g_strv_length ((char **) facts->parts);
  char **names;

  if (planned_parts (facts->parts, pdf) == NULL)
    return NULL;
  names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (part_name (facts->view->pack, facts->parts[i]));
  return names;
}

static const QuanDocumentRow *
find_row (const QuanPacketFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (facts->documents, i);

    if (g_str_equal (row->document->id, id))
      return row;
  }
  return NULL;
}

/* What is known of the paper: since when it is too old, the file kept, or what is asked for. */
static char *
detail_of (const QuanPacketFacts *facts, const QuanDocumentRow *row)
{
  QuanLanguage language = quan_language_of_locale ();
  g_autofree char *dated = row->document->max_age_days > 0 && facts->subject != NULL
                             ? quan_fact_text (&row->document->dated, facts->subject, language) : NULL;

  if (row->state == QUAN_DOCUMENT_STALE && dated != NULL)
    return g_strdup_printf (_("issued %s, more than %d days ago"), dated, row->document->max_age_days);
  if (row->attachment != NULL && row->attachment->name != NULL)
    return row->state == QUAN_DOCUMENT_MADE
               ? g_strdup_printf (_("signed copy: %s"), row->attachment->name)
               : g_strdup_printf ("%s · %s", row->attachment->name, row->attachment->added);
  return row->state == QUAN_DOCUMENT_MADE ? NULL : g_strdup (row->document->requirement.in[language]);
}

static void
take_document (QuanPacketItem *item, const QuanPacketFacts *facts, const QuanDocumentRow *row)
{
  const QuanDocument *document = row->document;

  item->state = row->state;
  item->optional = !document->mandatory;
  item->starred = document->named;
  item->detail = detail_of (facts, row);
  item->requirement = g_strdup (document->requirement.in[quan_language_of_locale ()]);
  item->document = g_strdup (document->id);
  item->dated = document->max_age_days > 0 ? g_strdup (document->dated.id) : NULL;
  item->attachment = row->attachment != NULL ? row->attachment_id : 0;
}

static void
add_parts (GPtrArray *items, const QuanPacketFacts *facts, QuanPdf *pdf)
{
  const char *const *ids = facts->parts;
  const GArray *parts = planned_parts (ids, pdf);

  for (guint i = 0; ids[i] != NULL; i++) {
    QuanPacketItem *item = g_new0 (QuanPacketItem, 1);
    const QuanDocumentRow *row = find_row (facts, ids[i]);

    *item = (QuanPacketItem) { .group = QUAN_ITEMS_MADE, .state = QUAN_DOCUMENT_MADE, .first = -1 };
    item->title = g_strdup (part_name (facts->view->pack, ids[i]));
    if (row != NULL)
      take_document (item, facts, row);
    if (parts != NULL) {
      item->first = (int) g_array_index (parts, QuanPdfPart, i).first;
      item->n_pages = g_array_index (parts, QuanPdfPart, i).n_pages;
    }
    g_ptr_array_add (items, item);
  }
}

/* The documents that are no parts of the packet. */
static void
add_documents (GPtrArray *items, const QuanPacketFacts *facts, gboolean named)
{
  for (guint i = 0; i < facts->documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (facts->documents, i);
    QuanPacketItem *item;

    if (row->document->named != named || g_strv_contains (facts->parts, row->document->id))
      continue;
    item = g_new0 (QuanPacketItem, 1);
    *item = (QuanPacketItem) { .group = named ? QUAN_ITEMS_NAMED : QUAN_ITEMS_USUAL, .first = -1 };
    item->title = g_strdup (row->document->title.in[quan_language_of_locale ()]);
    take_document (item, facts, row);
    g_ptr_array_add (items, item);
  }
}

GPtrArray *
quan_packet_items (const QuanPacketFacts *facts, QuanPdf *pdf)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  add_parts (items, facts, pdf);
  add_documents (items, facts, TRUE);
  add_documents (items, facts, FALSE);
  return items;
}

void
quan_packet_count (const GPtrArray *documents, guint *missing, guint *stale)
{
  *missing = *stale = 0;
  for (guint i = 0; i < documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (documents, i);

    *missing += row->state == QUAN_DOCUMENT_MISSING && row->document->mandatory;
    *stale += row->state == QUAN_DOCUMENT_STALE;
  }
}

const char *
quan_packet_item_word (const QuanPacketItem *item)
{
  switch (item->state) {
  case QUAN_DOCUMENT_MADE:
    return _("Made here");
  case QUAN_DOCUMENT_PRESENT:
    return _("In place");
  case QUAN_DOCUMENT_STALE:
    return _("Out of date");
  case QUAN_DOCUMENT_MISSING:
    return item->optional ? _("Not added") : _("Missing");
  default:
    g_return_val_if_reached ("");
  }
}

const char *
quan_packet_item_icon (const QuanPacketItem *item)
{
  static const char *const icons[] = {
    [QUAN_DOCUMENT_MADE] = "quan-contract-symbolic", [QUAN_DOCUMENT_PRESENT] = "quan-pass-symbolic",
    [QUAN_DOCUMENT_STALE] = "quan-review-symbolic", [QUAN_DOCUMENT_MISSING] = "quan-fail-symbolic",
  };

  return item->state == QUAN_DOCUMENT_MISSING && item->optional ? "quan-not-started-symbolic" : icons[item->state];
}

const char *
quan_packet_item_class (const QuanPacketItem *item)
{
  static const char *const classes[] = {
    [QUAN_DOCUMENT_MADE] = "accent", [QUAN_DOCUMENT_PRESENT] = "pass", [QUAN_DOCUMENT_STALE] = "review",
    [QUAN_DOCUMENT_MISSING] = "fail",
  };

  return item->state == QUAN_DOCUMENT_MISSING && item->optional ? "none" : classes[item->state];
}
