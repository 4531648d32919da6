/* The one sentence of the packet page: how the packet stands, and where to go to change that. */
#pragma once
#include "core/desk/preparation.h"
#include "ui/wizard/wizard-page.h"

typedef struct {
  QuanStepState state;
  const char   *icon, *css_class;  /* static */
  char         *sentence;          /* for the step list */
  char         *title, *text;      /* for the page; text "" for none */
  const char   *link;              /* translated, static; NULL for none */
  const char   *link_path;         /* the field it leads to; NULL: to the step of the rules */
} QuanPacketNote;

void quan_packet_note_clear (QuanPacketNote *note);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuanPacketNote, quan_packet_note_clear)

/* n_pages: of the packet made, 0 while there is none; ready: it is no draft. */
QuanPacketNote quan_packet_note (const QuanPrepared *prepared, guint n_pages, gboolean ready);
/* What keeps a packet from being made at all, as the path of the field; NULL if nothing does. */
const char *quan_packet_lacks (const QuanPrepared *prepared);
