#include <glib/gi18n-lib.h>

#include "app/command.h"

static void
answer_json (QuanJson *json, const char *path, gboolean dry_run, const QuanImport *import)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "file", path);
  quan_json_flag (json, "dry_run", dry_run);
  quan_json_begin_object (json, "records");
  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    quan_json_begin_object (json, quan_section_types[section]->plural);
    quan_json_number (json, "added", import->added[section]);
    quan_json_number (json, "changed", import->changed[section]);
    quan_json_number (json, "same", import->same[section]);
    quan_json_end_object (json);
  }
  quan_json_end_object (json);
  quan_json_begin_array (json, "warnings");
  for (guint i = 0; i < import->warnings->len; i++)
    quan_json_text (json, NULL, import->warnings->pdata[i]);
  quan_json_end_array (json);
  quan_json_end_object (json);
}

static void
answer_text (Output *output, const char *path, gboolean dry_run, const QuanImport *import)
{
  int added = 0, changed = 0, same = 0;

  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    added += import->added[section];
    changed += import->changed[section];
    same += import->same[section];
  }
  output_format (output,
                 dry_run ? _("%s: would add %d records and change %d; %d are there already.\n")
                         : _("%s: added %d records and changed %d; %d were there already.\n"),
                 path, added, changed, same);
}

static gboolean
import_file (Session *session, const char *path, GError **error)
{
  const Arguments *arguments = session->arguments;
  QuanImport import;
  gboolean ok = quan_desk_import (session->desk, path, arguments->dry_run, &import, error);

  if (ok && arguments->json)
    answer_json (&session->json, path, arguments->dry_run, &import);
  else if (ok && !arguments->quiet)
    answer_text (session->output, path, arguments->dry_run, &import);
  for (guint i = 0; ok && i < import.warnings->len; i++)
    session_remark (session, "%s: %s", path, (const char *) import.warnings->pdata[i]);
  quan_import_clear (&import);
  /* What is in the store stays there whatever the next file brings, so it is told at once. */
  return ok && output_flush (session->output, error);
}

static int
run_import (Session *session, GError **error)
{
  if (session_desk (session, TRUE, error) == NULL)
    return STATUS_DONE;
  if (session->arguments->json)
    quan_json_begin_array (&session->json, NULL);
  for (int i = 0; session->operands[i] != NULL; i++)
    if (!import_file (session, session->operands[i], error))
      return STATUS_DONE;
  if (session->arguments->json)
    quan_json_end_array (&session->json);
  return STATUS_DONE;
}

const Command import_commands[] = {
  {
    .name = "import", .operands = N_ ("FILE…"), .min = 1, .max = -1,
    .summary = N_ ("Take in workspace files (.json), each whole or not at all"),
    .example = "quanctl import --dry-run workspace.json",
    .options = { "dry-run" },
    .run = run_import,
  },
  { NULL }
};
