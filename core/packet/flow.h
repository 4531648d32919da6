/* Where the next thing goes on the pages: a column of content that continues from page to page. */
#pragma once
#include "core/packet/canvas.h"

typedef struct QuanFlow QuanFlow;
struct QuanFlow {
  QuanCanvas *canvas;
  double      left, width;  /* of the column, pt */
  double      top, bottom;  /* of the column on the current page; top is where turn left y */
  double      y;            /* where the next thing goes */
  void      (*turn) (QuanFlow *flow);  /* adds a page and sets top and y */
  gpointer    data;         /* the caller's, for turn */
};

/* Whether nothing stands on the current page yet. */
gboolean quan_flow_at_top (const QuanFlow *flow);
double   quan_flow_room (const QuanFlow *flow);
/* Turns the page if height does not fit on it any more; TRUE if it was turned. */
gboolean quan_flow_need (QuanFlow *flow, double height);
/* Turns the page. */
void     quan_flow_turn (QuanFlow *flow);
