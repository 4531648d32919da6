/* What is being typed: noted at each key, and taken as an entry should the program have ended without warning. */
#include "core/desk/preparation-private.h"

#include "core/store/note.h"

gboolean
quan_desk_note (QuanDesk *desk, gint64 id, const char *path, const char *text, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);

  return store != NULL && quan_store_note (store, id, path, text, error);
}

/* Enters the first note there is; *more says whether there was one. A note that cannot be entered, because its claim has been
 * submitted since, is forgotten. */
static gboolean
recover_one (QuanDesk *desk, QuanStore *store, gboolean *more, GError **error)
{
  g_autofree char *path = NULL, *text = NULL;
  gint64 id;

  if (!quan_store_noted (store, &id, &path, &text, error))
    return FALSE;
  *more = path != NULL;
  if (path == NULL || quan_desk_enter (desk, id, path, text, NULL))
    return TRUE;
  return quan_store_forget_note (store, id, error);
}

gboolean
quan_desk_recover (QuanDesk *desk, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  gboolean more = TRUE;

  while (store != NULL && more)
    if (!recover_one (desk, store, &more, error))
      return FALSE;
  return store != NULL;
}
