/* What the packet page has done in threads: packets made by the desk, and written to files. */
#pragma once
#include "core/desk/desk.h"
#include "ui/office.h"
#include "ui/pdf.h"

/* A packet. */
typedef struct {
  QuanPdf *pdf;
  gboolean ready;  /* not a draft */
} QuanMade;

void quan_made_free (QuanMade *made);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanMade, quan_made_free)

/* How far the making has come; read by the window while the worker writes. */
typedef struct {
  gint done, of;  /* pages; of is 0 while the pages are laid out */
} QuanMaking;

QuanMaking *quan_making_new (void);
QuanMaking *quan_making_ref (QuanMaking *making);
void        quan_making_unref (QuanMaking *making);
void        quan_making_read (QuanMaking *making, guint *done, guint *of);

/* Makes the packet of an enterprise's contract or round, as quan_desk_claim_packet does. */
typedef GBytes *(*QuanPacketMaker) (QuanDesk *desk, const char *enterprise, const char *name, const QuanProgress *progress,
                                    gboolean *ready, GError **error);
/* Has a packet made; the callback gets quan_office_done's answer, a QuanMade. */
void quan_packet_make (QuanOffice *office, QuanPacketMaker maker, const char *enterprise, const char *name,
                       QuanMaking *making, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* Writes the packet to a file, whole or not at all. source may be NULL. */
void     quan_packet_save (QuanPdf *pdf, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data);
/* The path it was written to, to free; NULL with error set. */
char *quan_packet_saved (GAsyncResult *result, GError **error);

/* Opens the folder of a file in the file manager. */
void quan_show_in_folder (GtkWidget *widget, const char *path);
/* Prints a document with the system's dialog. Failures are told to func (which may be NULL). */
typedef void (*QuanPrintFailed) (const char *sentence, gpointer data);
void quan_packet_print (QuanPdf *pdf, GtkWidget *widget, const char *name, QuanPrintFailed func, gpointer data);
