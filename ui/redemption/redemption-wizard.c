#include "ui/redemption/redemption-wizard.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/redemption/amount-page.h"
#include "ui/redemption/check-page.h"
#include "ui/redemption/invoices-page.h"
#include "ui/redemption/redemption-packet-page.h"
#include "ui/redemption/round-filing.h"
#include "ui/redemption/round-page.h"
#include "ui/wizard/wizard-private.h"

struct _QuanRedemptionWizard {
  QuanWizard parent_instance;
  char      *enterprise;  /* code; NULL: the only one */
  char      *label;       /* of the round; NULL: of the one in hand */
  QuanDate   day;         /* everything is judged as if it were this day; QUAN_DATE_NONE: as it is */
};

G_DEFINE_FINAL_TYPE (QuanRedemptionWizard, quan_redemption_wizard, QUAN_TYPE_WIZARD)

/* What the worker is told. */
typedef struct {
  char    *enterprise, *label;
  QuanDate day;
  char    *document, *file;
} Order;

/* The round that is open: the one chosen, else the one the first snapshot came with; NULL before it. */
static const char *
label_of (QuanWizard *wizard)
{
  const QuanRoundFiling *round = wizard->snapshot;
  const char *chosen = QUAN_REDEMPTION_WIZARD (wizard)->label;

  return chosen != NULL || !wizard->opened ? chosen : round->filing->preview->round;
}

static Order *
order_new (QuanWizard *wizard, const char *document, const char *file)
{
  const QuanRedemptionWizard *self = QUAN_REDEMPTION_WIZARD (wizard);
  Order *order = g_new (Order, 1);

  *order = (Order) { g_strdup (self->enterprise), g_strdup (label_of (wizard)), self->day, g_strdup (document),
                     g_strdup (file) };
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->enterprise);
  g_free (order->label);
  g_free (order->document);
  g_free (order->file);
  g_free (order);
}

static gpointer
take (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  return quan_round_filing_take (desk, order->enterprise, order->label, order->day, error);
}

static void
filing_free (gpointer filing)
{
  quan_round_filing_free (filing);
}

static void
order (QuanWizard *wizard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_read (wizard->office, take, order_new (wizard, NULL, NULL), order_free, filing_free, cancellable,
                    callback, data);
}

static gpointer
keep_file (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_attach_to_round (desk, order->enterprise, order->label, order->document, order->file, error);
  return NULL;
}

static void
attach (QuanWizard *wizard, const char *document, const char *file, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_act (wizard->office, keep_file, order_new (wizard, document, file), order_free, NULL, NULL, callback,
                   data);
}

/* Sums over the vouchers, unknown where one is. */
static QuanFen
sum_of (const QuanPreview *preview, gsize member)
{
  QuanFen sum = 0;

  for (guint i = 0; i < preview->items->len; i++)
    quan_money_add_known (
        &sum, *(const QuanFen *) ((const char *) &g_array_index (preview->items, QuanPreviewItem, i) + member));
  return sum;
}

static const char *
saved_text (const QuanFiling *filing)
{
  if (filing->locked)
    return _("Submitted and frozen: nothing can be changed");
  return filing->redemption != NULL ? _("Kept as a draft") : NULL;
}

/* What was filed is shown with its packet; what is being prepared from where it can still change. */
static void
describe (gconstpointer snapshot, QuanWizardHead *head)
{
  const QuanRoundFiling *round = snapshot;
  const QuanFiling *filing = round->filing;
  const QuanPreview *preview = filing->preview;

  *head = (QuanWizardHead) {
    .view = &filing->view, .enterprise = filing->enterprise->uscc,
    .step = filing->locked ? QUAN_WIZARD_STEPS : filing->redemption != NULL ? 2 : 1,
    .subject = g_strdup (preview->round), .saved = g_strdup (saved_text (filing)),
    .figures = {
      { _("Due so far"), sum_of (preview, G_STRUCT_OFFSET (QuanPreviewItem, entitled)) },
      { _("Redeemed before"), sum_of (preview, G_STRUCT_OFFSET (QuanPreviewItem, redeemed)) },
      { _("Held back"), preview->blocked }, { _("This time"), quan_round_filing_amount (round) },
    },
  };
}

/* A document's age counts from no field of a redemption: what can be revealed are steps. */
static int
step_of_path (const char *path)
{
  return g_str_equal (path, "check") ? 3 : 1;
}

static gpointer
begin_draft (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;
  const QuanRedemptionChange change = {
    .round = order->label, .enterprise = order->enterprise, .date = QUAN_DATE_NONE, .received = QUAN_FEN_NONE,
  };

  quan_desk_redemption (desk, QUAN_REDEEM_NEW, &change, NULL, error);
  return NULL;
}

