#include "tests/packet/hostile.h"

#include <string.h>

#define SEED 20250708
#define IDENTIFIER 100  /* characters, at most */
#define LONGEST 10000
#define MOST_LINES 500

/* What texts are put together from, pieces parted by |. */
static const char *const styles[] = {
  "北|京|示|例|智|能|科|技|有限|公司|股份|（|）|中心|数据|集团",
  "𠮷|㛃|䶮|龘|镕|喆|堃|骉|犇|公司|，|（|）",
  "a|B|c|0|1|9|X|z|M|w",
  "示|\u200B|例|\u200D|\uFEFF|公|\u00AD|\u2060|司|\uFE0F|\u200C",
  "示|\u200F|例|\u202E|公|\u2067|\u2069|\u061C|司|\u200E|ab",
  "e\u0301|a\u0300|示|u\u0308|例|n\u0303|o\u0302|公司",
  "（|）|（（|））|。|，|、|“|”|‘|’|——|……|《|》|〈|〉|【|】|：|；|！|？|示|例",
  "finance@example.com|https://|example|/|-|_|.|path|?q=1&r=2|#",
  "1,234.56|0.01|-|2025-07-08|GPU-A 80 GB|V100| |%|×|÷|≤|±|~",
  "示| |例|　|公|\u00A0|司|\u2003|\u2009",
  "①|②|㈠|Ⅳ|㎡|℃|ｋ|Ａ|１|￥|％|公司",
  "甲|\n|乙|\t|丙|\r\n|丁丁丁",  /* breaks and tabs: the last, for no identifier has them */
};
#define N_IDENTIFIER_STYLES (G_N_ELEMENTS (styles) - 1)

/* What no font has. */
static const char *const unprintable[] = {"א|ב|示", "م|ر|例", "😀|公", "ก|司", "क|示", "ა|例", "𪚥|龘"};

/* Where texts stand, in an enterprise, a provider, a contract and each line; nested in part, or "". */
static const struct {
  const char *record, *part, *key;
} texts[] = {
  {"enterprises", "", "name"}, {"enterprises", "", "address"}, {"enterprises", "", "legal_representative"},
  {"enterprises", "contact", "name"}, {"enterprises", "contact", "phone"}, {"enterprises", "contact", "email"},
  {"enterprises", "bank", "account_name"}, {"enterprises", "bank", "bank_name"}, {"providers", "", "name"},
  {"contracts", "", "title"}, {"contracts", "", "model"}, {"contracts", "", "field"},
  {"enterprises", "", "industry_code"},
};
#define N_FREE_TEXTS (G_N_ELEMENTS (texts) - 2)  /* the last two decide about rules */

/* Facts that a workspace may lack. */
static const struct {
  const char *record, *key;
} optional[] = {
  {"enterprises", "contact"}, {"enterprises", "bank"}, {"enterprises", "entity_type"}, {"enterprises", "established"},
  {"enterprises", "dishonesty_records"}, {"enterprises", "opening_balances"}, {"enterprises", "name"},
  {"contracts", "provider"}, {"contracts", "affiliated"}, {"contracts", "title"}, {"contracts", "signed"},
  {"contracts", "purpose"}, {"contracts", "lines"}, {"contracts", "other_subsidies"}, {"contracts", "ends"},
};

static const char *const dates[] = {"2025-07-08", "2025-07-08", "2024-03-05", "2025-12-31", "2026-02-01", "2023-05-01"};
static const char *const readings[] = {
  "proration=days", "proration=months", "window-start=2023-10-11", "tax=net",
  "redemption-share=flat-ratio-until-exhausted",
};
static const char *const amounts[] = {"0.01", "99000000000.00", "0.00", "123456.78", "600000.00"};
static const char *const kinds[] = {"compute", "compute", "storage", "network", "security", "other"};
static const guint lengths[] = {1, 4, 12, 12, 30, 30, 60, 100, 100, 300, 900};
static const guint line_counts[] = {0, 1, 2, 5, 12, 40};

static guint
below (GRand *rand, guint n)
{
  return g_rand_int_range (rand, 0, n);
}

#define PICK(rand, array) ((array)[below (rand, G_N_ELEMENTS (array))])

/* A text of a style, length characters at most. */
static char *
make_text (GRand *rand, const char *style, guint length)
{
  g_auto (GStrv) pieces = g_strsplit (style, "|", -1);
  GString *text = g_string_new (NULL);
  char *whole;

  for (guint n = 0; n < length;) {
    const char *piece = pieces[below (rand, g_strv_length (pieces))];

    g_string_append (text, piece);
    n += g_utf8_strlen (piece, -1);
  }
  whole = g_utf8_substring (text->str, 0, length);
  g_string_free (text, TRUE);
  return whole;
}

char *
hostile_text (GRand *rand, unsigned style, unsigned length, gboolean identifier)
{
  return make_text (rand, styles[style % (identifier ? N_IDENTIFIER_STYLES : G_N_ELEMENTS (styles))], length);
}

/* Takes text. */
static void
put_text (json_t *record, const char *key, char *text)
{
  json_object_set_new (record, key, json_string (text));
  g_free (text);
}

static json_t *
record_of (const json_t *workspace, const char *section)
{
  return json_array_get (json_object_get (workspace, section), 0);
}

/* Rewrites the texts, each with an even chance, in the styles that follow number. */
static void
twist_texts (json_t *workspace, GRand *rand, guint number)
{
  for (guint i = 0; i < (number % 5 == 4 ? G_N_ELEMENTS (texts) : N_FREE_TEXTS); i++) {
    json_t *record = record_of (workspace, texts[i].record);
    json_t *part = *texts[i].part != '\0' ? json_object_get (record, texts[i].part) : record;
    const char *style = styles[(number + i) % G_N_ELEMENTS (styles)];
    guint length = PICK (rand, lengths);

    if (part != NULL && below (rand, 2) == 0)
      put_text (part, texts[i].key, make_text (rand, style, length));
  }
}

