#include "ui/wizard/claim-wizard.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/wizard/claim-packet-page.h"
#include "ui/wizard/contract-page.h"
#include "ui/wizard/eligibility-page.h"
#include "ui/wizard/enterprise-page.h"
#include "ui/wizard/orders.h"
#include "ui/wizard/quota-page.h"
#include "ui/wizard/wizard-private.h"

struct _QuanClaimWizard {
  QuanWizard parent_instance;
  gint64     id;         /* of the preparation, 0: none */
  char      *note_path;  /* what is to be noted next, NULL: nothing */
  char      *note_text;
  gboolean   noting;
};

G_DEFINE_FINAL_TYPE (QuanClaimWizard, quan_claim_wizard, QUAN_TYPE_WIZARD)

static void
order (QuanWizard *wizard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  quan_order_snapshot (wizard->office, QUAN_CLAIM_WIZARD (wizard)->id, cancellable, callback, data);
}

/* The time of the last entry in the officer's time zone, "10:42"; NULL before the first. */
static char *
saved_at (const QuanPrepared *prepared)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = prepared->touched != NULL ? g_date_time_new_from_iso8601 (prepared->touched, utc) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
}

static char *
saved_text (const QuanPrepared *prepared)
{
  g_autofree char *time = saved_at (prepared);

  if (prepared->locked)
    return g_strdup (_("Submitted and frozen: nothing can be changed"));
  return time != NULL ? g_strdup_printf (_("Saved automatically at %s"), time) : NULL;
}

static void
describe (gconstpointer snapshot, QuanWizardHead *head)
{
  const QuanPrepared *prepared = snapshot;
  const QuanAward *award = &prepared->check->award;
  const char *number = prepared->contract->number;

  *head = (QuanWizardHead) {
    .view = &prepared->view, .enterprise = prepared->enterprise_stored ? prepared->enterprise->uscc : NULL,
    .step = prepared->step, .subject = g_strdup (number != NULL ? number : _("New contract")),
    .saved = saved_text (prepared),
    .figures = {
      { _("Compute lines"), award->base.compute }, { _("Base"), award->base.base }, { _("Ceiling"), award->ceiling },
      { _("Claimable now"), award->claimable },
    },
  };
}

/* By the record a path begins with. */
static int
step_of_path (const char *path)
{
  static const struct {
    const char *record;
    int         step;
  } records[] = { { "enterprise", 1 }, { "contract", 2 }, { "provider", 2 }, { "claim", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (g_str_has_prefix (path, records[i].record))
      return records[i].step;
  return 1;
}

static void
attach (QuanWizard *wizard, const char *document, const char *file, GAsyncReadyCallback callback, gpointer data)
{
  quan_order_attach (wizard->office, QUAN_CLAIM_WIZARD (wizard)->id, document, file, callback, data);
}

static void
turn_to_step (QuanWizard *wizard, int step)
{
  quan_order_turn_to_step (wizard->office, QUAN_CLAIM_WIZARD (wizard)->id, step);
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanClaimWizard *self = QUAN_CLAIM_WIZARD (widget);
  QuanWizard *wizard = QUAN_WIZARD (widget);
  const char *path, *text;

  g_variant_get (parameter, "(&s&s)", &path, &text);
  g_clear_pointer (&self->note_path, g_free);
  quan_order_enter (wizard->office, self->id, path, text, quan_wizard_entered, quan_wizard_enter (wizard));
}

static void note_next (QuanClaimWizard *self);

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanClaimWizard) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error != NULL)
    quan_wizard_show_trouble (QUAN_WIZARD (self), error);
  self->noting = FALSE;
  note_next (self);
}

/* Notes what was typed last; whatever is typed meanwhile is noted in one go when that is done. */
static void
note_next (QuanClaimWizard *self)
{
  g_autofree char *path = NULL, *text = NULL;

  if (self->noting || self->note_path == NULL)
    return;
  path = g_steal_pointer (&self->note_path);
  text = g_steal_pointer (&self->note_text);
  self->noting = TRUE;
  quan_order_note (QUAN_WIZARD (self)->office, self->id, path, text, noted_cb, g_object_ref (self));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanClaimWizard *self = QUAN_CLAIM_WIZARD (widget);

  g_clear_pointer (&self->note_path, g_free);
  g_clear_pointer (&self->note_text, g_free);
  g_variant_get (parameter, "(ss)", &self->note_path, &self->note_text);
  note_next (self);
}

static void
remove_row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *wizard = QUAN_WIZARD (widget);

  quan_order_remove_row (wizard->office, QUAN_CLAIM_WIZARD (widget)->id, g_variant_get_string (parameter, NULL),
                         quan_wizard_entered, quan_wizard_enter (wizard));
}

void
quan_claim_wizard_open (QuanClaimWizard *self, gint64 preparation)
{
  g_return_if_fail (QUAN_IS_CLAIM_WIZARD (self) && preparation != 0);

  self->id = preparation;
  quan_wizard_begin (QUAN_WIZARD (self));
}

static void
quan_claim_wizard_finalize (GObject *object)
{
  QuanClaimWizard *self = QUAN_CLAIM_WIZARD (object);

  g_free (self->note_path);
  g_free (self->note_text);
  G_OBJECT_CLASS (quan_claim_wizard_parent_class)->finalize (object);
}

static void
quan_claim_wizard_class_init (QuanClaimWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardClass *wizard_class = QUAN_WIZARD_CLASS (klass);
  const GType pages[QUAN_WIZARD_STEPS] = { QUAN_TYPE_ENTERPRISE_PAGE, QUAN_TYPE_CONTRACT_PAGE,
                                           QUAN_TYPE_ELIGIBILITY_PAGE, QUAN_TYPE_QUOTA_PAGE,
                                           QUAN_TYPE_CLAIM_PACKET_PAGE };

  G_OBJECT_CLASS (klass)->finalize = quan_claim_wizard_finalize;
  wizard_class->title = N_ ("Claim a voucher");
  wizard_class->origin = N_ ("Claims");
  memcpy (wizard_class->pages, pages, sizeof pages);
  wizard_class->free_snapshot = (GDestroyNotify) quan_prepared_free;
  wizard_class->order = order;
  wizard_class->describe = describe;
  wizard_class->step_of_path = step_of_path;
  wizard_class->attach = attach;
  wizard_class->turn_to_step = turn_to_step;
  gtk_widget_class_install_action (widget_class, "wizard.enter", "(ss)", enter_action);
  gtk_widget_class_install_action (widget_class, "wizard.note", "(ss)", note_action);
  gtk_widget_class_install_action (widget_class, "wizard.remove-row", "s", remove_row_action);
}

static void
quan_claim_wizard_init (QuanClaimWizard *self)
{
}

GtkWidget *
quan_claim_wizard_new (QuanOffice *office)
{
  QuanWizard *self = g_object_new (QUAN_TYPE_CLAIM_WIZARD, NULL);

  quan_wizard_set_up (self, office);
  return GTK_WIDGET (self);
}
