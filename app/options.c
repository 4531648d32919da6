#include "app/options.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

#define SECONDS_MAX (24 * 60 * 60)
#define YEAR_MIN 1900
#define YEAR_MAX 2999

#define MEMBER(name) G_STRUCT_OFFSET (Arguments, name)

const Option options[] = {
  { "store", 0, OPTION_TEXT, TRUE, N_ ("FILE"), N_ ("the store (default: quan.db of the user)"), MEMBER (store) },
  { "as-of", 0, OPTION_DATE, TRUE, N_ ("DATE"), N_ ("the date to judge on (default: today)"), MEMBER (as_of) },
  { "enterprise", 0, OPTION_TEXT, TRUE, N_ ("USCC"), N_ ("the enterprise (default: the only one)"),
    MEMBER (enterprise) },
  { "policy", 0, OPTION_TEXT, TRUE, N_ ("ID"), N_ ("the policy pack (default: the one for the region and date)"),
    MEMBER (policy) },
  { "reading", 0, OPTION_TEXTS, TRUE, N_ ("KEY=VALUE"), N_ ("another reading where the policy is silent; repeatable"),
    MEMBER (readings) },
  { "wait", 0, OPTION_SECONDS, TRUE, N_ ("SECONDS"), N_ ("wait for a store that another program holds"),
    MEMBER (wait) },
  { "json", 0, OPTION_FLAG, TRUE, NULL, N_ ("answer in JSON"), MEMBER (json) },
  { "quiet", 0, OPTION_FLAG, TRUE, NULL, N_ ("no remarks and no progress"), MEMBER (quiet) },
  { "version", 0, OPTION_FLAG, TRUE, NULL, N_ ("show the version"), MEMBER (version) },
  { "help", 'h', OPTION_FLAG, TRUE, NULL, N_ ("show help"), MEMBER (help) },

  { "dry-run", 0, OPTION_FLAG, FALSE, NULL, N_ ("judge the file and change nothing"), MEMBER (dry_run) },
  { "output", 'o', OPTION_TEXT, FALSE, N_ ("FILE"), N_ ("the file to write; - is standard output"), MEMBER (output) },
  { "ics", 0, OPTION_TEXT, FALSE, N_ ("FILE"), N_ ("the calendar file to write; - is standard output"), MEMBER (ics) },
  { "year", 0, OPTION_YEAR, FALSE, N_ ("YEAR"), N_ ("this year only"), MEMBER (year) },
  { "date", 0, OPTION_DATE, FALSE, N_ ("DATE"), N_ ("the day of the act (default: the as-of date)"), MEMBER (date) },
  { "amount", 0, OPTION_MONEY, FALSE, N_ ("AMOUNT"), N_ ("yuan asked for, approved or received (default: all of it)"),
    MEMBER (amount) },
  { "voucher", 0, OPTION_TEXT, FALSE, N_ ("NUMBER"), N_ ("the number of the voucher"), MEMBER (voucher) },
  { "issued", 0, OPTION_DATE, FALSE, N_ ("DATE"), N_ ("the day the voucher was issued (default: the day of the act)"),
    MEMBER (issued) },
  { "reason", 0, OPTION_TEXT, FALSE, N_ ("TEXT"), N_ ("why, in the authority's or your own words"), MEMBER (reason) },
  { NULL }
};

const Option *
option_find (const char *name)
{
  for (const Option *option = options; option->name != NULL; option++)
    if (strcmp (option->name, name) == 0)
      return option;
  return NULL;
}

static const Option *
find_letter (char letter)
{
  for (const Option *option = options; option->name != NULL; option++)
    if (option->letter == letter)
      return option;
  return NULL;
}

static gboolean
parse_number (const Option *option, const char *text, guint64 min, guint64 max, int *number, GError **error)
{
  guint64 value;

  if (g_ascii_string_to_unsigned (text, 10, min, max, &value, NULL)) {
    *number = (int) value;
    return TRUE;
  }
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("--%s: “%s” is not a number from %d to %d."), option->name, text,
               (int) min, (int) max);
  return FALSE;
}

/* Says a parser's refusal as a mistake on the command line. */
static gboolean
refuse (const Option *option, const GError *why, GError **error)
{
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, "--%s: %s", option->name, why->message);
  return FALSE;
}

