#include "app/session.h"

#include <string.h>

#include "core/base/file.h"

static void
remark_all (const Session *session, const GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    session_remark (session, "%s", (const char *) sentences->pdata[i]);
}

QuanDesk *
session_desk (Session *session, gboolean create, GError **error)
{
  const Arguments *arguments = session->arguments;
  QuanDeskOptions desk_options = {
    .store_path = session->store,
    .create = create,
    .wait_seconds = arguments->wait,
    .as_of = session->as_of,
    .policy = arguments->policy,
    .readings = (const char *const *) arguments->readings->pdata,
  };

  session->desk = quan_desk_open (&desk_options, error);
  if (session->desk != NULL)
    remark_all (session, quan_desk_warnings (session->desk));
  return session->desk;
}

QuanPackShelf *
session_shelf (const Session *session)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  QuanPackShelf *shelf = quan_pack_shelf_new (warnings);

  remark_all (session, warnings);
  return shelf;
}

void
session_remark (const Session *session, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (session->arguments->quiet)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("quanctl: %s\n", text);
}

gboolean
session_save_as (Session *session, const char *file, GBytes *bytes, GError **error)
{
  if (strcmp (file, "-") != 0)
    return quan_file_replace (file, bytes, error);
  g_string_append_len (session->output->text, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return output_flush (session->output, error);
}

gboolean
session_save (Session *session, GBytes *bytes, GError **error)
{
  return session_save_as (session, session->arguments->output, bytes, error);
}
