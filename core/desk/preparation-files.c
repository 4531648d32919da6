/* Claims in preparation: the files the officer keeps as documents of their packets. */
#include "core/desk/preparation-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/documents.h"

static gboolean
can_attach (const QuanWork *work, GError **error)
{
  const char *why = NULL;

  if (work->shown.locked)
    why = _("The claim has been submitted or is over, so nothing of it is changed any more.");
  else if (work->ids[QUAN_ROOT_CONTRACT] == 0)
    why = _("A file is kept for a contract, and this one has no number yet. Enter the code of the enterprise and the number "
            "of the contract first.");
  if (why != NULL)
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, why);
  return why == NULL;
}

/* Keeps a file for the contract being prepared. */
static gboolean
attach (QuanDesk *desk, const QuanWork *work, const char *document, const char *path, GError **error)
{
  QuanAttachment *attachment;
  QuanView view;
  gboolean kept;

  if (!quan_desk_view_on (desk, work->shown.enterprise, work->shown.claim, desk->as_of, &view, error))
    return FALSE;
  attachment = quan_record_new (&quan_attachment_type);
  attachment->enterprise = g_strdup (work->row->enterprise);
  attachment->contract = g_strdup (work->row->contract);
  attachment->document = g_strdup (document);
  kept = quan_desk_keep_document (desk, &view, QUAN_STAGE_CLAIM, attachment, path, error);
  quan_record_free (&quan_attachment_type, attachment);
  return kept;
}

gboolean
quan_desk_attach (QuanDesk *desk, gint64 id, const char *document, const char *path, GError **error)
{
  g_autoptr (QuanWork) work = quan_work_load (desk, id, error);

  return work != NULL && can_attach (work, error) && attach (desk, work, document, path, error);
}
