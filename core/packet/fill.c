#include "core/packet/fill.h"

#include "core/engine/timeline.h"
#include "core/policy/wording.h"

static char *
money_text (QuanFen fen)
{
  return fen != QUAN_FEN_NONE ? quan_packet_money (fen) : NULL;
}

static char *
capitals_text (QuanFen fen)
{
  return fen != QUAN_FEN_NONE ? quan_packet_capitals (fen) : NULL;
}

static QuanFen
total_of (const QuanPages *pages)
{
  const QuanStep *step = quan_pages_step (pages, "total");

  return step != NULL ? step->fen : QUAN_FEN_NONE;
}

/* What stands for a placeholder, NULL where the facts do not say. Free with g_free. */
static char *
value_text (const QuanPages *pages, const QuanPlaceholder *placeholder)
{
  static const QuanContact no_contact;
  const QuanCase *subject = &pages->subject;
  const QuanView *view = pages->view;
  const QuanAward *award = pages->claim != NULL ? &pages->claim->check->award : NULL;
  const QuanFen redeemed = pages->redemption != NULL ? quan_redemption_total (pages->redemption) : QUAN_FEN_NONE;
  const QuanContact *contact = subject->enterprise->contact != NULL ? subject->enterprise->contact : &no_contact;

  switch (placeholder->kind) {
  case QUAN_PLACEHOLDER_BLANK:
    return NULL;
  case QUAN_PLACEHOLDER_FACT:
    return quan_fact_text (&placeholder->fact, subject, QUAN_LANGUAGE_ZH);
  case QUAN_PLACEHOLDER_PROVIDER_NAME:
    return g_strdup (subject->provider != NULL ? subject->provider->name : NULL);
  case QUAN_PLACEHOLDER_PROVIDER_USCC:
    return g_strdup (subject->provider != NULL ? subject->provider->uscc : NULL);
  case QUAN_PLACEHOLDER_CONTACT_NAME:
    return g_strdup (contact->name);
  case QUAN_PLACEHOLDER_CONTACT_PHONE:
    return g_strdup (contact->phone);
  case QUAN_PLACEHOLDER_POLICY_TITLE:
    return g_strdup (view->pack->title.in[QUAN_LANGUAGE_ZH]);
  case QUAN_PLACEHOLDER_POLICY_PROGRAMME:
    return g_strdup (view->pack->programme.in[QUAN_LANGUAGE_ZH]);
  case QUAN_PLACEHOLDER_POLICY_ISSUER:
    return g_strdup (view->pack->issuer.in[QUAN_LANGUAGE_ZH]);
  case QUAN_PLACEHOLDER_POLICY_PORTAL:
    return g_strdup (view->pack->portal);
  case QUAN_PLACEHOLDER_AS_OF:
    return quan_packet_date (view->as_of);
  case QUAN_PLACEHOLDER_AS_OF_YEAR:
    return g_strdup_printf ("%d", quan_date_year (view->as_of));
  case QUAN_PLACEHOLDER_AWARD_TOTAL:
    return money_text (total_of (pages));
  case QUAN_PLACEHOLDER_AWARD_COMPUTE:
    return money_text (award->base.compute);
  case QUAN_PLACEHOLDER_AWARD_BASE:
    return money_text (award->base.base);
  case QUAN_PLACEHOLDER_AWARD_CEILING:
    return money_text (award->ceiling);
  case QUAN_PLACEHOLDER_AWARD_CLAIMABLE:
    return money_text (award->claimable);
  case QUAN_PLACEHOLDER_AWARD_CLAIMABLE_CAPITALS:
    return capitals_text (award->claimable);
  case QUAN_PLACEHOLDER_REDEMPTION_TOTAL:
    return money_text (redeemed);
  case QUAN_PLACEHOLDER_REDEMPTION_TOTAL_CAPITALS:
    return capitals_text (redeemed);
  case QUAN_PLACEHOLDER_REDEMPTION_ROUND:
    return quan_round_name (pages->redemption->preview->round, QUAN_LANGUAGE_ZH);
  }
  g_assert_not_reached ();
}

static void
append_blank (GString *text, int ems)
{
  for (int i = 0; i < ems; i++)
    g_string_append_unichar (text, QUAN_BLANK_MARK);
}

char *
quan_fill (const QuanPages *pages, const char *wording)
{
  GString *text = g_string_new (NULL);
  QuanPiece piece;

  while (quan_wording_next (&wording, &piece)) {
    QuanPlaceholder placeholder;
    g_autofree char *value = NULL;

    if (piece.kind != QUAN_PIECE_PLACEHOLDER || !quan_placeholder (piece.text, piece.length, &placeholder)) {
      g_string_append_len (text, piece.text, piece.length);
      continue;
    }
    value = value_text (pages, &placeholder);
    if (value != NULL)
      g_string_append (text, value);
    else
      append_blank (text, placeholder.kind == QUAN_PLACEHOLDER_BLANK ? placeholder.ems : QUAN_BLANK_EMS);
  }
  return g_string_free (text, FALSE);
}
