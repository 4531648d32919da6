/* Claim packets as their readers see them: texts found on the pages, drafts that say so, pages that name each other. */
#include "core/packet/claim-packet.h"

#include <string.h>

#include "core/base/error.h"
#include "tests/core/golden.h"
#include "tests/core/packet-pages.h"

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

/* The records behind a packet, kept while it is made and read. */
typedef struct {
  QuanPack        *pack;
  QuanWorkspace   *workspace;
  GPtrArray       *claims;
  QuanYears       *years;
  QuanView         view;
  QuanCase         subject;
  QuanCheck       *check;
  QuanPacketSource source;
} Subject;

static void
open_subject (const json_t *golden, Subject *subject)
{
  const char *pack = json_string_value (json_object_get (golden, "pack"));
  const QuanContract *contract;

  subject->pack = golden_pack (pack != NULL ? pack : BEIJING);
  subject->workspace = golden_workspace (golden);
  subject->view = golden_view (subject->pack, golden);
  contract = g_ptr_array_index (subject->workspace->sections[QUAN_CONTRACTS], 0);
  subject->claims = golden_claims (subject->workspace, contract);
  subject->subject = (QuanCase) {
    .enterprise = quan_workspace_enterprise (subject->workspace, contract->enterprise),
    .provider = quan_workspace_provider (subject->workspace, contract->provider),
    .contract = contract, .claims = subject->claims,
  };
  subject->years = golden_years (subject->workspace, subject->subject.enterprise, subject->view.as_of);
  subject->subject.year = quan_years_get (subject->years, quan_date_year (subject->view.as_of));
  subject->check = quan_check_new (subject->pack);
  g_assert_true (quan_check_run (subject->check, &subject->view, &subject->subject, NULL));
  subject->source = (QuanPacketSource) {.view = &subject->view, .subject = &subject->subject, .check = subject->check};
}

static void
close_subject (Subject *subject)
{
  quan_check_free (subject->check);
  g_array_unref (subject->years);
  g_ptr_array_unref (subject->claims);
  quan_workspace_free (subject->workspace);
  quan_pack_free (subject->pack);
}

static void
test_cases (void)
{
  json_t *cases = golden_load ("packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *golden = json_array_get (cases, i);
    g_autoptr (GError) error = NULL;
    QuanPacket packet, again;
    Subject subject;

    g_test_message ("%s", json_string_value (json_object_get (golden, "id")));
    open_subject (golden, &subject);
    g_assert_true (quan_claim_packet (fonts, &subject.source, &packet, &error));
    g_assert_no_error (error);
    packet_assert_case (golden, &packet);
    g_assert_true (quan_claim_packet (fonts, &subject.source, &again, NULL));
    g_assert_true (g_bytes_equal (packet.pdf, again.pdf));
    quan_packet_clear (&packet);
    quan_packet_clear (&again);
    close_subject (&subject);
  }
  json_decref (cases);
}

/* The contents name the page each part begins on. */
static void
test_contents (void)
{
  static const char *const parts[][2] = {
    {"申领表", "人工智能算力券申领表"}, {"资格核对表", "总体结论"}, {"申领金额核算表", "算式与代入"}, {"算力资源清单", "卡型与资源"},
    {"诚信承诺书", "现郑重承诺"},
  };
  json_t *cases = golden_load ("packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (size_t i = 0; i < json_array_size (cases); i++) {
    QuanPacket packet;
    Subject subject;
    g_auto (GStrv) pages = NULL;
    const char *contents = NULL;

    open_subject (json_array_get (cases, i), &subject);
    g_assert_true (quan_claim_packet (fonts, &subject.source, &packet, NULL));
    pages = packet_pages (&packet);
    for (guint page = 0; page < packet.n_pages && contents == NULL; page++)
      contents = strstr (pages[page], "表单一封面") != NULL ? pages[page] : NULL;
    g_assert_nonnull (contents);
    for (gsize part = 0; part < G_N_ELEMENTS (parts); part++)
      for (guint page = 0; page < packet.n_pages; page++)
        if (strstr (pages[page], parts[part][1]) != NULL) {
          g_autofree char *entry = g_strdup_printf ("%s%u", parts[part][0], page + 1);

          g_assert_nonnull (strstr (contents, entry));
          break;
        }
    quan_packet_clear (&packet);
    close_subject (&subject);
  }
  json_decref (cases);
}

/* Facts are attached as they were given; a character no font has is refused by name. */
static void
test_attachment_and_refusal (void)
{
  json_t *cases = golden_load ("packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GBytes) facts = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;
  QuanPacket packet;
  Subject subject;
  QuanContract *contract;

  open_subject (json_array_get (cases, 0), &subject);
  subject.source.facts = facts;
  g_assert_true (quan_claim_packet (fonts, &subject.source, &packet, NULL));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (packet.pdf, NULL), g_bytes_get_size (packet.pdf),
                                  "/AFRelationship /Data"));
  quan_packet_clear (&packet);
  contract = g_ptr_array_index (subject.workspace->sections[QUAN_CONTRACTS], 0);
  g_free (contract->title);
  contract->title = g_strdup ("合同😀");
  g_assert_false (quan_claim_packet (fonts, &subject.source, &packet, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "😀 (U+1F600)"));
  g_assert_null (packet.pdf);
  close_subject (&subject);
  json_decref (cases);
}

/* What a listener heard, and when it stops the work. */
typedef struct {
  guint laid_out, drawn, of;
  guint stop_at;  /* page, or G_MAXUINT */
} Heard;

static gboolean
hear (guint done, guint of, gpointer data, GError **error)
{
  Heard *heard = data;

  if (of == 0) {
    heard->laid_out++;
    return TRUE;
  }
  g_assert_cmpuint (done, ==, heard->drawn++);
  heard->of = of;
  if (done == heard->stop_at)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INTR, "stopped");
  return done != heard->stop_at;
}

/* Whoever listens hears of every part and page, and can stop the work with an error of their own. */
static void
test_progress (void)
{
  json_t *cases = golden_load ("packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  Heard heard = {.stop_at = G_MAXUINT}, stopping = {.stop_at = 2};
  QuanProgress progress = {hear, &heard};
  QuanPacket packet;
  Subject subject;

  open_subject (json_array_get (cases, 0), &subject);
  subject.source.progress = &progress;
  g_assert_true (quan_claim_packet (fonts, &subject.source, &packet, NULL));
  g_assert_cmpuint (heard.drawn, ==, packet.n_pages);
  g_assert_cmpuint (heard.of, ==, packet.n_pages);
  g_assert_cmpuint (heard.laid_out, >=, g_strv_length ((char **) subject.pack->claim_packet.parts));
  quan_packet_clear (&packet);
  progress.data = &stopping;
  g_assert_false (quan_claim_packet (fonts, &subject.source, &packet, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INTR);
  g_assert_cmpuint (stopping.drawn, ==, 3);
  close_subject (&subject);
  json_decref (cases);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-packet/cases", test_cases);
  g_test_add_func ("/claim-packet/contents", test_contents);
  g_test_add_func ("/claim-packet/attachment-and-refusal", test_attachment_and_refusal);
  g_test_add_func ("/claim-packet/progress", test_progress);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
