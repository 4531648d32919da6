#include "ui/dialogs/preferences-private.h"

#include <glib/gi18n-lib.h>

#include "core/desk/fonts.h"
#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/dialogs/dialog-window.h"
#include "ui/dialogs/file-picker.h"

/* One face: the file that serves it, and what can be done about it. */
typedef struct {
  GtkWidget *file, *choose, *reset;
} Face;

struct _QuanFontsSection {
  GtkBox     parent_instance;
  Face       faces[QUAN_N_DESK_FACES];
  int        picking;   /* the face a file is being picked for */
  GtkWidget *refusal;
};

G_DEFINE_FINAL_TYPE (QuanFontsSection, quan_fonts_section, GTK_TYPE_BOX)

static const char *const names[QUAN_N_DESK_FACES] = {
  N_ ("Hei: headings and fixed wording"), N_ ("Song: titles"), N_ ("Fangsong: body of letters"),
  N_ ("Kai: what the enterprise states"), N_ ("Kai, bold"),
};

static void
show_fonts (QuanFontsSection *self)
{
  g_autoptr (GError) error = NULL;
  char **files = quan_desk_fonts (&error);

  for (int i = 0; i < QUAN_N_DESK_FACES; i++) {
    const char *file = files != NULL ? files[i] : NULL;
    g_autofree char *name = file != NULL ? g_path_get_basename (file) : g_strdup (_("The free font"));

    gtk_label_set_label (GTK_LABEL (self->faces[i].file), name);
    gtk_widget_set_tooltip_text (self->faces[i].file, file);
    gtk_widget_set_visible (self->faces[i].reset, file != NULL);
  }
  if (error != NULL)
    quan_dialog_refusal_show (self->refusal, error->message);
  quan_desk_fonts_free (files);
}

/* What is chosen for a face. */
typedef struct {
  int   face;
  char *file;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->file);
  g_free (choice);
}

/* Fonts are large files: they are tried in a thread. */
static void
choose_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Choice *choice = data;
  GError *error = NULL;

  if (quan_desk_choose_font (choice->face, choice->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QuanFontsSection *self = QUAN_FONTS_SECTION (source);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  g_task_propagate_boolean (G_TASK (result), &error);
  show_fonts (self);
  if (error != NULL)
    quan_dialog_refusal_show (self->refusal, error->message);
}

void
quan_fonts_section_choose (QuanFontsSection *self, int face, const char *file)
{
  Choice *choice = g_new (Choice, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, chosen_cb, NULL);

  *choice = (Choice) { face, g_strdup (file) };
  quan_dialog_refusal_show (self->refusal, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_task_set_task_data (task, choice, choice_free);
  g_task_run_in_thread (task, choose_in_thread);
}

static int
face_of (QuanFontsSection *self, GtkWidget *button)
{
  int face = 0;

  while (self->faces[face].choose != button && self->faces[face].reset != button)
    face++;
  return face;
}

static void
picked_cb (const char *const *paths, gpointer data)
{
  QuanFontsSection *self = data;

  quan_fonts_section_choose (self, self->picking, paths[0]);
}

static void
choose_cb (GtkWidget *button, QuanFontsSection *self)
{
  const char *const suffixes[] = { "ttf", "ttc", "otf", NULL };
  QuanFileRequest request = { .title = _("Choose a font"), .kind = _("Fonts"), .suffixes = suffixes };

  self->picking = face_of (self, button);
  quan_pick_file (GTK_WIDGET (self), &request, picked_cb, self);
}

static void
reset_cb (GtkWidget *button, QuanFontsSection *self)
{
  quan_fonts_section_choose (self, face_of (self, button), NULL);
}

static GtkWidget *
button_new (QuanFontsSection *self, const char *label, const char *face, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf ("%s %s", label, face);

  quan_set_name (button, spoken);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
add_face (QuanFontsSection *self, int face)
{
  Face *row = &self->faces[face];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->file = quan_text_new (NULL, "dim");
  gtk_label_set_wrap (GTK_LABEL (row->file), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (row->file), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (row->file), 24);
  row->choose = button_new (self, _("Choose…"), _(names[face]), G_CALLBACK (choose_cb));
  row->reset = button_new (self, _("Use the free font"), _(names[face]), G_CALLBACK (reset_cb));
  gtk_box_append (GTK_BOX (box), row->file);
  gtk_box_append (GTK_BOX (box), row->reset);
  gtk_box_append (GTK_BOX (box), row->choose);
  quan_preferences_section_add (GTK_WIDGET (self), _(names[face]), box);
}

static void
quan_fonts_section_class_init (QuanFontsSectionClass *klass)
{
}

static void
quan_fonts_section_init (QuanFontsSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (int face = 0; face < QUAN_N_DESK_FACES; face++)
    add_face (self, face);
  self->refusal = quan_text_new (NULL, "fail");
  gtk_label_set_selectable (GTK_LABEL (self->refusal), TRUE);
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_box_append (GTK_BOX (self), self->refusal);
  show_fonts (self);
}

GtkWidget *
quan_fonts_section_new (void)
{
  return g_object_new (QUAN_TYPE_FONTS_SECTION, NULL);
}
