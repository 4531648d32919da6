/* JSON written piece by piece: quoting, commas, absence, indentation. */
#include "core/exchange/json-text.h"
#include "core/exchange/json-writer.h"

/* Every character that needs care comes back as it went in. */
static void
test_texts (void)
{
  for (int c = 1; c < 0x100; c++) {
    char text[8] = { 0 };
    g_autoptr (GString) out = g_string_new (NULL);
    QuanJson json = { .text = out };
    json_t *back;

    g_unichar_to_utf8 (c, text);
    quan_json_text (&json, NULL, text);
    back = quan_json_parse (out->str, out->len, NULL);
    g_assert_cmpstr (json_string_value (back), ==, text);
    json_decref (back);
  }
}

static void
write_sample (QuanJson *json)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "text", "券\"\\\n\x01");
  quan_json_text (json, "nothing", NULL);
  quan_json_begin_array (json, "list");
  quan_json_number (json, NULL, -7);
  quan_json_flag (json, NULL, TRUE);
  quan_json_begin_object (json, NULL);
  quan_json_end_object (json);
  quan_json_end_array (json);
  quan_json_begin_array (json, "empty");
  quan_json_end_array (json);
  quan_json_money (json, "money", 1234567);
  quan_json_money (json, "unknown", QUAN_FEN_NONE);
  quan_json_date (json, "date", quan_date_from_ymd (2024, 2, 29));
  quan_json_date (json, "undated", QUAN_DATE_NONE);
  quan_json_raw (json, "raw", "[1]");
  quan_json_end_object (json);
}

static const struct {
  int         indentation;
  const char *expected;
} layouts[] = {
  { 0, "{\"text\": \"券\\\"\\\\\\n\\u0001\",\n\"nothing\": null,\n\"list\": [-7, true, {}],\n\"empty\": [],\n"
       "\"money\": \"12345.67\",\n\"unknown\": null,\n\"date\": \"2024-02-29\",\n\"undated\": null,\n\"raw\": [1]}" },
  { 1, "{\n \"text\": \"券\\\"\\\\\\n\\u0001\",\n \"nothing\": null,\n \"list\": [\n  -7,\n  true,\n  {}\n ],\n \"empty\": [],\n"
       " \"money\": \"12345.67\",\n \"unknown\": null,\n \"date\": \"2024-02-29\",\n \"undated\": null,\n \"raw\": [1]\n}" },
};

static void
test_layouts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    QuanJson json = { .text = out, .indentation = layouts[i].indentation };

    write_sample (&json);
    g_assert_cmpstr (out->str, ==, layouts[i].expected);
    g_assert_cmpint (json.depth, ==, 0);
  }
}

/* The text may be taken away between two pieces. */
static void
test_in_parts (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  QuanJson json = { .text = out };

  quan_json_begin_array (&json, NULL);
  quan_json_number (&json, NULL, 1);
  g_string_truncate (out, 0);
  quan_json_number (&json, NULL, 2);
  quan_json_end_array (&json);
  g_assert_cmpstr (out->str, ==, ",\n2]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/texts", test_texts);
  g_test_add_func ("/json-writer/layouts", test_layouts);
  g_test_add_func ("/json-writer/in-parts", test_in_parts);
  return g_test_run ();
}
