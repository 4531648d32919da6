#include "core/policy/pack-reader.h"

#include <glib/gi18n-lib.h>

#include "core/policy/wording.h"

/* What stands between braces must have a meaning in the packets of all stages the wording is printed in. */
static void
check_placeholder (QuanPackFile *file, const char *group, const char *key, const QuanPiece *piece, guint stages)
{
  g_autofree char *name = g_strndup (piece->text, piece->length);
  QuanPlaceholder placeholder;
  guint lost;

  if (!quan_placeholder (piece->text, piece->length, &placeholder)) {
    quan_pack_file_problem (file, group, key,
                            _("a packet has no value “{%s}”; expected one such as “{enterprise.name}”, or "
                              "“{blank:N}” with N from 1 to %d."),
                            name, QUAN_BLANK_EMS_MAX);
    return;
  }
  lost = stages & ~quan_placeholder_stages (&placeholder);
  if (lost & QUAN_AT (QUAN_STAGE_REDEMPTION))
    quan_pack_file_problem (file, group, key,
                            _("“{%s}” is of one contract, and a redemption packet is of all that a round serves; "
                              "expected a value such as “{enterprise.name}” or “{redemption.total}”."), name);
  if (lost & QUAN_AT (QUAN_STAGE_CLAIM))
    quan_pack_file_problem (file, group, key,
                            _("“{%s}” is of a redemption, and this wording is in the claim packet; expected a value "
                              "such as “{enterprise.name}” or “{award.claimable}”."), name);
}

const char *
quan_take_wording (QuanPackFile *file, const char *group, const char *key, gboolean required, guint stages)
{
  const char *text = quan_take_text (file, group, key, required), *rest = text;
  QuanPiece piece;

  while (rest && quan_wording_next (&rest, &piece)) {
    if (piece.kind == QUAN_PIECE_UNCLOSED)
      quan_pack_file_problem (file, group, key, _("a “{” is never closed."));
    else if (piece.kind == QUAN_PIECE_PLACEHOLDER)
      check_placeholder (file, group, key, &piece, stages);
  }
  return text;
}
