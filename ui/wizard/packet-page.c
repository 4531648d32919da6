#include "ui/wizard/packet-page.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs/answer-dialog.h"
#include "ui/dialogs/file-picker.h"
#include "ui/dialogs/submit-dialog.h"
#include "ui/preview.h"
#include "ui/state-mark.h"
#include "ui/wizard/packet-list.h"
#include "ui/wizard/packet-note.h"
#include "ui/wizard/packet-work.h"

/* How often the making is looked at, and how long it takes before it is shown, ms. */
#define LOOK_EVERY 100
#define SHOW_AFTER 300

struct _QuanPacketPage {
  QuanWizardPage      parent_instance;
  QuanOffice         *office;
  GSimpleActionGroup *actions;
  GtkWidget          *buttons, *submit_button, *answer_button;

  QuanPdf            *pdf;        /* the packet shown, NULL while there is none */
  gboolean            ready;      /* it is no draft */
  QuanMaking         *making;     /* the one being made, NULL if none is */
  GCancellable       *stopping;   /* of it */
  guint               looking;    /* source that looks at it, 0 if none */
  int                 waited;     /* for how long, ms */
  guint               busy;       /* acts and files under way */
  char               *target;     /* where the packet goes as soon as it is made, NULL: nowhere */
  char               *adding;     /* id of the document a file is being chosen for */
  char               *saved;      /* the file written last */
  QuanSubmitDialog   *submitting; /* NULL where it is not on the screen */
  QuanAnswerDialog   *answering;

  GtkWidget *left, *note, *note_icon, *note_title, *note_text, *note_link, *told, *told_text, *told_folder, *list, *preview;
  GtkWidget *progress, *progress_text, *progress_bar, *drop_icon, *drop_hint;
};

G_DEFINE_FINAL_TYPE (QuanPacketPage, quan_packet_page, QUAN_TYPE_WIZARD_PAGE)

static const QuanPrepared *
prepared_of (QuanPacketPage *self)
{
  return quan_wizard_page_prepared (QUAN_WIZARD_PAGE (self));
}

/* Whether the page left the screen for good while something was under way. */
static gboolean
is_gone (QuanPacketPage *self)
{
  return self->actions == NULL;
}

/* The one filled button of the screen is what is to be done next, if that can be said. */
static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
enable (QuanPacketPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* Which buttons are there, and which can be pressed, follows from the claim and from what is under way. */
static void
show_buttons (QuanPacketPage *self)
{
  const QuanPrepared *prepared = prepared_of (self);
  int state = prepared != NULL ? prepared->claim->state : 0;
  gboolean possible = prepared != NULL && quan_packet_lacks (prepared) == NULL;
  gboolean answerable = state == QUAN_CLAIM_SUBMITTED || state == QUAN_CLAIM_RETURNED;
  guint missing = 0, stale = 0;

  if (prepared != NULL)
    quan_packet_count (prepared, &missing, &stale);

  enable (self, "save", self->pdf != NULL && possible);
  enable (self, "print", self->pdf != NULL && possible);
  enable (self, "submit", possible && !prepared->locked && self->pdf != NULL && self->making == NULL && self->busy == 0);
  enable (self, "answer", possible && answerable && self->busy == 0);
  enable (self, "stop", self->making != NULL);
  gtk_widget_set_visible (self->submit_button, prepared == NULL || !prepared->locked);
  gtk_widget_set_visible (self->answer_button, answerable);
  set_suggested (self->answer_button, state == QUAN_CLAIM_SUBMITTED);
  set_suggested (self->submit_button, self->ready && missing == 0 && stale == 0);
}

static void
show_note (QuanPacketPage *self)
{
  const QuanPrepared *prepared = prepared_of (self);
  g_auto (QuanPacketNote) note = quan_packet_note (prepared, self->pdf != NULL ? quan_pdf_n_pages (self->pdf) : 0,
                                                   self->ready);

  /* A note about what is missing stays in the colour of attention: nothing is wrong yet. */
  quan_state_class_set (self->note, note.state == QUAN_STEP_WRONG && !prepared->locked ? "review" : note.css_class);
  quan_state_icon_set (self->note_icon, note.state == QUAN_STEP_WRONG && !prepared->locked ? "quan-review-symbolic"
                                                                                           : note.icon,
                       note.state == QUAN_STEP_WRONG && !prepared->locked ? "review" : note.css_class,
                       quan_step_word (note.state));
  gtk_label_set_label (GTK_LABEL (self->note_title), note.title);
  gtk_label_set_label (GTK_LABEL (self->note_text), note.text);
  gtk_widget_set_visible (self->note_text, *note.text != '\0');
  gtk_widget_set_visible (self->note_link, note.link != NULL);
  if (note.link == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->note_link), note.link);
  if (note.link_path != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->note_link), "s", note.link_path);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->note_link), "i", 3);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note_link),
                                  note.link_path != NULL ? "wizard.reveal" : "wizard.go-to");
}

