/* What is being typed: noted at each key, and taken as an entry should the program have ended without warning. */
#include "core/desk/preparation-private.h"

#include "core/store/note.h"

gboolean
quan_desk_note (QuanDesk *desk, gint64 id, const char *path, const char *text, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);

  return store != NULL && quan_store_note (store, id, path, text, error);
}

gboolean
quan_desk_recover (QuanDesk *desk, gint64 id, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autofree char *path = NULL, *text = NULL;

  if (store == NULL || !quan_store_noted (store, id, &path, &text, error))
    return FALSE;
  return path == NULL || quan_desk_enter (desk, id, path, text, error);
}
