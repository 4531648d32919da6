#include "tests/packet/subject.h"

#include <stdlib.h>
#include <string.h>

#include "core/exchange/workspace-json.h"
#include "tests/core/golden.h"
#include "tests/packet/check.h"
#include "tests/packet/facts.h"

QuanWorkspace *
subject_workspace (const json_t *golden, GError **error)
{
  char *text = json_dumps (json_object_get (golden, "workspace"), 0);
  g_autoptr (QuanWorkspace) workspace = quan_workspace_json_read (text, strlen (text), NULL, error);

  free (text);
  if (workspace == NULL || !quan_workspace_resolve (workspace, NULL, error))
    return NULL;
  return g_steal_pointer (&workspace);
}

static void
judge (Subject *subject)
{
  const QuanContract *contract = g_ptr_array_index (subject->workspace->sections[QUAN_CONTRACTS], 0);

  subject->claims = golden_claims (subject->workspace, contract);
  subject->subject = (QuanCase) {
    .enterprise = quan_workspace_enterprise (subject->workspace, contract->enterprise),
    .provider = contract->provider != NULL ? quan_workspace_provider (subject->workspace, contract->provider) : NULL,
    .contract = contract, .claims = subject->claims,
  };
  subject->years = golden_years (subject->workspace, subject->subject.enterprise, subject->view.as_of);
  subject->subject.year = quan_years_get (subject->years, quan_date_year (subject->view.as_of));
  subject->check = quan_check_new (subject->pack);
}

Subject *
subject_new (const json_t *golden, GError **error)
{
  const char *pack = json_string_value (json_object_get (golden, "pack"));
  g_autoptr (QuanWorkspace) workspace = subject_workspace (golden, error);
  g_autoptr (Subject) subject = NULL;
  char *facts;

  if (workspace == NULL)
    return NULL;
  subject = g_new0 (Subject, 1);
  facts = quan_workspace_json_write (workspace);
  subject->facts = g_bytes_new_take (facts, strlen (facts));
  subject->workspace = g_steal_pointer (&workspace);
  subject->pack = golden_pack (pack != NULL ? pack : SUBJECT_BEIJING);
  subject->view = golden_view (subject->pack, golden);
  judge (subject);
  if (!quan_check_run (subject->check, &subject->view, &subject->subject, error))
    return NULL;
  subject->source = (QuanPacketSource) {
    .view = &subject->view, .subject = &subject->subject, .check = subject->check, .facts = subject->facts,
  };
  return g_steal_pointer (&subject);
}

void
subject_free (Subject *subject)
{
  if (subject == NULL)
    return;
  g_clear_pointer (&subject->check, quan_check_free);
  g_clear_pointer (&subject->years, g_array_unref);
  g_clear_pointer (&subject->claims, g_ptr_array_unref);
  g_clear_pointer (&subject->workspace, quan_workspace_free);
  g_clear_pointer (&subject->pack, quan_pack_free);
  g_clear_pointer (&subject->facts, g_bytes_unref);
  g_free (subject);
}

void
subject_inspect (const Subject *subject, QuanFonts *fonts, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  gboolean ready;
  g_autoptr (QuanCanvas) canvas = quan_claim_packet_lay_out (fonts, &subject->source, &ready, &error);
  g_autoptr (InspectDocument) document = NULL;
  QuanPacket packet;

  g_assert_no_error (error);
  if (!quan_claim_packet (fonts, &subject->source, &packet, &error)) {
    check_add (problems, "There is no packet: %.1000s", error->message);
    return;
  }
  g_assert_cmpint (packet.ready, ==, ready);
  document = inspect_document_new (packet.pdf);
  check_all (document, canvas, problems);
  check_facts (canvas, &subject->source, problems);
  quan_packet_clear (&packet);
}
