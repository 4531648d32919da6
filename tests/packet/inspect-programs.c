#include "tests/packet/inspect.h"

#include <string.h>

const char *const inspect_extractors[] = {
  [INSPECT_PDFTOTEXT] = "pdftotext", [INSPECT_MUTOOL] = "mutool", [INSPECT_GHOSTSCRIPT] = "ghostscript",
};

static void
complain (InspectDocument *document, const char *program, const char *said)
{
  g_autofree char *text = g_strndup (said, 500);

  g_ptr_array_add (document->complaints, g_strdup_printf ("%s says: %s", program, g_strstrip (text)));
}

char *
inspect_run (InspectDocument *document, const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  char *output;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &said, &status, &error);
  g_assert_no_error (error);
  if (*said != '\0')
    complain (document, command[0], said);
  if (!g_spawn_check_wait_status (status, &error))
    complain (document, command[0], error->message);
  return output;
}

/* Takes pages parted by form feeds, one behind the last page too, into the document. */
static void
keep_text (InspectDocument *document, InspectExtractor extractor, const char *text)
{
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  document->texts[extractor] = g_new0 (char *, document->n_pages + 1);
  for (guint i = 0; i < document->n_pages; i++)
    document->texts[extractor][i] = inspect_dense (i < g_strv_length (pages) ? pages[i] : "");
}

static void
extract (InspectDocument *document, InspectExtractor extractor, const char *const *command)
{
  g_autofree char *text = inspect_run (document, command);

  keep_text (document, extractor, text);
}

/* Ghostscript parts no pages, but writes each to a file of its own. */
static void
extract_ghostscript (InspectDocument *document)
{
  g_autofree char *pattern = g_strconcat (document->folder, "/page-%d.txt", NULL);
  g_autofree char *target = g_strconcat ("-sOutputFile=", pattern, NULL);
  const char *const command[] = {"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=txtwrite", target,
                                 document->path, NULL};
  g_autofree char *said = inspect_run (document, command);
  g_autoptr (GString) whole = g_string_new (NULL);

  if (*said != '\0')
    complain (document, command[0], said);
  for (guint i = 0; i < document->n_pages; i++) {
    g_autofree char *path = g_strdup_printf ("%s/page-%u.txt", document->folder, i + 1);
    g_autofree char *text = NULL;

    if (g_file_get_contents (path, &text, NULL, NULL))
      g_string_append (whole, text);
    g_string_append_c (whole, '\f');
  }
  keep_text (document, INSPECT_GHOSTSCRIPT, whole->str);
}

void
inspect_run_programs (InspectDocument *document)
{
  const char *const pdftotext[] = {"pdftotext", "-raw", document->path, "-", NULL};
  const char *const mutool[] = {"mutool", "draw", "-N", "-q", "-F", "text", "-o", "-", document->path, NULL};
  const char *const pdfinfo[] = {"pdfinfo", document->path, NULL};
  const char *const qpdf[] = {"qpdf", "--check", document->path, NULL};
  g_autofree char *about = NULL, *checked = NULL;

  extract (document, INSPECT_PDFTOTEXT, pdftotext);
  extract (document, INSPECT_MUTOOL, mutool);
  extract_ghostscript (document);
  about = inspect_run (document, pdfinfo);
  checked = inspect_run (document, qpdf);
  if (strstr (checked, "No syntax or stream encoding errors found") == NULL)
    complain (document, qpdf[0], checked);
}
