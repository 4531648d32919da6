#include "core/store/trouble.h"

#include "core/base/error.h"
#include "core/store/internal.h"

gboolean
quan_trouble_mark (GError **error, QuanStoreTrouble trouble, int holder)
{
  if (error != NULL)
    quan_error_set_detail (*error, trouble, holder);
  return FALSE;
}

QuanStoreTrouble
quan_store_trouble (const GError *error, int *holder)
{
  if (holder != NULL)
    *holder = 0;
  if (!g_error_matches (error, QUAN_ERROR, QUAN_ERROR_STORE))
    return QUAN_TROUBLE_NONE;
  return quan_error_detail (error, holder);
}
