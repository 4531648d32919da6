/* quan: the window. */
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "app/application.h"
#include "app/language.h"
#include "ui/settings.h"

/* What the command line asks for. */
typedef struct {
  gboolean version;
  char   **files;
} Options;

static gboolean
read_options (int *argc, char ***argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Show the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_("[STORE]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("Claims compute vouchers: from the contract to the packet that is filed."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (options->files == NULL || options->files[0] == NULL || options->files[1] == NULL)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("One store can be opened at a time, not “%s” too."),
               options->files[1]);
  return FALSE;
}

int
main (int argc, char **argv)
{
  Options options = { FALSE, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (QuanApplication) application = NULL;
  g_auto (GStrv) files = NULL;

  language_begin (argv[0]);
  if (!read_options (&argc, &argv, &options, &error)) {
    g_printerr ("quan: %s\n", error->message);
    return 2;
  }
  files = options.files;
  if (options.version) {
    printf ("quan %s\n", QUAN_VERSION);
    return 0;
  }
  settings = quan_settings_new (&error);
  if (settings == NULL) {
    g_printerr ("quan: %s\n", error->message);
    return 1;
  }
  application = quan_application_new (settings, files != NULL ? files[0] : NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
