#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "coach-ctl.h"
#include "host.h"

/* The options that not every command takes. */
typedef enum
{
  TAKES_PERSON = 1 << 0, /* --condition and --profile */
  TAKES_REGION = 1 << 1,
  TAKES_SIDE   = 1 << 2,
  TAKES_NOW    = 1 << 3,
  TAKES_FORMAT = 1 << 4,
  TAKES_CUES   = 1 << 6, /* --cues and --talk */
  TAKES_SHEET  = 1 << 5, /* --output, --paper, --pictures, --large, --name and --qr */
} CommandOption;

typedef struct
{
  const char       *name;
  const char       *usage;   /* the words after it, as the man page has them */
  const char       *summary; /* to be translated */
  guint             min_operands;
  guint             max_operands;
  guint             options; /* of CommandOption */
  CoachCtlStatus  (*run) (CoachCtl *ctl, GError **error);
} Command;

static const Command commands[] = {
  { "list", "[KIND]", N_ ("List movements, avoid, routines, conditions or traits"), 0,
    1, TAKES_PERSON, coach_ctl_list },
  { "show", "ID", N_ ("Show a movement, move to avoid, routine, condition or trait"), 1, 1,
    TAKES_PERSON, coach_ctl_show },
  { "search", "WORDS…", N_ ("Find moves by name, other names or muscle"), 1, G_MAXUINT, TAKES_PERSON,
    coach_ctl_search },
  { "check", "ID|FILE", N_ ("Judge a move, or every step of a routine"), 1, 1,
    TAKES_PERSON | TAKES_REGION, coach_ctl_check },
  { "plan", "ROUTINE|FILE", N_ ("Write out the timeline of a session"), 1, 1,
    TAKES_PERSON | TAKES_REGION | TAKES_SIDE | TAKES_CUES, coach_ctl_plan },
  { "sheet", "ROUTINE|FILE", N_ ("Write a routine for paper, as a PDF file"), 1, 1,
    TAKES_PERSON | TAKES_REGION | TAKES_SIDE | TAKES_SHEET, coach_ctl_sheet },
  { "screening", "FILE", N_ ("Decide what answers to the warning signs come to"), 1, 1,
    TAKES_REGION, coach_ctl_screening },
  { "trend", "FILE", N_ ("Tell whether the pain of check-ins reaches less far, or further"), 1, 1,
    TAKES_REGION | TAKES_NOW, coach_ctl_trend },
  { "journal", "export|import|summary|check [FILE]",
    N_ ("Export, import, count or check your own journal"), 1, 2, TAKES_FORMAT, coach_ctl_journal },
  { "remind", "status|pause [MINUTES]|resume|standing|sitting",
    N_ ("Ask the reminder how long you sit, or tell it something"), 1, 2, 0, coach_ctl_remind },
};

