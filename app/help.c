#include "app/help.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "app/table.h"

char *
help_synopsis (const Command *command)
{
  /* gettext answers "" with the header of its catalogue. */
  return command->operands[0] != '\0' ? g_strdup_printf ("%s %s", command->name, _(command->operands))
                                      : g_strdup (command->name);
}

static void
add_option (Table *table, const Option *option)
{
  g_autofree char *letter = option->letter != 0 ? g_strdup_printf ("-%c, ", option->letter) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s--%s%s%s", letter, option->name, option->value != NULL ? " " : "",
                                           option->value != NULL ? _(option->value) : "");

  table_row (table, name, _(option->help));
}

static void
write_global_options (Output *output)
{
  g_autoptr (Table) table = table_new ("ll");

  for (const Option *option = options; option->name != NULL; option++)
    if (option->global)
      add_option (table, option);
  output_format (output, "\n%s\n", _("Options of every command:"));
  table_write (table, "  ", output);
}

void
help_overview (Output *output)
{
  g_autoptr (Table) table = table_new ("ll");

  output_format (output, "%s\n\n%s\n", _("Usage: quanctl [OPTIONS] COMMAND …"), _("Commands:"));
  for (int group = 0; command_groups[group] != NULL; group++)
    for (const Command *command = command_groups[group]; command->name != NULL; command++) {
      g_autofree char *line = help_synopsis (command);

      table_row (table, line, _(command->summary));
    }
  table_row (table, _("help COMMAND"), _("Show what a command takes, with an example"));
  table_write (table, "  ", output);
  write_global_options (output);
  output_format (output, "\n%s\n",
                 _("Exit status: 0 done; 1 done, and the answer is no; 2 wrong usage; 3 input refused; 4 the store or "
                   "an output file cannot be used."));
}

static void
write_command (const Command *command, Output *output)
{
  g_autoptr (Table) table = table_new ("ll");
  g_autofree char *synopsis = help_synopsis (command);

  output_format (output, _("Usage: quanctl %s"), synopsis);
  output_format (output, "\n%s\n", _(command->summary));
  for (int i = 0; command->options[i] != NULL; i++)
    add_option (table, option_find (command->options[i]));
  if (command->options[0] != NULL)
    output_format (output, "\n%s\n", _("Options:"));
  table_write (table, "  ", output);
  output_format (output, "\n%s\n  %s\n", _("Example:"), _(command->example));
}

/* Whether name is words or begins with them and a blank. */
static gboolean
begins_with (const char *name, const char *words)
{
  gsize length = strlen (words);

  return strncmp (name, words, length) == 0 && (name[length] == '\0' || name[length] == ' ');
}

gboolean
help_commands (const char *words, Output *output)
{
  gboolean found = FALSE;

  for (int group = 0; command_groups[group] != NULL; group++)
    for (const Command *command = command_groups[group]; command->name != NULL; command++)
      if (begins_with (command->name, words)) {
        if (found)
          output_text (output, "\n");
        write_command (command, output);
        found = TRUE;
      }
  if (found)
    write_global_options (output);
  return found;
}
