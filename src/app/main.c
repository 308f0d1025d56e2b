#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "coach-application.h"

static gboolean
has_gpu (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/*
 * Without a GPU GTK 4.8 still picks GL, drawn by the processor: slower by far than Cairo. With Cairo
 * it starts GL nonetheless, which takes longer than all our own start.
 */
static void
choose_renderer (void)
{
  if (!has_gpu ())
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CoachPlaces) places = NULL;
  g_autoptr (CoachClock) clock = NULL;
  g_autoptr (CoachApplication) application = NULL;

  setlocale (LC_ALL, "");
  places = coach_places_new_for_system ();
  bindtextdomain (GETTEXT_PACKAGE, coach_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  choose_renderer ();

  clock = coach_system_clock_new ();
  application = coach_application_new (places, clock);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
