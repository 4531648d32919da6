#include "ui/overview/agenda-card.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/entries/figures.h"
#include "ui/overview/card.h"

#define FIRST     5   /* rows shown at first */
#define SOON_DAYS 30

struct _QuanAgendaCard {
  GtkBox        parent_instance;
  GtkWidget    *rows, *foot, *all;
  GtkSizeGroup *days, *amounts, *buttons;  /* columns of the rows */
  gboolean      expanded;
};

G_DEFINE_FINAL_TYPE (QuanAgendaCard, quan_agenda_card, GTK_TYPE_BOX)

char *
quan_agenda_days_text (QuanDate date, QuanDate as_of)
{
  int days = ABS (date - as_of);

  if (days == 0)
    return g_strdup (_("Today"));
  return g_strdup_printf (date < as_of ? ngettext ("%d day overdue", "%d days overdue", days)
                                       : ngettext ("%d day left", "%d days left", days), days);
}

static const char *
urgency (QuanDate date, QuanDate as_of)
{
  if (date < as_of)
    return "fail";
  return date - as_of <= SOON_DAYS ? "review" : "none";
}

static const char *
weekday (QuanDate date)
{
  static const char *const names[] = {
    N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun"),
  };

  return _(names[quan_date_weekday (date) - 1]);
}

/* Month and day over the weekday, or over the year where it is another. */
static GtkWidget *
tile_new (const QuanAgendaItem *item, QuanDate as_of)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *day, *below;
  char iso[QUAN_DATE_BUF];
  g_autofree char *year = g_strdup_printf ("%d", quan_date_year (item->date));
  const char *under = item->kind == QUAN_AGENDA_NO_ROUND ? C_("date", "from") : weekday (item->date);

  day = gtk_label_new (quan_date_iso (item->date, iso) + strlen ("2025-"));
  below = gtk_label_new (quan_date_year (item->date) != quan_date_year (as_of) ? year : under);
  gtk_widget_set_css_classes (day, (const char *[]) { "num", "strong", urgency (item->date, as_of), NULL });
  gtk_widget_set_css_classes (below, (const char *[]) { "small", "dim", NULL });
  gtk_widget_set_css_classes (tile, (const char *[]) { "date-tile", urgency (item->date, as_of), NULL });
  gtk_widget_set_valign (tile, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (tile, iso);
  gtk_box_append (GTK_BOX (tile), day);
  gtk_box_append (GTK_BOX (tile), below);
  return tile;
}

static GtkWidget *
texts_new (const char *first, const char *second, float xalign)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *above = quan_text_new (first, "strong"), *below = quan_text_new (second, "dim small");

  gtk_label_set_xalign (GTK_LABEL (above), xalign);
  gtk_label_set_xalign (GTK_LABEL (below), xalign);
  gtk_widget_set_visible (below, second != NULL && *second != '\0');
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), below);
  return box;
}

static GtkWidget *
amount_new (const QuanAgendaItem *item)
{
  g_autofree char *figure = *item->amount_is != '\0' ? quan_figure (item->amount) : NULL;
  GtkWidget *box = figure != NULL ? texts_new (figure, item->amount_is, 1) : gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (figure != NULL)
    gtk_widget_add_css_class (gtk_widget_get_first_child (box), "num");
  /* A column is as wide in every row only where it cannot give way. */
  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  return box;
}

/* A button that leads to what an item is about. */
static GtkWidget *
open_new (const QuanAgendaItem *item, const char *name, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (_("Open"));
  g_autofree char *spoken = g_strdup_printf (_("Open %s: %s"), name, item->what);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  quan_set_name (button, spoken);
  return button;
}

/* Opens the item's round or contract; an empty widget where there is nothing to open. */
static GtkWidget *
button_new (const QuanOverview *overview, const QuanAgendaItem *item)
{
  g_autofree char *contract = NULL;

  if (item->kind == QUAN_AGENDA_REDEMPTION_FILING)
    return open_new (item, item->about, "win.redeem", item->about);
  if (item->contract == NULL || overview->enterprise == NULL)
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  contract = g_strdup_printf ("%s/%s", overview->enterprise->uscc, item->contract);
  return open_new (item, item->contract, "win.open-contract", contract);
}