/* Tells what became of an order; path (may be NULL): of a file that can be shown. */
static void
tell (QuanPacketPage *self, const char *css_class, const char *sentence, const char *path)
{
  quan_state_class_set (self->told, css_class);
  gtk_label_set_label (GTK_LABEL (self->told_text), sentence);
  gtk_widget_set_visible (self->told_folder, path != NULL);
  gtk_widget_set_visible (self->told, TRUE);
  g_free (self->saved);
  self->saved = g_strdup (path);
}

static void
show_packet (QuanPacketPage *self)
{
  const QuanPrepared *prepared = prepared_of (self);
  g_auto (GStrv) names = self->pdf != NULL ? quan_packet_part_names (prepared->view.pack, self->pdf) : NULL;
  QuanPreviewer *preview = QUAN_PREVIEWER (self->preview);

  quan_previewer_set_pdf (preview, self->pdf, (const char *const *) names);
  quan_packet_list_show (QUAN_PACKET_LIST (self->list), prepared, self->pdf);
  quan_packet_list_mark (QUAN_PACKET_LIST (self->list), quan_previewer_get_page (preview));
  show_note (self);
  show_buttons (self);
  if (self->submitting != NULL)
    quan_submit_dialog_show (self->submitting, prepared, self->ready);
}

static void
end_making (QuanPacketPage *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_pointer (&self->making, quan_making_unref);
  g_clear_object (&self->stopping);
  gtk_widget_set_visible (self->progress, FALSE);
}

static gboolean
look (gpointer data)
{
  QuanPacketPage *self = data;
  g_autofree char *text = NULL;
  guint done, of;

  self->waited += LOOK_EVERY;
  quan_making_read (self->making, &done, &of);
  if (of == 0) {
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
    text = g_strdup (_("Laying out the packet…"));
  } else {
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), (double) done / of);
    text = g_strdup_printf (_("Drawing page %u of %u"), done + 1, of);
  }
  gtk_label_set_label (GTK_LABEL (self->progress_text), text);
  gtk_widget_set_visible (self->progress, self->waited >= SHOW_AFTER);
  return G_SOURCE_CONTINUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanPacketPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = quan_packet_saved (result, &error);
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *sentence = name != NULL ? g_strdup_printf (_("Saved as %s"), name) : NULL;

  self->busy--;
  if (is_gone (self))
    return;
  tell (self, error != NULL ? "fail" : "pass", error != NULL ? error->message : sentence, path);
  show_buttons (self);
}

/* Writes the packet where it was asked to go. */
static void
write_packet (QuanPacketPage *self)
{
  g_autofree char *path = g_steal_pointer (&self->target);

  if (path == NULL || self->pdf == NULL)
    return;
  self->busy++;
  quan_packet_save (self->pdf, path, NULL, saved_cb, g_object_ref (self));
}

