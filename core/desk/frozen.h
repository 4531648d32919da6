/* What a submission froze, read again. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/exchange/json-text.h"
#include "core/store/evidence.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/* The members of a frozen answer: whether the packet was ready, and the answer of the check or of the round's
 * preview. */
#define QUAN_FROZEN_READY "ready"
#define QUAN_FROZEN_CHECK "check"
#define QUAN_FROZEN_ROUND "round"

/* The answer as JSON. Free with json_decref. */
json_t *quan_frozen_answer (const QuanFrozen *frozen, GError **error);
/* The viewpoint an answer, a member of the frozen one, was given from. QUAN_ERROR_INPUT where the very pack is not
 * here or lacks a reading. */
gboolean quan_frozen_view (const QuanDesk *desk, const QuanFrozen *frozen, const json_t *answer, QuanView *view,
                           GError **error);
/* The facts, resolved. Free with quan_workspace_free. */
QuanWorkspace *quan_frozen_facts (const QuanFrozen *frozen, GError **error);
/* The bytes of the last of some packets (at least one), and whether it was ready. Free with g_bytes_unref. */
GBytes *quan_frozen_packet (QuanDesk *desk, const GPtrArray *packets, gboolean *ready, GError **error);
