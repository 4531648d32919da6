/* The documents of a packet, as the facts tell of them. */
#pragma once
#include "core/engine/check.h"

/* How many days old a document with an age limit is on the date of a view, counted from the fact it is dated by; -1 where it
 * has no limit, or its date is missing or lies ahead. */
int quan_document_age (const QuanView *view, const QuanCase *subject, const QuanDocument *document);
/* Whether it is older than the pack allows. */
gboolean quan_document_is_stale (const QuanView *view, const QuanCase *subject, const QuanDocument *document);
/* Whether the packet of its stage holds it as a sheet this program makes. */
gboolean quan_document_is_made (const QuanPack *pack, const QuanDocument *document);
