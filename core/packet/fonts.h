/* The fonts of a packet: its faces, found once, and which of them draws a character. */
#pragma once
#include <glib.h>
#include <hb.h>

/* What carries meaning on paper: fixed wording is Hei, what the enterprise stated is Kai, titles are Song, the body of
 * letters is Fangsong, for which Song stands in where no font is chosen. */
typedef enum {
  QUAN_FACE_HEI,
  QUAN_FACE_SONG,
  QUAN_FACE_FANGSONG,
  QUAN_FACE_KAI,
  QUAN_FACE_KAI_BOLD,
  QUAN_N_FACES
} QuanFace;

/* How one character of a text comes out. */
typedef struct {
  QuanFace face;      /* the face that draws it; not always the one asked for */
  gboolean found;     /* FALSE: no font has it, face and advance are those of a blank */
  gboolean borrowed;  /* drawn by another face than asked for: never emboldened */
  int      advance;   /* 1/1000 em */
} QuanGlyph;

/* Files of fonts the user has chosen, by face; NULL where the free font of the face serves. */
typedef struct {
  char *file[QUAN_N_FACES];
} QuanFontChoice;

typedef struct _QuanFonts QuanFonts;

/*
 * Opens the fonts chosen (NULL: none is) and, for the other faces, the TrueType fonts that fontconfig knows by their
 * names and that cover Chinese. A face that is not installed is drawn by the others. QUAN_ERROR_FONT, naming what to
 * install, when none is, and, naming the file, for a chosen one that is not TrueType or may not be embedded. The object
 * remembers what it has looked up, so one thread at a time may use it. Free with quan_fonts_free.
 */
QuanFonts *quan_fonts_new (const QuanFontChoice *choice, GError **error);
void       quan_fonts_free (QuanFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanFonts, quan_fonts_free)

/* Releases what fontconfig itself keeps. For the end of a program: nothing in the process may use fonts afterwards. */
void quan_fonts_finish (void);

/* What prints for a character: 0 for what leaves no mark (joiners, variation selectors, soft hyphens), a blank for
 * tabs, line ends, other controls and blanks, else the character itself. */
gunichar quan_fonts_visible (gunichar c);

/* How the face draws a visible character, marks that suit Chinese badly in one face taken from another. */
QuanGlyph quan_fonts_glyph (QuanFonts *fonts, QuanFace face, gunichar c);

/* The font of a face some glyph was found in. Owned by fonts. */
hb_face_t *quan_fonts_hb_face (QuanFonts *fonts, QuanFace face);
/* Gives back the memory its file takes by having been read, often most of the file, when called for a face the first
 * time: one document then needs little memory, and from the second on, which find the files in memory, time is saved. */
void       quan_fonts_release (QuanFonts *fonts, QuanFace face);

/* FALSE with QUAN_ERROR_FONT where no font has some character of text: the message names each of them once, with its
 * code, and quotes the text. text is valid UTF-8. */
gboolean quan_fonts_check (QuanFonts *fonts, QuanFace face, const char *text, GError **error);
