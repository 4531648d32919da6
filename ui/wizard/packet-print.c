#include "ui/wizard/packet-work.h"

#include <glib/gi18n-lib.h>

/* One printing. */
typedef struct {
  QuanPdf        *pdf;
  GtkWidget      *widget;  /* NULL once it is gone */
  QuanPrintFailed func;
  gpointer        data;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_object_unref (printing->pdf);
  g_clear_weak_pointer (&printing->widget);
  g_free (printing);
}

/* Puts a page onto the paper, at its own size where that fits, else made smaller, in the middle. */
static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Printing *printing)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale, paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);

  quan_pdf_page_size (printing->pdf, number, &width, &height);
  scale = MIN (1, MIN (paper_width / width, paper_height / height));
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  quan_pdf_print (printing->pdf, number, cr);
}

static void
tell (Printing *printing, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (printing->widget == NULL || printing->func == NULL)
    return;
  sentence = g_strdup_printf (_("The packet could not be printed: %s"), error->message);
  printing->func (sentence, printing->data);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell (printing, error);
}

void
quan_packet_print (QuanPdf *pdf, GtkWidget *widget, const char *name, QuanPrintFailed func, gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  Printing *printing = g_new0 (Printing, 1);

  *printing = (Printing) { g_object_ref (pdf), NULL, func, data };
  g_set_weak_pointer (&printing->widget, widget);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) quan_pdf_n_pages (pdf));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), printing);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), printing,
                         (GClosureNotify) (void (*) (void)) printing_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
}
