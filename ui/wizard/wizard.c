#include "ui/wizard/wizard.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/entries/error-summary.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/contract-page.h"
#include "ui/wizard/eligibility-page.h"
#include "ui/wizard/enterprise-page.h"
#include "ui/wizard/orders.h"
#include "ui/wizard/packet-page.h"
#include "ui/wizard/quota-page.h"
#include "ui/wizard/step-list.h"
#include "ui/wizard/why-pane.h"
#include "ui/wizard/wizard-layout.h"

#define N_STEPS 5

struct _QuanWizard {
  GtkWidget       parent_instance;
  QuanOffice     *office;
  gint64          id;            /* of the preparation, 0: none */
  QuanPrepared   *prepared;      /* the snapshot shown */
  GCancellable   *loading;       /* the snapshot being taken, NULL: none */
  guint           entering;      /* entries handed over and not yet answered */
  char           *note_path;     /* what is to be noted next, NULL: nothing */
  char           *note_text;
  gboolean        noting;
  int             step;
  gboolean        opened;        /* the first snapshot tells the step */
  gboolean        continuing;    /* goes on as soon as everything is saved */
  char           *revealing;     /* the path to put the focus into, NULL: none */
  char           *explained;     /* the path the side pane speaks of, NULL: the page */

  GtkWidget      *layout;
  GtkWidget      *stack;
  QuanWizardPage *pages[N_STEPS];
  GtkWidget      *steps, *steps_popover_list;
  GtkWidget      *why, *why_popover_pane;
  GtkWidget      *narrow_title, *steps_button, *why_button;
  GtkWidget      *back, *close, *go_on, *saved, *trouble;
  GtkWidget      *page_buttons;
};

G_DEFINE_FINAL_TYPE (QuanWizard, quan_wizard, GTK_TYPE_WIDGET)

