/* What a year of redemptions says, in both languages. */
#include "core/engine/agenda-text.h"
#include "core/engine/timeline.h"

static const QuanTerm states[QUAN_N_SEGMENT_STATES] = {
  [QUAN_SEGMENT_PAID] = { "paid", "Paid", "已兑付" },
  [QUAN_SEGMENT_SUBMITTED] = { "submitted", "Submitted", "已提交" },
  [QUAN_SEGMENT_RETURNED] = { "returned", "Returned", "已退回" },
  [QUAN_SEGMENT_DRAFT] = { "draft", "Draft", "草稿" },
  [QUAN_SEGMENT_DUE] = { "due", "To be filed", "可报送" },
  [QUAN_SEGMENT_MISSED] = { "missed", "Not filed", "未报送" },
  [QUAN_SEGMENT_NOTHING] = { "nothing", "Nothing to file", "无可报送" },
  [QUAN_SEGMENT_FUTURE] = { "future", "Not open yet", "尚未开始" },
};

/* Of each state what is said behind the round; %s is its amount. */
static const QuanText sentences[QUAN_N_SEGMENT_STATES] = {
  [QUAN_SEGMENT_PAID] = { { "paid, %s asked for", "已兑付，申请 %s" } },
  [QUAN_SEGMENT_SUBMITTED] = { { "submitted, %s asked for", "已提交，申请 %s" } },
  [QUAN_SEGMENT_RETURNED] = { { "returned for correction, %s asked for", "已退回补正，申请 %s" } },
  [QUAN_SEGMENT_DRAFT] = { { "a draft of %s", "草稿，%s" } },
  [QUAN_SEGMENT_DUE] = { { "%s can be filed", "可报送 %s" } },
  [QUAN_SEGMENT_MISSED] = { { "nothing was filed, though %s of the vouchers had been delivered and not redeemed by then",
                              "未报送；截止时算力券已交付未兑付 %s" } },
  [QUAN_SEGMENT_NOTHING] = { { "nothing to file", "无可报送" } },
  [QUAN_SEGMENT_FUTURE] = { { "not open yet", "尚未开始" } },
};

static const QuanText head = { { "%s, filed from %s to %s: ", "%s，%s 至 %s 报送：" } };
static const QuanText head_early = { { "%s, filed from %s to %s, a %s: ", "%s，%s 至 %s（%s）报送：" } };
static const QuanText due_unknown = { { "something can be filed; its amount is not computed yet", "可报送，金额尚未计算" } };
static const QuanText to_return = { { "%s to return or offset", "需退回或抵扣 %s" } };
static const QuanText received = { { ", %s received", "，到账 %s" } };
static const QuanText unrecorded = { { "; how much came is not recorded", "，到账金额未登记" } };
static const QuanText would_bring = { { "; filed now it would bring %s", "；目前可报送 %s" } };
static const QuanText file_by = { { ", by %s", "，请在 %s 前提交" } };
static const QuanText gap = { { "Deliveries from %s to %s have no redemption round", "%s 至 %s 的交付没有对应兑付批次" } };
static const QuanText risk = { { ": %s at risk", "，%s有风险" } };
static const QuanText no_risk = { { "; nothing is at risk", "，没有金额有风险" } };
static const QuanText no_rounds = { { "The programme has no redemption round in %s", "%s 年没有兑付批次" } };
static const QuanText stop = { { ".", "。" } };

#define YEAR_LENGTH 4

/* A text in progress. */
typedef struct {
  GString     *text;
  QuanLanguage language;
} Words;

const char *
quan_segment_state_name (QuanSegmentState state, QuanLanguage language)
{
  return quan_term_name (&states[state], language);
}

char *
quan_round_name (const char *label, QuanLanguage language)
{
  int number = g_ascii_digit_value (label[YEAR_LENGTH + 1]), year = quan_round_label_year (label);

  if (language == QUAN_LANGUAGE_EN)
    return g_strdup (label);
  if (label[YEAR_LENGTH] == 'H')
    return g_strdup_printf ("%d 年%s半年", year, number == 1 ? "上" : "下");
  return g_strdup_printf ("%d 年第%s季度", year, quan_chinese_digits[number]);
}

