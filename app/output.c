#include "app/output.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

#define MUCH (64 * 1024)

Output *
output_new (int fd)
{
  Output *output = g_new0 (Output, 1);

  output->fd = fd;
  output->text = g_string_sized_new (MUCH);
  return output;
}

void
output_free (Output *output)
{
  g_string_free (output->text, TRUE);
  g_free (output);
}

void
output_text (Output *output, const char *text)
{
  g_string_append (output->text, text);
}

void
output_format (Output *output, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (output->text, format, args);
  va_end (args);
}

gboolean
output_flush (Output *output, GError **error)
{
  gsize done = 0;

  while (done < output->text->len && output->failure == 0) {
    gssize n = write (output->fd, output->text->str + done, output->text->len - done);

    if (n >= 0)
      done += n;
    else if (errno != EINTR)
      output->failure = errno;
  }
  g_string_truncate (output->text, 0);
  if (output->failure == 0)
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT, _("The answer could not be written: %s."),
               g_strerror (output->failure));
  return FALSE;
}

gboolean
output_settle (Output *output, GError **error)
{
  return output->text->len < MUCH || output_flush (output, error);
}
