/* The shelf of policy packs: those this program carries and those the user installed. */
#pragma once
#include "core/policy/pack.h"

typedef struct QuanPackShelf QuanPackShelf;

/* Reads the packs built in and those in $XDG_DATA_HOME/quan/policies/. Unreadable user packs are left out and named in warnings
 * (GPtrArray of char *, may be NULL); of two packs with one id the higher version stays. */
QuanPackShelf *quan_pack_shelf_new (GPtrArray *warnings);
void           quan_pack_shelf_free (QuanPackShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPackShelf, quan_pack_shelf_free)

/* All packs by id. */
const GPtrArray *quan_pack_shelf_packs (const QuanPackShelf *shelf);
/* NULL with QUAN_ERROR_USAGE that lists the ids. */
const QuanPack *quan_pack_shelf_find (const QuanPackShelf *shelf, const char *id, GError **error);
/* The pack for a region ("110108", may be NULL) on a date, by the rule of quan_desk_view_for. NULL only if the shelf is empty. */
const QuanPack *quan_pack_shelf_choose (const QuanPackShelf *shelf, const char *region, QuanDate date);
