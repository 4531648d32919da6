/* The claim form: one grid, fixed wording in Hei, what the enterprise stated in Kai. Declarations are wording to be
 * signed; nothing in them is filled in or ticked for the officer. */
#include "core/packet/parts/form-rows.h"
#include "core/packet/parts/parts.h"

/* Two texts joined by a blank of one em; one of them may be missing. */
static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("%s　%s", first, second);
}

static const char *
term_name (const QuanVocabulary *vocabulary, int value)
{
  const QuanTerm *term = quan_vocabulary_term (vocabulary, value);

  return term != NULL ? quan_term_name (term, QUAN_LANGUAGE_ZH) : NULL;
}

/* A value that may stay blank, to be filled in by pen. */
static const char *
or_blank (const char *value)
{
  return value != NULL ? value : "";
}

/* A value that is needed where a rule of the pack reads this fact, and may stay blank where none does. */
static const char *
where_asked (const QuanCheck *check, const char *fact, const char *value)
{
  if (value != NULL)
    return value;
  for (int i = 0; i < check->n_findings; i++)
    for (int j = 0; j < check->findings[i].n_facts; j++)
      if (g_str_equal (check->findings[i].facts[j].id, fact))
        return NULL;
  return "";
}

static void
add_enterprise (QuanForm *form, const QuanEnterprise *enterprise, const QuanCheck *check)
{
  static const QuanContact no_contact;
  const QuanContact *contact = enterprise->contact != NULL ? enterprise->contact : &no_contact;
  g_autofree char *established = quan_packet_date (enterprise->established);
  g_autofree char *region = enterprise->region != NULL ? g_strdup_printf ("（%s）", enterprise->region) : NULL;
  g_autofree char *address = enterprise->address != NULL ? g_strconcat (enterprise->address, region, NULL) : NULL;
  g_autofree char *person = contact->name != NULL ? join (contact->name, contact->email) : NULL;

  quan_form_section (form, "申领企业");
  quan_rows_pair (form, "企业名称", enterprise->name, "主体类型",
            where_asked (check, "enterprise.entity_type", term_name (&quan_entity_types, enterprise->entity_type)));
  quan_rows_code (form, enterprise->uscc, "成立日期", or_blank (established));
  quan_rows_wide (form, "注册地址", or_blank (address));
  quan_rows_pair (form, "行业代码", where_asked (check, "enterprise.industry_code", enterprise->industry_code), "法定代表人",
            or_blank (enterprise->legal_representative));
  quan_rows_pair (form, "联系人", or_blank (person), "联系电话", or_blank (contact->phone));
}

/* What a flag states; a declaration nobody made stays open. */
static const char *
affiliation (int flag)
{
  return flag == QUAN_FLAG_YES ? "有" : flag == QUAN_FLAG_NO ? "无" : NULL;
}

static void
add_provider (QuanForm *form, const QuanCase *subject, const QuanCheck *check)
{
  const char *word = subject->contract->field;
  int field = word != NULL ? quan_vocabulary_value (&quan_fields_of_use, word) : 0;

  quan_form_section (form, "供给方");
  quan_rows_pair (form, "供给方名称", subject->provider != NULL ? subject->provider->name : NULL, "关联关系",
            where_asked (check, "contract.affiliated", affiliation (subject->contract->affiliated)));
  quan_rows_code (form, subject->contract->provider, "应用领域",
            where_asked (check, "contract.field", field != 0 ? term_name (&quan_fields_of_use, field) : word));
}

static void
add_contract (QuanForm *form, const QuanContract *contract, const QuanCheck *check)
{
  g_autofree char *signed_on = quan_packet_date (contract->signed_on);
  g_autofree char *starts = quan_packet_date (contract->starts), *ends = quan_packet_date (contract->ends);
  g_autofree char *term = NULL;

  if (starts != NULL && ends != NULL)
    term = g_strdup_printf ("%s 至 %s，共 %d 天", starts, ends, contract->ends - contract->starts + 1);
  quan_form_section (form, "服务合同");
  quan_rows_wide (form, "合同名称", contract->title);
  quan_rows_pair (form, "合同编号", contract->number, "签订日期",
            where_asked (check, "contract.signed", signed_on));
  quan_rows_pair (form, "服务期", term, "算力用途",
            where_asked (check, "contract.purpose", term_name (&quan_purposes, contract->purpose)));
  quan_rows_wide (form, "模型名称", or_blank (contract->model));
}

/* How the figures came about stands beside them; the working sheet has it in full. */
static void
add_award (QuanForm *form, const QuanPages *pages)
{
  const QuanAward *award = &pages->claim->check->award;
  const QuanPack *pack = pages->view->pack;
  const QuanStep *days = quan_pages_step (pages, "days");
  g_autofree char *ratio = award->ratio_known ? quan_ratio_text (&award->ratio) : g_strdup ("缺事实");
  g_autofree char *used = g_strdup_printf ("%d 年，已占用 %s", award->year, quan_pages_result (pages, "used"));
  gboolean net = quan_readings_code (&pages->view->readings, pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET;

  quan_form_section (form, "额度核定");
  quan_form_row (form, 0);
  quan_rows_figure (form, "合同总额", net ? "不含税" : "含税", quan_pages_result (pages, "total"));
  quan_rows_figure (form, "计入费用", NULL, quan_pages_result (pages, "compute"));
  quan_form_row (form, 0);
  quan_rows_figure (form, days != NULL ? days->label : "计入天数", award->base.by_schedule ? "按交付计划" : NULL,
              quan_pages_result (pages, "days"));
  quan_rows_figure (form, "核定基数", NULL, quan_pages_result (pages, "base"));
  quan_form_row (form, 0);
  quan_rows_figure (form, "支持比例", pack->ratio->clause, ratio);
  quan_rows_figure (form, "支持上限", NULL, quan_pages_result (pages, "ceiling"));
  quan_form_row (form, 0);
  quan_rows_figure (form, "年度额度", used, quan_pages_result (pages, "cap"));
  quan_rows_figure (form, "剩余额度", NULL, quan_pages_result (pages, "remaining"));
}

void
quan_part_claim_form (QuanPages *pages)
{
  const QuanCase *subject = &pages->subject;
  const QuanCheck *check = pages->claim->check;
  g_autofree char *title = g_strconcat (pages->view->pack->programme.in[QUAN_LANGUAGE_ZH], "申领表", NULL);
  g_autoptr (QuanForm) form = quan_rows_begin (pages, title);

  add_enterprise (form, subject->enterprise, check);
  add_provider (form, subject, check);
  add_contract (form, subject->contract, check);
  add_award (form, pages);
  quan_rows_amount (form, pages, "申领金额", &check->award.claimable);
  quan_rows_bank (form, subject->enterprise);
  quan_rows_end (pages, form);
}
