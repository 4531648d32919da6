/* The records behind a redemption packet, read as an import reads them, and kept while the packet is made and
 * inspected. */
#pragma once
#include <jansson.h>

#include "core/packet/redemption-packet.h"

typedef struct {
  QuanPack            *pack;
  QuanWorkspace       *workspace;
  QuanView             view;
  QuanPreview         *preview;
  QuanThreeWay        *three_way;
  GBytes              *facts;   /* the workspace as it is attached */
  QuanRedemptionSource source;
} RedemptionSubject;

/* The round of a case of tests/cases/redemption-packets.json or of its shape. NULL with QUAN_ERROR_INPUT where an
 * import would refuse the records. Free with redemption_subject_free. */
RedemptionSubject *redemption_subject_new (const json_t *golden, GError **error);
void               redemption_subject_free (RedemptionSubject *subject);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RedemptionSubject, redemption_subject_free)

/* Every fault of the packet of a subject: of the document, and of facts it prints that are not to be read whole. */
void redemption_subject_inspect (const RedemptionSubject *subject, QuanFonts *fonts, GPtrArray *problems);
