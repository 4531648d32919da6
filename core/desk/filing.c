/* What the officer sees of a round's filing: everything known of it at one moment. */
#include "core/desk/filing-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/documents.h"
#include "core/desk/frozen.h"

void
quan_filing_free (QuanFiling *filing)
{
  if (filing == NULL)
    return;
  g_clear_pointer (&filing->documents, g_ptr_array_unref);
  g_clear_pointer (&filing->attachments, g_ptr_array_unref);
  g_clear_pointer (&filing->three_way, quan_three_way_free);
  g_clear_pointer (&filing->places, g_array_unref);
  g_clear_pointer (&filing->preview, quan_preview_free);
  g_clear_pointer (&filing->records, quan_workspace_free);
  quan_record_free (&quan_redemption_type, filing->redemption);
  quan_record_free (&quan_enterprise_type, filing->enterprise);
  g_free (filing);
}

/* Takes a redemption out of the records. */
static void
leave_out (QuanWorkspace *records, const QuanRedemption *redemption)
{
  GPtrArray *redemptions = records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++)
    if (quan_record_equal (&quan_redemption_type, redemptions->pdata[i], redemption)) {
      g_ptr_array_remove_index (redemptions, i);
      return;
    }
}

/* A round the pack does not have takes nothing and has no places. */
static gboolean
judge (QuanFiling *filing, const char *label, QuanLanguage language, GError **error)
{
  filing->preview = quan_preview (&filing->view, filing->enterprise, filing->records, label, error);
  if (filing->preview == NULL)
    return FALSE;
  filing->places = filing->preview->window != NULL
                     ? quan_invoice_places (&filing->view, filing->enterprise, filing->records, label, error)
                     : g_array_new (FALSE, FALSE, sizeof (QuanInvoicePlace));
  if (filing->places == NULL)
    return FALSE;
  filing->three_way = quan_three_way (&filing->view, filing->enterprise, filing->records, filing->preview,
                                      QUAN_DATE_NONE, language, error);
  return filing->three_way != NULL;
}

gboolean
quan_filing_has_round (const QuanFiling *filing, GError **error)
{
  if (filing->preview->window != NULL)
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The policy “%s” has no round %s."), filing->view.pack->id,
               filing->preview->round);
  return FALSE;
}

QuanFiling *
quan_filing_judge (QuanWorkspace *records, const char *label, const QuanRedemption *redemption, const QuanView *view,
                   QuanLanguage language, GError **error)
{
  g_autoptr (QuanFiling) filing = g_new0 (QuanFiling, 1);

  filing->view = *view;
  filing->records = records;
  filing->enterprise = quan_record_copy (&quan_enterprise_type, records->sections[QUAN_ENTERPRISES]->pdata[0]);
  if (redemption != NULL)
    leave_out (records, redemption);
  return judge (filing, label, language, error) ? g_steal_pointer (&filing) : NULL;
}

gboolean
quan_redemption_is_filed (const QuanRedemption *redemption)
{
  return redemption != NULL
         && (redemption->state == QUAN_REDEMPTION_SUBMITTED || redemption->state == QUAN_REDEMPTION_PAID);
}

gboolean
quan_redemption_is_over (const QuanRedemption *redemption)
{
  return redemption->state == QUAN_REDEMPTION_PAID || redemption->state == QUAN_REDEMPTION_REJECTED
         || redemption->state == QUAN_REDEMPTION_WITHDRAWN;
}

gboolean
quan_redemption_is_open (const QuanRedemption *redemption, GError **error)
{
  if (redemption == NULL || redemption->state == QUAN_REDEMPTION_DRAFT || redemption->state == QUAN_REDEMPTION_RETURNED)
    return TRUE;
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                       _("The redemption has been submitted or is over, so nothing of it is changed any more."));
  return FALSE;
}

/* The redemption that was submitted with frozen facts. */
static const QuanRedemption *
submitted_one (const QuanWorkspace *facts, const char *label, QuanDate submitted)
{
  const GPtrArray *redemptions = facts->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = redemptions->pdata[i];

    if (redemption->state == QUAN_REDEMPTION_SUBMITTED && redemption->submitted == submitted
        && strcmp (redemption->round, label) == 0)
      return redemption;
  }
  return NULL;
}

QuanFiling *
quan_filing_judge_frozen (const QuanDesk *desk, const QuanFrozen *frozen, QuanLanguage language,
                          QuanRedemption **submitted, GError **error)
{
  g_autoptr (json_t) answer = quan_frozen_answer (frozen, error);
  const json_t *round = answer != NULL ? json_object_get (answer, QUAN_FROZEN_ROUND) : NULL;
  const char *label = json_string_value (json_object_get (round, "round"));
  const QuanRedemption *own;
  QuanWorkspace *facts;
  QuanView view;

  if (answer == NULL || !quan_frozen_view (desk, frozen, round, &view, error)
      || (facts = quan_frozen_facts (frozen, error)) == NULL)
    return NULL;
  own = label != NULL ? submitted_one (facts, label, view.as_of) : NULL;
  if (own == NULL) {
    quan_workspace_free (facts);
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                         _("The frozen facts do not hold the redemption that was submitted."));
    return NULL;
  }
  *submitted = quan_record_copy (&quan_redemption_type, own);
  return quan_filing_judge (facts, label, *submitted, &view, language, error);
}

/* The last packet of a redemption whose pack is here in the version it was frozen under; NULL if there is none. */
static const QuanFrozen *
last_frozen (const QuanDesk *desk, const GPtrArray *packets)
{
  const QuanFrozen *last = packets->len > 0 ? packets->pdata[packets->len - 1] : NULL;

  return last != NULL && quan_pack_shelf_pinned (desk->shelf, last->policy, last->policy_hash) != NULL ? last : NULL;
}

