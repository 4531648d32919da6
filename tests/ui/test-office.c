/* The office: work done by the worker in its order, acts that tell the window, stores opened and closed. */
#include "tests/core/desk-fixture.h"
#include "ui/office.h"

#include "core/base/error.h"

typedef struct {
  StorePlace  place;
  QuanOffice *office;
  GPtrArray  *answers;  /* of char *, in the order they came */
  int         changes;
} Fixture;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  char *answer = quan_office_done (QUAN_OFFICE (source), result, &error);

  g_ptr_array_add (self->answers, error != NULL ? g_strdup_printf ("error %d", error->code)
                                  : answer != NULL ? answer : g_strdup ("done"));
}

static void
wait_for (Fixture *self, guint answers)
{
  while (self->answers->len < answers)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
changed_cb (Fixture *self)
{
  self->changes++;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->place = store_place_new ();
  self->office = quan_office_new ();
  self->answers = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (self->office, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  quan_office_close (self->office);
  wait_for (self, 0);
  g_assert_finalize_object (self->office);
  g_ptr_array_unref (self->answers);
  store_place_clear (&self->place);
}

static gpointer
say (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  return g_strdup (input);
}

static gpointer
say_day (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  char iso[QUAN_DATE_BUF];

  return g_strdup (quan_date_iso (quan_desk_as_of (desk), iso));
}

static gpointer
fail (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, "refused");
  return NULL;
}

static void
read_text (Fixture *self, const char *text, GCancellable *cancellable)
{
  quan_office_read (self->office, say, g_strdup (text), g_free, g_free, cancellable, answered_cb, self);
}

static const char *
answer (Fixture *self, guint i)
{
  return self->answers->pdata[i];
}

static void
open (Fixture *self)
{
  quan_office_open (self->office, self->place.path, answered_cb, self);
  wait_for (self, 1);
  g_assert_cmpstr (answer (self, 0), ==, "done");
}

static void
test_order (Fixture *self, gconstpointer unused)
{
  open (self);
  g_assert_false (g_file_test (self->place.path, G_FILE_TEST_EXISTS));
  read_text (self, "one", NULL);
  read_text (self, "two", NULL);
  read_text (self, "three", NULL);
  wait_for (self, 4);
  g_assert_cmpstr (answer (self, 1), ==, "one");
  g_assert_cmpstr (answer (self, 2), ==, "two");
  g_assert_cmpstr (answer (self, 3), ==, "three");
}

static void
test_acts_tell (Fixture *self, gconstpointer unused)
{
  open (self);
  g_assert_cmpint (self->changes, ==, 1);
  quan_office_act (self->office, say, g_strdup ("act"), g_free, g_free, NULL, answered_cb, self);
  wait_for (self, 2);
  g_assert_cmpint (self->changes, ==, 2);
  quan_office_act (self->office, fail, NULL, NULL, NULL, NULL, answered_cb, self);
  wait_for (self, 3);
  g_assert_cmpint (self->changes, ==, 2);
  read_text (self, "read", NULL);
  wait_for (self, 4);
  g_assert_cmpint (self->changes, ==, 2);
}

static void
test_cancelled (Fixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *cancelled = g_strdup_printf ("error %d", G_IO_ERROR_CANCELLED);

  open (self);
  g_cancellable_cancel (cancellable);
  read_text (self, "late", cancellable);
  wait_for (self, 2);
  g_assert_cmpstr (answer (self, 1), ==, cancelled);
}

static void
test_closed (Fixture *self, gconstpointer unused)
{
  g_autofree char *none = g_strdup_printf ("error %d", QUAN_ERROR_STORE);

  read_text (self, "too early", NULL);
  wait_for (self, 1);
  g_assert_cmpstr (answer (self, 0), ==, none);
  g_ptr_array_set_size (self->answers, 0);
  open (self);
  read_text (self, "in time", NULL);
  /* What was ordered before the closing is done. */
  quan_office_close (self->office);
  g_assert_false (quan_office_is_open (self->office));
  wait_for (self, 2);
  g_assert_cmpstr (answer (self, 1), ==, "in time");
}

static void
test_day (Fixture *self, gconstpointer unused)
{
  open (self);
  quan_office_set_as_of (self->office, quan_date_parse_iso ("2025-10-28"));
  quan_office_read (self->office, say_day, NULL, NULL, g_free, NULL, answered_cb, self);
  wait_for (self, 2);
  g_assert_cmpstr (answer (self, 1), ==, "2025-10-28");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/office/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/office/acts-tell", Fixture, NULL, set_up, test_acts_tell, tear_down);
  g_test_add ("/office/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/office/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/office/day", Fixture, NULL, set_up, test_day, tear_down);
  return g_test_run ();
}
