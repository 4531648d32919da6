#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/header.h"
#include "ui/navigation.h"
#include "ui/overview/overview-page.h"
#include "ui/reminder.h"
#include "ui/sample.h"
#include "ui/strip.h"
#include "ui/wizard/wizard.h"

static void
show_as_of (QuanWindow *self)
{
  QuanDate day = quan_office_as_of (self->office), today = quan_date_today ();
  char day_iso[QUAN_DATE_BUF], today_iso[QUAN_DATE_BUF];
  g_autofree char *sentence = NULL;

  if (day != today && quan_office_is_open (self->office))
    sentence =
        g_strdup_printf (_("You see everything as of %s: quota, rounds and clauses are those of that day. Today is"
                            " %s."),
                         quan_date_iso (day, day_iso), quan_date_iso (today, today_iso));
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
    return g_strdup_printf (
        _("%s lapsed on %s and no newer edition is installed. What is left to redeem, inspections and"
           " the archive can be seen to; new contracts get no support."),
        title, quan_date_iso (pack->valid_until, iso));
  case QUAN_PACK_NOT_YET:
    return g_strdup_printf (_("%s comes into force on %s."), title, quan_date_iso (pack->valid_from, iso));
  case QUAN_PACK_IN_FORCE:
  default:
    return pack->verified
               ? NULL
               : g_strdup_printf (_("%s has not been verified against the notice: an example, not to be relied"
                                     " on."),
                                  title);
  }
}

static void
show_pack (QuanWindow *self)
{
  g_autofree char *sentence = self->frame != NULL ? pack_sentence (&self->frame->view) : NULL;

  quan_strip_show (QUAN_STRIP (self->lapsed_strip), sentence);
}

const char *
quan_window_home (QuanWindow *self)
{
  const QuanFrame *frame = self->frame;
  gboolean empty = frame == NULL || frame->overview == NULL
                   || (frame->enterprises->len == 0 && frame->overview->unfinished->len == 0);

  return empty ? "start" : "desk";
}

void
quan_window_show_root (QuanWindow *self, const char *name)
{
  gboolean wizard = g_strcmp0 (name, "wizard") == 0;

  if (g_strcmp0 (name, "start") == 0)
    quan_window_ensure_start (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->root), name);
  quan_header_set_wizard (QUAN_HEADER (self->header), wizard ? quan_wizard_origin (QUAN_WIZARD (self->wizard)) : NULL);
  quan_header_set_open (QUAN_HEADER (self->header), wizard || g_strcmp0 (name, "desk") == 0);
  quan_header_show (QUAN_HEADER (self->header), self->frame);
  if (g_strcmp0 (name, "start") == 0)
    gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->root)), GTK_DIR_TAB_FORWARD);
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
    quan_window_show_root (self, quan_window_home (self));
  show_pack (self);
  quan_window_update_actions (self);
}

/* Tells once a start which deadlines are near, from today and of the user's own records. */
static void
remind (QuanWindow *self)
{
  if (self->reminded)
    return;
  self->reminded = TRUE;
  if (!quan_sample_is_open (self->office) && quan_office_as_of (self->office) == quan_date_today ())
    quan_reminder_send (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->settings,
                        self->frame->overview);
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
  if (frame->overview != NULL)
    remind (self);
}

void
quan_window_take_frame (QuanWindow *self)
{
  show_as_of (self);
  if (!quan_office_is_open (self->office)
      || (self->frame != NULL && g_strcmp0 (quan_window_page (self), "wizard") == 0))
    return;
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  self->taking = g_cancellable_new ();
  quan_frame_take (self->office, self->taking, taken_cb, g_object_ref (self));
}

void
quan_window_let_go (QuanWindow *self)
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
