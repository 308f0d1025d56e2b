/* Whole days of the reminder in virtual time: what happens in life, and the exact list of what was
 * shown and put down, with the times. */
#include "config.h"

#include "reminder-fixture.h"

#define add_test(path, func)                                                                       \
  g_test_add (path, ReminderFixture, NULL, reminder_fixture_set_up, func,                          \
              reminder_fixture_tear_down)

static void
set_hours (ReminderFixture *fixture,
           const char      *hours)
{
  g_autoptr (GError) error = NULL;

  coach_reminder_hours_parse (hours, &fixture->config.hours, &error);
  g_assert_no_error (error);
  coach_reminder_set_config (fixture->reminder, &fixture->config);
}

static void
test_suspend (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("Suspended over lunch is one break of its length, and ten quiet minutes follow");
  reminder_fixture_pass (fixture, 25 * MINUTE);
  played_presence_tell (fixture->presence, COACH_PRESENCE_ASLEEP, 0);
  coach_manual_clock_suspend (fixture->clock, 45 * MINUTE);
  coach_presence_report_woke (fixture->presence, 45 * MINUTE);
  played_presence_tell (fixture->presence, COACH_PRESENCE_ACTIVE, 0);
  g_assert_cmpint (coach_reminder_get_holds (fixture->reminder), ==, COACH_REMINDER_HOLD_WOKE);
  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_expect (fixture, "10:10:00 break away from 09:25:00, 2700 s after 1500 s\n"
                                    "10:40:05 show Half an hour of sitting\n");
}

static void
test_suspend_untold (ReminderFixture *fixture,
                     gconstpointer    user_data)
{
  g_test_summary ("Sleep that nobody tells of is found by the clocks, and a doze holds back");
  reminder_fixture_pass (fixture, 25 * MINUTE);
  coach_manual_clock_suspend (fixture->clock, 45 * MINUTE);
  reminder_fixture_pass (fixture, 36 * MINUTE);
  reminder_fixture_expect (fixture, "10:15:00 break away from 09:30:00, 2700 s after 1800 s\n"
                                    "10:45:05 show Half an hour of sitting\n");

  reminder_fixture_lock (fixture, 1 * MINUTE);
  reminder_fixture_pass (fixture, 29 * MINUTE);
  coach_manual_clock_suspend (fixture->clock, 20 * SECOND);
  reminder_fixture_pass (fixture, 12 * MINUTE);
  reminder_fixture_expect (fixture, "10:46:00 withdraw\n"
                                    "10:47:00 break away from 10:46:00, 60 s after 1860 s\n"
                                    "11:27:25 show 39 minutes of sitting\n");
}

static void
test_clock_set_back (ReminderFixture *fixture,
                     gconstpointer    user_data)
{
  g_test_summary ("A clock that is set back changes no spell, but what hours it is");
  reminder_fixture_pass (fixture, 25 * MINUTE);
  reminder_fixture_set_time (fixture, "2024-02-29T08:25:00", NULL);
  reminder_fixture_pass (fixture, 6 * MINUTE);
  reminder_fixture_expect (fixture, "08:30:05 show Half an hour of sitting\n");
  reminder_fixture_set_time (fixture, "2024-02-29T07:31:00", NULL);
  reminder_fixture_pass (fixture, 40 * MINUTE);
  reminder_fixture_expect (fixture, "07:31:00 withdraw\n"
                                    "08:00:05 show That was a good while of sitting\n"
                                    "08:10:10 replace 70 minutes of sitting\n");
}

static void
test_summer_time (ReminderFixture *fixture,
                  gconstpointer    user_data)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_test_summary ("When the clocks change a spell is as long as ever, and hours follow the wall");
  set_hours (fixture, "01:00-02:30,04:00-05:00");
  reminder_fixture_set_time (fixture, "2024-03-31T01:45:00", berlin);
  reminder_fixture_lock (fixture, 1 * MINUTE);
  reminder_fixture_pass (fixture, 110 * MINUTE);
  /* From 01:46 to 04:00 it is 74 minutes. */
  reminder_fixture_expect (fixture, "04:00:05 show That was a good while of sitting\n"
                                    "04:10:10 replace 84 minutes of sitting\n"
                                    "04:30:10 replace 104 minutes of sitting\n");
}

