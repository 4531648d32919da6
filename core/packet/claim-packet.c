#include "core/packet/claim-packet.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/packet/finish.h"
#include "core/packet/pages.h"
#include "core/packet/parts/parts.h"

/* The second layout knows the page numbers of the first; a third only where that moved a part. */
#define MAX_LAYOUTS 4

static const QuanPart known_parts[] = {
  {"cover", "封面", quan_part_cover},
  {"claim-form", "申领表", quan_part_claim_form},
  {"eligibility-sheet", "资格核对表", quan_part_eligibility},
  {"working-sheet", "申领金额核算表", quan_part_working_sheet},
  {"checklist", "目录与材料清单", quan_part_checklist},
  {"resource-list", "算力资源清单", quan_part_resource_list},
};

static const QuanPart *
known_part (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_parts); i++)
    if (g_str_equal (id, known_parts[i].id))
      return &known_parts[i];
  return NULL;
}

/* The parts the pack plans, in its order. */
static gboolean
plan_parts (QuanPages *pages, GError **error)
{
  const QuanPack *pack = pages->source->view->pack;
  const char *const *ids = pack->claim_packet.parts;

  pages->parts = g_new0 (const QuanPart *, g_strv_length ((char **) ids) + 1);
  for (gsize i = 0; ids[i] != NULL; i++) {
    pages->parts[i] = known_part (ids[i]);
    if (pages->parts[i] == NULL) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                   _("%s: the claim packet is planned with the part “%s”, which this version cannot make. Use a newer "
                     "version, or a policy pack without it."), pack->path, ids[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static void
clear_pages (QuanPages *pages)
{
  quan_canvas_free (pages->canvas);
  g_clear_pointer (&pages->steps, g_ptr_array_unref);
  g_clear_pointer (&pages->alternatives, g_array_unref);
  g_clear_pointer (&pages->open, g_ptr_array_unref);
  g_clear_pointer (&pages->numbers, g_hash_table_unref);
  g_clear_pointer (&pages->names, g_ptr_array_unref);
  g_free (pages->parts);
}

/* Lays out all parts on a new canvas; TRUE if every part begins where the layout before had it. */
static gboolean
lay_out (QuanPages *pages)
{
  gboolean settled = TRUE;

  g_clear_pointer (&pages->canvas, quan_canvas_free);
  pages->canvas = quan_canvas_new (pages->fonts);
  g_ptr_array_set_size (pages->names, 0);
  for (guint i = 0; pages->parts[i] != NULL; i++) {
    const QuanPart *part = pages->parts[i];
    guint number = quan_canvas_n_pages (pages->canvas) + 1;

    quan_pages_begin (pages, part);
    part->draw (pages);
    settled = settled && quan_pages_number (pages, part->id) == number;
    g_hash_table_insert (pages->numbers, (gpointer) part->id, GUINT_TO_POINTER (number));
  }
  return settled;
}

static GBytes *
make_pdf (QuanPages *pages, GError **error)
{
  const QuanPacketSource *source = pages->source;
  g_autofree char *title = g_strdup_printf ("%s　%s　%s", source->view->pack->claim_packet.title.in[QUAN_LANGUAGE_ZH],
                                            source->subject->enterprise->name, source->subject->contract->number);
  const QuanDocumentInfo info = {
    .title = title, .dated = source->view->as_of, .attachment_name = "workspace.json", .attachment = source->facts,
  };
  int n = 0;

  while (!lay_out (pages) && ++n < MAX_LAYOUTS)
    continue;
  quan_pages_frame (pages);
  return quan_finish (pages->canvas, &info, error);
}

gboolean
quan_claim_packet (QuanFonts *fonts, const QuanPacketSource *source, QuanPacket *packet, GError **error)
{
  const QuanCheck *check = source->check;
  QuanPages pages = {.fonts = fonts, .source = source};

  *packet = (QuanPacket) {NULL};
  pages.steps = quan_working_sheet (source->view, source->subject, check, QUAN_LANGUAGE_ZH);
  pages.open = quan_open_items (source);
  pages.ready = (check->verdict == QUAN_VERDICT_PASS || check->verdict == QUAN_VERDICT_REVIEW) && pages.open->len == 0;
  pages.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  pages.names = g_ptr_array_new ();
  packet->ready = pages.ready;
  pages.alternatives = quan_alternatives (source->view, source->subject->contract, error);
  if (pages.alternatives != NULL && plan_parts (&pages, error)) {
    packet->pdf = make_pdf (&pages, error);
    packet->n_pages = quan_canvas_n_pages (pages.canvas);
  }
  clear_pages (&pages);
  return packet->pdf != NULL;
}

void
quan_packet_clear (QuanPacket *packet)
{
  g_clear_pointer (&packet->pdf, g_bytes_unref);
}
