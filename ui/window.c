#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/header.h"
#include "ui/navigation.h"
#include "ui/overview/overview-page.h"
#include "ui/page.h"
#include "ui/registers/claims-page.h"
#include "ui/registers/contracts-page.h"
#include "ui/registers/journal-page.h"
#include "ui/registers/providers-page.h"
#include "ui/sample.h"
#include "ui/settings.h"
#include "ui/start-page.h"
#include "ui/strip.h"
#include "ui/trouble-page.h"
#include "ui/wizard/wizard.h"

#define SAID_SECONDS 10

G_DEFINE_FINAL_TYPE (QuanWindow, quan_window, GTK_TYPE_APPLICATION_WINDOW)

const char *
quan_window_page (QuanWindow *self)
{
  const char *root;

  g_return_val_if_fail (QUAN_IS_WINDOW (self), NULL);
  root = gtk_stack_get_visible_child_name (GTK_STACK (self->root));
  return g_strcmp0 (root, "desk") == 0 ? gtk_stack_get_visible_child_name (GTK_STACK (self->pages)) : root;
}

QuanOffice *
quan_window_office (QuanWindow *self)
{
  g_return_val_if_fail (QUAN_IS_WINDOW (self), NULL);
  return self->office;
}

static void
show_as_of (QuanWindow *self)
{
  QuanDate day = quan_office_as_of (self->office), today = quan_date_today ();
  char day_iso[QUAN_DATE_BUF], today_iso[QUAN_DATE_BUF];
  g_autofree char *sentence = NULL;

  if (day != today && quan_office_is_open (self->office))
    sentence = g_strdup_printf (_("You see everything as of %s: quota, rounds and clauses are those of that day. Today is"
                                  " %s."), quan_date_iso (day, day_iso), quan_date_iso (today, today_iso));
  quan_strip_show (QUAN_STRIP (self->as_of_strip), sentence);
}

/* The pack's sentence: lapsed, not yet in force, not verified; NULL where there is nothing to say. */
static char *
pack_sentence (const QuanView *view)
{
  const QuanPack *pack = view->pack;
  const char *title = pack->title.in[quan_language_of_locale ()];
  char iso[QUAN_DATE_BUF];

  switch (quan_pack_state (pack, view->as_of)) {
  case QUAN_PACK_LAPSED:
    return g_strdup_printf (_("%s lapsed on %s and no newer edition is installed. What is left to redeem, inspections and"
                              " the archive can be seen to; new contracts get no support."), title,
                            quan_date_iso (pack->valid_until, iso));
  case QUAN_PACK_NOT_YET:
    return g_strdup_printf (_("%s comes into force on %s."), title, quan_date_iso (pack->valid_from, iso));
  case QUAN_PACK_IN_FORCE:
  default:
    return pack->verified ? NULL
                          : g_strdup_printf (_("%s has not been verified against the notice: an example, not to be relied"
                                               " on."), title);
  }
}

static void
show_pack (QuanWindow *self)
{
  const QuanOverview *overview = self->frame != NULL ? self->frame->overview : NULL;
  g_autofree char *sentence = overview != NULL ? pack_sentence (&overview->view) : NULL;

  quan_strip_show (QUAN_STRIP (self->lapsed_strip), sentence);
}

static gboolean
is_empty (const QuanFrame *frame)
{
  return frame->overview == NULL || (frame->enterprises->len == 0 && frame->overview->unfinished->len == 0);
}

static void
show_root (QuanWindow *self, const char *name)
{
  gboolean wizard = g_strcmp0 (name, "wizard") == 0;

  if (g_strcmp0 (name, "start") == 0 && gtk_stack_get_child_by_name (GTK_STACK (self->root), name) == NULL)
    gtk_stack_add_named (GTK_STACK (self->root), g_object_new (QUAN_TYPE_START_PAGE, NULL), name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->root), name);
  quan_header_set_wizard (QUAN_HEADER (self->header), wizard);
  quan_header_set_open (QUAN_HEADER (self->header), wizard || g_strcmp0 (name, "desk") == 0);
  quan_header_show (QUAN_HEADER (self->header), self->frame);
  quan_window_update_actions (self);
}

