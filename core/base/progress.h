/* Work that takes long says how far it has come, and can be stopped. */
#pragma once
#include <glib.h>

typedef struct {
  /* Hears that so many pieces are done, of so many; of is 0 where that is not known yet. FALSE with error set stops the
   * work, which fails with that error. */
  gboolean (*go_on) (guint done, guint of, gpointer data, GError **error);
  gpointer data;
} QuanProgress;

/* Whether the work is to go on; progress may be NULL: nobody listens. */
static inline gboolean
quan_progress_go_on (const QuanProgress *progress, guint done, guint of, GError **error)
{
  return progress == NULL || progress->go_on (done, of, progress->data, error);
}
