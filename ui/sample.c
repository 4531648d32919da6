#include "ui/sample.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "quan-resources.h"
#include "ui/places.h"

#define SAMPLE "/io/github/quan/Quan/sample/sample.json"

gboolean
quan_sample_is_open (QuanOffice *office)
{
  g_autofree char *path = quan_sample_store ();

  return g_strcmp0 (quan_office_path (office), path) == 0;
}

/* Removes what is in a folder, then the folder. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

void
quan_sample_remove (void)
{
  g_autofree char *store = quan_sample_store ();
  g_autofree char *folder = g_path_get_dirname (store);

  remove_folder (folder);
}

/* The sample's workspace as a file beside its store, for the import. Free with g_free. */
static char *
write_workspace (GError **error)
{
  g_autofree char *store = quan_sample_store ();
  g_autofree char *folder = g_path_get_dirname (store);
  g_autofree char *path = g_build_filename (folder, "sample.json", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quan_resources_get_resource (), SAMPLE, 0, error);

  if (bytes == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT, _("The folder %s cannot be made: %s."), folder,
                 g_strerror (errno));
    return NULL;
  }
  return quan_file_replace (path, bytes, error) ? g_steal_pointer (&path) : NULL;
}

static gpointer
fill (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = write_workspace (error);
  QuanImport import = { 0 };

  if (path != NULL)
    quan_desk_import (desk, path, FALSE, &import, error);
  quan_import_clear (&import);
  return NULL;
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QuanOffice *office = QUAN_OFFICE (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (office, result, &error);
  if (error != NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  quan_office_set_as_of (office, quan_date_parse_iso (QUAN_SAMPLE_DAY));
  quan_office_act (office, fill, NULL, NULL, NULL, NULL, filled_cb, g_steal_pointer (&task));
}

void
quan_sample_open (QuanOffice *office, GAsyncReadyCallback callback, gpointer data)
{
  g_autofree char *path = quan_sample_store ();

  g_return_if_fail (QUAN_IS_OFFICE (office));

  quan_office_close (office);
  quan_sample_remove ();
  quan_office_open (office, path, opened_cb, g_task_new (office, NULL, callback, data));
}
