#include "ui/navigation.h"

#include <glib/gi18n-lib.h>

static guint
claims_attention (const QuanOverview *overview)
{
  return overview->counts.drafts + overview->counts.returned;
}

static guint
redemptions_attention (const QuanOverview *overview)
{
  return overview->counts.redemption_drafts + overview->counts.redemptions_returned;
}

const QuanPlace quan_places[] = {
  { "overview", "quan-overview-symbolic", N_("Overview") },
  { "claims", "quan-claims-symbolic", N_("Claims"), claims_attention },
  { "contracts", "quan-contract-symbolic", N_("Contracts") },
  { "invoices", "quan-invoices-symbolic", N_("Invoices and deliveries") },
  { "redemptions", "quan-redemption-symbolic", N_("Redemptions"), redemptions_attention },
  { "providers", "quan-provider-symbolic", N_("Providers") },
  { "journal", "quan-journal-symbolic", N_("Journal") },
  { NULL },
};
#define N_PLACES (G_N_ELEMENTS (quan_places) - 1)

struct _QuanNavigation {
  GtkBox     parent_instance;
  GtkWidget *list;
  GtkWidget *badges[N_PLACES];
  GtkWidget *pack, *state, *verified;
};

G_DEFINE_FINAL_TYPE (QuanNavigation, quan_navigation, GTK_TYPE_BOX)

static GtkWidget *
label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
row_new (const QuanPlace *place, GtkWidget **badge)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (_(place->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  *badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (*badge, "badge");
  gtk_widget_set_visible (*badge, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), *badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(place->title), -1);
  return row;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, QuanNavigation *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", quan_places[gtk_list_box_row_get_index (row)].id);
}

void
quan_navigation_select (QuanNavigation *self, const char *id)
{
  g_return_if_fail (QUAN_IS_NAVIGATION (self));

  for (guint i = 0; i < N_PLACES; i++)
    if (g_strcmp0 (quan_places[i].id, id) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                               gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
}

/* How many things of a page need attention: drafts, and what came back. */
static void
show_badge (QuanNavigation *self, guint place, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *spoken = NULL;
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) place));

  gtk_label_set_text (GTK_LABEL (self->badges[place]), text);
  gtk_widget_set_visible (self->badges[place], n > 0);
  spoken = n > 0 ? g_strdup_printf (ngettext ("%s, %u needs attention", "%s, %u need attention", n),
                                    _(quan_places[place].title), n)
                 : g_strdup (_(quan_places[place].title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_pack (QuanNavigation *self, const QuanView *view)
{
  QuanLanguage language = quan_language_of_locale ();
  gboolean lapsed = quan_pack_state (view->pack, view->as_of) == QUAN_PACK_LAPSED;
  char iso[QUAN_DATE_BUF];
  g_autofree char *state = g_strdup_printf (lapsed ? _("Lapsed on %s") : _("In force until %s"),
                                            quan_date_iso (view->pack->valid_until, iso));
  g_autofree char *verified = view->pack->verified
                                ? g_strdup_printf (_("Clauses verified on %s"),
                                                   quan_date_iso (view->pack->verified_on, iso))
                                : g_strdup (_("Clauses not verified"));

  gtk_label_set_text (GTK_LABEL (self->pack), view->pack->title.in[language]);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_label_set_text (GTK_LABEL (self->verified), verified);
}

void
quan_navigation_show (QuanNavigation *self, const QuanOverview *overview)
{
  g_return_if_fail (QUAN_IS_NAVIGATION (self));

  for (guint i = 0; i < N_PLACES; i++)
    if (quan_places[i].attention != NULL)
      show_badge (self, i, quan_places[i].attention (overview));
  show_pack (self, &overview->view);
}

static void
quan_navigation_class_init (QuanNavigationClass *klass)
{
}

static void
quan_navigation_init (QuanNavigation *self)
{
  GtkWidget *spacer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "side");
  gtk_widget_add_css_class (GTK_WIDGET (self), "left");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pages");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation");
  gtk_widget_set_margin_top (self->list, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  for (guint i = 0; i < N_PLACES; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (&quan_places[i], &self->badges[i]));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_vexpand (spacer, TRUE);
  gtk_widget_set_hexpand (spacer, FALSE);
  self->pack = label_new (NULL, "strong");
  self->state = label_new (NULL, "dim");
  self->verified = label_new (NULL, "dim");
  gtk_widget_add_css_class (foot, "small");
  gtk_widget_add_css_class (foot, "navigation-foot");
  gtk_box_append (GTK_BOX (foot), self->pack);
  gtk_box_append (GTK_BOX (foot), self->state);
  gtk_box_append (GTK_BOX (foot), self->verified);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), spacer);
  gtk_box_append (GTK_BOX (self), foot);
}

GtkWidget *
quan_navigation_new (void)
{
  return g_object_new (QUAN_TYPE_NAVIGATION, NULL);
}
