/* The window's way into the redemption of a round. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/desk/redemption.h"
#include "ui/redemption/redemption-wizard.h"
#include "ui/window-private.h"

void
quan_window_open_redemption (QuanWindow *self, const char *enterprise, const char *label)
{
  g_return_if_fail (QUAN_IS_WINDOW (self));

  quan_window_ensure_wizard (self, QUAN_TYPE_REDEMPTION_WIZARD, quan_redemption_wizard_new);
  quan_window_show_root (self, "wizard");
  quan_redemption_wizard_open (QUAN_REDEMPTION_WIZARD (self->wizard), enterprise, label);
}

void
quan_window_redeem_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWindow *self = QUAN_WINDOW (widget);
  const char *label = g_variant_get_string (parameter, NULL);

  quan_window_open_redemption (self, quan_office_enterprise (self->office), *label != '\0' ? label : NULL);
}

/* The draft of a round, to be taken back. */
typedef struct {
  char *enterprise, *label;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->enterprise);
  g_free (draft->label);
  g_free (draft);
}

static gpointer
give_up (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Draft *draft = input;
  const QuanRedemptionChange change = {
    .round = draft->label, .enterprise = draft->enterprise, .date = QUAN_DATE_NONE, .received = QUAN_FEN_NONE,
  };

  quan_desk_redemption (desk, QUAN_REDEEM_WITHDRAW, &change, NULL, error);
  return NULL;
}

static void
given_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error == NULL)
    quan_window_say (self, _("The draft was withdrawn. Its invoices and deliveries are kept."), TRUE);
  quan_window_tell (self, error);
}

void
quan_window_give_up_redemption_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWindow *self = QUAN_WINDOW (widget);
  Draft *draft = g_new (Draft, 1);

  *draft = (Draft) { g_strdup (quan_office_enterprise (self->office)), g_variant_dup_string (parameter, NULL) };
  quan_office_act (self->office, give_up, draft, draft_free, NULL, NULL, given_up_cb, g_object_ref (self));
}

void
quan_window_open_redemption_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL), *slash = strrchr (key, '/');
  g_autofree char *enterprise = slash != NULL ? g_strndup (key, slash - key) : NULL;

  quan_window_open_redemption (QUAN_WINDOW (widget), enterprise, slash != NULL ? slash + 1 : key);
}