static void
test_midnight (ReminderFixture *fixture,
               gconstpointer    user_data)
{
  g_test_summary ("A pause for the day ends with the day, also for who still sits there");
  set_hours (fixture, "");
  reminder_fixture_set_time (fixture, "2024-02-29T22:00:00", NULL);
  coach_reminder_pause_today (fixture->reminder);
  reminder_fixture_pass (fixture, 125 * MINUTE);
  reminder_fixture_expect (fixture, "00:00:05 show That was a good while of sitting\n");
}

static void
test_night_shift (ReminderFixture *fixture,
                  gconstpointer    user_data)
{
  g_test_summary ("Hours may go over midnight and have gaps; what is shown goes when they end");
  set_hours (fixture, "22:00-02:00,03:00-06:00");
  reminder_fixture_set_time (fixture, "2024-02-29T21:15:00", NULL);
  reminder_fixture_pass (fixture, 48 * MINUTE);
  reminder_fixture_lock (fixture, 207 * MINUTE);
  reminder_fixture_pass (fixture, 95 * MINUTE);
  reminder_fixture_expect (fixture, "22:00:05 show That was a good while of sitting\n"
                                    "22:03:00 withdraw\n"
                                    "01:30:00 break away from 22:03:00, 12420 s after 2880 s\n"
                                    "03:00:05 show That was a good while of sitting\n");
}

static void
test_film (ReminderFixture *fixture,
           gconstpointer    user_data)
{
  g_test_summary ("Eight hours of film are eight hours of sitting, told of once when it is over");
  reminder_fixture_pass (fixture, 10 * MINUTE);
  coach_reminder_set_holds (fixture->reminder, COACH_REMINDER_HOLD_INHIBITOR);
  played_presence_watch_film (fixture->presence);
  reminder_fixture_pass (fixture, 8 * HOUR);
  g_assert_cmpint (coach_reminder_get_spell_us (fixture->reminder), ==, 490 * MINUTE);
  reminder_fixture_expect (fixture, "");
  coach_reminder_set_holds (fixture->reminder, 0);
  played_presence_tell (fixture->presence, COACH_PRESENCE_ACTIVE, 0);
  reminder_fixture_pass (fixture, 5 * MINUTE);
  reminder_fixture_expect (fixture, "17:10:05 show That was a good while of sitting\n");
  reminder_fixture_lock (fixture, 1 * MINUTE);

  /* This one is slept through: nobody is there when it ends. */
  g_string_truncate (fixture->told, 0);
  coach_reminder_set_holds (fixture->reminder, COACH_REMINDER_HOLD_INHIBITOR);
  played_presence_tell (fixture->presence, COACH_PRESENCE_IDLE, 0);
  reminder_fixture_pass (fixture, 90 * MINUTE);
  coach_reminder_set_holds (fixture->reminder, 0);
  reminder_fixture_pass (fixture, 20 * MINUTE);
  played_presence_tell (fixture->presence, COACH_PRESENCE_ACTIVE, 0);
  reminder_fixture_expect (fixture, "19:06:00 break away from 18:46:00, 1200 s after 5400 s\n");
}

