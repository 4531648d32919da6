#include "ui/overview/overview-page.h"

#include "ui/chip.h"

struct _QuanOverviewPage {
  GtkBox     parent_instance;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (QuanOverviewPage, quan_overview_page, GTK_TYPE_BOX)

void
quan_overview_page_show (QuanOverviewPage *self, const QuanOverview *overview)
{
  g_return_if_fail (QUAN_IS_OVERVIEW_PAGE (self));

  quan_box_empty (GTK_BOX (self->content));
  for (guint i = 0; overview != NULL && i < overview->agenda->len; i++)
    gtk_box_append (GTK_BOX (self->content),
                    quan_text_new (g_array_index (overview->agenda, QuanAgendaItem, i).what, "strong"));
}

static void
quan_overview_page_class_init (QuanOverviewPageClass *klass)
{
}

static void
quan_overview_page_init (QuanOverviewPage *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (self), self->content);
}
