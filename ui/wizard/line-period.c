#include "ui/wizard/line-period.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/form-field.h"
#include "ui/wizard/line-popover.h"

#define FIELD_WIDTH 220

struct _QuanLinePeriod {
  GtkPopover parent_instance;
  GtkWidget *starts, *ends;
};

G_DEFINE_FINAL_TYPE (QuanLinePeriod, quan_line_period, GTK_TYPE_POPOVER)

/* "25-07-01" of a day; an em dash where there is none. */
static const char *
short_date (QuanDate date, char buf[QUAN_DATE_BUF])
{
  return date == QUAN_DATE_NONE ? "—" : quan_date_iso (date, buf) + 2;
}

static const char *
problem_of (const QuanPrepared *prepared, guint row, const char *key)
{
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", row, key);
  const QuanEntryProblem *problem = quan_prepared_problem (prepared, path);

  return problem != NULL ? problem->text : NULL;
}

char *
quan_line_period_text (const QuanPrepared *prepared, guint row, gboolean *own, gboolean *wrong)
{
  const QuanContract *contract = prepared->contract;
  const QuanLine *line = contract->lines != NULL && row < contract->lines->len ? contract->lines->pdata[row] : NULL;
  const char *bad_start = problem_of (prepared, row, "starts"), *bad_end = problem_of (prepared, row, "ends");
  QuanDate starts = contract->starts, ends = contract->ends;
  char from[QUAN_DATE_BUF], until[QUAN_DATE_BUF];

  *wrong = bad_start != NULL || bad_end != NULL;
  *own = line != NULL && (line->starts != QUAN_DATE_NONE || line->ends != QUAN_DATE_NONE);
  if (line != NULL && line->starts != QUAN_DATE_NONE)
    starts = line->starts;
  if (line != NULL && line->ends != QUAN_DATE_NONE)
    ends = line->ends;
  if (starts == QUAN_DATE_NONE && ends == QUAN_DATE_NONE && !*wrong)
    return g_strdup ("—");
  /* Translators: a period, from the first day to the last, both short */
  return g_strdup_printf (_("%s – %s"), bad_start != NULL ? bad_start : short_date (starts, from),
                          bad_end != NULL ? bad_end : short_date (ends, until));
}

static void
point (GtkWidget *field, guint row, const char *key, const QuanPrepared *prepared)
{
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", row, key);

  quan_form_field_commit (QUAN_FORM_FIELD (field));
  quan_form_field_set_path (QUAN_FORM_FIELD (field), path);
  quan_form_field_show (QUAN_FORM_FIELD (field), prepared);
}

void
quan_line_period_open (QuanLinePeriod *self, GtkWidget *beside, guint row, const char *key,
                       const QuanPrepared *prepared)
{
  g_return_if_fail (QUAN_IS_LINE_PERIOD (self) && prepared != NULL);

  point (self->starts, row, "starts", prepared);
  point (self->ends, row, "ends", prepared);
  quan_line_popover_open (GTK_POPOVER (self), beside);
  gtk_widget_grab_focus (g_str_equal (key, "ends") ? self->ends : self->starts);
}

/* What was typed counts when the popover is left, however it is left. */
static void
on_closed (QuanLinePeriod *self, gpointer data)
{
  quan_form_field_commit (QUAN_FORM_FIELD (self->starts));
  quan_form_field_commit (QUAN_FORM_FIELD (self->ends));
}

static void
quan_line_period_class_init (QuanLinePeriodClass *klass)
{
}

static void
quan_line_period_init (QuanLinePeriod *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->starts = quan_form_field_new ("contract.lines[0].starts", _("_First day"), _("Blank: the contract's"));
  self->ends = quan_form_field_new ("contract.lines[0].ends", _("_Last day"), _("Blank: the contract's"));
  gtk_widget_set_size_request (self->starts, FIELD_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->starts);
  gtk_box_append (GTK_BOX (box), self->ends);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

GtkWidget *
quan_line_period_new (void)
{
  return g_object_new (QUAN_TYPE_LINE_PERIOD, NULL);
}
