/* Golden cases as the wizards see them: imported into a store, prepared, and answered by the desk. */
#pragma once
#include <gtk/gtk.h>
#include <jansson.h>

#include "core/desk/preparation.h"
#include "ui/redemption/round-filing.h"

/* One case at a time. prepared and answer are valid during the call; answer is what quanctl would say of the same
 * contract. */
typedef void (*GoldenPageFunc) (const json_t *golden, const QuanPrepared *prepared, const json_t *answer);

/* Adds a test for each check case of tests/cases/golden.json under a path that begins with prefix. The cases are kept.
 */
void golden_page_add (const char *prefix, GoldenPageFunc func);

/* The same for the redemption cases: the filing of the case's round. */
typedef void (*GoldenRoundFunc) (const json_t *golden, const QuanRoundFiling *filing);
void golden_round_add (const char *prefix, GoldenRoundFunc func);

/* The first widget of a name inside another, NULL if there is none. */
GtkWidget  *widget_named (GtkWidget *inside, const char *name);
/* The text of the label of a name; NULL if there is none. */
const char *label_named (GtkWidget *inside, const char *name);
/* Asserts that a figure on a screen is the amount of an answer, "148400.00"; an amount that is null must not be a
 * figure. */
void        assert_figure (const char *shown, const json_t *amount);
