/* The pages of a packet being laid out: its sheets, and what stands on every page around them. */
#pragma once
#include "core/engine/working-sheet.h"
#include "core/packet/claim-packet.h"
#include "core/packet/flow.h"
#include "core/packet/marks.h"
#include "core/packet/open-items.h"

/* Margins of sheets and forms. */
#define QUAN_SHEET_LEFT (23 * QUAN_MM)
#define QUAN_SHEET_WIDTH (170 * QUAN_MM)

typedef struct QuanPages QuanPages;

/* A part of a packet; the pack names the parts and their order. */
typedef struct {
  const char *id;    /* "claim-form" */
  const char *name;  /* in headers, bookmarks and the contents */
  void      (*draw) (QuanPages *pages);
} QuanPart;

struct QuanPages {
  QuanFonts              *fonts;
  QuanCanvas             *canvas;
  QuanFlow                flow;
  const QuanPacketSource *source;
  GPtrArray              *steps;         /* of QuanStep: the working sheet */
  GArray                 *alternatives;  /* of QuanAlternative */
  GPtrArray              *open;          /* of QuanOpenItem */
  gboolean                ready;
  const QuanPart        **parts;         /* in order, NULL-terminated */
  GHashTable             *numbers;       /* part id → number of its first page in the layout before */
  const QuanPart         *part;          /* being drawn */
  const char             *title;         /* of its sheet, said again where it goes on */
  GPtrArray              *names;         /* of the part each page belongs to */
};

/* Begins a part on a page of its own. Without a sheet head the flow stands at the top of the content. */
void quan_pages_begin (QuanPages *pages, const QuanPart *part);
/* The head of a sheet: title, and a line of facts at its left and right. */
void quan_pages_head (QuanPages *pages, const char *title, const char *left, const char *right);
/* The page number of a part, 0 where it is not known yet or the packet lacks it. */
guint quan_pages_number (const QuanPages *pages, const char *part);
/* Headers, footers and, on a draft, watermarks on all pages, when all are there. */
void quan_pages_frame (QuanPages *pages);

/* Text centred between x and x + width, or ending there. */
void quan_pages_centred (QuanPages *pages, double x, double width, double y, const char *text,
                         const QuanTextStyle *style);
void quan_pages_right (QuanPages *pages, double right, double y, const char *text, const QuanTextStyle *style);
/* Appends a paragraph to the flow. */
void quan_pages_paragraph (QuanPages *pages, const char *text, const QuanTextStyle *style, double leading);
/* The result of a step of the working sheet, "不能确定" and "缺事实" included; "—" where it has no such step. */
const char *quan_pages_result (const QuanPages *pages, const char *step);

/* The mark of a verdict. */
QuanMark quan_verdict_mark (QuanVerdict verdict);
/* An amount for people: "1,234.56"; "不能确定" where there is none. Free with g_free. */
char *quan_packet_money (QuanFen fen);
/* An ISO date, NULL where there is none. Free with g_free. */
char *quan_packet_date (QuanDate date);