enum { CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The step that has the field of a path: by the record it begins with. */
static int
step_of_path (const char *path)
{
  static const struct {
    const char *record;
    int         step;
  } records[] = { { "enterprise", 1 }, { "contract", 2 }, { "provider", 2 }, { "claim", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (g_str_has_prefix (path, records[i].record))
      return records[i].step;
  return 1;
}

/* The time of the last entry in the officer's time zone, "10:42"; NULL before the first. */
static char *
saved_at (const QuanPrepared *prepared)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = prepared->touched != NULL ? g_date_time_new_from_iso8601 (prepared->touched, utc) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
}

static void
show_saved (QuanWizard *self)
{
  g_autofree char *time = self->prepared != NULL ? saved_at (self->prepared) : NULL;
  g_autofree char *text = NULL;

  if (self->entering > 0)
    text = g_strdup (_("Saving…"));
  else if (self->prepared != NULL && self->prepared->locked)
    text = g_strdup (_("Submitted and frozen: nothing can be changed"));
  else if (time != NULL)
    text = g_strdup_printf (_("Saved automatically at %s"), time);
  gtk_label_set_text (GTK_LABEL (self->saved), text != NULL ? text : "");
}

static void
show_trouble (QuanWizard *self, const GError *error)
{
  gtk_widget_set_visible (self->trouble, error != NULL);
  gtk_label_set_text (GTK_LABEL (self->trouble), error != NULL ? error->message : "");
}

static void
show_steps (QuanWizard *self)
{
  for (int i = 0; i < N_STEPS; i++) {
    const char *title = quan_wizard_page_title (self->pages[i]);
    g_autofree char *sentence = NULL;
    QuanStepState state = quan_wizard_page_judge (self->pages[i], self->prepared, &sentence);

    quan_step_list_set (QUAN_STEP_LIST (self->steps), i + 1, title, state, sentence);
    quan_step_list_set (QUAN_STEP_LIST (self->steps_popover_list), i + 1, title, state, sentence);
  }
  quan_step_list_show (QUAN_STEP_LIST (self->steps), self->prepared);
  quan_step_list_show (QUAN_STEP_LIST (self->steps_popover_list), self->prepared);
}

static void
show_why (QuanWizard *self)
{
  QuanWizardPage *page = self->pages[self->step - 1];

  if (self->prepared == NULL)
    return;
  quan_why_pane_explain (QUAN_WHY_PANE (self->why), page, self->prepared, self->explained);
  quan_why_pane_explain (QUAN_WHY_PANE (self->why_popover_pane), page, self->prepared, self->explained);
}

/* Derives everything around the page from the step. */
static void
show_step (QuanWizard *self)
{
  QuanWizardPage *page = self->pages[self->step - 1];
  gboolean wide = QUAN_WIZARD_PAGE_GET_CLASS (page)->wide, last = self->step == N_STEPS;
  g_autofree char *title = g_strdup_printf (_("Step %d of %d: %s"), self->step, N_STEPS, quan_wizard_page_title (page));

  gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (page));
  quan_step_list_select (QUAN_STEP_LIST (self->steps), self->step);
  quan_step_list_select (QUAN_STEP_LIST (self->steps_popover_list), self->step);
  quan_wizard_layout_set_wide (QUAN_WIZARD_LAYOUT (self->layout), wide);
  gtk_label_set_text (GTK_LABEL (self->narrow_title), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", self->step > 1);
  gtk_widget_set_visible (self->go_on, !last);
  gtk_widget_set_visible (self->page_buttons, last);
  if (self->prepared != NULL)
    quan_wizard_page_show (page, self->prepared);
  show_why (self);
}

static void
reveal_pending (QuanWizard *self)
{
  g_autofree char *path = g_steal_pointer (&self->revealing);

  if (path != NULL)
    quan_wizard_page_reveal (self->pages[self->step - 1], path);
}

/* The first error summary inside a widget, NULL if there is none. */
static GtkWidget *
find_summary (GtkWidget *inside)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = QUAN_IS_ERROR_SUMMARY (child) ? child : find_summary (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Goes to the next step, unless something on this one is to be corrected: then its summary takes the focus. */
static void
continue_now (QuanWizard *self)
{
  GtkWidget *summary = find_summary (GTK_WIDGET (self->pages[self->step - 1]));

  self->continuing = FALSE;
  if (summary != NULL && gtk_widget_get_visible (summary))
    quan_error_summary_grab (QUAN_ERROR_SUMMARY (summary));
  else if (self->step < N_STEPS)
    quan_wizard_go_to (self, self->step + 1);
}

static void
take_over (QuanWizard *self, QuanPrepared *prepared)
{
  QuanPrepared *old = g_steal_pointer (&self->prepared);

  self->prepared = prepared;
  if (!self->opened)
    self->step = CLAMP (prepared->step, 1, N_STEPS);
  show_steps (self);
  show_step (self);
  for (int i = 0; i < N_STEPS; i++)
    if (i != self->step - 1)
      quan_wizard_page_show (self->pages[i], prepared);
  g_clear_pointer (&old, quan_prepared_free);
  if (!self->opened)
    gtk_widget_child_focus (GTK_WIDGET (self->pages[self->step - 1]), GTK_DIR_TAB_FORWARD);
  self->opened = TRUE;
  reveal_pending (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWizard) self = data;
  g_autoptr (GError) error = NULL;
  QuanPrepared *prepared = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  show_trouble (self, error);
  if (prepared != NULL)
    take_over (self, prepared);
  show_saved (self);
  if (self->continuing && self->entering == 0 && prepared != NULL)
    continue_now (self);
}

/* Takes the snapshot anew; one that is being taken is given up. */
static void
load (QuanWizard *self)
{
  if (self->id == 0 || !quan_office_is_open (self->office))
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  (self->opened ? quan_order_snapshot : quan_order_open) (self->office, self->id, self->loading, loaded_cb,
                                                          g_object_ref (self));
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWizard) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  self->entering--;
  if (error != NULL) {
    self->continuing = FALSE;
    show_trouble (self, error);
    load (self);
  }
  show_saved (self);
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path, *text;

  g_variant_get (parameter, "(&s&s)", &path, &text);
  g_clear_pointer (&self->note_path, g_free);
  self->entering++;
  quan_order_enter (self->office, self->id, path, text, entered_cb, g_object_ref (self));
  show_saved (self);
}

static void note_next (QuanWizard *self);

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWizard) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error != NULL)
    show_trouble (self, error);
  self->noting = FALSE;
  note_next (self);
}

/* Notes what was typed last; whatever is typed meanwhile is noted in one go when that is done. */
static void
note_next (QuanWizard *self)
{
  g_autofree char *path = NULL, *text = NULL;

  if (self->noting || self->note_path == NULL)
    return;
  path = g_steal_pointer (&self->note_path);
  text = g_steal_pointer (&self->note_text);
  self->noting = TRUE;
  quan_order_note (self->office, self->id, path, text, noted_cb, g_object_ref (self));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  g_clear_pointer (&self->note_path, g_free);
  g_clear_pointer (&self->note_text, g_free);
  g_variant_get (parameter, "(ss)", &self->note_path, &self->note_text);
  note_next (self);
}

static void
remove_row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  self->entering++;
  quan_order_remove_row (self->office, self->id, g_variant_get_string (parameter, NULL), entered_cb,
                         g_object_ref (self));
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *document, *file;

  g_variant_get (parameter, "(&s&s)", &document, &file);
  self->entering++;
  quan_order_attach (self->office, self->id, document, file, entered_cb, g_object_ref (self));
}

