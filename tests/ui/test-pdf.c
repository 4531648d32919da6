/* PDFs as the window reads them, against what poppler's own programs say of the same file. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/error.h"
#include "tests/core/desk-fixture.h"
#include "ui/pdf.h"

static GBytes *
sample_packet (const StorePlace *place)
{
  g_autoptr (QuanDesk) desk = desk_with_claims (place, "2024-03-08", "[]");
  g_autoptr (GError) error = NULL;
  gboolean ready;
  GBytes *bytes = quan_desk_claim_packet (desk, NULL, DESK_CONTRACT, NULL, &ready, &error);

  g_assert_no_error (error);
  return bytes;
}

/* What a program prints; it must do well. Free with g_free. */
static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

static void
assert_pages (QuanPdf *pdf, const char *path)
{
  g_autofree char *info = run ((const char *const[]) { "pdfinfo", path, NULL });
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);
  g_assert_cmpuint (quan_pdf_n_pages (pdf), ==, strtoul (pages + strlen ("Pages:"), NULL, 10));
}

/* The first page as pdftoppm paints it, 100 pixels an inch: as large, and as dark within the rounding of edges. */
static void
assert_picture (QuanPdf *pdf, const char *path, const StorePlace *place)
{
  g_autofree char *stem = g_build_filename (place->folder, "page", NULL), *file = g_strconcat (stem, ".ppm", NULL);
  g_autofree char *output = run ((const char *const[]) { "pdftoppm", "-r", "100", "-f", "1", "-singlefile", path, stem, NULL });
  g_autofree char *ppm = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  guint64 ours = 0, theirs = 0;
  int width, height, start;
  gsize length;

  g_assert_true (g_file_get_contents (file, &ppm, &length, NULL));
  g_assert_cmpint (sscanf (ppm, "P6 %d %d 255%n", &width, &height, &start), ==, 2);
  texture = quan_pdf_render (pdf, 0, width, height);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
  pixels = g_malloc ((gsize) width * height * 4);
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * height; i++) {
    ours += 255 - pixels[4 * i + 1];
    theirs += 255 - (guchar) ppm[start + 1 + 3 * i + 1];
  }
  g_assert_cmpuint (theirs, >, 100000);
  g_assert_cmpuint (ours, >, theirs * 9 / 10);
  g_assert_cmpuint (ours, <, theirs * 11 / 10);
  g_remove (file);
}

static void
test_packet (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (GBytes) bytes = sample_packet (&place);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanPdf) pdf = quan_pdf_new (bytes, &error);
  g_autofree char *path = g_build_filename (place.folder, "packet.pdf", NULL), *title = NULL;
  const GArray *parts;
  double width, height;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  assert_pages (pdf, path);
  quan_pdf_page_size (pdf, 0, &width, &height);
  g_assert_cmpint ((int) width, ==, 595);
  g_assert_cmpint ((int) height, ==, 841);
  parts = quan_pdf_parts (pdf);
  g_assert_cmpuint (parts->len, ==, 13);
  g_assert_cmpstr (g_array_index (parts, QuanPdfPart, 0).title, ==, "封面");
  g_assert_cmpstr (g_array_index (parts, QuanPdfPart, 3).title, ==, "申领表");
  g_assert_cmpint (quan_pdf_part_at (pdf, g_array_index (parts, QuanPdfPart, 3).first), ==, 3);
  title = quan_pdf_page_title (pdf, g_array_index (parts, QuanPdfPart, 3).first, NULL);
  g_assert_cmpstr (title, ==, "申领表");
  assert_picture (pdf, path, &place);
  g_remove (path);
}

/* What is no PDF is refused in words, and never shown. */
static void
test_refusals (void)
{
  static const char *const texts[] = { "no document at all", "%PDF-1.7\n%%EOF\n", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
    g_autoptr (GError) error = NULL;

    g_assert_null (quan_pdf_new (bytes, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  }
}

int
main (int argc, char **argv)
{
  StorePlace home;
  int status;

  g_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  g_test_add_func ("/pdf/packet", test_packet);
  g_test_add_func ("/pdf/refusals", test_refusals);
  status = g_test_run ();
  store_place_clear (&home);
  return status;
}
