/* The actions of the window: what menus, buttons and shortcuts do. */
#include "ui/entries/form-field.h"
#include "ui/window-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/file.h"
#include "core/desk/preparation.h"
#include "ui/dialogs/file-picker.h"
#include "ui/dialogs/preferences.h"
#include "ui/header.h"
#include "ui/sample.h"
#include "ui/wizard/wizard.h"

static void
go_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_go_to (QUAN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
new_claim (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_begin_claim (QUAN_WINDOW (widget), NULL, FALSE);
}

static void
new_enterprise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_begin_claim (QUAN_WINDOW (widget), NULL, TRUE);
}

static void
open_contract (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_begin_claim (QUAN_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
open_claim (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_claim (QUAN_WINDOW (widget), g_variant_get_int64 (parameter));
}

static gpointer
give_up (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const gint64 *id = input;

  quan_desk_abandon (desk, *id, error);
  return NULL;
}

static void
given_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error == NULL)
    quan_window_say (self, _("The claim was given up. Its enterprise and contract are kept."), TRUE);
  quan_window_tell (self, error);
}

static void
new_invoice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_record (QUAN_WINDOW (widget), QUAN_INVOICES, NULL);
}

static void
new_delivery (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_record (QUAN_WINDOW (widget), QUAN_DELIVERIES, NULL);
}

static void
new_payment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_record (QUAN_WINDOW (widget), QUAN_PAYMENTS, NULL);
}

static void
open_invoice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_record (QUAN_WINDOW (widget), QUAN_INVOICES, g_variant_get_string (parameter, NULL));
}

static void
open_delivery (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_record (QUAN_WINDOW (widget), QUAN_DELIVERIES, g_variant_get_string (parameter, NULL));
}

static void
open_payment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_record (QUAN_WINDOW (widget), QUAN_PAYMENTS, g_variant_get_string (parameter, NULL));
}

/* Gives up a claim that was left half done. */
static void
abandon (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  quan_office_act (QUAN_WINDOW (widget)->office, give_up, g_memdup2 (&id, sizeof id), g_free, NULL, NULL, given_up_cb,
                   g_object_ref (widget));
}

static void
leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWindow *self = QUAN_WINDOW (widget);

  if (self->wizard != NULL && g_strcmp0 (quan_window_page (self), "wizard") == 0)
    gtk_widget_activate_action (self->wizard, "wizard.close", NULL);
}

static void
today (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_office_set_as_of (QUAN_WINDOW (widget)->office, quan_date_today ());
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (quan_header_search (QUAN_HEADER (QUAN_WINDOW (widget)->header)));
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (quan_header_search (QUAN_HEADER (QUAN_WINDOW (widget)->header))), "");
}

/* For pages, which do not know the window. */
static void
say (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *sentence;
  gboolean with_undo;

  g_variant_get (parameter, "(&sb)", &sentence, &with_undo);
  quan_window_say (QUAN_WINDOW (widget), sentence, with_undo);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = quan_office_done (QUAN_OFFICE (source), result, &error);
  g_autofree char *sentence = subject != NULL ? g_strdup_printf (_("Taken back: %s"), subject) : NULL;

  if (sentence != NULL)
    quan_window_say (self, sentence, FALSE);
  quan_window_tell (self, error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = quan_office_done (QUAN_OFFICE (source), result, &error);
  g_autofree char *sentence = subject != NULL ? g_strdup_printf (_("Done again: %s"), subject) : NULL;

  if (sentence != NULL)
    quan_window_say (self, sentence, FALSE);
  quan_window_tell (self, error);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!quan_form_undo (gtk_root_get_focus (GTK_ROOT (widget))))
    quan_office_undo (QUAN_WINDOW (widget)->office, undone_cb, g_object_ref (widget));
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_office_redo (QUAN_WINDOW (widget)->office, redone_cb, g_object_ref (widget));
}

static void
open_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_window_open_sample (QUAN_WINDOW (widget));
}

/* Goes back from the sample to the officer's own store. */
static void
close_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWindow *self = QUAN_WINDOW (widget);

  quan_window_open_store (self, self->wanted);
}

static void
retry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWindow *self = QUAN_WINDOW (widget);
  g_autofree char *wanted = g_strdup (self->wanted);

  quan_window_open_store (self, wanted);
}

