/* The base of one line, by every way to divide it. */
#include "tests/core/golden.h"

static QuanPack *pack;

static QuanDate
day (const char *iso)
{
  return quan_date_parse_iso (iso);
}

/* A contract of one compute line over a term. */
static QuanContract *
contract_new (const char *starts, const char *ends, QuanFen amount)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);
  QuanLine *line = quan_record_new (&quan_line_type);

  contract->number = g_strdup ("HT-1");
  contract->starts = day (starts);
  contract->ends = day (ends);
  contract->lines = quan_record_list_new (&quan_line_type);
  line->kind = QUAN_LINE_COMPUTE;
  line->amount = amount;
  g_ptr_array_add (contract->lines, line);
  return contract;
}

static QuanView
view_of (const char *key, const char *value)
{
  QuanView view = { pack, quan_pack_standard_readings (pack), day ("2025-07-01") };
  g_autoptr (GError) error = NULL;

  g_assert_true (quan_readings_choose (&view.readings, pack, key, value, &error));
  return view;
}

static void
test_months (void)
{
  static const struct { const char *starts, *ends; int inside, total; QuanFen base; } rows[] = {
    { "2025-07-01", "2026-06-30", 6, 12, 60000 },   /* ends with the window */
    { "2025-07-02", "2026-07-01", 6, 12, 60000 },   /* the sixth month has a day inside */
    { "2025-12-31", "2026-12-30", 1, 12, 10000 },   /* one day inside counts full */
    { "2025-08-31", "2026-02-28", 5, 6, 100000 },   /* 31st: months begin on 10-01, 10-31, 12-01, ... */
    { "2025-01-01", "2025-01-10", 1, 1, 120000 },   /* less than a month is one */
    { "2026-01-01", "2026-12-31", 0, 12, 0 },
    { "2023-08-01", "2023-10-31", 2, 3, 80000 },    /* before the window */
  };
  QuanView view = view_of ("proration", "months");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    QuanContract *contract = contract_new (rows[i].starts, rows[i].ends, 120000);
    QuanLinePart part = quan_line_part (&view, contract, contract->lines->pdata[0]);
    QuanBase base;

    g_test_message ("%s..%s", rows[i].starts, rows[i].ends);
    g_assert_cmpint (part.inside, ==, rows[i].inside);
    g_assert_cmpint (part.total, ==, rows[i].total);
    g_assert_true (quan_base (&view, contract, QUAN_DATE_NONE, &base, NULL));
    g_assert_cmpint (base.base, ==, rows[i].base);
    quan_record_free (&quan_contract_type, contract);
  }
}

static void
test_days (void)
{
  static const struct { const char *starts, *ends, *until; int inside, total; QuanFen base; } rows[] = {
    { "2025-07-01", "2026-06-30", NULL, 184, 365, 60493150 },
    { "2025-07-01", "2026-06-30", "2025-11-15", 138, 365, 45369863 },
    { "2023-10-01", "2024-09-30", NULL, 366, 366, 120000000 },
    { "2025-12-31", "2025-12-31", NULL, 1, 1, 120000000 },
    { "2026-01-01", "2026-01-01", NULL, 0, 1, 0 },
  };
  QuanView view = view_of ("proration", "days");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    QuanContract *contract = contract_new (rows[i].starts, rows[i].ends, 120000000);
    QuanBase base;

    g_test_message ("%s..%s", rows[i].starts, rows[i].ends);
    g_assert_true (quan_base (&view, contract, rows[i].until ? day (rows[i].until) : QUAN_DATE_NONE, &base, NULL));
    g_assert_cmpint (base.days_inside, ==, rows[i].inside);
    g_assert_cmpint (base.days_total, ==, rows[i].total);
    g_assert_cmpint (base.base, ==, rows[i].base);
    quan_record_free (&quan_contract_type, contract);
  }
}

/* The last day there is: no month after it, and no endless loop. */
static void
test_end_of_calendar (void)
{
  QuanView view = view_of ("proration", "months");
  QuanContract *contract = contract_new ("2999-11-15", "2999-12-31", 120000);
  QuanLinePart part = quan_line_part (&view, contract, contract->lines->pdata[0]);

  g_assert_cmpint (part.inside, ==, 0);
  g_assert_cmpint (part.total, ==, 2);
  quan_record_free (&quan_contract_type, contract);
}

/* Sums beyond the range are an error, never a wrapped figure. */
static void
test_overflow (void)
{
  QuanView view = view_of ("proration", "days");
  QuanContract *contract = contract_new ("2025-01-01", "2025-12-31", INT64_MAX);
  QuanLine *line = quan_record_new (&quan_line_type);
  g_autoptr (GError) error = NULL;
  QuanBase base;

  line->kind = QUAN_LINE_COMPUTE;
  line->amount = 1;
  g_ptr_array_add (contract->lines, line);
  g_assert_false (quan_base (&view, contract, QUAN_DATE_NONE, &base, &error));
  g_assert_cmpstr (error->message, ==, "The amounts of contract HT-1 add up to more than this program can compute with; correct its lines.");
  quan_record_free (&quan_contract_type, contract);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = golden_pack ("/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy");
  g_test_add_func ("/award/months", test_months);
  g_test_add_func ("/award/days", test_days);
  g_test_add_func ("/award/end-of-calendar", test_end_of_calendar);
  g_test_add_func ("/award/overflow", test_overflow);
  status = g_test_run ();
  quan_pack_free (pack);
  return status;
}
