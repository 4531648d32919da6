/* Packets of hostile and extreme facts, each inspected as a whole. The first part of a test's path says which share of
 * them it is, so that shares can run side by side. */
#include <locale.h>

#include "tests/core/golden.h"
#include "tests/packet/hostile.h"
#include "tests/packet/redemption-hostile.h"
#include "tests/packet/redemption-subject.h"
#include "tests/packet/report.h"
#include "tests/packet/subject.h"

#define N_SHARES 4

static json_t *sound, *sound_redemptions;

static void
test_packet (gconstpointer data)
{
  json_t *golden = hostile_case (sound, GPOINTER_TO_UINT (data));
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (Subject) subject = subject_new (golden, &error);

  g_assert_no_error (error);
  subject_inspect (subject, fonts, problems);
  report_problems (problems);
  json_decref (golden);
}

static void
test_redemption_packet (gconstpointer data)
{
  json_t *golden = redemption_hostile_case (sound_redemptions, GPOINTER_TO_UINT (data));
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RedemptionSubject) subject = redemption_subject_new (golden, &error);

  g_assert_no_error (error);
  redemption_subject_inspect (subject, fonts, problems);
  report_problems (problems);
  json_decref (golden);
}

int
main (int argc, char **argv)
{
  int status;

  report_limit_memory ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  sound = golden_load ("packets.json");
  sound_redemptions = golden_load ("redemption-packets.json");
  for (guint i = 0; i < HOSTILE_CASES; i++) {
    g_autofree char *path = g_strdup_printf ("/%u/generated/%03u", i / 16 % N_SHARES, i);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_packet);
  }
  for (guint i = 0; i < REDEMPTION_HOSTILE_CASES; i++) {
    g_autofree char *path = g_strdup_printf ("/%u/generated/redemption/%03u", i / 16 % N_SHARES, i);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_redemption_packet);
  }
  status = g_test_run ();
  json_decref (sound);
  json_decref (sound_redemptions);
  quan_fonts_finish ();
  return status;
}
