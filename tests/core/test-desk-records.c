/* Deliveries, invoices and payments kept one by one: what is refused and where, what follows a number, and undo. */
#include "core/base/error.h"
#include "core/desk/records.h"
#include "core/model/record-text.h"
#include "tests/core/desk-fixture.h"

#include <string.h>

#define PROVIDER "91110105MA7KDEF373"

/* Two invoices, the first with a red letter, a payment of both, and a delivery; F-1 in a redemption of a state. */
#define RECORDS(state)                                                                                               \
  "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"" DESK_ENTERPRISE "\","                 \
  "\"region\":\"110108\"}],\"contracts\":[{\"number\":\"HT-1\",\"enterprise\":\"" DESK_ENTERPRISE "\"}],"            \
  "\"claims\":[{\"contract\":\"HT-1\",\"submitted\":\"2024-03-05\",\"requested\":\"200.00\",\"state\":\"approved\"," \
  "\"approved\":\"150.00\",\"voucher\":\"V-1\",\"issued\":\"2024-03-20\"}],\"deliveries\":["                         \
  "{\"number\":\"J-1\",\"contract\":\"HT-1\"},{\"number\":\"J-2\",\"contract\":\"HT-1\"}],\"invoices\":["            \
  "{\"number\":\"F-1\",\"contract\":\"HT-1\",\"date\":\"2024-06-05\",\"delivery\":\"J-1\",\"lines\":["               \
  "{\"kind\":\"compute\",\"amount\":\"80.00\"}]},"                                                                   \
  "{\"number\":\"F-2\",\"contract\":\"HT-1\",\"date\":\"2024-07-01\",\"reverses\":\"F-1\",\"lines\":["               \
  "{\"kind\":\"compute\",\"amount\":\"-10.00\"}]},{\"number\":\"F-3\",\"contract\":\"HT-1\",\"delivery\":\"J-2\"}],"  \
  "\"payments\":[{\"number\":\"P-1\",\"amount\":\"50.00\",\"invoices\":["                                            \
  "{\"number\":\"F-1\",\"amount\":\"40.00\"},{\"number\":\"F-3\",\"amount\":\"10.00\"}]}],"                          \
  "\"redemptions\":[{\"round\":\"2024Q2\",\"submitted\":\"2024-07-05\",\"state\":\"" state "\",\"items\":["          \
  "{\"voucher\":\"V-1\",\"invoices\":[\"F-1\"],\"amount\":\"14.00\"}]}]}"

static QuanDesk *
desk_with (const StorePlace *place, const char *workspace)
{
  QuanDesk *desk = desk_open (place->path, "2024-08-01");
  QuanImport import = desk_import (desk, place, workspace);

  quan_import_clear (&import);
  return desk;
}

/* Keeps the record of a key (NULL: a new one) after "path=text" entries were entered; the place of what is refused, "" for a
 * refusal without one, NULL where it was kept. Free with g_free. */