static void
keep_draft (QuanWizard *wizard)
{
  quan_office_act (wizard->office, begin_draft, order_new (wizard, NULL, NULL), order_free, NULL, NULL,
                   quan_wizard_entered, quan_wizard_enter (wizard));
}

/* What was judged as if it were another day is judged as it is again. */
static void
forget_day (QuanRedemptionWizard *self)
{
  if (self->day == QUAN_DATE_NONE)
    return;
  self->day = QUAN_DATE_NONE;
  quan_wizard_load (QUAN_WIZARD (self));
}

/* Whoever goes on from the first step has begun the round: it is kept as a draft, to be found again. */
static void
turn_to_step (QuanWizard *wizard, int step)
{
  const QuanRoundFiling *round = wizard->snapshot;
  const QuanRoundRow *row = round != NULL ? quan_round_filing_row (round) : NULL;

  forget_day (QUAN_REDEMPTION_WIZARD (wizard));
  if (step == 1 || row == NULL || row->stand != QUAN_STAND_OPEN || round->filing->preview->total == 0
      || round->filing->preview->total == QUAN_FEN_NONE)
    return;
  keep_draft (wizard);
}

static void
choose_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanRedemptionWizard *self = QUAN_REDEMPTION_WIZARD (widget);

  g_free (self->label);
  self->label = g_variant_dup_string (parameter, NULL);
  self->day = QUAN_DATE_NONE;
  quan_wizard_load (QUAN_WIZARD (self));
}

static void
begin_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keep_draft (QUAN_WIZARD (widget));
}

/* The parameter is a QuanDate; QUAN_DATE_NONE: as it is. */
static void
judge_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanRedemptionWizard *self = QUAN_REDEMPTION_WIZARD (widget);

  self->day = g_variant_get_int32 (parameter);
  quan_wizard_load (QUAN_WIZARD (self));
}

void
quan_redemption_wizard_open (QuanRedemptionWizard *self, const char *enterprise, const char *label)
{
  g_return_if_fail (QUAN_IS_REDEMPTION_WIZARD (self));

  g_free (self->enterprise);
  g_free (self->label);
  self->enterprise = g_strdup (enterprise);
  self->label = g_strdup (label);
  self->day = QUAN_DATE_NONE;
  quan_wizard_begin (QUAN_WIZARD (self));
}

static void
quan_redemption_wizard_finalize (GObject *object)
{
  QuanRedemptionWizard *self = QUAN_REDEMPTION_WIZARD (object);

  g_free (self->enterprise);
  g_free (self->label);
  G_OBJECT_CLASS (quan_redemption_wizard_parent_class)->finalize (object);
}

static void
quan_redemption_wizard_class_init (QuanRedemptionWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardClass *wizard_class = QUAN_WIZARD_CLASS (klass);
  const GType pages[QUAN_WIZARD_STEPS] = { QUAN_TYPE_ROUND_PAGE, QUAN_TYPE_FILING_INVOICES_PAGE, QUAN_TYPE_CHECK_PAGE,
                                           QUAN_TYPE_AMOUNT_PAGE, QUAN_TYPE_REDEMPTION_PACKET_PAGE };

  G_OBJECT_CLASS (klass)->finalize = quan_redemption_wizard_finalize;
  wizard_class->title = N_ ("Redeem vouchers");
  wizard_class->origin = N_ ("Redemptions");
  memcpy (wizard_class->pages, pages, sizeof pages);
  wizard_class->free_snapshot = filing_free;
  wizard_class->order = order;
  wizard_class->describe = describe;
  wizard_class->step_of_path = step_of_path;
  wizard_class->attach = attach;
  wizard_class->turn_to_step = turn_to_step;
  gtk_widget_class_install_action (widget_class, "wizard.choose-round", "s", choose_round_action);
  gtk_widget_class_install_action (widget_class, "wizard.begin-again", NULL, begin_again_action);
  gtk_widget_class_install_action (widget_class, "wizard.judge-on", "i", judge_on_action);
}

static void
quan_redemption_wizard_init (QuanRedemptionWizard *self)
{
  self->day = QUAN_DATE_NONE;
}

GtkWidget *
quan_redemption_wizard_new (QuanOffice *office)
{
  QuanWizard *self = g_object_new (QUAN_TYPE_REDEMPTION_WIZARD, NULL);

  quan_wizard_set_up (self, office);
  return GTK_WIDGET (self);
}
