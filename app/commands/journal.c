#include <glib/gi18n-lib.h>

#include "app/command.h"

static void
row_json (QuanJson *json, const QuanJournalRow *row)
{
  quan_json_begin_object (json, NULL);
  quan_json_number (json, "number", row->number);
  quan_json_number (json, "act", row->act);
  quan_json_text (json, "time", row->time);
  quan_json_text (json, "who", row->who);
  quan_json_text (json, "what", row->what);
  quan_json_text (json, "subject", row->subject);
  quan_json_text (json, "kind", quan_journal_kind_id (row->kind));
  quan_json_text (json, "section", row->section);
  quan_json_text (json, "key", row->key);
  quan_json_raw (json, "old", row->old_text);
  quan_json_raw (json, "new", row->new_text);
  quan_json_text (json, "hash", row->hash);
  quan_json_end_object (json);
}

/* One line a row; rows come one by one, so the columns are fixed. */
static void
row_text (Output *output, const QuanJournalRow *row)
{
  output_format (output, "%6" G_GINT64_FORMAT "  %s  %-10s  %-15s  %-7s  %-12s  %s\n", row->number, row->time, row->who,
                 row->what, quan_journal_kind_id (row->kind), row->section != NULL ? row->section : "",
                 row->key != NULL ? row->key : row->subject);
}

static gboolean
show_row (const QuanJournalRow *row, gpointer data, GError **error)
{
  Session *session = data;

  if (session->arguments->json)
    row_json (&session->json, row);
  else
    row_text (session->output, row);
  return output_settle (session->output, error);
}

static int
run_journal (Session *session, GError **error)
{
  QuanDesk *desk = session_desk (session, FALSE, error);
  gboolean json = session->arguments->json;

  if (desk == NULL)
    return STATUS_DONE;
  if (json)
    quan_json_begin_array (&session->json, NULL);
  if (quan_desk_journal (desk, session->operands[0], show_row, session, error) && json)
    quan_json_end_array (&session->json);
  return STATUS_DONE;
}

const Command journal_commands[] = {
  {
    .name = "journal", .operands = N_ ("[RECORD]"), .min = 0, .max = 1,
    .summary = N_ ("Show who changed what and when, in all records or in one"),
    .example = "quanctl journal HT-001",
    .run = run_journal,
  },
  { NULL }
};
