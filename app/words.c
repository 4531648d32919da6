#include "app/words.h"

#include <glib/gi18n-lib.h>

char *
money_words (QuanFen fen)
{
  char text[QUAN_MONEY_BUF];

  return g_strdup (fen != QUAN_FEN_NONE ? quan_money_grouped (fen, text) : "—");
}

char *
date_words (QuanDate date)
{
  char text[QUAN_DATE_BUF];

  return g_strdup (date != QUAN_DATE_NONE ? quan_date_iso (date, text) : "—");
}

void
write_pack (Output *output, const QuanView *view, QuanLanguage language)
{
  const QuanPack *pack = view->pack;
  g_autofree char *as_of = date_words (view->as_of);
  g_autofree char *from = date_words (pack->valid_from);
  g_autofree char *until = date_words (pack->valid_until);

  output_format (output, _("%s, version %d, as of %s\n"), pack->title.in[language], pack->version, as_of);
  switch (quan_pack_state (pack, view->as_of)) {
  case QUAN_PACK_NOT_YET:
    output_format (output, _("This programme begins on %s: nothing can be claimed under it yet.\n"), from);
    break;
  case QUAN_PACK_LAPSED:
    output_format (output, _("This programme lapsed on %s: nothing can be claimed under it any more.\n"), until);
    break;
  case QUAN_PACK_IN_FORCE:
    break;
  }
  if (!pack->verified)
    output_text (output,
                 _("This pack is an unverified example: compare every figure with the authority's own text.\n"));
}

const char *
pack_state_words (const QuanPack *pack, QuanDate as_of)
{
  static const char *const words[] = {
    [QUAN_PACK_NOT_YET] = N_ ("not yet in force"),
    [QUAN_PACK_IN_FORCE] = N_ ("in force"),
    [QUAN_PACK_LAPSED] = N_ ("lapsed"),
  };

  return pack->verified ? _(words[quan_pack_state (pack, as_of)]) : _("unverified example");
}

void
write_enterprise (Output *output, const QuanEnterprise *enterprise)
{
  output_format (output, "%s  %s\n", enterprise->uscc, enterprise->name != NULL ? enterprise->name : "");
}