static void
show_frame (QuanWindow *self)
{
  const QuanFrame *frame = self->frame;
  gboolean wizard = g_strcmp0 (quan_window_page (self), "wizard") == 0;

  if (frame->overview != NULL && frame->overview->enterprise != NULL)
    quan_office_set_enterprise (self->office, frame->overview->enterprise->uscc);
  if (frame->overview != NULL) {
    quan_navigation_show (QUAN_NAVIGATION (self->navigation), frame->overview);
    quan_overview_page_show (QUAN_OVERVIEW_PAGE (self->overview_page), frame->overview);
  }
  if (wizard)
    quan_header_show (QUAN_HEADER (self->header), frame);
  else
    show_root (self, is_empty (frame) ? "start" : "desk");
  show_pack (self);
  quan_window_update_actions (self);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  QuanFrame *frame = quan_office_done (QUAN_OFFICE (source), result, &error), *old;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->taking);
  if (frame == NULL) {
    quan_window_tell (self, error);
    return;
  }
  old = g_steal_pointer (&self->frame);
  self->frame = frame;
  show_frame (self);
  g_clear_pointer (&old, quan_frame_free);
  if (frame->overview == NULL || !frame->overview->round_left_out)
    return;
  self->taking = g_cancellable_new ();
  quan_frame_take_round (self->office, self->taking, taken_cb, g_object_ref (self));
}

/* Takes the frame's snapshot; while the wizard is open its figures are not seen, and it waits. */
static void
take_frame (QuanWindow *self)
{
  show_as_of (self);
  if (!quan_office_is_open (self->office) || (self->frame != NULL && g_strcmp0 (quan_window_page (self), "wizard") == 0))
    return;
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  self->taking = g_cancellable_new ();
  quan_frame_take (self->office, self->taking, taken_cb, g_object_ref (self));
}

/* Lets go of every snapshot, so that the store can be closed. */
static void
let_go (QuanWindow *self)
{
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  quan_overview_page_show (QUAN_OVERVIEW_PAGE (self->overview_page), NULL);
  g_clear_pointer (&self->frame, quan_frame_free);
  if (self->wizard != NULL)
    gtk_stack_remove (GTK_STACK (self->root), g_steal_pointer (&self->wizard));
  quan_strip_show (QUAN_STRIP (self->lapsed_strip), NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error == NULL)
    return;
  if (self->trouble_page == NULL) {
    self->trouble_page = g_object_new (QUAN_TYPE_TROUBLE_PAGE, NULL);
    gtk_stack_add_named (GTK_STACK (self->root), self->trouble_page, "trouble");
  }
  quan_trouble_page_show (QUAN_TROUBLE_PAGE (self->trouble_page), self->wanted, error);
  show_root (self, "trouble");
}

void
quan_window_open_store (QuanWindow *self, const char *path)
{
  char *wanted = g_strdup (path);

  g_return_if_fail (QUAN_IS_WINDOW (self));

  g_free (self->wanted);
  self->wanted = wanted;
  let_go (self);
  if (quan_sample_is_open (self->office)) {
    quan_office_close (self->office);
    quan_sample_remove ();
    quan_office_set_as_of (self->office, quan_date_today ());
  }
  quan_office_open (self->office, path, opened_cb, g_object_ref (self));
}

void
quan_window_open_sample (QuanWindow *self)
{
  g_return_if_fail (QUAN_IS_WINDOW (self));

  let_go (self);
  quan_sample_open (self->office, opened_cb, g_object_ref (self));
}

void
quan_window_leave_wizard (QuanWindow *self)
{
  const QuanPrepared *prepared;

  g_return_if_fail (QUAN_IS_WINDOW (self) && self->wizard != NULL);

  prepared = quan_wizard_prepared (QUAN_WIZARD (self->wizard));
  if (prepared != NULL && prepared->enterprise_stored)
    quan_office_set_enterprise (self->office, prepared->enterprise->uscc);
  show_root (self, self->frame != NULL && !is_empty (self->frame) ? "desk" : "start");
  take_frame (self);
}

static void
ensure_wizard (QuanWindow *self)
{
  if (self->wizard != NULL)
    return;
  self->wizard = quan_wizard_new (self->office);
  g_signal_connect_object (self->wizard, "closed", G_CALLBACK (quan_window_leave_wizard), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->root), self->wizard, "wizard");
}

void
quan_window_open_claim (QuanWindow *self, gint64 preparation)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && preparation != 0);

  ensure_wizard (self);
  show_root (self, "wizard");
  quan_wizard_open (QUAN_WIZARD (self->wizard), preparation);
}

/* What a claim is begun for. */
typedef struct {
  char *enterprise, *contract;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_free (beginning->enterprise);
  g_free (beginning->contract);
  g_free (beginning);
}

