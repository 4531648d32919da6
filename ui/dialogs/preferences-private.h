/* The parts of the preferences. */
#pragma once
#include <gtk/gtk.h>

#include "ui/office.h"

/* A section with a title; rows are appended to the box. */
GtkWidget *quan_preferences_section_new (const char *title);
/* Appends a name and the control beside it, which is given that name for those who cannot see it. */
void       quan_preferences_section_add (GtkWidget *section, const char *name, GtkWidget *control);
/* A dropdown of texts, NULL-terminated. */
GtkWidget *quan_preferences_choice_new (const char *const *texts, guint selected);

/* The readings of the pack in view: a choice for each that can be switched. Filled as soon as the office answers. */
#define QUAN_TYPE_READINGS_SECTION (quan_readings_section_get_type ())
G_DECLARE_FINAL_TYPE (QuanReadingsSection, quan_readings_section, QUAN, READINGS_SECTION, GtkBox)
GtkWidget *quan_readings_section_new (QuanOffice *office, GSettings *settings);

/* The fonts of packets: a file for each face, or the free font. */
#define QUAN_TYPE_FONTS_SECTION (quan_fonts_section_get_type ())
G_DECLARE_FINAL_TYPE (QuanFontsSection, quan_fonts_section, QUAN, FONTS_SECTION, GtkBox)
GtkWidget *quan_fonts_section_new (void);
/* Chooses a file for a face, as if it had been picked; NULL: the free font. */
void       quan_fonts_section_choose (QuanFontsSection *section, int face, const char *file);
