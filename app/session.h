/* One run of quanctl: what a command works with. */
#pragma once
#include "app/options.h"
#include "app/output.h"
#include "core/desk/desk.h"
#include "core/desk/shelf.h"
#include "core/exchange/json-writer.h"

typedef struct {
  const Arguments   *arguments;
  const char *const *operands;  /* behind the command's words, NULL-terminated */
  const char        *store;     /* NULL: the user's */
  QuanDate           as_of;
  QuanLanguage       language;
  Output            *output;
  QuanJson           json;      /* appends to output */
  QuanDesk          *desk;      /* once session_desk opened it */
} Session;

/* The desk of this run. create: make a missing store. NULL with error set. */
QuanDesk *session_desk (Session *session, gboolean create, GError **error);
/* The packs alone, for commands that need no store. Free with quan_pack_shelf_free. */
QuanPackShelf *session_shelf (const Session *session);
/* A remark on standard error; not with --quiet. */
void      session_remark (const Session *session, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Writes bytes to a file, or to standard output where its name is "-". */
gboolean  session_save_as (Session *session, const char *file, GBytes *bytes, GError **error);
/* The same with the file of --output. */
gboolean  session_save (Session *session, GBytes *bytes, GError **error);
