#include "core/packet/signatures.h"

#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define SEAL_RADIUS MM (20)
#define SEAL_DASH 3
#define LONGEST_NAME 100  /* characters of a name that is sealed over */
/* In a letter: the people's column, and how far from the right margin the date ends. */
#define LETTER_GAP MM (6)
#define PERSON_HEIGHT (2 * QUAN_LETTER_LEADING)
#define PERSON_LINE MM (48)
#define LETTER_BETWEEN MM (6)
#define CAPTION_ABOVE MM (14)
#define DATE_FROM_RIGHT (4 * quan_style_letter.size)
/* Under a sheet. */
#define SHEET_GAP MM (5)
#define SHEET_HEIGHT MM (32)
#define SHEET_WHITE MM (20)  /* below a name, for the seal and the date */
#define SHEET_BETWEEN MM (10)
#define SHEET_PLACES 2  /* at least so many share the width */

static const QuanTextStyle seal_style = {.face = QUAN_FACE_HEI, .size = 7.8, .ink = QUAN_GREY (0.5)};

/* What the signers are asked for. */
static const struct {
  const char *label;
  gboolean    party;  /* seals; else a person, who signs */
} signers_known[QUAN_N_SIGNERS] = {
  [QUAN_SIGNER_LEGAL_REPRESENTATIVE] = {"法定代表人（签字）", FALSE},
  [QUAN_SIGNER_HANDLER] = {"经办人（签字）", FALSE},
  [QUAN_SIGNER_ATTORNEY] = {"受托人（签字）", FALSE},
  [QUAN_SIGNER_ENTERPRISE] = {NULL, TRUE},  /* as the packet calls it */
  [QUAN_SIGNER_PROVIDER] = {"供给方（盖章）", TRUE},
};

/* The name of a party, NULL where the facts do not say; one too long to seal over is shortened, for the text above
 * has it in full. Free with g_free. */
static char *
party_name (const QuanPages *pages, int signer)
{
  const QuanCase *subject = &pages->subject;
  const char *name = subject->enterprise->name;
  char *shown;

  if (signer == QUAN_SIGNER_PROVIDER)
    name = subject->provider != NULL ? subject->provider->name : NULL;
  shown = g_strdup (name);
  while (shown != NULL && g_utf8_strlen (shown, -1) > LONGEST_NAME) {
    g_autofree char *longer = shown;

    shown = quan_shorten (longer);
  }
  return shown;
}

void
quan_seal_draw (QuanCanvas *canvas, double x, double y, double above, const char *caption)
{
  double width = quan_run_width (quan_canvas_fonts (canvas), &seal_style, caption, -1);

  quan_canvas_circle (canvas, x, y, SEAL_RADIUS, &(QuanPaint) {.width = 0.6, .ink = seal_style.ink, .dash = SEAL_DASH});
  quan_canvas_text (canvas, x - width / 2, y - above, caption, &seal_style);
}

/* What a party seals: its name centred over the date, day and month for the signer to write. Free with
 * quan_block_free; *centre is where its middle stands. */
static QuanBlock *
party_block (const QuanPages *pages, int signer, double *centre)
{
  double right = pages->flow.left + pages->flow.width, room = pages->flow.width - PERSON_LINE - LETTER_BETWEEN;
  g_autofree char *date = g_strdup_printf ("%d年　　月　　日", quan_date_year (pages->view->as_of));
  g_autofree char *name = party_name (pages, signer);
  QuanBlock *block;

  *centre = right - DATE_FROM_RIGHT - quan_run_width (pages->fonts, &quan_style_letter, date, -1) / 2;
  block = quan_block_new (pages->fonts, MIN (2 * (right - *centre), room), QUAN_ALIGN_CENTRE);
  if (name != NULL)
    quan_block_add (block, name, &quan_style_letter, QUAN_LETTER_LEADING);
  quan_block_add (block, date, &quan_style_letter, QUAN_LETTER_LEADING);
  return block;
}

/* The seal's circle, or the name and date where they are higher. */
static double
party_height (const QuanBlock *block)
{
  return MAX (2 * SEAL_RADIUS, quan_block_height (block));
}

double
quan_signatures_letter_height (const QuanPages *pages, guint signers)
{
  double people = 0, parties = 0;

  if (!pages->ready || signers == 0)
    return 0;
  for (int i = 0; i < QUAN_N_SIGNERS; i++) {
    if ((signers & 1u << i) == 0)
      continue;
    if (signers_known[i].party) {
      double centre;
      g_autoptr (QuanBlock) block = party_block (pages, i, &centre);

      parties += party_height (block);
    } else {
      people += PERSON_HEIGHT;
    }
  }
  return LETTER_GAP + MAX (people, parties);
}

