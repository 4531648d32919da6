/* libharu as its manual shows it: whole fonts, loaded with every document because a document owns its fonts. */
#include <math.h>

#include <fontconfig/fontconfig.h>
#include <hpdf.h>

#include "tests/bench/makers.h"

typedef struct {
  char *file;
  int   index;
} Source;

static void
abort_on_error (HPDF_STATUS code, HPDF_STATUS detail, void *data)
{
  g_error ("libharu reports 0x%04lX (%lu)", code, detail);
}

static void
find_file (const FaceName *face, Source *source)
{
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, face->family, FC_WEIGHT, FcTypeInteger,
                                      face->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, NULL);
  FcResult result;
  FcPattern *found;
  FcChar8 *file;

  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  found = FcFontMatch (NULL, wanted, &result);
  if (found == NULL || FcPatternGetString (found, FC_FILE, 0, &file) != FcResultMatch
      || FcPatternGetInteger (found, FC_INDEX, 0, &source->index) != FcResultMatch)
    g_error ("There is no font %s", face->family);
  source->file = g_strdup ((const char *) file);
  FcPatternDestroy (found);
  FcPatternDestroy (wanted);
}

static gpointer
open_sources (void)
{
  Source *sources = g_new0 (Source, QUAN_N_FACES);

  for (int i = 0; i < QUAN_N_FACES; i++)
    if (face_names[i].family != NULL)
      find_file (&face_names[i], &sources[i]);
  return sources;
}

static void
load_fonts (HPDF_Doc doc, const Source *sources, HPDF_Font fonts[QUAN_N_FACES])
{
  for (int i = 0; i < QUAN_N_FACES; i++) {
    const char *name;

    if (sources[i].file == NULL)
      continue;
    name = g_str_has_suffix (sources[i].file, ".ttc")
             ? HPDF_LoadTTFontFromFile2 (doc, sources[i].file, sources[i].index, HPDF_TRUE)
             : HPDF_LoadTTFontFromFile (doc, sources[i].file, HPDF_TRUE);
    fonts[i] = HPDF_GetFont (doc, name, "UTF-8");
  }
}

static void
draw_text (HPDF_Page page, HPDF_Font font, const RecordedOp *op, const char *text)
{
  double radians = op->angle * G_PI / 180, cosine = cos (radians), sine = sin (radians);

  HPDF_Page_SetRGBFill (page, op->ink.r, op->ink.g, op->ink.b);
  if (op->bold) {
    HPDF_Page_SetRGBStroke (page, op->edge.r, op->edge.g, op->edge.b);
    HPDF_Page_SetLineWidth (page, op->weight * op->size);
  }
  HPDF_Page_BeginText (page);
  HPDF_Page_SetFontAndSize (page, font, op->size);
  HPDF_Page_SetCharSpace (page, op->spacing);
  HPDF_Page_SetTextRenderingMode (page, op->bold ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
  HPDF_Page_SetTextMatrix (page, cosine, sine, -sine, cosine, op->x, QUAN_A4_HEIGHT - op->y);
  HPDF_Page_ShowText (page, text);
  HPDF_Page_EndText (page);
}

static void
trace (HPDF_Page page, const QuanPathStep *step)
{
  const double top = QUAN_A4_HEIGHT;

  switch (step->kind) {
  case QUAN_PATH_MOVE:
    HPDF_Page_MoveTo (page, step->x, top - step->y);
    break;
  case QUAN_PATH_LINE:
    HPDF_Page_LineTo (page, step->x, top - step->y);
    break;
  case QUAN_PATH_CURVE:
    HPDF_Page_CurveTo (page, step->x1, top - step->y1, step->x2, top - step->y2, step->x, top - step->y);
    break;
  case QUAN_PATH_CLOSE:
    HPDF_Page_ClosePath (page);
    break;
  }
}

static void
draw_path (HPDF_Page page, const RecordedOp *op, const QuanPathStep *steps)
{
  const QuanPaint *paint = &op->paint;
  HPDF_UINT16 dash[] = {paint->dash};

  HPDF_Page_SetRGBFill (page, paint->fill.r, paint->fill.g, paint->fill.b);
  if (paint->width > 0) {
    HPDF_Page_SetRGBStroke (page, paint->ink.r, paint->ink.g, paint->ink.b);
    HPDF_Page_SetLineWidth (page, paint->width);
    HPDF_Page_SetDash (page, paint->dash > 0 ? dash : NULL, paint->dash > 0 ? 1 : 0, 0);
  }
  for (guint i = 0; i < op->count; i++)
    trace (page, &steps[i]);
  if (paint->filled && paint->width > 0)
    HPDF_Page_FillStroke (page);
  else if (paint->filled)
    HPDF_Page_Fill (page);
  else
    HPDF_Page_Stroke (page);
}

static GBytes *
save (HPDF_Doc doc)
{
  HPDF_UINT32 size;
  guint8 *data;

  HPDF_SaveToStream (doc);
  size = HPDF_GetStreamSize (doc);
  data = g_malloc (size);
  HPDF_ReadFromStream (doc, data, &size);
  return g_bytes_new_take (data, size);
}

static GBytes *
make (gpointer kept, const Job *job)
{
  const Recording *recording = &job->recording;
  HPDF_Doc doc = HPDF_New (abort_on_error, NULL);
  HPDF_Font fonts[QUAN_N_FACES];
  HPDF_Page page = NULL;
  guint n_pages = 0;
  GBytes *pdf;

  HPDF_SetCompressionMode (doc, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings (doc);
  HPDF_SetPagesConfiguration (doc, 64);
  load_fonts (doc, kept, fonts);
  for (guint i = 0; i < recording->n_ops; i++) {
    const RecordedOp *op = &recording->ops[i];

    for (; n_pages <= op->page; n_pages++) {
      page = HPDF_AddPage (doc);
      HPDF_Page_SetSize (page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
    }
    if (op->kind == QUAN_OP_TEXT)
      draw_text (page, fonts[op->face], op, recording->text + op->first);
    else
      draw_path (page, op, recording->steps + op->first);
  }
  pdf = save (doc);
  HPDF_Free (doc);
  return pdf;
}

static void
close_sources (gpointer kept)
{
  Source *sources = kept;

  for (int i = 0; i < QUAN_N_FACES; i++)
    g_free (sources[i].file);
  g_free (sources);
}

const Maker maker_haru = {"libharu", open_sources, make, close_sources};
