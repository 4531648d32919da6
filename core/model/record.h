/* Records described by tables: one description serves reading, writing, storing, comparing and freeing. */
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/model/vocabulary.h"

typedef struct QuanRecordType QuanRecordType;

/* What a member of a record's struct holds, and how absence is said. Absent is unknown, never zero or false. */
typedef enum {
  QUAN_FIELD_TEXT,       /* char *, UTF-8, NULL absent */
  QUAN_FIELD_USCC,       /* char *, a normalised code of 18 characters, NULL absent */
  QUAN_FIELD_DECIMAL,    /* char *, "-?digits[.digits]" up to 15 and 8 places, kept as written, NULL absent */
  QUAN_FIELD_DATE,       /* QuanDate, QUAN_DATE_NONE absent */
  QUAN_FIELD_MONEY,      /* QuanFen, not negative, QUAN_FEN_NONE absent */
  QUAN_FIELD_SIGNED,     /* QuanFen, may be negative, QUAN_FEN_NONE absent */
  QUAN_FIELD_FLAG,       /* int, a QuanFlag */
  QUAN_FIELD_NUMBER,     /* int, not negative, QUAN_NUMBER_NONE absent */
  QUAN_FIELD_TERM,       /* int, a value of field->terms, 0 absent */
  QUAN_FIELD_DATES,      /* GArray of QuanDate, NULL absent; empty is "none", which is known */
  QUAN_FIELD_TEXTS,      /* GPtrArray of char *, NULL absent */
  QUAN_FIELD_LIST,       /* GPtrArray of records of field->record, NULL absent */
  QUAN_FIELD_PART,       /* pointer to a record of field->record, NULL absent */
} QuanFieldKind;

typedef enum { QUAN_FLAG_NONE, QUAN_FLAG_NO, QUAN_FLAG_YES } QuanFlag;
#define QUAN_NUMBER_NONE (-1)

/* The longest texts a record may hold, in characters. No text but a verbatim one holds control characters; line breaks
 * and tabs are allowed where the text identifies nothing. */
#define QUAN_IDENTIFIER_MAX 100
#define QUAN_TEXT_MAX 10000
#define QUAN_VERBATIM_MAX 1000000

typedef struct {
  const char           *key;        /* key of the workspace format and column of the store */
  QuanFieldKind         kind;
  gsize                 offset;     /* of the member in the record's struct */
  gboolean              required;   /* a record without it is refused */
  const QuanVocabulary *terms;      /* of QUAN_FIELD_TERM */
  const QuanRecordType *record;     /* of QUAN_FIELD_LIST and QUAN_FIELD_PART */
  gsize                 named;      /* offset of a gboolean, FALSE where the field was filled in, not written; 0 none */
  gboolean              identifies; /* a text that names something: not empty, at most QUAN_IDENTIFIER_MAX characters */
  gboolean              verbatim;   /* a text kept as it was typed: blank, control characters and all, at most
                                     * QUAN_VERBATIM_MAX characters */
  gboolean              passing;    /* a plain member that says where the officer is, not what is so: an undo neither minds
                                     * nor brings back a change of it */
} QuanField;

struct QuanRecordType {
  const char      *name;     /* "contract": names facts ("contract.signed") and messages */
  const char      *plural;   /* "contracts": key of the workspace and table of the store; NULL for parts and lines */
  gsize            size;     /* of the struct */
  const QuanField *fields;   /* in canonical order, terminated by a field whose key is NULL */
  /* Refuses a record whose fields contradict each other (an end before its start) or are not of their form (a bank
   * account of letters); NULL if nothing can. Names the offending key in *key and returns a translated sentence to
   * free, or NULL if all is well. */
  char *(*contradiction) (gconstpointer record, const char **key);
  GDestroyNotify        destroy; /* quan_record_free for this type, see QUAN_RECORD_DESTROY */
  const QuanRecordType *narrows; /* the type with all fields of the struct, where this one has fewer; else NULL */
};

/* Defines NAME_destroy for the record type quan_NAME_type. */
#define QUAN_RECORD_DESTROY(name)                    \
  static void                                        \
  name##_destroy (gpointer record)                   \
  {                                                  \
    quan_record_free (&quan_##name##_type, record);  \
  }

/*
 * Judges a record that has been typed, read or imported: required fields, the form of texts, contradictions, the same
 * of its parts. NULL if all is well, else a translated sentence to free, and in *place (to free) what it is about, such
 * as "lines[2].ends".
 */
char *quan_record_judge (const QuanRecordType *type, gconstpointer record, char **place);

/* A record with every field absent. */
gpointer quan_record_new (const QuanRecordType *type);
void     quan_record_free (const QuanRecordType *type, gpointer record);
gpointer quan_record_copy (const QuanRecordType *type, gconstpointer record);
/* Whether two records hold the same facts, field by field, lists in order. */
gboolean quan_record_equal (const QuanRecordType *type, gconstpointer a, gconstpointer b);
/* The field of a key, NULL if the type has none. */
const QuanField *quan_record_field (const QuanRecordType *type, const char *key);
/* Whether a field of a record is absent. */
gboolean quan_field_absent (const QuanField *field, gconstpointer record);
/* Makes a field of a record absent. */
void quan_field_clear (const QuanField *field, gpointer record);
/* Whether a text is a decimal within the limits of QUAN_FIELD_DECIMAL. */
gboolean quan_decimal_valid (const char *text);
/* An empty list that frees its records of this type. */
GPtrArray *quan_record_list_new (const QuanRecordType *type);

/* For contradiction: a sentence to free if both dates are known and the end is before the start, else NULL. */
char *quan_period_contradiction (QuanDate starts, QuanDate ends);

#define QUAN_FIELD_MEMBER(field, record, type) ((type *) (gpointer) ((char *) (record) + (field)->offset))