/* "" opens the user's own. */
static void
open_store (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);

  quan_window_open_store (QUAN_WINDOW (widget), *path != '\0' ? path : NULL);
}

static void
store_chosen_cb (const char *const *paths, gpointer window)
{
  quan_window_open_store (QUAN_WINDOW (window), paths[0]);
}

static void
choose_store (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const suffixes[] = { "db", NULL };
  QuanFileRequest request = { .title = _("Open a store"), .kind = _("Stores"), .suffixes = suffixes };

  quan_pick_file (widget, &request, store_chosen_cb, widget);
}

static gpointer
import (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  QuanImport done = { 0 };
  int n = 0;

  if (!quan_desk_import (desk, input, FALSE, &done, error))
    return NULL;
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    n += done.added[section] + done.changed[section];
  quan_import_clear (&done);
  return g_strdup_printf (ngettext ("%d record was added or changed.", "%d records were added or changed.", n), n);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (sentence != NULL)
    quan_window_say (self, sentence, TRUE);
  quan_window_tell (self, error);
}

static void
import_chosen_cb (const char *const *paths, gpointer window)
{
  QuanWindow *self = QUAN_WINDOW (window);

  quan_office_act (self->office, import, g_strdup (paths[0]), g_free, g_free, NULL, imported_cb, g_object_ref (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const suffixes[] = { "json", NULL };
  QuanFileRequest request = { .title = _("Import a workspace"), .kind = _("Workspaces"), .suffixes = suffixes };

  quan_pick_file (widget, &request, import_chosen_cb, widget);
}

static gpointer
export (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  char *text = quan_desk_export_workspace (desk, error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (bytes == NULL || !quan_file_replace (input, bytes, error))
    return NULL;
  return g_strdup_printf (_("The workspace was written to %s."), (const char *) input);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (sentence != NULL)
    quan_window_say (self, sentence, FALSE);
  quan_window_tell (self, error);
}

static void
export_chosen_cb (const char *const *paths, gpointer window)
{
  QuanWindow *self = QUAN_WINDOW (window);

  quan_office_read (self->office, export, g_strdup (paths[0]), g_free, g_free, NULL, exported_cb,
                    g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanFileRequest request = { .title = _("Export the workspace"), .name = "quan-workspace.json" };

  quan_pick_target (widget, &request, export_chosen_cb, widget);
}

static void
preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWindow *self = QUAN_WINDOW (widget);

  quan_preferences_present (GTK_WINDOW (self), self->office, self->settings);
}

/* What every action is called, what it takes, and what it does. */
static const struct {
  const char                  *name;
  const char                  *parameter;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "win.go-to", "s", go_to },
  { "win.new-claim", NULL, new_claim },
  { "win.new-enterprise", NULL, new_enterprise },
  { "win.open-contract", "s", open_contract },
  { "win.open-claim", "x", open_claim },
  { "win.new-invoice", NULL, new_invoice },
  { "win.new-delivery", NULL, new_delivery },
  { "win.new-payment", NULL, new_payment },
  { "win.open-invoice", "s", open_invoice },
  { "win.open-delivery", "s", open_delivery },
  { "win.open-payment", "s", open_payment },
  { "win.abandon", "x", abandon },
  { "win.redeem", "s", quan_window_redeem_activated },
  { "win.open-redemption", "s", quan_window_open_redemption_activated },
  { "win.give-up-redemption", "s", quan_window_give_up_redemption_activated },
  { "win.leave", NULL, leave },
  { "win.today", NULL, today },
  { "win.search", NULL, search },
  { "win.clear-search", NULL, clear_search },
  { "win.say", "(sb)", say },
  { "win.undo", NULL, undo },
  { "win.redo", NULL, redo },
  { "win.open-sample", NULL, open_sample },
  { "win.close-sample", NULL, close_sample },
  { "win.retry", NULL, retry },
  { "win.open-store", "s", open_store },
  { "win.choose-store", NULL, choose_store },
  { "win.import", NULL, import_action },
  { "win.export", NULL, export_action },
  { "win.preferences", NULL, preferences },
};

void
quan_window_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
quan_window_update_actions (QuanWindow *self)
{
  gboolean open = quan_office_is_open (self->office), sample = quan_sample_is_open (self->office);
  gboolean has_store = self->frame != NULL && self->frame->overview != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", open && !sample);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", open && has_store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-sample", !sample);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-sample", sample);
}
