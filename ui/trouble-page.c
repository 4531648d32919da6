#include "ui/trouble-page.h"

#include <glib/gi18n-lib.h>

#include "core/store/trouble.h"
#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/places.h"

struct _QuanTroublePage {
  GtkBox     parent_instance;
  GtkWidget *title, *sentence, *path, *unchanged;
};

G_DEFINE_FINAL_TYPE (QuanTroublePage, quan_trouble_page, GTK_TYPE_BOX)

static const char *const titles[] = {
  [QUAN_TROUBLE_NONE] = N_ ("The store cannot be opened"),
  [QUAN_TROUBLE_MISSING] = N_ ("The store is not there"),
  [QUAN_TROUBLE_HELD] = N_ ("The store is in use"),
  [QUAN_TROUBLE_NEWER] = N_ ("The store was written by a newer program"),
  [QUAN_TROUBLE_DAMAGED] = N_ ("The store is damaged"),
  [QUAN_TROUBLE_FOREIGN] = N_ ("This file is no store of this program"),
  [QUAN_TROUBLE_FORBIDDEN] = N_ ("The store may not be written"),
  [QUAN_TROUBLE_FULL] = N_ ("The disk is full"),
};

/* What can be done, in the order offered. */
static const struct {
  const char *label, *spoken;  /* with its mnemonic, and without */
  const char *action;
} ways[] = {
  { N_ ("_Try again"), N_ ("Try again"), "win.retry" },
  { N_ ("_Open another store…"), N_ ("Open another store"), "win.choose-store" },
  { N_ ("Look at the _sample"), N_ ("Look at the sample"), "win.open-sample" },
  { N_ ("_Quit"), N_ ("Quit"), "app.quit" },
};

void
quan_trouble_page_show (QuanTroublePage *self, const char *path, const GError *error)
{
  g_autofree char *usual = path == NULL ? quan_usual_store () : NULL;
  const char *file = path != NULL ? path : usual;
  QuanStoreTrouble trouble;

  g_return_if_fail (QUAN_IS_TROUBLE_PAGE (self) && error != NULL);

  trouble = quan_store_trouble (error, NULL);
  gtk_label_set_label (GTK_LABEL (self->title), _(titles[trouble]));
  gtk_label_set_label (GTK_LABEL (self->sentence), error->message);
  gtk_label_set_label (GTK_LABEL (self->path), file);
  gtk_widget_set_visible (self->unchanged, g_file_test (file, G_FILE_TEST_EXISTS));
}

static GtkWidget *
ways_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_margin_top (box, 6);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    GtkWidget *button = quan_button_new (_(ways[i].label), _(ways[i].spoken), ways[i].action);

    if (i == 0)
      gtk_widget_add_css_class (button, "suggested-action");
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static GtkWidget *
selectable_new (const char *classes)
{
  GtkWidget *label = quan_text_new (NULL, classes);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  return label;
}

static void
quan_trouble_page_class_init (QuanTroublePageClass *klass)
{
}

static void
quan_trouble_page_init (QuanTroublePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->title = quan_text_new (NULL, "title-page fail");
  self->sentence = selectable_new ("sentence");
  self->path = selectable_new ("dim num");
  self->unchanged = quan_text_new (_("The file has not been changed."), "strong");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "trouble-card");
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (card), self->title);
  gtk_box_append (GTK_BOX (card), self->sentence);
  gtk_box_append (GTK_BOX (card), self->path);
  gtk_box_append (GTK_BOX (card), self->unchanged);
  gtk_box_append (GTK_BOX (card), ways_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), card);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}
