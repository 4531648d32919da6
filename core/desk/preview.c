/* What a redemption round would bring, without recording anything. */
#include "core/desk/desk-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

void
quan_round_answer_free (QuanRoundAnswer *answer)
{
  g_clear_pointer (&answer->preview, quan_preview_free);
  g_clear_pointer (&answer->records, quan_workspace_free);
  g_free (answer);
}

/* Tells the copies in memory which pack each claim stays with. */
static void
pin_claims (const QuanDesk *desk, const QuanEnterprise *enterprise, QuanWorkspace *records)
{
  const GPtrArray *claims = records->sections[QUAN_CLAIMS];

  for (guint i = 0; i < claims->len; i++) {
    QuanClaim *claim = claims->pdata[i];

    if (claim->policy == NULL)
      claim->policy = g_strdup (quan_desk_policy_of (desk, enterprise, claim));
  }
}

QuanRoundAnswer *
quan_desk_preview (QuanDesk *desk, const char *enterprise, const char *label, GError **error)
{
  g_autoptr (QuanRoundAnswer) answer = g_new0 (QuanRoundAnswer, 1);

  if (!quan_round_label_valid (label)) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE,
                 _("“%s” is not a round. Write the year and the quarter or half year, such as 2024Q2 or 2024H1."),
                 label);
    return NULL;
  }
  answer->enterprise = quan_desk_enterprise (desk, enterprise, error);
  if (answer->enterprise == NULL || !quan_desk_view_for (desk, answer->enterprise, NULL, &answer->view, error))
    return NULL;
  answer->records = quan_store_workspace (desk->store, answer->enterprise->uscc, error);
  if (answer->records == NULL)
    return NULL;
  pin_claims (desk, answer->enterprise, answer->records);
  answer->preview = quan_preview (&answer->view, answer->enterprise, answer->records, label, error);
  return answer->preview != NULL ? g_steal_pointer (&answer) : NULL;
}
