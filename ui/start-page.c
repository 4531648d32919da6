#include "ui/start-page.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"

#define PICTURE "/io/github/quan/Quan/pictures/vouchers.svg"

struct _QuanStartPage {
  GtkBox     parent_instance;
  GtkWidget *picture, *title, *doors, *links, *promises;
};

G_DEFINE_FINAL_TYPE (QuanStartPage, quan_start_page, GTK_TYPE_BOX)

#define N_POINTS 3

/* A way into the program. */
typedef struct {
  const char *icon, *title, *about;
  const char *points[N_POINTS];
  const char *button, *spoken;  /* with its mnemonic, and without */
  const char *action;
  gboolean    first;
} Door;

static const Door doors[] = {
  { "quan-claims-symbolic", N_ ("Start a claim"),
    N_ ("Five steps. Stop at any time: what was entered is kept. Have at hand:"),
    { N_ ("Name and unified social credit code, as on the business licence"),
      N_ ("The compute contract: number, dates, prices by item"),
      N_ ("The scan of the contract can be added last") },
    N_ ("Start a _claim"), N_ ("Start a claim"), "win.new-claim", TRUE },
  { "quan-overview-symbolic", N_ ("Look at the sample"), N_ ("The books of an invented enterprise, ready to be tried."),
    { N_ ("Kept apart: nothing mixes with your data"),
      N_ ("Shows contracts that qualify and one that does not, a draft, a voucher and its redemption"),
      N_ ("Close it from the menu, and nothing remains") },
    N_ ("Open the _sample"), N_ ("Open the sample"), "win.open-sample", FALSE },
};

static const struct {
  const char *icon, *title, *about;
} promises[] = {
  { "quan-locked-symbolic", N_ ("Stays on this computer"), N_ ("Nothing is sent anywhere") },
  { "quan-contract-symbolic", N_ ("Every figure has its source"), N_ ("Clause, formula and the facts used") },
  { "quan-journal-symbolic", N_ ("Frozen when submitted"), N_ ("Later changes leave old packets as they are") },
};

static GtkWidget *
icon_new (const char *name, const char *css_class)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_add_css_class (icon, css_class);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return icon;
}

static GtkWidget *
row_new (const char *icon, const char *icon_class, const char *text, const char *text_class, int spacing)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing), *label = quan_text_new (text, text_class);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon_new (icon, icon_class));
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static GtkWidget *
button_new (const Door *door)
{
  GtkWidget *button = quan_button_new (_(door->button), _(door->spoken), door->action);

  gtk_widget_set_vexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  if (door->first)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static GtkWidget *
door_new (const Door *door)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "door");
  if (door->first)
    gtk_widget_add_css_class (card, "first");
  gtk_box_append (GTK_BOX (card), row_new (door->icon, "door-icon", _(door->title), "section", 12));
  gtk_box_append (GTK_BOX (card), quan_text_new (_(door->about), "dim"));
  for (int i = 0; i < N_POINTS; i++)
    gtk_box_append (GTK_BOX (card), row_new ("quan-pass-symbolic", "dim", _(door->points[i]), "point", 9));
  gtk_box_append (GTK_BOX (card), button_new (door));
  return card;
}

static GtkWidget *
link_new (const char *text, const char *spoken, const char *action)
{
  GtkWidget *link = quan_button_new (text, spoken, action);

  gtk_widget_add_css_class (link, "link");
  return link;
}

static GtkWidget *
promise_new (const char *icon, const char *title, const char *about)
{
  GtkWidget *promise = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), quan_text_new (title, "strong small"));
  gtk_box_append (GTK_BOX (texts), quan_text_new (about, "dim small"));
  gtk_box_append (GTK_BOX (promise), icon_new (icon, "pass"));
  gtk_box_append (GTK_BOX (promise), texts);
  gtk_widget_set_halign (promise, GTK_ALIGN_CENTER);
  return promise;
}

/* The cell of a flow box is not reached by keys: only what is in it is. */
static void
add_door (QuanStartPage *self, const Door *door)
{
  GtkWidget *card = door_new (door);

  gtk_flow_box_insert (GTK_FLOW_BOX (self->doors), card, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
}

static void
quan_start_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_box_remove (GTK_BOX (object), child);
  G_OBJECT_CLASS (quan_start_page_parent_class)->dispose (object);
}

static void
quan_start_page_class_init (QuanStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_start_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuanStartPage, picture);
  gtk_widget_class_bind_template_child (widget_class, QuanStartPage, title);
  gtk_widget_class_bind_template_child (widget_class, QuanStartPage, doors);
  gtk_widget_class_bind_template_child (widget_class, QuanStartPage, links);
  gtk_widget_class_bind_template_child (widget_class, QuanStartPage, promises);
}

static void
quan_start_page_init (QuanStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_picture_set_resource (GTK_PICTURE (self->picture), PICTURE);
  for (guint i = 0; i < G_N_ELEMENTS (doors); i++)
    add_door (self, &doors[i]);
  gtk_box_append (GTK_BOX (self->links), quan_text_new (_("Do you have data already?"), "dim"));
  gtk_box_append (GTK_BOX (self->links), link_new (_("_Import a workspace…"), _("Import a workspace"),
                                                        "win.import"));
  gtk_box_append (GTK_BOX (self->links), link_new (_("_Open another store…"), _("Open another store"),
                                                        "win.choose-store"));
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    gtk_box_append (GTK_BOX (self->promises), promise_new (promises[i].icon, _(promises[i].title),
                                                               _(promises[i].about)));
}
