#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "core/desk/journal-words.h"

#define WHO_COLUMNS 10
#define ACT_COLUMNS 32
#define KIND_COLUMNS 13

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

/* One line a row. They come one by one from a journal of any length, so the columns have fixed widths. */
static void
row_text (Output *output, const QuanJournalRow *row)
{
  g_autofree char *number = g_strdup_printf ("%6" G_GINT64_FORMAT, row->number);
  g_autofree char *who = quan_text_pad (row->who, WHO_COLUMNS, FALSE);
  g_autofree char *act = quan_text_pad (quan_journal_act_name (row->what), ACT_COLUMNS, FALSE);
  g_autofree char *kind = quan_text_pad (quan_journal_kind_name (row->kind), KIND_COLUMNS, FALSE);

  output_format (output, "%s  %s  %s  %s  %s  %s\n", number, row->time, who, act, kind,
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
