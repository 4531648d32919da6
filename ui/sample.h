/* The sample: an invented enterprise in a store of its own, made anew each time and gone when it is closed. */
#pragma once
#include "ui/office.h"

/* The day the sample is told from. */
#define QUAN_SAMPLE_DAY "2025-07-08"

/* Makes the sample's store and opens it, seen from its day. callback gets quan_office_done's answer. */
void quan_sample_open (QuanOffice *office, GAsyncReadyCallback callback, gpointer data);
/* Whether the open store is the sample's. */
gboolean quan_sample_is_open (QuanOffice *office);
/* Removes the sample's files, when it has been closed. */
void quan_sample_remove (void);
