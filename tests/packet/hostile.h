/* Workspaces that an import accepts and that are hard to set: extreme, odd, half empty; the same for the same
 * number. */
#pragma once
#include <glib.h>
#include <jansson.h>

#define HOSTILE_CASES 200
#define HOSTILE_REFUSED 12

/* A case of the shape of tests/cases/packets.json, made from the sound ones there. Free with json_decref. */
json_t *hostile_case (const json_t *sound, unsigned number);
/* A text of one of the styles these cases are written in, length characters long; of an identifier, without breaks
 * and tabs. Free with g_free. */
char *hostile_text (GRand *rand, unsigned style, unsigned length, gboolean identifier);

/* One that says something no font can: its packet is refused. *c is a character of it that no font has. */
json_t *hostile_refused_case (const json_t *sound, unsigned number, unsigned *c);
