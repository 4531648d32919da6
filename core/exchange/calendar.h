/* Calendar files (RFC 5545): days on which something is due, each with alarms before it. */
#pragma once
#include "core/base/date.h"

/* A day. Texts are UTF-8 of any content, which the file escapes. */
typedef struct {
  QuanDate    date;
  const char *uid;      /* names the event in every file made of it, so that a calendar takes a later one for a change */
  const char *summary;
  const char *detail;   /* of any number of lines */
} QuanCalendarEvent;

/*
 * A calendar of n events of a whole day, in their order, with alarms 14 and 3 days before. A file depends on nothing but
 * its arguments: stamp is the day the events were true on. Of events with one uid the later ones get a number behind it.
 */
GBytes *quan_calendar_write (const QuanCalendarEvent *events, guint n, QuanDate stamp);
