/* The rounds of an enterprise: their records, and the redemption of one that is in hand. */
#include "core/desk/filing-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

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

gboolean
quan_desk_is_round (const char *label, GError **error)
{
  if (quan_round_label_valid (label))
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE,
               _("“%s” is not a round. Write the year and the quarter or half year, such as 2024Q2 or 2024H1."), label);
  return FALSE;
}

QuanWorkspace *
quan_desk_round_records (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error)
{
  QuanWorkspace *records = quan_store_workspace (desk->store, enterprise->uscc, error);

  if (records != NULL)
    pin_claims (desk, enterprise, records);
  return records;
}

/* How much a redemption is in hand: the higher the more. */
static int
rank (const QuanRedemption *redemption)
{
  static const int ranks[] = {
    [QUAN_REDEMPTION_SUBMITTED] = 3, [QUAN_REDEMPTION_RETURNED] = 3, [QUAN_REDEMPTION_DRAFT] = 2,
    [QUAN_REDEMPTION_PAID] = 1, [QUAN_REDEMPTION_REJECTED] = 1, [QUAN_REDEMPTION_WITHDRAWN] = 1,
  };

  return ranks[redemption->state];
}

gboolean
quan_desk_redemption_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label,
                              QuanRedemption **redemption, gint64 *id, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = enterprise->uscc, .key = label };
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_REDEMPTIONS, &filter, error);
  g_autoptr (GError) failure = NULL;
  QuanRedemption *next;
  gint64 next_id;

  *redemption = NULL;
  *id = 0;
  if (cursor == NULL)
    return FALSE;
  while ((next = quan_cursor_next (cursor, &next_id, &failure)) != NULL) {
    if (*redemption == NULL || rank (next) >= rank (*redemption)) {
      QuanRedemption *other = *redemption;

      *redemption = next;
      *id = next_id;
      next = other;
    }
    quan_record_free (&quan_redemption_type, next);
  }
  if (failure == NULL)
    return TRUE;
  quan_record_free (&quan_redemption_type, g_steal_pointer (redemption));
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The last round with a redemption the officer is at work on, "" if there is none; NULL on error. Free with g_free. */
static char *
round_at_work (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = enterprise->uscc };
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_REDEMPTIONS, &filter, error);
  g_autofree char *label = g_strdup ("");
  g_autoptr (GError) failure = NULL;
  QuanRedemption *redemption;

  if (cursor == NULL)
    return NULL;
  while ((redemption = quan_cursor_next (cursor, NULL, &failure)) != NULL) {
    gboolean at_work = redemption->state == QUAN_REDEMPTION_DRAFT || redemption->state == QUAN_REDEMPTION_RETURNED;

    if (at_work && strcmp (redemption->round, label) > 0) {
      g_free (label);
      label = g_strdup (redemption->round);
    }
    quan_record_free (&quan_redemption_type, redemption);
  }
  if (failure == NULL)
    return g_steal_pointer (&label);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

char *
quan_desk_round_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error)
{
  g_autofree char *label = round_at_work (desk, enterprise, error);
  QuanView view;

  if (label == NULL || *label != '\0')
    return g_steal_pointer (&label);
  if (!quan_desk_view_for (desk, enterprise, NULL, &view, error))
    return NULL;
  if (view.pack->rounds->len == 0) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The policy “%s” has no rounds for redemption."),
                 view.pack->id);
    return NULL;
  }
  for (guint i = 0; i < view.pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (view.pack->rounds, QuanRound, i);

    if (round->until >= view.as_of)
      return g_strdup (round->label);
  }
  return g_strdup (quan_pack_last_round (view.pack)->label);
}
