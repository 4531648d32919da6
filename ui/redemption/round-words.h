/* How a round stands, in words and marks. */
#pragma once
#include "ui/redemption/round-filing.h"
#include "ui/wizard/wizard-page.h"

/* The word of a stand, its icon and its class of colour. Static. */
const char *quan_stand_word (QuanRoundStand stand);
const char *quan_stand_icon (QuanRoundStand stand);
const char *quan_stand_class (QuanRoundStand stand);

/* "33 days left", "last day", "closed 12 days ago", "opens in 5 days"; to free. */
char *quan_round_when (const QuanRound *round, QuanDate as_of);
/* What can be done with the filing's round: the state of the step, and a short sentence for the list of steps; to free.
 */
QuanStepState quan_round_judge (const QuanRoundFiling *filing, char **sentence);
/* The same as the headline of a page, and a remark with the time left and the money; to free. */
char *quan_round_headline (const QuanRoundFiling *filing);
char *quan_round_remark (const QuanRoundFiling *filing);
