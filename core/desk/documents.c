/* The documents of packets: which there are, and the files the officer keeps as them. */
#include "core/desk/documents.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/desk/filing-private.h"
#include "core/engine/document.h"
#include "core/store/evidence.h"

#define FILE_MAX (50 * 1024 * 1024) /* bytes */

/* Every attachment of a filter, the later ones behind, with their ids. */
static GArray *
load_attachments (QuanDesk *desk, const QuanStoreFilter *filter, GPtrArray *attachments, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_ATTACHMENTS, filter, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  QuanAttachment *attachment;
  gint64 id;

  if (cursor == NULL)
    return NULL;
  while ((attachment = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    g_ptr_array_add (attachments, attachment);
    g_array_append_val (ids, id);
  }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static QuanDocumentState
state_of (const QuanDocumentSource *source, const QuanDocumentRow *row)
{
  if (quan_document_is_made (source->view->pack, row->document))
    return QUAN_DOCUMENT_MADE;
  if (quan_document_is_stale (source->view, source->subject, row->document))
    return QUAN_DOCUMENT_STALE;
  return row->attachment != NULL ? QUAN_DOCUMENT_PRESENT : QUAN_DOCUMENT_MISSING;
}

static QuanDocumentRow *
new_row (const QuanDocumentSource *source, const QuanDocument *document, const GPtrArray *attachments,
         const GArray *ids)
{
  QuanDocumentRow *row = g_new0 (QuanDocumentRow, 1);

  row->document = document;
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    const QuanAttachment *attachment = attachments->pdata[i];

    if (strcmp (attachment->document, document->id) == 0) {
      row->attachment = attachment;
      row->attachment_id = g_array_index (ids, gint64, i);
    }
  }
  row->state = state_of (source, row);
  return row;
}

gboolean
quan_desk_list_documents (QuanDesk *desk, const QuanDocumentSource *source, GPtrArray *rows, GPtrArray *attachments,
                          GError **error)
{
  const GArray *documents = source->view->pack->documents;
  g_autoptr (GArray) ids = NULL;

  if (source->filter != NULL && (ids = load_attachments (desk, source->filter, attachments, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++) {
    const QuanDocument *document = &g_array_index (documents, QuanDocument, i);

    if (document->stage == source->stage)
      g_ptr_array_add (rows, new_row (source, document, attachments, ids));
  }
  return TRUE;
}

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

/* Whether a pack names a document for a stage. */
static gboolean
is_document (const QuanPack *pack, QuanStage stage, const char *id, GError **error)
{
  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);

    if (document->stage == stage && strcmp (document->id, id) == 0)
      return TRUE;
  }
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("The policy “%s” asks for no document “%s”."), pack->id, id);
  return FALSE;
}

/* What is known of an attachment from its file. */
static void
describe (const QuanDesk *desk, QuanAttachment *attachment, const char *path, gsize size)
{
  g_autofree char *name = g_path_get_basename (path);
  char date[QUAN_DATE_BUF];

  attachment->name = g_filename_display_name (name);
  attachment->bytes = g_strdup_printf ("%" G_GSIZE_FORMAT, size);
  attachment->added = g_strdup (quan_date_iso (desk->as_of, date));
}

static gboolean
keep (QuanDesk *desk, QuanAttachment *attachment, GBytes *bytes, GError **error)
{
  attachment->sha256 = quan_store_keep_file (desk->store, bytes, error);
  return attachment->sha256 != NULL && quan_store_write (desk->store, QUAN_ATTACHMENTS, 0, attachment, error) != 0;
}

/* "licence 91110108MA01ABC25F/2024Q2", for the journal. Free with g_free. */
static char *
subject_of (const QuanAttachment *attachment)
{
  const char *place = attachment->round != NULL ? attachment->round : attachment->contract;

  return g_strconcat (attachment->document, " ", attachment->enterprise, place != NULL ? "/" : NULL, place, NULL);
}

gboolean
quan_desk_keep_document (QuanDesk *desk, const QuanView *view, QuanStage stage, QuanAttachment *attachment,
                         const char *path, GError **error)
{
  g_autofree char *subject = subject_of (attachment);
  g_autoptr (GBytes) bytes = NULL;

  if (!is_document (view->pack, stage, attachment->document, error) || (bytes = read_file (path, error)) == NULL)
    return FALSE;
  describe (desk, attachment, path, g_bytes_get_size (bytes));
  if (!quan_store_begin (desk->store, "attach", subject, error))
    return FALSE;
  if (keep (desk, attachment, bytes, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

static gboolean
delete_attachment (QuanDesk *desk, const QuanAttachment *attachment, gint64 id, GError **error)
{
  g_autofree char *subject = subject_of (attachment);

  if (!quan_store_begin (desk->store, "detach", subject, error))
    return FALSE;
  if (quan_store_delete (desk->store, QUAN_ATTACHMENTS, id, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

/* A file of a round stays once its redemption is submitted. */
static gboolean
round_lets_go (QuanDesk *desk, const QuanAttachment *attachment, GError **error)
{
  const QuanEnterprise owner = { .uscc = attachment->enterprise };
  QuanRedemption *redemption;
  gboolean open;
  gint64 id;

  if (!quan_desk_redemption_in_hand (desk, &owner, attachment->round, &redemption, &id, error))
    return FALSE;
  open = quan_redemption_is_open (redemption, error);
  quan_record_free (&quan_redemption_type, redemption);
  return open;
}

/* Nor does one of a contract go whose claim is submitted or approved. */
static gboolean
claim_lets_go (QuanDesk *desk, const QuanAttachment *attachment, GError **error)
{
  const QuanEnterprise owner = { .uscc = attachment->enterprise };
  QuanClaim *claim;
  gboolean filed;
  gint64 id;

  if (!quan_desk_claim_in_hand (desk, &owner, attachment->contract, &claim, &id, error))
    return FALSE;
  filed = claim != NULL && (claim->state == QUAN_CLAIM_SUBMITTED || claim->state == QUAN_CLAIM_APPROVED);
  quan_record_free (&quan_claim_type, claim);
  if (filed)
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                         _("The claim has been submitted or is over, so nothing of it is changed any more."));
  return !filed;
}

static gboolean
may_detach (QuanDesk *desk, const QuanAttachment *attachment, GError **error)
{
  if (attachment->round != NULL)
    return round_lets_go (desk, attachment, error);
  return attachment->contract == NULL || claim_lets_go (desk, attachment, error);
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
    ok = may_detach (desk, attachment, error) && delete_attachment (desk, attachment, id, error);
  else if (store != NULL)
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("This file is no longer attached."));
  quan_record_free (&quan_attachment_type, attachment);
  return ok;
}
