/* The yearly ledgers, from the integer sums of the store. */
#include "core/desk/desk-private.h"

#include <string.h>

/*
 * A sum enters the engine as one record that carries it, so that only the engine says which states count and where. As
 * the store has already looked at it from the as-of date, its own dates are open; only its year stays.
 */
static gboolean
add_claims (QuanYears *years, const QuanQuotaSum *sum, QuanFen amount, QuanDate as_of, GError **error)
{
  QuanClaim seen = {
    .state = sum->state, .submitted = sum->year != 0 ? quan_date_from_ymd (sum->year, 1, 1) : QUAN_DATE_NONE,
    .requested = amount, .approved = amount, .issued = QUAN_DATE_NONE,
  };

  return quan_years_add_claim (years, &seen, as_of, error);
}

static gboolean
add_redemptions (QuanYears *years, const QuanQuotaSum *sum, QuanFen amount, QuanDate as_of, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *round = g_strdup_printf ("%04dQ1", sum->year);
  QuanRedemptionItem item = { .amount = amount };
  QuanRedemption seen = {
    .round = round, .state = sum->state, .submitted = QUAN_DATE_NONE, .paid_on = QUAN_DATE_NONE, .items = items,
  };

  g_ptr_array_add (items, &item);
  return quan_years_add_redemption (years, &seen, as_of, error);
}

static gboolean
add_sum (QuanYears *years, const QuanQuotaSum *sum, QuanDate as_of, GError **error)
{
  gboolean (*add) (QuanYears *, const QuanQuotaSum *, QuanFen, QuanDate, GError **) =
    sum->ledger == QUAN_LEDGER_CLAIMS ? add_claims : add_redemptions;

  return add (years, sum, sum->amount, as_of, error)
         && (sum->unknown == 0 || add (years, sum, QUAN_FEN_NONE, as_of, error));
}

/* The ledgers of an enterprise from the sums that stand at *next, which moves behind them: sums come by enterprise. */
static QuanYears *
take_years (const GArray *sums, guint *next, const QuanEnterprise *enterprise, QuanDate as_of, GError **error)
{
  g_autoptr (GArray) years = quan_years_new ();

  if (!quan_years_add_openings (years, enterprise, error))
    return NULL;
  for (; *next < sums->len; ++*next) {
    const QuanQuotaSum *sum = &g_array_index (sums, QuanQuotaSum, *next);

    if (strcmp (sum->enterprise, enterprise->uscc) != 0)
      break;
    if (!add_sum (years, sum, as_of, error))
      return NULL;
  }
  return g_steal_pointer (&years);
}

QuanYears *
quan_desk_years (QuanDesk *desk, const QuanEnterprise *enterprise, QuanDate as_of, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (GArray) sums = store != NULL ? quan_store_quota_sums (store, enterprise->uscc, as_of, error) : NULL;
  guint next = 0;

  return sums != NULL ? take_years (sums, &next, enterprise, as_of, error) : NULL;
}

static void
answer_clear (gpointer answer)
{
  g_clear_pointer (&((QuanQuotaAnswer *) answer)->years, g_array_unref);
}

/* Keeps one year of several, made if there is no record of it. */
static void
keep_year (QuanQuotaAnswer *answer, int year)
{
  QuanYear kept = *quan_years_get (answer->years, year);

  g_array_set_size (answer->years, 0);
  g_array_append_val (answer->years, kept);
}

static gboolean
add_answer (QuanDesk *desk, GArray *answers, const GArray *sums, guint *next, const QuanEnterprise *enterprise,
            int year, GError **error)
{
  QuanQuotaAnswer answer = { .enterprise = enterprise };

  if (!quan_desk_view_for (desk, enterprise, NULL, &answer.view, error))
    return FALSE;
  answer.years = take_years (sums, next, enterprise, desk->as_of, error);
  if (answer.years == NULL)
    return FALSE;
  if (year != 0)
    keep_year (&answer, year);
  else
    quan_years_get (answer.years, quan_date_year (desk->as_of));
  g_array_append_val (answers, answer);
  return TRUE;
}

GArray *
quan_desk_quota (QuanDesk *desk, const char *enterprise, int year, GError **error)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (QuanQuotaAnswer)), sums = NULL;
  const GPtrArray *enterprises = quan_desk_enterprises (desk, error);
  const QuanEnterprise *only = NULL;
  guint next = 0;

  g_array_set_clear_func (answers, answer_clear);
  if (enterprises == NULL || (enterprise != NULL && (only = quan_desk_enterprise (desk, enterprise, error)) == NULL))
    return NULL;
  sums = quan_store_quota_sums (desk->store, only != NULL ? only->uscc : NULL, desk->as_of, error);
  if (sums == NULL)
    return NULL;
  for (guint i = 0; i < enterprises->len; i++)
    if ((only == NULL || only == enterprises->pdata[i])
        && !add_answer (desk, answers, sums, &next, enterprises->pdata[i], year, error))
      return NULL;
  return g_steal_pointer (&answers);
}
