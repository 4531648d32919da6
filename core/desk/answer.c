#include "core/desk/answer.h"

static void
answer_facts (QuanJson *json, const QuanFinding *finding)
{
  quan_json_begin_object (json, "facts");
  for (int i = 0; i < finding->n_facts; i++) {
    g_autofree char *value = quan_value_plain (&finding->facts[i]);

    quan_json_text (json, finding->facts[i].id, value);
  }
  quan_json_end_object (json);
}

static void
answer_differs (QuanJson *json, const QuanFinding *finding)
{
  quan_json_begin_array (json, "differs_under");
  for (int i = 0; i < finding->n_differs; i++) {
    const QuanDiffer *differ = &finding->differs[i];

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "reading", differ->reading->key);
    quan_json_text (json, "value", differ->option->id);
    quan_json_text (json, "verdict", quan_verdict_id (differ->verdict));
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

static void
answer_finding (QuanJson *json, const QuanFinding *finding, QuanLanguage language)
{
  g_autofree char *reason = quan_finding_reason (finding, language);
  g_autofree char *margin = quan_finding_margin (finding, language);
  g_autofree char *fix = quan_finding_fix (finding, language);

  quan_json_begin_object (json, NULL);
  quan_json_text (json, "id", finding->rule->id);
  quan_json_text (json, "clause", finding->rule->clause);
  quan_json_text (json, "verdict", quan_verdict_id (finding->verdict));
  quan_json_text (json, "reason", reason);
  answer_facts (json, finding);
  quan_json_text (json, "margin", margin);
  answer_differs (json, finding);
  quan_json_begin_array (json, "fix");
  if (fix != NULL)
    quan_json_text (json, NULL, fix);
  quan_json_end_array (json);
  quan_json_end_object (json);
}

void
quan_answer_findings (QuanJson *json, const QuanFinding *findings, int n, QuanLanguage language)
{
  quan_json_begin_array (json, "rules");
  for (int i = 0; i < n; i++)
    answer_finding (json, &findings[i], language);
  quan_json_end_array (json);
}

void
quan_answer_view (QuanJson *json, const QuanView *view)
{
  const QuanPack *pack = view->pack;

  quan_json_date (json, "as_of", view->as_of);
  quan_json_begin_object (json, "policy");
  quan_json_text (json, "id", pack->id);
  quan_json_number (json, "version", pack->version);
  quan_json_text (json, "state", quan_pack_state_id (quan_pack_state (pack, view->as_of)));
  quan_json_flag (json, "verified", pack->verified);
  quan_json_end_object (json);
  quan_json_begin_object (json, "readings");
  for (int i = 0; i < QUAN_N_SWITCHES; i++)
    quan_json_text (json, pack->switches[i]->key, quan_readings_option (&view->readings, pack, i)->id);
  quan_json_end_object (json);
}

/* Days are given where they decide the base, else null. */
static void
answer_days (QuanJson *json, const char *key, int days)
{
  if (days >= 0)
    quan_json_number (json, key, days);
  else
    quan_json_raw (json, key, NULL);
}

static void
answer_award (QuanJson *json, const QuanAward *award)
{
  quan_json_begin_object (json, "award");
  quan_json_money (json, "compute", award->base.compute);
  quan_json_money (json, "base", award->base.base);
  answer_days (json, "days_inside", award->base.days_inside);
  answer_days (json, "days_total", award->base.days_total);
  quan_json_money (json, "ceiling", award->ceiling);
  quan_json_number (json, "year", award->year);
  quan_json_money (json, "remaining", award->remaining);
  quan_json_money (json, "claimable", award->claimable);
  quan_json_money (json, "forfeited", award->forfeited);
  quan_json_money (json, "at_risk", award->at_risk);
  quan_json_end_object (json);
}

void
quan_answer_check (QuanJson *json, const char *key, const QuanChecked *checked, QuanLanguage language)
{
  const QuanCheck *check = checked->check;

  quan_json_begin_object (json, key);
  quan_json_text (json, "contract", checked->subject->contract->number);
  quan_json_text (json, "enterprise", checked->subject->enterprise->uscc);
  quan_answer_view (json, checked->view);
  quan_json_text (json, "verdict", quan_verdict_id (check->verdict));
  quan_answer_findings (json, check->findings, check->n_findings, language);
  answer_award (json, &check->award);
  quan_json_end_object (json);
}
