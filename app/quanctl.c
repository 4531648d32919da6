/* quanctl: the desk from the command line. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/help.h"
#include "app/language.h"
#include "core/base/error.h"
#include "core/packet/fonts.h"

/* The exit status of each error code. */
static const int error_statuses[] = {
  [QUAN_ERROR_USAGE] = 2, [QUAN_ERROR_INPUT] = 3, [QUAN_ERROR_OVERFLOW] = 3,
  [QUAN_ERROR_STORE] = 4, [QUAN_ERROR_OUTPUT] = 4, [QUAN_ERROR_FONT] = 3,
};

const Command *const command_groups[] = {
  import_commands, export_commands, check_commands, quota_commands, claim_commands, redemption_commands,
  packet_commands, deadlines_commands, policy_commands, journal_commands, verify_commands, NULL,
};

static int
status_of (const GError *error)
{
  g_return_val_if_fail (error->domain == QUAN_ERROR, error_statuses[QUAN_ERROR_STORE]);
  return error_statuses[error->code];
}

/* The command the operands begin with, and how many words its name has. */
static const Command *
find_command (const GPtrArray *operands, guint *words)
{
  for (int group = 0; command_groups[group] != NULL; group++)
    for (const Command *command = command_groups[group]; command->name != NULL; command++) {
      g_auto (GStrv) name = g_strsplit (command->name, " ", -1);
      gboolean same = TRUE;

      *words = g_strv_length (name);
      for (guint i = 0; i < *words && same; i++)
        same = i < operands->len && strcmp (name[i], operands->pdata[i]) == 0;
      if (same)
        return command;
    }
  return NULL;
}

static gboolean
takes_option (const Command *command, const Option *option)
{
  return option->global || g_strv_contains (command->options, option->name);
}

static gboolean
is_given (const Arguments *arguments, const char *name)
{
  return g_ptr_array_find (arguments->given, option_find (name), NULL);
}

/* Whether the line gives the command what it takes: its options and the right number of operands. */
static gboolean
usage_is_right (const Command *command, const Arguments *arguments, int operands, GError **error)
{
  g_autofree char *synopsis = help_synopsis (command);

  for (guint i = 0; i < arguments->given->len; i++) {
    const Option *option = arguments->given->pdata[i];

    if (!takes_option (command, option)) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE,
                   _("“%s” takes no option --%s. “quanctl help %s” shows what it takes."), command->name, option->name,
                   command->name);
      return FALSE;
    }
  }
  if (operands < command->min || (command->max >= 0 && operands > command->max)) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("Usage: quanctl %s"), synopsis);
    return FALSE;
  }
  if (command->required != NULL && !is_given (arguments, command->required)) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("“%s” needs the option --%s."), command->name,
                 command->required);
    return FALSE;
  }
  return TRUE;
}

static void
unknown_command (const char *words, GError **error)
{
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("There is no command “%s”. “quanctl --help” lists them."), words);
}

static int
show_help (const Arguments *arguments, guint first, Output *output, GError **error)
{
  g_autofree char *words = NULL;
  guint n;
  const Command *command = find_command (arguments->operands, &n);

  if (first >= arguments->operands->len) {
    help_overview (output);
    return STATUS_DONE;
  }
  words = command != NULL ? g_strdup (command->name)
                          : g_strjoinv (" ", (char **) arguments->operands->pdata + first);
  if (!help_commands (words, output))
    unknown_command (words, error);
  return STATUS_DONE;
}

static int
run_command (const Arguments *arguments, Output *output, GError **error)
{
  guint words;
  const Command *command = find_command (arguments->operands, &words);
  Session session = {
    .arguments = arguments,
    .store = arguments->store,
    .as_of = arguments->as_of != QUAN_DATE_NONE ? arguments->as_of : quan_date_today (),
    .language = quan_language_of_locale (),
    .output = output,
    .json = { .text = output->text },
  };
  int status;

  if (command == NULL) {
    unknown_command (arguments->operands->pdata[0], error);
    return STATUS_DONE;
  }
  if (!usage_is_right (command, arguments, (int) (arguments->operands->len - words), error))
    return STATUS_DONE;
  session.operands = (const char *const *) arguments->operands->pdata + words;
  status = command->run (&session, error);
  if (session.json.follows)
    output_text (output, "\n");
  g_clear_pointer (&session.desk, quan_desk_close);
  return status;
}

/* Chooses between help, version and a command. */
static int
act (int argc, char **argv, Output *output, GError **error)
{
  g_autoptr (Arguments) arguments = arguments_parse (argc, argv, error);
  gboolean help;

  if (arguments == NULL)
    return STATUS_DONE;
  help = arguments->operands->len > 0 && strcmp (arguments->operands->pdata[0], "help") == 0;
  if (arguments->version) {
    output_format (output, "quanctl %s\n", QUAN_VERSION);
    return STATUS_DONE;
  }
  if (arguments->help || help)
    return show_help (arguments, help ? 1 : 0, output, error);
  if (arguments->operands->len == 0) {
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_USAGE,
                         _("What shall be done? “quanctl --help” lists the commands."));
    return STATUS_DONE;
  }
  return run_command (arguments, output, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (Output) output = output_new (STDOUT_FILENO);
  g_autoptr (GError) error = NULL;
  int status;

  language_begin (argv[0]);
  status = act (argc, argv, output, &error);
  quan_fonts_finish ();
  if (error == NULL)
    output_flush (output, &error);
  if (error == NULL)
    return status;
  g_printerr ("quanctl: %s\n", error->message);
  return status_of (error);
}
