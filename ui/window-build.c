#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/navigation.h"
#include "ui/overview/overview-page.h"
#include "ui/registers/claims-page.h"
#include "ui/registers/contracts-page.h"
#include "ui/registers/invoices-page.h"
#include "ui/registers/journal-page.h"
#include "ui/registers/providers-page.h"
#include "ui/registers/redemptions-page.h"
#include "ui/start-page.h"
#include "ui/strip.h"
#include "ui/trouble-page.h"

/* The pages that are made when they are first gone to. */
static const struct {
  const char *name;
  GType     (*type) (void);
} registers[] = {
  { "claims", quan_claims_page_get_type },
  { "contracts", quan_contracts_page_get_type },
  { "invoices", quan_invoices_page_get_type },
  { "redemptions", quan_redemptions_page_get_type },
  { "providers", quan_providers_page_get_type },
  { "journal", quan_journal_page_get_type },
};

gboolean
quan_window_ensure_page (QuanWindow *self, const char *name)
{
  if (gtk_stack_get_child_by_name (GTK_STACK (self->pages), name) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_strcmp0 (registers[i].name, name) == 0) {
      gtk_stack_add_named (GTK_STACK (self->pages), g_object_new (registers[i].type (), "office", self->office, NULL),
                           name);
      return TRUE;
    }
  return FALSE;
}

void
quan_window_ensure_start (QuanWindow *self)
{
  if (gtk_stack_get_child_by_name (GTK_STACK (self->root), "start") == NULL)
    gtk_stack_add_named (GTK_STACK (self->root), g_object_new (QUAN_TYPE_START_PAGE, NULL), "start");
}

void
quan_window_ensure_trouble (QuanWindow *self)
{
  if (self->trouble_page != NULL)
    return;
  self->trouble_page = g_object_new (QUAN_TYPE_TROUBLE_PAGE, NULL);
  gtk_stack_add_named (GTK_STACK (self->root), self->trouble_page, "trouble");
}

static GtkWidget *
desk_new (QuanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->navigation = quan_navigation_new ();
  self->pages = gtk_stack_new ();
  gtk_widget_set_hexpand (self->pages, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  self->overview_page = g_object_new (QUAN_TYPE_OVERVIEW_PAGE, NULL);
  gtk_stack_add_named (GTK_STACK (self->pages), self->overview_page, "overview");
  gtk_box_append (GTK_BOX (box), self->navigation);
  gtk_box_append (GTK_BOX (box), self->pages);
  return box;
}

GtkWidget *
quan_window_content_new (QuanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->as_of_strip = quan_strip_new ("as-of", "quan-calendar-symbolic", _("Back to _today"), _("Back to today"),
                                      "win.today");
  self->lapsed_strip = quan_strip_new ("lapsed", "quan-unknown-symbolic", NULL, NULL, NULL);
  self->said_strip = quan_strip_new ("said", "quan-journal-symbolic", _("_Undo"), _("Undo"), "win.undo");
  self->root = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->root), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->root), FALSE);
  gtk_widget_set_vexpand (self->root, TRUE);
  gtk_stack_add_named (GTK_STACK (self->root), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "blank");
  gtk_stack_add_named (GTK_STACK (self->root), desk_new (self), "desk");
  gtk_box_append (GTK_BOX (box), self->as_of_strip);
  gtk_box_append (GTK_BOX (box), self->lapsed_strip);
  gtk_box_append (GTK_BOX (box), self->said_strip);
  gtk_box_append (GTK_BOX (box), self->root);
  return box;
}

GMenuModel *
quan_window_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new (), set_up = g_menu_new (), about = g_menu_new ();

  g_menu_append (files, _("_Import a workspace…"), "win.import");
  g_menu_append (files, _("_Export the workspace…"), "win.export");
  g_menu_append (files, _("_Open another store…"), "win.choose-store");
  g_menu_append (files, _("Look at the _sample"), "win.open-sample");
  g_menu_append (files, _("_Close the sample"), "win.close-sample");
  g_menu_append (set_up, _("_Preferences"), "win.preferences");
  g_menu_append (set_up, _("_Keyboard shortcuts"), "win.show-help-overlay");
  g_menu_append (about, _("_About Quan"), "app.about");
  g_menu_append (about, _("_Quit"), "app.quit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (set_up));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (about));
  return G_MENU_MODEL (menu);
}