static void
take_packet (QuanPacketPage *self, QuanMade *made)
{
  self->ready = made->ready;
  if (self->pdf == NULL || !g_bytes_equal (quan_pdf_get_bytes (self->pdf), quan_pdf_get_bytes (made->pdf)))
    g_set_object (&self->pdf, made->pdf);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanPacketPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanMade) made = quan_office_done (QUAN_OFFICE (source), result, &error);

  /* Whoever stopped it has done the rest. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || is_gone (self))
    return;
  end_making (self);
  if (made != NULL) {
    take_packet (self, made);
  } else {
    g_clear_object (&self->pdf);
    g_clear_pointer (&self->target, g_free);
    quan_previewer_set_message (QUAN_PREVIEWER (self->preview), error->message);
  }
  show_packet (self);
  write_packet (self);
}

static void
stop_making (QuanPacketPage *self)
{
  if (self->stopping != NULL)
    g_cancellable_cancel (self->stopping);
  end_making (self);
}

static void
make_packet (QuanPacketPage *self, const QuanPrepared *prepared)
{
  stop_making (self);
  self->making = quan_making_new ();
  self->stopping = g_cancellable_new ();
  self->waited = 0;
  self->looking = g_timeout_add (LOOK_EVERY, look, self);
  quan_previewer_set_message (QUAN_PREVIEWER (self->preview), _("The packet is being made…"));
  quan_packet_make (self->office, prepared->enterprise->uscc, prepared->contract->number, self->making, self->stopping,
                    made_cb, g_object_ref (self));
}

static void
stop_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;

  stop_making (self);
  g_clear_pointer (&self->target, g_free);
  if (self->pdf == NULL)
    quan_previewer_set_message (QUAN_PREVIEWER (self->preview),
                                _("The packet was not made. It is made when this step is shown again."));
  show_buttons (self);
}

static void
quan_packet_page_show_prepared (QuanWizardPage *page, const QuanPrepared *prepared)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (page);

  gtk_widget_set_visible (self->drop_hint, !prepared->locked);
  gtk_widget_set_visible (self->drop_icon, !prepared->locked);
  if (quan_packet_lacks (prepared) != NULL) {
    stop_making (self);
    g_clear_object (&self->pdf);
    quan_previewer_set_message (QUAN_PREVIEWER (self->preview), _("The packet is shown here as soon as it can be made."));
  } else if (self->office != NULL) {
    make_packet (self, prepared);
  }
  show_packet (self);
}

static const char *
quan_packet_page_title (QuanWizardPage *page)
{
  return _("Packet");
}

static QuanStepState
quan_packet_page_judge (QuanWizardPage *page, const QuanPrepared *prepared, char **sentence)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (page);
  g_auto (QuanPacketNote) note = quan_packet_note (prepared, self->pdf != NULL ? quan_pdf_n_pages (self->pdf) : 0,
                                                   self->ready);

  *sentence = g_steal_pointer (&note.sentence);
  return note.state;
}

char *
quan_packet_page_file_name (const QuanPrepared *prepared)
{
  char day[QUAN_DATE_BUF];
  g_autofree char *name = NULL;

  g_return_val_if_fail (prepared != NULL, NULL);
  /* Translators: the name of a file: number of the contract, date. */
  name = g_strdup_printf (_("%s claim packet %s.pdf"), prepared->contract->number,
                          quan_date_iso (prepared->view.as_of, day));
  return quan_file_name_clean (name);
}

void
quan_packet_page_save_to (QuanPacketPage *self, const char *path)
{
  g_return_if_fail (QUAN_IS_PACKET_PAGE (self) && path != NULL);
  g_free (self->target);
  self->target = g_strdup (path);
  if (self->making == NULL)
    write_packet (self);
}

gboolean
quan_packet_page_is_idle (QuanPacketPage *self)
{
  g_return_val_if_fail (QUAN_IS_PACKET_PAGE (self), TRUE);
  return self->making == NULL && self->busy == 0;
}

static void
on_target (const char *const *paths, gpointer data)
{
  quan_packet_page_save_to (QUAN_PACKET_PAGE (data), paths[0]);
}

static void
save_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const suffixes[] = { "pdf", NULL };
  QuanPacketPage *self = data;
  g_autofree char *name = quan_packet_page_file_name (prepared_of (self));
  const QuanFileRequest request = {
    .title = _("Save the packet"), .kind = _("PDF files"), .suffixes = suffixes, .name = name,
  };

  quan_pick_target (GTK_WIDGET (self), &request, on_target, self);
}

static void
on_print_failed (const char *sentence, gpointer data)
{
  tell (QUAN_PACKET_PAGE (data), "fail", sentence, NULL);
}