static void
test_meeting (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("A meeting of 90 minutes is not disturbed, and one reminder follows it");
  reminder_fixture_pass (fixture, 15 * MINUTE);
  coach_reminder_set_holds (fixture->reminder, COACH_REMINDER_HOLD_DO_NOT_DISTURB
                                                   | COACH_REMINDER_HOLD_MICROPHONE);
  reminder_fixture_pass (fixture, 90 * MINUTE);
  reminder_fixture_expect (fixture, "");
  coach_reminder_set_holds (fixture->reminder, 0);
  reminder_fixture_pass (fixture, 9 * MINUTE);
  reminder_fixture_expect (fixture, "10:45:05 show That was a good while of sitting\n");
  reminder_fixture_lock (fixture, 5 * MINUTE);
  g_string_truncate (fixture->told, 0);

  /* After this one they get up at once. */
  coach_reminder_set_holds (fixture->reminder, COACH_REMINDER_HOLD_DO_NOT_DISTURB);
  reminder_fixture_pass (fixture, 90 * MINUTE);
  reminder_fixture_lock (fixture, 5 * MINUTE);
  coach_reminder_set_holds (fixture->reminder, 0);
  reminder_fixture_pass (fixture, 20 * MINUTE);
  reminder_fixture_expect (fixture, "12:34:00 break away from 12:29:00, 300 s after 5400 s\n");
}

static void
test_restart (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("After a crash the spell goes on and nothing is said twice; a reboot is a break");
  reminder_fixture_pass (fixture, 25 * MINUTE);
  reminder_fixture_restart (fixture, 2 * SECOND, FALSE, FALSE);
  reminder_fixture_pass (fixture, 6 * MINUTE);
  reminder_fixture_restart (fixture, 2 * SECOND, FALSE, FALSE);
  reminder_fixture_pass (fixture, 10 * MINUTE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:31:04 withdraw\n"
                                    "09:40:10 show 40 minutes of sitting\n");
  reminder_fixture_restart (fixture, 5 * MINUTE, TRUE, TRUE);
  reminder_fixture_expect (fixture, "09:46:04 withdraw\n"
                                    "09:46:04 break away from 09:41:04, 300 s after 2464 s\n");
  g_assert_cmpint (coach_reminder_get_spell_us (fixture->reminder), ==, 0);
}

