/* The command line, read. */
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

/* Everything a command line can say. Absent: NULL, FALSE, QUAN_DATE_NONE, QUAN_FEN_NONE or 0. */
typedef struct {
  char       *store, *enterprise, *policy;
  QuanDate    as_of;
  GPtrArray  *readings;  /* of char *, "KEY=VALUE" */
  int         wait;      /* seconds */
  gboolean    json, quiet, version, help;

  gboolean    dry_run;
  char       *output, *ics;
  int         year;      /* 0 absent */
  QuanDate    date, issued;
  QuanFen     amount;
  char       *voucher, *reason;

  GPtrArray  *operands;  /* of char *: the command's words and what it works on */
  GPtrArray  *given;     /* of const Option *, in the order of the line */
} Arguments;

typedef enum {
  OPTION_FLAG,
  OPTION_TEXT,
  OPTION_TEXTS,   /* may be repeated */
  OPTION_DATE,
  OPTION_MONEY,
  OPTION_SECONDS,
  OPTION_YEAR,
} OptionKind;

typedef struct {
  const char *name;    /* "as-of" */
  char        letter;  /* its short form, 0 if none */
  OptionKind  kind;
  gboolean    global;  /* of every command; others are named by the commands that take them */
  const char *value;   /* untranslated word for the value, NULL of a flag */
  const char *help;    /* untranslated */
  gsize       offset;  /* of the member in Arguments */
} Option;

/* All options, terminated by one whose name is NULL. */
extern const Option options[];
/* NULL if there is none of that name. */
const Option *option_find (const char *name);

/*
 * Reads a command line. Options may stand anywhere; "--" ends them; "--name=value" and "-oFILE" are one word. Values
 * are read by the core's own parsers, so that a date is typed as in the window. NULL with QUAN_ERROR_USAGE.
 */
Arguments *arguments_parse (int argc, char **argv, GError **error);
void       arguments_free (Arguments *arguments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arguments, arguments_free)
