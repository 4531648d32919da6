#include "ui/wizard/contract-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/entries/form-choice.h"

/* Answers to whether there are other subsidies, in the order of the choice. */
enum { SUBSIDIES_NONE, SUBSIDIES_SOME };

static void
enter (gpointer self, const char *path, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", path, text);
}

/* The place of the contract's provider among those known; their number if it is not among them. */
static guint
known_provider (const QuanPrepared *prepared)
{
  guint i = 0;

  for (; i < prepared->providers->len; i++) {
    const QuanProvider *known = prepared->providers->pdata[i];

    if (g_strcmp0 (known->uscc, prepared->provider->uscc) == 0)
      break;
  }
  return i;
}

static void
set_provider_options (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) options = NULL;

  for (guint i = 0; i < prepared->providers->len; i++) {
    const QuanProvider *known = prepared->providers->pdata[i];

    g_strv_builder_add (names, known->name != NULL ? known->name : known->uscc);
  }
  g_strv_builder_add (names, _("New provider…"));
  options = g_strv_builder_end (names);
  quan_form_choice_set_options (QUAN_FORM_CHOICE (self->provider), (const char *const *) options);
}

/* The fields of a new provider stay while they are being filled in, even once its code has made it a known one. */
void
quan_contract_page_show_provider (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autofree char *name = quan_prepared_text (prepared, "provider.name");
  g_autofree char *code = quan_prepared_text (prepared, "provider.uscc");
  guint place = known_provider (prepared), n = prepared->providers->len;
  gboolean begun = self->new_provider || name != NULL || code != NULL || n == 0;
  gboolean fields = self->new_provider || (place == n && begun) || (place < n && name == NULL);

  set_provider_options (self, prepared);
  quan_form_choice_show (QUAN_FORM_CHOICE (self->provider),
                         place < n || begun ? place : GTK_INVALID_LIST_POSITION);
  quan_form_choice_set_hint (QUAN_FORM_CHOICE (self->provider), place < n ? code : NULL);
  gtk_widget_set_visible (self->provider_name, fields);
  gtk_widget_set_visible (self->provider_uscc, fields);
}

void
quan_contract_page_provider_chosen (QuanContractPage *self, guint place)
{
  const QuanPrepared *prepared = quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self));
  gboolean known = prepared != NULL && place < prepared->providers->len;

  if (prepared == NULL)
    return;
  self->new_provider = place == prepared->providers->len;
  gtk_widget_set_visible (self->provider_name, self->new_provider);
  gtk_widget_set_visible (self->provider_uscc, self->new_provider);
  enter (self, "provider.uscc", known ? ((const QuanProvider *) prepared->providers->pdata[place])->uscc : "");
  if (self->new_provider)
    gtk_widget_grab_focus (self->provider_name);
}

void
quan_contract_page_set_field_options (QuanContractPage *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) options = NULL;

  for (const QuanTerm *term = quan_fields_of_use.terms; term->id != NULL; term++)
    g_strv_builder_add (names, quan_term_name (term, quan_language_of_locale ()));
  g_strv_builder_add (names, _("Other…"));
  options = g_strv_builder_end (names);
  quan_form_choice_set_options (QUAN_FORM_CHOICE (self->field), (const char *const *) options);
}

static guint
n_fields_of_use (void)
{
  guint n = 0;

  while (quan_fields_of_use.terms[n].id != NULL)
    n++;
  return n;
}

void
quan_contract_page_show_field (QuanContractPage *self, const QuanPrepared *prepared)
{
  g_autofree char *text = quan_prepared_text (prepared, "contract.field");
  int value = quan_vocabulary_value (&quan_fields_of_use, text);
  gboolean other = value == 0 && (text != NULL || self->another_field);

  self->another_field = other;
  quan_form_choice_show (QUAN_FORM_CHOICE (self->field),
                         value > 0 ? (guint) value - 1 : other ? n_fields_of_use () : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (self->other_field, other);
}

void
quan_contract_page_field_chosen (QuanContractPage *self, guint place)
{
  gboolean named = place < n_fields_of_use ();

  self->another_field = place == n_fields_of_use ();
  gtk_widget_set_visible (self->other_field, self->another_field);
  enter (self, "contract.field", named ? quan_fields_of_use.terms[place].id : "");
  if (self->another_field)
    gtk_widget_grab_focus (self->other_field);
}

void
quan_contract_page_show_subsidies (QuanContractPage *self, const QuanPrepared *prepared)
{
  const GPtrArray *list = prepared->contract->other_subsidies;
  gboolean some = list != NULL ? list->len > 0 : self->some_subsidy;
  g_autofree char *text = some ? g_strdup_printf (_("Other subsidies (%u)"), list != NULL ? list->len : 0)
                               : g_strdup (list != NULL ? _("Other subsidies (none)")
                                                        : _("Other subsidies (not stated)"));

  self->some_subsidy = some;
  gtk_label_set_text (GTK_LABEL (self->subsidies_label), text);
  quan_set_name (self->subsidies, text);
  quan_form_choice_show (QUAN_FORM_CHOICE (self->any_subsidy), some           ? SUBSIDIES_SOME
                                                               : list != NULL ? SUBSIDIES_NONE
                                                                              : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (self->subsidy_rows, some);
}

void
quan_contract_page_subsidy_chosen (QuanContractPage *self, guint answer)
{
  self->some_subsidy = answer == SUBSIDIES_SOME;
  gtk_widget_set_visible (self->subsidy_rows, self->some_subsidy);
  enter (self, "contract.other_subsidies", answer == SUBSIDIES_NONE ? "none" : "");
}
