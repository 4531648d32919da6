/* The shelf of policy packs: those this program carries and those the user installed. */
#pragma once
#include "core/policy/pack.h"

typedef struct QuanPackShelf QuanPackShelf;

/* Reads the packs built in and those in $XDG_DATA_HOME/quan/policies/. Unreadable user packs are left out and named in
 * warnings (GPtrArray of char *, may be NULL). */
QuanPackShelf *quan_pack_shelf_new (GPtrArray *warnings);
void           quan_pack_shelf_free (QuanPackShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPackShelf, quan_pack_shelf_free)

/* The packs in use, by id: of several versions the highest. */
const GPtrArray *quan_pack_shelf_packs (const QuanPackShelf *shelf);
/* NULL with QUAN_ERROR_USAGE that lists the ids. */
const QuanPack *quan_pack_shelf_find (const QuanPackShelf *shelf, const char *id, GError **error);
/* Exactly the pack a claim was pinned to, of whatever version; NULL if the shelf lacks it. */
const QuanPack *quan_pack_shelf_pinned (const QuanPackShelf *shelf, const char *id, const char *hash);
/* The pack for a region ("110108", may be NULL) on a date, by the rule of quan_desk_view_for. NULL only if the shelf is
 * empty. */
const QuanPack *quan_pack_shelf_choose (const QuanPackShelf *shelf, const char *region, QuanDate date);

/* Reads a pack from a file. NULL with QUAN_ERROR_INPUT; the message counts the problems, which are appended to
 * problems. */
QuanPack *quan_pack_file_read (const char *path, GPtrArray *problems, GError **error);
/* Copies a pack that has no problems into the user's folder. Refused with QUAN_ERROR_INPUT: a pack with problems, and
 * one that is not newer than the shelf's of the same id. A copy of the shelf's own changes nothing. */
gboolean quan_pack_shelf_install (const QuanPackShelf *shelf, const char *path, GError **error);
