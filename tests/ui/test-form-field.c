/* Form fields, typed into by keys of the X server, over a real store. */
#include <glib/gstdio.h>
#include <string.h>

#include "tests/ui/desk-window.h"
#include "ui/entries/error-summary.h"
#include "ui/entries/form-field.h"

static QuanFormField *
add_field (DeskWindow *on, const char *path, const char *label)
{
  GtkWidget *field = quan_form_field_new (path, label, NULL);

  gtk_box_append (GTK_BOX (on->box), field);
  return QUAN_FORM_FIELD (field);
}

static void
assert_text (QuanFormField *field, const char *expected)
{
  g_autofree char *text = quan_form_field_text (field);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_told (DeskWindow *on, gboolean notes, const char *expected)
{
  g_autofree char *told = desk_window_told (on, notes);

  g_assert_cmpstr (told, ==, expected);
}

/* The widget below a field or anywhere in it, by its type. */
static GtkWidget *
find (GtkWidget *inside, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (inside, type) ? inside : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* What the line below a field says. */
static const char *
line_of (QuanFormField *field)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (field));

  while (!gtk_widget_has_css_class (line, "note-line"))
    line = gtk_widget_get_next_sibling (line);
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (line)));
}

/* Each kind of fact: what the store holds is shown, with what it was understood as. */
static void
test_shown (void)
{
  static const struct {
    const char *path, *text, *line;
  } facts[] = {
    { "enterprise.name", "北京示例智能科技有限公司", "" },
    { "enterprise.uscc", "91110108MA01ABC25F",
      "Enterprise registered with market regulation · Haidian District, Beijing" },
    { "enterprise.entity_type", "company", "" },
    { "enterprise.region", "110108", "Haidian District, Beijing" },
    { "enterprise.industry_code", "I6513", "I65 Software and information technology services" },
    { "enterprise.finance_system", "yes", "" },
    { "enterprise.dishonesty_records", "none", "" },
    { "enterprise.established", "", "" },
    { "enterprise.bank.account", "0200001909200012345", "" },
    { "contract.signed", "2024-02-20", "Tuesday" },
    { "contract.lines[0].amount", "1,000,000.00", "1,000,000.00 yuan" },
    { "contract.affiliated", "no", "" },
    { "contract.model", "", "" },
  };
  DeskWindow on;

  desk_window_open (&on);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_field (&on, facts[i].path, "_Fact");
  desk_window_present (&on);
  desk_window_refresh (&on);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    GtkWidget *field = gtk_widget_get_first_child (on.box);

    for (guint j = 0; j < i; j++)
      field = gtk_widget_get_next_sibling (field);
    g_test_message ("%s", facts[i].path);
    assert_text (QUAN_FORM_FIELD (field), facts[i].text);
    g_assert_cmpstr (line_of (QUAN_FORM_FIELD (field)), ==, facts[i].line);
  }
  assert_told (&on, TRUE, "");
  desk_window_close (&on);
}

/* A date that does not exist is handed over once, stays as it was typed, and says at the field why. */
static void
test_wrong (void)
{
  DeskWindow on;
  QuanFormField *signed_on, *title;
  GtkWidget *summary = quan_error_summary_new (), *entry;

  desk_window_open (&on);
  gtk_box_append (GTK_BOX (on.box), summary);
  signed_on = add_field (&on, "contract.signed", "签订日期(_D)");
  title = add_field (&on, "contract.title", "_Title");
  desk_window_refresh (&on);
  desk_window_present (&on);
  g_assert_true (quan_form_focus (on.box, "contract.signed"));
  desk_window_press (&on, "type", "2025-6-3");
  assert_told (&on, TRUE, "note contract.signed 2\nnote contract.signed 20\nnote contract.signed 202\n"
                          "note contract.signed 2025\nnote contract.signed 2025-\nnote contract.signed 2025-6\n"
                          "note contract.signed 2025-6-\nnote contract.signed 2025-6-3\n");
  desk_window_press (&on, "type", "1");
  g_assert_null (quan_form_field_error (signed_on));
  desk_window_press (&on, "key", "Return");
  assert_told (&on, FALSE, "enter contract.signed 2025-6-31\n");
  assert_text (signed_on, "2025-6-31");
  g_assert_nonnull (quan_form_field_error (signed_on));
  g_assert_cmpstr (line_of (signed_on), ==, quan_form_field_error (signed_on));
  entry = find (GTK_WIDGET (signed_on), GTK_TYPE_ENTRY);
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "签订日期");
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (title)) & GTK_STATE_FLAG_FOCUS_WITHIN);

  g_assert_cmpint (quan_error_summary_show (QUAN_ERROR_SUMMARY (summary), on.box, on.prepared), ==, 1);
  g_assert_true (quan_error_summary_grab (QUAN_ERROR_SUMMARY (summary)));
  desk_window_press (&on, "key", "space");
  assert_told (&on, FALSE, "reveal contract.signed \n");

  quan_form_field_type (signed_on, "20240220");
  assert_told (&on, FALSE, "enter contract.signed 20240220\n");
  assert_text (signed_on, "2024-02-20");
  g_assert_null (quan_form_field_error (signed_on));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpint (quan_error_summary_show (QUAN_ERROR_SUMMARY (summary), on.box, on.prepared), ==, 0);
  g_assert_false (gtk_widget_get_visible (summary));
  desk_window_close (&on);
}

