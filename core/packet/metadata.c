#include "core/packet/metadata.h"

#include "core/packet/pdf-objects.h"

#define LANGUAGE "zh-CN"
#define PRODUCER "Quan " QUAN_VERSION

static const char xmp[] =
  "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
  "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
  "<dc:format>application/pdf</dc:format>\n"
  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1$s</rdf:li>"
  "<rdf:li xml:lang=\"" LANGUAGE "\">%1$s</rdf:li></rdf:Alt></dc:title>\n"
  "<dc:language><rdf:Bag><rdf:li>" LANGUAGE "</rdf:li></rdf:Bag></dc:language>\n"
  "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
  "<xmp:CreateDate>%2$s</xmp:CreateDate>\n"
  "<xmp:ModifyDate>%2$s</xmp:ModifyDate>\n"
  "</rdf:Description>\n"
  "</rdf:RDF>\n"
  "</x:xmpmeta>\n"
  "<?xpacket end=\"r\"?>\n";

char *
quan_pdf_date (QuanDate date)
{
  int year, month, day;

  quan_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("D:%04d%02d%02d000000+08'00'", year, month, day);
}

static char *
xmp_date (QuanDate date)
{
  char day[QUAN_DATE_BUF];

  return g_strconcat (quan_date_iso (date, day), "T00:00:00+08:00", NULL);
}

/* A title every format can hold: valid UTF-8, and a blank for each control character, which XML knows no way to write. */
static char *
clean_title (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (clean, g_unichar_iscntrl (c) || (c & 0xFFFE) == 0xFFFE ? ' ' : c);
  }
  return g_string_free (clean, FALSE);
}

static void
add_information (qpdf_data pdf, const char *title, QuanDate dated)
{
  qpdf_oh dictionary = qpdf_oh_new_dictionary (pdf);
  g_autofree char *date = quan_pdf_date (dated);

  quan_pdf_put_text (pdf, dictionary, "/Title", title);
  quan_pdf_put_text (pdf, dictionary, "/Producer", PRODUCER);
  quan_pdf_put (pdf, dictionary, "/CreationDate", qpdf_oh_new_string (pdf, date));
  quan_pdf_put (pdf, dictionary, "/ModDate", qpdf_oh_new_string (pdf, date));
  quan_pdf_put (pdf, qpdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (pdf, dictionary));
}

/* XMP is never compressed, so that programs that know nothing of PDF find it. */
static void
add_xmp (qpdf_data pdf, const char *title, QuanDate dated)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1), *date = xmp_date (dated);
  g_autoptr (GString) packet = g_string_new (NULL);
  qpdf_oh stream, dictionary;

  g_string_printf (packet, xmp, escaped, date);
  stream = quan_pdf_plain_stream (pdf, packet->str, packet->len);
  dictionary = qpdf_oh_get_dict (pdf, stream);
  quan_pdf_put_name (pdf, dictionary, "/Type", "/Metadata");
  quan_pdf_put_name (pdf, dictionary, "/Subtype", "/XML");
  quan_pdf_put (pdf, qpdf_get_root (pdf), "/Metadata", stream);
}

void
quan_pdf_describe (qpdf_data pdf, const char *title, QuanDate dated)
{
  g_autofree char *clean = clean_title (title);
  qpdf_oh root = qpdf_get_root (pdf);

  add_information (pdf, clean, dated);
  add_xmp (pdf, clean, dated);
  quan_pdf_put (pdf, root, "/Lang", qpdf_oh_new_string (pdf, LANGUAGE));
  quan_pdf_put (pdf, root, "/ViewerPreferences", qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}
