/* Choosing a file with the system's own chooser: to open one, to open several, to save one under a proposed name. */
#pragma once
#include <gtk/gtk.h>

/* What a chooser is asked. Strings are copied. */
typedef struct {
  const char *title;          /* of the window, translated */
  const char *accept;         /* label of its button with a mnemonic, translated; NULL: "Open" or "Save" */
  const char *kind;           /* translated name of the files looked for, "PDF files"; NULL: all files */
  const char *const *suffixes;/* their endings without the dot, NULL-terminated; read only if kind is set */
  const char *name;           /* proposed when saving, without a folder */
} QuanFileRequest;

/* Receives the paths chosen (one, or several where several were asked for), never an empty array; not called when the
 * chooser is closed without a choice, nor after the widget asked for is gone. paths: NULL-terminated, valid during the call. */
typedef void (*QuanFilesFunc) (const char *const *paths, gpointer data);

/*
 * Each shows a modal chooser over the window of a widget and returns at once; it begins in the folder chosen last in this
 * run. data belongs to the caller and must live as long as the widget. Only files with a local path can be chosen.
 * Saving: the system asks before a file is replaced.
 */
void quan_pick_file (GtkWidget *widget, const QuanFileRequest *request, QuanFilesFunc func, gpointer data);
void quan_pick_files (GtkWidget *widget, const QuanFileRequest *request, QuanFilesFunc func, gpointer data);
void quan_pick_target (GtkWidget *widget, const QuanFileRequest *request, QuanFilesFunc func, gpointer data);

/* A name for a file made of parts: characters that a file system or another system's reader refuses become "_". Free with g_free. */
char *quan_file_name_clean (const char *name);
