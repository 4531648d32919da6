/* Entering deliveries, invoices and payments in their windows, with keys, on a real store. */
#include "tests/ui/desk-window.h"
#include "tests/ui/register-window.h"
#include "tests/ui/widgets.h"

#include <locale.h>
#include <string.h>

#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/record-dialog.h"
#include "ui/registers/invoices-page.h"

#define FILED "24112000000000041150"
#define FREE "25112000000000016204"

typedef struct {
  RegisterWindow window;
  GtkWidget     *dialog;
} Fixture;

typedef struct {
  QuanSection section;
  const char *key;
} Wanted;

static gpointer
read_in_worker (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = input;

  return quan_record_shown_read (desk, wanted->section, DESK_ENTERPRISE, wanted->key, cancellable, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer shown)
{
  g_autoptr (GError) error = NULL;

  *(QuanRecordShown **) shown = quan_office_done (QUAN_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static void
open_dialog (Fixture *self, QuanSection section, const char *key)
{
  Wanted wanted = { section, key };
  QuanRecordShown *shown = NULL;

  quan_office_read (self->window.office, read_in_worker, &wanted, NULL, NULL, NULL, read_cb, &shown);
  while (shown == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->dialog = quan_record_dialog_new (GTK_WINDOW (self->window.window), self->window.office, shown);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (self->dialog));
  while (!gtk_widget_get_mapped (self->dialog))
    g_main_context_iteration (NULL, TRUE);
  desk_window_settle ();
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *sample = register_window_sample ();

  register_window_open (&self->window, sample, QUAN_TYPE_INVOICES_PAGE);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  desk_window_settle ();
  g_assert_null (self->dialog);
  register_window_close (&self->window);
}

/* Has a key pressed or a text typed in the dialog. */
static void
press (Fixture *self, const char *verb, const char *what)
{
  DeskWindow keys = { .window = self->dialog };

  desk_window_press (&keys, verb, what);
}

static GtkWidget *
control (Fixture *self, const char *path)
{
  GtkWidget *found = quan_record_dialog_control (QUAN_RECORD_DIALOG (self->dialog), path);

  g_assert_nonnull (found);
  return found;
}

static void
set_text (Fixture *self, const char *path, const char *text)
{
  GtkWidget *found = control (self, path);

  if (QUAN_IS_DIALOG_FIELD (found)) {
    quan_dialog_field_set_text (QUAN_DIALOG_FIELD (found), text);
    g_signal_emit_by_name (found, "left");
  } else {
    gtk_editable_set_text (GTK_EDITABLE (found), text);
  }
}

static void
assert_text (Fixture *self, const char *path, const char *expected)
{
  GtkWidget *found = control (self, path);

  g_assert_cmpstr (QUAN_IS_DIALOG_FIELD (found) ? quan_dialog_field_get_text (QUAN_DIALOG_FIELD (found))
                                                : gtk_editable_get_text (GTK_EDITABLE (found)), ==, expected);
}

static const char *
error_at (Fixture *self, const char *path)
{
  return quan_dialog_field_error (QUAN_DIALOG_FIELD (control (self, path)));
}

static void
wait_until_closed (Fixture *self)
{
  while (self->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  register_window_settle (&self->window);
}

static void
count_click (int *clicks)
{
  ++*clicks;
}

/* Waits until what Enter asked for was refused. The button shows that it is pressed before it acts. */
static void
enter_refused (Fixture *self)
{
  GtkWidget *save = gtk_window_get_default_widget (GTK_WINDOW (self->dialog));
  int clicks = 0;
  gulong handler = g_signal_connect_swapped (save, "clicked", G_CALLBACK (count_click), &clicks);

  press (self, "key", "Return");
  while (clicks == 0 || !gtk_widget_get_sensitive (save))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (save, handler);
  g_assert_nonnull (self->dialog);
}

static const QuanInvoiceRow *
invoice_row (Fixture *self, const char *number)
{
  for (guint i = 0; i < quan_register_length (self->window.shown); i++) {
    const QuanInvoiceRow *row = quan_register_row (self->window.shown, i);

    if (strcmp (row->number, number) == 0)
      return row;
  }
  return NULL;
}

/* A whole invoice with the keyboard alone: what is typed is understood, the contract brings its provider, Enter saves, and it
 * can be taken back. */
static void
test_keys (Fixture *self, gconstpointer unused)
{
  open_dialog (self, QUAN_INVOICES, NULL);
  press (self, "type", "25112000000000000777");
  press (self, "key", "Tab");
  press (self, "type", "2025-6-3");
  press (self, "key", "Tab");
  press (self, "type", "2024-009");
  press (self, "key", "Down");
  press (self, "key", "Return");
  assert_text (self, "contract", "HT-2024-009");
  press (self, "key", "Tab");
  assert_text (self, "date", "2025-06-03");
  assert_text (self, "buyer", DESK_ENTERPRISE);
  assert_text (self, "seller", "91110105MA7KDEF373");
  set_text (self, "lines[0].amount", "1200");
  press (self, "key", "Return");
  wait_until_closed (self);
  g_assert_nonnull (strstr (self->window.told->pdata[0], "25112000000000000777"));
  g_assert_nonnull (invoice_row (self, "25112000000000000777"));
  g_assert_cmpint (invoice_row (self, "25112000000000000777")->counted, ==, 120000);
  quan_office_undo (self->window.office, NULL, NULL);
  while (invoice_row (self, "25112000000000000777") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What is refused is said at its field, and nothing typed is lost. */
static void
test_refused (Fixture *self, gconstpointer unused)
{
  open_dialog (self, QUAN_INVOICES, NULL);
  set_text (self, "number", "２５112000000000016204");
  assert_text (self, "number", FREE);
  set_text (self, "date", "31.2.");
  set_text (self, "contract", "HT-2024-9");
  set_text (self, "lines[0].amount", "zwölf");
  enter_refused (self);
  g_assert_nonnull (error_at (self, "date"));
  g_assert_true (gtk_widget_has_css_class (control (self, "lines[0].amount"), "error"));
  assert_text (self, "date", "31.2.");
  assert_text (self, "lines[0].amount", "zwölf");
  set_text (self, "date", "");
  set_text (self, "lines[0].amount", "12");
  enter_refused (self);
  g_assert_nonnull (error_at (self, "contract"));
  assert_text (self, "contract", "HT-2024-9");
  set_text (self, "contract", "HT-2024-009");
  enter_refused (self);
  g_assert_null (error_at (self, "contract"));
  g_assert_nonnull (error_at (self, "number"));
  g_assert_false (gtk_widget_has_css_class (control (self, "lines[0].amount"), "error"));
}

/* A slip that is allowed is pointed out, and saved all the same. */
static void
test_doubt (Fixture *self, gconstpointer unused)
{
  open_dialog (self, QUAN_INVOICES, FREE);
  set_text (self, "date", "2024-04-08");
  g_assert_null (error_at (self, "number"));
  g_assert_true (widget_says (self->dialog, "The number begins with the year 2025, but the invoice is of 2024. Compare both"
                                            " with the invoice."));
  press (self, "key", "Return");
  wait_until_closed (self);
  g_assert_cmpint (invoice_row (self, FREE)->date, ==, quan_date_parse_iso ("2024-04-08"));
}

/* A payment's parts: what is left to pay is offered, an invoice that is not there is refused at its cell. */
static void
test_parts (Fixture *self, gconstpointer unused)
{
  GtkWidget *cell, *rest;

  open_dialog (self, QUAN_PAYMENTS, "HD-2025-0428");
  cell = control (self, "invoices[0].amount");
  assert_text (self, "invoices[0].amount", "298,356.16");
  set_text (self, "invoices[0].amount", "");
  rest = widget_of_type (gtk_widget_get_parent (gtk_widget_get_parent (cell)), GTK_TYPE_BUTTON, 1);
  g_assert_true (gtk_widget_get_visible (rest));
  g_signal_emit_by_name (rest, "clicked");
  assert_text (self, "invoices[0].amount", "298,356.16");
  set_text (self, "invoices[0].number", "25");
  enter_refused (self);
  g_assert_true (gtk_widget_has_css_class (control (self, "invoices[0].number"), "error"));
  assert_text (self, "invoices[0].number", "25");
  set_text (self, "invoices[0].number", FREE);
  press (self, "key", "Return");
  wait_until_closed (self);
}

/* What was submitted can be read, and says why it is not changed; Escape closes. */
static void
test_locked (Fixture *self, gconstpointer unused)
{
  open_dialog (self, QUAN_INVOICES, FILED);
  g_assert_true (widget_says (self->dialog, "The invoice is in the redemption of 2024Q4, which was submitted, so it is not"
                                            " changed any more. Withdraw the redemption first, or enter a red-letter"
                                            " invoice."));
  g_assert_false (gtk_widget_get_visible (gtk_window_get_default_widget (GTK_WINDOW (self->dialog))));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (control (self, "lines[0].amount"))));
  press (self, "key", "Escape");
  wait_until_closed (self);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  g_assert_nonnull (setlocale (LC_ALL, "zh_CN.UTF-8"));
#define ADD(name, func) g_test_add ("/records/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("refused", test_refused);
  ADD ("doubt", test_doubt);
  ADD ("parts", test_parts);
  ADD ("locked", test_locked);
  return g_test_run ();
}
