#include "tests/packet/redemption-hostile.h"

#include <string.h>

#include "core/model/invoice.h"
#include "tests/packet/hostile.h"

#define SEED 20251107
#define IDENTIFIER 100  /* characters, at most */

/* Names that other records refer to, and how long they may become. */
static const struct {
  const char *section, *key;
} names[] = {
  {"deliveries", "number"}, {"invoices", "number"}, {"contracts", "number"}, {"claims", "voucher"},
};

/* Where texts stand, in the first record of a section or a part of it. */
static const struct {
  const char *section, *part, *key;
} texts[] = {
  {"enterprises", "", "name"}, {"enterprises", "", "address"}, {"enterprises", "", "legal_representative"},
  {"enterprises", "contact", "name"}, {"enterprises", "contact", "phone"}, {"enterprises", "bank", "bank_name"},
  {"providers", "", "name"}, {"contracts", "", "title"},
};

/* Facts that every record of a section may lack. */
static const struct {
  const char *section, *key;
} optional[] = {
  {"enterprises", "name"}, {"enterprises", "bank"}, {"enterprises", "contact"}, {"contracts", "provider"},
  {"contracts", "signed"}, {"contracts", "ends"}, {"contracts", "lines"}, {"claims", "base"}, {"deliveries", "from"},
  {"deliveries", "amount"}, {"invoices", "buyer"}, {"invoices", "seller"}, {"invoices", "delivery"},
  {"invoices", "lines"},
};

static const char *const amounts[] = {"0.01", "99000000000.00", "0.00", "123456.78", "600000.00"};
static const char *const reversed[] = {"-0.01", "-99000000000.00", "-2350.00"};
static const char *const readings[] = {
  "proration=months", "window-start=2023-10-11", "tax=net", "redemption-share=flat-ratio-until-exhausted", "caps=joint",
};
static const char *const rounds[] = {"2025Q4", "2025Q4", "2025Q3", "2026Q1"};
static const char *const dates[] = {"2025-11-07", "2025-11-15", "2025-09-30", "2026-02-01"};
static const guint lengths[] = {1, 12, 12, 30, 60, 100, 300, 900};

static guint
below (GRand *rand, guint n)
{
  return g_rand_int_range (rand, 0, n);
}

#define PICK(rand, array) ((array)[below (rand, G_N_ELEMENTS (array))])

static json_t *
section_of (json_t *golden, const char *section)
{
  return json_object_get (json_object_get (golden, "workspace"), section);
}

/* Takes text. */
static void
put_text (json_t *record, const char *key, char *text)
{
  json_object_set_new (record, key, json_string (text));
  g_free (text);
}

/* A name as it stands in the text of a case. Free with free. */
static char *
quoted (const char *name)
{
  json_t *text = json_string (name);
  char *written = json_dumps (text, JSON_ENCODE_ANY);

  json_decref (text);
  return written;
}

/* The case with a name replaced wherever it stands; takes golden. */
static json_t *
rename_all (json_t *golden, const char *name, const char *to)
{
  char *text = json_dumps (golden, 0), *before = quoted (name), *after = quoted (to);
  GString *written = g_string_new (text);
  json_t *renamed;

  g_string_replace (written, before, after, 0);
  renamed = json_loads (written->str, 0, NULL);
  g_assert_nonnull (renamed);
  g_string_free (written, TRUE);
  free (text);
  free (before);
  free (after);
  json_decref (golden);
  return renamed;
}

/* Gives some records other names, each of its own; takes golden. */
static json_t *
twist_names (json_t *golden, GRand *rand, guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (size_t k = 0; k < MIN (json_array_size (section_of (golden, names[i].section)), 4); k++) {
      const json_t *record = json_array_get (section_of (golden, names[i].section), k);
      g_autofree char *name = g_strdup (json_string_value (json_object_get (record, names[i].key)));
      g_autofree char *odd = hostile_text (rand, number + i, PICK (rand, lengths) % (IDENTIFIER - 8) + 1, TRUE);
      g_autofree char *numbered = g_strdup_printf ("%s-%zu-%zu", odd, i, k);
      g_autofree char *to = g_str_equal (names[i].section, "invoices") ? quan_invoice_number (numbered)
                                                                       : g_strdup (numbered);

      if (name != NULL && below (rand, 3) == 0)
        golden = rename_all (golden, name, to);
    }
  return golden;
}

static void
twist_texts (json_t *golden, GRand *rand, guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    json_t *record = json_array_get (section_of (golden, texts[i].section), 0);
    json_t *part = *texts[i].part != '\0' ? json_object_get (record, texts[i].part) : record;

    if (part != NULL && below (rand, 2) == 0)
      put_text (part, texts[i].key, hostile_text (rand, number + i, PICK (rand, lengths), FALSE));
  }
}

/* The account is the enterprise's own, whatever its name is now. */
static void
own_account (json_t *golden)
{
  json_t *enterprise = json_array_get (section_of (golden, "enterprises"), 0);
  json_t *bank = json_object_get (enterprise, "bank"), *name = json_object_get (enterprise, "name");

  if (bank != NULL && name != NULL)
    json_object_set (bank, "account_name", name);
}

static void
twist_amounts (json_t *golden, GRand *rand)
{
  const json_t *invoices = section_of (golden, "invoices");

  for (size_t i = 0; i < json_array_size (invoices); i++) {
    const json_t *invoice = json_array_get (invoices, i), *lines = json_object_get (invoice, "lines");
    gboolean red = json_object_get (invoice, "reverses") != NULL;

    for (size_t k = 0; k < json_array_size (lines); k++)
      if (below (rand, 3) == 0)
        json_object_set_new (json_array_get (lines, k), "amount",
                             json_string (red ? PICK (rand, reversed) : PICK (rand, amounts)));
  }
}

static void
thin_out (json_t *golden, GRand *rand)
{
  for (gsize i = 0; i < G_N_ELEMENTS (optional); i++) {
    const json_t *records = section_of (golden, optional[i].section);

    for (size_t k = 0; k < json_array_size (records); k++)
      if (below (rand, 5) == 0)
        json_object_del (json_array_get (records, k), optional[i].key);
  }
  if (below (rand, 2) == 0)
    json_array_clear (section_of (golden, "payments"));
}

json_t *
redemption_hostile_case (const json_t *sound, unsigned number)
{
  GRand *rand = g_rand_new_with_seed (SEED + number);
  json_t *golden = json_deep_copy (json_array_get (sound, number % json_array_size (sound)));

  json_object_set_new (golden, "options", json_array ());
  twist_texts (golden, rand, number);
  if (number % 4 != 3)
    own_account (golden);
  if (number % 3 == 1)
    twist_amounts (golden, rand);
  if (number % 4 == 3)
    thin_out (golden, rand);
  if (number % 3 == 2)
    json_object_set_new (golden, "options", json_pack ("[ss]", "--reading", PICK (rand, readings)));
  if (number % 5 == 4) {
    json_object_set_new (golden, "round", json_string (PICK (rand, rounds)));
    json_object_set_new (golden, "as_of", json_string (PICK (rand, dates)));
  }
  golden = twist_names (golden, rand, number);
  g_rand_free (rand);
  return golden;
}
