#include "core/packet/packet.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/packet/finish.h"
#include "core/packet/frame.h"
#include "core/packet/parts/parts.h"

/* The second layout knows the page numbers of the first; a third only where that moved a part. */
#define MAX_LAYOUTS 4

static void
clear_page (gpointer data)
{
  g_string_free (((QuanPage *) data)->names, TRUE);
}

void
quan_packet_begin (QuanPages *pages, QuanFonts *fonts, const QuanView *view, QuanStage stage)
{
  *pages = (QuanPages) {.fonts = fonts, .stage = stage, .plan = quan_pack_plan (view->pack, stage), .view = view};
  pages->parts = g_array_new (FALSE, FALSE, sizeof (QuanPart));
  pages->spans = g_array_new (FALSE, TRUE, sizeof (QuanSpan));
  pages->pages = g_array_new (FALSE, FALSE, sizeof (QuanPage));
  g_array_set_clear_func (pages->pages, clear_page);
}

void
quan_packet_end (QuanPages *pages)
{
  quan_canvas_free (pages->canvas);
  g_free (pages->reference);
  g_clear_pointer (&pages->steps, g_ptr_array_unref);
  g_clear_pointer (&pages->alternatives, g_array_unref);
  g_clear_pointer (&pages->open, g_ptr_array_unref);
  g_array_unref (pages->parts);
  g_array_unref (pages->spans);
  g_array_unref (pages->pages);
}

/* The part of an id; FALSE where neither this program nor the pack has it. */
static gboolean
find_part (const QuanPack *pack, const QuanPart *sheets, guint n_sheets, const char *id, QuanPart *part)
{
  const QuanLetter *letter = quan_pack_letter (pack, id);
  const QuanWrittenForm *form = quan_pack_form (pack, id);

  for (guint i = 0; i < n_sheets; i++)
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

/* Says that the pack has a packet of this kind, but with a part that cannot be made. */
static void
refuse_part (const QuanPages *pages, const char *id, GError **error)
{
  const char *path = pages->view->pack->path;

  if (pages->stage == QUAN_STAGE_CLAIM)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("%s: the claim packet is planned with the part “%s”, which this version cannot make. Use a newer "
                   "version, or a policy pack without it."), path, id);
  else
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("%s: the redemption packet is planned with the part “%s”, which this version cannot make. Use a "
                   "newer version, or a policy pack without it."), path, id);
}

/* The parts the pack plans, in its order. */
static gboolean
plan_parts (QuanPages *pages, const QuanPart *sheets, guint n_sheets, GError **error)
{
  const char *const *ids = pages->plan->parts;

  if (ids == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("%s: the policy pack plans no redemption packet; expected a group [packet redemption]. Use a policy "
                   "pack that has one."), pages->view->pack->path);
    return FALSE;
  }
  for (gsize i = 0; ids[i] != NULL; i++) {
    QuanPart part;

    if (!find_part (pages->view->pack, sheets, n_sheets, ids[i], &part)) {
      refuse_part (pages, ids[i], error);
      return FALSE;
    }
    g_array_append_val (pages->parts, part);
  }
  g_array_set_size (pages->spans, pages->parts->len);
  return TRUE;
}

/* Lays out all parts on a new canvas; *settled: every part stands where the layout before had it. FALSE where it was
 * stopped. */
static gboolean
lay_out_once (QuanPages *pages, const QuanProgress *progress, gboolean *settled, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (QuanSpan));

  *settled = TRUE;
  g_clear_pointer (&pages->canvas, quan_canvas_free);
  pages->canvas = quan_canvas_new (pages->fonts);
  g_array_set_size (pages->pages, 0);
  for (guint i = 0; i < pages->parts->len; i++) {
    const QuanSpan *before = &g_array_index (pages->spans, QuanSpan, i);
    QuanSpan span;

    if (!quan_progress_go_on (progress, 0, 0, error))
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

QuanCanvas *
quan_packet_lay_out (QuanPages *pages, const QuanPart *sheets, guint n_sheets, const QuanProgress *progress,
                     GError **error)
{
  gboolean settled = FALSE;

  if (!plan_parts (pages, sheets, n_sheets, error))
    return NULL;
  for (int n = 0; !settled && n < MAX_LAYOUTS; n++)
    if (!lay_out_once (pages, progress, &settled, error))
      return NULL;
  quan_frame_draw (pages);
  return g_steal_pointer (&pages->canvas);
}

gboolean
quan_packet_finish (QuanCanvas *canvas, const QuanView *view, QuanStage stage, const char *named, GBytes *facts,
                    const QuanProgress *progress, QuanPacket *packet, GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s　%s", quan_pack_plan (view->pack, stage)->title.in[QUAN_LANGUAGE_ZH],
                                            named);
  const QuanDocumentInfo info = {
    .title = title, .dated = view->as_of, .attachment_name = "workspace.json", .attachment = facts,
  };

  quan_canvas_set_progress (canvas, progress);
  packet->n_pages = quan_canvas_n_pages (canvas);
  packet->pdf = quan_finish (canvas, &info, error);
  return packet->pdf != NULL;
}

void
quan_packet_clear (QuanPacket *packet)
{
  g_clear_pointer (&packet->pdf, g_bytes_unref);
}