static void
detach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  self->entering++;
  quan_order_detach (self->office, g_variant_get_int64 (parameter), entered_cb, g_object_ref (self));
}

static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  g_free (self->revealing);
  self->revealing = g_strdup (path);
  quan_wizard_go_to (self, step_of_path (path));
  reveal_pending (self);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  g_free (self->explained);
  self->explained = *path != '\0' ? g_strdup (path) : NULL;
  show_why (self);
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (QUAN_WIZARD (widget)->steps_button));
  quan_wizard_go_to (QUAN_WIZARD (widget), g_variant_get_int32 (parameter));
}

/* Hands over what is typed into the field that has the focus. */
static void
commit_focus (QuanWizard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, QUAN_TYPE_FORM_FIELD) : NULL;

  if (field != NULL && gtk_widget_is_ancestor (field, GTK_WIDGET (self)))
    quan_form_field_commit (QUAN_FORM_FIELD (field));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  if (self->step > 1)
    quan_wizard_go_to (self, self->step - 1);
}

static void
continue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  commit_focus (self);
  if (quan_wizard_is_saved (self))
    continue_now (self);
  else
    self->continuing = TRUE;
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  commit_focus (self);
  self->id = 0;
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Puts the focus into what explains the field, in narrow windows behind its button. */
static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  if (gtk_widget_get_child_visible (gtk_widget_get_parent (self->why_button)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->why_button));
  else
    gtk_widget_grab_focus (self->why);
}

/* Keys of the wizard, wherever the focus is in it. */
static const struct {
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_Left, GDK_ALT_MASK, "wizard.back" },
  { GDK_KEY_Right, GDK_ALT_MASK, "wizard.continue" },
  { GDK_KEY_Escape, 0, "wizard.back" },
  { GDK_KEY_F1, 0, "wizard.help" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "packet.save" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "packet.print" },
};

void
quan_wizard_go_to (QuanWizard *self, int step)
{
  g_return_if_fail (QUAN_IS_WIZARD (self) && step >= 1 && step <= N_STEPS);

  commit_focus (self);
  if (self->step == step)
    return;
  self->step = step;
  g_clear_pointer (&self->explained, g_free);
  show_step (self);
  quan_order_turn_to_step (self->office, self->id, step);
  if (self->revealing == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->pages[step - 1]), GTK_DIR_TAB_FORWARD);
}

void
quan_wizard_open (QuanWizard *self, gint64 preparation)
{
  g_return_if_fail (QUAN_IS_WIZARD (self) && preparation != 0);

  self->id = preparation;
  self->opened = FALSE;
  self->continuing = FALSE;
  show_trouble (self, NULL);
  load (self);
}

gint64
quan_wizard_preparation (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), 0);
  return self->id;
}

const QuanPrepared *
quan_wizard_prepared (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), NULL);
  return self->prepared;
}

int
quan_wizard_step (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), 0);
  return self->step;
}

QuanWizardPage *
quan_wizard_page (QuanWizard *self, int step)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self) && step >= 1 && step <= N_STEPS, NULL);
  return self->pages[step - 1];
}

gboolean
quan_wizard_is_saved (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), FALSE);
  return self->entering == 0 && self->loading == NULL;
}

QuanOffice *
quan_wizard_office (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), NULL);
  return self->office;
}

static GtkWidget *
bottom_new (QuanWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "actions");
  self->back = quan_button_new (_("_Back"), _("Back"), "wizard.back");
  self->saved = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->saved, "dim");
  gtk_widget_add_css_class (self->saved, "small");
  gtk_label_set_ellipsize (GTK_LABEL (self->saved), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->saved), 0);
  gtk_widget_set_hexpand (self->saved, TRUE);
  self->close = quan_button_new (_("_Save and close"), _("Save and close"), "wizard.close");
  self->go_on = quan_button_new (_("_Continue"), _("Continue"), "wizard.continue");
  gtk_widget_add_css_class (self->go_on, "suggested-action");
  self->page_buttons = quan_packet_page_buttons (QUAN_PACKET_PAGE (self->pages[N_STEPS - 1]));
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->saved);
  gtk_box_append (GTK_BOX (box), self->close);
  gtk_box_append (GTK_BOX (box), self->go_on);
  gtk_box_append (GTK_BOX (box), self->page_buttons);
  return box;
}

