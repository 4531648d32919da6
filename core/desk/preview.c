/* What a redemption round would bring, without recording anything. */
#include "core/desk/filing-private.h"

void
quan_round_answer_free (QuanRoundAnswer *answer)
{
  g_clear_pointer (&answer->preview, quan_preview_free);
  g_clear_pointer (&answer->records, quan_workspace_free);
  g_free (answer);
}

QuanRoundAnswer *
quan_desk_preview (QuanDesk *desk, const char *enterprise, const char *label, GError **error)
{
  g_autoptr (QuanRoundAnswer) answer = g_new0 (QuanRoundAnswer, 1);

  if (!quan_desk_is_round (label, error))
    return NULL;
  answer->enterprise = quan_desk_enterprise (desk, enterprise, error);
  if (answer->enterprise == NULL || !quan_desk_view_for (desk, answer->enterprise, NULL, &answer->view, error))
    return NULL;
  answer->records = quan_desk_round_records (desk, answer->enterprise, error);
  if (answer->records == NULL)
    return NULL;
  answer->preview = quan_preview (&answer->view, answer->enterprise, answer->records, label, error);
  return answer->preview != NULL ? g_steal_pointer (&answer) : NULL;
}

static QuanYear
year_of (const QuanYears *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, QuanYear, i).year == year)
      return g_array_index (years, QuanYear, i);
  return (QuanYear) { .year = year };
}

QuanPreview *
quan_desk_preview_from_sums (QuanDesk *desk, const QuanView *view, const QuanEnterprise *enterprise,
                             const QuanWorkspace *records, const QuanYears *years, const QuanRound *round,
                             GError **error)
{
  const QuanYear year = year_of (years, round->year);
  const QuanRoundScope scope = quan_round_scope (view, enterprise, round);
  g_autoptr (QuanRoundSums) sums = quan_store_round_sums (desk->store, &scope, error);

  return sums != NULL ? quan_preview_from_sums (view, enterprise, records, sums, &year, round, error) : NULL;
}
