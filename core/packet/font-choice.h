/* Fonts the user has chosen for packets, such as a licensed 仿宋, instead of the free ones. */
#pragma once
#include "core/packet/fonts.h"

/*
 * Reads the group [packet-fonts] of a key file: the keys hei, song, fangsong, kai and kai-bold each name a TrueType
 * file, relative to the key file's folder or absolute. A file or group that does not exist chooses nothing. NULL with
 * QUAN_ERROR_INPUT, naming file, key and what was expected. Free with quan_font_choice_free.
 */
QuanFontChoice *quan_font_choice_read (const char *path, GError **error);
void            quan_font_choice_free (QuanFontChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanFontChoice, quan_font_choice_free)

/* The key of a face in that group: "hei". */
const char *quan_font_choice_key (QuanFace face);
#define QUAN_FONT_GROUP "packet-fonts"
