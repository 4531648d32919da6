/* What a canvas holds, flattened for programs that draw it with other libraries: the same pieces of text at the same
 * places in the same faces, the same paths, in the same order. One block of bytes without pointers, to be kept in a file. */
#pragma once
#include "core/packet/canvas.h"

/* A piece of text of one face, or a path. */
typedef struct {
  guint32   page;
  guint32   kind;                    /* QuanOpKind */
  guint32   face, bold;              /* of text: QuanFace, and whether a line of style.weight is stroked around it */
  double    x, y, angle;             /* as in QuanOp */
  double    size, spacing, weight;   /* as in QuanTextStyle */
  QuanInk   ink, edge;
  QuanPaint paint;
  guint32   first, count;            /* into the text, bytes with the final 0; or into the steps */
} RecordedOp;

typedef struct {
  GBytes             *bytes;
  guint32             n_pages, n_ops, n_steps;
  const RecordedOp   *ops;
  const QuanPathStep *steps;
  const char         *text;
} Recording;

/* Free both with recording_clear. */
Recording recording_of (const QuanCanvas *canvas);
Recording recording_read (GBytes *bytes);
void      recording_clear (Recording *recording);
/* How many different visible characters its text has. */
guint     recording_n_characters (const Recording *recording);
