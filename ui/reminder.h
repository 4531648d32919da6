/* The reminder at the start: one desktop notification that sums up the deadlines that are near. */
#pragma once
#include <gio/gio.h>

#include "core/desk/overview.h"

/* Sends it where a deadline is near, the settings want it and none was sent today. Nothing happens without an application or
 * a desktop that takes notifications. Activating it activates "app.overview". */
void quan_reminder_send (GApplication *application, GSettings *settings, const QuanOverview *overview);

/* What it says of an agenda (of QuanAgendaItem): FALSE where nothing is near. *title and *body are to be freed with
 * g_free. */
gboolean quan_reminder_compose (const GArray *agenda, QuanDate today, char **title, char **body);
