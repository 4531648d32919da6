/* The one error domain of the core. */
#include "core/base/error.h"

typedef struct {
  int detail, number;
} QuanErrorPrivate;

static void
quan_error_private_init (QuanErrorPrivate *private)
{
  *private = (QuanErrorPrivate) { 0 };
}

static void
quan_error_private_copy (const QuanErrorPrivate *from, QuanErrorPrivate *to)
{
  *to = *from;
}

static void
quan_error_private_clear (QuanErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (QuanError, quan_error)

void
quan_error_set_detail (GError *error, int detail, int number)
{
  QuanErrorPrivate *private = quan_error_get_private (error);

  g_return_if_fail (private != NULL);
  *private = (QuanErrorPrivate) { .detail = detail, .number = number };
}

int
quan_error_detail (const GError *error, int *number)
{
  const QuanErrorPrivate *private = quan_error_get_private (error);

  g_return_val_if_fail (private != NULL, 0);
  if (number != NULL)
    *number = private->number;
  return private->detail;
}
