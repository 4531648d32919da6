#include "ui/redemption/check-page.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/redemption/mismatch-row.h"
#include "ui/redemption/round-filing.h"
#include "ui/wizard/explanations.h"

/* Nobody reads more at once, and a list box keeps every row it has. */
#define MOST_ROWS 100

struct _QuanCheckPage {
  QuanWizardPage parent_instance;
  QuanPageHead   head;
  GtkWidget     *open_card, *open_list, *held_card, *held, *held_label, *held_list;
};

G_DEFINE_FINAL_TYPE (QuanCheckPage, quan_check_page, QUAN_TYPE_WIZARD_PAGE)

static const QuanThreeWay *
check_of (gconstpointer snapshot)
{
  return ((const QuanRoundFiling *) snapshot)->filing->three_way;
}

static const char *
title (QuanWizardPage *page)
{
  return _("Three-way check");
}

static guint
count_verdicts (const QuanThreeWay *check, QuanVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < check->mismatches->len; i++)
    n += ((const QuanMismatch *) check->mismatches->pdata[i])->verdict == verdict;
  return n;
}

static const QuanStepState states[QUAN_N_VERDICTS] = {
  [QUAN_VERDICT_PASS] = QUAN_STEP_DONE, [QUAN_VERDICT_NOT_APPLICABLE] = QUAN_STEP_DONE,
  [QUAN_VERDICT_FAIL] = QUAN_STEP_WRONG, [QUAN_VERDICT_REVIEW] = QUAN_STEP_REVIEW,
  [QUAN_VERDICT_UNKNOWN] = QUAN_STEP_UNKNOWN,
};

/* How it stands, and the same as a whole sentence; both to free. */
static QuanStepState
stand (const QuanThreeWay *check, char **sentence, char **headline)
{
  guint n;

  if (check == NULL || check->rows->len == 0) {
    *sentence = g_strdup (_("Nothing to check yet"));
    *headline = g_strdup (_("There is nothing to check: no invoice counts in this round"));
    return QUAN_STEP_NOT_STARTED;
  }
  n = count_verdicts (check, check->verdict);
  switch (check->verdict) {
  case QUAN_VERDICT_FAIL:
    *sentence = g_strdup_printf (ngettext ("%u mismatch", "%u mismatches", n), n);
    *headline = g_strdup_printf (
        ngettext ("%u mismatch: the packet would come back", "%u mismatches: the packet would come back", n), n);
    break;
  case QUAN_VERDICT_UNKNOWN:
    *sentence = g_strdup_printf (ngettext ("%u fact missing", "%u facts missing", n), n);
    *headline = g_strdup_printf (ngettext ("%u fact is missing", "%u facts are missing", n), n);
    break;
  case QUAN_VERDICT_REVIEW:
    *sentence = g_strdup_printf (ngettext ("%u to be explained", "%u to be explained", n), n);
    *headline = g_strdup_printf (ngettext ("%u point is to be explained; the packet can go",
                                           "%u points are to be explained; the packet can go", n),
                                 n);
    break;
  default:
    *sentence = g_strdup (_("Everything matches"));
    *headline = g_strdup (_("Invoices, deliveries and payments match"));
  }
  return states[check->verdict];
}

static QuanStepState
judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  g_autofree char *headline = NULL;

  return stand (check_of (snapshot), sentence, &headline);
}

/* Stands for the mismatches there is no row for: they come up as the first are dealt with. */
static GtkWidget *
more_row_new (guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), quan_text_new (text, "dim num"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "rule");
  return row;
}

static void
show_mismatches (QuanCheckPage *self, const QuanThreeWay *check)
{
  guint n = check != NULL ? check->mismatches->len : 0;
  int focused = quan_list_empty (self->open_list);

  for (guint i = 0; i < MIN (n, MOST_ROWS); i++) {
    const QuanMismatch *mismatch = g_ptr_array_index (check->mismatches, i);

    gtk_list_box_append (GTK_LIST_BOX (self->open_list),
                         quan_mismatch_row_new (mismatch, check->counts[mismatch->match]));
  }
  if (n > MOST_ROWS)
    gtk_list_box_append (GTK_LIST_BOX (self->open_list), more_row_new (n - MOST_ROWS));
  gtk_widget_set_visible (self->open_card, n > 0);
  quan_list_focus (self->open_list, focused);
}