static void
say (Words *words, const QuanText *what, ...)
{
  va_list arguments;

  va_start (arguments, what);
  g_string_append_vprintf (words->text, what->in[words->language], arguments);
  va_end (arguments);
}

/* Says something whose only argument is an amount. */
static void
say_amount (Words *words, const QuanText *what, QuanFen fen)
{
  static const QuanText unknown = { { "an unknown amount", "未知金额" } };
  char buffer[QUAN_MONEY_BUF];
  g_autofree char *amount = NULL;

  if (fen == QUAN_FEN_NONE)
    amount = g_strdup (unknown.in[words->language]);
  else
    amount = g_strdup_printf (words->language == QUAN_LANGUAGE_ZH ? "%s 元" : "%s yuan", quan_money_grouped (fen, buffer));
  say (words, what, amount);
}

static void
say_window (Words *words, const QuanSegment *segment)
{
  const QuanRound *round = segment->round;
  g_autofree char *name = quan_round_name (round->label, words->language);
  char from[QUAN_DATE_BUF], until[QUAN_DATE_BUF];

  say (words, segment->file_by == round->until ? &head : &head_early, name, quan_date_iso (round->from, from),
       quan_date_iso (round->until, until), quan_say_weekday (words->language, round->until));
}

static void
say_segment (Words *words, const QuanSegment *segment, QuanDate as_of)
{
  gboolean due = segment->state == QUAN_SEGMENT_DUE, closed = segment->round->until < as_of;
  gboolean more = segment->state < QUAN_SEGMENT_DUE && segment->open != QUAN_FEN_NONE && segment->open != 0;
  char day[QUAN_DATE_BUF];

  say_window (words, segment);
  if (due && segment->open == QUAN_FEN_NONE)
    say (words, &due_unknown);
  else if (due && segment->open < 0)
    say_amount (words, &to_return, -segment->open);
  else
    say_amount (words, &sentences[segment->state], due || segment->state == QUAN_SEGMENT_MISSED ? segment->open
                                                                                              : segment->asked);
  if (segment->state == QUAN_SEGMENT_PAID && segment->received == QUAN_FEN_NONE)
    say (words, &unrecorded);
  else if (segment->state == QUAN_SEGMENT_PAID)
    say_amount (words, &received, segment->received);
  if (more)
    say_amount (words, &would_bring, segment->open);
  if (!closed && (due || more || segment->state == QUAN_SEGMENT_DRAFT))
    say (words, &file_by, quan_date_iso (segment->file_by, day));
  say (words, &stop);
}

static void
say_gap (Words *words, const QuanTimeline *timeline)
{
  char from[QUAN_DATE_BUF], until[QUAN_DATE_BUF];

  say (words, &gap, quan_date_iso (timeline->gap_from, from), quan_date_iso (timeline->gap_until, until));
  if (timeline->at_risk == 0)
    say (words, &no_risk);
  else
    say_amount (words, &risk, timeline->at_risk);
  say (words, &stop);
}

char *
quan_timeline_text (const QuanTimeline *timeline, QuanLanguage language)
{
  Words words = { g_string_new (NULL), language };
  g_autofree char *year = g_strdup_printf ("%d", timeline->year);

  if (timeline->segments->len == 0) {
    say (&words, &no_rounds, year);
    say (&words, &stop);
  }
  for (guint i = 0; i < timeline->segments->len; i++) {
    g_string_append (words.text, i > 0 ? "\n" : "");
    say_segment (&words, &g_array_index (timeline->segments, QuanSegment, i), timeline->as_of);
  }
  if (timeline->gap_from != QUAN_DATE_NONE) {
    g_string_append_c (words.text, '\n');
    say_gap (&words, timeline);
  }
  return g_string_free (words.text, FALSE);
}