static void
print_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  g_autofree char *name = quan_packet_page_file_name (prepared_of (self));

  quan_packet_print (self->pdf, GTK_WIDGET (self), name, on_print_failed, self);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanPacketPage) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  self->busy--;
  if (is_gone (self))
    return;
  if (self->submitting != NULL) {
    quan_submit_dialog_set_busy (self->submitting, FALSE);
    if (error != NULL)
      quan_submit_dialog_refuse (self->submitting, error->message);
    else
      gtk_window_destroy (GTK_WINDOW (self->submitting));
  } else if (self->answering != NULL) {
    quan_answer_dialog_set_busy (self->answering, FALSE);
    if (error != NULL)
      quan_answer_dialog_refuse (self->answering, error);
    else
      gtk_window_destroy (GTK_WINDOW (self->answering));
  } else if (error != NULL) {
    tell (self, "fail", error->message, NULL);
  }
  show_buttons (self);
}

static void
act (QuanPacketPage *self, QuanClaimAct what, const QuanClaimChange *change)
{
  const QuanPrepared *prepared = prepared_of (self);

  self->busy++;
  show_buttons (self);
  quan_packet_act (self->office, what, change, prepared->enterprise->uscc, prepared->contract->number, acted_cb,
                   g_object_ref (self));
}

static void
on_submit (QuanPacketPage *self, int date, gint64 amount)
{
  const QuanClaimChange change = { .date = date, .amount = amount, .issued = QUAN_DATE_NONE };

  quan_submit_dialog_set_busy (self->submitting, TRUE);
  act (self, QUAN_ACT_SUBMIT, &change);
}

/* The wizard judges the claim on its new day, and shows the page again. */
static void
on_date_changed (QuanPacketPage *self, int date)
{
  char day[QUAN_DATE_BUF];

  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", "claim.submitted", quan_date_iso (date, day));
}

