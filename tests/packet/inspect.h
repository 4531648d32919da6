/* A finished document as other programs see it: what they extract, where they put each character, what they paint. */
#pragma once
#include <glib.h>
#include <poppler.h>

/* Programs that take the text out of a document, and libraries that place and paint its characters. */
typedef enum { INSPECT_PDFTOTEXT, INSPECT_MUTOOL, INSPECT_GHOSTSCRIPT, INSPECT_N_EXTRACTORS } InspectExtractor;
typedef enum { INSPECT_POPPLER, INSPECT_MUPDF, INSPECT_N_READERS } InspectReader;
extern const char *const inspect_extractors[INSPECT_N_EXTRACTORS];
extern const char *const inspect_readers[INSPECT_N_READERS];

/* Dots an inch of the rasters: the hairlines of small Song still leave ink. */
#define INSPECT_DPI 144

/* A character where a reader puts it; pt, origin at the top left corner of the page, y downwards. */
typedef struct {
  gunichar c;
  double   x1, y1, x2, y2;
  double   size;
  double   light;  /* of its colour: 0 black, 1 white */
} InspectCharacter;

typedef struct {
  guint8 *pixels;  /* grey, 0 black */
  int     width, height;
} InspectRaster;

typedef struct {
  char            *folder, *path;                /* the document as a file, and what the programs made of it */
  GBytes          *pdf;
  PopplerDocument *poppler;
  guint            n_pages;
  char           **texts[INSPECT_N_EXTRACTORS];  /* of each page, without white space */
  GPtrArray       *characters[INSPECT_N_READERS];/* of each page, a GArray of InspectCharacter, blanks left out */
  GMappedFile     *greymaps;                     /* the pages as MuPDF paints them */
  gsize           *offsets;                      /* of each page's greymap in the file */
  GPtrArray       *complaints;                   /* of char *: whatever any of the programs said of the document */
} InspectDocument;

/* Has every program look at a PDF. Aborts the test where a program is missing or the PDF cannot be opened at all.
 * Free with inspect_document_free. */
InspectDocument *inspect_document_new (GBytes *pdf);
void             inspect_document_free (InspectDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InspectDocument, inspect_document_free)

/* Text as it is compared: without white space, nor what leaves no mark. Free with g_free. */
char *inspect_dense (const char *text);

/* A page painted by a reader. Free with inspect_raster_free. */
InspectRaster *inspect_raster_new (const InspectDocument *document, InspectReader reader, guint page);
void           inspect_raster_free (InspectRaster *raster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InspectRaster, inspect_raster_free)

/* The parts of inspect_document_new, one a library or program; each adds to the document. */
void inspect_run_programs (InspectDocument *document);
void inspect_read_poppler (InspectDocument *document);
void inspect_read_mupdf (InspectDocument *document);
InspectRaster *inspect_paint_poppler (const InspectDocument *document, guint page);
InspectRaster *inspect_paint_mupdf (const InspectDocument *document, guint page);

/* What a program prints; what it prints of errors, or its status if that is not 0, becomes a complaint. Free with
 * g_free. */
char *inspect_run (InspectDocument *document, const char *const *command);
