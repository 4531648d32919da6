/* The pages of a packet being laid out: its parts one after the other, and which of them each page shows. */
#pragma once
#include "core/engine/working-sheet.h"
#include "core/packet/block.h"
#include "core/packet/flow.h"
#include "core/packet/open-items.h"

/* Margins of sheets and forms: room for binding at the left. */
#define QUAN_SHEET_LEFT (23 * QUAN_MM)
#define QUAN_SHEET_WIDTH (170 * QUAN_MM)
/* Margins of letters (GB/T 9704). */
#define QUAN_LETTER_LEFT (28 * QUAN_MM)
#define QUAN_LETTER_WIDTH (156 * QUAN_MM)

typedef struct QuanPages QuanPages;

typedef enum {
  QUAN_PART_SHEET,   /* computed by this program */
  QUAN_PART_FORM,    /* of the pack, to be completed and signed */
  QUAN_PART_LETTER,  /* of the pack, to be signed; has margins of its own */
} QuanPartKind;

/* A part of a packet; the pack names the parts and their order. */
typedef struct {
  const char  *id;     /* "claim-form" */
  const char  *name;   /* in headers, bookmarks and the contents */
  void       (*draw) (QuanPages *pages);
  QuanPartKind kind;
  gboolean     joins;  /* begins on the page the part before ends on, where that leaves room */
} QuanPart;

/* The pages of a part, from 1; 0 where the packet lacks it or its place is not known yet. */
typedef struct {
  guint first, last;
} QuanSpan;

/* A page: the parts it shows, and the column they are set in. */
typedef struct {
  GString *names;
  double   left, width;
} QuanPage;

struct QuanPages {
  QuanFonts                  *fonts;
  QuanCanvas                 *canvas;
  QuanFlow                    flow;
  QuanStage                   stage;         /* whose packet it is */
  const QuanPacketPlan       *plan;          /* of the stage */
  const QuanView             *view;
  QuanCase                    subject;       /* of a redemption: enterprise, and provider if it is one */
  const char                 *applicant;     /* what the enterprise is in this packet: "申领企业" */
  char                       *reference;     /* what the packet is about, at the right of its headers: "合同编号 HT-1" */
  const QuanPacketSource     *claim;         /* of a claim's packet, else NULL; so are steps and alternatives */
  GPtrArray                  *steps;         /* of QuanStep: the working sheet */
  GArray                     *alternatives;  /* of QuanAlternative */
  const QuanRedemptionSource *redemption;    /* of a redemption's packet, else NULL */
  GPtrArray                  *open;          /* of QuanOpenItem */
  gboolean                    ready;
  GArray                     *parts;         /* of QuanPart, in order */
  GArray                     *spans;         /* of QuanSpan, by part, in the layout before */
  guint                       part;          /* being drawn */
  const char                 *title;         /* of its sheet, said again where it goes on */
  GArray                     *pages;         /* of QuanPage */
};

const QuanPart *quan_pages_part (const QuanPages *pages, guint i);
/* The part of an id, NULL if the packet lacks it. */
const QuanPart *quan_pages_find (const QuanPages *pages, const char *id);
QuanSpan        quan_pages_span (const QuanPages *pages, const char *id);
/* "7", "7—9", "—" where the packet lacks the part. Free with g_free. */
char *quan_span_text (QuanSpan span);
/* "（第 7 页）", "" where the packet lacks the part. Free with g_free. */
char *quan_pages_see (const QuanPages *pages, const char *id);

/* Begins a part, on a page of its own or where it joins the part before. */
void quan_pages_begin (QuanPages *pages, guint part);
/* The head of a sheet: title, and a line of facts at its left and right, "" for none. */
void quan_pages_head (QuanPages *pages, const char *title, const char *left, const char *right);

/* Text centred between x and x + width, or ending there. */
void quan_pages_centred (QuanPages *pages, double x, double width, double y, const char *text,
                         const QuanTextStyle *style);
void quan_pages_right (QuanPages *pages, double right, double y, const char *text, const QuanTextStyle *style);
/* Draws a block where the flow stands, over as many pages as it needs. */
void quan_pages_block (QuanPages *pages, const QuanBlock *block);
/* Appends a paragraph to the flow, on one page if it fits on one. */
void quan_pages_paragraph (QuanPages *pages, const char *text, const QuanTextStyle *style, double leading);
/* A note in small print below what stands above it, and the height it takes. */
void   quan_pages_note (QuanPages *pages, const char *text);
double quan_pages_note_height (const QuanPages *pages, const char *text);
/* The heading of a section of a sheet, with a remark at its right, "" for none; at least room more must follow it. */
void quan_pages_section (QuanPages *pages, const char *title, const char *remark, double room);
/* The line "申领企业：NAME" of sheet heads, as the packet calls the enterprise. Free with g_free. */
char *quan_pages_applicant (const QuanPages *pages);
/* A step of the working sheet, NULL where it has none of this id. */
const QuanStep *quan_pages_step (const QuanPages *pages, const char *id);
/* Its result, "不能确定" and "缺事实" included; "—" where there is no such step. */
const char *quan_pages_result (const QuanPages *pages, const char *id);

/* "¥1,234.56"; "不能确定" where there is none. Free with g_free. */
char *quan_packet_yuan (QuanFen fen);
/* In capitals, the same. Free with g_free. */
char *quan_packet_capitals (QuanFen fen);
/* A text that is too long for its place, with … for a fifth of its middle: where the packet has the whole elsewhere.
 * Free with g_free. */
char *quan_shorten (const char *text);
/* The mark of a verdict. */
QuanMark quan_verdict_mark (QuanVerdict verdict);
/* An amount for people: "1,234.56"; "不能确定" where there is none. Free with g_free. */
char *quan_packet_money (QuanFen fen);
/* An ISO date, NULL where there is none. Free with g_free. */
char *quan_packet_date (QuanDate date);