/* An amount asked for or approved: money, and some of it. */
static gboolean
parse_amount (const Option *option, const char *text, QuanFen *fen, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!quan_money_parse (text, fen, &why))
    return refuse (option, why, error);
  if (*fen > 0)
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("--%s: “%s” is not an amount above zero."), option->name, text);
  return FALSE;
}

static gboolean
set_value (Arguments *arguments, const Option *option, const char *value, GError **error)
{
  gpointer member = G_STRUCT_MEMBER_P (arguments, option->offset);
  g_autoptr (GError) why = NULL;

  g_ptr_array_add (arguments->given, (gpointer) option);
  switch (option->kind) {
  case OPTION_FLAG:
    *(gboolean *) member = TRUE;
    return TRUE;
  case OPTION_TEXT:
    g_free (*(char **) member);
    *(char **) member = g_strdup (value);
    return TRUE;
  case OPTION_TEXTS:
    g_ptr_array_add (*(GPtrArray **) member, g_strdup (value));
    return TRUE;
  case OPTION_DATE:
    return quan_date_parse (value, member, &why) || refuse (option, why, error);
  case OPTION_MONEY:
    return parse_amount (option, value, member, error);
  case OPTION_SECONDS:
    return parse_number (option, value, 0, SECONDS_MAX, member, error);
  case OPTION_YEAR:
    return parse_number (option, value, YEAR_MIN, YEAR_MAX, member, error);
  }
  g_return_val_if_reached (FALSE);
}

/* One word that begins with a dash, and the next one where the option's value stands there. */
static gboolean
parse_option (Arguments *arguments, char **argv, int *i, GError **error)
{
  const char *word = argv[*i];
  gboolean is_long = word[1] == '-';
  const char *equals = is_long ? strchr (word, '=') : NULL;
  g_autofree char *name = equals != NULL ? g_strndup (word + 2, equals - word - 2) : g_strdup (word + 2);
  const Option *option = is_long ? option_find (name) : find_letter (word[1]);
  const char *attached = is_long ? (equals != NULL ? equals + 1 : NULL) : (word[2] != '\0' ? word + 2 : NULL);

  if (option == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE,
                 _("There is no option %s. “quanctl --help” lists the commands and options."), word);
    return FALSE;
  }
  if (option->kind == OPTION_FLAG && attached != NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("The option --%s takes no value."), option->name);
    return FALSE;
  }
  if (option->kind != OPTION_FLAG && attached == NULL) {
    attached = argv[*i + 1];
    if (attached == NULL) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("The option --%s needs a value: %s."), option->name,
                   _(option->value));
      return FALSE;
    }
    ++*i;
  }
  return set_value (arguments, option, attached, error);
}

static Arguments *
arguments_new (void)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->as_of = arguments->date = arguments->issued = QUAN_DATE_NONE;
  arguments->amount = QUAN_FEN_NONE;
  arguments->readings = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  arguments->operands = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  arguments->given = g_ptr_array_new ();
  return arguments;
}

Arguments *
arguments_parse (int argc, char **argv, GError **error)
{
  g_autoptr (Arguments) arguments = arguments_new ();
  gboolean open = TRUE;

  for (int i = 1; i < argc; i++) {
    if (!g_utf8_validate (argv[i], -1, NULL)) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("Word %d of the command line is not UTF-8 text."), i);
      return NULL;
    }
    if (open && strcmp (argv[i], "--") == 0)
      open = FALSE;
    else if (open && argv[i][0] == '-' && argv[i][1] != '\0') {
      if (!parse_option (arguments, argv, &i, error))
        return NULL;
    } else
      g_ptr_array_add (arguments->operands, g_strdup (argv[i]));
  }
  return g_steal_pointer (&arguments);
}

void
arguments_free (Arguments *arguments)
{
  g_free (arguments->store);
  g_free (arguments->enterprise);
  g_free (arguments->policy);
  g_free (arguments->output);
  g_free (arguments->ics);
  g_free (arguments->voucher);
  g_free (arguments->reason);
  g_ptr_array_unref (arguments->readings);
  g_ptr_array_unref (arguments->operands);
  g_ptr_array_unref (arguments->given);
  g_free (arguments);
}
