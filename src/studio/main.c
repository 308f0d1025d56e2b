#define G_LOG_DOMAIN "lowtide-studio"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "studio-commands.h"

/* Pictures of a contact sheet, unless a size is asked for. */
#define SHEET_WIDTH 360
#define SHEET_HEIGHT 270

typedef struct
{
  char    *motions;      /* (owned) */
  char    *catalog;      /* (owned) */
  char    *output;       /* (owned), the folder that has `clips` and `stills` */
  char    *file;         /* (owned) (nullable) */
  char    *key;          /* (owned) (nullable) */
  char    *style_name;   /* (owned) (nullable) */
  char    *size;         /* (owned) (nullable) */
  gboolean only_stale;
  gboolean is_verbose;
  char   **words;        /* (owned) (nullable), the command and what follows it */

  CoachStyle style;
  guint      width;
  guint      height;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_clear_pointer (&arguments->motions, g_free);
  g_clear_pointer (&arguments->catalog, g_free);
  g_clear_pointer (&arguments->output, g_free);
  g_clear_pointer (&arguments->file, g_free);
  g_clear_pointer (&arguments->key, g_free);
  g_clear_pointer (&arguments->style_name, g_free);
  g_clear_pointer (&arguments->size, g_free);
  g_clear_pointer (&arguments->words, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static gboolean
complain (GError    **error,
          const char *what)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, what);
  return FALSE;
}

static gboolean
parse_look (Arguments *arguments,
            GError   **error)
{
  g_auto (GStrv) sides = g_strsplit (arguments->size != NULL ? arguments->size : "960x720", "x", 2);
  guint64 width = 0, height = 0;

  if (g_strcmp0 (arguments->style_name, "lines") == 0)
    arguments->style = COACH_STYLE_LINES;
  else if (arguments->style_name != NULL && !g_str_equal (arguments->style_name, "color"))
    return complain (error, _("--style must be color or lines"));
  if (sides[0] == NULL || sides[1] == NULL
      || !g_ascii_string_to_unsigned (sides[0], 10, 16, 4096, &width, NULL)
      || !g_ascii_string_to_unsigned (sides[1], 10, 16, 4096, &height, NULL))
    return complain (error, _("--size must be two numbers from 16 to 4096, such as 960x720"));
  arguments->width = (guint) width;
  arguments->height = (guint) height;
  return TRUE;
}

static gboolean
parse_arguments (Arguments *arguments,
                 int       *argc,
                 char    ***argv,
                 GError   **error)
{
  const GOptionEntry entries[] = {
    { "motions", 0, 0, G_OPTION_ARG_FILENAME, &arguments->motions, N_("Folder with the motions"),
      N_("FOLDER") },
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, &arguments->catalog,
      N_("Folder with the catalogue; empty to leave it out"), N_("FOLDER") },
    { "resources", 0, 0, G_OPTION_ARG_FILENAME, &arguments->output,
      N_("Folder for clips and stills"), N_("FOLDER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->file, N_("File for a picture"),
      N_("FILE") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &arguments->key, N_("Which key to draw"), N_("NAME") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &arguments->style_name,
      N_("How to draw: color or lines"), N_("STYLE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &arguments->size, N_("Size of a picture in pixels"),
      N_("WxH") },
    { "stale", 0, 0, G_OPTION_ARG_NONE, &arguments->only_stale,
      N_("List only what is to be rendered anew"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &arguments->is_verbose,
      N_("Tell also what was changed and not checked"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments->words, NULL,
      N_("COMMAND [ID…]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _("Makes the clips and stills of the moves from text files.\n"
                                   "Commands: check, list, render, sheet-of-keys ID, still ID, "
                                   "body-map."));
  return g_option_context_parse (context, argc, argv, error) && parse_look (arguments, error);
}

/* Where things are in the source tree, from which the tool is run. */
static void
fill_in (Arguments *arguments)
{
  if (arguments->motions == NULL)
    arguments->motions = g_strdup ("data/motions");
  if (arguments->catalog == NULL)
    arguments->catalog = g_strdup ("data/catalog");
  if (arguments->output == NULL)
    arguments->output = g_strdup ("resources");
}

static int
complain_of_usage (void)
{
  g_printerr ("%s\n", _("Usage: lowtide-studio check [ID…] | list [--stale] | render [ID…] | "
                        "sheet-of-keys ID [-o FILE] | still ID --key NAME -o FILE | "
                        "body-map -o FILE"));
  return STUDIO_EXIT_USAGE;
}

/* Commands for one motion that end in a picture. */
static int
run_picture_command (const CoachStudio *studio,
                     const Arguments   *arguments)
{
  const char *id = arguments->words[1];
  g_autofree char *file
      = arguments->file != NULL ? g_strdup (arguments->file) : g_strconcat (id, ".png", NULL);

  if (g_str_equal (arguments->words[0], "sheet-of-keys"))
    return studio_command_sheet (studio, id, file, arguments->style,
                                 arguments->size != NULL ? arguments->width : SHEET_WIDTH,
                                 arguments->size != NULL ? arguments->height : SHEET_HEIGHT);
  if (g_str_equal (arguments->words[0], "still") && arguments->key != NULL)
    return studio_command_still (studio, id, arguments->key, file, arguments->style,
                                 arguments->width, arguments->height);
  return complain_of_usage ();
}

static int
run_command (const CoachStudio *studio,
             const Arguments   *arguments)
{
  const char *command = arguments->words != NULL ? arguments->words[0] : "";
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) all = NULL;
  char **ids;

  if (*command == '\0')
    return complain_of_usage ();
  all = coach_studio_list (studio, &error);
  if (all == NULL)
    {
      g_printerr ("%s\n", error->message);
      return STUDIO_EXIT_FAILED;
    }
  if (g_str_equal (command, "body-map") && arguments->file != NULL && arguments->words[1] == NULL)
    return studio_command_body_map (studio, arguments->file);
  ids = arguments->words[1] != NULL ? arguments->words + 1 : all;
  if (g_str_equal (command, "check"))
    return studio_command_check (studio, ids, ids == all, arguments->is_verbose);
  if (g_str_equal (command, "list"))
    return studio_command_list (studio, ids, arguments->only_stale);
  if (g_str_equal (command, "render"))
    return studio_command_render (studio, ids);
  if (arguments->words[1] != NULL && arguments->words[2] == NULL)
    return run_picture_command (studio, arguments);
  return complain_of_usage ();
}

int
main (int    argc,
      char **argv)
{
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (CoachStudio) studio = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!parse_arguments (&arguments, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return STUDIO_EXIT_USAGE;
    }
  fill_in (&arguments);
  studio
      = coach_studio_new (arguments.motions, *arguments.catalog != '\0' ? arguments.catalog : NULL,
                          arguments.output, &error);
  if (studio == NULL)
    {
      g_printerr ("%s\n", error->message);
      return STUDIO_EXIT_FAILED;
    }
  return run_command (studio, &arguments);
}
