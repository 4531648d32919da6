/* The fonts packets are set in, as the user chooses them: free ones, or licensed ones of the user's own. */
#pragma once
#include <glib.h>

/* How many faces a packet has: Hei, Song, Fangsong, Kai and bold Kai, in this order. */
#define QUAN_N_DESK_FACES 5

/* Where the choice is kept: quan/quan.conf in the user's configuration folder. Free with g_free. */
char *quan_font_settings_path (void);

/* The chosen files by face, NULL where the free font serves: an array of QUAN_N_DESK_FACES to free with
 * quan_desk_fonts_free. NULL with QUAN_ERROR_INPUT where the configuration cannot be read. */
char **quan_desk_fonts (GError **error);
void   quan_desk_fonts_free (char **files);

/*
 * Chooses a file for a face (NULL: the free font) from the next packet on. FALSE with QUAN_ERROR_FONT for a file packets
 * cannot be set in, QUAN_ERROR_INPUT or QUAN_ERROR_OUTPUT where the configuration cannot be read or written; the choice
 * stays as it was then.
 */
gboolean quan_desk_choose_font (int face, const char *file, GError **error);
