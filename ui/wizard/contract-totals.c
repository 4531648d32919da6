#include "ui/wizard/contract-totals.h"

#include <glib/gi18n-lib.h>

#include "core/base/capitals.h"
#include "ui/entries/figures.h"
#include "ui/entries/form-grid.h"

#define KIND_EM 7
#define COLUMNS 8
#define TOTAL_SPAN 2

struct _QuanContractTotals {
  GtkWidget  parent_instance;
  GtkWidget *grid;
  GtkWidget *kinds[QUAN_LINE_BUNDLED + 1];    /* a box a kind; 0 is not used */
  GtkWidget *figures[QUAN_LINE_BUNDLED + 1];
  GtkWidget *total, *capitals;
};

G_DEFINE_FINAL_TYPE (QuanContractTotals, quan_contract_totals, GTK_TYPE_WIDGET)

static void
show_fen (GtkWidget *label, QuanFen fen)
{
  g_autofree char *figure = quan_figure (fen);

  gtk_label_set_text (GTK_LABEL (label), figure);
}

/* A kind of which there is no line counts 0.00, but a bundled price is shown only where there is one. */
void
quan_contract_totals_show (QuanContractTotals *self, const QuanPrepared *prepared)
{
  g_autofree char *capitals = NULL;

  g_return_if_fail (QUAN_IS_CONTRACT_TOTALS (self) && prepared != NULL);

  for (int kind = QUAN_LINE_COMPUTE; kind <= QUAN_LINE_BUNDLED; kind++)
    show_fen (self->figures[kind], prepared->totals[kind]);
  gtk_widget_set_visible (self->kinds[QUAN_LINE_BUNDLED], prepared->totals[QUAN_LINE_BUNDLED] != 0);
  show_fen (self->total, prepared->total);
  capitals = prepared->total != QUAN_FEN_NONE ? quan_capitals (prepared->total) : NULL;
  gtk_label_set_text (GTK_LABEL (self->capitals),
                      capitals != NULL ? capitals : _("Known once every line has an amount"));
}

static GtkWidget *
label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
pair_new (GtkWidget *name, GtkWidget *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  return box;
}

static GtkWidget *
total_new (QuanContractTotals *self)
{
  GtkWidget *box = pair_new (label_new (_("Contract total (yuan)"), "dim"), self->total);

  gtk_label_set_wrap (GTK_LABEL (self->capitals), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->capitals), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->capitals), 24);
  gtk_widget_add_css_class (self->capitals, "dim");
  gtk_box_append (GTK_BOX (box), self->capitals);
  gtk_widget_add_css_class (box, "contract-total");
  return box;
}

static void
quan_contract_totals_dispose (GObject *object)
{
  g_clear_pointer (&QUAN_CONTRACT_TOTALS (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_contract_totals_parent_class)->dispose (object);
}

static void
quan_contract_totals_class_init (QuanContractTotalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_contract_totals_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quan_contract_totals_init (QuanContractTotals *self)
{
  QuanLanguage language = quan_language_of_locale ();

  self->grid = quan_form_grid_new (KIND_EM, COLUMNS);
  self->total = label_new (NULL, "figure");
  self->capitals = label_new (NULL, "small");
  for (int kind = QUAN_LINE_COMPUTE; kind <= QUAN_LINE_BUNDLED; kind++) {
    const char *name = quan_term_name (quan_vocabulary_term (&quan_line_kinds, kind), language);
    GtkWidget *label = label_new (name, "dim");

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (label, "small");
    self->figures[kind] = label_new (NULL, "num");
    gtk_widget_add_css_class (self->figures[kind], "strong");
    self->kinds[kind] = pair_new (label, self->figures[kind]);
    quan_form_grid_append (QUAN_FORM_GRID (self->grid), self->kinds[kind], 1);
  }
  gtk_widget_add_css_class (self->figures[QUAN_LINE_COMPUTE], "accent");
  quan_form_grid_append (QUAN_FORM_GRID (self->grid), total_new (self), TOTAL_SPAN);
  gtk_widget_add_css_class (self->grid, "card");
  gtk_widget_add_css_class (self->grid, "form-card");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}