/* How many days are left; of a deadline that is near or over, marked. */
static GtkWidget *
days_new (const QuanAgendaItem *item, QuanDate as_of)
{
  g_autofree char *left = quan_agenda_days_text (item->date, as_of);
  gboolean marked = item->kind != QUAN_AGENDA_NO_ROUND && item->date - as_of <= QUAN_AGENDA_SOON;
  g_autofree char *classes = g_strdup_printf ("%s num %s", marked ? "tag" : "small strong", urgency (item->date, as_of));
  GtkWidget *days = quan_text_new (left, classes), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_wrap (GTK_LABEL (days), FALSE);
  gtk_widget_set_valign (days, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (days, GTK_ALIGN_END);
  gtk_widget_set_hexpand (days, TRUE);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_box_append (GTK_BOX (box), days);
  return box;
}

static GtkWidget *
row_new (QuanAgendaCard *self, const QuanOverview *overview, const QuanAgendaItem *item)
{
  QuanDate as_of = overview->view.as_of;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = texts_new (item->what, item->detail, 0), *amount = amount_new (item);
  GtkWidget *button = button_new (overview, item), *days = days_new (item, as_of);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (row, "card-row");
  gtk_widget_add_css_class (row, "rowline");
  gtk_size_group_add_widget (self->days, days);
  gtk_size_group_add_widget (self->amounts, amount);
  gtk_size_group_add_widget (self->buttons, button);
  gtk_box_append (GTK_BOX (row), tile_new (item, as_of));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), days);
  gtk_box_append (GTK_BOX (row), amount);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
show_visible (QuanAgendaCard *self, guint n)
{
  g_autofree char *text = g_strdup_printf (_("Show all %u"), n);
  guint i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, self->expanded || i++ < FIRST);
  gtk_button_set_label (GTK_BUTTON (self->all), self->expanded ? _("Show fewer") : text);
  gtk_widget_set_visible (self->foot, n > FIRST);
}

static guint
n_rows (QuanAgendaCard *self, gboolean visible)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_has_css_class (row, "rowline") && (!visible || gtk_widget_get_visible (row));
  return n;
}

static void
all_cb (QuanAgendaCard *self)
{
  self->expanded = !self->expanded;
  show_visible (self, n_rows (self, FALSE));
}

guint
quan_agenda_card_rows (QuanAgendaCard *self)
{
  g_return_val_if_fail (QUAN_IS_AGENDA_CARD (self), 0);
  return n_rows (self, TRUE);
}

void
quan_agenda_card_show (QuanAgendaCard *self, const QuanOverview *overview)
{
  const GArray *agenda;

  g_return_if_fail (QUAN_IS_AGENDA_CARD (self) && overview != NULL);

  agenda = overview->agenda;
  quan_box_empty (GTK_BOX (self->rows));
  for (guint i = 0; i < agenda->len; i++)
    gtk_box_append (GTK_BOX (self->rows), row_new (self, overview, &g_array_index (agenda, QuanAgendaItem, i)));
  if (agenda->len == 0)
    gtk_box_append (GTK_BOX (self->rows),
                    quan_card_empty_new (_("Nothing is due. What has to be filed, renewed or corrected will be listed"
                                           " here by its date."), _("Begin a claim"), "win.new-claim"));
  show_visible (self, agenda->len);
}

static void
quan_agenda_card_dispose (GObject *object)
{
  QuanAgendaCard *self = QUAN_AGENDA_CARD (object);

  g_clear_object (&self->days);
  g_clear_object (&self->amounts);
  g_clear_object (&self->buttons);
  G_OBJECT_CLASS (quan_agenda_card_parent_class)->dispose (object);
}

static void
quan_agenda_card_class_init (QuanAgendaCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_agenda_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quan_agenda_card_init (QuanAgendaCard *self)
{
  GtkWidget *head = quan_card_init (GTK_BOX (self), _("What comes next"));

  gtk_box_append (GTK_BOX (head), quan_text_new (_("by date; amounts are what is at stake"), "dim small"));
  self->days = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->amounts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->buttons = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->all = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->all, "link");
  gtk_widget_add_css_class (self->foot, "card-foot");
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (all_cb), self);
  gtk_box_append (GTK_BOX (self->foot), self->all);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->foot);
}

GtkWidget *
quan_agenda_card_new (void)
{
  return g_object_new (QUAN_TYPE_AGENDA_CARD, NULL);
}