/* One text as long as any may be, another for each such number. */
static void
stretch_text (json_t *workspace, GRand *rand, guint number)
{
  guint i = number / 32 % N_FREE_TEXTS;
  json_t *record = record_of (workspace, texts[i].record);
  json_t *part = *texts[i].part != '\0' ? json_object_get (record, texts[i].part) : record;

  if (part != NULL)
    put_text (part, texts[i].key, make_text (rand, styles[number % G_N_ELEMENTS (styles)], LONGEST));
}

/* The account is the enterprise's own, whatever its name is now. */
static void
own_account (json_t *workspace)
{
  json_t *enterprise = record_of (workspace, "enterprises"), *bank = json_object_get (enterprise, "bank");

  if (bank != NULL)
    json_object_set (bank, "account_name", json_object_get (enterprise, "name"));
}

static json_t *
make_line (GRand *rand, const char *style, guint longest)
{
  json_t *line = json_pack ("{ssss}", "kind", PICK (rand, kinds), "amount", PICK (rand, amounts));

  if (below (rand, 4) > 0)
    put_text (line, "item", make_text (rand, style, MIN (PICK (rand, lengths), longest)));
  if (below (rand, 3) > 0) {
    json_object_set_new (line, "cards", json_integer (below (rand, 2000)));
    json_object_set_new (line, "unit", json_string ("卡时"));
    json_object_set_new (line, "quantity", json_string ("135135.12345678"));
    json_object_set_new (line, "unit_price", json_string ("5.92"));
  }
  return line;
}

/* Many lines are short, few are of any length. */
static void
twist_lines (json_t *contract, GRand *rand, guint number)
{
  gboolean many = number % 56 == 6;
  guint n = many ? MOST_LINES : PICK (rand, line_counts);
  json_t *lines = json_array ();

  for (guint i = 0; i < n; i++)
    json_array_append_new (lines, make_line (rand, styles[(number + i) % G_N_ELEMENTS (styles)], many ? 12 : LONGEST));
  json_object_set_new (contract, "lines", lines);
}

static void
twist_terms (json_t *workspace, GRand *rand, guint number)
{
  json_t *contract = record_of (workspace, "contracts");

  if (number % 5 == 1)
    json_object_set_new (contract, "schedule", json_pack ("[{ssss}{ssss}]", "date", "2025-09-30", "amount", "1.00",
                                                          "date", "2026-03-31", "amount", PICK (rand, amounts)));
  if (number % 8 == 2)
    json_object_set_new (contract, "affiliated", json_true ());
  if (number % 8 == 3)
    json_object_set_new (record_of (workspace, "enterprises"), "entity_type", json_string ("branch"));
  if (number % 3 == 0)
    put_text (contract, "number",
              make_text (rand, styles[number / 3 % N_IDENTIFIER_STYLES], PICK (rand, lengths) % IDENTIFIER + 1));
  if (number % 12 == 0)
    put_text (contract, "number", make_text (rand, styles[number / 12 % N_IDENTIFIER_STYLES], IDENTIFIER));
}

/* Takes some facts away. */
static void
thin_out (json_t *workspace, GRand *rand)
{
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    if (below (rand, 4) == 0)
      json_object_del (record_of (workspace, optional[i].record), optional[i].key);
}

/* A copy of a sound case that nothing else refers into. */
static json_t *
begin_case (const json_t *sound, guint number)
{
  /* The last two are of another city. */
  size_t last = json_array_size (sound) - 1, base = number % 9 == 4 ? last : number % 9 == 7 ? last - 1 : 0;
  json_t *copy = json_deep_copy (json_array_get (sound, base));

  json_object_set_new (copy, "options", json_array ());
  return copy;
}

json_t *
hostile_case (const json_t *sound, unsigned number)
{
  GRand *rand = g_rand_new_with_seed (SEED + number);
  json_t *golden = begin_case (sound, number), *workspace = json_object_get (golden, "workspace");

  twist_texts (workspace, rand, number);
  if (number % 32 == 5)
    stretch_text (workspace, rand, number);
  if (number % 4 != 3)
    own_account (workspace);
  if (number % 8 >= 5)
    twist_lines (record_of (workspace, "contracts"), rand, number);
  twist_terms (workspace, rand, number);
  if (number % 4 == 3)
    thin_out (workspace, rand);
  if (number % 4 == 1)
    json_object_set_new (golden, "as_of", json_string (PICK (rand, dates)));
  if (number % 3 == 2)
    json_object_set_new (golden, "options", json_pack ("[ss]", "--reading", PICK (rand, readings)));
  g_rand_free (rand);
  return golden;
}

json_t *
hostile_refused_case (const json_t *sound, unsigned number, unsigned *c)
{
  GRand *rand = g_rand_new_with_seed (SEED + number);
  json_t *golden = begin_case (sound, number);
  json_t *contract = record_of (json_object_get (golden, "workspace"), "contracts");
  const char *style = unprintable[number % G_N_ELEMENTS (unprintable)];
  g_autofree char *text = make_text (rand, style, 20), *title = NULL;

  *c = g_utf8_get_char (style);
  title = g_strdup_printf ("%.*s%s", (int) (strchr (style, '|') - style), style, text);
  json_object_set_new (contract, "title", json_string (title));
  g_rand_free (rand);
  return golden;
}
