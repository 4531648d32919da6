/* The part of a font a document needs, shaped so that libharu measures with it fast and readers show it right. */
#pragma once
#include <glib.h>
#include <hb.h>

/* Codes are those the pages write: the first of the characters has 1, the next 2 and so on, whatever plane it lies in. */
typedef struct {
  GArray *characters;  /* of gunichar, ascending: the one with code n stands at n - 1 */
  char   *name;        /* PostScript name of the font it was cut from, in letters, digits and hyphens */
  GBytes *font;        /* a TrueType file whose cmap maps the codes: for libharu, which measures with it */
  GBytes *program;     /* what the document embeds: the same glyphs without what a PDF does not use, deflated */
  gsize   length;      /* of program before it was deflated */
  GBytes *glyphs;      /* the glyph of every code from 0 on, 16 bits each, high byte first */
  guint16 **blocks;    /* codes of 256 characters each, NULL where none of them has one */
} QuanSubset;

/*
 * The subset of face with the characters (hb_set_t of Unicode values, all of them in the font, at most 32,000). label, a
 * few ASCII characters, is what its font calls itself: libharu tells fonts apart by their names, and two faces may be cut
 * from one file. The cmap of the font is one flat format 4 table; the advance of .notdef is one em, so that only what is
 * not full-width gets a width of its own in the file; hinting and layout tables are gone. QUAN_ERROR_FONT if the font
 * cannot be used. Free with quan_subset_free.
 */
QuanSubset *quan_subset_new (hb_face_t *face, const char *label, const hb_set_t *characters, GError **error);
void        quan_subset_free (QuanSubset *subset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanSubset, quan_subset_free)

/* The code of one of its characters. */
guint quan_subset_code (const QuanSubset *subset, gunichar c);
