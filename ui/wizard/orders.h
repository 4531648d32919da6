/* What the wizard orders from the worker. Each callback gets quan_office_done's answer. */
#pragma once
#include "core/desk/preparation.h"
#include "ui/office.h"

/* The snapshot of a preparation: QuanPrepared. */
void quan_order_snapshot (QuanOffice *office, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data);
/* What a field was left with; the same while it is being typed into. */
void quan_order_enter (QuanOffice *office, gint64 id, const char *path, const char *text, GAsyncReadyCallback callback,
                       gpointer data);
void quan_order_note (QuanOffice *office, gint64 id, const char *path, const char *text, GAsyncReadyCallback callback,
                      gpointer data);
void quan_order_remove_row (QuanOffice *office, gint64 id, const char *path, GAsyncReadyCallback callback,
                            gpointer data);
void quan_order_turn_to_step (QuanOffice *office, gint64 id, int step);
/* A file as a document; the removal of one. */
void quan_order_attach (QuanOffice *office, gint64 id, const char *document, const char *file,
                        GAsyncReadyCallback callback, gpointer data);
void quan_order_detach (QuanOffice *office, gint64 attachment, GAsyncReadyCallback callback, gpointer data);
