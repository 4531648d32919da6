/* The way a path leads through a record. Internal to the model. */
#pragma once
#include "core/model/record.h"

#define QUAN_NO_ROW (-1)

/* Where a path leads. */
typedef struct {
  const QuanField *field;   /* of the last step; NULL: the path names nothing */
  int              row;     /* of the last step, QUAN_NO_ROW if it names none */
  gpointer         record;  /* that has the field; NULL where it is not there */
  const QuanField *part;    /* the part that record is, in owner; else NULL */
  gpointer         owner;
} QuanPlace;

/* How far a walk may add what is missing on the way. */
typedef enum { QUAN_MAKE_NOTHING, QUAN_MAKE_ROWS, QUAN_MAKE_ALL } QuanMake;

/* Follows a path from a record, which may be NULL where only its type matters. */
QuanPlace quan_record_place (const QuanRecordType *type, gpointer record, const char *path, QuanMake make);

/* The error of a path that names nothing: QUAN_ERROR_USAGE. Always FALSE. */
gboolean quan_record_names_nothing (const char *path, GError **error);
