/* What is found wrong, said in the output of a test. */
#pragma once
#include <glib.h>

/* Fails the test, which goes on, and says the first problems if there are any. */
void report_problems (const GPtrArray *problems);

/* Lets a packet that never ends fail before it takes the whole machine. */
void report_limit_memory (void);
