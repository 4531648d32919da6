/* The cover of a claim: who claims what from whom, and how much. */
#include "core/packet/parts/cover.h"
#include "core/packet/parts/parts.h"

static char *
term_text (const QuanContract *contract)
{
  g_autofree char *starts = quan_packet_date (contract->starts);
  g_autofree char *ends = quan_packet_date (contract->ends);

  if (starts == NULL || ends == NULL)
    return NULL;
  return g_strdup_printf ("%s 至 %s（%d 天）", starts, ends, contract->ends - contract->starts + 1);
}

/* Where the amount comes from, beside it. */
static char *
origin_text (const QuanPages *pages)
{
  const QuanAward *award = &pages->claim->check->award;
  g_autofree char *base = quan_packet_money (award->base.base);
  g_autofree char *ratio = award->ratio_known ? quan_ratio_text (&award->ratio) : NULL;

  if (award->claimable == QUAN_FEN_NONE || award->claimable == 0)
    return g_strdup ("");
  if (award->claimable == award->ceiling && ratio != NULL)
    return g_strdup_printf ("核定基数 %s 元 × %s", base, ratio);
  if (award->claimable == award->remaining)
    return g_strdup_printf ("%d 年剩余额度", award->year);
  return g_strdup ("申请金额");
}

void
quan_part_claim_cover (QuanPages *pages)
{
  const QuanCase *subject = &pages->subject;
  g_autofree char *term = term_text (subject->contract);
  g_autofree char *as_of = quan_packet_date (pages->view->as_of), *origin = origin_text (pages);
  const QuanCoverValue values[] = {
    {"申领企业", subject->enterprise->name},
    {"统一社会信用代码", subject->enterprise->uscc},
    {"智能算力供给方", subject->provider != NULL ? subject->provider->name : NULL},
    {"合同名称", subject->contract->title},
    {"合同编号", subject->contract->number},
    {"服务期", term},
    {"申领基准日", as_of},
  };

  quan_cover_draw (pages, values, G_N_ELEMENTS (values), "申领金额", pages->claim->check->award.claimable, origin);
}