static gpointer
prepare (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Beginning *beginning = input;
  gint64 id = quan_desk_prepare (desk, beginning->enterprise, beginning->contract, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (id != NULL)
    quan_window_open_claim (self, *id);
  else
    quan_window_tell (self, error);
}

void
quan_window_begin_claim (QuanWindow *self, const char *contract, gboolean new_enterprise)
{
  Beginning *beginning;

  g_return_if_fail (QUAN_IS_WINDOW (self));

  beginning = g_new (Beginning, 1);
  *beginning = (Beginning) { new_enterprise ? NULL : g_strdup (quan_office_enterprise (self->office)),
                             g_strdup (contract) };
  quan_office_read (self->office, prepare, beginning, beginning_free, g_free, NULL, prepared_cb, g_object_ref (self));
}

/* The pages beside the overview, which are made when they are first gone to. */
static const struct {
  const char *name;
  GType     (*type) (void);
} registers[] = {
  { "claims", quan_claims_page_get_type },
  { "contracts", quan_contracts_page_get_type },
  { "providers", quan_providers_page_get_type },
  { "journal", quan_journal_page_get_type },
};

/* FALSE: there is no such page. */
static gboolean
ensure_page (QuanWindow *self, const char *name)
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
quan_window_go_to (QuanWindow *self, const char *page)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && page != NULL);

  if (!ensure_page (self, page))
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), page);
  quan_navigation_select (QUAN_NAVIGATION (self->navigation), page);
  g_settings_set_string (self->settings, QUAN_SETTING_LAST_PAGE, page);
}

static gboolean
unsay_cb (gpointer data)
{
  QuanWindow *self = data;

  self->saying = 0;
  quan_strip_show (QUAN_STRIP (self->said_strip), NULL);
  return G_SOURCE_REMOVE;
}

void
quan_window_say (QuanWindow *self, const char *sentence, gboolean undo)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && sentence != NULL);

  g_clear_handle_id (&self->saying, g_source_remove);
  quan_strip_set_button (QUAN_STRIP (self->said_strip), undo);
  quan_strip_show (QUAN_STRIP (self->said_strip), sentence);
  self->saying = g_timeout_add_seconds (SAID_SECONDS, unsay_cb, self);
}

void
quan_window_tell (QuanWindow *self, const GError *error)
{
  if (error != NULL)
    quan_window_say (self, error->message, FALSE);
}

/* What is typed into the search entry goes to the page that can search; from the overview, to the contracts. */
static void
search_changed_cb (GtkSearchEntry *entry, QuanWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  if (*text != '\0' && (!QUAN_IS_PAGE (page) || !quan_page_can_search (QUAN_PAGE (page)))) {
    quan_window_go_to (self, "contracts");
    page = gtk_stack_get_visible_child (GTK_STACK (self->pages));
  }
  if (QUAN_IS_PAGE (page))
    quan_page_search (QUAN_PAGE (page), text);
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

static GtkWidget *
content_new (QuanWindow *self)
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

static GMenuModel *
menu_new (void)
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

static void
restore_size (QuanWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, QUAN_SETTING_WIDTH),
                               g_settings_get_int (self->settings, QUAN_SETTING_HEIGHT));
  if (g_settings_get_boolean (self->settings, QUAN_SETTING_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
quan_window_close_request (GtkWindow *window)
{
  QuanWindow *self = QUAN_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, QUAN_SETTING_MAXIMIZED, gtk_window_is_maximized (window));
  if (width > 0 && height > 0 && !gtk_window_is_maximized (window)) {
    g_settings_set_int (self->settings, QUAN_SETTING_WIDTH, width);
    g_settings_set_int (self->settings, QUAN_SETTING_HEIGHT, height);
  }
  /* What is being typed is handed over before the window goes. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (quan_window_parent_class)->close_request (window);
}

static void
quan_window_dispose (GObject *object)
{
  QuanWindow *self = QUAN_WINDOW (object);

  g_clear_handle_id (&self->saying, g_source_remove);
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (quan_window_parent_class)->dispose (object);
  g_clear_pointer (&self->frame, quan_frame_free);
  g_clear_object (&self->office);
}

static void
quan_window_class_init (QuanWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = quan_window_close_request;
  quan_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
quan_window_init (QuanWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "quan");
}

GtkWidget *
quan_window_new (GtkApplication *application, QuanOffice *office, GSettings *settings)
{
  QuanWindow *self = g_object_new (QUAN_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GMenuModel) menu = menu_new ();

  self->office = g_object_ref (office);
  self->settings = g_object_ref (settings);
  self->header = quan_header_new (office, menu);
  gtk_window_set_titlebar (GTK_WINDOW (self), self->header);
  gtk_window_set_title (GTK_WINDOW (self), _("Quan: compute vouchers"));
  gtk_window_set_child (GTK_WINDOW (self), content_new (self));
  g_signal_connect (quan_header_search (QUAN_HEADER (self->header)), "search-changed", G_CALLBACK (search_changed_cb),
                    self);
  g_signal_connect_object (office, "changed", G_CALLBACK (take_frame), self, G_CONNECT_SWAPPED);
  restore_size (self);
  quan_window_go_to (self, g_settings_get_string (settings, QUAN_SETTING_LAST_PAGE));
  show_root (self, "blank");
  return GTK_WIDGET (self);
}