/* A check character that differs is pointed out, and the code is taken all the same. */
static void
test_doubtful (void)
{
  DeskWindow on;
  QuanFormField *code;

  desk_window_open (&on);
  code = add_field (&on, "provider.uscc", "_Code");
  desk_window_refresh (&on);
  desk_window_present (&on);
  quan_form_field_type (code, "91110108ma01abc25g");
  assert_text (code, "91110108MA01ABC25G");
  g_assert_null (quan_form_field_error (code));
  g_assert_cmpstr (line_of (code), ==, "The last character would be expected to be F. Compare the code with the licence.");
  desk_window_close (&on);
}

/* A snapshot that arrives while a field is typed into leaves the typing alone; Escape brings back what is stored; leaving the
 * field hands it over, reformatted. */
static void
test_typing (void)
{
  DeskWindow on;
  QuanFormField *amount;

  desk_window_open (&on);
  amount = add_field (&on, "contract.lines[0].amount", "_Amount");
  add_field (&on, "contract.title", "_Title");
  desk_window_refresh (&on);
  desk_window_present (&on);
  g_assert_true (quan_form_focus (on.box, "contract.lines[0].amount"));
  desk_window_press (&on, "type", "12");
  desk_window_refresh (&on);
  assert_text (amount, "12");
  desk_window_press (&on, "key", "Escape");
  assert_text (amount, "1,000,000.00");
  assert_told (&on, TRUE, "note contract.lines[0].amount 1\nnote contract.lines[0].amount 12\n"
                          "note contract.lines[0].amount 1,000,000.00\n");
  desk_window_press (&on, "key", "ctrl+a");
  desk_window_press (&on, "type", "1200000");
  desk_window_press (&on, "key", "Tab");
  assert_told (&on, FALSE, "enter contract.lines[0].amount 1200000\n");
  assert_text (amount, "1,200,000.00");
  desk_window_press (&on, "key", "shift+Tab");
  desk_window_press (&on, "key", "Tab");
  assert_told (&on, TRUE, "");
  desk_window_close (&on);
}

/* Ctrl+Z takes back typing inside the field, and is the window's where nothing was typed. */
static void
test_undo (void)
{
  DeskWindow on;
  QuanFormField *title;

  desk_window_open (&on);
  title = add_field (&on, "contract.title", "_Title");
  add_field (&on, "contract.signed", "_Signed");
  desk_window_refresh (&on);
  desk_window_present (&on);
  g_assert_true (quan_form_focus (on.box, "contract.title"));
  desk_window_press (&on, "key", "ctrl+z");
  g_assert_cmpint (on.undone, ==, 1);
  desk_window_press (&on, "key", "End");
  desk_window_press (&on, "type", "ab");
  desk_window_press (&on, "key", "ctrl+z");
  g_assert_cmpint (on.undone, ==, 1);
  assert_text (title, "智能算力服务合同");
  desk_window_press (&on, "type", "c");
  desk_window_press (&on, "key", "Tab");
  desk_window_press (&on, "key", "shift+Tab");
  desk_window_press (&on, "key", "ctrl+z");
  g_assert_cmpint (on.undone, ==, 2);
  assert_text (title, "智能算力服务合同c");
  desk_window_close (&on);
}

/* Choices are handed over as the words of terms, at once and once. */
static void
test_choices (void)
{
  DeskWindow on;
  QuanFormField *purpose, *affiliated;

  desk_window_open (&on);
  purpose = add_field (&on, "contract.purpose", "_Purpose");
  affiliated = add_field (&on, "contract.affiliated", "_Affiliated");
  desk_window_refresh (&on);
  desk_window_present (&on);
  quan_form_field_type (purpose, "application");
  quan_form_field_type (affiliated, "Yes");
  assert_told (&on, TRUE, "enter contract.purpose application\nenter contract.affiliated yes\n");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (GTK_WIDGET (affiliated), GTK_TYPE_DROP_DOWN)), 0);
  assert_told (&on, TRUE, "enter contract.affiliated \n");
  assert_text (affiliated, "");
  desk_window_close (&on);
}

