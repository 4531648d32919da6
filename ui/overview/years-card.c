#include "ui/overview/years-card.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/overview/card.h"
#include "ui/quota-track.h"

struct _QuanYearsCard {
  GtkBox     parent_instance;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (QuanYearsCard, quan_years_card, GTK_TYPE_BOX)

static const struct {
  QuanLedgerKind ledger;
  const char    *name;
} ledgers[] = { { QUAN_LEDGER_CLAIMS, N_ ("Claims") }, { QUAN_LEDGER_REDEMPTIONS, N_ ("Redemptions") } };

static void
attach_ledger (GtkGrid *grid, int row, const QuanView *view, QuanLedgerKind ledger, const QuanYear *year)
{
  GtkWidget *bar = quan_quota_bar_new (TRUE), *used;
  QuanQuotaSegments segments;
  g_autofree char *figure = quan_figure (quan_quota_used (view, ledger, year));

  quan_quota_segments_of_year (&segments, view, ledger, year);
  quan_quota_bar_set (QUAN_QUOTA_BAR (bar), &segments);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  used = quan_text_new (figure, "num small");
  gtk_label_set_xalign (GTK_LABEL (used), 1);
  gtk_label_set_wrap (GTK_LABEL (used), FALSE);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, used, 2, row, 1, 1);
}

static GtkWidget *
year_new (const QuanView *view, const QuanYear *year)
{
  GtkWidget *grid = gtk_grid_new (), *label;
  g_autofree char *number = g_strdup_printf ("%d", year->year);

  label = quan_text_new (number, "num strong");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "card-row");
  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, G_N_ELEMENTS (ledgers));
  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++)
    attach_ledger (GTK_GRID (grid), (int) i, view, ledgers[i].ledger, year);
  return grid;
}

void
quan_years_card_show (QuanYearsCard *self, const QuanOverview *overview, int year)
{
  g_return_if_fail (QUAN_IS_YEARS_CARD (self) && overview != NULL);

  quan_box_empty (GTK_BOX (self->rows));
  for (guint i = overview->years->len; i-- > 0;) {
    const QuanYear *one = &g_array_index (overview->years, QuanYear, i);

    if (one->year < year)
      gtk_box_append (GTK_BOX (self->rows), year_new (&overview->view, one));
  }
  if (gtk_widget_get_first_child (self->rows) == NULL)
    gtk_box_append (GTK_BOX (self->rows),
                    quan_card_empty_new (_("No earlier year has records. Import a workspace to see the years before."),
                                         _("Import a workspace…"), "win.import"));
}

static void
quan_years_card_class_init (QuanYearsCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quan_years_card_init (QuanYearsCard *self)
{
  GtkWidget *head = quan_card_init (GTK_BOX (self), _("Earlier years"));

  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++) {
    gtk_box_append (GTK_BOX (head), quan_quota_swatch_new (QUAN_QUOTA_SETTLED, ledgers[i].ledger));
    gtk_box_append (GTK_BOX (head), quan_text_new (_(ledgers[i].name), "dim small"));
  }
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->rows);
}

GtkWidget *
quan_years_card_new (void)
{
  return g_object_new (QUAN_TYPE_YEARS_CARD, NULL);
}