typedef struct
{
  gboolean   help;
  gboolean   version;
  gboolean   json;
  char     **conditions; /* (owned) (nullable) */
  char      *profile;    /* (owned) (nullable): a path */
  char      *region;     /* (owned) (nullable) */
  char      *side;       /* (owned) (nullable) */
  char      *talk;       /* (owned) (nullable) */
  char      *now;        /* (owned) (nullable) */
  char      *format;     /* (owned) (nullable) */
  char      *output;     /* (owned) (nullable): a path */
  char      *paper;      /* (owned) (nullable) */
  char      *pictures;   /* (owned) (nullable) */
  char      *name;       /* (owned) (nullable) */
  gboolean   cues;
  gboolean   large;
  gboolean   qr;
  char     **words;      /* (owned) (nullable): the command and its operands */
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->conditions);
  g_free (options->profile);
  g_free (options->region);
  g_free (options->side);
  g_free (options->talk);
  g_free (options->now);
  g_free (options->format);
  g_free (options->output);
  g_free (options->paper);
  g_free (options->pictures);
  g_free (options->name);
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
    { COACH_CTL_FINE, N_ ("fine; with check, the verdict is allow; with screening, no sign") },
    { COACH_CTL_FAILED, N_ ("something failed") },
    { COACH_CTL_USAGE, N_ ("wrong usage") },
    { COACH_CTL_CAUTION, N_ ("the verdict is caution; with screening, talk to a clinician") },
    { COACH_CTL_AVOID, N_ ("the verdict is avoid; with screening, exercises are off; with plan, "
                           "or sheet, they are off or nothing safe is left") },
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
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options->profile,
      N_ ("Count what an exported journal says of a person"), N_ ("FILE") },
    { "region", 0, 0, G_OPTION_ARG_STRING, &options->region,
      N_ ("Whose telephone numbers to name, such as GB"), N_ ("COUNTRY") },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options->side, N_ ("The side that comes first in a plan"),
      "left|right" },
    { "cues", 0, 0, G_OPTION_ARG_NONE, &options->cues,
      N_ ("Write out what is said and sounded when"), NULL },
    { "talk", 0, 0, G_OPTION_ARG_STRING, &options->talk, N_ ("How much is said with --cues"),
      "full|short|sounds" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options->now,
      N_ ("The time a trend is about, with its offset, or a day"), N_ ("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("The form that a journal is exported in"), "json|csv" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file that a sheet is written to"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper,
      N_ ("How large the pages of a sheet are"), "a4|letter" },
    { "pictures", 0, 0, G_OPTION_ARG_STRING, &options->pictures, N_ ("The pictures of a sheet"),
      "lines|color|none" },
    { "large", 0, 0, G_OPTION_ARG_NONE, &options->large, N_ ("Write a sheet in large print"),
      NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options->name, N_ ("Whose sheet it is"), N_ ("NAME") },
    { "qr", 0, 0, G_OPTION_ARG_NONE, &options->qr,
      N_ ("Print the routine’s file as a code for telephones"), NULL },
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
  g_option_context_set_summary (context,
                                _("Look up, check, plan and print routines for sciatica."));
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

/* A time with its offset, or the end of a day where the person is; NULL when it is neither. */
static GDateTime *
parse_now (const char *text)
{
  GDateTime *time = coach_ctl_parse_time (text);
  GDate day;

  if (time != NULL || !coach_ctl_parse_date (text, &day))
    return time;
  return g_date_time_new_local (g_date_get_year (&day), (int) g_date_get_month (&day),
                                g_date_get_day (&day), 23, 59, 59);
}

static gboolean
is_now_wrong (const char *text)
{
  g_autoptr (GDateTime) now = parse_now (text);

  return now == NULL;
}

/* An option that changes nothing was meant to change something. */
static const char *
find_odd_option (const Command *command,
                 const Options *options)
{
  const struct
  {
    const char *name;
    gboolean    is_given;
    guint       needs;
  } given[] = {
    { "--side", options->side != NULL, TAKES_SIDE },
    { "--cues", options->cues, TAKES_CUES },
    { "--talk", options->talk != NULL, TAKES_CUES },
    { "--format", options->format != NULL, TAKES_FORMAT },
    { "--now", options->now != NULL, TAKES_NOW },
    { "--region", options->region != NULL, TAKES_REGION },
    { "--profile", options->profile != NULL, TAKES_PERSON },
    { "--condition", options->conditions != NULL, TAKES_PERSON },
    { "--output", options->output != NULL, TAKES_SHEET },
    { "--paper", options->paper != NULL, TAKES_SHEET },
    { "--pictures", options->pictures != NULL, TAKES_SHEET },
    { "--large", options->large, TAKES_SHEET },
    { "--name", options->name != NULL, TAKES_SHEET },
    { "--qr", options->qr, TAKES_SHEET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given && (command->options & given[i].needs) == 0)
      return given[i].name;
  return NULL;
}

static gboolean
check_options (const Command  *command,
               const Options  *options,
               GError        **error)
{
  const char *odd = find_odd_option (command, options);

  if (odd != NULL)
    /* Translators: the first %s is a command, the second one of its options. */
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE, _("%s takes no %s"), command->name,
                 odd);
  else if (options->side != NULL && !g_str_equal (options->side, "left")
           && !g_str_equal (options->side, "right"))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--side must be left or right"));
  else if (options->talk != NULL && !coach_talk_from_id (options->talk, NULL))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--talk must be full, short or sounds"));
  else if (options->format != NULL && !g_str_equal (options->format, "json")
           && !g_str_equal (options->format, "csv"))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE, _("--format must be json or csv"));
  else if (options->now != NULL && is_now_wrong (options->now))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--now must be a time with its offset, such as 2026-01-31T08:00:00+00:00, or a "
                   "day"));
  else if (options->region != NULL
           && (strlen (options->region) != 2 || !g_ascii_isalpha (options->region[0])
               || !g_ascii_isalpha (options->region[1])))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--region must be the two letters of a country, such as GB"));
  else
    return (command->options & TAKES_SHEET) == 0
           || coach_ctl_sheet_check (options->output, options->paper, options->pictures,
                                     options->name, error);
  return FALSE;
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
  else
    return check_options (command, options, error);
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

