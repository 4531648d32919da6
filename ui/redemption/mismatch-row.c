#include "ui/redemption/mismatch-row.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"

struct _QuanMismatchRow {
  GtkListBoxRow parent_instance;
  const char   *action;  /* of the window; NULL: there is no record to open */
  char         *key;
};

G_DEFINE_FINAL_TYPE (QuanMismatchRow, quan_mismatch_row, GTK_TYPE_LIST_BOX_ROW)

/* The record in which a mismatch is mended, and what its button says. */
typedef struct {
  const char *action, *label;
  char       *key;
} Way;

/* Whether a check is about the delivery more than about the invoice. */
static gboolean
is_of_delivery (QuanMatch match)
{
  return match == QUAN_MATCH_PERIOD || match == QUAN_MATCH_DELIVERED || match == QUAN_MATCH_ONE_PERIOD;
}

static Way
way_of (const QuanMismatch *mismatch)
{
  const QuanDelivery *delivery = mismatch->delivery;

  if (mismatch->payment != NULL)
    return (Way) { "win.open-payment", _("Open the payment"), g_strdup (mismatch->payment->number) };
  if (delivery != NULL && (mismatch->invoice == NULL || is_of_delivery (mismatch->match)))
    return (Way) { "win.open-delivery", _("Open the delivery"),
                   g_strdup_printf ("%s/%s", delivery->enterprise, delivery->number) };
  if (mismatch->invoice != NULL)
    return (Way) { "win.open-invoice", _("Open the invoice"), g_strdup (mismatch->invoice->number) };
  if (mismatch->item != NULL)
    return (Way) { "win.open-contract", _("Open the contract"), g_strdup (mismatch->item->claim->contract) };
  return (Way) { NULL };
}

void
quan_mismatch_row_go (QuanMismatchRow *self)
{
  g_return_if_fail (QUAN_IS_MISMATCH_ROW (self));
  if (self->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->action, "s", self->key);
}

/* What it was found in: "invoice 25112000000000016204". */
static const char *
subject_of (const QuanMismatch *mismatch)
{
  if (mismatch->invoice != NULL)
    return mismatch->invoice->number;
  if (mismatch->payment != NULL)
    return mismatch->payment->number;
  if (mismatch->delivery != NULL)
    return mismatch->delivery->number;
  return mismatch->item != NULL ? mismatch->item->claim->voucher : NULL;
}

static void
add_heading (GtkWidget *texts, const QuanMismatch *mismatch, QuanMatchCount count)
{
  GtkWidget *flow = quan_flow_new (FALSE);
  const char *subject = subject_of (mismatch);
  g_autofree char *held = g_strdup_printf (_("holds %u of %u times"), count.held, count.of);

  quan_flow_append (QUAN_FLOW (flow),
                    quan_text_new (quan_match_name (mismatch->match, quan_language_of_locale ()), "strong"));
  quan_flow_append (QUAN_FLOW (flow), quan_state_tag_new (quan_verdict_class (mismatch->verdict),
                                                          quan_verdict_word (mismatch->verdict)));
  if (subject != NULL) {
    GtkWidget *chip = gtk_label_new (subject);

    gtk_widget_add_css_class (chip, "chip");
    gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
    quan_flow_append (QUAN_FLOW (flow), chip);
  }
  if (count.of > 1)
    quan_flow_append (QUAN_FLOW (flow), quan_text_new (held, "dim small num"));
  gtk_box_append (GTK_BOX (texts), flow);
}

static GtkWidget *
button_new (QuanMismatchRow *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s %s", label, self->key);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "row-button");
  quan_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (quan_mismatch_row_go), self);
  return button;
}

GtkWidget *
quan_mismatch_row_new (const QuanMismatch *mismatch, QuanMatchCount count)
{
  QuanMismatchRow *self = g_object_new (QUAN_TYPE_MISMATCH_ROW, NULL);
  GtkWidget *box, *texts;
  Way way = way_of (mismatch);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", quan_match_name (mismatch->match, quan_language_of_locale ()),
                                           quan_verdict_word (mismatch->verdict), mismatch->reason);
  g_autofree char *fix = mismatch->fix != NULL ? g_strdup_printf (_("What to do: %s"), mismatch->fix) : NULL;

  self->action = way.action;
  self->key = way.key;
  texts = quan_marked_row_new (&box, quan_verdict_icon (mismatch->verdict), quan_verdict_class (mismatch->verdict),
                               quan_verdict_word (mismatch->verdict));
  add_heading (texts, mismatch, count);
  gtk_box_append (GTK_BOX (texts), quan_text_new (mismatch->reason, "reason num"));
  if (fix != NULL)
    gtk_box_append (GTK_BOX (texts), quan_text_new (fix, "fix num"));
  if (way.action != NULL)
    gtk_box_append (GTK_BOX (box), button_new (self, way.label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rule");
  gtk_widget_set_name (GTK_WIDGET (self), quan_match_id (mismatch->match));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
quan_mismatch_row_finalize (GObject *object)
{
  g_free (QUAN_MISMATCH_ROW (object)->key);
  G_OBJECT_CLASS (quan_mismatch_row_parent_class)->finalize (object);
}

static void
quan_mismatch_row_class_init (QuanMismatchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_mismatch_row_finalize;
}

static void
quan_mismatch_row_init (QuanMismatchRow *self)
{
}