static GtkWidget *
menu_button_new (const char *label, const char *name, GtkWidget *content)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  quan_set_name (button, name);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* What narrow windows have instead of the panes. */
static GtkWidget *
bar_new (QuanWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "wizard-bar");
  self->narrow_title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->narrow_title, "section");
  gtk_label_set_ellipsize (GTK_LABEL (self->narrow_title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->narrow_title), 0);
  gtk_widget_set_hexpand (self->narrow_title, TRUE);
  self->steps_popover_list = quan_step_list_new (N_STEPS);
  self->steps_button = menu_button_new (_("_All steps"), _("All steps"), self->steps_popover_list);
  self->why_popover_pane = quan_why_pane_new ();
  self->why_button = menu_button_new (_("_Why we ask"), _("Why we ask"), self->why_popover_pane);
  gtk_box_append (GTK_BOX (box), self->narrow_title);
  gtk_box_append (GTK_BOX (box), self->steps_button);
  gtk_box_append (GTK_BOX (box), self->why_button);
  return box;
}

static GtkWidget *
pane_new (GtkWidget *content, const char *side)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_hexpand (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "side");
  gtk_widget_add_css_class (scrolled, side);
  return scrolled;
}

static GtkWidget *
middle_new (QuanWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->trouble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->trouble, "note");
  gtk_widget_add_css_class (self->trouble, "fail");
  gtk_widget_add_css_class (self->trouble, "trouble");
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->trouble), 0);
  gtk_widget_set_visible (self->trouble, FALSE);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  for (int i = 0; i < N_STEPS; i++)
    gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->pages[i]));
  gtk_box_append (GTK_BOX (box), self->trouble);
  gtk_box_append (GTK_BOX (box), self->stack);
  return box;
}

static void
quan_wizard_dispose (GObject *object)
{
  QuanWizard *self = QUAN_WIZARD (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->layout, gtk_widget_unparent);
  g_clear_pointer (&self->prepared, quan_prepared_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_wizard_parent_class)->dispose (object);
}

static void
quan_wizard_finalize (GObject *object)
{
  QuanWizard *self = QUAN_WIZARD (object);

  g_free (self->note_path);
  g_free (self->note_text);
  g_free (self->revealing);
  g_free (self->explained);
  G_OBJECT_CLASS (quan_wizard_parent_class)->finalize (object);
}

static void
quan_wizard_class_init (QuanWizardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quan_wizard_dispose;
  object_class->finalize = quan_wizard_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "wizard.enter", "(ss)", enter_action);
  gtk_widget_class_install_action (widget_class, "wizard.note", "(ss)", note_action);
  gtk_widget_class_install_action (widget_class, "wizard.remove-row", "s", remove_row_action);
  gtk_widget_class_install_action (widget_class, "wizard.attach", "(ss)", attach_action);
  gtk_widget_class_install_action (widget_class, "wizard.detach", "x", detach_action);
  gtk_widget_class_install_action (widget_class, "wizard.reveal", "s", reveal_action);
  gtk_widget_class_install_action (widget_class, "wizard.explain", "s", explain_action);
  gtk_widget_class_install_action (widget_class, "wizard.go-to", "i", go_to_action);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "wizard.continue", NULL, continue_action);
  gtk_widget_class_install_action (widget_class, "wizard.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "wizard.help", NULL, help_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
quan_wizard_init (QuanWizard *self)
{
  const GType types[N_STEPS] = { QUAN_TYPE_ENTERPRISE_PAGE, QUAN_TYPE_CONTRACT_PAGE, QUAN_TYPE_ELIGIBILITY_PAGE,
                                 QUAN_TYPE_QUOTA_PAGE, QUAN_TYPE_PACKET_PAGE };
  QuanWizardLayout *layout;

  self->step = 1;
  for (int i = 0; i < N_STEPS; i++)
    self->pages[i] = g_object_new (types[i], NULL);
  self->steps = quan_step_list_new (N_STEPS);
  self->why = quan_why_pane_new ();
  self->layout = quan_wizard_layout_new ();
  gtk_widget_set_parent (self->layout, GTK_WIDGET (self));
  layout = QUAN_WIZARD_LAYOUT (self->layout);
  quan_wizard_layout_set (layout, QUAN_PART_BAR, bar_new (self));
  quan_wizard_layout_set (layout, QUAN_PART_LEFT, pane_new (self->steps, "left"));
  quan_wizard_layout_set (layout, QUAN_PART_MIDDLE, middle_new (self));
  quan_wizard_layout_set (layout, QUAN_PART_RIGHT, pane_new (self->why, "right"));
  quan_wizard_layout_set (layout, QUAN_PART_BOTTOM, bottom_new (self));
}

GtkWidget *
quan_wizard_new (QuanOffice *office)
{
  QuanWizard *self = g_object_new (QUAN_TYPE_WIZARD, NULL);

  self->office = g_object_ref (office);
  quan_packet_page_set_office (QUAN_PACKET_PAGE (self->pages[N_STEPS - 1]), office);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "packet",
                                  quan_packet_page_actions (QUAN_PACKET_PAGE (self->pages[N_STEPS - 1])));
  g_signal_connect_object (office, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
