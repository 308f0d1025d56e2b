#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "coach-ctl.h"
#include "host.h"

typedef struct
{
  const char       *name;
  const char       *usage;   /* the words after it, as the man page has them */
  const char       *summary; /* to be translated */
  guint             min_operands;
  guint             max_operands;
  gboolean          takes_side;
  CoachCtlStatus  (*run) (CoachCtl *ctl, GError **error);
} Command;

static const Command commands[] = {
  { "list", "[KIND]", N_ ("List movements, avoid, routines, conditions or traits"), 0,
    1, FALSE, coach_ctl_list },
  { "show", "ID", N_ ("Show a movement, move to avoid, routine, condition or trait"), 1, 1, FALSE,
    coach_ctl_show },
  { "search", "WORDS…", N_ ("Find moves by name, other names or muscle"), 1, G_MAXUINT, FALSE,
    coach_ctl_search },
  { "check", "ID|FILE", N_ ("Judge a move, or every step of a routine"), 1, 1, FALSE,
    coach_ctl_check },
  { "plan", "ROUTINE|FILE", N_ ("Write out the timeline of a session"), 1, 1, TRUE,
    coach_ctl_plan },
};

typedef struct
{
  gboolean   help;
  gboolean   version;
  gboolean   json;
  char     **conditions; /* (owned) (nullable) */
  char      *side;       /* (owned) (nullable) */
  char     **words;      /* (owned) (nullable): the command and its operands */
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->conditions);
  g_free (options->side);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
append_exit_statuses (GString *text)
{
  static const struct
  {
    CoachCtlStatus  status;
    const char     *meaning;
  } statuses[] = {
    { COACH_CTL_FINE, N_ ("fine; with check, the verdict is allow") },
    { COACH_CTL_FAILED, N_ ("something failed") },
    { COACH_CTL_USAGE, N_ ("wrong usage") },
    { COACH_CTL_CAUTION, N_ ("the verdict is caution") },
    { COACH_CTL_AVOID, N_ ("the verdict is avoid; with plan, nothing safe is left") },
  };

  g_string_append_printf (text, "\n%s\n", _("Exit status:"));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *lead = g_strdup_printf ("  %d  ", statuses[i].status);

      coach_ctl_print (text, lead, _(statuses[i].meaning));
    }
}

/* What the help says besides the options, which GLib lists. */
static char *
make_description (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);

  g_string_append_printf (text, "%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *synopsis = g_strjoin (" ", commands[i].name, commands[i].usage, NULL);

      coach_ctl_table_add_row (table, synopsis, _(commands[i].summary), NULL);
    }
  coach_ctl_table_print (table, "  ", text);
  append_exit_statuses (text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* GLib's own --help would end the program before its output is known to have been written. */
static GOptionContext *
make_context (Options *options)
{
  GOptionEntry entries[] = {
    { "condition", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->conditions,
      N_ ("Count a condition as the person's; may be repeated"), N_ ("ID") },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options->side, N_ ("The side that comes first in a plan"),
      "left|right" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Write one JSON object"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version and exit"),
      NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_ ("Print this help and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_("COMMAND [ARGUMENT…]"));
  g_autofree char *description = make_description ();

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _("Look up, check and plan routines for sciatica."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static const Command *
find_command (const Options  *options,
              GError        **error)
{
  const char *name = options->words != NULL ? options->words[0] : NULL;
  g_autofree char *safe = NULL;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  if (name == NULL)
    {
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE, _("a command is missing"));
      return NULL;
    }
  safe = coach_ctl_dup_safe (name);
  g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE, _("“%s” is no command"), safe);
  return NULL;
}

static gboolean
check_operands (const Command  *command,
                const Options  *options,
                GError        **error)
{
  guint n = g_strv_length (options->words) - 1;

  if (n < command->min_operands || n > command->max_operands)
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 n < command->min_operands ? _("too few words; it is: %s %s")
                                           : _("too many words; it is: %s %s"),
                 command->name, command->usage);
  else if (options->side != NULL && !command->takes_side)
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE, _("%s takes no --side"),
                 command->name);
  else if (options->side != NULL && !g_str_equal (options->side, "left")
           && !g_str_equal (options->side, "right"))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--side must be left or right"));
  else
    return TRUE;
  return FALSE;
}