static char *
keep (QuanDesk *desk, QuanSection section, const char *key, const char *const *entries)
{
  const QuanRecordType *type = quan_section_types[section];
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  gpointer record = key != NULL ? quan_desk_record (desk, section, key, &id, &error) : quan_record_new (type);
  char *place = NULL;

  g_assert_no_error (error);
  for (int i = 0; entries[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (entries[i], "=", 2);

    g_assert_true (quan_record_enter (type, record, pair[0], pair[1], &error));
    g_assert_no_error (error);
  }
  id = quan_desk_keep_record (desk, section, id, record, &place, &error);
  quan_record_free (type, record);
  if (id != 0) {
    g_assert_no_error (error);
    g_assert_null (place);
    return NULL;
  }
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  return place != NULL ? place : g_strdup ("");
}

#define ASSERT_PLACE(expected, ...)                      \
  G_STMT_START {                                         \
    g_autofree char *place_ = keep (__VA_ARGS__);        \
    g_assert_cmpstr (place_, ==, expected);              \
  } G_STMT_END
#define ENTRIES(...) (const char *const[]) { __VA_ARGS__, NULL }

static void
test_places (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with (&place, RECORDS ("draft"));
  gint64 rows = desk_journal_length (desk);

  ASSERT_PLACE ("number", desk, QUAN_INVOICES, NULL, ENTRIES ("contract=HT-1"));
  ASSERT_PLACE ("contract", desk, QUAN_INVOICES, NULL, ENTRIES ("number=F-9", "contract=HT-9"));
  ASSERT_PLACE ("number", desk, QUAN_INVOICES, NULL, ENTRIES ("number=F-1", "contract=HT-1"));
  ASSERT_PLACE ("delivery", desk, QUAN_INVOICES, NULL, ENTRIES ("number=F-9", "contract=HT-1", "delivery=J-9"));
  ASSERT_PLACE ("reverses", desk, QUAN_INVOICES, NULL, ENTRIES ("number=F-9", "contract=HT-1", "reverses=F-8"));
  ASSERT_PLACE ("reverses", desk, QUAN_INVOICES, NULL, ENTRIES ("number=F-9", "contract=HT-1", "reverses=F-2"));
  ASSERT_PLACE ("reverses", desk, QUAN_INVOICES, "F-1", ENTRIES ("reverses=F-3", "lines[0].amount=-1"));
  ASSERT_PLACE ("lines", desk, QUAN_INVOICES, NULL,
                ENTRIES ("number=F-9", "contract=HT-1", "reverses=F-1", "lines[0].kind=compute", "lines[0].amount=1"));
  ASSERT_PLACE ("to", desk, QUAN_DELIVERIES, NULL,
                ENTRIES ("number=J-9", "contract=HT-1", "from=2024-02-01", "to=2024-01-01"));
  ASSERT_PLACE ("number", desk, QUAN_DELIVERIES, DESK_ENTERPRISE "/J-1", ENTRIES ("number=J-2"));
  ASSERT_PLACE ("invoices[1].number", desk, QUAN_PAYMENTS, NULL,
                ENTRIES ("number=P-9", "invoices[0].number=F-1", "invoices[0].amount=1", "invoices[1].number=F-9",
                         "invoices[1].amount=1"));
  ASSERT_PLACE ("invoices[0].amount", desk, QUAN_PAYMENTS, NULL, ENTRIES ("number=P-9", "invoices[0].number=F-1"));
  g_assert_cmpint (desk_journal_length (desk), ==, rows);
}

/* A record is new, changed and removed, each with a row of the journal, and all of it can be taken back. */
static void
test_kept (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with (&place, RECORDS ("draft"));
  g_autofree char *before = desk_export (desk), *after = NULL;
  gint64 rows = desk_journal_length (desk);
  g_autoptr (GError) error = NULL;

  ASSERT_PLACE (NULL, desk, QUAN_INVOICES, NULL,
                ENTRIES ("number=24110000000000000009", "contract=HT-1", "lines[0].kind=compute",
                         "lines[0].amount=12"));
  g_assert_cmpint (desk_journal_length (desk), ==, rows + 1);
  ASSERT_PLACE (NULL, desk, QUAN_INVOICES, "24110000000000000009", ENTRIES ("date=2024-07-03"));
  ASSERT_PLACE (NULL, desk, QUAN_INVOICES, "24110000000000000009", ENTRIES ("date=2024-07-03"));
  g_assert_cmpint (desk_journal_length (desk), ==, rows + 2);
  g_assert_true (quan_desk_remove_record (desk, QUAN_INVOICES, "24110000000000000009", &error));
  for (int i = 0; i < 3; i++)
    g_assert_true (quan_desk_undo (desk, NULL, &error));
  g_assert_no_error (error);
  after = desk_export (desk);
  g_assert_cmpstr (after, ==, before);
}

/* Everything that names a number names its other one afterwards. */
static void
test_numbers_follow (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with (&place, RECORDS ("draft"));
  g_autofree char *before = desk_export (desk), *between = NULL, *after = NULL;
  g_auto (GStrv) cut = NULL, deliveries = NULL;
  g_autoptr (GError) error = NULL;

  ASSERT_PLACE (NULL, desk, QUAN_INVOICES, "F-1", ENTRIES ("number=F-77"));
  ASSERT_PLACE (NULL, desk, QUAN_DELIVERIES, DESK_ENTERPRISE "/J-1", ENTRIES ("number=J-77"));
  between = desk_export (desk);
  cut = g_strsplit (between, "\"F-77\"", -1);
  deliveries = g_strsplit (between, "\"J-77\"", -1);
  g_assert_cmpuint (g_strv_length (cut), ==, 5); /* itself, a reversal, a payment, a redemption */
  g_assert_cmpuint (g_strv_length (deliveries), ==, 3);
  g_assert_null (strstr (between, "\"F-1\""));
  g_assert_true (quan_desk_undo (desk, NULL, &error) && quan_desk_undo (desk, NULL, &error));
  after = desk_export (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_locked (QuanDesk *desk, QuanSection section, const char *key, gboolean locked)
{
  g_autoptr (GError) error = NULL;
  gpointer record = quan_desk_record (desk, section, key, NULL, &error);
  g_autofree char *why = quan_desk_record_lock (desk, section, record, &error);

  g_assert_no_error (error);
  g_assert_cmpint (why != NULL, ==, locked);
  g_assert_true (why == NULL || strstr (why, "2024Q2") != NULL);
  quan_record_free (quan_section_types[section], record);
}

/* What a live redemption rests on stays as it is; what came back may be mended, but keeps the number that was submitted. */
static void
test_locked (void)
{
  g_auto (StorePlace) place = store_place_new (), other = store_place_new ();
  g_autoptr (QuanDesk) live = desk_with (&place, RECORDS ("submitted")), back = NULL;

  assert_locked (live, QUAN_INVOICES, "F-1", TRUE);
  assert_locked (live, QUAN_INVOICES, "F-3", FALSE);
  assert_locked (live, QUAN_DELIVERIES, DESK_ENTERPRISE "/J-1", TRUE);
  assert_locked (live, QUAN_DELIVERIES, DESK_ENTERPRISE "/J-2", FALSE);
  assert_locked (live, QUAN_PAYMENTS, "P-1", TRUE);
  ASSERT_PLACE ("", live, QUAN_INVOICES, "F-1", ENTRIES ("date=2024-06-06"));
  ASSERT_PLACE ("", live, QUAN_PAYMENTS, "P-1", ENTRIES ("date=2024-06-06"));
  /* P-1 names it too, and cannot follow. */
  ASSERT_PLACE ("number", live, QUAN_INVOICES, "F-3", ENTRIES ("number=F-33"));
  ASSERT_PLACE (NULL, live, QUAN_INVOICES, "F-3", ENTRIES ("date=2024-06-06"));
  back = desk_with (&other, RECORDS ("returned"));
  assert_locked (back, QUAN_INVOICES, "F-1", FALSE);
  ASSERT_PLACE (NULL, back, QUAN_INVOICES, "F-1", ENTRIES ("date=2024-06-06"));
  ASSERT_PLACE ("number", back, QUAN_INVOICES, "F-1", ENTRIES ("number=F-11"));
}

static void
test_removal (void)
{
  static const struct { QuanSection section; const char *key, *says; } rows[] = {
    { QUAN_DELIVERIES, DESK_ENTERPRISE "/J-2", "F-3" }, { QUAN_INVOICES, "F-3", "P-1" },
    { QUAN_INVOICES, "F-1", "P-1" }, { QUAN_PAYMENTS, "P-9", "P-9" }, { QUAN_PAYMENTS, "P-1", NULL },
    { QUAN_INVOICES, "F-1", "F-2" }, { QUAN_INVOICES, "F-2", NULL }, { QUAN_INVOICES, "F-1", "2024Q2" },
  };
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with (&place, RECORDS ("draft"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%u", i);
    g_assert_cmpint (quan_desk_remove_record (desk, rows[i].section, rows[i].key, &error), ==, rows[i].says == NULL);
    if (rows[i].says != NULL) {
      g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
  }
}

static void
test_doubts (void)
{
  static const struct { const char *number, *date; gboolean doubted; } rows[] = {
    { "24110000000000000001", "2024-06-05", FALSE }, { "24110000000000000001", "2025-01-05", TRUE },
    { "24110000000000000001", "", FALSE }, { "2411000000000000000", "2025-01-05", FALSE },
    { "2411000000000000000A", "2025-01-05", FALSE },
  };
  QuanInvoice *invoice = quan_record_new (&quan_invoice_type);
  g_autofree char *good = NULL, *slip = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *doubt = NULL;

    quan_record_enter (&quan_invoice_type, invoice, "number", rows[i].number, NULL);
    quan_record_enter (&quan_invoice_type, invoice, "date", rows[i].date, NULL);
    doubt = quan_record_doubt (QUAN_INVOICES, invoice, "number");
    g_assert_cmpint (doubt != NULL, ==, rows[i].doubted);
  }
  quan_record_enter (&quan_invoice_type, invoice, "seller", PROVIDER, NULL);
  good = quan_record_doubt (QUAN_INVOICES, invoice, "seller");
  g_assert_null (good);
  quan_record_enter (&quan_invoice_type, invoice, "seller", "91110105MA7KDEF374", NULL);
  slip = quan_record_doubt (QUAN_INVOICES, invoice, "seller");
  g_assert_nonnull (strstr (slip, "3"));
  quan_record_free (&quan_invoice_type, invoice);
}

static void
test_choices (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with (&place, RECORDS ("draft"));
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanRecordChoices) choices = quan_desk_record_choices (desk, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (choices->contracts->len, ==, 1);
  g_assert_cmpuint (choices->deliveries->len, ==, 2);
  g_assert_cmpuint (choices->invoices->len, ==, 3);
  g_assert_cmpint (((const QuanInvoiceRow *) choices->invoices->pdata[0])->gross, ==, 8000);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-records/places", test_places);
  g_test_add_func ("/desk-records/kept", test_kept);
  g_test_add_func ("/desk-records/numbers-follow", test_numbers_follow);
  g_test_add_func ("/desk-records/locked", test_locked);
  g_test_add_func ("/desk-records/removal", test_removal);
  g_test_add_func ("/desk-records/doubts", test_doubts);
  g_test_add_func ("/desk-records/choices", test_choices);
  return g_test_run ();
}
