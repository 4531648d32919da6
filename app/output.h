/* Standard output, buffered and checked: what could not be written is an error, never silence. */
#pragma once
#include <glib.h>

typedef struct {
  int      fd;       /* stays the caller's */
  int      failure;  /* errno of the first write that failed; nothing is written after it */
  GString *text;     /* not yet written; append to it */
} Output;

Output *output_new (int fd);
void    output_free (Output *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Output, output_free)

void output_text (Output *output, const char *text);
void output_format (Output *output, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Writes the text if there is much of it: to be called between the parts of a long answer. FALSE with QUAN_ERROR_OUTPUT
 * if this or an earlier write failed. */
gboolean output_settle (Output *output, GError **error);
/* Writes all of the text. FALSE with QUAN_ERROR_OUTPUT if this or an earlier write failed. */
gboolean output_flush (Output *output, GError **error);
