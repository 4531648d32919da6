/* Amounts in capitals, 人民币大写. */
#include "core/base/capitals.h"

static const char *const digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

/* The places of a group of four digits, from the highest. */
static const struct {
  int value;
  const char *unit;
} places[] = {
  { 1000, "仟" },
  { 100, "佰" },
  { 10, "拾" },
  { 1, "" },
};

/* The groups of a whole amount, from the highest. Above 亿 it is counted in 万 again: 壹万亿. */
static const struct {
  int64_t value;
  const char *unit;
} groups[] = {
  { INT64_C (1000000000000), "万" },
  { INT64_C (100000000), "亿" },
  { INT64_C (10000), "万" },
  { INT64_C (1), "" },
};

/* Appends a group of 1..9999. A gap of zeros before a digit is spoken as one 零, zeros at the end of the group are not;
 * gap tells whether zeros precede the group. */
static void
append_group (GString *words, int group, gboolean gap)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    int digit = group / places[i].value % 10;

    if (digit == 0) {
      gap = TRUE;
      continue;
    }
    if (gap && words->len > 0)
      g_string_append (words, digits[0]);
    g_string_append (words, digits[digit]);
    g_string_append (words, places[i].unit);
    gap = FALSE;
  }
}

/* Appends a positive whole amount of yuan below 10^16. */
static void
append_yuan (GString *words, int64_t yuan)
{
  gboolean gap = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    int group = (int) (yuan / groups[i].value % 10000);

    if (group > 0) {
      append_group (words, group, gap);
      g_string_append (words, groups[i].unit);
    } else if (i == 1 && words->len > 0) {
      g_string_append (words, groups[i].unit);
    }
    gap = group == 0;
  }
  g_string_append (words, "元");
}

/* Appends 1..99 fen, a 零 marking a zero between the yuan and the first digit spoken. */
static void
append_cents (GString *words, int64_t yuan, int cents)
{
  int jiao = cents / 10;
  int fen = cents % 10;

  if (yuan > 0 && (jiao == 0 || yuan % 10 == 0))
    g_string_append (words, digits[0]);
  if (jiao > 0)
    g_string_append_printf (words, "%s角", digits[jiao]);
  if (fen > 0)
    g_string_append_printf (words, "%s分", digits[fen]);
}

char *
quan_capitals (QuanFen fen)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int64_t yuan = ABS (fen / 100);
  int cents = (int) ABS (fen % 100);

  g_return_val_if_fail (fen >= -QUAN_FEN_MAX && fen <= QUAN_FEN_MAX, NULL);
  if (yuan > 0)
    append_yuan (words, yuan);
  else if (cents == 0)
    g_string_append (words, "零元");
  if (cents > 0)
    append_cents (words, yuan, cents);
  else
    g_string_append (words, "整");
  return g_strconcat (fen < 0 ? "（负数）" : "人民币", words->str, NULL);
}
