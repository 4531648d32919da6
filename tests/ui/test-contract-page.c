/* Step 2: the contract of the sample is shown, typing, pasting and choosing hand over what was meant, and 500 lines stay
 * usable. */
#include <stdlib.h>
#include <time.h>

#include "tests/ui/page-window.h"
#include "ui/entries/error-summary.h"
#include "ui/entries/form-choice.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/contract-page.h"
#include "ui/wizard/line-proposal.h"
#include "ui/wizard/lines-table.h"
#include "ui/wizard/pasted-table.h"

#define MANY_LINES 500
#define SHOWN 5
#define PATIENCE (20 * G_TIME_SPAN_SECOND)
/* For how long, in settlings, the focus has to be in sight to stay there. */
#define STAYED 10

static void
assert_judged (PageWindow *on, QuanStepState state, const char *sentence)
{
  g_autofree char *said = NULL;

  g_assert_cmpint (quan_wizard_page_judge (on->page, on->prepared, &said), ==, state);
  g_assert_cmpstr (said, ==, sentence);
}

static gboolean
says (GtkWidget *inside, const char *text)
{
  if (GTK_IS_LABEL (inside) && gtk_widget_get_mapped (inside) && g_str_equal (gtk_label_get_text (GTK_LABEL (inside)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_says (PageWindow *on, const char *text)
{
  if (!says (GTK_WIDGET (on->page), text))
    g_error ("The page does not say \"%s\".", text);
}

static QuanLinesTable *
table_of (PageWindow *on)
{
  return QUAN_LINES_TABLE (page_window_find (on, QUAN_TYPE_LINES_TABLE));
}

static void
test_shown (void)
{
  static const struct {
    const char *path, *text;
  } facts[] = {
    { "contract.number", "HT-2025-001" },
    { "contract.signed", "2025-06-20" },
    { "contract.ends", "2026-06-30" },
    { "contract.affiliated", "no" },
    { "contract.purpose", "training" },
    { "contract.lines[0].quantity", "70080" },
    { "contract.lines[0].amount", "560,640.00" },
    { "contract.lines[6].amount", "150,000.00" },
  };
  PageWindow on;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  page_window_present (&on);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    page_window_assert_text (&on, facts[i].path, facts[i].text);
  assert_says (&on, "Total, 7 lines");
  assert_says (&on, "1,350,000.00");
  assert_says (&on, "人民币壹佰叁拾伍万元整");
  assert_says (&on, "184 / 365 days");
  /* The base of the working sheet: 1,200,000.00 of compute, floored line by line. */
  g_assert_cmpint (on.prepared->check->award.base.base, !=, QUAN_FEN_NONE);
  assert_judged (&on, QUAN_STEP_DONE, "Complete");
  page_window_close (&on);
}

/* A line's dates are typed in the popover that all lines share; what is wrong there is listed and led to. */
static void
test_period (void)
{
  PageWindow on;
  QuanFormField *starts;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  page_window_present (&on);
  g_assert_true (quan_wizard_page_reveal (on.page, "contract.lines[2].starts"));
  page_window_settle ();
  starts = page_window_field (&on, "contract.lines[2].starts");
  quan_form_field_type (starts, "2025-9-31");
  page_window_assert_told (&on, "enter contract.lines[2].starts 2025-9-31\n");
  g_assert_true (gtk_widget_get_visible (page_window_find (&on, QUAN_TYPE_ERROR_SUMMARY)));
  assert_judged (&on, QUAN_STEP_WRONG, "1 to be corrected");
  quan_form_field_type (starts, "2025-09-01");
  g_assert_false (gtk_widget_get_visible (page_window_find (&on, QUAN_TYPE_ERROR_SUMMARY)));
  assert_says (&on, "25-09-01 – 26-06-30");
  page_window_close (&on);
}

/* An amount is proposed from quantity and price, and entered only when that is asked for. */
static void
test_proposal (void)
{
  PageWindow on;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  page_window_present (&on);
  quan_form_field_type (page_window_field (&on, "contract.lines[2].amount"), "");
  page_window_assert_told (&on, "enter contract.lines[2].amount \n");
  g_assert_cmpint (((QuanLine *) on.prepared->contract->lines->pdata[2])->amount, ==, QUAN_FEN_NONE);
  assert_judged (&on, QUAN_STEP_UNKNOWN, "A line has no amount");
  assert_says (&on, "Take 1 amount from quantity × price");
  quan_lines_table_take_proposals (table_of (&on));
  page_window_assert_told (&on, "enter contract.lines[2].amount 66480.00\n");
  page_window_assert_text (&on, "contract.lines[2].amount", "66,480.00");
  page_window_close (&on);
}

static void
test_paste (void)
{
  PageWindow on;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  page_window_present (&on);
  g_assert_cmpuint (quan_lines_table_paste (table_of (&on), "类别\t内容\t数量\t单位\t单价\t金额\r\n"
                                            "网络\t\"专线\n1 Gb/s\"\t12\t月\t2000\t2.4万\r\n\r\n"
                                            "智能算力\tGPU\t10\t卡时\t9.5\tninety\r\n"), ==, 2);
  page_window_assert_told (&on, "enter contract.lines[7].kind 网络\nenter contract.lines[7].item 专线 1 Gb/s\n"
                           "enter contract.lines[7].quantity 12\nenter contract.lines[7].unit 月\n"
                           "enter contract.lines[7].unit_price 2000\nenter contract.lines[7].amount 2.4万\n"
                           "enter contract.lines[8].kind 智能算力\nenter contract.lines[8].item GPU\n"
                           "enter contract.lines[8].quantity 10\nenter contract.lines[8].unit 卡时\n"
                           "enter contract.lines[8].unit_price 9.5\nenter contract.lines[8].amount ninety\n");
  g_assert_cmpint (((QuanLine *) on.prepared->contract->lines->pdata[7])->kind, ==, QUAN_LINE_NETWORK);
  page_window_assert_text (&on, "contract.lines[7].amount", "24,000.00");
  page_window_assert_text (&on, "contract.lines[8].amount", "ninety");
  g_assert_nonnull (quan_form_field_error (page_window_field (&on, "contract.lines[8].amount")));
  gtk_widget_activate_action (GTK_WIDGET (on.page), "wizard.remove-row", "s", "contract.lines[8]");
  assert_says (&on, "Total, 8 lines");
  page_window_close (&on);
}

static QuanFormChoice *
choice_named (GtkWidget *inside, const char *label)
{
  QuanFormChoice *found = NULL;

  if (QUAN_IS_FORM_CHOICE (inside)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (inside))), label))
    return QUAN_FORM_CHOICE (inside);
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = choice_named (child, label);
  return found;
}

/* A known provider is one choice; a new one is asked for by name and code, and its fields stay until it is complete. */
static void
test_provider (void)
{
  PageWindow on;
  QuanFormChoice *choice;
  GtkWidget *name;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, NULL);
  page_window_present (&on);
  assert_judged (&on, QUAN_STEP_NOT_STARTED, "Not begun");
  choice = choice_named (GTK_WIDGET (on.page), "Provider");
  name = GTK_WIDGET (page_window_field (&on, "provider.name"));
  g_assert_cmpuint (quan_form_choice_shown (choice), ==, GTK_INVALID_LIST_POSITION);
  quan_form_choice_choose (choice, 0);
  g_assert_cmpstr (on.prepared->contract->provider, ==,
                   ((QuanProvider *) on.prepared->providers->pdata[0])->uscc);
  g_assert_false (gtk_widget_get_visible (name));
  quan_form_choice_choose (choice, on.prepared->providers->len);
  g_assert_null (on.prepared->contract->provider);
  g_assert_true (gtk_widget_get_visible (name));
  g_ptr_array_set_size (on.told, 0);
  quan_form_field_type (page_window_field (&on, "provider.uscc"), "91110105MA7KDEF37X");
  quan_form_field_type (page_window_field (&on, "provider.name"), "新算力有限公司");
  page_window_assert_told (&on, "enter provider.uscc 91110105MA7KDEF37X\nenter provider.name 新算力有限公司\n");
  g_assert_cmpstr (on.prepared->provider->name, ==, "新算力有限公司");
  g_assert_true (gtk_widget_get_visible (name));
  page_window_close (&on);
}

