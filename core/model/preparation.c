#include "core/model/preparation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/redemption.h"

#define STEPS 5
#define SHA256_LENGTH 64

QUAN_RECORD_DESTROY (held_text)

#define AT(member) G_STRUCT_OFFSET (QuanHeldText, member)
static const QuanField held_text_fields[] = {
  { "path", QUAN_FIELD_TEXT, AT (path), .required = TRUE, .identifies = TRUE },
  { "text", QUAN_FIELD_TEXT, AT (text), .required = TRUE, .verbatim = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_held_text_type = {
  .name = "held_text",
  .size = sizeof (QuanHeldText),
  .fields = held_text_fields,
  .destroy = held_text_destroy,
};

static char *
preparation_contradiction (gconstpointer record, const char **key)
{
  const QuanPreparation *preparation = record;

  *key = "step";
  if (preparation->step < 1 || preparation->step > STEPS)
    return g_strdup_printf (_("A claim is prepared in %d steps, and this is none of them."), STEPS);
  *key = "contract";
  if (preparation->contract != NULL && preparation->enterprise == NULL)
    return g_strdup (_("A contract is named, but not its enterprise. Name the enterprise too."));
  return NULL;
}

QUAN_RECORD_DESTROY (preparation)

#define AT(member) G_STRUCT_OFFSET (QuanPreparation, member)
static const QuanField preparation_fields[] = {
  { "enterprise", QUAN_FIELD_USCC,   AT (enterprise) },
  { "contract",   QUAN_FIELD_TEXT,   AT (contract), .identifies = TRUE },
  { "step",       QUAN_FIELD_NUMBER, AT (step), .required = TRUE, .passing = TRUE },
  { "touched",    QUAN_FIELD_TEXT,   AT (touched), .identifies = TRUE },
  { "texts",      QUAN_FIELD_LIST,   AT (texts), .record = &quan_held_text_type },
  { NULL }
};
#undef AT

const QuanRecordType quan_preparation_type = {
  .name = "preparation",
  .plural = "preparations",
  .size = sizeof (QuanPreparation),
  .fields = preparation_fields,
  .contradiction = preparation_contradiction,
  .destroy = preparation_destroy,
};

/* The hash becomes the name of a file, so it is nothing but a hash. */
static char *
attachment_contradiction (gconstpointer record, const char **key)
{
  const QuanAttachment *attachment = record;

  *key = "sha256";
  if (strlen (attachment->sha256) != SHA256_LENGTH || strspn (attachment->sha256, "0123456789abcdef") != SHA256_LENGTH)
    return g_strdup (_("This is not a SHA-256 hash of 64 small hexadecimal digits."));
  *key = "bytes";
  if (attachment->bytes[strspn (attachment->bytes, "0123456789")] != '\0')
    return g_strdup (_("The size of a file is a whole number of bytes."));
  *key = "round";
  if (attachment->round != NULL && (attachment->contract != NULL || !quan_round_label_valid (attachment->round)))
    return g_strdup (_("A file is kept for a contract or for a round such as 2024Q2, not for both."));
  *key = "added";
  if (quan_date_parse_iso (attachment->added) == QUAN_DATE_NONE)
    return g_strdup (_("This is not a date in the form “2024-03-01”."));
  return NULL;
}

QUAN_RECORD_DESTROY (attachment)

#define AT(member) G_STRUCT_OFFSET (QuanAttachment, member)
static const QuanField attachment_fields[] = {
  { "enterprise", QUAN_FIELD_USCC,    AT (enterprise), .required = TRUE },
  { "contract",   QUAN_FIELD_TEXT,    AT (contract), .identifies = TRUE },
  { "round",      QUAN_FIELD_TEXT,    AT (round), .identifies = TRUE },
  { "document",   QUAN_FIELD_TEXT,    AT (document), .required = TRUE, .identifies = TRUE },
  { "name",       QUAN_FIELD_TEXT,    AT (name), .required = TRUE, .verbatim = TRUE },
  { "sha256",     QUAN_FIELD_TEXT,    AT (sha256), .required = TRUE, .identifies = TRUE },
  { "bytes",      QUAN_FIELD_DECIMAL, AT (bytes), .required = TRUE },
  { "added",      QUAN_FIELD_TEXT,    AT (added), .required = TRUE, .identifies = TRUE },
  { NULL }
};
#undef AT

const QuanRecordType quan_attachment_type = {
  .name = "attachment",
  .plural = "attachments",
  .size = sizeof (QuanAttachment),
  .fields = attachment_fields,
  .contradiction = attachment_contradiction,
  .destroy = attachment_destroy,
};
