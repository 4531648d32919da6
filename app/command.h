/* The commands of quanctl. */
#pragma once
#include "app/session.h"

/* Exit statuses of commands that were done; errors have their own. */
enum { STATUS_DONE = 0, STATUS_NO = 1 };

#define COMMAND_MAX_OPTIONS 4

typedef struct {
  const char *name;      /* one or two words, "claim submit" */
  const char *operands;  /* untranslated, "CONTRACT…" or "" */
  int         min, max;  /* how many operands; max -1: any number */
  const char *summary;   /* untranslated, one line */
  const char *example;   /* untranslated, a whole line */
  const char *options[COMMAND_MAX_OPTIONS + 1];  /* names of those it takes besides the global ones */
  const char *required;  /* the one of them that must be given, or NULL */
  /* Does it and returns an exit status, which counts unless error is set. */
  int (*run) (Session *session, GError **error);
} Command;

/* The commands of each file, terminated by one whose name is NULL. */
extern const Command import_commands[];
extern const Command export_commands[];
extern const Command check_commands[];
extern const Command quota_commands[];
extern const Command claim_commands[];
extern const Command redemption_commands[];
extern const Command packet_commands[];
extern const Command deadlines_commands[];
extern const Command policy_commands[];
extern const Command journal_commands[];
extern const Command verify_commands[];

/* All of them, in the order of the help, NULL-terminated. */
extern const Command *const command_groups[];
