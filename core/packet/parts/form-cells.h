/* What is drawn inside the cells of the forms that hold more than lines of text. */
#pragma once
#include "core/packet/form.h"
#include "core/packet/pages.h"

/* A credit code in eighteen cells, parted where its meaning parts: authority and kind, region, organisation, check.
 * data: the code, text. */
void quan_cell_code (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data);

/* An amount digit by digit under its places, ¥ before the first; one of more than eleven places and one that is not
 * determined leave the places empty. data: a QuanFen. */
void quan_cell_places (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data);

/* The pack's wording to be signed, the lines for it, and white for the seal. data: the QuanPages. */
void quan_cell_declaration (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data);

/* The height that takes, however long the wording is. */
double quan_cell_declaration_height (const QuanPages *pages);

/* The authority's block, left empty for it. data: not used. */
void quan_cell_opinion (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data);
