#include "core/packet/pages.h"

#include "core/base/capitals.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define CONTENT_TOP MM (24)
#define CONTENT_BOTTOM MM (276)
#define NOTE_GAP 4.0
/* From the top of a sheet. */
#define TITLE_BASELINE MM (5.5)
#define FACTS_BASELINE MM (14.2)
#define TABLE_TOP MM (16.6)
#define HEAD_ROOM MM (60)  /* what a head leaves below it at least: facts may be long */
#define AGAIN_BASELINE MM (1.4)
#define AGAIN_TOP MM (4)
/* A part joins the one before where this much is left for it, below a gap. */
#define JOIN_GAP MM (9)
#define JOIN_ROOM MM (80)

const QuanPart *
quan_pages_part (const QuanPages *pages, guint i)
{
  return &g_array_index (pages->parts, QuanPart, i);
}

/* The place of a part in the packet; their number where it has none. */
static guint
index_of (const QuanPages *pages, const char *id)
{
  guint i = 0;

  while (i < pages->parts->len && !g_str_equal (quan_pages_part (pages, i)->id, id))
    i++;
  return i;
}

const QuanPart *
quan_pages_find (const QuanPages *pages, const char *id)
{
  guint i = index_of (pages, id);

  return i < pages->parts->len ? quan_pages_part (pages, i) : NULL;
}

QuanSpan
quan_pages_span (const QuanPages *pages, const char *id)
{
  guint i = index_of (pages, id);

  return i < pages->spans->len ? g_array_index (pages->spans, QuanSpan, i) : (QuanSpan) {0, 0};
}

char *
quan_span_text (QuanSpan span)
{
  if (span.first == 0)
    return g_strdup ("—");
  if (span.first == span.last)
    return g_strdup_printf ("%u", span.first);
  return g_strdup_printf ("%u—%u", span.first, span.last);
}

char *
quan_pages_see (const QuanPages *pages, const char *id)
{
  guint first = quan_pages_span (pages, id).first;

  return first > 0 ? g_strdup_printf ("（第 %u 页）", first) : g_strdup ("");
}

char *
quan_shorten (const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  g_autofree char *start = g_utf8_substring (text, 0, n * 2 / 5);
  g_autofree char *end = g_utf8_substring (text, n - n * 2 / 5, n);

  return g_strconcat (start, "…", end, NULL);
}

QuanMark
quan_verdict_mark (QuanVerdict verdict)
{
  static const QuanMark marks[QUAN_N_VERDICTS] = {
    [QUAN_VERDICT_PASS] = QUAN_MARK_PASS, [QUAN_VERDICT_FAIL] = QUAN_MARK_FAIL,
    [QUAN_VERDICT_REVIEW] = QUAN_MARK_REVIEW, [QUAN_VERDICT_UNKNOWN] = QUAN_MARK_UNKNOWN,
    [QUAN_VERDICT_NOT_APPLICABLE] = QUAN_MARK_NOT_APPLICABLE,
  };

  return marks[verdict];
}

char *
quan_packet_money (QuanFen fen)
{
  char buffer[QUAN_MONEY_BUF];

  return g_strdup (fen == QUAN_FEN_NONE ? "不能确定" : quan_money_grouped (fen, buffer));
}

char *
quan_packet_yuan (QuanFen fen)
{
  char buffer[QUAN_MONEY_BUF];

  return fen == QUAN_FEN_NONE ? quan_packet_money (fen) : g_strconcat ("¥", quan_money_grouped (fen, buffer), NULL);
}

char *
quan_packet_capitals (QuanFen fen)
{
  return fen == QUAN_FEN_NONE ? quan_packet_money (fen) : quan_capitals (fen);
}

char *
quan_packet_date (QuanDate date)
{
  char buffer[QUAN_DATE_BUF];

  return date == QUAN_DATE_NONE ? NULL : g_strdup (quan_date_iso (date, buffer));
}

void
quan_pages_right (QuanPages *pages, double right, double y, const char *text, const QuanTextStyle *style)
{
  quan_canvas_text (pages->canvas, right - quan_run_width (pages->fonts, style, text, -1), y, text, style);
}

void
quan_pages_centred (QuanPages *pages, double x, double width, double y, const char *text, const QuanTextStyle *style)
{
  quan_pages_right (pages, x + (width + quan_run_width (pages->fonts, style, text, -1)) / 2, y, text, style);
}

static void
add_page (QuanPages *pages)
{
  QuanPage page = {g_string_new (quan_pages_part (pages, pages->part)->name), pages->flow.left, pages->flow.width};

  quan_canvas_add_page (pages->canvas);
  g_array_append_val (pages->pages, page);
  pages->flow.y = CONTENT_TOP;
}

static void
turn (QuanFlow *flow)
{
  QuanPages *pages = flow->data;

  add_page (pages);
  if (pages->title != NULL) {
    g_autofree char *again = g_strconcat (pages->title, "（续）", NULL);

    quan_pages_centred (pages, flow->left, flow->width, CONTENT_TOP + AGAIN_BASELINE, again, &quan_style_again);
  }
  flow->y += AGAIN_TOP;
}

