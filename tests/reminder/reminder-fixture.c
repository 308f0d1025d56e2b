#include "config.h"

#include "reminder-fixture.h"

const CoachSittingNumbers reminder_fixture_numbers = {
  .minutes = 30,
  .min_minutes = 15,
  .max_minutes = 90,
  .offer_when_sore = 20,
  .sore_from_pain = 4,
  .offer_when_quiet = 45,
  .break_minutes = 3,
  .locked_break_minutes = 1,
  .absence_repays = 2,
  .standing_minutes = 60,
  .later_minutes = 10,
  .repeats = 1,
  .later_in_row_pauses_day = 3,
  .begins_minute = 8 * 60,
  .ends_minute = 20 * 60,
  .quiet_after_wake_minutes = 10,
  .typing_wait_s = 60,
};

static void
write_time (ReminderFixture *fixture)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (COACH_CLOCK (fixture->clock));
  g_autofree char *time = g_date_time_format (now, fixture->with_days ? "%d %T" : "%T");

  g_string_append_printf (fixture->told, "%s ", time);
}

static void
notified_cb (const char        *what,
             const CoachNotice *notice,
             gpointer           user_data)
{
  ReminderFixture *fixture = user_data;

  write_time (fixture);
  g_string_append_printf (fixture->told, "%s%s%s\n", what, notice != NULL ? " " : "",
                          notice != NULL ? notice->title : "");
}

static void
break_taken_cb (ReminderFixture *fixture,
                const char      *kind,
                GDateTime       *when,
                guint            length_s,
                guint            sat_s)
{
  g_autofree char *began = g_date_time_format (when, "%T");

  write_time (fixture);
  g_string_append_printf (fixture->told, "break %s from %s, %u s after %u s\n", kind, began,
                          length_s, sat_s);
}

static void
led_break_began_cb (ReminderFixture *fixture,
                    int              posture)
{
  write_time (fixture);
  g_string_append_printf (fixture->told, "lead %s\n",
                          posture == COACH_REMINDER_LED_STAND ? "stand" : "chair");
}

static void
led_break_ended_cb (ReminderFixture *fixture)
{
  write_time (fixture);
  g_string_append (fixture->told, "lead no longer\n");
}

static void
make_reminder (ReminderFixture *fixture)
{
  fixture->reminder = coach_reminder_new (COACH_CLOCK (fixture->clock), fixture->presence,
                                          fixture->notifier, &fixture->config);
  g_signal_connect_swapped (fixture->reminder, "break-taken", G_CALLBACK (break_taken_cb), fixture);
  g_signal_connect_swapped (fixture->reminder, "led-break-began", G_CALLBACK (led_break_began_cb),
                            fixture);
  g_signal_connect_swapped (fixture->reminder, "led-break-ended", G_CALLBACK (led_break_ended_cb),
                            fixture);
}

/* @user_data may be the clock of another fixture. */
void
reminder_fixture_set_up (ReminderFixture *fixture,
                         gconstpointer    user_data)
{
  fixture->shares_clock = user_data != NULL;
  fixture->clock = user_data != NULL ? g_object_ref ((CoachManualClock *) user_data)
                                     : coach_manual_clock_new ();
  fixture->presence = played_presence_new (COACH_CLOCK (fixture->clock));
  fixture->notifier = recording_notifier_new (notified_cb, fixture);
  fixture->told = g_string_new (NULL);
  coach_reminder_config_init (&fixture->config, &reminder_fixture_numbers);
  make_reminder (fixture);
  coach_reminder_start (fixture->reminder);
}

void
reminder_fixture_tear_down (ReminderFixture *fixture,
                            gconstpointer    user_data)
{
  g_assert_finalize_object (fixture->reminder);
  g_assert_finalize_object (fixture->presence);
  g_assert_finalize_object (fixture->notifier);
  if (fixture->shares_clock)
    g_object_unref (fixture->clock);
  else
    {
      g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, 0);
      g_assert_finalize_object (fixture->clock);
    }
  g_string_free (fixture->told, TRUE);
}

/* Ends the process, and begins another later. What was told to the first is not known to it. */
void
reminder_fixture_restart (ReminderFixture *fixture,
                          gint64           off_us,
                          gboolean         leaves,
                          gboolean         reboots)
{
  g_autofree char *text = coach_reminder_to_text (fixture->reminder, "one", leaves);
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->reminder);
  coach_manual_clock_advance (fixture->clock, off_us);
  make_reminder (fixture);
  coach_reminder_restore (fixture->reminder, text, reboots ? "two" : "one", &error);
  g_assert_no_error (error);
  coach_reminder_start (fixture->reminder);
}

void
reminder_fixture_set_time (ReminderFixture *fixture,
                           const char      *iso8601,
                           GTimeZone       *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso8601, zone != NULL ? zone : utc);

  coach_manual_clock_set_local_time (fixture->clock, time);
  coach_reminder_clock_changed (fixture->reminder);
}

void
reminder_fixture_pass (ReminderFixture *fixture,
                       gint64           us)
{
  coach_manual_clock_advance (fixture->clock, us);
}

/* Away without locking, as it is seen: after a minute, from then on, until the first input. */
void
reminder_fixture_leave (ReminderFixture *fixture,
                        gint64           us)
{
  gint64 unseen_us = MIN (us, COACH_REMINDER_IDLE_SECONDS * SECOND);

  reminder_fixture_pass (fixture, unseen_us);
  if (us == unseen_us)
    return;
  played_presence_tell (fixture->presence, COACH_PRESENCE_IDLE, COACH_REMINDER_IDLE_SECONDS);
  reminder_fixture_pass (fixture, us - unseen_us);
  played_presence_tell (fixture->presence, COACH_PRESENCE_ACTIVE, 0);
}

void
reminder_fixture_lock (ReminderFixture *fixture,
                       gint64           us)
{
  played_presence_tell (fixture->presence, COACH_PRESENCE_LOCKED, 0);
  reminder_fixture_pass (fixture, us);
  played_presence_tell (fixture->presence, COACH_PRESENCE_ACTIVE, 0);
}

void
reminder_fixture_press (ReminderFixture *fixture,
                        const char      *id)
{
  g_assert_true (recording_notifier_is_visible (fixture->notifier));
  recording_notifier_press (fixture->notifier, id);
}

/* Forgets what it was, so that each step tells its own. */
void
reminder_fixture_expect (ReminderFixture *fixture,
                         const char      *told)
{
  g_assert_cmpstr (fixture->told->str, ==, told);
  g_string_truncate (fixture->told, 0);
}
