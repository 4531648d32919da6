/* The one sentence of the packet page: how the packet stands, and where to go to change that. */
#pragma once
#include "ui/wizard/packet-items.h"
#include "ui/wizard/wizard-page.h"

typedef struct {
  QuanStepState state;
  const char   *icon, *css_class;  /* static; NULL: those of the state */
  char         *sentence;          /* for the step list */
  char         *title, *text;      /* for the page; text NULL for none */
  const char   *link;              /* translated, static; NULL for none */
  const char   *link_path;         /* the field it leads to; NULL: to the step of the rules */
} QuanPacketNote;

void quan_packet_note_clear (QuanPacketNote *note);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuanPacketNote, quan_packet_note_clear)

/* Of a packet not handed in: what it lacks, or that it is ready. n_pages: of the packet made, 0 while there is none;
 * ready: it is no draft. */
void quan_packet_note_draft (QuanPacketNote *note, const GPtrArray *documents, guint n_pages, gboolean ready);
/* Of one that waits for its answer, since a day. */
void quan_packet_note_submitted (QuanPacketNote *note, QuanDate day);
/* Of one that came back; reason may be NULL. */
void quan_packet_note_returned (QuanPacketNote *note, const char *reason);
/* Of one that is over: rejected, having been handed in on a day; else withdrawn. */
void quan_packet_note_over (QuanPacketNote *note, gboolean rejected, QuanDate day, const char *reason);
/* What speaks against handing it in, a sentence a line, with against (or NULL) the first; NULL if nothing does. To free. */
char *quan_packet_open_items (const GPtrArray *documents, gboolean ready, const char *against);
