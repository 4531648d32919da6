#include "tests/core/desk-fixture.h"

#include <string.h>

StorePlace
desk_home_new (void)
{
  StorePlace home = store_place_new ();

  g_setenv ("XDG_DATA_HOME", home.folder, TRUE);
  return home;
}

QuanDesk *
desk_open (const char *path, const char *as_of)
{
  QuanDeskOptions options = { .store_path = path, .create = TRUE, .as_of = quan_date_parse_iso (as_of) };
  g_autoptr (GError) error = NULL;
  QuanDesk *desk = quan_desk_open (&options, &error);

  g_assert_no_error (error);
  return desk;
}

QuanImport
desk_import (QuanDesk *desk, const StorePlace *place, const char *text)
{
  g_autofree char *path = g_build_filename (place->folder, "workspace.json", NULL);
  g_autoptr (GError) error = NULL;
  QuanImport import;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  quan_desk_import (desk, path, FALSE, &import, &error);
  g_assert_no_error (error);
  return import;
}

char *
desk_workspace (const char *claims)
{
  json_t *cases = golden_load ("golden.json"), *workspace = json_object_get (json_array_get (cases, 0), "workspace");
  json_t *list = json_loads (claims, 0, NULL);
  char *dumped, *text;

  g_assert_nonnull (list);
  json_object_set_new (workspace, "claims", list);
  dumped = json_dumps (workspace, 0);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (cases);
  return text;
}

QuanDesk *
desk_with_claims (const StorePlace *place, const char *as_of, const char *claims)
{
  g_autofree char *text = desk_workspace (claims);
  QuanDesk *desk = desk_open (place->path, as_of);
  QuanImport import = desk_import (desk, place, text);

  quan_import_clear (&import);
  return desk;
}

void
desk_act (QuanDesk *desk, QuanClaimAct act, const char *date, const char *voucher)
{
  QuanClaimChange change = {
    .contract = DESK_CONTRACT, .date = quan_date_parse_iso (date), .amount = QUAN_FEN_NONE, .voucher = voucher,
    .issued = QUAN_DATE_NONE,
  };
  g_autoptr (GError) error = NULL;

  quan_desk_claim (desk, act, &change, NULL, &error);
  g_assert_no_error (error);
}

char *
desk_export (QuanDesk *desk)
{
  g_autoptr (GError) error = NULL;
  char *text = quan_desk_export_workspace (desk, &error);

  g_assert_no_error (error);
  return text;
}

static gboolean
count_row (const QuanJournalRow *row, gpointer data, GError **error)
{
  ++*(gint64 *) data;
  return TRUE;
}

gint64
desk_journal_length (QuanDesk *desk)
{
  g_autoptr (GError) error = NULL;
  gint64 length = 0;

  quan_desk_journal (desk, NULL, count_row, &length, &error);
  g_assert_no_error (error);
  return length;
}
