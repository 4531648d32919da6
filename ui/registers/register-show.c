/* Which rows a register shows, and what stands around them. */
#include "ui/registers/register-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/registers/header-titles.h"

/* As long as the first batch: a register that has no second one is shown when it is sorted. */
#define FIRST_BATCH 100

static const char *
filter_value (QuanRegister *self, guint i)
{
  GObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->filters[i]));
  gboolean all = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filters[i])) == 0;

  return item != NULL && !all ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

static gboolean
is_narrowed (QuanRegister *self)
{
  gboolean narrowed = *self->search != '\0';

  for (guint i = 0; i < self->table->n_filters; i++)
    narrowed = narrowed || filter_value (self, i) != NULL;
  return narrowed;
}

/* Whether a drop-down offers these values after its first entry. */
static gboolean
offers (GListModel *model, const GPtrArray *values)
{
  if (g_list_model_get_n_items (model) != values->len + 1)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i + 1), values->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Offers the values there are; the one chosen stays so, though no row has it any more. */
static void
fill_filter (QuanRegister *self, guint i, const GPtrArray *values)
{
  GtkDropDown *filter = GTK_DROP_DOWN (self->filters[i]);
  g_autofree char *chosen = g_strdup (filter_value (self, i));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  if (offers (gtk_drop_down_get_model (filter), values))
    return;
  gtk_string_list_append (list, _(self->table->filters[i].all));
  for (guint j = 0; j < values->len; j++) {
    gtk_string_list_append (list, values->pdata[j]);
    if (g_strcmp0 (values->pdata[j], chosen) == 0)
      selected = j + 1;
  }
  if (chosen != NULL && selected == 0) {
    gtk_string_list_append (list, chosen);
    selected = values->len + 1;
  }
  gtk_drop_down_set_model (filter, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (filter, selected);
}

static void
show_count (QuanRegister *self)
{
  g_autofree char *count = self->table->count (quan_rows_model_length (self->model));

  gtk_label_set_text (GTK_LABEL (self->count), count);
}

static void
show_page (QuanRegister *self)
{
  guint all = self->set != NULL ? quan_row_set_length (self->set) : 0;
  g_autofree char *sentence = *self->search != '\0' ? g_strdup_printf (_("Nothing holds “%s”"), self->search)
                                                    : g_strdup (_("Nothing fits these filters"));
  const char *page = "table";

  if (quan_rows_model_length (self->model) == 0)
    page = all > 0 && is_narrowed (self) ? "nothing" : "empty";
  gtk_label_set_text (GTK_LABEL (self->nothing), sentence);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

/* The places of the rows that were selected, in a new order of the same rows. */
static GtkBitset *
selected_in (QuanRegister *self, const QuanArrangement *arrangement)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  GtkBitset *places = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint position;

  if (self->set != arrangement->set || gtk_bitset_is_empty (selected))
    return places;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (rows, (gpointer) quan_rows_model_row (self->model, position));
  for (guint i = 0; i < arrangement->n; i++)
    if (g_hash_table_contains (rows, quan_row_set_row (arrangement->set, arrangement->order[i])))
      gtk_bitset_add (places, i);
  return places;
}

static void
select_places (QuanRegister *self, GtkBitset *places)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  gtk_bitset_intersect (places, all);
  gtk_selection_model_set_selection (self->selection, places, all);
}

static void
show_arrangement (QuanRegister *self, QuanArrangement *arrangement)
{
  g_autoptr (GtkBitset) places = selected_in (self, arrangement);

  self->filling = TRUE;
  for (guint i = 0; i < self->table->n_filters; i++)
    fill_filter (self, i, arrangement->choices[i]);
  self->filling = FALSE;
  quan_footer_show (QUAN_FOOTER (self->footer), arrangement);
  quan_rows_model_set (self->model, arrangement->set, g_steal_pointer (&arrangement->order), arrangement->n);
  select_places (self, places);
  if (self->to_top)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  self->to_top = FALSE;
  show_count (self);
  show_page (self);
}

static void
weak_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (QuanRegister) self = g_weak_ref_get (weak);
  g_autoptr (QuanArrangement) arrangement = quan_arrange_finish (result);

  weak_free (weak);
  if (self == NULL || arrangement == NULL)
    return;
  g_clear_object (&self->arranging);
  show_arrangement (self, arrangement);
  if (self->again)
    quan_register_arrange (self);
}

void
quan_register_arrange (QuanRegister *self)
{
  QuanWish wish = { .search = self->search, .column = self->table->sort_column, .descending = self->table->descending };
  GWeakRef *weak;

  if (self->set == NULL)
    return;
  for (guint i = 0; i < self->table->n_filters; i++)
    wish.values[i] = (char *) filter_value (self, i);
  quan_header_sorting (self->view, &wish.column, &wish.descending);
  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  self->arranging = g_cancellable_new ();
  self->again = FALSE;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  quan_arrange (self->table, self->set, &wish, self->arranging, arranged_cb, weak);
}

/* Shows the rows that are there in the order in which they came. */
static void
show_as_they_come (QuanRegister *self)
{
  guint n = quan_row_set_length (self->set), *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  quan_rows_model_set (self->model, self->set, order, n);
  show_count (self);
  show_page (self);
}

void
quan_register_show_more (QuanRegister *self)
{
  gboolean more = quan_rows_model_length (self->model) > 0 || quan_row_set_length (self->set) > FIRST_BATCH;

  if (is_narrowed (self)) {
    self->again = TRUE;
    if (self->arranging == NULL)
      quan_register_arrange (self);
  } else if (more) {
    show_as_they_come (self);
  }
}
