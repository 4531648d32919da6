/* What a PDF says of itself. */
#pragma once
#include <qpdf/qpdf-c.h>

#include "core/base/date.h"

/* The PDF's own way of writing a day, at midnight in Beijing. Free with g_free. */
char *quan_pdf_date (QuanDate date);
/* Title, day, language and producer, in the information dictionary and again as XMP. */
void  quan_pdf_describe (qpdf_data pdf, const char *title, QuanDate dated);
