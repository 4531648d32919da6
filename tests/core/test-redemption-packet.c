/* Redemption packets as their readers see them: texts found on the pages, drafts that say so, pages that name each
 * other. */
#include "core/packet/redemption-packet.h"

#include <string.h>

#include "core/base/error.h"
#include "tests/core/golden.h"
#include "tests/core/packet-pages.h"

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

/* The records behind a packet, kept while it is made and read. */
typedef struct {
  QuanPack            *pack;
  QuanWorkspace       *workspace;
  QuanView             view;
  QuanPreview         *preview;
  QuanThreeWay        *three_way;
  QuanRedemptionSource source;
} Subject;

static void
open_subject (const json_t *golden, Subject *subject)
{
  const char *pack = json_string_value (json_object_get (golden, "pack"));
  const QuanEnterprise *enterprise;

  subject->pack = golden_pack (pack != NULL ? pack : BEIJING);
  subject->workspace = golden_workspace (golden);
  subject->view = golden_view (subject->pack, golden);
  enterprise = g_ptr_array_index (subject->workspace->sections[QUAN_ENTERPRISES], 0);
  subject->preview = quan_preview (&subject->view, enterprise, subject->workspace,
                                   json_string_value (json_object_get (golden, "round")), NULL);
  g_assert_nonnull (subject->preview);
  subject->three_way = quan_three_way (&subject->view, enterprise, subject->workspace, subject->preview,
                                       subject->view.as_of, QUAN_LANGUAGE_ZH, NULL);
  g_assert_nonnull (subject->three_way);
  subject->source = (QuanRedemptionSource) {
    .view = &subject->view, .enterprise = enterprise, .records = subject->workspace, .preview = subject->preview,
    .three_way = subject->three_way,
  };
}

static void
close_subject (Subject *subject)
{
  quan_three_way_free (subject->three_way);
  quan_preview_free (subject->preview);
  quan_workspace_free (subject->workspace);
  quan_pack_free (subject->pack);
}

static void
test_cases (void)
{
  json_t *cases = golden_load ("redemption-packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *golden = json_array_get (cases, i);
    g_autoptr (GError) error = NULL;
    QuanPacket packet, again;
    Subject subject;

    g_test_message ("%s", json_string_value (json_object_get (golden, "id")));
    open_subject (golden, &subject);
    g_assert_true (quan_redemption_packet (fonts, &subject.source, &packet, &error));
    g_assert_no_error (error);
    packet_assert_case (golden, &packet);
    g_assert_true (quan_redemption_packet (fonts, &subject.source, &again, NULL));
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
    {"兑付申请表", "人工智能算力券兑付申请表"}, {"算力券清单", "应得上限为券面金额"}, {"结算发票清单", "金额单位：人民币元（含税）"},
    {"发票—交付—付款核对表", "差异说明"}, {"收款账户", "户名核对"}, {"兑付金额核算表", "算式与代入"}, {"兑付诚信承诺书", "现郑重承诺"},
  };
  json_t *cases = golden_load ("redemption-packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_auto (GStrv) pages = NULL;
  const char *contents = NULL;
  QuanPacket packet;
  Subject subject;

  open_subject (json_array_get (cases, 0), &subject);
  g_assert_true (quan_redemption_packet (fonts, &subject.source, &packet, NULL));
  pages = packet_pages (&packet);
  for (guint page = 0; page < packet.n_pages && contents == NULL; page++)
    contents = strstr (pages[page], "表单一封面");
  g_assert_nonnull (contents);
  for (gsize part = 0; part < G_N_ELEMENTS (parts); part++) {
    guint page = 0;
    g_autofree char *entry = NULL;

    while (page < packet.n_pages && strstr (pages[page], parts[part][1]) == NULL)
      page++;
    entry = g_strdup_printf ("%s%u", parts[part][0], page + 1);
    g_assert_nonnull (strstr (contents, entry));
  }
  quan_packet_clear (&packet);
  close_subject (&subject);
  json_decref (cases);
}

/* A pack without a redemption packet is read, and its rounds are computed; only the packet cannot be made. */
static void
test_unplanned (void)
{
  json_t *cases = golden_load ("redemption-packets.json");
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  QuanPacket packet;
  Subject subject;

  open_subject (json_array_get (cases, 0), &subject);
  subject.pack->redemption_packet = (QuanPacketPlan) {.parts = NULL};
  g_assert_false (quan_redemption_packet (fonts, &subject.source, &packet, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "[packet redemption]"));
  g_assert_null (packet.pdf);
  close_subject (&subject);
  json_decref (cases);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redemption-packet/cases", test_cases);
  g_test_add_func ("/redemption-packet/contents", test_contents);
  g_test_add_func ("/redemption-packet/unplanned", test_unplanned);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