static GtkWidget *
held_row_new (QuanMatch match, QuanMatchCount count)
{
  GtkWidget *row = gtk_list_box_row_new (), *box, *texts;
  QuanVerdict verdict = count.of > 0 ? QUAN_VERDICT_PASS : QUAN_VERDICT_NOT_APPLICABLE;
  const char *name = quan_match_name (match, quan_language_of_locale ());
  g_autofree char *figure =
      count.of > 0 ? g_strdup_printf ("%u/%u", count.held, count.of) : g_strdup (_("nothing to check"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s, %s", name, quan_verdict_word (verdict), figure);

  texts = quan_marked_row_new (&box, quan_verdict_icon (verdict), quan_verdict_class (verdict),
                               quan_verdict_word (verdict));
  gtk_box_append (GTK_BOX (texts), quan_text_new (name, ""));
  gtk_box_append (GTK_BOX (box), quan_text_new (figure, "num dim"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "rule");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/* The checks that held in every case, folded under their names. */
static void
show_held (QuanCheckPage *self, const QuanThreeWay *check)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  quan_list_empty (self->held_list);
  for (int match = 0; check != NULL && match < QUAN_N_MATCHES; match++) {
    if (check->counts[match].held < check->counts[match].of)
      continue;
    g_string_append_printf (names, "%s%s", n++ > 0 ? " · " : "", quan_match_name (match, quan_language_of_locale ()));
    gtk_list_box_append (GTK_LIST_BOX (self->held_list), held_row_new (match, check->counts[match]));
  }
  text = g_strdup_printf (ngettext ("%u check holds: %s", "%u checks hold: %s", n), n, names->str);
  gtk_label_set_label (GTK_LABEL (self->held_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->held), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->held_card, n > 0 && check->rows->len > 0);
  gtk_expander_set_expanded (GTK_EXPANDER (self->held), n > 0 && check->mismatches->len == 0);
}

static void
show (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanCheckPage *self = QUAN_CHECK_PAGE (page);
  const QuanThreeWay *check = check_of (snapshot);
  g_autofree char *sentence = NULL, *headline = NULL;
  QuanStepState state = stand (check, &sentence, &headline);

  quan_page_head_set (&self->head, state, headline, state == QUAN_STEP_WRONG || state == QUAN_STEP_UNKNOWN
                        ? _("You can still go on and print a draft") : NULL);
  show_mismatches (self, check);
  show_held (self, check);
}

static gboolean
explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *heading, GString *clauses,
         GPtrArray *sections)
{
  const QuanRoundFiling *filing = snapshot;

  return quan_explain_fact (filing->filing->view.pack, "redemption.check", path, heading, clauses, sections);
}

static void
on_row_activated (QuanCheckPage *self, GtkListBoxRow *row)
{
  quan_mismatch_row_go (QUAN_MISMATCH_ROW (row));
}

static void
quan_check_page_dispose (GObject *object)
{
  quan_box_empty (GTK_BOX (object));
  G_OBJECT_CLASS (quan_check_page_parent_class)->dispose (object);
}

static void
quan_check_page_class_init (QuanCheckPageClass *klass)
{
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_check_page_dispose;
  page_class->title = title;
  page_class->judge = judge;
  page_class->show = show;
  page_class->explain = explain;
}

static void
quan_check_page_init (QuanCheckPage *self)
{
  GtkWidget *content = quan_page_content_new (GTK_WIDGET (self)), *inner;

  self->head = quan_page_head_new (content);
  self->open_card = quan_list_card_new (_("Deal with these first"), _("Mismatches"), &self->open_list);
  g_signal_connect_swapped (self->open_list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->held_card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->held_card, "card");
  gtk_widget_set_overflow (self->held_card, GTK_OVERFLOW_HIDDEN);
  inner = quan_list_card_new (NULL, _("Checks that hold"), &self->held_list);
  gtk_widget_remove_css_class (inner, "card");
  self->held = gtk_expander_new (NULL);
  self->held_label = quan_text_new (NULL, "");
  gtk_label_set_wrap (GTK_LABEL (self->held_label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->held_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->held_label, TRUE);
  gtk_widget_add_css_class (self->held, "folded");
  gtk_expander_set_label_widget (GTK_EXPANDER (self->held), self->held_label);
  gtk_expander_set_child (GTK_EXPANDER (self->held), inner);
  gtk_box_append (GTK_BOX (self->held_card), self->held);
  gtk_box_append (GTK_BOX (content), self->open_card);
  gtk_box_append (GTK_BOX (content), self->held_card);
}
