#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-agent-config.h"

/* Nicks of the schema have the values of the enum. */
G_STATIC_ASSERT (COACH_REMINDER_STAND_UP == 0);
G_STATIC_ASSERT (COACH_REMINDER_CHANGE_POSITION == 1);
G_STATIC_ASSERT (COACH_REMINDER_CANNOT_STAND == 2);

/* Hours that cannot be read leave those of the safety rules. */
static void
read_hours (CoachReminderConfig *config,
            GSettings           *settings)
{
  g_autofree char *text = g_settings_get_string (settings, "reminder-hours");
  g_autoptr (GError) error = NULL;
  CoachReminderHours hours;

  if (coach_reminder_hours_parse (text, &hours, &error))
    config->hours = hours;
  else
    g_message ("reminder-hours: %s", error->message);
}

static CoachReminderHolds
read_holds (GSettings *settings)
{
  CoachReminderHolds holds = COACH_REMINDER_HOLD_DO_NOT_DISTURB | COACH_REMINDER_HOLD_INHIBITOR;

  if (g_settings_get_boolean (settings, "reminder-hold-full-screen"))
    holds |= COACH_REMINDER_HOLD_FULL_SCREEN;
  if (g_settings_get_boolean (settings, "reminder-hold-calls"))
    holds |= COACH_REMINDER_HOLD_CAMERA | COACH_REMINDER_HOLD_MICROPHONE;
  return holds;
}

/**
 * coach_agent_config_read:
 * @config: (out): what to remind by
 * @numbers: the numbers of safety.json
 * @settings: what the person chose
 * @is_emergency: whether a warning sign bars all exercise
 *
 * Puts together what the person and the safety rules say.
 */
void
coach_agent_config_read (CoachReminderConfig       *config,
                         const CoachSittingNumbers *numbers,
                         GSettings                 *settings,
                         gboolean                   is_emergency)
{
  g_return_if_fail (config != NULL && numbers != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings));

  coach_reminder_config_init (config, numbers);
  coach_reminder_config_set_minutes (config, numbers,
                                     g_settings_get_uint (settings, "reminder-minutes"));
  config->manner = (CoachReminderManner) g_settings_get_enum (settings, "reminder-manner");
  config->holds = read_holds (settings);
  config->is_emergency = is_emergency;
  read_hours (config, settings);
}
