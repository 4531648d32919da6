/* The language of the program. */
#pragma once
#include <glib.h>

/* Takes the user's locale and finds the translations of a program, given as it was called; once, before anything is
 * said. */
void language_begin (const char *program);
/* Turns to a language ("zh_CN", "en"; "" the system's) at once; what is on the screen is to be made anew. */
void language_speak (const char *language);