/* Goes on below the part before; FALSE where that leaves too little room. */
static gboolean
join (QuanPages *pages, const QuanPart *part)
{
  GString *names;

  if (!part->joins || pages->pages->len == 0 || quan_flow_room (&pages->flow) < JOIN_GAP + JOIN_ROOM)
    return FALSE;
  names = g_array_index (pages->pages, QuanPage, pages->pages->len - 1).names;
  g_string_append_printf (names, "、%s", part->name);
  pages->flow.y += JOIN_GAP;
  return TRUE;
}

void
quan_pages_begin (QuanPages *pages, guint i)
{
  const QuanPart *part = quan_pages_part (pages, i);

  pages->part = i;
  pages->title = NULL;
  if (!join (pages, part)) {
    pages->flow = (QuanFlow) {
      .canvas = pages->canvas, .bottom = CONTENT_BOTTOM, .turn = turn, .data = pages,
      .left = part->kind == QUAN_PART_LETTER ? QUAN_LETTER_LEFT : QUAN_SHEET_LEFT,
      .width = part->kind == QUAN_PART_LETTER ? QUAN_LETTER_WIDTH : QUAN_SHEET_WIDTH,
    };
    add_page (pages);
  }
  pages->flow.top = pages->flow.y;
  quan_canvas_bookmark (pages->canvas, part->name);
}

void
quan_pages_block (QuanPages *pages, const QuanBlock *block)
{
  QuanFlow *flow = &pages->flow;
  guint first = 0;

  for (;;) {
    double used;
    guint n = quan_block_fit (block, first, quan_flow_room (flow), &used);

    quan_block_draw_lines (block, pages->canvas, flow->left, flow->y, first, n);
    flow->y += used;
    first += n;
    if (first == quan_block_n_lines (block))
      return;
    quan_flow_turn (flow);
  }
}

void
quan_pages_head (QuanPages *pages, const char *title, const char *left, const char *right)
{
  QuanFlow *flow = &pages->flow;
  double top = flow->y, room = flow->width - quan_run_width (pages->fonts, &quan_style_label, right, -1) - MM (4);
  double first_line = FACTS_BASELINE - quan_baseline (0, QUAN_TABLE_LEADING, quan_style_label.size);
  g_autoptr (QuanBlock) facts = quan_block_new (pages->fonts, room, QUAN_ALIGN_LEFT);

  pages->title = title;
  quan_pages_centred (pages, flow->left, flow->width, top + TITLE_BASELINE, title, &quan_style_title);
  quan_block_add (facts, left, &quan_style_label, QUAN_TABLE_LEADING);
  quan_pages_right (pages, flow->left + flow->width, top + FACTS_BASELINE, right, &quan_style_label);
  flow->y = top + first_line;
  quan_pages_block (pages, facts);
  flow->top = flow->y += TABLE_TOP - first_line - QUAN_TABLE_LEADING;
  if (quan_flow_room (flow) < HEAD_ROOM)
    quan_flow_turn (flow);
}

void
quan_pages_paragraph (QuanPages *pages, const char *text, const QuanTextStyle *style, double leading)
{
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, pages->flow.width, QUAN_ALIGN_LEFT);

  quan_block_add (block, text, style, leading);
  quan_flow_need (&pages->flow, quan_block_height (block));
  quan_pages_block (pages, block);
}

double
quan_pages_note_height (const QuanPages *pages, const char *text)
{
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, pages->flow.width, QUAN_ALIGN_LEFT);

  quan_block_add (block, text, &quan_style_note, QUAN_TABLE_LEADING);
  return NOTE_GAP + quan_block_height (block);
}

void
quan_pages_note (QuanPages *pages, const char *text)
{
  pages->flow.y += NOTE_GAP;
  quan_pages_paragraph (pages, text, &quan_style_note, QUAN_TABLE_LEADING);
}

void
quan_pages_section (QuanPages *pages, const char *title, const char *remark, double room)
{
  QuanFlow *flow = &pages->flow;
  double height = MM (5.6);

  quan_flow_need (flow, height + room);
  quan_canvas_text (pages->canvas, flow->left, flow->y + MM (3.6), title, &quan_style_section);
  quan_pages_right (pages, flow->left + flow->width, flow->y + MM (3.6), remark, &quan_style_note);
  flow->y += height;
}

char *
quan_pages_applicant (const QuanPages *pages)
{
  const char *name = pages->subject.enterprise->name;

  return g_strconcat (pages->applicant, "：", name != NULL ? name : "〔待填〕", NULL);
}

const QuanStep *
quan_pages_step (const QuanPages *pages, const char *id)
{
  for (guint i = 0; i < pages->steps->len; i++) {
    const QuanStep *step = g_ptr_array_index (pages->steps, i);

    if (g_str_equal (step->id, id))
      return step;
  }
  return NULL;
}

const char *
quan_pages_result (const QuanPages *pages, const char *id)
{
  const QuanStep *step = quan_pages_step (pages, id);

  return step != NULL ? step->result : "—";
}
