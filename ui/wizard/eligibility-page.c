#include "ui/wizard/eligibility-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/desk/preparation.h"
#include "ui/chip.h"
#include "ui/state-mark.h"
#include "ui/wizard/rule-row.h"

#define RULE_PATH "rule:"  /* paths of wizard.explain that name a rule */

typedef enum { GROUP_OPEN, GROUP_DIFFER, GROUP_FOLDED, N_GROUPS } Group;

struct _QuanEligibilityPage {
  QuanWizardPage parent_instance;
  GtkWidget     *mark, *verdict, *remark, *counts;
  GtkWidget     *open_card, *open_heading, *open_rules;
  GtkWidget     *differ_card, *differ_heading, *differ_rules;
  GtkWidget     *folded_card, *folded, *folded_heading, *folded_rules;
  gboolean       alone;  /* the page has nothing but what is folded */
  gboolean       showing;  /* the rows are being replaced */
};

G_DEFINE_FINAL_TYPE (QuanEligibilityPage, quan_eligibility_page, QUAN_TYPE_WIZARD_PAGE)

/* What has to be dealt with, the worst first. */
static const QuanVerdict open_verdicts[] = { QUAN_VERDICT_FAIL, QUAN_VERDICT_UNKNOWN, QUAN_VERDICT_REVIEW };

static gboolean
is_open (QuanVerdict verdict)
{
  return verdict != QUAN_VERDICT_PASS && verdict != QUAN_VERDICT_NOT_APPLICABLE;
}

static Group
group_of (const QuanFinding *finding)
{
  if (is_open (finding->verdict))
    return GROUP_OPEN;
  return finding->n_differs > 0 ? GROUP_DIFFER : GROUP_FOLDED;
}

static char *
verdict_sentence (const QuanCheck *check)
{
  int n = check->counts[check->verdict];

  switch (check->verdict) {
  case QUAN_VERDICT_FAIL:
    return g_strdup_printf (ngettext ("Not eligible: %d rule fails", "Not eligible: %d rules fail", n), n);
  case QUAN_VERDICT_UNKNOWN:
    return g_strdup_printf (ngettext ("Cannot be judged yet: %d rule lacks a fact",
                                      "Cannot be judged yet: %d rules lack a fact", n), n);
  case QUAN_VERDICT_REVIEW:
    return g_strdup_printf (ngettext ("Nothing speaks against it; %d point is for the authority to decide",
                                      "Nothing speaks against it; %d points are for the authority to decide", n), n);
  default:
    return g_strdup (_("Eligible: every rule is met"));
  }
}

static char *
remark_sentence (const QuanPrepared *prepared)
{
  char date[QUAN_DATE_BUF];
  g_autofree char *judged = g_strdup_printf (_("Judged as of %s"), quan_date_iso (prepared->view.as_of, date));

  if (prepared->check->verdict == QUAN_VERDICT_PASS || prepared->check->verdict == QUAN_VERDICT_REVIEW)
    return g_steal_pointer (&judged);
  return g_strconcat (judged, " · ", _("You can still go on and print a draft"), NULL);
}

static void
add_count (QuanEligibilityPage *self, QuanVerdict verdict, int count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *figure;
  g_autofree char *text = g_strdup_printf ("%d", count);
  g_autofree char *name = g_strconcat ("count-", quan_verdict_id (verdict), NULL);

  gtk_box_append (GTK_BOX (box), quan_state_icon_new (quan_verdict_icon (verdict), quan_verdict_class (verdict),
                                                      quan_verdict_word (verdict)));
  gtk_box_append (GTK_BOX (box), gtk_label_new (quan_verdict_word (verdict)));
  figure = gtk_label_new (text);
  gtk_widget_set_name (figure, name);
  gtk_widget_add_css_class (figure, "num");
  gtk_widget_add_css_class (figure, "strong");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_widget_add_css_class (box, "count");
  quan_flow_append (QUAN_FLOW (self->counts), box);
}

static void
show_counts (QuanEligibilityPage *self, const QuanCheck *check)
{
  static const QuanVerdict order[] = {
    QUAN_VERDICT_FAIL, QUAN_VERDICT_UNKNOWN, QUAN_VERDICT_REVIEW, QUAN_VERDICT_PASS, QUAN_VERDICT_NOT_APPLICABLE
  };

  quan_flow_empty (QUAN_FLOW (self->counts));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (check->counts[order[i]] > 0)
      add_count (self, order[i], check->counts[order[i]]);
}

