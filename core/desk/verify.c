/* Whether a store is whole, down to every figure it froze. */
#include "core/desk/facts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/desk/answer.h"
#include "core/exchange/json-text.h"
#include "core/exchange/workspace-json.h"
#include "core/store/evidence.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/* One frozen packet under verification. */
typedef struct {
  QuanDesk         *desk;
  const QuanFrozen *frozen;
  GPtrArray        *problems;
} Verification;

static void
report (const Verification *verification, const char *sentence)
{
  g_autofree char *where = g_strdup_printf ("packets %" G_GINT64_FORMAT, verification->frozen->id);

  quan_store_problem_add (verification->problems, where, g_strdup (sentence));
}

/* The viewpoint a frozen answer was given from. */
static gboolean
read_view (const Verification *verification, const json_t *answer, QuanView *view)
{
  const QuanFrozen *frozen = verification->frozen;
  const char *key;
  json_t *value;

  view->pack = quan_pack_shelf_pinned (verification->desk->shelf, frozen->policy, frozen->policy_hash);
  view->as_of = frozen->submitted;
  if (view->pack == NULL) {
    report (verification, _("The version of the policy pack it was frozen under is not here, so its figures cannot be "
                            "recomputed. Install that version."));
    return FALSE;
  }
  view->readings = quan_pack_standard_readings (view->pack);
  json_object_foreach (json_object_get (answer, "readings"), key, value)
    if (!quan_readings_choose (&view->readings, view->pack, key, json_string_value (value), NULL)) {
      report (verification, _("The frozen answer names a reading that its policy pack does not have."));
      return FALSE;
    }
  return TRUE;
}

static QuanWorkspace *
read_facts (const Verification *verification)
{
  const char *text = verification->frozen->facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanWorkspace) facts = quan_workspace_json_read (text, strlen (text), NULL, &error);

  if (facts != NULL && quan_workspace_resolve (facts, &(QuanKnown) { NULL }, &error))
    return g_steal_pointer (&facts);
  report (verification, error->message);
  return NULL;
}

/* The claim that was submitted with the packet. */
static QuanClaim *
submitted_claim (const QuanWorkspace *facts, const char *contract, QuanDate submitted)
{
  for (guint i = 0; i < facts->sections[QUAN_CLAIMS]->len; i++) {
    QuanClaim *claim = facts->sections[QUAN_CLAIMS]->pdata[i];

    if (claim->state == QUAN_CLAIM_SUBMITTED && claim->submitted == submitted
        && strcmp (claim->contract, contract) == 0)
      return claim;
  }
  return NULL;
}

/* The frozen facts, judged again. NULL where they cannot be, which has been reported. */
static QuanJudgement *
judge_again (const Verification *verification, const json_t *answer)
{
  const char *contract = json_string_value (json_object_get (answer, "contract"));
  g_autoptr (GError) error = NULL;
  QuanWorkspace *facts;
  QuanJudgement *judgement;
  QuanView view;

  if (contract == NULL) {
    report (verification, _("The frozen answer names no contract."));
    return NULL;
  }
  if (!read_view (verification, answer, &view) || (facts = read_facts (verification)) == NULL)
    return NULL;
  judgement = quan_judge_facts (facts, contract, submitted_claim (facts, contract, view.as_of), &view, &error);
  if (judgement == NULL)
    report (verification, error->message);
  else if (judgement->subject.judged == NULL)
    report (verification, _("The frozen facts do not hold the claim that was submitted."));
  return judgement;
}

/* The verdicts of an answer, by rule. */
static json_t *
verdicts (const json_t *answer)
{
  json_t *map = json_object (), *rule;
  size_t i;

  json_array_foreach (json_object_get (answer, "rules"), i, rule)
    json_object_set (map, json_string_value (json_object_get (rule, "id")), json_object_get (rule, "verdict"));
  return map;
}

/* Compares the figures and verdicts, not the wording, which may improve. */
static void
compare_answers (const Verification *verification, const json_t *frozen, const QuanJudgement *judgement)
{
  QuanChecked checked = { &judgement->view, &judgement->subject, judgement->check };
  g_autoptr (GString) text = g_string_new (NULL);
  QuanJson json = { .text = text };
  g_autoptr (json_t) again = NULL, before = verdicts (frozen), now = NULL;

  quan_answer_check (&json, NULL, &checked, QUAN_LANGUAGE_ZH);
  again = quan_json_parse (text->str, text->len, NULL);
  now = verdicts (again);
  if (!json_equal (json_object_get (frozen, "award"), json_object_get (again, "award")))
    report (verification, _("The figures of the frozen answer are not those its facts give."));
  if (!json_equal (json_object_get (frozen, "verdict"), json_object_get (again, "verdict"))
      || !json_equal (before, now))
    report (verification, _("The verdicts of the frozen answer are not those its facts give."));
}

/* What a submission fixes of a claim stays as the facts say, whatever the authority answers later. */
static void
compare_claim (const Verification *verification, const QuanClaim *kept, const QuanJudgement *judgement)
{
  const QuanClaim *claim = judgement->subject.judged;

  if (kept->submitted != claim->submitted || kept->requested != claim->requested
      || g_strcmp0 (kept->policy, claim->policy) != 0)
    report (verification, _("The claim in the store is not the one that was submitted with this packet."));
  if (kept->base != judgement->check->award.base.base)
    report (verification, _("The base recorded with the claim is not the one its frozen facts give."));
}

/* Verifies one packet. kept is the claim it was frozen of, as it stands now; NULL if a later packet replaced this
 * one. */
static void
verify_packet (QuanDesk *desk, const QuanFrozen *frozen, const QuanClaim *kept, GPtrArray *problems)
{
  Verification verification = { desk, frozen, problems };
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) answer = quan_json_parse (frozen->answer, strlen (frozen->answer), &error);
  const json_t *check = answer != NULL ? json_object_get (answer, QUAN_FROZEN_CHECK) : NULL;
  g_autoptr (QuanJudgement) judgement = NULL;

  if (answer == NULL)
    report (&verification, error->message);
  else
    judgement = judge_again (&verification, check);
  if (judgement == NULL || judgement->subject.judged == NULL)
    return;
  compare_answers (&verification, check, judgement);
  if (kept != NULL)
    compare_claim (&verification, kept, judgement);
}

static gboolean
verify_claim (QuanDesk *desk, const QuanClaim *claim, gint64 id, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) packets = quan_store_packets (desk->store, QUAN_CLAIMS, id, error);

  for (guint i = 0; packets != NULL && i < packets->len; i++)
    verify_packet (desk, packets->pdata[i], i + 1 == packets->len ? claim : NULL, problems);
  return packets != NULL;
}

static gboolean
verify_claims (QuanDesk *desk, GPtrArray *problems, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_CLAIMS, &(QuanStoreFilter) { NULL }, error);
  g_autoptr (GError) failure = NULL;
  QuanClaim *claim;
  gint64 id;

  if (cursor == NULL)
    return FALSE;
  while (failure == NULL && (claim = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    verify_claim (desk, claim, id, problems, &failure);
    quan_record_free (&quan_claim_type, claim);
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

GPtrArray *
quan_desk_verify (QuanDesk *desk, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (GPtrArray) problems = store != NULL ? quan_store_verify (store) : NULL;
  g_autoptr (GError) unreadable = NULL;

  if (problems == NULL)
    return NULL;
  /* Damage that keeps the claims from being read has been found already; it ends the rest. */
  if (!verify_claims (desk, problems, &unreadable))
    quan_store_problem_add (problems, "claims", g_strdup (unreadable->message));
  return g_steal_pointer (&problems);
}
