/*
 * Answers questions about workspaces with the engine alone, many in one process: a line in, a line out for each
 * question. A line is {"workspace": …, "questions": [{"options", "command", "as_of"}]}, a question as in the golden
 * cases.
 */
#include "tests/core/golden.h"

#include <stdio.h>

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

static void
answer_line (const QuanPack *pack, const char *text)
{
  json_t *line = json_loads (text, 0, NULL), *question;
  size_t i;

  g_assert_nonnull (line);
  json_array_foreach (json_object_get (line, "questions"), i, question) {
    json_t *answer;

    json_object_set (question, "workspace", json_object_get (line, "workspace"));
    answer = golden_answer (pack, question);
    json_dumpf (answer, stdout, 0);
    putchar ('\n');
    json_decref (answer);
  }
  json_decref (line);
}

int
main (void)
{
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);
  g_autofree char *text = NULL;
  size_t size = 0;

  while (getline (&text, &size, stdin) > 0) {
    answer_line (pack, text);
    fflush (stdout);
  }
  return ferror (stdin) || ferror (stdout);
}
