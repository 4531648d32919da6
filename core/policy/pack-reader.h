/* What the reader of packs shares between its files; others use core/policy/pack.h. */
#pragma once
#include "core/policy/pack-file.h"

/* An empty pack and an empty parameter. */
QuanPack      *quan_pack_new (void);
QuanParameter *quan_parameter_new (void);
void           quan_parameter_free (gpointer parameter);

/* Takes a clause: an id, several separated by ", ", or a range of paragraphs "三¶1–2". Each must be a clause of the pack. */
const char *quan_take_clause (QuanPackFile *file, const QuanPack *pack, const char *group, gboolean required);
/* Takes the name of a parameter of a kind. NULL with a problem if there is none, or (optional) where the key is absent. */
const QuanParameter *quan_take_parameter (QuanPackFile *file, const QuanPack *pack, const char *group, const char *key,
                                          QuanParameterKind kind, gboolean required);

/* Takes a text with placeholders, printed in the packets of a set of stages (QUAN_AT). NULL (with a problem if it is
 * required) where it is absent. */
const char *quan_take_wording (QuanPackFile *file, const char *group, const char *key, gboolean required, guint stages);

/* One function a kind of group; each reads all groups of its kind into the pack. Clauses first, then parameters, then the rest. */
void quan_read_parameters (QuanPackFile *file, QuanPack *pack);
void quan_read_rules (QuanPackFile *file, QuanPack *pack);
/* Documents, letters and forms, and the plans of the packets made of them. */
void quan_read_packet (QuanPackFile *file, QuanPack *pack);
