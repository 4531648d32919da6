/* Every golden case through the engine; each is a subtest. */
#include "tests/core/golden.h"

typedef struct {
  const QuanPack *pack;
  const json_t   *golden;
} Case;

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  json_t *answer = golden_answer (c->pack, c->golden);
  g_autoptr (GString) why = g_string_new (NULL);

  if (!golden_holds (c->golden, answer, why)) {
    g_test_message ("%s", why->str);
    g_test_fail ();
  }
  json_decref (answer);
}

static void
add_cases (const json_t *cases, const char *file, const QuanPack *pack)
{
  for (size_t i = 0; i < json_array_size (cases); i++) {
    Case *c = g_new0 (Case, 1);
    g_autofree char *path = NULL;

    c->pack = pack;
    c->golden = json_array_get (cases, i);
    path = g_strdup_printf ("/golden/%s/%s", file, json_string_value (json_object_get (c->golden, "id")));
    g_test_add_data_func_full (path, c, test_case, g_free);
  }
}

int
main (int argc, char **argv)
{
  static const struct { const char *file, *pack; } files[] = {
    { "golden.json", "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy" },
    { "golden-more.json", "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy" },
    { "golden-sample-city.json", "cn-sample-city-compute-2024.policy" },
  };
  json_t *cases[G_N_ELEMENTS (files)];
  QuanPack *packs[G_N_ELEMENTS (files)];
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    cases[i] = golden_load (files[i].file);
    packs[i] = golden_pack (files[i].pack);
    add_cases (cases[i], files[i].file, packs[i]);
  }
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    json_decref (cases[i]);
    quan_pack_free (packs[i]);
  }
  return status;
}
