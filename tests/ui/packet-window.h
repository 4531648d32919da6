/* A packet page in a window over a real office, which stands for the wizard: it attaches, enters and shows every snapshot. */
#pragma once
#include "tests/core/desk-fixture.h"
#include "ui/wizard/claim-packet-page.h"

typedef struct {
  StorePlace      place;
  QuanOffice     *office;
  gint64          id;        /* of the preparation */
  QuanPrepared   *prepared;  /* the snapshot shown */
  GtkWidget      *window;
  QuanPacketPage *page;
  gulong          changed;
  guint           asked;     /* snapshots and acts under way */
} PacketWindow;

/* The sample on a day, with the claim of a contract begun. */
void packet_window_open (PacketWindow *self, const char *contract, const char *as_of);
/* Asserts that window, page and office go. */
void packet_window_close (PacketWindow *self);
/* Waits until the packet is made, everything is saved and the page shows it. */
void packet_window_settle (PacketWindow *self);
/* The first widget of a type inside another, NULL if there is none. */
GtkWidget *find_widget (GtkWidget *inside, GType type);
/* The window on the screen of a type, NULL if there is none. */
GtkWidget *find_window (GType type);
