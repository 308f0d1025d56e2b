/*
 * The real program, on a clock that stands until somebody moves it: what takes minutes costs nothing,
 * and nothing happens while a test looks. Two actions more than the program has, over D-Bus as all are:
 *   advance-clock SECONDS   lets time pass
 *   suspend-clock SECONDS   lets the machine sleep
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "coach-application.h"
#include "coach-manual-clock.h"

static gint64
get_us (GVariant *parameter)
{
  return g_variant_get_uint32 (parameter) * (gint64) G_USEC_PER_SEC;
}

static void
advance_clock_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  coach_manual_clock_advance (COACH_MANUAL_CLOCK (user_data), get_us (parameter));
}

static void
suspend_clock_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  coach_manual_clock_suspend (COACH_MANUAL_CLOCK (user_data), get_us (parameter));
}

int
main (int   argc,
      char *argv[])
{
  static const GActionEntry entries[] = {
    { .name = "advance-clock", .activate = advance_clock_cb, .parameter_type = "u" },
    { .name = "suspend-clock", .activate = suspend_clock_cb, .parameter_type = "u" },
  };
  g_autoptr (CoachPlaces) places = NULL;
  g_autoptr (CoachManualClock) clock = NULL;
  g_autoptr (CoachApplication) application = NULL;

  setlocale (LC_ALL, "");
  places = coach_places_new_for_system ();
  bindtextdomain (GETTEXT_PACKAGE, coach_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  clock = coach_manual_clock_new ();
  application = coach_application_new (places, COACH_CLOCK (clock));
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   clock);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
