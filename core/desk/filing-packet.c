/* The packets of redemptions: made, frozen, and handed out again. */
#include "core/desk/filing-private.h"

#include <string.h>

#include "core/desk/answer.h"
#include "core/desk/fonts.h"
#include "core/desk/frozen.h"
#include "core/exchange/workspace-json.h"
#include "core/packet/redemption-packet.h"

/* Makes the packet of a filing judged in Chinese; facts is its text. */
static gboolean
make_packet (const QuanFiling *filing, const char *facts, const QuanProgress *progress, QuanPacket *packet,
             GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (facts, strlen (facts));
  g_autoptr (QuanFonts) fonts = quan_desk_packet_fonts (error);
  QuanRedemptionSource source = {
    .view = &filing->view, .enterprise = filing->enterprise, .records = filing->records, .preview = filing->preview,
    .three_way = filing->three_way, .facts = bytes, .progress = progress,
  };

  return fonts != NULL && quan_redemption_packet (fonts, &source, packet, error);
}

/* The facts of a filing and its redemption (or NULL) as text. Free with g_free. */
static char *
facts_text (const QuanFiling *filing, const QuanRedemption *redemption)
{
  g_autoptr (QuanWorkspace) facts = quan_filing_facts (filing, redemption);

  return quan_workspace_json_write (facts);
}

/* What was answered on the day, in the language of packets. Free with g_free. */
static char *
answer_text (const QuanFiling *filing, gboolean ready)
{
  QuanJson json = { .text = g_string_new (NULL) };

  quan_json_begin_object (&json, NULL);
  quan_json_flag (&json, QUAN_FROZEN_READY, ready);
  quan_answer_round (&json, QUAN_FROZEN_ROUND, &filing->view, filing->preview, filing->three_way, filing->enterprise,
                     QUAN_LANGUAGE_ZH);
  quan_json_end_object (&json);
  return g_string_free (json.text, FALSE);
}

gboolean
quan_filing_freeze (QuanDesk *desk, const QuanFiling *filing, const QuanRedemption *redemption, gint64 id,
                    GError **error)
{
  g_autofree char *facts = facts_text (filing, redemption);
  const QuanPack *pack = filing->view.pack;
  QuanPacket packet = { NULL };
  gboolean frozen = make_packet (filing, facts, NULL, &packet, error);

  if (frozen) {
    g_autofree char *answer = answer_text (filing, packet.ready);
    const QuanFrozen row = {
      .section = QUAN_REDEMPTIONS, .record = id, .submitted = redemption->submitted, .policy = (char *) pack->id,
      .policy_version = pack->version, .policy_hash = pack->hash, .facts = facts, .answer = answer,
    };

    frozen = quan_store_freeze (desk->store, &row, packet.pdf, error) != 0;
  }
  quan_packet_clear (&packet);
  return frozen;
}

static GBytes *
make_now (const QuanFiling *filing, const QuanProgress *progress, gboolean *ready, GError **error)
{
  g_autofree char *facts = facts_text (filing, filing->redemption);
  QuanPacket packet = { NULL };

  if (!make_packet (filing, facts, progress, &packet, error))
    return NULL;
  *ready = packet.ready;
  return packet.pdf;
}

/* The packets frozen of a round's redemption that is submitted or paid; none of another. NULL on error. */
static GPtrArray *
frozen_packets (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  QuanRedemption *redemption;
  gboolean filed;
  gint64 id;

  if (!quan_desk_redemption_in_hand (desk, enterprise, label, &redemption, &id, error))
    return NULL;
  filed = quan_redemption_is_filed (redemption);
  quan_record_free (&quan_redemption_type, redemption);
  return filed ? quan_store_packets (desk->store, QUAN_REDEMPTIONS, id, error) : g_steal_pointer (&none);
}

GBytes *
quan_desk_redemption_packet (QuanDesk *desk, const char *enterprise, const char *label, const QuanProgress *progress,
                             gboolean *ready, GError **error)
{
  const QuanEnterprise *owner;
  g_autoptr (GPtrArray) packets = NULL;
  g_autoptr (QuanFiling) filing = NULL;

  if (!quan_desk_is_round (label, error))
    return NULL;
  owner = quan_desk_enterprise (desk, enterprise, error);
  if (owner == NULL || (packets = frozen_packets (desk, owner, label, error)) == NULL)
    return NULL;
  if (packets->len > 0)
    return quan_frozen_packet (desk, packets, ready, error);
  filing = quan_filing_find (desk, owner, label, QUAN_LANGUAGE_ZH, error);
  if (filing == NULL || !quan_filing_has_round (filing, error))
    return NULL;
  return make_now (filing, progress, ready, error);
}
