/* The checklist of a packet, as rows to be shown: the sheets this program makes, and the documents the officer adds. */
#pragma once
#include "core/desk/preparation.h"
#include "ui/pdf.h"

/* What there is to know of a packet, taken from a snapshot. Nothing is owned. */
typedef struct {
  const QuanView    *view;
  const QuanCase    *subject;     /* what the age of documents counts from; NULL: none has one */
  const char *const *parts;       /* of the packet, ids of the pack */
  const GPtrArray   *documents;   /* of QuanDocumentRow */
  const char        *enterprise;  /* its code */
  const char        *name;        /* what the packet is of: the number of a contract, the label of a round */
  gboolean           possible;    /* a packet can be made */
  gboolean           locked;      /* it is frozen */
  gboolean           submitted;   /* it waits for an answer */
  gboolean           answerable;  /* an answer, or that it was withdrawn, can be recorded */
} QuanPacketFacts;

typedef enum { QUAN_ITEMS_MADE, QUAN_ITEMS_NAMED, QUAN_ITEMS_USUAL, QUAN_N_ITEM_GROUPS } QuanItemGroup;

typedef struct {
  QuanItemGroup      group;
  QuanDocumentState  state;
  gboolean           optional;    /* its absence keeps nothing from being ready */
  gboolean           starred;     /* named in the notice */
  char              *title;
  char              *detail;      /* file, date, what is asked for; NULL */
  char              *requirement; /* what the pack asks of it; NULL */
  char              *document;    /* id of the document; NULL where the sheet is none */
  char              *dated;       /* path of the fact its age counts from; NULL */
  gint64             attachment;  /* id, 0 where there is none */
  int                first;       /* page of the packet it begins on, from 0; -1 */
  guint              n_pages;     /* of the packet; 0 where that is not known */
} QuanPacketItem;

/* The rows in their order: by group, then as the pack has them. pdf: the packet, NULL while it is not made. Free with
 * g_ptr_array_unref. */
GPtrArray *quan_packet_items (const QuanPacketFacts *facts, QuanPdf *pdf);

/* What the parts of a packet are called in the language of the screen, in their order, NULL-terminated; NULL where the bookmarks of
 * pdf are not those of the pack's plan. Free with g_strfreev. */
char **quan_packet_part_names (const QuanPacketFacts *facts, QuanPdf *pdf);

/* How many documents (of QuanDocumentRow) are missing that have to be there, and how many are out of date. */
void quan_packet_count (const GPtrArray *documents, guint *missing, guint *stale);

/* The word for a row's state, and its mark. Static. */
const char *quan_packet_item_word (const QuanPacketItem *item);
const char *quan_packet_item_icon (const QuanPacketItem *item);
const char *quan_packet_item_class (const QuanPacketItem *item);
