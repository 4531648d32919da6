/* The preview by its actions: pages turn, sizes follow, and what is shown is the picture of that page. */
#include "tests/ui/packet-window.h"
#include "ui/preview.h"
#include "ui/preview-paper.h"

static void
act (PacketWindow *window, QuanPreviewer *preview, const char *action, const char *argument)
{
  if (argument != NULL)
    gtk_widget_activate_action (GTK_WIDGET (preview), action, "s", argument);
  else
    gtk_widget_activate_action (GTK_WIDGET (preview), action, NULL);
  packet_window_settle (window);
}

static void
assert_picture (QuanPreviewer *preview)
{
  QuanPdf *pdf = quan_previewer_get_pdf (preview);
  GtkWidget *paper = find_widget (GTK_WIDGET (preview), QUAN_TYPE_PREVIEW_PAPER);
  GdkTexture *shown = quan_preview_paper_get_texture (QUAN_PREVIEW_PAPER (paper));
  int width = gtk_widget_get_width (paper), height = gtk_widget_get_height (paper);
  g_autoptr (GdkTexture) expected = quan_pdf_render (pdf, quan_previewer_get_page (preview), width, height);
  gsize size = (gsize) width * height * 4;
  g_autofree guchar *a = g_malloc (size), *b = g_malloc (size);

  g_assert_true (shown == quan_previewer_get_texture (preview));
  g_assert_cmpint (gdk_texture_get_width (shown), ==, width);
  g_assert_cmpint (gdk_texture_get_height (shown), ==, height);
  gdk_texture_download (shown, a, width * 4);
  gdk_texture_download (expected, b, width * 4);
  g_assert_cmpmem (a, size, b, size);
}

static void
test_turning (void)
{
  PacketWindow window;
  QuanPreviewer *preview;
  guint n;

  packet_window_open (&window, "HT-2025-001", "2025-10-28");
  preview = QUAN_PREVIEWER (find_widget (GTK_WIDGET (window.page), QUAN_TYPE_PREVIEWER));
  n = quan_pdf_n_pages (quan_previewer_get_pdf (preview));
  g_assert_cmpuint (quan_previewer_get_page (preview), ==, 0);
  assert_picture (preview);
  act (&window, preview, "preview.previous", NULL);
  g_assert_cmpuint (quan_previewer_get_page (preview), ==, 0);
  act (&window, preview, "preview.next", NULL);
  g_assert_cmpuint (quan_previewer_get_page (preview), ==, 1);
  assert_picture (preview);
  act (&window, preview, "preview.last", NULL);
  g_assert_cmpuint (quan_previewer_get_page (preview), ==, n - 1);
  assert_picture (preview);
  act (&window, preview, "preview.next", NULL);
  g_assert_cmpuint (quan_previewer_get_page (preview), ==, n - 1);
  act (&window, preview, "preview.first", NULL);
  g_assert_cmpuint (quan_previewer_get_page (preview), ==, 0);
  packet_window_close (&window);
}

static int
paper_width (QuanPreviewer *preview)
{
  return gtk_widget_get_width (find_widget (GTK_WIDGET (preview), QUAN_TYPE_PREVIEW_PAPER));
}

static void
test_zooming (void)
{
  PacketWindow window;
  QuanPreviewer *preview;
  int fitting;

  packet_window_open (&window, "HT-2025-001", "2025-10-28");
  preview = QUAN_PREVIEWER (find_widget (GTK_WIDGET (window.page), QUAN_TYPE_PREVIEWER));
  fitting = paper_width (preview);
  act (&window, preview, "preview.zoom", "100");
  g_assert_cmpint (paper_width (preview), ==, 794);
  assert_picture (preview);
  act (&window, preview, "preview.zoom-in", NULL);
  g_assert_cmpint (paper_width (preview), ==, 992);
  assert_picture (preview);
  act (&window, preview, "preview.zoom-out", NULL);
  g_assert_cmpint (paper_width (preview), ==, 794);
  act (&window, preview, "preview.zoom", "width");
  g_assert_cmpint (paper_width (preview), ==, gtk_widget_get_width (GTK_WIDGET (preview)) - 36);
  assert_picture (preview);
  act (&window, preview, "preview.zoom", "height");
  g_assert_cmpint (paper_width (preview), ==, fitting);
  packet_window_close (&window);
}

int
main (int argc, char **argv)
{
  StorePlace home = desk_home_new ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/previewer/turning", test_turning);
  g_test_add_func ("/previewer/zooming", test_zooming);
  status = g_test_run ();
  store_place_clear (&home);
  return status;
}
