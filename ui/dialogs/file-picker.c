#include "ui/dialogs/file-picker.h"

#include <glib/gi18n-lib.h>

/* One chooser on the screen. */
typedef struct {
  GtkFileChooserNative *chooser;
  GtkWidget *widget; /* NULL once it is gone */
  QuanFilesFunc func;
  gpointer data;
} Pick;

/* The folder chosen last in this run, NULL before the first choice. */
static GFile *last_folder;

char *
quan_file_name_clean (const char *name)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_iscntrl (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
      g_string_append_c (clean, '_');
    else
      g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL)
    g_set_object (&last_folder, folder);
}

static GPtrArray *
chosen_paths (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    char *path = g_file_get_path (file);

    if (path == NULL)
      continue;
    remember_folder (file);
    g_ptr_array_add (paths, path);
  }
  return paths;
}

static void
on_response (GtkNativeDialog *dialog, int response, Pick *pick)
{
  if (response == GTK_RESPONSE_ACCEPT && pick->widget != NULL) {
    g_autoptr (GPtrArray) paths = chosen_paths (GTK_FILE_CHOOSER (dialog));

    if (paths->len > 0) {
      g_ptr_array_add (paths, NULL);
      pick->func ((const char *const *) paths->pdata, pick->data);
    }
  }
  g_clear_weak_pointer (&pick->widget);
  g_object_unref (pick->chooser);
  g_free (pick);
}

/* A filter for the endings, in small letters and capitals, and one for all files. */
static void
add_filters (GtkFileChooser *chooser, const QuanFileRequest *request)
{
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (wanted, request->kind);
  for (gsize i = 0; request->suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (wanted, request->suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, wanted);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
pick (GtkWidget *widget, const QuanFileRequest *request, GtkFileChooserAction action, gboolean several,
      QuanFilesFunc func, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      request->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, request->accept, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  Pick *picked = g_new0 (Pick, 1);

  *picked = (Pick){ native, NULL, func, data };
  g_set_weak_pointer (&picked->widget, widget);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, several);
  if (request->kind != NULL)
    add_filters (chooser, request);
  if (last_folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, last_folder, NULL);
  if (request->name != NULL)
    gtk_file_chooser_set_current_name (chooser, request->name);
  g_signal_connect (native, "response", G_CALLBACK (on_response), picked);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
quan_pick_file (GtkWidget *widget, const QuanFileRequest *request, QuanFilesFunc func, gpointer data)
{
  pick (widget, request, GTK_FILE_CHOOSER_ACTION_OPEN, FALSE, func, data);
}

void
quan_pick_files (GtkWidget *widget, const QuanFileRequest *request, QuanFilesFunc func, gpointer data)
{
  pick (widget, request, GTK_FILE_CHOOSER_ACTION_OPEN, TRUE, func, data);
}

void
quan_pick_target (GtkWidget *widget, const QuanFileRequest *request, QuanFilesFunc func, gpointer data)
{
  pick (widget, request, GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, func, data);
}
