/*
 * Packets against cairo with Pango and against libharu used plainly: the same content in the same run, medians of runs
 * that take turns. Never fails on a ratio. With arguments it is its own child: see run_as_child.
 */
#include <math.h>
#include <stdio.h>

#include <glib/gstdio.h>
#include <poppler.h>

#include "tests/bench/figures.h"

#define PREVIEW_DPI 100
#define NOTHING "nothing"

static const Maker *const makers[N_MAKERS] = {&maker_haru, &maker_cairo, &maker_cairo_bold, &maker_quan};
static const Document *const documents[] = {&document_packet, &document_ledger};

static void
keep (GBytes **place, GBytes *pdf)
{
  g_clear_pointer (place, g_bytes_unref);
  *place = pdf;
}

static void
time_maker (Figures *figures, int maker, gpointer kept)
{
  double begin = measure_now ();
  GBytes *pdf = makers[maker]->make (kept, &figures->job);

  samples_add (&figures->made[maker], measure_now () - begin);
  keep (&figures->pdf[maker], pdf);
}

/* Quan's steps, timed apart and together. */
static void
time_steps (Figures *figures, gpointer kept)
{
  double times[4];
  GBytes *pdf;
  QuanCanvas *canvas;
  QuanDrawing *drawing;

  times[0] = measure_now ();
  canvas = quan_step_lay_out (kept, figures->job.document);
  times[1] = measure_now ();
  drawing = quan_step_draw (canvas);
  times[2] = measure_now ();
  pdf = quan_step_finish (canvas, drawing);
  times[3] = measure_now ();
  quan_drawing_free (drawing);
  quan_canvas_free (canvas);
  samples_add (&figures->made[QUAN], measure_now () - times[0]);
  samples_add (&figures->laid_out, times[1] - times[0]);
  samples_add (&figures->drawn, times[2] - times[1]);
  samples_add (&figures->finished, times[3] - times[2]);
  keep (&figures->pdf[QUAN], pdf);
}

static void
measure_in_process (Figures *figures, gpointer kept[N_MAKERS], guint n_runs)
{
  for (int i = 0; i < N_MAKERS; i++)  /* a first time, not counted: fonts come into memory */
    g_bytes_unref (makers[i]->make (kept[i], &figures->job));
  for (guint run = 0; run < n_runs; run++) {
    for (int i = 0; i < QUAN; i++)
      time_maker (figures, i, kept[i]);
    time_steps (figures, kept[QUAN]);
  }
}

static void
measure_cold (Figures *figures, const char *recording, guint n_runs)
{
  for (guint run = 0; run < n_runs; run++) {
    samples_add (&figures->bare, measure_child ((const char *const[]) {NOTHING, NULL}).cpu);
    for (int i = 0; i < N_MAKERS; i++) {
      const char *const arguments[] = {makers[i]->id, figures->job.document->id, recording, NULL};
      ChildCost cost = measure_child (arguments);

      samples_add (&figures->cold[i], cost.cpu);
      samples_add (&figures->peak[i], cost.peak);
    }
  }
}

/* Opens the document and shows its first page, as a window does. */
static double
time_preview (GBytes *pdf)
{
  double begin = measure_now ();
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  PopplerPage *page = document != NULL ? poppler_document_get_page (document, 0) : NULL;
  const double scale = PREVIEW_DPI / 72.0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (QUAN_A4_WIDTH * scale),
                                                         ceil (QUAN_A4_HEIGHT * scale));
  cairo_t *cr = cairo_create (surface);

  if (page == NULL)
    g_error ("A document cannot be shown: %s", error != NULL ? error->message : "it has no pages");
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);
  return measure_now () - begin;
}

static void
measure_preview (Figures *figures, guint n_runs)
{
  for (guint run = 0; run < n_runs; run++)
    for (int i = 0; i < N_MAKERS; i++)
      samples_add (&figures->shown[i], time_preview (figures->pdf[i]));
}

static void
record (Figures *figures, const Document *document, gpointer fonts)
{
  g_autoptr (QuanCanvas) canvas = quan_step_lay_out (fonts, document);

  figures->job.document = document;
  figures->job.recording = recording_of (canvas);
  figures->n_characters = recording_n_characters (&figures->job.recording);
}

static void
clear_figures (Figures *figures)
{
  recording_clear (&figures->job.recording);
  for (int i = 0; i < N_MAKERS; i++)
    g_clear_pointer (&figures->pdf[i], g_bytes_unref);
}

/* All of a document; print says how many runs are worth their time. */
static void
measure (const Document *document, gpointer kept[N_MAKERS], const char *file, guint n_runs, guint n_cold,
         void (*print) (const Figures *))
{
  Figures figures = {0};
  gsize length;
  const char *bytes;

  record (&figures, document, kept[QUAN]);
  bytes = g_bytes_get_data (figures.job.recording.bytes, &length);
  if (!g_file_set_contents (file, bytes, length, NULL))
    g_error ("%s cannot be written", file);
  measure_in_process (&figures, kept, n_runs);
  measure_cold (&figures, file, n_cold);
  measure_preview (&figures, n_runs);
  print (&figures);
  g_remove (file);
  clear_figures (&figures);
}

/* "nothing", or MAKER DOCUMENT RECORDING: makes the document once from a cold start. */
static void
run_as_child (char **arguments)
{
  for (int i = 0; i < N_MAKERS; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (documents); j++)
      if (g_str_equal (arguments[0], makers[i]->id) && g_str_equal (arguments[1], documents[j]->id)) {
        Job job = {.document = documents[j]};
        gpointer kept = makers[i]->open ();
        GMappedFile *file = g_mapped_file_new (arguments[2], FALSE, NULL);

        if (file == NULL)
          g_error ("%s cannot be read", arguments[2]);
        job.recording = recording_read (g_mapped_file_get_bytes (file));
        g_bytes_unref (makers[i]->make (kept, &job));
      }
  measure_report_peak ();
}

static void
run_all (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quan-bench-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "recording", NULL);
  gpointer kept[N_MAKERS];

  for (int i = 0; i < N_MAKERS; i++)
    kept[i] = makers[i]->open ();
  printf ("Processor time; medians of runs that take turns. cairo, with Pango, strokes bold text as it is asked to;\n"
          "cairo b takes the emboldened fonts of fontconfig instead. Ratios: Quan against either.\n");
  measure (&document_packet, kept, file, 21, 11, figures_print_packet);
  measure (&document_ledger, kept, file, 5, 1, figures_print_ledger);
  for (int i = 0; i < N_MAKERS; i++)
    makers[i]->close (kept[i]);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 2 || argc == 4)
    run_as_child (argv + 1);
  else
    run_all ();
  return 0;
}
