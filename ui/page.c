#include "ui/page.h"

typedef struct {
  QuanOffice *office;
  gboolean    stale;   /* something changed while the page was hidden */
} QuanPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QuanPage, quan_page, GTK_TYPE_BOX)

enum { PROP_OFFICE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
load (QuanPage *self)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (self);

  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) || !quan_office_is_open (priv->office);
  if (!priv->stale && QUAN_PAGE_GET_CLASS (self)->load != NULL)
    QUAN_PAGE_GET_CLASS (self)->load (self);
}

QuanOffice *
quan_page_get_office (QuanPage *self)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (self);

  g_return_val_if_fail (QUAN_IS_PAGE (self), NULL);
  return priv->office;
}

gboolean
quan_page_can_search (QuanPage *self)
{
  g_return_val_if_fail (QUAN_IS_PAGE (self), FALSE);
  return QUAN_PAGE_GET_CLASS (self)->search != NULL;
}

void
quan_page_search (QuanPage *self, const char *text)
{
  g_return_if_fail (QUAN_IS_PAGE (self) && text != NULL);

  if (quan_page_can_search (self))
    QUAN_PAGE_GET_CLASS (self)->search (self, text);
}

static void
quan_page_map (GtkWidget *widget)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (QUAN_PAGE (widget));

  GTK_WIDGET_CLASS (quan_page_parent_class)->map (widget);
  if (priv->stale)
    load (QUAN_PAGE (widget));
}

static void
quan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (QUAN_PAGE (object));

  if (id == PROP_OFFICE)
    g_value_set_object (value, priv->office);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (QUAN_PAGE (object));

  if (id != PROP_OFFICE) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  if (g_set_object (&priv->office, g_value_get_object (value)) && priv->office != NULL)
    g_signal_connect_object (priv->office, "changed", G_CALLBACK (load), object, G_CONNECT_SWAPPED);
}

static void
quan_page_dispose (GObject *object)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (QUAN_PAGE (object));

  g_clear_object (&priv->office);
  G_OBJECT_CLASS (quan_page_parent_class)->dispose (object);
}

static void
quan_page_class_init (QuanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quan_page_get_property;
  object_class->set_property = quan_page_set_property;
  object_class->dispose = quan_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = quan_page_map;
  props[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, QUAN_TYPE_OFFICE,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
quan_page_init (QuanPage *self)
{
  QuanPagePrivate *priv = quan_page_get_instance_private (self);

  priv->stale = TRUE;
}
