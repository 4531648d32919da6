#include "ui/registers/tabbed-page.h"

#include <glib/gi18n-lib.h>

/* A register, and the buttons in its bar. */
typedef struct {
  const QuanTable *table;
  QuanRegister    *shown;
  GPtrArray       *buttons;  /* one for each tab; the widgets are the bar's */
  gboolean         stale;    /* records have changed since it was read */
} Tab;

typedef struct {
  GtkWidget *stack;
  GArray    *tabs;    /* of Tab */
  guint      at;
  char      *search;  /* of the page; a register learns of it when it is shown */
} QuanTabbedPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (QuanTabbedPage, quan_tabbed_page, QUAN_TYPE_PAGE)

enum { PROP_TAB = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static Tab *
tab_at (QuanTabbedPagePrivate *priv, guint i)
{
  return &g_array_index (priv->tabs, Tab, i);
}

static void
tab_clear (gpointer data)
{
  g_ptr_array_unref (((Tab *) data)->buttons);
}

/* Reads what is shown, if it has not been read since the last change, and lets it hold what is searched for. */
static void
refresh (QuanTabbedPage *self)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (self);
  QuanOffice *office = quan_page_get_office (QUAN_PAGE (self));
  Tab *tab = tab_at (priv, priv->at);

  quan_register_search (tab->shown, priv->search);
  if (!tab->stale || office == NULL || !quan_office_is_open (office))
    return;
  tab->stale = FALSE;
  quan_register_load (tab->shown, office);
}

static void
load_page (QuanPage *page)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (QUAN_TABBED_PAGE (page));

  for (guint i = 0; i < priv->tabs->len; i++)
    tab_at (priv, i)->stale = TRUE;
  refresh (QUAN_TABBED_PAGE (page));
}

static void
search_page (QuanPage *page, const char *text)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (QUAN_TABBED_PAGE (page));
  char *wanted = g_strdup (text);

  g_free (priv->search);
  priv->search = wanted;
  quan_register_search (tab_at (priv, priv->at)->shown, wanted);
}

/* Which button of a tab's bar has the focus; -1 if none has. */
static int
focused_button (const Tab *tab)
{
  for (guint i = 0; i < tab->buttons->len; i++)
    if (gtk_widget_is_focus (tab->buttons->pdata[i]))
      return (int) i;
  return -1;
}

static void
show_tab (QuanTabbedPage *self, guint at)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (self);
  int focused = focused_button (tab_at (priv, priv->at));

  priv->at = at;
  gtk_stack_set_visible_child (GTK_STACK (priv->stack), GTK_WIDGET (tab_at (priv, at)->shown));
  /* The focus stays on the button, which every bar has. */
  if (focused >= 0)
    gtk_widget_grab_focus (tab_at (priv, at)->buttons->pdata[at]);
  refresh (self);
}

void
quan_tabbed_page_show (QuanTabbedPage *self, const char *id)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (self);

  g_return_if_fail (QUAN_IS_TABBED_PAGE (self) && id != NULL);

  for (guint i = 0; i < priv->tabs->len; i++)
    if (i != priv->at && g_str_equal (tab_at (priv, i)->table->id, id)) {
      show_tab (self, i);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAB]);
      return;
    }
}

QuanRegister *
quan_tabbed_page_shown (QuanTabbedPage *self)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (self);

  g_return_val_if_fail (QUAN_IS_TABBED_PAGE (self), NULL);
  return tab_at (priv, priv->at)->shown;
}

static GtkWidget *
button_new (const QuanTable *table)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_(table->title));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tabs.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", table->id);
  return button;
}

static GtkWidget *
buttons_new (const QuanTable *const *tables, GPtrArray *buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int i = 0; tables[i] != NULL; i++) {
    g_ptr_array_add (buttons, button_new (tables[i]));
    gtk_box_append (GTK_BOX (box), buttons->pdata[i]);
  }
  return box;
}

void
quan_tabbed_page_set_tables (QuanTabbedPage *self, const QuanTable *const *tables)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (self);

  g_return_if_fail (QUAN_IS_TABBED_PAGE (self) && priv->tabs->len == 0);

  for (int i = 0; tables[i] != NULL; i++) {
    Tab tab = { tables[i], QUAN_REGISTER (quan_register_new (tables[i])), g_ptr_array_new (), TRUE };

    quan_register_set_title (tab.shown, buttons_new (tables, tab.buttons));
    gtk_stack_add_named (GTK_STACK (priv->stack), GTK_WIDGET (tab.shown), tables[i]->id);
    g_array_append_val (priv->tabs, tab);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAB]);
}

static void
quan_tabbed_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (QUAN_TABBED_PAGE (object));

  if (id == PROP_TAB)
    g_value_set_string (value, priv->tabs->len > 0 ? tab_at (priv, priv->at)->table->id : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_tabbed_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TAB)
    quan_tabbed_page_show (QUAN_TABBED_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_tabbed_page_finalize (GObject *object)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (QUAN_TABBED_PAGE (object));

  g_array_unref (priv->tabs);
  g_free (priv->search);
  G_OBJECT_CLASS (quan_tabbed_page_parent_class)->finalize (object);
}

static void
quan_tabbed_page_class_init (QuanTabbedPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QuanPageClass *page_class = QUAN_PAGE_CLASS (klass);

  object_class->get_property = quan_tabbed_page_get_property;
  object_class->set_property = quan_tabbed_page_set_property;
  object_class->finalize = quan_tabbed_page_finalize;
  page_class->load = load_page;
  page_class->search = search_page;
  props[PROP_TAB] = g_param_spec_string ("tab", NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), "tabs.show", "tab");
}

static void
quan_tabbed_page_init (QuanTabbedPage *self)
{
  QuanTabbedPagePrivate *priv = quan_tabbed_page_get_instance_private (self);

  priv->search = g_strdup ("");
  priv->tabs = g_array_new (FALSE, FALSE, sizeof (Tab));
  g_array_set_clear_func (priv->tabs, tab_clear);
  priv->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_widget_set_hexpand (priv->stack, TRUE);
  gtk_box_append (GTK_BOX (self), priv->stack);
}