static char *
dup_condition_ids (CoachCatalog *catalog)
{
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      g_strv_builder_add (builder, coach_condition_get_id (condition));
    }
  ids = g_strv_builder_end (builder);
  return g_strjoinv (", ", ids);
}

/* Nothing of the person's own is read: who asks for conditions names them. */
static CoachProfile *
make_profile (CoachCatalog   *catalog,
              const Options  *options,
              GError        **error)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();

  for (guint i = 0; options->conditions != NULL && options->conditions[i] != NULL; i++)
    {
      g_autofree char *known = NULL;
      g_autofree char *safe = NULL;

      if (coach_catalog_lookup_condition (catalog, options->conditions[i]) != NULL)
        {
          coach_profile_set_condition (profile, options->conditions[i], TRUE);
          continue;
        }
      known = dup_condition_ids (catalog);
      safe = coach_ctl_dup_safe (options->conditions[i]);
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                   _("no condition is called “%s”; known are: %s"), safe, known);
      return NULL;
    }
  return g_steal_pointer (&profile);
}

static CoachSide
get_side (const Options *options)
{
  if (options->side == NULL)
    return COACH_SIDE_NONE;
  return g_str_equal (options->side, "left") ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT;
}

static CoachCtlStatus
run_command (const Command  *command,
             const Options  *options,
             GError        **error)
{
  g_autoptr (CoachPlaces) places = coach_places_new_for_system ();
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (coach_places_get_catalog_dir (places),
                                                         error);
  g_autoptr (CoachProfile) profile = catalog != NULL ? make_profile (catalog, options, error)
                                                     : NULL;
  g_autoptr (JsonBuilder) json = options->json ? json_builder_new () : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) local = NULL;
  CoachCtl ctl = { catalog, profile, get_side (options),
                   (const char * const *) options->words + 1, json, text };
  CoachCtlStatus status;

  if (profile == NULL)
    return COACH_CTL_FAILED;
  status = command->run (&ctl, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return status;
    }
  written = json != NULL ? coach_ctl_dup_json (json) : g_strdup (text->str);
  return coach_ctl_write (written, json != NULL, error) ? status : COACH_CTL_FAILED;
}

static CoachCtlStatus
run (int       argc,
     char    **argv,
     GError  **error)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GOptionContext) context = make_context (&options);
  g_autofree char *text = NULL;
  const Command *command;

  if (!g_option_context_parse (context, &argc, &argv, error))
    return COACH_CTL_USAGE;
  if (options.help)
    text = g_option_context_get_help (context, TRUE, NULL);
  else if (options.version)
    text = g_strdup ("lowtidectl " PACKAGE_VERSION "\n");
  if (text != NULL)
    return coach_ctl_write (text, FALSE, error) ? COACH_CTL_FINE : COACH_CTL_FAILED;

  command = find_command (&options, error);
  if (command == NULL || !check_operands (command, &options, error))
    return COACH_CTL_USAGE;
  return run_command (command, &options, error);
}

/* Errors in content name their file; the others need to say whose they are. */
static CoachCtlStatus
report (const GError   *error,
        CoachCtlStatus  status)
{
  g_autofree char *line = NULL;

  if (error->domain != COACH_CTL_ERROR && error->domain != G_OPTION_ERROR)
    {
      coach_ctl_write_error (error->message);
      return status;
    }
  line = g_strconcat ("lowtidectl: ", error->message, NULL);
  coach_ctl_write_error (line);
  if (error->domain == COACH_CTL_ERROR && error->code != COACH_CTL_ERROR_USAGE)
    return status;
  coach_ctl_write_error (_("Try “lowtidectl --help”."));
  return COACH_CTL_USAGE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  CoachCtlStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, coach_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("lowtidectl");

  /* A reader that goes away, as `head` does, is told as any other failure to write. */
  signal (SIGPIPE, SIG_IGN);
  /* Were it closed, the next file opened would take its number. */
  if (fcntl (STDOUT_FILENO, F_GETFD) < 0)
    {
      coach_ctl_write_error (_("lowtidectl: standard output is closed"));
      return COACH_CTL_FAILED;
    }

  status = run (argc, argv, &error);
  return error != NULL ? report (error, status) : status;
}
