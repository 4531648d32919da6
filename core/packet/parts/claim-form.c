/* The claim form: one grid, fixed wording in Hei, what the enterprise stated in Kai. Declarations are wording to be
 * signed; nothing in them is filled in or ticked for the officer. */
#include "core/base/capitals.h"
#include "core/packet/form.h"
#include "core/packet/parts/form-cells.h"
#include "core/packet/parts/open-table.h"
#include "core/packet/parts/parts.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define ROW MM (7.45)
#define DRAFT_ROW MM (6.3)  /* leaves room for the open items */
#define N_GRID 4
#define DECLARATION_HEIGHT MM (44)
#define OPINION_HEIGHT MM (26)
#define OPINION_LEAST MM (18)

static const double grid[N_GRID] = {25 * QUAN_MM, 73 * QUAN_MM, 22 * QUAN_MM, 41 * QUAN_MM};

/* A labelled value; NULL is still to be filled in. */
static void
add_value (QuanForm *form, guint span, const char *label, const char *value)
{
  QuanBlock *block;

  quan_form_label (form, label);
  block = quan_form_cell (form, span, QUAN_ALIGN_LEFT);
  if (value != NULL)
    quan_block_add (block, value, &quan_style_stated, QUAN_FORM_LEADING);
  else
    quan_block_add_blank (block, "〔待填〕", &quan_style_missing, QUAN_FORM_LEADING + 1);
}

static void
add_wide (QuanForm *form, const char *label, const char *value)
{
  quan_form_row (form, 0);
  add_value (form, N_GRID - 1, label, value);
}

static void
add_pair (QuanForm *form, const char *label, const char *value, const char *label_2, const char *value_2)
{
  quan_form_row (form, 0);
  add_value (form, 1, label, value);
  add_value (form, 1, label_2, value_2);
}

static void
add_code (QuanForm *form, const char *code, const char *label_2, const char *value_2)
{
  quan_form_row (form, 0);
  if (code != NULL) {
    quan_form_label (form, "信用代码");
    quan_form_drawn_cell (form, 1, quan_cell_code, code);
  } else {
    add_value (form, 1, "信用代码", NULL);
  }
  add_value (form, 1, label_2, value_2);
}

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
  add_pair (form, "企业名称", enterprise->name, "主体类型",
            where_asked (check, "enterprise.entity_type", term_name (&quan_entity_types, enterprise->entity_type)));
  add_code (form, enterprise->uscc, "成立日期", or_blank (established));
  add_wide (form, "注册地址", or_blank (address));
  add_pair (form, "行业代码", where_asked (check, "enterprise.industry_code", enterprise->industry_code), "法定代表人",
            or_blank (enterprise->legal_representative));
  add_pair (form, "联系人", or_blank (person), "联系电话", or_blank (contact->phone));
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
  add_pair (form, "供给方名称", subject->provider != NULL ? subject->provider->name : NULL, "关联关系",
            where_asked (check, "contract.affiliated", affiliation (subject->contract->affiliated)));
  add_code (form, subject->contract->provider, "应用领域",
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
  add_wide (form, "合同名称", contract->title);
  add_pair (form, "合同编号", contract->number, "签订日期",
            where_asked (check, "contract.signed", signed_on));
  add_pair (form, "服务期", term, "算力用途",
            where_asked (check, "contract.purpose", term_name (&quan_purposes, contract->purpose)));
  add_wide (form, "模型名称", or_blank (contract->model));
}

static void
add_figure (QuanForm *form, const char *label, const char *note, const char *figure)
{
  QuanBlock *block;

  quan_form_label (form, label);
  block = quan_form_cell (form, 1, QUAN_ALIGN_RIGHT);
  if (note != NULL)
    quan_block_add_noted (block, note, &quan_style_note, figure, &quan_style_stated, QUAN_FORM_LEADING);
  else
    quan_block_add (block, figure, &quan_style_stated, QUAN_FORM_LEADING);
}

