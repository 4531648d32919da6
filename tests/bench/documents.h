/* What the benchmarks make: content of the kinds real documents have, on pages laid out by the packet room. */
#pragma once
#include "core/packet/canvas.h"

typedef struct {
  const char *id;
  void      (*lay_out) (QuanCanvas *canvas);
} Document;

/* A claim packet of 10 pages: cover, contents, form, sheets, a letter. */
extern const Document document_packet;
/* A ledger of 200 pages. */
extern const Document document_ledger;
