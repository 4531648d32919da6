/* The packets of claims: made, frozen, and handed out again. */
#include "core/desk/facts.h"

#include <string.h>

#include "core/desk/answer.h"
#include "core/desk/fonts.h"
#include "core/desk/frozen.h"
#include "core/exchange/workspace-json.h"
#include "core/packet/claim-packet.h"
#include "core/packet/font-choice.h"

QuanFonts *
quan_desk_packet_fonts (GError **error)
{
  g_autofree char *path = quan_font_settings_path ();
  g_autoptr (QuanFontChoice) choice = quan_font_choice_read (path, error);

  return choice != NULL ? quan_fonts_new (choice, error) : NULL;
}

static gboolean
make_packet (const QuanJudgement *judgement, GBytes *facts, const QuanProgress *progress, QuanPacket *packet,
             GError **error)
{
  QuanPacketSource source = {
    .view = &judgement->view, .subject = &judgement->subject, .check = judgement->check, .facts = facts,
    .progress = progress,
  };
  g_autoptr (QuanFonts) fonts = quan_desk_packet_fonts (error);

  return fonts != NULL && quan_claim_packet (fonts, &source, packet, error);
}

/* What was answered on the day, in the language of packets. Free with g_free. */
static char *
answer_text (const QuanJudgement *judgement, gboolean ready)
{
  QuanChecked checked = { &judgement->view, &judgement->subject, judgement->check };
  QuanJson json = { .text = g_string_new (NULL) };

  quan_json_begin_object (&json, NULL);
  quan_json_flag (&json, QUAN_FROZEN_READY, ready);
  quan_answer_check (&json, QUAN_FROZEN_CHECK, &checked, QUAN_LANGUAGE_ZH);
  quan_json_end_object (&json);
  return g_string_free (json.text, FALSE);
}

gboolean
quan_desk_freeze (QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim, gint64 id, GError **error)
{
  g_autoptr (QuanJudgement) judgement = quan_judge_contract (desk, enterprise, claim->contract, claim, claim->submitted,
                                                             error);
  g_autofree char *facts = judgement != NULL ? quan_workspace_json_write (judgement->facts) : NULL;
  g_autoptr (GBytes) bytes = facts != NULL ? g_bytes_new (facts, strlen (facts)) : NULL;
  QuanPacket packet = { NULL };
  gboolean ok = judgement != NULL && make_packet (judgement, bytes, NULL, &packet, error);

  if (ok) {
    const QuanPack *pack = judgement->view.pack;
    g_autofree char *answer = answer_text (judgement, packet.ready);
    QuanFrozen frozen = {
      .section = QUAN_CLAIMS, .record = id, .submitted = claim->submitted, .policy = (char *) pack->id,
      .policy_version = pack->version, .policy_hash = pack->hash, .facts = facts, .answer = answer,
    };

    ok = quan_store_freeze (desk->store, &frozen, packet.pdf, error) != 0;
  }
  quan_packet_clear (&packet);
  return ok;
}

/* A packet made now: of a claim that is live or being prepared on its own day if it has one, else on the as-of date. */
static GBytes *
make_now (QuanDesk *desk, const QuanEnterprise *enterprise, const char *number, const QuanClaim *claim,
          const QuanProgress *progress, gboolean *ready, GError **error)
{
  gboolean counts = claim != NULL && (quan_claim_is_live (claim) || claim->state == QUAN_CLAIM_DRAFT)
                    && claim->submitted != QUAN_DATE_NONE;
  g_autoptr (QuanJudgement) judgement = quan_judge_contract (desk, enterprise, number, counts ? claim : NULL,
                                                             counts ? claim->submitted : desk->as_of, error);
  g_autofree char *facts = judgement != NULL ? quan_workspace_json_write (judgement->facts) : NULL;
  g_autoptr (GBytes) bytes = facts != NULL ? g_bytes_new (facts, strlen (facts)) : NULL;
  QuanPacket packet = { NULL };

  if (judgement == NULL || !make_packet (judgement, bytes, progress, &packet, error))
    return NULL;
  *ready = packet.ready;
  return packet.pdf;
}

GBytes *
quan_desk_claim_packet (QuanDesk *desk, const char *enterprise, const char *contract, const QuanProgress *progress,
                        gboolean *ready, GError **error)
{
  g_autofree char *number = NULL;
  const QuanEnterprise *owner = quan_desk_contract_named (desk, enterprise, contract, &number, error);
  QuanClaim *claim = NULL;
  g_autoptr (GPtrArray) packets = NULL;
  GBytes *packet = NULL;
  gint64 id;

  if (owner == NULL || !quan_desk_claim_in_hand (desk, owner, number, &claim, &id, error))
    return NULL;
  if (claim != NULL && (claim->state == QUAN_CLAIM_SUBMITTED || claim->state == QUAN_CLAIM_APPROVED))
    packets = quan_store_packets (desk->store, QUAN_CLAIMS, id, error);
  else
    packets = g_ptr_array_new ();
  if (packets != NULL)
    packet = packets->len > 0 ? quan_frozen_packet (desk, packets, ready, error)
                              : make_now (desk, owner, number, claim, progress, ready, error);
  quan_record_free (&quan_claim_type, claim);
  return packet;
}
