/* What --help says. */
#pragma once
#include "app/command.h"

/* The command's words and what stands behind them, in the reader's language. Free with g_free. */
char *help_synopsis (const Command *command);
/* Of all commands. */
void help_overview (Output *output);
/* Of the commands whose name begins with these words. FALSE if there is none. */
gboolean help_commands (const char *words, Output *output);
