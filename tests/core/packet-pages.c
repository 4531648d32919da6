#include "tests/core/packet-pages.h"

#include <string.h>

#include <glib/gstdio.h>

char **
packet_pages (const QuanPacket *packet)
{
  g_autofree char *folder = g_dir_make_tmp ("quan-packet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "packet.pdf", NULL);
  g_autofree char *text = NULL, *complaints = NULL;
  const char *const command[] = {"pdftotext", "-raw", path, "-", NULL};
  GString *dense = g_string_new (NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (packet->pdf, &length);
  char **pages;
  int status;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, &complaints,
                               &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpstr (complaints, ==, "");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\f' || !g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (dense, g_utf8_get_char (p));
  pages = g_strsplit (dense->str, "\f", -1);
  g_string_free (dense, TRUE);
  g_remove (path);
  g_rmdir (folder);
  return pages;
}

/* The texts of a list of what a case expects are there, or are not. */
static void
assert_texts (const char *id, const json_t *expect, const char *key, const char *whole, gboolean there)
{
  const json_t *texts = json_object_get (expect, key);

  for (size_t i = 0; i < json_array_size (texts); i++) {
    const char *text = json_string_value (json_array_get (texts, i));

    if ((strstr (whole, text) != NULL) != there)
      g_error ("%s: %s should %sbe in the packet", id, text, there ? "" : "not ");
  }
}

/* What every page says of itself: its number, that it is a template, whether it is a draft, and "every_page". */
static void
assert_frames (const QuanPacket *packet, char **pages, const json_t *expect)
{
  for (guint i = 0; i < packet->n_pages; i++) {
    g_autofree char *number = g_strdup_printf ("第%u页共%u页", i + 1, packet->n_pages);

    g_assert_nonnull (strstr (pages[i], number));
    g_assert_nonnull (strstr (pages[i], "参考格式，以平台模板为准"));
    g_assert_cmpint (strstr (pages[i], "草稿") != NULL, ==, !packet->ready);
    assert_texts ("every page", expect, "every_page", pages[i], TRUE);
  }
}

void
packet_assert_case (const json_t *golden, const QuanPacket *packet)
{
  const json_t *expect = json_object_get (golden, "expect");
  const char *id = json_string_value (json_object_get (golden, "id"));
  g_auto (GStrv) pages = packet_pages (packet);
  g_autofree char *whole = g_strjoinv ("", pages);

  g_assert_cmpint (packet->ready, ==, json_is_true (json_object_get (expect, "ready")));
  assert_frames (packet, pages, expect);
  assert_texts (id, expect, "contains", whole, TRUE);
  assert_texts (id, expect, "lacks", whole, FALSE);
}
