/* Whether what the submission of a redemption froze is what its facts give. */
#include "core/desk/verification.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/desk/answer.h"
#include "core/desk/filing-private.h"

/* Members that are wording, which may improve. */
static const char *const wording[] = { "reason", "margin", "fix", "facts", NULL };

/* Whether an answer given again says what the frozen one said; it may say more. */
static gboolean
says_the_same (const json_t *frozen, const json_t *again)
{
  const char *key;
  json_t *value;
  size_t i;

  if (json_is_object (frozen) && json_is_object (again)) {
    json_object_foreach ((json_t *) frozen, key, value)
      if (!g_strv_contains (wording, key) && !says_the_same (value, json_object_get (again, key)))
        return FALSE;
    return TRUE;
  }
  if (!json_is_array (frozen) || json_array_size (frozen) != json_array_size (again))
    return json_equal (frozen, again);
  json_array_foreach (frozen, i, value)
    if (!says_the_same (value, json_array_get (again, i)))
      return FALSE;
  return TRUE;
}

static void
compare_answers (const QuanVerification *verification, const json_t *frozen, const QuanFiling *filing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  QuanJson json = { .text = text };
  g_autoptr (json_t) again = NULL;

  quan_answer_round (&json, NULL, &filing->view, filing->preview, filing->three_way, filing->enterprise,
                     QUAN_LANGUAGE_ZH);
  again = quan_json_parse (text->str, text->len, NULL);
  if (!says_the_same (frozen, again))
    quan_verification_report (verification, _("The figures of the frozen answer are not those its facts give."));
}

/* What was asked for is what the round took. */
static void
compare_items (const QuanVerification *verification, const QuanRedemption *submitted, const QuanFiling *filing)
{
  g_autoptr (GPtrArray) items = quan_filing_items (filing);
  gboolean same = submitted->items != NULL && submitted->items->len == items->len;

  for (guint i = 0; same && i < items->len; i++)
    same = quan_record_equal (&quan_redemption_item_type, items->pdata[i], submitted->items->pdata[i]);
  if (!same)
    quan_verification_report (verification, _("What was asked for with the redemption is not what its facts give."));
}

/* What a submission fixes of a redemption stays as it was, whatever the authority answers later. */
static void
compare_kept (const QuanVerification *verification, const QuanRedemption *kept, const QuanRedemption *submitted)
{
  QuanRedemption *then = quan_record_copy (&quan_redemption_type, kept);

  then->state = submitted->state;
  then->paid_on = submitted->paid_on;
  then->received = submitted->received;
  g_free (then->reason);
  then->reason = g_strdup (submitted->reason);
  if (!quan_record_equal (&quan_redemption_type, then, submitted))
    quan_verification_report (verification,
                              _("The redemption in the store is not the one that was submitted with this packet."));
  quan_record_free (&quan_redemption_type, then);
}

void
quan_verify_redemption_packet (const QuanVerification *verification, gconstpointer kept)
{
  g_autoptr (GError) error = NULL;
  QuanRedemption *submitted = NULL;
  g_autoptr (QuanFiling) filing = quan_filing_judge_frozen (verification->desk, verification->frozen, QUAN_LANGUAGE_ZH,
                                                            &submitted, &error);
  g_autoptr (json_t) answer = filing != NULL ? quan_frozen_answer (verification->frozen, &error) : NULL;

  if (answer == NULL) {
    quan_verification_report (verification, error->message);
  } else {
    compare_answers (verification, json_object_get (answer, QUAN_FROZEN_ROUND), filing);
    compare_items (verification, submitted, filing);
    if (kept != NULL)
      compare_kept (verification, kept, submitted);
  }
  quan_record_free (&quan_redemption_type, submitted);
}
