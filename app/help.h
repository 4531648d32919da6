/* What --help says. */
#pragma once
#include "app/command.h"

/* Of all commands. */
void help_overview (Output *output);
/* Of the commands whose name begins with these words. FALSE if there is none. */
gboolean help_commands (const char *words, Output *output);
