#include "tests/packet/report.h"

#include <sys/resource.h>

#define MOST 25  /* problems are said; more of them have the same cause */
#define MOST_MEMORY ((rlim_t) 3 << 30)

void
report_problems (const GPtrArray *problems)
{
  for (guint i = 0; i < MIN (problems->len, MOST); i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  if (problems->len > 0)
    g_test_fail_printf ("%u problems", problems->len);
}

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer reserves far more than it uses, and counts what is used itself. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "hard_rss_limit_mb=3072";
}

void
report_limit_memory (void)
{
}
#else
void
report_limit_memory (void)
{
  g_assert_cmpint (setrlimit (RLIMIT_AS, &(struct rlimit) {MOST_MEMORY, MOST_MEMORY}), ==, 0);
}
#endif
