/* The part of a font a document needs, shaped so that libharu embeds it fast, small and right. */
#pragma once
#include <glib.h>
#include <hb.h>

/* Under which code the pages write a character: its own, or a private one where it lies beyond the basic plane, which
 * libharu cannot write. */
typedef struct {
  guint16  code;
  gunichar c;
} QuanCode;

typedef struct {
  GBytes *font;   /* a TrueType file */
  GArray *codes;  /* of QuanCode, by character */
} QuanSubset;

/*
 * The subset of face with the characters (hb_set_t of Unicode values, all of them in the font). Its cmap is one flat
 * format 4 table; the advance of .notdef is one em, so that only what is not full-width gets a width of its own in the
 * file; hinting and layout tables are gone. QUAN_ERROR_FONT if the font cannot be used. Free with quan_subset_free.
 */
QuanSubset *quan_subset_new (hb_face_t *face, const hb_set_t *characters, GError **error);
void        quan_subset_free (QuanSubset *subset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanSubset, quan_subset_free)

/* The code of one of its characters. */
gunichar quan_subset_code (const QuanSubset *subset, gunichar c);
