#include "ui/registers/rows-model.h"

/* As many rows as a list view keeps widgets for, and how many of them are made in one frame. */
#define TRACKED 208
#define STEP 8
#define FRAME_MS 16

struct _QuanRowPlace {
  GObject        parent_instance;
  QuanRowsModel *model;     /* NULL once that is gone */
  guint          position;
};

struct _QuanRowsModel {
  GObject     parent_instance;
  QuanRowSet *set;
  guint      *order;
  guint       n;       /* rows */
  guint       shown;   /* places: the same once the list has grown or shrunk */
  guint       stepping;
  GHashTable *places;  /* position → the place that is in use, not owned */
};

static guint changed;

G_DEFINE_FINAL_TYPE (QuanRowPlace, quan_row_place, G_TYPE_OBJECT)

static GType
get_item_type (GListModel *list)
{
  return QUAN_TYPE_ROW_PLACE;
}

static guint
get_n_items (GListModel *list)
{
  return QUAN_ROWS_MODEL (list)->shown;
}

static gpointer
get_item (GListModel *list, guint position)
{
  QuanRowsModel *self = QUAN_ROWS_MODEL (list);
  QuanRowPlace *place;

  if (position >= self->shown)
    return NULL;
  place = g_hash_table_lookup (self->places, GUINT_TO_POINTER (position));
  if (place != NULL)
    return g_object_ref (place);
  place = g_object_new (QUAN_TYPE_ROW_PLACE, NULL);
  place->model = self;
  place->position = position;
  g_hash_table_insert (self->places, GUINT_TO_POINTER (position), place);
  return place;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QuanRowsModel, quan_rows_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

gconstpointer
quan_row_place_row (QuanRowPlace *place)
{
  return place->model != NULL ? quan_rows_model_row (place->model, place->position) : NULL;
}

guint
quan_row_place_position (QuanRowPlace *place)
{
  return place->position;
}

static void
quan_row_place_finalize (GObject *object)
{
  QuanRowPlace *place = QUAN_ROW_PLACE (object);

  if (place->model != NULL)
    g_hash_table_remove (place->model->places, GUINT_TO_POINTER (place->position));
  G_OBJECT_CLASS (quan_row_place_parent_class)->finalize (object);
}

static void
quan_row_place_class_init (QuanRowPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_row_place_finalize;
  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quan_row_place_init (QuanRowPlace *place)
{
}

/* Makes the list so long. */
static void
resize (QuanRowsModel *self, guint n)
{
  guint before = self->shown, kept = MIN (before, n);

  self->shown = n;
  if (n != before)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, n - kept);
}

/* The next length on the way to the right one: past what is tracked all at once. */
static guint
next_length (const QuanRowsModel *self)
{
  if (self->shown < self->n)
    return self->shown >= TRACKED || self->n <= self->shown + STEP ? self->n : self->shown + STEP;
  if (self->shown > TRACKED && self->n < TRACKED)
    return TRACKED;
  return self->shown > self->n + STEP && self->shown <= TRACKED ? self->shown - STEP : self->n;
}

static gboolean
step_cb (gpointer data)
{
  QuanRowsModel *self = data;

  resize (self, next_length (self));
  if (self->shown != self->n)
    return G_SOURCE_CONTINUE;
  self->stepping = 0;
  return G_SOURCE_REMOVE;
}

/* Tells the places that are in use. A handler may let go of a place, so they are held meanwhile. */
static void
tell_places (QuanRowsModel *self)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_ptr_array_add (places, g_object_ref (place));
  for (guint i = 0; i < places->len; i++)
    g_signal_emit (places->pdata[i], changed, 0);
}

void
quan_rows_model_set (QuanRowsModel *self, QuanRowSet *set, guint *order, guint n)
{
  g_autoptr (QuanRowSet) old = g_steal_pointer (&self->set);

  g_return_if_fail (QUAN_IS_ROWS_MODEL (self));

  g_free (self->order);
  self->set = quan_row_set_ref (set);
  self->order = order;
  self->n = n;
  tell_places (self);
  /* Several sets may come between two frames: a list that is on its way does not take a step for each. */
  if (self->stepping != 0)
    return;
  resize (self, next_length (self));
  if (self->shown != n)
    self->stepping = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FRAME_MS, step_cb, self, NULL);
}

guint
quan_rows_model_length (QuanRowsModel *self)
{
  g_return_val_if_fail (QUAN_IS_ROWS_MODEL (self), 0);
  return self->n;
}

gconstpointer
quan_rows_model_row (QuanRowsModel *self, guint position)
{
  g_return_val_if_fail (QUAN_IS_ROWS_MODEL (self), NULL);
  return position < self->n ? quan_row_set_row (self->set, self->order[position]) : NULL;
}

static void
quan_rows_model_finalize (GObject *object)
{
  QuanRowsModel *self = QUAN_ROWS_MODEL (object);
  GHashTableIter iter;
  gpointer place;

  g_clear_handle_id (&self->stepping, g_source_remove);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    QUAN_ROW_PLACE (place)->model = NULL;
  g_hash_table_unref (self->places);
  g_clear_pointer (&self->set, quan_row_set_unref);
  g_free (self->order);
  G_OBJECT_CLASS (quan_rows_model_parent_class)->finalize (object);
}

static void
quan_rows_model_class_init (QuanRowsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_rows_model_finalize;
}

static void
quan_rows_model_init (QuanRowsModel *self)
{
  self->places = g_hash_table_new (NULL, NULL);
}

QuanRowsModel *
quan_rows_model_new (void)
{
  return g_object_new (QUAN_TYPE_ROWS_MODEL, NULL);
}