/* A label over a line to sign on. Returns where the next may begin. */
static double
draw_person (QuanPages *pages, double y, const char *label)
{
  double line = y + PERSON_HEIGHT - 6;

  quan_canvas_text (pages->canvas, pages->flow.left, quan_baseline (y, QUAN_LETTER_LEADING, quan_style_letter.size),
                    label, &quan_style_letter);
  quan_canvas_line (pages->canvas, pages->flow.left, line, pages->flow.left + PERSON_LINE, line, 0.5, QUAN_BLACK);
  return y + PERSON_HEIGHT;
}

/* A party's name and date, the seal's circle across both; its caption only where it stays clear of them. */
static double
draw_party (QuanPages *pages, double y, int signer)
{
  double centre;
  g_autoptr (QuanBlock) block = party_block (pages, signer, &centre);
  double height = party_height (block), top = y + (height - quan_block_height (block)) / 2;
  gboolean clear = quan_block_height (block) / 2 < CAPTION_ABOVE - seal_style.size;

  quan_seal_draw (pages->canvas, centre, y + height / 2, CAPTION_ABOVE, clear ? "（盖章）" : "");
  quan_block_draw (block, pages->canvas, centre - quan_block_width (block) / 2, top);
  return y + height;
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
    if (signers_known[i].party)
      parties = draw_party (pages, parties, i);
    else
      people = draw_person (pages, people, signers_known[i].label);
  }
  pages->flow.y += height;
}

/* "法定代表人（签字）". Free with g_free. */
static char *
label_text (const QuanPages *pages, int signer)
{
  const char *label = signers_known[signer].label;

  return label != NULL ? g_strdup (label) : g_strconcat (pages->applicant, "（盖章）", NULL);
}

/* A signer's label and, of a party, its name. */
static QuanBlock *
place_block (const QuanPages *pages, int signer, double width)
{
  QuanBlock *block = quan_block_new (pages->fonts, width, QUAN_ALIGN_LEFT);
  g_autofree char *label = label_text (pages, signer);
  g_autofree char *name = signers_known[signer].party ? party_name (pages, signer) : NULL;

  quan_block_add (block, label, &quan_style_strong, QUAN_FORM_LEADING);
  if (name != NULL)
    quan_block_add (block, name, &quan_style_stated, QUAN_FORM_LEADING);
  return block;
}

/* The width each of the signers of a sheet gets. */
static double
place_width (const QuanPages *pages, guint signers)
{
  guint n = MAX (SHEET_PLACES, (guint) __builtin_popcount (signers));

  return (pages->flow.width - (n - 1) * SHEET_BETWEEN) / n;
}

double
quan_signatures_sheet_height (const QuanPages *pages, guint signers)
{
  double width = place_width (pages, signers), height = SHEET_HEIGHT;

  if (!pages->ready || signers == 0)
    return 0;
  for (int i = 0; i < QUAN_N_SIGNERS; i++)
    if ((signers & 1u << i) != 0) {
      g_autoptr (QuanBlock) block = place_block (pages, i, width);

      height = MAX (height, quan_block_height (block) + SHEET_WHITE);
    }
  return SHEET_GAP + height;
}

/* Label, the party's name, white for seal or signature, and the date over a rule; the place ends at bottom. */
static void
draw_place (QuanPages *pages, double x, double width, double bottom, int signer)
{
  g_autoptr (QuanBlock) block = place_block (pages, signer, width);

  quan_block_draw (block, pages->canvas, x, pages->flow.y + SHEET_GAP);
  quan_pages_centred (pages, x, width, bottom - MM (2), "年　　　月　　　日", &quan_style_label);
  quan_canvas_line (pages->canvas, x, bottom, x + width, bottom, 0.5, QUAN_BLACK);
}

void
quan_signatures_sheet (QuanPages *pages, guint signers)
{
  double width = place_width (pages, signers), x = pages->flow.left;
  double height = quan_signatures_sheet_height (pages, signers);

  if (height == 0)
    return;
  for (int i = 0; i < QUAN_N_SIGNERS; i++)
    if ((signers & 1u << i) != 0) {
      draw_place (pages, x, width, pages->flow.y + height - MM (2), i);
      x += width + SHEET_BETWEEN;
    }
  pages->flow.y += height;
}
