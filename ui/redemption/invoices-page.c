#include "ui/redemption/invoices-page.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/redemption/filing-rows.h"
#include "ui/redemption/page-parts.h"
#include "ui/wizard/explanations.h"

struct _QuanFilingInvoicesPage {
  QuanWizardPage parent_instance;
  QuanPageHead   head;
  GListStore    *rows;
  GtkWidget     *view, *stack, *redeemed;
};

G_DEFINE_FINAL_TYPE (QuanFilingInvoicesPage, quan_filing_invoices_page, QUAN_TYPE_WIZARD_PAGE)

/* What a step to the right is wide. */
#define INDENT 18

static const char *
title (QuanWizardPage *page)
{
  return _("Deliveries and invoices");
}

/* How many invoices have a place. */
static guint
count_places (const QuanRoundFiling *filing, QuanPlace wanted)
{
  guint n = 0;

  for (guint i = 0; i < filing->filing->places->len; i++)
    n += g_array_index (filing->filing->places, QuanInvoicePlace, i).place == wanted;
  return n;
}

static QuanStepState
judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  const QuanRoundFiling *filing = snapshot;
  QuanFen counted;
  guint n = quan_round_filing_invoices (filing, &counted), unproven = count_places (filing, QUAN_PLACE_UNPROVEN);
  guint undated = count_places (filing, QUAN_PLACE_UNDATED);

  if (undated > 0) {
    *sentence =
        g_strdup_printf (ngettext ("%u invoice without a date", "%u invoices without a date", undated), undated);
    return QUAN_STEP_UNKNOWN;
  }
  if (unproven > 0) {
    *sentence = g_strdup_printf (ngettext ("%u without a delivery", "%u without a delivery", unproven), unproven);
    return QUAN_STEP_REVIEW;
  }
  if (n == 0) {
    *sentence = g_strdup (_("No invoice for this round"));
    return QUAN_STEP_REVIEW;
  }
  *sentence = g_strdup_printf (ngettext ("%u invoice", "%u invoices", n), n);
  return QUAN_STEP_DONE;
}

static char *
headline_text (guint n, QuanFen counted)
{
  g_autofree char *figure = quan_figure (counted);

  if (n == 0)
    return g_strdup (_("No invoice counts in this round"));
  return g_strdup_printf (
      ngettext ("%u invoice counts in this round: %s yuan", "%u invoices count in this round: %s yuan", n), n, figure);
}

/* Where the others are: "2 later · 1 without a delivery"; NULL where there are none. To free. */
static char *
others_text (const QuanRoundFiling *filing)
{
  GString *text = g_string_new (NULL);

  for (int place = QUAN_PLACE_NOW + 1; place < QUAN_N_PLACES; place++) {
    guint n = count_places (filing, place);

    if (n > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "",
                              quan_place_name (place, quan_language_of_locale ()), n);
  }
  return g_string_free (text, text->len == 0);
}

/* The key of the selected row; NULL if none is. To free. */
static char *
selected_key (QuanFilingInvoicesPage *self)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view));
  const QuanFilingRow *row =
      selection != NULL ? gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection)) : NULL;

  return row != NULL ? g_strdup (row->key) : NULL;
}

/* Where the row of a key is now, GTK_INVALID_LIST_POSITION if it is gone. */
static guint
position_of (GListModel *rows, const char *key)
{
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (QuanFilingRow) row = g_list_model_get_item (rows, i);

    if (g_str_equal (row->key, key))
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

/* Puts the focus on a row; the list knows only this action for it. */
static void
focus_row (QuanFilingInvoicesPage *self, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (self->view);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (self->view);
}

/* The rows are new ones: what was selected stays selected, and has the focus if it had it. */
static void
show_rows (QuanFilingInvoicesPage *self, const QuanRoundFiling *filing)
{
  g_autofree char *selected = selected_key (self);
  gboolean focused = quan_has_focus (self->view);
  gboolean all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->redeemed));
  g_autoptr (GListStore) rows = g_list_store_new (QUAN_TYPE_FILING_ROW);
  g_autoptr (GtkSingleSelection) selection = NULL;
  guint left_out = quan_filing_rows_append (rows, filing, all);

  g_set_object (&self->rows, rows);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (rows)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, position_of (G_LIST_MODEL (rows), selected));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (self->redeemed, left_out > 0 || all);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (G_LIST_MODEL (rows)) > 0 ? "table" : "empty");
  if (focused)
    focus_row (self, gtk_single_selection_get_selected (selection));
}

static void
show (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanFilingInvoicesPage *self = QUAN_FILING_INVOICES_PAGE (page);
  const QuanRoundFiling *filing = snapshot;
  QuanFen counted;
  guint n = quan_round_filing_invoices (filing, &counted);
  g_autofree char *headline = headline_text (n, counted), *others = others_text (filing), *sentence = NULL;

  quan_page_head_set (&self->head, judge (page, snapshot, &sentence), headline, others);
  show_rows (self, filing);
}

static gboolean
explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  const QuanRoundFiling *filing = snapshot;

  return quan_explain_fact (filing->filing->view.pack, "redemption.invoices", path, heading, clauses, sections);
}

