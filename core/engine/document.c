#include "core/engine/document.h"

int
quan_document_age (const QuanView *view, const QuanCase *subject, const QuanDocument *document)
{
  g_autofree char *text = NULL;
  QuanDate dated;

  if (document->max_age_days == 0)
    return -1;
  text = quan_fact_text (&document->dated, subject, QUAN_LANGUAGE_ZH);
  dated = text != NULL ? quan_date_parse_iso (text) : QUAN_DATE_NONE;
  return dated != QUAN_DATE_NONE && dated <= view->as_of ? view->as_of - dated : -1;
}

gboolean
quan_document_is_stale (const QuanView *view, const QuanCase *subject, const QuanDocument *document)
{
  return quan_document_age (view, subject, document) > document->max_age_days;
}

gboolean
quan_document_is_made (const QuanPack *pack, const QuanDocument *document)
{
  const char *const *parts = quan_pack_plan (pack, document->stage)->parts;

  return parts != NULL && g_strv_contains (parts, document->id);
}
