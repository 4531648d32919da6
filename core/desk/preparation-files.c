/* Claims in preparation: the files the officer keeps as documents of their packets. */
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/desk/preparation-private.h"
#include "core/store/evidence.h"

#define FILE_MAX (50 * 1024 * 1024) /* bytes */

static gboolean
is_plain_file (const char *path, GError **error)
{
  GStatBuf status;

  /* What cannot be looked at cannot be read either, and is told then. */
  if (g_stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("%s is not a file. Choose a file, such as a PDF."), path);
  return FALSE;
}

/* The bytes of a file that can be kept. */
static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = is_plain_file (path, error) ? quan_file_read (path, FILE_MAX, error) : NULL;

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > 0)
    return g_steal_pointer (&bytes);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("%s is empty. Choose the file that holds the document."), path);
  return NULL;
}

/* Whether a pack of the desk names a document, which the officer has to bring. */
static gboolean
is_document (QuanDesk *desk, const QuanWork *work, const char *id, GError **error)
{
  QuanView view;

  if (!quan_desk_view_on (desk, work->shown.enterprise, work->shown.claim, desk->as_of, &view, error))
    return FALSE;
  for (guint i = 0; i < view.pack->documents->len; i++)
    if (strcmp (g_array_index (view.pack->documents, QuanDocument, i).id, id) == 0)
      return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("The policy “%s” asks for no document “%s”."), view.pack->id, id);
  return FALSE;
}

static QuanAttachment *
new_attachment (const QuanDesk *desk, const QuanPreparation *row, const char *document, const char *path, gsize size)
{
  QuanAttachment *attachment = quan_record_new (&quan_attachment_type);
  g_autofree char *name = g_path_get_basename (path);
  char date[QUAN_DATE_BUF];

  attachment->enterprise = g_strdup (row->enterprise);
  attachment->contract = g_strdup (row->contract);
  attachment->document = g_strdup (document);
  attachment->name = g_filename_display_name (name);
  attachment->bytes = g_strdup_printf ("%" G_GSIZE_FORMAT, size);
  attachment->added = g_strdup (quan_date_iso (desk->as_of, date));
  return attachment;
}

static gboolean
keep (QuanDesk *desk, QuanAttachment *attachment, GBytes *bytes, GError **error)
{
  attachment->sha256 = quan_store_keep_file (desk->store, bytes, error);
  return attachment->sha256 != NULL && quan_store_write (desk->store, QUAN_ATTACHMENTS, 0, attachment, error) != 0;
}

static gboolean
keep_whole (QuanDesk *desk, const QuanPreparation *row, QuanAttachment *attachment, GBytes *bytes, GError **error)
{
  g_autofree char *subject = quan_preparation_subject (row, attachment->document);

  if (!quan_store_begin (desk->store, "attach", subject, error))
    return FALSE;
  if (keep (desk, attachment, bytes, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

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

gboolean
quan_desk_attach (QuanDesk *desk, gint64 id, const char *document, const char *path, GError **error)
{
  g_autoptr (QuanWork) work = quan_work_load (desk, id, error);
  g_autoptr (GBytes) bytes = NULL;
  QuanAttachment *attachment;
  gboolean ok;

  if (work == NULL || !can_attach (work, error) || !is_document (desk, work, document, error))
    return FALSE;
  bytes = read_file (path, error);
  if (bytes == NULL)
    return FALSE;
  attachment = new_attachment (desk, work->row, document, path, g_bytes_get_size (bytes));
  ok = keep_whole (desk, work->row, attachment, bytes, error);
  quan_record_free (&quan_attachment_type, attachment);
  return ok;
}

static gboolean
delete_attachment (QuanDesk *desk, const QuanAttachment *attachment, gint64 id, GError **error)
{
  const QuanPreparation row = { .enterprise = attachment->enterprise, .contract = attachment->contract };
  g_autofree char *subject = quan_preparation_subject (&row, attachment->document);

  if (!quan_store_begin (desk->store, "detach", subject, error))
    return FALSE;
  if (quan_store_delete (desk->store, QUAN_ATTACHMENTS, id, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

gboolean
quan_desk_detach (QuanDesk *desk, gint64 id, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (GError) failure = NULL;
  QuanAttachment *attachment = store != NULL ? quan_store_get (store, QUAN_ATTACHMENTS, id, &failure) : NULL;
  gboolean ok = FALSE;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (attachment != NULL)
    ok = delete_attachment (desk, attachment, id, error);
  else if (store != NULL)
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("This file is no longer attached."));
  quan_record_free (&quan_attachment_type, attachment);
  return ok;
}