/* How the figures came about stands beside them; the working sheet has it in full. */
static void
add_award (QuanForm *form, const QuanPages *pages)
{
  const QuanAward *award = &pages->source->check->award;
  const QuanPack *pack = pages->source->view->pack;
  const QuanStep *days = quan_pages_step (pages, "days");
  g_autofree char *ratio = award->ratio_known ? quan_ratio_text (&award->ratio) : g_strdup ("缺事实");
  g_autofree char *used = g_strdup_printf ("%d 年，已占用 %s", award->year, quan_pages_result (pages, "used"));
  gboolean net = quan_readings_code (&pages->source->view->readings, pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET;

  quan_form_section (form, "额度核定");
  quan_form_row (form, 0);
  add_figure (form, "合同总额", net ? "不含税" : "含税", quan_pages_result (pages, "total"));
  add_figure (form, "计入费用", NULL, quan_pages_result (pages, "compute"));
  quan_form_row (form, 0);
  add_figure (form, days != NULL ? days->label : "计入天数", award->base.by_schedule ? "按交付计划" : NULL,
              quan_pages_result (pages, "days"));
  add_figure (form, "核定基数", NULL, quan_pages_result (pages, "base"));
  quan_form_row (form, 0);
  add_figure (form, "支持比例", pack->ratio->clause, ratio);
  add_figure (form, "支持上限", NULL, quan_pages_result (pages, "ceiling"));
  quan_form_row (form, 0);
  add_figure (form, "年度额度", used, quan_pages_result (pages, "cap"));
  add_figure (form, "剩余额度", NULL, quan_pages_result (pages, "remaining"));
}

static void
add_amount (QuanForm *form, const QuanPages *pages)
{
  const QuanFen *fen = &pages->source->check->award.claimable;
  g_autofree char *capitals = *fen != QUAN_FEN_NONE ? quan_capitals (*fen) : quan_packet_money (*fen);
  g_autofree char *money = quan_packet_money (*fen);
  g_autofree char *figures = g_strconcat (*fen != QUAN_FEN_NONE ? "¥" : "", money, NULL);

  quan_form_section (form, "申领金额");
  quan_form_row (form, pages->ready ? MM (10) : MM (8.4));
  quan_form_label (form, "大　写");
  quan_block_add (quan_form_cell (form, N_GRID - 1, QUAN_ALIGN_LEFT), capitals, &quan_style_capitals, 18);
  quan_form_row (form, pages->ready ? MM (12.5) : MM (11));
  quan_form_label (form, "小　写");
  quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_LEFT), figures, &quan_style_amount, 18);
  quan_form_drawn_cell (form, 2, quan_cell_places, fen);
}

static void
add_bank (QuanForm *form, const QuanEnterprise *enterprise)
{
  static const QuanBank no_bank;
  const QuanBank *bank = enterprise->bank != NULL ? enterprise->bank : &no_bank;

  quan_form_section (form, "收款账户");
  add_wide (form, "户　名", bank->account_name);
  add_pair (form, "开户银行", bank->bank_name, "联行号", bank->cnaps != NULL ? bank->cnaps : "—");
  add_wide (form, "账　号", bank->account);
}

/* Signatures and the authority's block, which gives up height for what stands below the form; a draft has none, lest it
 * be signed. */
static void
add_signatures (QuanForm *form, const QuanPages *pages, double below)
{
  double rest;

  quan_form_section (form, "企业声明");
  quan_form_row (form, DECLARATION_HEIGHT);
  quan_form_drawn_cell (form, N_GRID, quan_cell_declaration, pages);
  rest = quan_flow_room (&pages->flow) - below - quan_form_height (form);
  quan_form_section (form, "受理意见");
  quan_form_row (form, CLAMP (rest, OPINION_LEAST, OPINION_HEIGHT));
  quan_form_drawn_cell (form, N_GRID, quan_cell_opinion, NULL);
}

/* Readings other than the pack's own, which change what is claimed: "读法与默认不同：A1 按月。"; "" for none. */
static char *
readings_text (const QuanView *view)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < QUAN_N_SWITCHES; i++) {
    const QuanReading *reading = view->pack->switches[i];

    if (view->readings.option[i] != reading->standard)
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "读法与默认不同：" : "、", reading->id,
                              quan_readings_option (&view->readings, view->pack, i)->name.in[QUAN_LANGUAGE_ZH]);
  }
  if (text->len > 0)
    g_string_append (text, "。");
  return g_string_free (text, FALSE);
}

static char *
note_text (const QuanPages *pages)
{
  g_autofree char *readings = readings_text (pages->source->view);
  g_autofree char *page = quan_pages_see (pages, "working-sheet");

  return g_strconcat (pages->ready ? "黑体为固定栏目，楷体为填报内容。"
                                   : "草稿不印签章栏，以免误签。虚线框为应填未填；“不能确定”不等于零。",
                      "算式见核算表", page, "。", readings, NULL);
}

void
quan_part_claim_form (QuanPages *pages)
{
  const QuanCase *subject = pages->source->subject;
  g_autoptr (QuanForm) form = quan_form_new (pages->fonts, QUAN_FORM_LABELS, grid, N_GRID,
                                               pages->ready ? ROW : DRAFT_ROW);
  g_autofree char *title = g_strconcat (pages->source->view->pack->programme.in[QUAN_LANGUAGE_ZH], "申领表", NULL);
  g_autofree char *left = quan_pages_applicant (pages), *note = note_text (pages);
  double below = quan_pages_note_height (pages, note);

  quan_pages_head (pages, title, left, "金额单位：人民币元");
  if (!pages->ready)
    quan_open_table_draw (pages);
  add_enterprise (form, subject->enterprise, pages->source->check);
  add_provider (form, subject, pages->source->check);
  add_contract (form, subject->contract, pages->source->check);
  add_award (form, pages);
  add_amount (form, pages);
  add_bank (form, subject->enterprise);
  if (pages->ready)
    add_signatures (form, pages, below);
  /* The note stays with the last section. */
  pages->flow.bottom -= below;
  quan_form_draw (form, &pages->flow);
  pages->flow.bottom += below;
  quan_pages_note (pages, note);
}
