/* Where the translations are. */
#pragma once
#include <glib.h>

/* The folder of the message catalogues: beside the program where it was built or installed together with them, else
 * where the build said they would be installed. Free with g_free. */
char *locale_folder (const char *program);