static void
test_two_seats (ReminderFixture *fixture,
                gconstpointer    user_data)
{
  ReminderFixture other = { 0 };

  g_test_summary ("Of two people at two seats each is told of their own sitting");
  reminder_fixture_set_up (&other, fixture->clock);
  reminder_fixture_pass (fixture, 20 * MINUTE);
  reminder_fixture_lock (&other, 5 * MINUTE);
  reminder_fixture_pass (fixture, 35 * MINUTE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:40:10 replace 40 minutes of sitting\n");
  reminder_fixture_expect (&other, "09:25:00 break away from 09:20:00, 300 s after 1200 s\n"
                                   "09:55:05 show Half an hour of sitting\n");
  reminder_fixture_tear_down (&other, NULL);
}

static void
test_no_server (ReminderFixture *fixture,
                gconstpointer    user_data)
{
  guint n_fired;

  g_test_summary ("With no server for a day nothing is tried again; then it is told once");
  set_hours (fixture, "");
  recording_notifier_set_server (fixture->notifier, FALSE);
  reminder_fixture_pass (fixture, 1 * HOUR);
  n_fired = coach_manual_clock_count_fired (fixture->clock);
  reminder_fixture_pass (fixture, 23 * HOUR);
  g_assert_cmpuint (coach_manual_clock_count_fired (fixture->clock), ==, n_fired);
  reminder_fixture_expect (fixture, "");
  recording_notifier_set_server (fixture->notifier, TRUE);
  reminder_fixture_pass (fixture, 9 * MINUTE);
  reminder_fixture_expect (fixture, "09:00:05 show That was a good while of sitting\n");

  /* One that dies with the reminder, and is there again at once. */
  recording_notifier_set_server (fixture->notifier, FALSE);
  recording_notifier_set_server (fixture->notifier, TRUE);
  reminder_fixture_pass (fixture, 1 * MINUTE);
  reminder_fixture_expect (fixture, "");
  reminder_fixture_pass (fixture, 5 * MINUTE);
  reminder_fixture_expect (fixture, "09:10:10 show 1450 minutes of sitting\n");
}

static void
test_failed (ReminderFixture *fixture,
             gconstpointer    user_data)
{
  g_test_summary ("A reminder that could not be shown is due as before when a server comes");
  recording_notifier_set_server (fixture->notifier, FALSE);
  coach_notifier_tell_available (fixture->notifier); /* it lies */
  reminder_fixture_pass (fixture, 50 * MINUTE);
  g_assert_cmpint (coach_reminder_get_holds (fixture->reminder), ==,
                   COACH_REMINDER_HOLD_NO_SERVER);
  recording_notifier_set_server (fixture->notifier, TRUE);
  reminder_fixture_pass (fixture, 5 * MINUTE);
  reminder_fixture_expect (fixture, "09:50:05 show That was a good while of sitting\n");
}

static void
test_stopped (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("A process that stood still for an hour reminds once when it goes on");
  coach_manual_clock_set_lateness (fixture->clock, HOUR, HOUR);
  reminder_fixture_pass (fixture, 10 * MINUTE);
  coach_reminder_clock_changed (fixture->reminder);
  reminder_fixture_pass (fixture, 80 * MINUTE);
  coach_manual_clock_set_lateness (fixture->clock, 0, 0);
  coach_reminder_clock_changed (fixture->reminder);
  reminder_fixture_pass (fixture, 2 * MINUTE);
  reminder_fixture_expect (fixture, "10:31:00 show 91 minutes of sitting\n");
}

typedef enum
{
  SIT,
  LEAVE,
  LOCK,
  MEETING,
  FILM,
  SESSION,
  STAND,
  PRESS_STAND,
} Doing;

static void
do_for (ReminderFixture *fixture,
        Doing            doing,
        gint64           us)
{
  switch (doing)
    {
    case SIT:
      reminder_fixture_pass (fixture, us);
      break;
    case LEAVE:
      reminder_fixture_leave (fixture, us);
      break;
    case LOCK:
      reminder_fixture_lock (fixture, us);
      break;
    case MEETING:
      coach_reminder_set_holds (fixture->reminder, COACH_REMINDER_HOLD_DO_NOT_DISTURB);
      reminder_fixture_pass (fixture, us);
      coach_reminder_set_holds (fixture->reminder, 0);
      break;
    case FILM:
      played_presence_watch_film (fixture->presence);
      reminder_fixture_pass (fixture, us);
      played_presence_tell (fixture->presence, COACH_PRESENCE_ACTIVE, 0);
      break;
    case SESSION:
      coach_reminder_set_session (fixture->reminder, TRUE);
      reminder_fixture_pass (fixture, us);
      coach_reminder_set_session (fixture->reminder, FALSE);
      break;
    case STAND:
      coach_reminder_set_standing (fixture->reminder, TRUE);
      reminder_fixture_pass (fixture, us);
      coach_reminder_set_standing (fixture->reminder, FALSE);
      break;
    case PRESS_STAND:
      reminder_fixture_press (fixture, COACH_NOTICE_STAND);
      reminder_fixture_pass (fixture, us);
      coach_reminder_end_break (fixture->reminder, TRUE);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Each day begins at eight, with a night behind it, and ends with locking the screen. */
static void
test_week (ReminderFixture *fixture,
           gconstpointer    user_data)
{
  static const struct
  {
    Doing doing;
    guint minutes;
  } days[5][8] = {
    /* Monday: one reminder is taken up, the others are not needed. */
    { { SIT, 31 }, { PRESS_STAND, 1 }, { SIT, 28 }, { LEAVE, 10 }, { SIT, 25 }, { LOCK, 45 },
      { SIT, 20 } },
    /* Tuesday: a long meeting, and a walk right after it. */
    { { SIT, 20 }, { MEETING, 90 }, { LOCK, 10 }, { SIT, 29 } },
    /* Wednesday: a meeting, and no time to get up. */
    { { SIT, 20 }, { MEETING, 60 }, { SIT, 15 }, { LOCK, 60 }, { SESSION, 12 }, { SIT, 25 } },
    /* Thursday: at the standing desk. */
    { { SIT, 25 }, { STAND, 70 }, { SIT, 25 } },
    /* Friday: a short absence, and a lecture to be watched. */
    { { SIT, 20 }, { LEAVE, 2 }, { SIT, 12 }, { FILM, 20 }, { SIT, 1 }, { LOCK, 1 }, { SIT, 10 } },
  };

  g_test_summary ("A working week reminds when it should, and puts down what was done");
  reminder_fixture_set_time (fixture, "2024-03-04T08:00:00", NULL);
  fixture->with_days = TRUE;
  for (guint day = 0; day < G_N_ELEMENTS (days); day++)
    {
      g_autofree char *morning = g_strdup_printf ("2024-03-%02uT08:00:00", day + 5);
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) next = g_date_time_new_from_iso8601 (morning, utc);
      g_autoptr (GDateTime) now = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (days[day]) && days[day][i].minutes > 0; i++)
        do_for (fixture, days[day][i].doing, days[day][i].minutes * MINUTE);
      now = coach_clock_get_local_time (COACH_CLOCK (fixture->clock));
      reminder_fixture_lock (fixture, g_date_time_difference (next, now));
    }
  reminder_fixture_expect (
      fixture, "04 08:30:05 show Half an hour of sitting\n"
               "04 08:31:00 lead stand\n"
               "04 08:32:00 break stand from 08:31:00, 60 s after 1860 s\n"
               "04 08:32:00 lead no longer\n"
               "04 09:10:00 break away from 09:00:00, 600 s after 1680 s\n"
               "04 10:20:00 break away from 09:35:00, 2700 s after 1500 s\n"
               "05 08:00:00 break away from 10:40:00, 76800 s after 1200 s\n"
               "05 10:00:00 break away from 09:50:00, 600 s after 6600 s\n"
               "06 08:00:00 break away from 10:29:00, 77460 s after 1740 s\n"
               "06 09:20:05 show That was a good while of sitting\n"
               "06 09:30:10 replace 90 minutes of sitting\n"
               "06 09:35:00 withdraw\n"
               "06 10:35:00 break away from 09:35:00, 3600 s after 5700 s\n"
               "06 10:47:00 break session from 10:35:00, 720 s after 0 s\n"
               "07 08:00:00 break away from 11:12:00, 74880 s after 1500 s\n"
               "07 09:25:05 show On your feet for a while\n"
               "07 09:35:00 break stand from 08:25:00, 4200 s after 1500 s\n"
               "07 09:35:00 withdraw\n"
               "08 08:00:00 break away from 10:00:00, 79200 s after 1500 s\n"
               "08 08:54:05 show That was a good while of sitting\n"
               "08 08:55:00 withdraw\n"
               "08 08:56:00 break away from 08:55:00, 60 s after 2940 s\n"
               "09 08:00:00 break away from 09:06:00, 82440 s after 600 s\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/reminder-days/suspend", test_suspend);
  add_test ("/reminder-days/suspend-untold", test_suspend_untold);
  add_test ("/reminder-days/clock-set-back", test_clock_set_back);
  add_test ("/reminder-days/summer-time", test_summer_time);
  add_test ("/reminder-days/midnight", test_midnight);
  add_test ("/reminder-days/night-shift", test_night_shift);
  add_test ("/reminder-days/film", test_film);
  add_test ("/reminder-days/meeting", test_meeting);
  add_test ("/reminder-days/restart", test_restart);
  add_test ("/reminder-days/two-seats", test_two_seats);
  add_test ("/reminder-days/no-server", test_no_server);
  add_test ("/reminder-days/failed", test_failed);
  add_test ("/reminder-days/stopped", test_stopped);
  add_test ("/reminder-days/week", test_week);

  return g_test_run ();
}
