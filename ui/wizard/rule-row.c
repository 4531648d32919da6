#include "ui/wizard/rule-row.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/state-mark.h"

struct _QuanRuleRow {
  GtkListBoxRow parent_instance;
  char         *id;
  char         *path;  /* of the field that decides, NULL if none does */
};

G_DEFINE_FINAL_TYPE (QuanRuleRow, quan_rule_row, GTK_TYPE_LIST_BOX_ROW)

/* Facts that are derived, or lists, and the field behind each. */
static const struct { const char *fact, *path; } fields_behind[] = {
  { "as-of", "claim.submitted" },
  { "award.amount", "contract.lines[0].amount" },
  { "contract.first_start", "contract.starts" },
  { "contract.lines", "contract.lines[0].kind" },
  { "contract.schedule", "contract.schedule[0].amount" },
  { "contract.other_subsidies", "contract.other_subsidies" },
  { "quota.remaining", "claim.submitted" },
};

static char *
path_of_fact (const char *fact)
{
  QuanFactRef ref;

  for (guint i = 0; i < G_N_ELEMENTS (fields_behind); i++)
    if (g_str_equal (fields_behind[i].fact, fact))
      return g_strdup (fields_behind[i].path);
  return quan_fact_ref (fact, &ref) ? g_strdup (fact) : NULL;
}

/* The fact whose field is offered: of a rule that lacks a fact the first missing one, else the first that can be
 * edited; -1 if none can. */
static int
deciding_fact (const QuanFinding *finding)
{
  int first = -1;

  for (int i = 0; i < finding->n_facts; i++) {
    g_autofree char *path = path_of_fact (finding->facts[i].id);

    if (path == NULL)
      continue;
    if (finding->verdict == QUAN_VERDICT_UNKNOWN && finding->facts[i].kind == QUAN_VALUE_MISSING)
      return i;
    if (first < 0)
      first = i;
  }
  return first;
}

char *
quan_finding_path (const QuanFinding *finding)
{
  int fact = deciding_fact (finding);

  return fact < 0 ? NULL : path_of_fact (finding->facts[fact].id);
}

static char *
button_text (const QuanFinding *finding)
{
  const QuanValue *fact = &finding->facts[deciding_fact (finding)];
  const char *name = quan_fact_name (fact->id, quan_language_of_locale ());

  if (fact->kind == QUAN_VALUE_MISSING)
    return g_strdup_printf (_("Enter: %s"), name);
  return g_strdup_printf (finding->verdict == QUAN_VERDICT_FAIL ? _("Change: %s") : _("See: %s"), name);
}

char *
quan_finding_differ_text (const QuanFinding *finding)
{
  QuanLanguage language = quan_language_of_locale ();
  GString *text;

  if (finding->n_differs == 0)
    return NULL;
  text = g_string_new (_("Another reading would differ: "));
  for (int i = 0; i < finding->n_differs; i++) {
    const QuanDiffer *differ = &finding->differs[i];

    g_string_append_printf (text, "%s%s %s → %s", i > 0 ? _("; ") : "", differ->reading->id,
                            differ->option->name.in[language], quan_verdict_word (differ->verdict));
  }
  return g_string_free (text, FALSE);
}

/* Adds a line of text under a name, unless there is none. */
static void
add_text (GtkWidget *box, const char *name, const char *text, const char *classes)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = quan_text_new (text, classes);
  gtk_widget_set_name (label, name);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
heading_new (const QuanPack *pack, const QuanFinding *finding)
{
  GtkWidget *flow = quan_flow_new (FALSE), *title, *tag, *chip;

  title = quan_text_new (finding->rule->title.in[quan_language_of_locale ()], "strong");
  gtk_widget_set_name (title, "title");
  tag = quan_state_tag_new (quan_verdict_class (finding->verdict), quan_verdict_word (finding->verdict));
  gtk_widget_set_name (tag, "tag");
  chip = quan_chip_new (pack, finding->rule->clause);
  gtk_widget_set_name (chip, "clause");
  quan_flow_append (QUAN_FLOW (flow), title);
  quan_flow_append (QUAN_FLOW (flow), tag);
  quan_flow_append (QUAN_FLOW (flow), chip);
  return flow;
}

