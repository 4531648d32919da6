#include "tests/packet/redemption-subject.h"

#include <string.h>

#include "core/exchange/workspace-json.h"
#include "tests/core/golden.h"
#include "tests/packet/check.h"
#include "tests/packet/facts.h"
#include "tests/packet/subject.h"

static gboolean
judge (RedemptionSubject *subject, const char *round, GError **error)
{
  const QuanEnterprise *enterprise = g_ptr_array_index (subject->workspace->sections[QUAN_ENTERPRISES], 0);

  subject->preview = quan_preview (&subject->view, enterprise, subject->workspace, round, error);
  if (subject->preview == NULL)
    return FALSE;
  subject->three_way = quan_three_way (&subject->view, enterprise, subject->workspace, subject->preview,
                                       subject->view.as_of, QUAN_LANGUAGE_ZH, error);
  subject->source = (QuanRedemptionSource) {
    .view = &subject->view, .enterprise = enterprise, .records = subject->workspace, .preview = subject->preview,
    .three_way = subject->three_way, .facts = subject->facts,
  };
  return subject->three_way != NULL;
}

RedemptionSubject *
redemption_subject_new (const json_t *golden, GError **error)
{
  const char *pack = json_string_value (json_object_get (golden, "pack"));
  g_autoptr (QuanWorkspace) workspace = subject_workspace (golden, error);
  g_autoptr (RedemptionSubject) subject = NULL;
  char *facts;

  if (workspace == NULL)
    return NULL;
  subject = g_new0 (RedemptionSubject, 1);
  facts = quan_workspace_json_write (workspace);
  subject->facts = g_bytes_new_take (facts, strlen (facts));
  subject->workspace = g_steal_pointer (&workspace);
  subject->pack = golden_pack (pack != NULL ? pack : SUBJECT_BEIJING);
  subject->view = golden_view (subject->pack, golden);
  if (!judge (subject, json_string_value (json_object_get (golden, "round")), error))
    return NULL;
  return g_steal_pointer (&subject);
}

void
redemption_subject_free (RedemptionSubject *subject)
{
  if (subject == NULL)
    return;
  g_clear_pointer (&subject->three_way, quan_three_way_free);
  g_clear_pointer (&subject->preview, quan_preview_free);
  g_clear_pointer (&subject->workspace, quan_workspace_free);
  g_clear_pointer (&subject->pack, quan_pack_free);
  g_clear_pointer (&subject->facts, g_bytes_unref);
  g_free (subject);
}

void
redemption_subject_inspect (const RedemptionSubject *subject, QuanFonts *fonts, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  gboolean ready;
  g_autoptr (QuanCanvas) canvas = quan_redemption_packet_lay_out (fonts, &subject->source, &ready, &error);
  g_autoptr (InspectDocument) document = NULL;
  QuanPacket packet;

  g_assert_no_error (error);
  if (!quan_redemption_packet (fonts, &subject->source, &packet, &error)) {
    check_add (problems, "There is no packet: %.1000s", error->message);
    return;
  }
  g_assert_cmpint (packet.ready, ==, ready);
  document = inspect_document_new (packet.pdf);
  check_all (document, canvas, problems);
  check_redemption_facts (canvas, &subject->source, problems);
  quan_packet_clear (&packet);
}
