#include "ui/style.h"

#define FOLDER "/io/github/quan/Quan/style/"

static const char *const sheets[] = {
  FOLDER "base.css", FOLDER "forms.css", FOLDER "wizard.css", FOLDER "quota.css", FOLDER "packet.css",
  FOLDER "overview.css", FOLDER "registers.css", FOLDER "claim-forms.css",
};

static void
add_sheet (GdkDisplay *display, GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
load_colours (GtkSettings *settings, GParamSpec *pspec, GtkCssProvider *colours)
{
  gboolean dark = FALSE;

  g_object_get (settings, "gtk-application-prefer-dark-theme", &dark, NULL);
  gtk_css_provider_load_from_resource (colours, dark ? FOLDER "colours-dark.css" : FOLDER "colours-light.css");
}

void
quan_style_install (GdkDisplay *display)
{
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autoptr (GtkCssProvider) colours = gtk_css_provider_new ();

  load_colours (settings, NULL, colours);
  add_sheet (display, colours);
  g_signal_connect_data (settings, "notify::gtk-application-prefer-dark-theme", G_CALLBACK (load_colours),
                         g_object_ref (colours), (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
    g_autoptr (GtkCssProvider) sheet = gtk_css_provider_new ();

    gtk_css_provider_load_from_resource (sheet, sheets[i]);
    add_sheet (display, sheet);
  }
}
