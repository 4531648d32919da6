/* The sheet of paper in a preview: a picture of a page at exactly its own pixels, or blank while it is being painted. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_PREVIEW_PAPER (quan_preview_paper_get_type ())
G_DECLARE_FINAL_TYPE (QuanPreviewPaper, quan_preview_paper, QUAN, PREVIEW_PAPER, GtkWidget)

/* The size of the sheet in the window's units. */
void        quan_preview_paper_set_size (QuanPreviewPaper *paper, int width, int height);
/* The picture, NULL for blank. */
void        quan_preview_paper_set_texture (QuanPreviewPaper *paper, GdkTexture *texture);
GdkTexture *quan_preview_paper_get_texture (QuanPreviewPaper *paper);

/* Keys for turning pages and zooming, which activate the actions of the previewer around the widget. */
void quan_preview_install_keys (GtkWidgetClass *widget_class);
