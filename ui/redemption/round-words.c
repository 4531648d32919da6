#include "ui/redemption/round-words.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"

static const struct {
  const char *word, *icon, *css_class;
  QuanStepState step;
} stands[QUAN_N_STANDS] = {
  [QUAN_STAND_FUTURE]    = { N_ ("Not open yet"), "quan-not-started-symbolic", "none", QUAN_STEP_REVIEW },
  [QUAN_STAND_OPEN]      = { N_ ("Open for filing"), "quan-redemption-symbolic", "accent", QUAN_STEP_DONE },
  [QUAN_STAND_CLOSED]    = { N_ ("Closed, nothing filed"), "quan-not-applicable-symbolic", "none", QUAN_STEP_WRONG },
  [QUAN_STAND_DRAFT]     = { N_ ("Draft"), "quan-draft-symbolic", "unknown", QUAN_STEP_DONE },
  [QUAN_STAND_SUBMITTED] = { N_ ("Submitted"), "quan-submitted-symbolic", "accent", QUAN_STEP_DONE },
  [QUAN_STAND_RETURNED]  = { N_ ("Returned for correction"), "quan-returned-symbolic", "review", QUAN_STEP_REVIEW },
  [QUAN_STAND_PAID]      = { N_ ("Paid"), "quan-pass-symbolic", "pass", QUAN_STEP_DONE },
  [QUAN_STAND_REJECTED]  = { N_ ("Rejected"), "quan-fail-symbolic", "fail", QUAN_STEP_WRONG },
  [QUAN_STAND_WITHDRAWN] = { N_ ("Withdrawn"), "quan-not-applicable-symbolic", "none", QUAN_STEP_REVIEW },
};

const char *
quan_stand_word (QuanRoundStand stand)
{
  return _(stands[stand].word);
}

const char *
quan_stand_icon (QuanRoundStand stand)
{
  return stands[stand].icon;
}

const char *
quan_stand_class (QuanRoundStand stand)
{
  return stands[stand].css_class;
}

char *
quan_round_when (const QuanRound *round, QuanDate as_of)
{
  if (as_of < round->from)
    return g_strdup_printf (ngettext ("opens in %d day", "opens in %d days", round->from - as_of), round->from - as_of);
  if (as_of > round->until)
    return g_strdup_printf (ngettext ("closed %d day ago", "closed %d days ago", as_of - round->until),
                            as_of - round->until);
  if (as_of == round->until)
    return g_strdup (_("today is the last day"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", round->until - as_of), round->until - as_of);
}

/* A draft or what came back can no longer be filed once the round is over. */
static gboolean
is_too_late (const QuanRoundRow *row, QuanDate as_of)
{
  return as_of > row->round->until && (row->stand == QUAN_STAND_DRAFT || row->stand == QUAN_STAND_RETURNED);
}

QuanStepState
quan_round_judge (const QuanRoundFiling *filing, char **sentence)
{
  const QuanRoundRow *row = quan_round_filing_row (filing);
  g_autofree char *when = NULL;

  if (row == NULL) {
    *sentence = g_strdup_printf (_("There is no round %s"), filing->filing->preview->round);
    return QUAN_STEP_WRONG;
  }
  when = quan_round_when (row->round, filing->as_of);
  if (row->stand == QUAN_STAND_OPEN || row->stand == QUAN_STAND_DRAFT || row->stand == QUAN_STAND_FUTURE
      || is_too_late (row, filing->as_of))
    *sentence = g_strdup_printf ("%s · %s", row->round->label, when);
  else
    *sentence = g_strdup_printf ("%s · %s", row->round->label, quan_stand_word (row->stand));
  return is_too_late (row, filing->as_of) ? QUAN_STEP_WRONG : stands[row->stand].step;
}

/* What became of the round, said of its label. */
static char *
stand_sentence (QuanRoundStand stand, const char *label)
{
  switch (stand) {
  case QUAN_STAND_FUTURE:
    return g_strdup_printf (_("Round %s is not open yet"), label);
  case QUAN_STAND_CLOSED:
    return g_strdup_printf (_("Round %s is closed, and nothing was filed in it"), label);
  case QUAN_STAND_SUBMITTED:
    return g_strdup_printf (_("Round %s has been filed"), label);
  case QUAN_STAND_RETURNED:
    return g_strdup_printf (_("Round %s came back to be corrected"), label);
  case QUAN_STAND_PAID:
    return g_strdup_printf (_("Round %s has been paid"), label);
  case QUAN_STAND_REJECTED:
    return g_strdup_printf (_("Round %s was rejected"), label);
  case QUAN_STAND_WITHDRAWN:
    return g_strdup_printf (_("Round %s was withdrawn"), label);
  case QUAN_STAND_OPEN:
  case QUAN_STAND_DRAFT:
  default:
    return g_strdup_printf (_("Round %s can be filed"), label);
  }
}

char *
quan_round_headline (const QuanRoundFiling *filing)
{
  const QuanRoundRow *row = quan_round_filing_row (filing);

  if (row == NULL)
    return g_strdup_printf (_("There is no round %s"), filing->filing->preview->round);
  if (is_too_late (row, filing->as_of))
    return g_strdup_printf (_("Round %s can no longer be filed"), row->round->label);
  return stand_sentence (row->stand, row->round->label);
}

char *
quan_round_remark (const QuanRoundFiling *filing)
{
  const QuanRoundRow *row = quan_round_filing_row (filing);
  QuanFen amount = quan_round_filing_amount (filing);
  g_autofree char *figure = quan_figure (amount), *when = NULL, *days = NULL;

  if (row == NULL)
    return NULL;
  when = quan_round_when (row->round, filing->as_of);
  days = quan_date_figure (row->file_by);
  if (row->stand > QUAN_STAND_DRAFT && row->stand != QUAN_STAND_RETURNED)
    return g_strdup_printf (_("%s yuan were asked for"), figure);
  if (row->stand == QUAN_STAND_CLOSED || is_too_late (row, filing->as_of))
    return g_strdup_printf (_("%s · what it would have taken is taken by a later round"), when);
  return g_strdup_printf (_("File by %s · %s · %s yuan as things stand"), days, when, figure);
}
