/* Packets of hostile and extreme facts, laid out without a document: they are of every kind, and none of them fails. */
#include <locale.h>
#include <string.h>

#include "core/base/error.h"
#include "tests/core/golden.h"
#include "tests/packet/hostile.h"
#include "tests/packet/redemption-hostile.h"
#include "tests/packet/redemption-subject.h"
#include "tests/packet/report.h"
#include "tests/packet/subject.h"

static json_t *sound;

static Subject *
new_subject (const json_t *golden)
{
  g_autoptr (GError) error = NULL;
  Subject *subject = subject_new (golden, &error);

  g_assert_no_error (error);
  return subject;
}

/* What no font has is refused by name, and nothing is made. */
static void
test_refused (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (guint i = 0; i < HOSTILE_REFUSED; i++) {
    gunichar c;
    json_t *golden = hostile_refused_case (sound, i, &c);
    g_autoptr (Subject) subject = new_subject (golden);
    g_autoptr (GError) error = NULL;
    g_autofree char *named = NULL;
    QuanPacket packet;

    g_assert_false (quan_claim_packet (fonts, &subject->source, &packet, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_FONT);
    named = g_strdup_printf ("(U+%04X)", c);
    g_assert_nonnull (strstr (error->message, named));
    g_assert_null (packet.pdf);
    json_decref (golden);
  }
}

typedef struct {
  guint verdicts[QUAN_N_VERDICTS], states[3];
  guint ready, drafts, unverified, without_lines, many_lines, without_provider, without_bank, without_contact;
} Coverage;

static void
count (Coverage *coverage, const Subject *subject, gboolean ready)
{
  const QuanCase *records = &subject->subject;
  guint n_lines = records->contract->lines != NULL ? records->contract->lines->len : 0;

  coverage->verdicts[subject->check->verdict]++;
  coverage->states[quan_pack_state (subject->pack, subject->view.as_of)]++;
  coverage->ready += ready;
  coverage->drafts += !ready;
  coverage->unverified += !subject->pack->verified;
  coverage->without_lines += n_lines == 0;
  coverage->many_lines += n_lines == 500;
  coverage->without_provider += records->provider == NULL;
  coverage->without_bank += records->enterprise->bank == NULL;
  coverage->without_contact += records->enterprise->contact == NULL;
}

/* The packets are of every kind. */
static void
test_kinds (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  Coverage coverage = {{0}};

  for (guint i = 0; i < HOSTILE_CASES; i++) {
    json_t *golden = hostile_case (sound, i);
    g_autoptr (Subject) subject = new_subject (golden);
    g_autoptr (QuanCanvas) canvas = NULL;
    gboolean ready;

    g_test_message ("%u", i);
    canvas = quan_claim_packet_lay_out (fonts, &subject->source, &ready, NULL);
    g_assert_nonnull (canvas);
    count (&coverage, subject, ready);
    json_decref (golden);
  }
  g_test_message ("%u ready, %u drafts, %u unverified, %u without lines", coverage.ready, coverage.drafts,
                  coverage.unverified, coverage.without_lines);
  for (int i = QUAN_VERDICT_PASS; i <= QUAN_VERDICT_UNKNOWN; i++)
    g_assert_cmpuint (coverage.verdicts[i], >, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (coverage.states); i++)
    g_assert_cmpuint (coverage.states[i], >, 3);
  g_assert_cmpuint (coverage.ready, >, 30);
  g_assert_cmpuint (coverage.drafts, >, 30);
  g_assert_cmpuint (coverage.unverified, >, 10);
  g_assert_cmpuint (coverage.without_lines, >, 10);
  g_assert_cmpuint (coverage.many_lines, >, 2);
  g_assert_cmpuint (coverage.without_provider, >, 3);
  g_assert_cmpuint (coverage.without_bank, >, 3);
  g_assert_cmpuint (coverage.without_contact, >, 3);
}

/* So are those of redemptions. */
static void
test_redemption_kinds (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  json_t *sound_redemptions = golden_load ("redemption-packets.json");
  guint n_ready = 0, undetermined = 0, negative = 0, several = 0, empty = 0;

  for (guint i = 0; i < REDEMPTION_HOSTILE_CASES; i++) {
    json_t *golden = redemption_hostile_case (sound_redemptions, i);
    g_autoptr (GError) error = NULL;
    g_autoptr (RedemptionSubject) subject = redemption_subject_new (golden, &error);
    g_autoptr (QuanCanvas) canvas = NULL;
    QuanFen total;
    gboolean ready;

    g_test_message ("%u", i);
    g_assert_no_error (error);
    canvas = quan_redemption_packet_lay_out (fonts, &subject->source, &ready, NULL);
    g_assert_nonnull (canvas);
    total = quan_redemption_total (&subject->source);
    n_ready += ready;
    undetermined += total == QUAN_FEN_NONE;
    negative += total != QUAN_FEN_NONE && total < 0;
    several += subject->preview->items->len > 1;
    empty += subject->preview->items->len == 0;
    json_decref (golden);
  }
  g_test_message ("%u ready, %u undetermined, %u negative, %u of several, %u of no voucher", n_ready, undetermined,
                  negative, several, empty);
  g_assert_cmpuint (n_ready, >, 10);
  g_assert_cmpuint (n_ready, <, REDEMPTION_HOSTILE_CASES - 10);
  g_assert_cmpuint (undetermined, >, 3);
  g_assert_cmpuint (negative, >, 2);
  g_assert_cmpuint (several, >, 3);
  g_assert_cmpuint (empty, >, 3);
  json_decref (sound_redemptions);
}

int
main (int argc, char **argv)
{
  int status;

  report_limit_memory ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  sound = golden_load ("packets.json");
  g_test_add_func ("/hostile/kinds", test_kinds);
  g_test_add_func ("/hostile/redemption-kinds", test_redemption_kinds);
  g_test_add_func ("/hostile/refused", test_refused);
  status = g_test_run ();
  json_decref (sound);
  quan_fonts_finish ();
  return status;
}