static gboolean
add_conditions (CoachCatalog   *catalog,
                CoachProfile   *profile,
                const Options  *options,
                GError        **error)
{
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
      return FALSE;
    }
  return TRUE;
}

/* Nothing of one's own is read here: whose verdicts are asked for is said. */
static gboolean
make_person (CoachKeptPerson  *person,
             CoachCatalog     *catalog,
             const Options    *options,
             const GDate      *today,
             GError          **error)
{
  if (options->profile == NULL)
    person->profile = coach_profile_new ();
  else if (!coach_ctl_person_read (person, catalog, options->profile, today, error))
    return FALSE;
  return add_conditions (catalog, person->profile, options, error);
}

static const CoachHelpNumbers *
find_help (CoachCatalog  *catalog,
           const Options *options)
{
  g_autofree char *region = options->region != NULL ? g_ascii_strup (options->region, -1)
                                                    : coach_region_dup_for_system ();

  return coach_screening_lookup_help_numbers (coach_catalog_get_screening (catalog), region);
}

static GDate
get_day (GDateTime *now)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return today;
}

/* What was said was checked before. */
static CoachCtlSheet
get_sheet (const Options *options)
{
  CoachCtlSheet sheet = { .path = options->output, .name = options->name,
                          .is_large = options->large, .has_code = options->qr };

  if (options->paper != NULL)
    coach_paper_from_id (options->paper, &sheet.paper);
  if (options->pictures != NULL)
    coach_sheet_pictures_from_id (options->pictures, &sheet.pictures);
  return sheet;
}

/* To say how much is said asks for what is said. */
static CoachCtlCues
get_cues (const Options *options)
{
  CoachCtlCues cues = { .are_wanted = options->cues || options->talk != NULL,
                        .talk = COACH_TALK_FULL };

  if (options->talk != NULL)
    coach_talk_from_id (options->talk, &cues.talk);
  return cues;
}

static CoachSide
get_side (const Options *options)
{
  if (options->side == NULL)
    return COACH_SIDE_NONE;
  return g_str_equal (options->side, "left") ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT;
}

/* Runs a command, and writes what it says once it has not failed. */
static CoachCtlStatus
run_and_write (const Command  *command,
               CoachCtl       *ctl,
               GError        **error)
{
  g_autofree char *written = NULL;
  g_autoptr (GError) local = NULL;
  CoachCtlStatus status = command->run (ctl, &local);
  gboolean is_json;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return status;
    }
  is_json = ctl->json != NULL || ctl->is_raw;
  written = ctl->json != NULL && !ctl->is_raw ? coach_ctl_dup_json (ctl->json)
                                              : g_strdup (ctl->text->str);
  return coach_ctl_write (written, is_json, error) ? status : COACH_CTL_FAILED;
}

static CoachCtlStatus
run_command (const Command  *command,
             const Options  *options,
             GError        **error)
{
  g_autoptr (CoachPlaces) places = coach_places_new_for_system ();
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (coach_places_get_catalog_dir (places),
                                                         error);
  g_auto (CoachKeptPerson) person = { NULL };
  g_autoptr (JsonBuilder) json = options->json ? json_builder_new () : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  /* The only look at the clock: everything below is given the time. */
  g_autoptr (GDateTime) present = g_date_time_new_now_local ();
  g_autoptr (GDateTime) named = options->now != NULL ? parse_now (options->now) : NULL;
  CoachCtl ctl = {
    .catalog = catalog,
    .places = places,
    .today = get_day (present),
    .now = named != NULL ? named : present,
    .is_now_named = named != NULL,
    .format = options->format,
    .person = &person,
    .side = get_side (options),
    .sheet = get_sheet (options),
    .cues = get_cues (options),
    .operands = (const char * const *) options->words + 1,
    .json = json,
    .text = text,
  };

  if (catalog == NULL || !make_person (&person, catalog, options, &ctl.today, error))
    return COACH_CTL_FAILED;
  ctl.profile = person.profile;
  ctl.help = find_help (catalog, options);
  return run_and_write (command, &ctl, error);
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