static char *
number_text (const QuanFilingRow *row)
{
  static const char *const formats[] = {
    [QUAN_ROW_DELIVERY] = N_ ("Delivery"), [QUAN_ROW_RED_LETTER] = N_ ("Red letter"),
  };

  return row->kind == QUAN_ROW_INVOICE ? g_strdup (row->number)
                                       : g_strdup_printf ("%s %s", _(formats[row->kind]), row->number);
}

static char *
dated_text (const QuanFilingRow *row)
{
  return g_strdup (row->dated);
}

static char *
contract_text (const QuanFilingRow *row)
{
  return g_strdup (row->contract);
}

static char *
amount_text (const QuanFilingRow *row)
{
  return quan_figure (row->amount);
}

static char *
place_text (const QuanFilingRow *row)
{
  return g_strdup (row->place);
}

static const struct {
  const char *title;
  char     *(*text) (const QuanFilingRow *row);
  gboolean    figure, marked, indented, expands;
} columns[] = {
  { N_ ("Number"), number_text, .indented = TRUE },
  { N_ ("Date or period"), dated_text },
  { N_ ("Contract"), contract_text },
  { N_ ("Counted (yuan)"), amount_text, .figure = TRUE },
  { N_ ("Where it counts"), place_text, .marked = TRUE, .expands = TRUE },
};

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *icon = gtk_image_new (), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].figure ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), columns[column].expands ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "num");
  gtk_widget_set_visible (icon, columns[column].marked);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  const QuanFilingRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *icon = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  g_autofree char *text = columns[column].text (row);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_margin_start (box, columns[column].indented ? (int) row->level * INDENT : 0);
  quan_state_class_set (label, columns[column].marked ? row->css_class : NULL);
  if (row->kind == QUAN_ROW_DELIVERY && !columns[column].marked)
    gtk_widget_add_css_class (label, "strong");
  else
    gtk_widget_remove_css_class (label, "strong");
  if (!columns[column].marked)
    return;
  gtk_widget_set_tooltip_text (box, text);
  gtk_widget_set_visible (icon, row->icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), row->icon);
  quan_state_class_set (icon, row->css_class);
}

static void
on_activate (QuanFilingInvoicesPage *self, guint position)
{
  g_autoptr (QuanFilingRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  gtk_widget_activate_action (GTK_WIDGET (self),
                              row->kind == QUAN_ROW_DELIVERY ? "win.open-delivery" : "win.open-invoice", "s", row->key);
}

static void
on_redeemed (QuanFilingInvoicesPage *self)
{
  const QuanRoundFiling *filing = quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self));

  if (filing != NULL)
    show_rows (self, filing);
}

static GtkWidget *
buttons_new (QuanFilingInvoicesPage *self)
{
  GtkWidget *flow = quan_flow_new (FALSE);

  quan_flow_append (QUAN_FLOW (flow), quan_button_new (_("New _delivery"), _("New delivery"), "win.new-delivery"));
  quan_flow_append (QUAN_FLOW (flow), quan_button_new (_("New _invoice"), _("New invoice"), "win.new-invoice"));
  quan_flow_append (QUAN_FLOW (flow), quan_button_new (_("New _payment"), _("New payment"), "win.new-payment"));
  self->redeemed = gtk_check_button_new_with_mnemonic (_("_Show what was redeemed before"));
  quan_name_by_label (self->redeemed);
  g_signal_connect_swapped (self->redeemed, "toggled", G_CALLBACK (on_redeemed), self);
  quan_flow_append (QUAN_FLOW (flow), self->redeemed);
  return flow;
}

static GtkWidget *
table_new (QuanFilingInvoicesPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = gtk_column_view_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), factory);

    g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
    g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
    gtk_column_view_column_set_expand (column, columns[i].expands);
    gtk_column_view_column_set_resizable (column, TRUE);
    gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Deliveries and invoices"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "register-instead");
  gtk_box_append (GTK_BOX (box), quan_text_new (_("Nothing here yet"), "section"));
  gtk_box_append (GTK_BOX (box),
                  quan_text_new (_("Enter what was delivered and sealed by both sides, then the invoice for "
                                    "it. Money comes only for invoices that name their delivery."),
                                 "dim"));
  return box;
}

GListModel *
quan_filing_invoices_page_rows (QuanFilingInvoicesPage *self)
{
  g_return_val_if_fail (QUAN_IS_FILING_INVOICES_PAGE (self), NULL);
  return G_LIST_MODEL (self->rows);
}

static void
quan_filing_invoices_page_dispose (GObject *object)
{
  quan_box_empty (GTK_BOX (object));
  g_clear_object (&QUAN_FILING_INVOICES_PAGE (object)->rows);
  G_OBJECT_CLASS (quan_filing_invoices_page_parent_class)->dispose (object);
}

static void
quan_filing_invoices_page_class_init (QuanFilingInvoicesPageClass *klass)
{
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_filing_invoices_page_dispose;
  page_class->title = title;
  page_class->judge = judge;
  page_class->show = show;
  page_class->explain = explain;
}

static void
quan_filing_invoices_page_init (QuanFilingInvoicesPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (content, "wizard-content");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "register");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  self->head = quan_page_head_new (content);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), table_new (self), "table");
  gtk_stack_add_named (GTK_STACK (self->stack), empty_new (), "empty");
  gtk_box_append (GTK_BOX (card), self->stack);
  gtk_box_append (GTK_BOX (content), buttons_new (self));
  gtk_box_append (GTK_BOX (content), card);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (self), content);
}