static void
show_aggregate (QuanEligibilityPage *self, const QuanPrepared *prepared)
{
  const QuanVerdict verdict = prepared->check->verdict;
  g_autofree char *sentence = verdict_sentence (prepared->check), *remark = remark_sentence (prepared);

  quan_state_icon_set (self->mark, quan_verdict_icon (verdict), quan_verdict_class (verdict),
                       quan_verdict_word (verdict));
  gtk_label_set_label (GTK_LABEL (self->verdict), sentence);
  gtk_label_set_label (GTK_LABEL (self->remark), remark);
  show_counts (self, prepared->check);
}

static GtkWidget *
list_of (QuanEligibilityPage *self, Group group)
{
  GtkWidget *const lists[N_GROUPS] = { self->open_rules, self->differ_rules, self->folded_rules };

  return lists[group];
}

static void
empty_list (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static int
add_rows (QuanEligibilityPage *self, const QuanPrepared *prepared, Group group, QuanVerdict verdict)
{
  const QuanCheck *check = prepared->check;
  int n = 0;

  for (int i = 0; i < check->n_findings; i++)
    if (group_of (&check->findings[i]) == group && check->findings[i].verdict == verdict) {
      gtk_list_box_append (GTK_LIST_BOX (list_of (self, group)),
                           quan_rule_row_new (prepared->view.pack, &check->findings[i]));
      n++;
    }
  return n;
}

/* Where nothing is open, what was met is the page: it is unfolded once. */
static void
unfold_alone (QuanEligibilityPage *self)
{
  gboolean alone = gtk_widget_get_first_child (self->open_rules) == NULL
                   && gtk_widget_get_first_child (self->differ_rules) == NULL;

  if (alone && !self->alone)
    gtk_expander_set_expanded (GTK_EXPANDER (self->folded), TRUE);
  self->alone = alone;
}

/* What is folded, by name: "13 others are met or do not apply: Sector · Registered in Beijing …". */
static char *
folded_text (const QuanCheck *check, int n)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, ngettext ("%d other is met or does not apply:", "%d others are met or do not apply:", n), n);
  for (int i = 0, listed = 0; i < check->n_findings; i++)
    if (group_of (&check->findings[i]) == GROUP_FOLDED)
      g_string_append_printf (text, "%s%s", listed++ > 0 ? " · " : " ",
                              check->findings[i].rule->title.in[quan_language_of_locale ()]);
  return g_string_free (text, FALSE);
}

static void
show_heading (GtkWidget *card, GtkWidget *heading, const char *text, int n)
{
  g_autofree char *counted = g_strdup_printf ("%s  %d", text, n);

  gtk_widget_set_visible (card, n > 0);
  gtk_label_set_label (GTK_LABEL (heading), counted);
}

static void
show_rules (QuanEligibilityPage *self, const QuanPrepared *prepared)
{
  g_autofree char *folded = NULL;
  int n = 0;

  for (int group = 0; group < N_GROUPS; group++)
    empty_list (list_of (self, group));
  for (guint i = 0; i < G_N_ELEMENTS (open_verdicts); i++)
    n += add_rows (self, prepared, GROUP_OPEN, open_verdicts[i]);
  show_heading (self->open_card, self->open_heading, _("Deal with these first"), n);
  n = add_rows (self, prepared, GROUP_DIFFER, QUAN_VERDICT_PASS) +
      add_rows (self, prepared, GROUP_DIFFER, QUAN_VERDICT_NOT_APPLICABLE);
  show_heading (self->differ_card, self->differ_heading, _("Met, but another reading would differ"), n);
  n = add_rows (self, prepared, GROUP_FOLDED, QUAN_VERDICT_PASS) +
      add_rows (self, prepared, GROUP_FOLDED, QUAN_VERDICT_NOT_APPLICABLE);
  folded = folded_text (prepared->check, n);
  gtk_widget_set_visible (self->folded_card, n > 0);
  gtk_label_set_label (GTK_LABEL (self->folded_heading), folded);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->folded), GTK_ACCESSIBLE_PROPERTY_LABEL, folded, -1);
  unfold_alone (self);
}

