/* The documents of a packet and the files kept for them. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/desk/preparation.h"

/* What the rows of documents are told from. */
typedef struct {
  const QuanView        *view;
  const QuanCase        *subject;  /* whose facts date them */
  QuanStage              stage;
  const QuanStoreFilter *filter;   /* of the files kept for them; NULL: there can be none */
} QuanDocumentSource;

/* The documents of a stage in the pack's order, into rows (of QuanDocumentRow), which point to the last file of each,
 * into attachments (of QuanAttachment). */
gboolean quan_desk_list_documents (QuanDesk *desk, const QuanDocumentSource *source, GPtrArray *rows,
                                   GPtrArray *attachments, GError **error);

/*
 * Keeps a copy of a file as a document, in one act: attachment says whose it is and what for, the rest is filled in.
 * QUAN_ERROR_INPUT: a file that is empty, too large, or not a plain file. QUAN_ERROR_USAGE: a document that the pack
 * of the view does not name for the stage.
 */
gboolean quan_desk_keep_document (QuanDesk *desk, const QuanView *view, QuanStage stage, QuanAttachment *attachment,
                                  const char *path, GError **error);
