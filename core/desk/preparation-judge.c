/* Claims in preparation: the check of what is known so far, its totals, and the documents of its packet. */
#include "core/desk/preparation-private.h"

#include "core/desk/documents.h"

static void
add_up_lines (QuanPrepared *shown)
{
  const GPtrArray *lines = shown->contract->lines;

  shown->total = lines != NULL && lines->len > 0 ? 0 : QUAN_FEN_NONE;
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const QuanLine *line = lines->pdata[i];

    quan_money_add_known (&shown->total, line->amount);
    if (line->kind != 0)
      quan_money_add_known (&shown->totals[line->kind], line->amount);
  }
}

/* The day on which the claim is judged: its own, of a draft the day it is meant for. */
static QuanDate
date_of (const QuanDesk *desk, const QuanClaim *claim)
{
  return claim->submitted != QUAN_DATE_NONE ? claim->submitted : desk->as_of;
}

/* A draft that is no record yet counts as soon as something is known of it. */
static gboolean
is_new_draft (const QuanWork *work)
{
  const QuanClaim *claim = work->shown.claim;

  return work->ids[QUAN_ROOT_CLAIM] == 0
         && (claim->submitted != QUAN_DATE_NONE || claim->requested != QUAN_FEN_NONE);
}

/* The ledgers: those of the store, else what the enterprise says of earlier years. */
static gboolean
find_years (QuanDesk *desk, QuanWork *work, QuanDate date, GError **error)
{
  QuanPrepared *shown = &work->shown;
  QuanEnterprise stored;

  if (work->row->enterprise == NULL) {
    shown->years = quan_years_new ();
    if (!quan_years_add_openings (shown->years, work->judged_enterprise, error))
      return FALSE;
  } else {
    /* The store knows it by the code it had when it was read. */
    stored = *work->judged_enterprise;
    stored.uscc = work->row->enterprise;
    shown->years = quan_desk_years (desk, &stored, date, error);
  }
  return shown->years != NULL
         && (!is_new_draft (work) || quan_years_add_claim (shown->years, shown->claim, date, error));
}

/* Rows that lack what is required are left out of the check, but a line is not: its kind is then unknown, and so is the
 * base. */
static void
choose_facts (QuanWork *work)
{
  QuanPrepared *shown = &work->shown;
  const QuanField *lines = quan_record_field (&quan_contract_type, "lines");

  work->judged_enterprise = quan_complete_rows (&quan_enterprise_type, shown->enterprise, FALSE);
  work->judged_contract = quan_complete_rows (&quan_contract_type, shown->contract, FALSE);
  quan_field_clear (lines, work->judged_contract);
  if (shown->contract->lines != NULL) {
    work->judged_contract->lines = quan_record_list_new (&quan_line_type);
    for (guint i = 0; i < shown->contract->lines->len; i++)
      g_ptr_array_add (work->judged_contract->lines,
                       quan_record_copy (&quan_line_type, shown->contract->lines->pdata[i]));
  }
}

gboolean
quan_work_judge (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanPrepared *shown = &work->shown;
  gboolean own = work->ids[QUAN_ROOT_CLAIM] != 0 && shown->claim->state != QUAN_CLAIM_DRAFT;
  QuanDate date = date_of (desk, shown->claim);

  choose_facts (work);
  add_up_lines (shown);
  if (!quan_desk_view_on (desk, work->judged_enterprise, shown->claim, date, &shown->view, error)
      || !find_years (desk, work, date, error))
    return FALSE;
  if (is_new_draft (work))
    g_ptr_array_add (shown->claims, shown->claim);
  shown->subject = (QuanCase) {
    .enterprise = work->judged_enterprise,
    .provider = shown->provider->uscc != NULL ? shown->provider : NULL,
    .contract = work->judged_contract,
    .claims = shown->claims,
    .year = quan_years_get (shown->years, quan_date_year (date)),
    .judged = own ? shown->claim : NULL,
  };
  shown->check = quan_check_new (shown->view.pack);
  return quan_check_run (shown->check, &shown->view, &shown->subject, error)
         && quan_waiting (&shown->view, &shown->subject, shown->check, shown->years, &shown->waiting, error);
}

gboolean
quan_work_list_documents (QuanDesk *desk, QuanWork *work, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = work->row->enterprise, .contract = work->row->contract };
  const QuanDocumentSource source = {
    .view = &work->shown.view, .subject = &work->shown.subject, .stage = QUAN_STAGE_CLAIM,
    .filter = work->row->contract != NULL ? &filter : NULL,
  };

  return quan_desk_list_documents (desk, &source, work->shown.documents, work->shown.attachments, error);
}
