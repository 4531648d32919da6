#include "ui/wizard/lines-table-private.h"

#include <glib/gi18n-lib.h>

#include "core/engine/award.h"
#include "ui/accessible.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/line-kind.h"
#include "ui/wizard/line-period.h"

void
quan_lines_table_show_fen (GtkWidget *label, QuanFen fen)
{
  char money[QUAN_MONEY_BUF];

  gtk_label_set_text (GTK_LABEL (label), fen == QUAN_FEN_NONE ? "—" : quan_money_grouped (fen, money));
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* Shows a text in an empty cell, in grey. */
static void
propose (GtkWidget *cell, const char *text)
{
  GtkWidget *control = gtk_widget_get_first_child (cell);

  if (GTK_IS_ENTRY (control))
    gtk_entry_set_placeholder_text (GTK_ENTRY (control), text);
}

/* Fields that nobody sees, so that the page knows a line's kind and period among what is to be corrected. */
static void
list_unseen (QuanLinesTable *self, QuanLineRow *row, guint index, const QuanPrepared *prepared)
{
  const struct {
    const char *key, *name;
  } facts[] = { { "kind", _("Kind") }, { "starts", _("First day") }, { "ends", _("Last day") } };

  if (row->unseen != NULL)
    return;
  row->unseen = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", index, facts[i].key);
    g_autofree char *name = g_strdup_printf (_("%s, line %u"), facts[i].name, index + 1);
    GtkWidget *field = g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", name, "path", path, NULL);

    gtk_box_append (GTK_BOX (row->unseen), field);
    quan_form_field_show (QUAN_FORM_FIELD (field), prepared);
  }
  gtk_widget_set_visible (row->unseen, FALSE);
  gtk_grid_attach (GTK_GRID (self->grid), row->unseen, QUAN_LINE_COLUMN_PERIOD, index + 1, 1, 1);
}

/* What a row shows beside its fields. */
typedef struct {
  const QuanLine         *line;    /* NULL in the empty row of a contract without lines */
  const QuanEntryProblem *kind;    /* why the kind was not taken */
  QuanFen                 part, proposal;
  char                   *period;
  gboolean                own, wrong;  /* the period is the line's own, is to be corrected */
} RowState;

static RowState
row_state (const QuanPrepared *prepared, guint index)
{
  g_autofree char *kind = g_strdup_printf ("contract.lines[%u].kind", index);
  RowState state = { .kind = quan_prepared_problem (prepared, kind), .part = QUAN_FEN_NONE };

  if (index < quan_lines_table_n_lines (prepared))
    state.line = prepared->contract->lines->pdata[index];
  if (state.line != NULL)
    state.part = quan_line_part (&prepared->view, prepared->contract, state.line).part;
  state.proposal = quan_lines_proposal (prepared, index);
  state.period = quan_line_period_text (prepared, index, &state.own, &state.wrong);
  return state;
}

/* The state in one text, to be compared. Free with g_free. */
static char *
row_state_text (const RowState *state, const QuanPrepared *prepared)
{
  const QuanLine *line = state->line;

  return g_strdup_printf ("%d %d %d %d %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n%s\n%s\n%s", prepared->locked,
                          line != NULL, line != NULL ? line->kind : 0,
                          line != NULL && quan_line_counts (&prepared->view, line), state->own, state->wrong, state->part,
                          state->proposal, state->period, line != NULL && line->item != NULL ? line->item : "",
                          state->kind != NULL ? state->kind->text : "");
}

static void
show_period (QuanLineRow *row, const RowState *state, guint index)
{
  g_autofree char *name = g_strdup_printf (_("Period of line %u: %s"), index + 1, state->period);

  gtk_button_set_label (GTK_BUTTON (row->period), state->period);
  quan_set_name (row->period, name);
  set_class (row->period, "own", state->own);
  set_class (row->period, "fail", state->wrong);
}

void
quan_lines_table_show_row (QuanLinesTable *self, const QuanPrepared *prepared, guint index)
{
  QuanLineRow *row = &g_array_index (self->rows, QuanLineRow, index);
  RowState state = row_state (prepared, index);
  g_autofree char *period = state.period, *text = row_state_text (&state, prepared);
  char money[QUAN_MONEY_BUF];

  if (g_strcmp0 (text, row->shown) == 0)
    return;
  g_free (row->shown);
  row->shown = g_steal_pointer (&text);
  show_period (row, &state, index);
  quan_lines_table_show_fen (row->part, state.part);
  gtk_widget_set_tooltip_text (row->cells[QUAN_LINE_CELL_ITEM], state.line != NULL ? state.line->item : NULL);
  propose (row->cells[QUAN_LINE_CELL_AMOUNT],
           state.proposal == QUAN_FEN_NONE ? "" : quan_money_grouped (state.proposal, money));
  if (quan_line_kind_show (GTK_BUTTON (row->cells[QUAN_LINE_CELL_KIND]), prepared, index) || state.wrong)
    list_unseen (self, row, index, prepared);
  gtk_widget_set_sensitive (row->cells[QUAN_LINE_CELL_KIND], !prepared->locked);
  gtk_widget_set_sensitive (row->remove, state.line != NULL && !prepared->locked);
}
