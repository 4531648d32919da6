#include <string.h>

#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "core/base/error.h"

static int
run_export (Session *session, GError **error)
{
  const char *kind = session->operands[0];
  QuanDesk *desk;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (strcmp (kind, "workspace") != 0) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("“%s” cannot be exported. What can be: workspace."), kind);
    return STATUS_DONE;
  }
  desk = session_desk (session, FALSE, error);
  text = desk != NULL ? quan_desk_export_workspace (desk, error) : NULL;
  if (text != NULL) {
    bytes = g_bytes_new_take (text, strlen (text));
    session_save (session, bytes, error);
  }
  return STATUS_DONE;
}

const Command export_commands[] = {
  {
    .name = "export", .operands = N_ ("KIND -o FILE"), .min = 1, .max = 1,
    .summary = N_ ("Write the records of the store to a file; KIND is workspace"),
    .example = "quanctl export workspace -o backup.json",
    .options = { "output" }, .required = "output",
    .run = run_export,
  },
  { NULL }
};
