/* The inside of the previewer, shared by the sources that make it. */
#pragma once
#include "ui/preview-cache.h"
#include "ui/preview.h"

typedef enum { QUAN_ZOOM_HEIGHT, QUAN_ZOOM_WIDTH, QUAN_ZOOM_PER_CENT } QuanZoom;

struct _QuanPreviewer {
  GtkWidget         parent_instance;
  QuanPdf          *pdf;       /* or NULL */
  char            **names;     /* of its parts, or NULL */
  guint             page;
  QuanZoom              zoom;
  int               per_cent;  /* of the true size, where zoom is QUAN_ZOOM_PER_CENT */
  QuanPreviewCache *cache;
  guint             updating;  /* source, 0 if none */
  double            wheel;     /* turned at the edge of a page, in notches */

  GtkWidget        *bar, *number, *before, *after, *title, *zoom_button, *stack, *message, *scroller, *paper;
};

/* Shows the page, or the message where there is none. */
void quan_previewer_show (QuanPreviewer *self);
GtkAdjustment *quan_previewer_vertical (QuanPreviewer *self);
/* The size of the page on the screen, per cent of its true size. */
int quan_previewer_shown_per_cent (QuanPreviewer *self);

/* The actions "preview.…". */
void quan_previewer_install_actions (GtkWidgetClass *widget_class);
/* The wheel scrolls a page that is larger than the window; at its edges, and with Ctrl, it turns pages and zooms. */
gboolean quan_previewer_scrolled (QuanPreviewer *self, double dx, double dy, GtkEventController *controller);