/* The field of use is one of the list or in words of one's own; "none" is said of subsidies, not left blank. */
static void
test_choices (void)
{
  PageWindow on;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  page_window_present (&on);
  quan_form_choice_choose (choice_named (GTK_WIDGET (on.page), "Field of use"), 2);
  page_window_assert_told (&on, "enter contract.field healthcare\n");
  quan_form_choice_choose (choice_named (GTK_WIDGET (on.page), "Field of use"), 11);
  g_assert_null (on.prepared->contract->field);
  quan_form_field_type (page_window_field (&on, "contract.field"), "气象");
  page_window_assert_told (&on, "enter contract.field \nenter contract.field 气象\n");
  quan_form_choice_choose (choice_named (GTK_WIDGET (on.page), "Other subsidies for computing power (Z)"), 1);
  g_assert_null (on.prepared->contract->other_subsidies);
  quan_form_field_type (page_window_field (&on, "contract.other_subsidies[0].level"), "district");
  page_window_assert_told (&on, "enter contract.other_subsidies \nenter contract.other_subsidies[0].level district\n");
  g_assert_nonnull (page_window_field (&on, "contract.other_subsidies[1].level"));
  page_window_close (&on);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The middle of the processor times of showing the snapshot some times over, ms. */
static double
time_shown (PageWindow *on)
{
  double times[SHOWN];

  for (int i = 0; i < SHOWN; i++) {
    clock_t begun = clock ();

    quan_wizard_page_show (on->page, on->prepared);
    page_window_settle ();
    times[i] = (clock () - begun) * 1000.0 / CLOCKS_PER_SEC;
  }
  qsort (times, SHOWN, sizeof *times, compare_times);
  return times[SHOWN / 2];
}

/* Every row is made once; a snapshot of as many lines is shown in the same fields, and touches what changed. */
static void
test_many_lines (void)
{
  PageWindow on;
  QuanFormField *first;
  QuanLine *last;
  clock_t begun;
  double built;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  page_window_present (&on);
  for (int i = 7; i < MANY_LINES; i++)
    g_ptr_array_add (on.prepared->contract->lines,
                     quan_record_copy (&quan_line_type, on.prepared->contract->lines->pdata[0]));
  begun = clock ();
  quan_wizard_page_show (on.page, on.prepared);
  page_window_settle ();
  built = (clock () - begun) * 1000.0 / CLOCKS_PER_SEC;
  first = page_window_field (&on, "contract.lines[0].item");
  g_test_message ("%d lines: made and drawn in %.0f ms of processor time, shown again in %.0f ms", MANY_LINES, built,
                  time_shown (&on));
  g_assert_true (first == page_window_field (&on, "contract.lines[0].item"));
  page_window_assert_text (&on, "contract.lines[499].amount", "560,640.00");
  last = on.prepared->contract->lines->pdata[MANY_LINES - 1];
  last->amount = 12345;
  quan_wizard_page_show (on.page, on.prepared);
  page_window_assert_text (&on, "contract.lines[499].amount", "123.45");
  g_assert_true (quan_wizard_page_reveal (on.page, "contract.lines[499].amount"));
  page_window_close (&on);
}

/* Whether the widget with the focus stands within the page's scrolled window. */
static gboolean
focus_in_sight (PageWindow *on)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (on->window));
  GtkWidget *scroller = page_window_find (on, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return focus != NULL && gtk_widget_compute_bounds (focus, scroller, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

/* What is folded away is unfolded and scrolled to, from either end of the page. */
static void
test_unfolded (void)
{
  static const char *const paths[] = { "contract.schedule[0].date", "contract.other_subsidies[0].level", "contract.number",
                                       "contract.model", "contract.signed" };
  PageWindow on;

  page_window_open (&on, QUAN_TYPE_CONTRACT_PAGE, "HT-2025-001");
  gtk_window_set_default_size (GTK_WINDOW (on.window), 900, 400);
  page_window_present (&on);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    gint64 deadline = g_get_monotonic_time () + PATIENCE;
    int stayed = 0;

    g_test_message ("%s", paths[i]);
    g_assert_true (quan_wizard_page_reveal (on.page, paths[i]));
    while (stayed < STAYED && g_get_monotonic_time () < deadline) {
      page_window_settle ();
      stayed = focus_in_sight (&on) ? stayed + 1 : 0;
    }
    g_assert_cmpint (stayed, ==, STAYED);
    g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (on.window)),
                                           GTK_WIDGET (page_window_field (&on, paths[i]))));
  }
  page_window_close (&on);
}

