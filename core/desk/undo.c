/* Undo and redo: the acts of the session, each by its number in the journal. */
#include "core/desk/desk-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/undo.h"

gboolean
quan_desk_commit (QuanDesk *desk, GError **error)
{
  gint64 act = quan_store_current_act (desk->store);
  gboolean done = quan_store_commit (desk->store, error);

  quan_desk_forget (desk);
  if (done && quan_store_last_act (desk->store) == act) {
    g_array_append_val (desk->done, act);
    g_array_set_size (desk->undone, 0);
  }
  return done;
}

gboolean
quan_desk_can_undo (const QuanDesk *desk)
{
  return desk->done->len > 0;
}

gboolean
quan_desk_can_redo (const QuanDesk *desk)
{
  return desk->undone->len > 0;
}

/* Takes the last act of one list back; the act that does so goes to the end of the other. */
static gboolean
turn_back (QuanDesk *desk, GArray *from, GArray *to, const char *word, char **subject, GError **error)
{
  gint64 act = g_array_index (from, gint64, from->len - 1);

  act = quan_store_undo (desk->store, act, word, subject, error);
  quan_desk_forget (desk);
  if (act == 0)
    return FALSE;
  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, act);
  return TRUE;
}

gboolean
quan_desk_undo (QuanDesk *desk, char **subject, GError **error)
{
  if (quan_desk_can_undo (desk))
    return turn_back (desk, desk->done, desk->undone, QUAN_UNDO_WORD, subject, error);
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("Nothing was done that could be undone."));
  return FALSE;
}

gboolean
quan_desk_redo (QuanDesk *desk, char **subject, GError **error)
{
  if (quan_desk_can_redo (desk))
    return turn_back (desk, desk->undone, desk->done, QUAN_REDO_WORD, subject, error);
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("Nothing was undone that could be done again."));
  return FALSE;
}
