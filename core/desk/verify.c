/* Whether a store is whole, down to every figure it froze. */
#include "core/desk/facts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/desk/answer.h"
#include "core/desk/verification.h"

void
quan_verification_report (const QuanVerification *verification, const char *sentence)
{
  g_autofree char *where = g_strdup_printf ("packets %" G_GINT64_FORMAT, verification->frozen->id);

  quan_store_problem_add (verification->problems, where, g_strdup (sentence));
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
judge_again (const QuanVerification *verification, const json_t *answer)
{
  const char *contract = json_string_value (json_object_get (answer, "contract"));
  g_autoptr (GError) error = NULL;
  QuanWorkspace *facts;
  QuanJudgement *judgement;
  QuanView view;

  if (contract == NULL) {
    quan_verification_report (verification, _("The frozen answer names no contract."));
    return NULL;
  }
  if (!quan_frozen_view (verification->desk, verification->frozen, answer, &view, &error)
      || (facts = quan_frozen_facts (verification->frozen, &error)) == NULL) {
    quan_verification_report (verification, error->message);
    return NULL;
  }
  judgement = quan_judge_facts (facts, contract, submitted_claim (facts, contract, view.as_of), &view, &error);
  if (judgement == NULL)
    quan_verification_report (verification, error->message);
  else if (judgement->subject.judged == NULL)
    quan_verification_report (verification, _("The frozen facts do not hold the claim that was submitted."));
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
compare_answers (const QuanVerification *verification, const json_t *frozen, const QuanJudgement *judgement)
{
  QuanChecked checked = { &judgement->view, &judgement->subject, judgement->check };
  g_autoptr (GString) text = g_string_new (NULL);
  QuanJson json = { .text = text };
  g_autoptr (json_t) again = NULL, before = verdicts (frozen), now = NULL;

  quan_answer_check (&json, NULL, &checked, QUAN_LANGUAGE_ZH);
  again = quan_json_parse (text->str, text->len, NULL);
  now = verdicts (again);
  if (!json_equal (json_object_get (frozen, "award"), json_object_get (again, "award")))
    quan_verification_report (verification, _("The figures of the frozen answer are not those its facts give."));
  if (!json_equal (json_object_get (frozen, "verdict"), json_object_get (again, "verdict"))
      || !json_equal (before, now))
    quan_verification_report (verification, _("The verdicts of the frozen answer are not those its facts give."));
}

/* What a submission fixes of a claim stays as the facts say, whatever the authority answers later. */
static void
compare_claim (const QuanVerification *verification, const QuanClaim *kept, const QuanJudgement *judgement)
{
  const QuanClaim *claim = judgement->subject.judged;

  if (kept->submitted != claim->submitted || kept->requested != claim->requested
      || g_strcmp0 (kept->policy, claim->policy) != 0)
    quan_verification_report (verification,
                              _("The claim in the store is not the one that was submitted with this packet."));
  if (kept->base != judgement->check->award.base.base)
    quan_verification_report (verification,
                              _("The base recorded with the claim is not the one its frozen facts give."));
}

/* Verifies the packet of a claim, likewise. */
static void
verify_claim_packet (const QuanVerification *verification, gconstpointer kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) answer = quan_frozen_answer (verification->frozen, &error);
  const json_t *check = answer != NULL ? json_object_get (answer, QUAN_FROZEN_CHECK) : NULL;
  g_autoptr (QuanJudgement) judgement = NULL;

  if (answer == NULL)
    quan_verification_report (verification, error->message);
  else
    judgement = judge_again (verification, check);
  if (judgement == NULL || judgement->subject.judged == NULL)
    return;
  compare_answers (verification, check, judgement);
  if (kept != NULL)
    compare_claim (verification, kept, judgement);
}

/* What packets are frozen of, and how one is verified. */
static const struct {
  QuanSection section;
  void      (*verify) (const QuanVerification *verification, gconstpointer kept);
} kinds[] = {
  { QUAN_CLAIMS, verify_claim_packet },
  { QUAN_REDEMPTIONS, quan_verify_redemption_packet },
};

/* Verifies every packet of a record. */
static gboolean
verify_packets (QuanDesk *desk, guint kind, gconstpointer record, gint64 id, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) packets = quan_store_packets (desk->store, kinds[kind].section, id, error);

  for (guint i = 0; packets != NULL && i < packets->len; i++) {
    const QuanVerification verification = { desk, packets->pdata[i], problems };

    kinds[kind].verify (&verification, i + 1 == packets->len ? record : NULL);
  }
  return packets != NULL;
}

static gboolean
verify_kind (QuanDesk *desk, guint kind, GPtrArray *problems, GError **error)
{
  QuanSection section = kinds[kind].section;
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, section, &(QuanStoreFilter) { NULL }, error);
  g_autoptr (GError) failure = NULL;
  gpointer record;
  gint64 id;

  if (cursor == NULL)
    return FALSE;
  while (failure == NULL && (record = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    verify_packets (desk, kind, record, id, problems, &failure);
    quan_record_free (quan_section_types[section], record);
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

  if (problems == NULL)
    return NULL;
  /* Damage that keeps the records from being read has been found already; it ends the rest. */
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    const char *where = quan_section_types[kinds[kind].section]->plural;
    g_autoptr (GError) unreadable = NULL;

    if (!verify_kind (desk, kind, problems, &unreadable))
      quan_store_problem_add (problems, where, g_strdup (unreadable->message));
  }
  return g_steal_pointer (&problems);
}
