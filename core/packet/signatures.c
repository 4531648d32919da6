#include "core/packet/signatures.h"

#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define SEAL_RADIUS MM (20)
#define SEAL_DASH 3
/* In a letter: the people's column, and how far from the right margin the date ends. */
#define LETTER_GAP MM (6)
#define PERSON_HEIGHT (2 * QUAN_LETTER_LEADING)
#define PERSON_LINE MM (48)
#define PARTY_HEIGHT (2 * SEAL_RADIUS)
#define DATE_FROM_RIGHT (4 * quan_style_letter.size)
/* Under a sheet. */
#define SHEET_GAP MM (5)
#define SHEET_HEIGHT MM (32)
#define SHEET_BETWEEN MM (10)

static const QuanTextStyle seal_style = {.face = QUAN_FACE_HEI, .size = 7.8, .ink = QUAN_GREY (0.5)};

/* What the signers are asked for. */
static const struct {
  const char *label;
  gboolean    party;  /* seals; else a person, who signs */
} signers_known[QUAN_N_SIGNERS] = {
  [QUAN_SIGNER_LEGAL_REPRESENTATIVE] = {"法定代表人（签字）", FALSE},
  [QUAN_SIGNER_HANDLER] = {"经办人（签字）", FALSE},
  [QUAN_SIGNER_ATTORNEY] = {"受托人（签字）", FALSE},
  [QUAN_SIGNER_ENTERPRISE] = {"申领企业（盖章）", TRUE},
  [QUAN_SIGNER_PROVIDER] = {"供给方（盖章）", TRUE},
};

static guint
count (guint signers, gboolean party)
{
  guint n = 0;

  for (int i = 0; i < QUAN_N_SIGNERS; i++)
    n += (signers & 1u << i) != 0 && signers_known[i].party == party;
  return n;
}

/* The name of a party, NULL where the facts do not say. */
static const char *
party_name (const QuanPages *pages, int signer)
{
  const QuanCase *subject = pages->source->subject;

  if (signer == QUAN_SIGNER_PROVIDER)
    return subject->provider != NULL ? subject->provider->name : NULL;
  return subject->enterprise->name;
}

void
quan_seal_draw (QuanCanvas *canvas, double x, double y, double above, const char *caption)
{
  double width = quan_run_width (quan_canvas_fonts (canvas), &seal_style, caption, -1);

  quan_canvas_circle (canvas, x, y, SEAL_RADIUS, &(QuanPaint) {.width = 0.6, .ink = seal_style.ink, .dash = SEAL_DASH});
  quan_canvas_text (canvas, x - width / 2, y - above, caption, &seal_style);
}

double
quan_signatures_letter_height (const QuanPages *pages, guint signers)
{
  double height = MAX (count (signers, FALSE) * PERSON_HEIGHT, count (signers, TRUE) * PARTY_HEIGHT);

  return pages->ready && signers != 0 ? LETTER_GAP + height : 0;
}

/* A label over a line to sign on. */
static void
draw_person (QuanPages *pages, double y, const char *label)
{
  double line = y + PERSON_HEIGHT - 6;

  quan_canvas_text (pages->canvas, pages->flow.left, quan_baseline (y, QUAN_LETTER_LEADING, quan_style_letter.size),
                    label, &quan_style_letter);
  quan_canvas_line (pages->canvas, pages->flow.left, line, pages->flow.left + PERSON_LINE, line, 0.5, QUAN_BLACK);
}

/* The party's name centred over the date, the seal's circle across both. Day and month are the signer's to write. */
static void
draw_party (QuanPages *pages, double y, const char *name)
{
  double right = pages->flow.left + pages->flow.width, room = pages->flow.width - PERSON_LINE - MM (6), half, centre;
  g_autofree char *date = g_strdup_printf ("%d年　　月　　日", quan_date_year (pages->source->view->as_of));
  double width = quan_run_width (pages->fonts, &quan_style_letter, date, -1), top;
  g_autoptr (QuanBlock) block = NULL;

  centre = right - DATE_FROM_RIGHT - width / 2;
  half = MIN (right - centre, room / 2);
  block = quan_block_new (pages->fonts, 2 * half, QUAN_ALIGN_CENTRE);
  if (name != NULL)
    quan_block_add (block, name, &quan_style_letter, QUAN_LETTER_LEADING);
  quan_block_add (block, date, &quan_style_letter, QUAN_LETTER_LEADING);
  top = y + (PARTY_HEIGHT - quan_block_height (block)) / 2;
  quan_seal_draw (pages->canvas, centre, y + SEAL_RADIUS, MM (14), "（盖章）");
  quan_block_draw (block, pages->canvas, centre - half, top);
}

void
quan_signatures_letter (QuanPages *pages, guint signers)
{
  double height = quan_signatures_letter_height (pages, signers), people, parties;

  if (height == 0)
    return;
  people = parties = pages->flow.y + LETTER_GAP;
  for (int i = 0; i < QUAN_N_SIGNERS; i++) {
    if ((signers & 1u << i) == 0)
      continue;
    if (signers_known[i].party) {
      draw_party (pages, parties, party_name (pages, i));
      parties += PARTY_HEIGHT;
    } else {
      draw_person (pages, people, signers_known[i].label);
      people += PERSON_HEIGHT;
    }
  }
  pages->flow.y += height;
}

double
quan_signatures_sheet_height (const QuanPages *pages, guint signers)
{
  return pages->ready && signers != 0 ? SHEET_GAP + SHEET_HEIGHT : 0;
}

/* Label, the party's name, white for seal or signature, and the date over a rule. */
static void
draw_place (QuanPages *pages, double x, double width, int signer)
{
  double y = pages->flow.y + SHEET_GAP, bottom = y + SHEET_HEIGHT - MM (2);
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, width, QUAN_ALIGN_LEFT);

  quan_block_add (block, signers_known[signer].label, &quan_style_strong, QUAN_FORM_LEADING);
  if (signers_known[signer].party && party_name (pages, signer) != NULL)
    quan_block_add (block, party_name (pages, signer), &quan_style_stated, QUAN_FORM_LEADING);
  quan_block_draw (block, pages->canvas, x, y);
  quan_pages_centred (pages, x, width, bottom - MM (2), "年　　　月　　　日", &quan_style_label);
  quan_canvas_line (pages->canvas, x, bottom, x + width, bottom, 0.5, QUAN_BLACK);
}

void
quan_signatures_sheet (QuanPages *pages, guint signers)
{
  guint n = MAX (2, count (signers, FALSE) + count (signers, TRUE)), place = 0;
  double width = (pages->flow.width - (n - 1) * SHEET_BETWEEN) / n, x = pages->flow.left;
  double height = quan_signatures_sheet_height (pages, signers);

  if (height == 0)
    return;
  for (int i = 0; i < QUAN_N_SIGNERS; i++)
    if ((signers & 1u << i) != 0)
      draw_place (pages, x + place++ * (width + SHEET_BETWEEN), width, i);
  pages->flow.y += height;
}