/* The distance to the limit, with the minus of mathematics. Free with g_free. */
static char *
margin_text (const QuanFinding *finding)
{
  g_autofree char *margin = quan_finding_margin (finding, quan_language_of_locale ());
  g_autofree char *beyond = margin != NULL && *margin == '-' ? g_strconcat ("−", margin + 1, NULL) : NULL;

  return margin == NULL ? NULL : g_strdup_printf (_("To the limit: %s"), beyond != NULL ? beyond : margin);
}

static GtkWidget *
text_new (const QuanPack *pack, const QuanFinding *finding)
{
  QuanLanguage language = quan_language_of_locale ();
  g_autofree char *reason = quan_finding_reason (finding, language), *facts = quan_finding_facts (finding, language);
  g_autofree char *margin = margin_text (finding), *fix = quan_finding_fix (finding, language);
  g_autofree char *differ = quan_finding_differ_text (finding);
  g_autofree char *basis = *facts != '\0' ? g_strdup_printf (_("Facts used: %s"), facts) : NULL;
  g_autofree char *remedy = fix != NULL ? g_strdup_printf (_("What to do: %s"), fix) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), heading_new (pack, finding));
  add_text (box, "reason", reason, "reason");
  add_text (box, "fix", remedy, "fix");
  add_text (box, "differ", differ, "accent");
  add_text (box, "facts", basis, "dim small num");
  add_text (box, "margin", margin, "dim small num");
  return box;
}

static void
go_clicked (GtkButton *button, QuanRuleRow *self)
{
  quan_rule_row_go (self);
}

static GtkWidget *
button_new (QuanRuleRow *self, const QuanFinding *finding)
{
  g_autofree char *text = button_text (finding);
  GtkWidget *button = gtk_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label, *icon;

  label = gtk_label_new (text);
  icon = gtk_image_new_from_icon_name ("quan-next-symbolic");
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  quan_set_name (button, text);
  g_signal_connect (button, "clicked", G_CALLBACK (go_clicked), self);
  return button;
}

/* The row in one sentence, for those who hear it. */
static void
describe (QuanRuleRow *self, const QuanFinding *finding)
{
  QuanLanguage language = quan_language_of_locale ();
  g_autofree char *reason = quan_finding_reason (finding, language);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", finding->rule->title.in[language],
                                            quan_verdict_word (finding->verdict), finding->rule->clause);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
}

const char *
quan_rule_row_id (QuanRuleRow *self)
{
  g_return_val_if_fail (QUAN_IS_RULE_ROW (self), NULL);
  return self->id;
}

void
quan_rule_row_go (QuanRuleRow *self)
{
  g_return_if_fail (QUAN_IS_RULE_ROW (self));

  if (self->path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "wizard.reveal", "s", self->path);
}

static void
quan_rule_row_finalize (GObject *object)
{
  QuanRuleRow *self = QUAN_RULE_ROW (object);

  g_free (self->id);
  g_free (self->path);
  G_OBJECT_CLASS (quan_rule_row_parent_class)->finalize (object);
}

static void
quan_rule_row_class_init (QuanRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_rule_row_finalize;
}

static void
quan_rule_row_init (QuanRuleRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "rule");
}

GtkWidget *
quan_rule_row_new (const QuanPack *pack, const QuanFinding *finding)
{
  QuanRuleRow *self = g_object_new (QUAN_TYPE_RULE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *icon;
  g_autofree char *name = g_strconcat ("rule-", finding->rule->id, NULL);

  self->id = g_strdup (finding->rule->id);
  self->path = quan_finding_path (finding);
  gtk_widget_set_name (GTK_WIDGET (self), name);
  icon = quan_state_icon_new (quan_verdict_icon (finding->verdict), quan_verdict_class (finding->verdict),
                              quan_verdict_word (finding->verdict));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text_new (pack, finding));
  if (self->path != NULL)
    gtk_box_append (GTK_BOX (box), button_new (self, finding));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  describe (self, finding);
  return GTK_WIDGET (self);
}
