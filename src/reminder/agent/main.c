#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#include "coach-agent.h"

/* A heap for each thread would be a fifth of the agent's memory; they allocate little. */
static void
use_one_arena (void)
{
#ifdef HAVE_MALLOC_TRIM
  mallopt (M_ARENA_MAX, 1);
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CoachPlaces) places = NULL;
  g_autoptr (CoachClock) clock = NULL;

  use_one_arena ();
  setlocale (LC_ALL, "");
  places = coach_places_new_for_system ();
  bindtextdomain (GETTEXT_PACKAGE, coach_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  clock = coach_system_clock_new ();
  return coach_agent_run (places, clock, argc, argv);
}