/* The id of the rule selected. Free with g_free. */
static char *
selected_rule (QuanEligibilityPage *self)
{
  for (int group = 0; group < N_GROUPS; group++) {
    GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list_of (self, group)));

    if (row != NULL)
      return g_strdup (quan_rule_row_id (QUAN_RULE_ROW (row)));
  }
  return NULL;
}

static GtkWidget *
row_of_rule (QuanEligibilityPage *self, const char *id)
{
  for (int group = 0; group < N_GROUPS; group++)
    for (GtkWidget *row = gtk_widget_get_first_child (list_of (self, group)); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      if (g_strcmp0 (quan_rule_row_id (QUAN_RULE_ROW (row)), id) == 0)
        return row;
  return NULL;
}

static gboolean
has_focus (QuanEligibilityPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && QUAN_IS_RULE_ROW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The rows are new ones: the rule that was selected stays selected, and focused if it was. */
static void
select_again (QuanEligibilityPage *self, const char *id, gboolean focused)
{
  GtkWidget *row = id != NULL ? row_of_rule (self, id) : gtk_widget_get_first_child (self->open_rules);

  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  if (focused)
    gtk_widget_grab_focus (row);
}

static void
quan_eligibility_page_show (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanEligibilityPage *self = QUAN_ELIGIBILITY_PAGE (page);
  g_autofree char *selected = selected_rule (self);
  gboolean focused = has_focus (self);

  self->showing = TRUE;
  show_aggregate (self, snapshot);
  show_rules (self, snapshot);
  select_again (self, selected, focused);
  self->showing = FALSE;
}

static const char *
quan_eligibility_page_title (QuanWizardPage *page)
{
  return _("Eligibility");
}

/* Appends what is counted, unless it is none; takes part. */
static void
append_count (GString *text, int n, char *part)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, _(", "));
  if (n > 0)
    g_string_append (text, part);
  g_free (part);
}

static QuanStepState
quan_eligibility_page_judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  const QuanPrepared *prepared = snapshot;
  static const QuanStepState states[QUAN_N_VERDICTS] = {
    [QUAN_VERDICT_PASS] = QUAN_STEP_DONE, [QUAN_VERDICT_NOT_APPLICABLE] = QUAN_STEP_DONE,
    [QUAN_VERDICT_FAIL] = QUAN_STEP_WRONG, [QUAN_VERDICT_REVIEW] = QUAN_STEP_REVIEW,
    [QUAN_VERDICT_UNKNOWN] = QUAN_STEP_UNKNOWN,
  };
  const QuanCheck *check = prepared->check;
  const int fails = check->counts[QUAN_VERDICT_FAIL], unknown = check->counts[QUAN_VERDICT_UNKNOWN];
  const int review = check->counts[QUAN_VERDICT_REVIEW];
  GString *text;

  if (!prepared->contract_stored) {
    *sentence = g_strdup (_("Needs the contract's number"));
    return QUAN_STEP_LOCKED;
  }
  text = g_string_new (NULL);
  append_count (text, fails, g_strdup_printf (ngettext ("%d fails", "%d fail", fails), fails));
  append_count (text, unknown, g_strdup_printf (ngettext ("%d fact missing", "%d facts missing", unknown), unknown));
  if (fails == 0)
    append_count (text, review, g_strdup_printf (ngettext ("%d to be decided", "%d to be decided", review), review));
  if (text->len == 0)
    g_string_assign (text, _("Every rule is met"));
  *sentence = g_string_free (text, FALSE);
  return states[check->verdict];
}

static gboolean
quan_eligibility_page_reveal (QuanWizardPage *page, const char *path)
{
  GtkWidget *row = g_str_has_prefix (path, RULE_PATH)
                     ? row_of_rule (QUAN_ELIGIBILITY_PAGE (page), path + strlen (RULE_PATH)) : NULL;

  if (row != NULL && gtk_widget_get_parent (row) == QUAN_ELIGIBILITY_PAGE (page)->folded_rules)
    gtk_expander_set_expanded (GTK_EXPANDER (QUAN_ELIGIBILITY_PAGE (page)->folded), TRUE);
  return row != NULL && gtk_widget_grab_focus (row);
}