/* Quantity × unit price in integers, to the nearest fen. */
static void
test_product (void)
{
  static const struct {
    const char *quantity, *price;
    QuanFen     fen;
  } products[] = {
    { "96", "10000", 96000000 },
    { "12000", "5.54", 6648000 },
    { "0.1", "0.2", 2 },
    { "1", "0.005", 1 },
    { "1", "0.0049", 0 },
    { "3", "33.33333333", 10000 },
    { "999999999999999.99999999", "1", QUAN_FEN_NONE },
    { "999999999999999.99999999", "999999999999999.99999999", QUAN_FEN_NONE },
    { "-1", "2", QUAN_FEN_NONE },
    { NULL, "2", QUAN_FEN_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (products); i++) {
    QuanLine line = { .quantity = (char *) products[i].quantity, .unit_price = (char *) products[i].price };

    g_assert_cmpint (quan_line_proposal (&line), ==, products[i].fen);
  }
}

int
main (int argc, char *argv[])
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/contract-page/shown", test_shown);
  g_test_add_func ("/ui/contract-page/period", test_period);
  g_test_add_func ("/ui/contract-page/proposal", test_proposal);
  g_test_add_func ("/ui/contract-page/paste", test_paste);
  g_test_add_func ("/ui/contract-page/provider", test_provider);
  g_test_add_func ("/ui/contract-page/choices", test_choices);
  g_test_add_func ("/ui/contract-page/many-lines", test_many_lines);
  g_test_add_func ("/ui/contract-page/unfolded", test_unfolded);
  g_test_add_func ("/ui/contract-page/product", test_product);
  return g_test_run ();
}