/* What was filed, as it was: from its frozen facts if there are any. *filing is NULL if there are none. */
static gboolean
judge_filed (QuanDesk *desk, gint64 id, QuanLanguage language, QuanFiling **filing, GError **error)
{
  g_autoptr (GPtrArray) packets = quan_store_packets (desk->store, QUAN_REDEMPTIONS, id, error);
  const QuanFrozen *frozen = packets != NULL ? last_frozen (desk, packets) : NULL;
  QuanRedemption *submitted = NULL;

  *filing = frozen != NULL ? quan_filing_judge_frozen (desk, frozen, language, &submitted, error) : NULL;
  quan_record_free (&quan_redemption_type, submitted);
  return packets != NULL && (frozen == NULL || *filing != NULL);
}

/* From the records as they are: of what was filed on its own day, else on the as-of date. */
static QuanFiling *
judge_now (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label, const QuanRedemption *redemption,
           QuanLanguage language, GError **error)
{
  gboolean filed = quan_redemption_is_filed (redemption) && redemption->submitted != QUAN_DATE_NONE;
  gboolean pinned = filed || (redemption != NULL && !quan_redemption_is_over (redemption));
  QuanWorkspace *records;
  QuanView view;

  if (!quan_desk_view_under (desk, enterprise, pinned ? redemption->policy : NULL,
                             filed ? redemption->submitted : desk->as_of, &view, error))
    return NULL;
  records = quan_desk_round_records (desk, enterprise, error);
  return records != NULL ? quan_filing_judge (records, label, redemption, &view, language, error) : NULL;
}

/* The documents of the round's packet, and the files kept for it. */
static gboolean
list_documents (QuanDesk *desk, QuanFiling *filing, const char *label, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = filing->enterprise->uscc, .round = label };
  const QuanCase subject = { .enterprise = filing->enterprise };
  const QuanDocumentSource source = {
    .view = &filing->view, .subject = &subject, .stage = QUAN_STAGE_REDEMPTION, .filter = &filter,
  };

  filing->documents = g_ptr_array_new_with_free_func (g_free);
  filing->attachments = quan_record_list_new (&quan_attachment_type);
  return quan_desk_list_documents (desk, &source, filing->documents, filing->attachments, error);
}

QuanFiling *
quan_filing_find (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label, QuanLanguage language,
                  GError **error)
{
  QuanRedemption *redemption;
  QuanFiling *filing = NULL;
  gboolean found;
  gint64 id;

  if (!quan_desk_redemption_in_hand (desk, enterprise, label, &redemption, &id, error))
    return NULL;
  found = !quan_redemption_is_filed (redemption) || judge_filed (desk, id, language, &filing, error);
  if (found && filing == NULL)
    filing = judge_now (desk, enterprise, label, redemption, language, error);
  if (filing == NULL) {
    quan_record_free (&quan_redemption_type, redemption);
    return NULL;
  }
  filing->redemption = redemption;
  filing->id = id;
  filing->locked = !quan_redemption_is_open (redemption, NULL);
  if (!list_documents (desk, filing, label, error))
    g_clear_pointer (&filing, quan_filing_free);
  return filing;
}

QuanFiling *
quan_desk_filing (QuanDesk *desk, const char *enterprise, const char *label, GError **error)
{
  const QuanEnterprise *owner;
  g_autofree char *in_hand = NULL;

  if (label != NULL && !quan_desk_is_round (label, error))
    return NULL;
  owner = quan_desk_enterprise (desk, enterprise, error);
  if (owner == NULL)
    return NULL;
  if (label == NULL)
    label = in_hand = quan_desk_round_in_hand (desk, owner, error);
  return label != NULL ? quan_filing_find (desk, owner, label, quan_language_of_locale (), error) : NULL;
}

/* Keeps a file for a round of an enterprise; the redemption in hand (or NULL) says under which pack. */
static gboolean
attach (QuanDesk *desk, const QuanEnterprise *enterprise, const char *label, const QuanRedemption *redemption,
        const char *document, const char *path, GError **error)
{
  QuanAttachment *attachment;
  QuanView view;
  gboolean kept;

  if (!quan_redemption_is_open (redemption, error)
      || !quan_desk_view_under (desk, enterprise, redemption != NULL ? redemption->policy : NULL, desk->as_of, &view,
                                error))
    return FALSE;
  attachment = quan_record_new (&quan_attachment_type);
  attachment->enterprise = g_strdup (enterprise->uscc);
  attachment->round = g_strdup (label);
  attachment->document = g_strdup (document);
  kept = quan_desk_keep_document (desk, &view, QUAN_STAGE_REDEMPTION, attachment, path, error);
  quan_record_free (&quan_attachment_type, attachment);
  return kept;
}

gboolean
quan_desk_attach_to_round (QuanDesk *desk, const char *enterprise, const char *label, const char *document,
                           const char *path, GError **error)
{
  const QuanEnterprise *owner;
  QuanRedemption *redemption;
  gint64 id;
  gboolean kept;

  if (!quan_desk_is_round (label, error))
    return FALSE;
  owner = quan_desk_enterprise (desk, enterprise, error);
  if (owner == NULL || !quan_desk_redemption_in_hand (desk, owner, label, &redemption, &id, error))
    return FALSE;
  kept = attach (desk, owner, label, redemption, document, path, error);
  quan_record_free (&quan_redemption_type, redemption);
  return kept;
}
