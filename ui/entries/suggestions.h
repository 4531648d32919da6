/* Suggestions under an entry while it is typed into. Typing is never held up: arrows choose, Enter takes, Escape folds away. */
#pragma once
#include <gtk/gtk.h>

typedef struct {
  char *text;   /* what the entry will hold */
  char *label;  /* what the person reads */
} QuanSuggestion;

QuanSuggestion *quan_suggestion_new (const char *text, const char *label);
void            quan_suggestion_free (QuanSuggestion *suggestion);

/* What a typed text may mean, best first: GPtrArray of QuanSuggestion that owns them, never NULL. */
typedef GPtrArray *(*QuanSuggestFunc) (const char *text, gpointer data);
/* Called with owner after a suggestion was taken into the entry; may be NULL. */
typedef void (*QuanTakenFunc) (gpointer owner);

typedef struct QuanSuggestions QuanSuggestions;

/* For an entry inside owner, whose layout carries the popover; lives as long as that popover, a child of owner. data is
 * suggest's and lives as long. */
QuanSuggestions *quan_suggestions_new (GtkWidget *owner, GtkEntry *entry, QuanSuggestFunc suggest, gpointer data,
                                       QuanTakenFunc taken);
/* For an entry that has nothing else to do with its keys and its focus: the functions below are called as they have to be. */
void quan_suggestions_follow (QuanSuggestions *suggestions);

/* The entry was typed into: shows what fits. */
void quan_suggestions_update (QuanSuggestions *suggestions);
void quan_suggestions_fold (QuanSuggestions *suggestions);
/* Takes the chosen suggestion into the entry, and folds; FALSE if none is chosen. Does not call taken. */
gboolean quan_suggestions_take (QuanSuggestions *suggestions);
/* A key that the entry did not use; TRUE if it moved the choice or folded the list. */
gboolean quan_suggestions_key (QuanSuggestions *suggestions, guint keyval);
