/* What the frame of the window shows: the enterprises to choose from, and the overview of the one that is shown. */
#pragma once
#include "core/desk/overview.h"
#include "ui/office.h"

typedef struct {
  char *uscc;
  char *name;  /* its code where it has none */
} QuanChoice;

typedef struct {
  QuanView      view;         /* of the enterprise shown; without a store, of none in particular */
  GArray       *enterprises;  /* of QuanChoice, by code */
  QuanOverview *overview;     /* NULL: there is no store yet */
} QuanFrame;

void quan_frame_free (QuanFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanFrame, quan_frame_free)

/* Takes the frame's snapshot for the office's enterprise; one the store lacks is replaced by the first. callback gets
 * quan_office_done's answer, a QuanFrame. Nothing is made where there is no store. */
void quan_frame_take (QuanOffice *office, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
