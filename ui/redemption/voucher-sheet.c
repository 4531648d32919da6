#include "ui/redemption/voucher-sheet.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/redemption/page-parts.h"
#include "ui/wizard/sheet-view.h"

/* Adds a step with its figure; formula and source are taken. */
static void
add_step (GtkWidget *list, const QuanRoundFiling *filing, const QuanPreviewItem *item, const char *id,
          const char *label, QuanFen fen, const char *source, char *formula)
{
  g_autofree char *figure = quan_figure (fen), *text = formula, *sources = g_strdup (source);
  const QuanStep step = {
    .id = id, .label = label, .formula = text, .source = sources, .result = figure, .fen = fen,
    .key = g_str_equal (id, "asked"),
  };
  GtkWidget *row = quan_sheet_row_new (filing->filing->view.pack, &step);
  g_autofree char *name = g_strdup_printf ("%s:%s", item->claim->voucher, id);

  gtk_widget_set_name (row, name);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* "min (240,000.00, 1,200,000.00 × 20%)" in words. */
static char *
value_formula (const QuanPreviewItem *item)
{
  g_autofree char *approved = quan_figure (item->claim->approved), *base = quan_figure (item->base);

  return g_strdup_printf (_("approved %s, at most the share of the base %s"), approved, base);
}

static char *
entitled_formula (const QuanView *view, const QuanPreviewItem *item)
{
  g_autofree char *value = quan_figure (item->value), *base = quan_figure (item->base);
  g_autofree char *counted = quan_figure (item->eligible != QUAN_FEN_NONE && item->base != QUAN_FEN_NONE
                                            ? MIN (item->eligible, item->base) : QUAN_FEN_NONE);

  if (quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_REDEMPTION_SHARE) == QUAN_SHARE_FLAT_RATIO)
    return g_strdup_printf (_("the share of %s, at most %s"), counted, value);
  return g_strdup_printf (_("%s × %s ÷ %s, rounded down to the fen"), value, counted, base);
}

static char *
blocked_formula (const QuanPreview *preview)
{
  if (preview->moves_to != NULL)
    return g_strdup_printf (_("waits for %s, the first round of the next year"), preview->moves_to->label);
  return g_strdup (_("no later round is known: for the authority to say"));
}

static void
add_steps (GtkWidget *list, const QuanRoundFiling *filing, const QuanPreviewItem *item)
{
  const QuanPreview *preview = filing->filing->preview;
  const QuanView *view = &filing->filing->view;
  QuanFen counted = item->eligible != QUAN_FEN_NONE && item->base != QUAN_FEN_NONE ? MIN (item->eligible, item->base)
                                                                                  : item->eligible;

  add_step (list, filing, item, "value", _("Value of the voucher"), item->value, "三¶3", value_formula (item));
  add_step (
      list, filing, item, "counted", _("Invoiced so far, what counts"), counted, "四（二） A3",
      g_strdup_printf (ngettext ("%d invoice, all rounds together", "%d invoices, all rounds together", item->counted),
                       item->counted));
  add_step (list, filing, item, "entitled", _("Due so far"), item->entitled, "A8 A6", entitled_formula (view, item));
  add_step (list, filing, item, "redeemed", _("Redeemed before"), item->redeemed, "", g_strdup (""));
  if (item->blocked != 0)
    add_step (list, filing, item, "blocked", _("Held back by the year's cap"), item->blocked, "三¶2 A12",
              blocked_formula (preview));
  add_step (list, filing, item, "asked", _("This time"), item->amount, "", g_strdup (""));
}

static void
add_warning (GtkWidget *card, const char *css_class, const char *text)
{
  GtkWidget *row, *texts;

  texts = quan_marked_row_new (&row, "quan-review-symbolic", css_class, quan_step_word (QUAN_STEP_REVIEW));
  gtk_widget_add_css_class (row, "sheet-note");
  gtk_box_append (GTK_BOX (texts), quan_text_new (text, "num"));
  gtk_box_append (GTK_BOX (card), row);
}

/* What is to be said of the voucher. */
static void
add_warnings (GtkWidget *card, const QuanPreviewItem *item)
{
  g_autofree char *figure = quan_figure (item->no_round), *sentence = NULL;

  for (int i = 0; i < QUAN_N_WARNINGS; i++)
    if (item->warnings & (1u << i))
      add_warning (card, "review", quan_warning_text (i, quan_language_of_locale ()));
  if (item->no_round == QUAN_FEN_NONE || item->no_round <= 0)
    return;
  sentence = g_strdup_printf (_("%s yuan more are in invoices that no round takes any more (A11)"), figure);
  add_warning (card, "fail", sentence);
}

GtkWidget *
quan_voucher_sheet_new (const QuanRoundFiling *filing, const QuanPreviewItem *item)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *list = gtk_list_box_new ();
  g_autofree char *issued = quan_date_figure (item->claim->issued);
  g_autofree char *heading = g_strdup_printf (_("Voucher %s · contract %s · issued %s"), item->claim->voucher,
                                              item->claim->contract, issued);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  add_steps (list, filing, item);
  gtk_box_append (GTK_BOX (card), quan_text_new (heading, "group num"));
  gtk_box_append (GTK_BOX (card), list);
  add_warnings (card, item);
  return card;
}