/* The finding the pane speaks of: that of the rule named, else the worst of the open ones. */
static const QuanFinding *
finding_to_explain (const QuanCheck *check, const char *path)
{
  for (int i = 0; path != NULL && g_str_has_prefix (path, RULE_PATH) && i < check->n_findings; i++)
    if (g_str_equal (check->findings[i].rule->id, path + strlen (RULE_PATH)))
      return &check->findings[i];
  for (guint v = 0; v < G_N_ELEMENTS (open_verdicts); v++)
    for (int i = 0; i < check->n_findings; i++)
      if (check->findings[i].verdict == open_verdicts[v])
        return &check->findings[i];
  return NULL;
}

static gboolean
quan_eligibility_page_explain (QuanWizardPage *page, gconstpointer snapshot, const char *path, GString *title,
                               GString *clauses, GPtrArray *sections)
{
  const QuanPrepared *prepared = snapshot;
  const QuanFinding *finding = finding_to_explain (prepared->check, path);
  QuanLanguage language = quan_language_of_locale ();
  g_autofree char *facts = NULL, *fix = NULL, *differ = NULL;
  const QuanClause *clause;

  if (finding == NULL) {
    g_string_assign (title, _("Every rule is met"));
    quan_explanation_add (sections, _("What follows"), _("The next step reckons how much can be claimed."));
    return TRUE;
  }
  g_string_assign (title, finding->rule->title.in[language]);
  g_string_assign (clauses, finding->rule->clause);
  clause = quan_pack_clause (prepared->view.pack, finding->rule->clause);
  facts = quan_finding_facts (finding, language);
  fix = quan_finding_fix (finding, language);
  differ = quan_finding_differ_text (finding);
  if (clause != NULL)
    quan_explanation_add (sections, _("Our summary"), clause->summary.in[language]);
  if (*facts != '\0')
    quan_explanation_add (sections, _("Facts used"), facts);
  if (fix != NULL)
    quan_explanation_add (sections, _("What to do"), fix);
  if (differ != NULL)
    quan_explanation_add (sections, _("Other readings"), differ);
  return TRUE;
}

static void
row_selected (GtkListBox *list, GtkListBoxRow *row, QuanEligibilityPage *self)
{
  g_autofree char *path = NULL;

  if (row == NULL)
    return;
  for (int group = 0; group < N_GROUPS; group++)
    if (list_of (self, group) != GTK_WIDGET (list))
      gtk_list_box_unselect_all (GTK_LIST_BOX (list_of (self, group)));
  path = g_strconcat (RULE_PATH, quan_rule_row_id (QUAN_RULE_ROW (row)), NULL);
  if (!self->showing)
    gtk_widget_activate_action (GTK_WIDGET (self), "wizard.explain", "s", path);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, QuanEligibilityPage *self)
{
  quan_rule_row_go (QUAN_RULE_ROW (row));
}

static void
quan_eligibility_page_dispose (GObject *object)
{
  QuanEligibilityPage *self = QUAN_ELIGIBILITY_PAGE (object);

  self->showing = TRUE;
  quan_box_empty (GTK_BOX (self));
  G_OBJECT_CLASS (quan_eligibility_page_parent_class)->dispose (object);
}

static void
quan_eligibility_page_class_init (QuanEligibilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_eligibility_page_dispose;
  page_class->title = quan_eligibility_page_title;
  page_class->judge = quan_eligibility_page_judge;
  page_class->show = quan_eligibility_page_show;
  page_class->reveal = quan_eligibility_page_reveal;
  page_class->explain = quan_eligibility_page_explain;
  g_type_ensure (QUAN_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/eligibility-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, mark);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, remark);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, counts);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, open_card);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, open_heading);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, open_rules);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, differ_card);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, differ_heading);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, differ_rules);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, folded_card);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, folded);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, folded_heading);
  gtk_widget_class_bind_template_child (widget_class, QuanEligibilityPage, folded_rules);
}

static void
quan_eligibility_page_init (QuanEligibilityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int group = 0; group < N_GROUPS; group++) {
    g_signal_connect_object (list_of (self, group), "row-selected", G_CALLBACK (row_selected), self, 0);
    g_signal_connect_object (list_of (self, group), "row-activated", G_CALLBACK (row_activated), self, 0);
  }
}
