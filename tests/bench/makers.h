/* Programs that make the same PDF from the same content. Each keeps what a good program keeps from one document to the
 * next, and nothing of the document. */
#pragma once
#include "core/packet/draw.h"
#include "tests/bench/documents.h"
#include "tests/bench/recording.h"

/* What is made: Quan lays the document out, its peers draw what was recorded of that layout. */
typedef struct {
  const Document *document;
  Recording       recording;
} Job;

typedef struct {
  const char *id;
  gpointer  (*open) (void);                             /* what is kept between documents; aborts on failure */
  GBytes   *(*make) (gpointer kept, const Job *job);    /* the PDF; aborts on failure */
  void      (*close) (gpointer kept);
} Maker;

extern const Maker maker_quan, maker_cairo, maker_cairo_bold, maker_haru;

/* Quan's steps apart; kept is what maker_quan opened. */
QuanCanvas  *quan_step_lay_out (gpointer kept, const Document *document);
QuanDrawing *quan_step_draw (const QuanCanvas *canvas);
GBytes      *quan_step_finish (const QuanCanvas *canvas, const QuanDrawing *drawing);

/* The font families of the faces, for the peers; NULL where others stand in. */
typedef struct {
  const char *family;
  gboolean    bold;
} FaceName;
extern const FaceName face_names[QUAN_N_FACES];
