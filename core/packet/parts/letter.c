/* Letters of the pack: wording to be signed, set as official letters are (GB/T 9704), 22 lines of 28 characters. */
#include "core/packet/fill.h"
#include "core/packet/parts/parts.h"
#include "core/packet/signatures.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define TITLE_TOP MM (43)
#define TITLE_LEADING 32.0
#define TITLE_GAP MM (9)
#define AGAIN_TOP MM (37)
#define TEXT_BOTTOM MM (262)
/* Signatures never stand on a page without so many lines of the text. */
#define LINES_WITH_SIGNATURES 2
#define INDENT "　　"

static void
draw_title (QuanPages *pages, const char *title)
{
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, pages->flow.width, QUAN_ALIGN_CENTRE);

  quan_block_add (block, title, &quan_style_letter_title, TITLE_LEADING);
  pages->flow.y = TITLE_TOP;
  quan_pages_block (pages, block);
  pages->flow.y += TITLE_GAP;
}

static void
add_wording (const QuanPages *pages, QuanBlock *block, const char *indent, const char *wording, const char *end)
{
  g_autofree char *filled = quan_fill (pages, wording);
  g_autofree char *text = g_strconcat (indent, filled, end, NULL);

  quan_block_add_wording (block, text, &quan_style_letter, QUAN_LETTER_LEADING);
}

/* How many of the lines left go on this page: all where the signatures fit too, else as many as leave some for them. */
static guint
lines_for_page (const QuanPages *pages, guint n_left, double signatures)
{
  double room = quan_flow_room (&pages->flow);
  guint n = MIN (n_left, (guint) MAX (1, room / QUAN_LETTER_LEADING));

  if ((n == n_left && n * QUAN_LETTER_LEADING + signatures <= room) || n_left <= LINES_WITH_SIGNATURES)
    return n;
  return MIN (n, n_left - LINES_WITH_SIGNATURES);
}

static void
draw_text (QuanPages *pages, const QuanBlock *block, double signatures)
{
  QuanFlow *flow = &pages->flow;
  guint n_lines = quan_block_n_lines (block), first = 0;

  for (;;) {
    guint n = lines_for_page (pages, n_lines - first, signatures);

    quan_block_draw_lines (block, pages->canvas, flow->left, flow->y, first, n);
    flow->y += n * QUAN_LETTER_LEADING;
    first += n;
    if (first == n_lines)
      return;
    quan_flow_turn (flow);
    flow->y = AGAIN_TOP;
  }
}

void
quan_part_letter (QuanPages *pages)
{
  const QuanLetter *letter = quan_pack_letter (pages->view->pack, quan_pages_part (pages, pages->part)->id);
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, pages->flow.width, QUAN_ALIGN_JUSTIFY);
  double signatures;

  pages->flow.bottom = TEXT_BOTTOM;
  draw_title (pages, letter->title.in[QUAN_LANGUAGE_ZH]);
  if (letter->addressee != NULL)
    add_wording (pages, block, "", letter->addressee, "：");
  for (guint i = 0; letter->paragraphs[i] != NULL; i++)
    add_wording (pages, block, INDENT, letter->paragraphs[i], "");
  signatures = quan_signatures_letter_height (pages, letter->signers);
  draw_text (pages, block, signatures);
  quan_flow_need (&pages->flow, signatures);
  quan_signatures_letter (pages, letter->signers);
}
