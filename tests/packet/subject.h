/* The records behind a packet, read as an import reads them, and kept while the packet is made and inspected. */
#pragma once
#include <jansson.h>

#include "core/packet/claim-packet.h"

#define SUBJECT_BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

typedef struct {
  QuanPack        *pack;
  QuanWorkspace   *workspace;
  GPtrArray       *claims;
  QuanYears       *years;
  QuanView         view;
  QuanCase         subject;
  QuanCheck       *check;
  GBytes          *facts;   /* the workspace as it is attached */
  QuanPacketSource source;
} Subject;

/* The workspace of a case, resolved. NULL with QUAN_ERROR_INPUT where an import would refuse it. */
QuanWorkspace *subject_workspace (const json_t *golden, GError **error);

/* The first contract of a case of tests/cases/packets.json or of its shape. NULL with QUAN_ERROR_INPUT where an import
 * would refuse the records. Free with subject_free. */
Subject *subject_new (const json_t *golden, GError **error);
void     subject_free (Subject *subject);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Subject, subject_free)

/* Every fault of the packet of a subject: of the document, and of facts it prints that are not to be read whole. */
void subject_inspect (const Subject *subject, QuanFonts *fonts, GPtrArray *problems);
