/* The window's way into the redemption of a round. */
#include <string.h>

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

void
quan_window_open_redemption_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL), *slash = strrchr (key, '/');
  g_autofree char *enterprise = slash != NULL ? g_strndup (key, slash - key) : NULL;

  quan_window_open_redemption (QUAN_WINDOW (widget), enterprise, slash != NULL ? slash + 1 : key);
}
