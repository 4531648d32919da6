#include "core/packet/claim-packet.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/packet/finish.h"
#include "core/packet/frame.h"
#include "core/packet/pages.h"
#include "core/packet/parts/parts.h"

/* The second layout knows the page numbers of the first; a third only where that moved a part. */
#define MAX_LAYOUTS 4

/* The sheets this program knows to make; a pack's letters and forms are parts too. */
static const QuanPart sheets[] = {
  {"cover", "封面", quan_part_cover},
  {"contents", "目录", quan_part_contents},
  {"checklist", "材料清单", quan_part_checklist, .joins = TRUE},
  {"claim-form", "申领表", quan_part_claim_form},
  {"eligibility-sheet", "资格核对表", quan_part_eligibility},
  {"working-sheet", "申领金额核算表", quan_part_working_sheet},
  {"resource-list", "算力资源清单", quan_part_resource_list},
  {"price-breakdown", "价格构成说明", quan_part_price_breakdown},
};

/* The part of an id; FALSE where neither this program nor the pack has it. */
static gboolean
find_part (const QuanPack *pack, const char *id, QuanPart *part)
{
  const QuanLetter *letter = quan_pack_letter (pack, id);
  const QuanWrittenForm *form = quan_pack_form (pack, id);

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (id, sheets[i].id)) {
      *part = sheets[i];
      return TRUE;
    }
  if (letter != NULL)
    *part = (QuanPart) {id, letter->title.in[QUAN_LANGUAGE_ZH], quan_part_letter, QUAN_PART_LETTER};
  else if (form != NULL)
    *part = (QuanPart) {id, form->title.in[QUAN_LANGUAGE_ZH], quan_part_written_form, QUAN_PART_FORM};
  return letter != NULL || form != NULL;
}

/* The parts the pack plans, in its order. */
static gboolean
plan_parts (QuanPages *pages, GError **error)
{
  const QuanPack *pack = pages->source->view->pack;
  const char *const *ids = pack->claim_packet.parts;

  for (gsize i = 0; ids[i] != NULL; i++) {
    QuanPart part;

    if (!find_part (pack, ids[i], &part)) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                   _("%s: the claim packet is planned with the part “%s”, which this version cannot make. Use a newer "
                     "version, or a policy pack without it."), pack->path, ids[i]);
      return FALSE;
    }
    g_array_append_val (pages->parts, part);
  }
  g_array_set_size (pages->spans, pages->parts->len);
  return TRUE;
}

static void
clear_page (gpointer data)
{
  g_string_free (((QuanPage *) data)->names, TRUE);
}

static void
init_pages (QuanPages *pages, QuanFonts *fonts, const QuanPacketSource *source)
{
  const QuanVerdict verdict = source->check->verdict;

  *pages = (QuanPages) {.fonts = fonts, .source = source};
  pages->steps = quan_working_sheet (source->view, source->subject, source->check, QUAN_LANGUAGE_ZH);
  pages->open = quan_open_items (source);
  pages->ready = (verdict == QUAN_VERDICT_PASS || verdict == QUAN_VERDICT_REVIEW) && pages->open->len == 0;
  pages->parts = g_array_new (FALSE, FALSE, sizeof (QuanPart));
  pages->spans = g_array_new (FALSE, TRUE, sizeof (QuanSpan));
  pages->pages = g_array_new (FALSE, FALSE, sizeof (QuanPage));
  g_array_set_clear_func (pages->pages, clear_page);
}

static void
clear_pages (QuanPages *pages)
{
  quan_canvas_free (pages->canvas);
  g_ptr_array_unref (pages->steps);
  g_clear_pointer (&pages->alternatives, g_array_unref);
  g_ptr_array_unref (pages->open);
  g_array_unref (pages->parts);
  g_array_unref (pages->spans);
  g_array_unref (pages->pages);
}

/* Lays out all parts on a new canvas; *settled: every part stands where the layout before had it. FALSE where it was
 * stopped. */
static gboolean
lay_out_once (QuanPages *pages, gboolean *settled, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (QuanSpan));

  *settled = TRUE;
  g_clear_pointer (&pages->canvas, quan_canvas_free);
  pages->canvas = quan_canvas_new (pages->fonts);
  g_array_set_size (pages->pages, 0);
  for (guint i = 0; i < pages->parts->len; i++) {
    const QuanSpan *before = &g_array_index (pages->spans, QuanSpan, i);
    QuanSpan span;

    if (!quan_progress_go_on (pages->source->progress, 0, 0, error))
      return FALSE;
    quan_pages_begin (pages, i);
    span.first = quan_canvas_n_pages (pages->canvas);
    quan_pages_part (pages, i)->draw (pages);
    span.last = quan_canvas_n_pages (pages->canvas);
    *settled = *settled && span.first == before->first && span.last == before->last;
    g_array_append_val (spans, span);
  }
  g_array_unref (pages->spans);
  pages->spans = g_steal_pointer (&spans);
  return TRUE;
}

/* Lays out until the page numbers printed are those of the pages. */
static gboolean
lay_out (QuanPages *pages, GError **error)
{
  gboolean settled = FALSE;

  for (int n = 0; !settled && n < MAX_LAYOUTS; n++)
    if (!lay_out_once (pages, &settled, error))
      return FALSE;
  quan_frame_draw (pages);
  return TRUE;
}

QuanCanvas *
quan_claim_packet_lay_out (QuanFonts *fonts, const QuanPacketSource *source, gboolean *ready, GError **error)
{
  QuanPages pages;
  QuanCanvas *canvas = NULL;

  init_pages (&pages, fonts, source);
  pages.alternatives = quan_alternatives (source->view, source->subject->contract, error);
  if (pages.alternatives != NULL && plan_parts (&pages, error) && lay_out (&pages, error)) {
    canvas = g_steal_pointer (&pages.canvas);
    *ready = pages.ready;
  }
  clear_pages (&pages);
  return canvas;
}

gboolean
quan_claim_packet (QuanFonts *fonts, const QuanPacketSource *source, QuanPacket *packet, GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s　%s　%s", source->view->pack->claim_packet.title.in[QUAN_LANGUAGE_ZH],
                                            source->subject->enterprise->name, source->subject->contract->number);
  const QuanDocumentInfo info = {
    .title = title, .dated = source->view->as_of, .attachment_name = "workspace.json", .attachment = source->facts,
  };
  g_autoptr (QuanCanvas) canvas = NULL;

  *packet = (QuanPacket) {NULL};
  canvas = quan_claim_packet_lay_out (fonts, source, &packet->ready, error);
  if (canvas == NULL)
    return FALSE;
  quan_canvas_set_progress (canvas, source->progress);
  packet->n_pages = quan_canvas_n_pages (canvas);
  packet->pdf = quan_finish (canvas, &info, error);
  return packet->pdf != NULL;
}

void
quan_packet_clear (QuanPacket *packet)
{
  g_clear_pointer (&packet->pdf, g_bytes_unref);
}
