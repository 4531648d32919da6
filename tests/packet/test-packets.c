/* Every packet of the cases, inspected as a whole. */
#include <locale.h>

#include "tests/core/golden.h"
#include "tests/packet/redemption-subject.h"
#include "tests/packet/report.h"
#include "tests/packet/subject.h"

static void
test_packet (gconstpointer data)
{
  const json_t *golden = data;
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (Subject) subject = subject_new (golden, &error);

  g_assert_no_error (error);
  subject_inspect (subject, fonts, problems);
  report_problems (problems);
}

static void
test_redemption_packet (gconstpointer data)
{
  const json_t *golden = data;
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RedemptionSubject) subject = redemption_subject_new (golden, &error);

  g_assert_no_error (error);
  redemption_subject_inspect (subject, fonts, problems);
  report_problems (problems);
}

/* A test for every case of a file. */
static json_t *
add_cases (const char *file, const char *prefix, GTestDataFunc test)
{
  json_t *cases = golden_load (file);

  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *golden = json_array_get (cases, i);
    g_autofree char *path = g_strconcat (prefix, json_string_value (json_object_get (golden, "id")), NULL);

    g_test_add_data_func (path, golden, test);
  }
  return cases;
}

int
main (int argc, char **argv)
{
  json_t *claims, *redemptions;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  claims = add_cases ("packets.json", "/packets/", test_packet);
  redemptions = add_cases ("redemption-packets.json", "/redemption-packets/", test_redemption_packet);
  status = g_test_run ();
  json_decref (claims);
  json_decref (redemptions);
  quan_fonts_finish ();
  return status;
}
