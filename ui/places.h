/* Where the program and its files are. */
#pragma once
#include <glib.h>

/* The folder of the running program, found once. */
const char *quan_program_folder (void);
/* The file of the store when none is named. Free with g_free. */
char *quan_usual_store (void);
/* The file of the sample's store, which lasts as long as it is looked at. Free with g_free. */
char *quan_sample_store (void);
