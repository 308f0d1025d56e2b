#include "config.h"

#include "coach-agent-config.h"

#define MINUTE_US (60 * (gint64) G_USEC_PER_SEC)

static const CoachSittingNumbers numbers = {
  .minutes = 30,
  .min_minutes = 15,
  .max_minutes = 90,
  .begins_minute = 8 * 60,
  .ends_minute = 20 * 60,
};

static CoachReminderConfig
read_config (GSettings *settings,
             gboolean   is_emergency)
{
  CoachReminderConfig config;

  coach_agent_config_read (&config, &numbers, settings, is_emergency);
  return config;
}

static void
test_defaults (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  CoachReminderConfig config = read_config (settings, FALSE);

  g_test_summary ("Unless the person chooses, it is as the safety rules say");

  g_assert_cmpint (config.limit_us, ==, 30 * MINUTE_US);
  g_assert_cmpint (config.manner, ==, COACH_REMINDER_STAND_UP);
  g_assert_false (config.is_emergency);
  g_assert_cmpuint (config.hours.n_ranges, ==, 1);
  g_assert_cmpuint (config.hours.ranges[0].begins, ==, 8 * 60);
  g_assert_cmpuint (config.hours.ranges[0].ends, ==, 20 * 60);
  g_assert_cmpint (config.holds, ==,
                   COACH_REMINDER_HOLD_DO_NOT_DISTURB | COACH_REMINDER_HOLD_FULL_SCREEN
                       | COACH_REMINDER_HOLD_INHIBITOR);
}

static void
test_choices (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  CoachReminderConfig config;

  g_test_summary ("What the person chooses counts, and a warning sign with it");

  g_settings_set_uint (settings, "reminder-minutes", 45);
  g_settings_set_string (settings, "reminder-hours", "08:00-12:00,13:30-18:00");
  g_settings_set_string (settings, "reminder-manner", "cannot-stand");
  g_settings_set_boolean (settings, "reminder-hold-full-screen", FALSE);
  g_settings_set_boolean (settings, "reminder-hold-calls", TRUE);
  config = read_config (settings, TRUE);
  g_assert_cmpint (config.limit_us, ==, 45 * MINUTE_US);
  g_assert_cmpint (config.manner, ==, COACH_REMINDER_CANNOT_STAND);
  g_assert_true (config.is_emergency);
  g_assert_cmpuint (config.hours.n_ranges, ==, 2);
  g_assert_cmpuint (config.hours.ranges[1].begins, ==, 13 * 60 + 30);
  g_assert_cmpint (config.holds, ==,
                   COACH_REMINDER_HOLD_DO_NOT_DISTURB | COACH_REMINDER_HOLD_INHIBITOR
                       | COACH_REMINDER_HOLD_CAMERA | COACH_REMINDER_HOLD_MICROPHONE);
}

static void
test_bad_hours (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  CoachReminderConfig config;

  g_test_summary ("Hours that cannot be read leave those of the safety rules");

  g_settings_set_string (settings, "reminder-hours", "25:00-half past");
  g_test_expect_message ("coach-agent", G_LOG_LEVEL_MESSAGE, "reminder-hours: *");
  config = read_config (settings, FALSE);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (config.hours.n_ranges, ==, 1);
  g_assert_cmpuint (config.hours.ranges[0].begins, ==, 8 * 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agent-config/defaults", test_defaults);
  g_test_add_func ("/agent-config/choices", test_choices);
  g_test_add_func ("/agent-config/bad-hours", test_bad_hours);
  return g_test_run ();
}