static void
submit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->submitting,
                      QUAN_SUBMIT_DIALOG (quan_submit_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
  g_signal_connect_object (self->submitting, "submit", G_CALLBACK (on_submit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->submitting, "date-changed", G_CALLBACK (on_date_changed), self, G_CONNECT_SWAPPED);
  quan_submit_dialog_show (self->submitting, prepared_of (self), self->ready);
  gtk_window_present (GTK_WINDOW (self->submitting));
}

static void
on_answer (QuanPacketPage *self, int what, const QuanClaimChange *change)
{
  quan_answer_dialog_set_busy (self->answering, TRUE);
  act (self, what, change);
}

static void
answer_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->answering,
                      QUAN_ANSWER_DIALOG (quan_answer_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
  g_signal_connect_object (self->answering, "answer", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  quan_answer_dialog_show (self->answering, prepared_of (self), quan_office_as_of (self->office));
  gtk_window_present (GTK_WINDOW (self->answering));
}

static void
on_folder (QuanPacketPage *self)
{
  quan_show_in_folder (GTK_WIDGET (self), self->saved);
}

static void
on_jump (QuanPacketPage *self, guint page)
{
  quan_previewer_go_to (QUAN_PREVIEWER (self->preview), page);
}

static void
on_page_turned (QuanPacketPage *self)
{
  quan_packet_list_mark (QUAN_PACKET_LIST (self->list), quan_previewer_get_page (QUAN_PREVIEWER (self->preview)));
}

static void
attach (QuanPacketPage *self, const char *document, const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.attach", "(ss)", document, path);
}

static void
on_files (const char *const *paths, gpointer data)
{
  QuanPacketPage *self = data;

  for (gsize i = 0; paths[i] != NULL; i++)
    attach (self, self->adding, paths[i]);
}

static void
on_add (QuanPacketPage *self, const char *document)
{
  static const char *const suffixes[] = { "pdf", "jpg", "jpeg", "png", "ofd", "doc", "docx", "xls", "xlsx", NULL };
  const QuanFileRequest request = {
    .title = _("Add a document"), .accept = _("_Add"), .kind = _("Documents and pictures"), .suffixes = suffixes,
  };

  g_free (self->adding);
  self->adding = g_strdup (document);
  quan_pick_files (GTK_WIDGET (self), &request, on_files, self);
}

/* The one document still wanted, NULL if there are none or several. */
static const char *
wanted_document (const QuanPrepared *prepared)
{
  const char *wanted = NULL;

  for (guint i = 0; i < prepared->documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (prepared->documents, i);

    if (row->state != QUAN_DOCUMENT_MISSING || !row->document->mandatory)
      continue;
    if (wanted != NULL)
      return NULL;
    wanted = row->document->id;
  }
  return wanted;
}

/* Files dropped beside the rows go to the one document that is wanted; else the page says where to drop them. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QuanPacketPage *self)
{
  const QuanPrepared *prepared = prepared_of (self);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *document = prepared != NULL && !prepared->locked ? g_strdup (wanted_document (prepared)) : NULL;

  if (document == NULL) {
    tell (self, "review", prepared != NULL && prepared->locked
                            ? _("The claim is frozen: no file can be added.")
                            : _("Several documents could be meant. Drop the file onto the row of its document."), NULL);
    return FALSE;
  }
  for (GSList *l = files; l != NULL; l = l->next)
    if (g_file_peek_path (l->data) != NULL)
      attach (self, document, g_file_peek_path (l->data));
  return TRUE;
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "packet.save", NULL);
}

void
quan_packet_page_set_office (QuanPacketPage *self, QuanOffice *office)
{
  g_return_if_fail (QUAN_IS_PACKET_PAGE (self));
  g_set_object (&self->office, office);
}

GActionGroup *
quan_packet_page_actions (QuanPacketPage *self)
{
  g_return_val_if_fail (QUAN_IS_PACKET_PAGE (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

GtkWidget *
quan_packet_page_buttons (QuanPacketPage *self)
{
  g_return_val_if_fail (QUAN_IS_PACKET_PAGE (self), NULL);
  return self->buttons;
}

static void
quan_packet_page_dispose (GObject *object)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (object);

  if (self->progress != NULL)
    stop_making (self);
  if (self->submitting != NULL)
    gtk_window_destroy (GTK_WINDOW (self->submitting));
  if (self->answering != NULL)
    gtk_window_destroy (GTK_WINDOW (self->answering));
  g_clear_weak_pointer (&self->submitting);
  g_clear_weak_pointer (&self->answering);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAN_TYPE_PACKET_PAGE);
  g_clear_object (&self->buttons);
  g_clear_object (&self->actions);
  g_clear_object (&self->pdf);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_packet_page_parent_class)->dispose (object);
}

static void
quan_packet_page_finalize (GObject *object)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (object);

  g_free (self->target);
  g_free (self->adding);
  g_free (self->saved);
  G_OBJECT_CLASS (quan_packet_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, left);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_icon);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_title);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_text);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_link);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, told);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, told_text);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, told_folder);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, list);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, preview);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, progress);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, drop_icon);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, drop_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_jump);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_page_turned);
}

static void
quan_packet_page_class_init (QuanPacketPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  object_class->dispose = quan_packet_page_dispose;
  object_class->finalize = quan_packet_page_finalize;
  page_class->title = quan_packet_page_title;
  page_class->judge = quan_packet_page_judge;
  page_class->show = quan_packet_page_show_prepared;
  page_class->wide = TRUE;
  g_type_ensure (QUAN_TYPE_PACKET_LIST);
  g_type_ensure (QUAN_TYPE_PREVIEWER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/packet-page.ui");
  bind_children (widget_class);
}

static GtkWidget *
button_new (const char *label, const char *icon, const char *action)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), text);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), button);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  /* The text of the label is without the mark of its mnemonic. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (text)), -1);
  return button;
}

static void
make_buttons (QuanPacketPage *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));

  self->buttons = g_object_ref_sink (GTK_WIDGET (box));
  gtk_box_append (box, button_new (_("Save P_DF…"), "quan-save-symbolic", "packet.save"));
  gtk_box_append (box, button_new (_("_Print…"), "quan-print-symbolic", "packet.print"));
  self->submit_button = button_new (_("_Mark as submitted…"), "quan-submitted-symbolic", "packet.submit");
  gtk_box_append (box, self->submit_button);
  self->answer_button = button_new (_("_Record the answer…"), "quan-draft-symbolic", "packet.answer");
  gtk_box_append (box, self->answer_button);
  gtk_widget_insert_action_group (self->buttons, "packet", G_ACTION_GROUP (self->actions));
}

static void
make_actions (QuanPacketPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_activated },     { .name = "print", .activate = print_activated },
    { .name = "submit", .activate = submit_activated }, { .name = "answer", .activate = answer_activated },
    { .name = "stop", .activate = stop_activated },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "packet", G_ACTION_GROUP (self->actions));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_save_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
quan_packet_page_init (QuanPacketPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  make_actions (self);
  make_buttons (self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_buttons (self);
}
