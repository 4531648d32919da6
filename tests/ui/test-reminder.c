/* What the reminder says: one deadline whole, several summed up with the nearest, nothing of what is over or far. */
#include "ui/reminder.h"

#define TODAY 20000  /* 2024-10-04 */

#define ITEM(days, item_kind, fen, is, does) \
  { .date = TODAY + (days), .kind = (item_kind), .amount = (fen), .what = (char *) (does), .amount_is = (char *) (is) }
#define FILING(days) ITEM (days, QUAN_AGENDA_REDEMPTION_FILING, 3024657, "payable in this round", "File 2024Q4")
#define RENEWAL(days) ITEM (days, QUAN_AGENDA_EVIDENCE_STALE, QUAN_FEN_NONE, "claimed by drafts", "Renew the report")

static void
assert_said (const QuanAgendaItem *items, guint n, const char *expected_title, const char *expected_body)
{
  g_autoptr (GArray) agenda = g_array_new (FALSE, FALSE, sizeof (QuanAgendaItem));
  g_autofree char *title = NULL, *body = NULL;

  g_array_append_vals (agenda, items, n);
  g_assert_true (quan_reminder_compose (agenda, TODAY, &title, &body) == (expected_title != NULL));
  g_assert_cmpstr (title, ==, expected_title);
  g_assert_cmpstr (body, ==, expected_body);
}

static void
test_nothing (void)
{
  const QuanAgendaItem items[] = {
    FILING (-1), FILING (15), ITEM (3, QUAN_AGENDA_NO_ROUND, 100, "at risk", "Ask about deliveries"),
  };

  assert_said (items, 0, NULL, NULL);
  assert_said (items, G_N_ELEMENTS (items), NULL, NULL);
}

static void
test_one (void)
{
  const QuanAgendaItem last[] = { FILING (14) }, today[] = { FILING (-3), RENEWAL (0) };
  const QuanAgendaItem nothing[] = { ITEM (1, QUAN_AGENDA_REDEMPTION_FILING, 0, "payable in this round", "File") };

  assert_said (last, 1, "File 2024Q4", "By 2024-10-18: 30,246.57 yuan, payable in this round");
  assert_said (today, 2, "Renew the report", "By 2024-10-04");
  assert_said (nothing, 1, "File", "By 2024-10-05");
}

static void
test_several (void)
{
  const QuanAgendaItem items[] = { FILING (-40), FILING (9), RENEWAL (5), FILING (30) };

  assert_said (items, G_N_ELEMENTS (items), "2 deadlines within 14 days", "Renew the report\nBy 2024-10-09");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/nothing", test_nothing);
  g_test_add_func ("/reminder/one", test_one);
  g_test_add_func ("/reminder/several", test_several);
  return g_test_run ();
}