/* A sector is found by its name; Down and Enter take it and go on. */
static void
test_suggestions (void)
{
  DeskWindow on;
  QuanFormField *sector;

  desk_window_open (&on);
  sector = add_field (&on, "enterprise.industry_code", "_Sector");
  add_field (&on, "enterprise.name", "_Name");
  desk_window_refresh (&on);
  desk_window_present (&on);
  g_assert_true (quan_form_focus (on.box, "enterprise.industry_code"));
  desk_window_press (&on, "type", "software");
  desk_window_press (&on, "key", "Down");
  desk_window_press (&on, "key", "Return");
  assert_told (&on, FALSE, "enter enterprise.industry_code I65\n");
  g_assert_cmpstr (line_of (sector), ==, "I65 Software and information technology services");
  g_assert_true (quan_form_focus (on.box, "enterprise.industry_code"));
  desk_window_press (&on, "type", "66");
  desk_window_press (&on, "key", "Return");
  assert_told (&on, FALSE, "enter enterprise.industry_code 66\n");
  desk_window_close (&on);
}

/* The label of a day of the month shown in a calendar, or the button with an icon. */
static GtkWidget *
find_part (GtkWidget *inside, const char *day, const char *icon)
{
  GtkWidget *found = NULL;

  if (day != NULL && gtk_widget_has_css_class (inside, "day-number") && !gtk_widget_has_css_class (inside, "other-month")
      && strcmp (gtk_label_get_text (GTK_LABEL (inside)), day) == 0)
    return inside;
  if (icon != NULL && GTK_IS_BUTTON (inside) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (inside)), icon) == 0)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, day, icon);
  return found;
}

/* A day clicked in the calendar is handed over; turning the months is not. */
static void
test_calendar (void)
{
  DeskWindow on;
  QuanFormField *signed_on;
  GtkWidget *calendar, *next;

  desk_window_open (&on);
  signed_on = add_field (&on, "contract.signed", "_Signed");
  desk_window_refresh (&on);
  desk_window_present (&on);
  g_assert_true (quan_form_focus (on.box, "contract.signed"));
  desk_window_press (&on, "key", "alt+Down");
  calendar = find (GTK_WIDGET (signed_on), GTK_TYPE_CALENDAR);
  g_assert_true (gtk_widget_get_mapped (calendar));
  next = find_part (calendar, NULL, "pan-end-symbolic");
  g_assert_nonnull (next);
  desk_window_click (next);
  desk_window_click (next);
  g_assert_true (gtk_widget_get_mapped (calendar));
  assert_told (&on, TRUE, "");
  assert_text (signed_on, "2024-02-20");
  desk_window_click (find_part (calendar, "7", NULL));
  assert_told (&on, TRUE, "enter contract.signed 2024-04-07\n");
  g_assert_false (gtk_widget_get_mapped (calendar));
  desk_window_close (&on);
}

/* A cell of a table has neither label nor line, keeps its error in its icon and description, and follows its row. */
static void
test_compact (void)
{
  DeskWindow on;
  QuanFormField *amount;
  GtkWidget *entry;

  desk_window_open (&on);
  amount = g_object_new (QUAN_TYPE_FORM_FIELD, "path", "contract.lines[0].amount", "label", "_Amount", "compact", TRUE, NULL);
  gtk_box_append (GTK_BOX (on.box), GTK_WIDGET (amount));
  desk_window_refresh (&on);
  desk_window_present (&on);
  g_assert_null (find (GTK_WIDGET (amount), GTK_TYPE_LABEL));
  entry = find (GTK_WIDGET (amount), GTK_TYPE_ENTRY);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Amount");
  quan_form_field_type (amount, "1.2.3");
  assert_told (&on, FALSE, "enter contract.lines[0].amount 1.2.3\n");
  g_assert_nonnull (quan_form_field_error (amount));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, quan_form_field_error (amount));
  g_assert_cmpstr (gtk_entry_get_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY), ==, "quan-fail-symbolic");
  quan_form_field_set_path (amount, "contract.lines[7].amount");
  desk_window_refresh (&on);
  assert_text (amount, "");
  g_assert_true (find (GTK_WIDGET (amount), GTK_TYPE_ENTRY) == entry);
  desk_window_close (&on);
}

int
main (int argc, char *argv[])
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-field/shown", test_shown);
  g_test_add_func ("/form-field/wrong", test_wrong);
  g_test_add_func ("/form-field/doubtful", test_doubtful);
  g_test_add_func ("/form-field/typing", test_typing);
  g_test_add_func ("/form-field/undo", test_undo);
  g_test_add_func ("/form-field/choices", test_choices);
  g_test_add_func ("/form-field/suggestions", test_suggestions);
  g_test_add_func ("/form-field/calendar", test_calendar);
  g_test_add_func ("/form-field/compact", test_compact);
  return g_test_run ();
}
