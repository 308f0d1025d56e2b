/* Each rule of the reminder by itself, on a clock of the test's own. A pause in typing comes after
 * five seconds, so that what is due at 09:30 is shown at 09:30:05. */
#include "config.h"

#include "reminder-fixture.h"

#define add_test(path, func)                                                                       \
  g_test_add (path, ReminderFixture, NULL, reminder_fixture_set_up, func,                          \
              reminder_fixture_tear_down)

static void
test_absences (ReminderFixture *fixture,
               gconstpointer    user_data)
{
  static const struct
  {
    CoachPresenceState state;
    guint              sat_s;
    guint              away_s;
    guint              spell_s;
    const char        *told; /* of its break */
  } cases[] = {
    { COACH_PRESENCE_IDLE, 1200, 30, 1140, NULL },
    { COACH_PRESENCE_IDLE, 1200, 90, 1020, NULL },
    { COACH_PRESENCE_IDLE, 1200, 179, 842, NULL },
    { COACH_PRESENCE_IDLE, 100, 90, 0, NULL },
    { COACH_PRESENCE_IDLE, 1200, 180, 0, "away 180 after 1200" },
    { COACH_PRESENCE_IDLE, 1200, 7200, 0, "away 7200 after 1200" },
    { COACH_PRESENCE_IDLE, 59, 180, 0, NULL },
    { COACH_PRESENCE_LOCKED, 1200, 59, 1082, NULL },
    { COACH_PRESENCE_LOCKED, 1200, 60, 0, "away 60 after 1200" },
    { COACH_PRESENCE_ASLEEP, 1200, 60, 0, "away 60 after 1200" },
    { COACH_PRESENCE_UNKNOWN, 1200, 60, 1260, NULL },
  };

  g_test_summary ("3 minutes away are a break, 1 when locked; less pays off twice its length");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) local = coach_clock_get_local_time (COACH_CLOCK (fixture->clock));
      CoachReminderNow now = { 0, 0, local };
      CoachReminderEvent leaves = { .kind = COACH_REMINDER_EVENT_PRESENCE };
      CoachReminderEvent returns = { .kind = COACH_REMINDER_EVENT_PRESENCE,
                                     .presence = COACH_PRESENCE_ACTIVE };
      CoachReminderState state = coach_reminder_state_begin (&now);
      CoachReminderOrders orders;
      g_autofree char *told = NULL;

      leaves.presence = cases[i].state;
      leaves.since_us = now.monotonic_us = cases[i].sat_s * SECOND;
      state = coach_reminder_state_after (&state, &fixture->config, &leaves, &now, &orders);
      now.monotonic_us += cases[i].away_s * SECOND;
      g_assert_cmpint (coach_reminder_state_get_spell_us (&state, &fixture->config, &now), ==,
                       cases[i].spell_s * SECOND);
      state = coach_reminder_state_after (&state, &fixture->config, &returns, &now, &orders);
      g_assert_cmpint (coach_reminder_state_get_spell_us (&state, &fixture->config, &now), ==,
                       cases[i].spell_s * SECOND);
      if (orders.break_kind != NULL)
        told = g_strdup_printf ("%s %u after %u", orders.break_kind,
                                (guint) (orders.break_length_us / SECOND),
                                (guint) (orders.break_sat_us / SECOND));
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_offers (void)
{
  static const struct
  {
    CoachTrend trend;
    gboolean   is_flare;
    guint      pain;
    guint      minutes;
    guint      offer;
  } cases[] = {
    { COACH_TREND_STEADY, FALSE, 0, 30, 0 },
    { COACH_TREND_FLARE, FALSE, 0, 30, 20 },
    { COACH_TREND_SPREADING, FALSE, 0, 30, 20 },
    { COACH_TREND_STEADY, TRUE, 0, 30, 20 },
    { COACH_TREND_STEADY, FALSE, 3, 30, 0 },
    { COACH_TREND_STEADY, FALSE, 4, 30, 20 },
    { COACH_TREND_FLARE, FALSE, 0, 20, 0 },
    { COACH_TREND_FLARE, FALSE, 0, 15, 0 },
    { COACH_TREND_RESOLVED, FALSE, 0, 30, 45 },
    { COACH_TREND_RESOLVED, FALSE, 4, 30, 20 },
    { COACH_TREND_RESOLVED, FALSE, 0, 45, 0 },
    { COACH_TREND_RESOLVED, FALSE, 0, 90, 0 },
  };

  g_test_summary ("A shorter time is offered when it is sore, a longer one when all is quiet");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (coach_reminder_offer_minutes (&reminder_fixture_numbers, cases[i].trend,
                                                    cases[i].is_flare, cases[i].pain,
                                                    cases[i].minutes),
                      ==, cases[i].offer);
}

static void
test_minutes (void)
{
  static const guint cases[][2] = { { 0, 15 }, { 15, 15 }, { 20, 20 }, { 90, 90 }, { 500, 90 } };
  CoachReminderConfig config;

  g_test_summary ("What the person chooses is kept within what can be chosen");
  coach_reminder_config_init (&config, &reminder_fixture_numbers);
  g_assert_cmpint (config.limit_us, ==, 30 * MINUTE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      coach_reminder_config_set_minutes (&config, &reminder_fixture_numbers, cases[i][0]);
      g_assert_cmpint (config.limit_us, ==, cases[i][1] * MINUTE);
    }
}

static void
test_repeats (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("One that nobody answers is repeated once, in its place, then comes each period");
  reminder_fixture_pass (fixture, 29 * MINUTE);
  reminder_fixture_expect (fixture, "");
  reminder_fixture_pass (fixture, 75 * MINUTE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:40:10 replace 40 minutes of sitting\n"
                                    "10:00:10 replace An hour of sitting\n"
                                    "10:10:15 replace 70 minutes of sitting\n"
                                    "10:30:15 replace 90 minutes of sitting\n"
                                    "10:40:20 replace 100 minutes of sitting\n");
}

static void
test_typing (ReminderFixture *fixture,
             gconstpointer    user_data)
{
  g_test_summary ("Typing through the deadline delays it by a minute at most");
  played_presence_set_types (fixture->presence, TRUE);
  reminder_fixture_pass (fixture, 30 * MINUTE + 59 * SECOND);
  reminder_fixture_expect (fixture, "");
  g_assert_cmpuint (coach_presence_get_pause (fixture->presence), ==, COACH_REMINDER_PAUSE_SECONDS);
  reminder_fixture_pass (fixture, 1 * SECOND);
  reminder_fixture_expect (fixture, "09:31:00 show 31 minutes of sitting\n");
  g_assert_cmpuint (coach_presence_get_pause (fixture->presence), ==, 0);

  reminder_fixture_pass (fixture, 10 * MINUTE + 20 * SECOND);
  reminder_fixture_expect (fixture, "");
  played_presence_set_types (fixture->presence, FALSE);
  reminder_fixture_pass (fixture, 5 * SECOND);
  reminder_fixture_expect (fixture, "09:41:25 replace 41 minutes of sitting\n");
}

static void
test_leaving (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("What is shown stays while one may be reading, and goes with the person");
  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_leave (fixture, 2 * MINUTE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n");
  g_assert_true (recording_notifier_is_visible (fixture->notifier));
  reminder_fixture_leave (fixture, 10 * MINUTE);
  reminder_fixture_expect (fixture, "09:36:00 withdraw\n"
                                    "09:43:00 break away from 09:33:00, 600 s after 1620 s\n");

  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_lock (fixture, 30 * SECOND);
  reminder_fixture_expect (fixture, "10:13:05 show Half an hour of sitting\n"
                                    "10:14:00 withdraw\n");
}

static void
test_laters (ReminderFixture *fixture,
             gconstpointer    user_data)
{
  g_test_summary ("Three Laters without a break end the day, and the next one asks about it");
  fixture->with_days = TRUE;
  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_LATER);
  reminder_fixture_pass (fixture, 11 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_LATER);
  reminder_fixture_pass (fixture, 20 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_LATER);
  reminder_fixture_expect (fixture, "29 09:30:05 show Half an hour of sitting\n"
                                    "29 09:41:05 show 41 minutes of sitting\n"
                                    "29 10:00:10 show An hour of sitting\n");
  reminder_fixture_pass (fixture, 10 * HOUR);
  reminder_fixture_lock (fixture, 11 * HOUR + 58 * MINUTE);
  g_assert_true (coach_reminder_get_state (fixture->reminder)->asks_interval);
  reminder_fixture_pass (fixture, 31 * MINUTE);
  g_assert_false (coach_reminder_get_state (fixture->reminder)->asks_interval);
  reminder_fixture_expect (fixture, "01 08:00:00 break away from 20:02:00, 43080 s after 39720 s\n"
                                    "01 08:30:05 show Half an hour of sitting\n");
}

static void
test_answers (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  static const struct
  {
    CoachReminderEventKind kind;
    guint                  next_s; /* after being shown */
  } cases[] = {
    { COACH_REMINDER_EVENT_SHOWN, 600 },
    { COACH_REMINDER_EVENT_LATER, 600 },
    { COACH_REMINDER_EVENT_EXPIRED, 600 },
    { COACH_REMINDER_EVENT_DISMISSED, 1800 },
    { COACH_REMINDER_EVENT_OPENED, 1800 },
    { COACH_REMINDER_EVENT_BREAK_FINISHED, 600 },
  };
  g_autoptr (GDateTime) local = coach_clock_get_local_time (COACH_CLOCK (fixture->clock));

  g_test_summary ("Who put it off or did not see it is asked again; who closed it is not");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachReminderNow now = { 0, 0, local };
      CoachReminderEvent tick = { .kind = COACH_REMINDER_EVENT_TICK };
      CoachReminderEvent pause = { .kind = COACH_REMINDER_EVENT_PAUSE };
      CoachReminderEvent answer = { .kind = cases[i].kind };
      CoachReminderState state = coach_reminder_state_begin (&now);
      CoachReminderOrders orders;
      gint64 at_us;

      now.monotonic_us = 30 * MINUTE;
      state = coach_reminder_state_after (&state, &fixture->config, &tick, &now, &orders);
      state = coach_reminder_state_after (&state, &fixture->config, &pause, &now, &orders);
      g_assert_cmpint (orders.notice, ==, COACH_REMINDER_NOTICE_SHOW);
      state = coach_reminder_state_after (&state, &fixture->config, &answer, &now, &orders);
      g_assert_cmpint (coach_reminder_state_get_wake (&state, &fixture->config, &now, &at_us), ==,
                       COACH_REMINDER_WAKES_MONOTONIC);
      g_assert_cmpint (at_us, ==, now.monotonic_us + cases[i].next_s * SECOND);
    }
}

static void
test_led (ReminderFixture *fixture,
          gconstpointer    user_data)
{
  g_test_summary ("A led break begins the spell anew when it was done, else it is left for later");
  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_STAND);
  reminder_fixture_pass (fixture, 1 * MINUTE);
  coach_reminder_end_break (fixture->reminder, TRUE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:31:00 lead stand\n"
                                    "09:32:00 break stand from 09:31:00, 60 s after 1860 s\n"
                                    "09:32:00 lead no longer\n");
  g_assert_cmpint (coach_reminder_get_spell_us (fixture->reminder), ==, 0);

  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_CHAIR);
  reminder_fixture_pass (fixture, 20 * SECOND);
  coach_reminder_end_break (fixture->reminder, FALSE);
  g_assert_cmpint (coach_reminder_get_spell_us (fixture->reminder), ==, 31 * MINUTE - 40 * SECOND);
  reminder_fixture_pass (fixture, 11 * MINUTE);
  reminder_fixture_expect (fixture, "10:02:05 show Half an hour of sitting\n"
                                    "10:03:00 lead chair\n"
                                    "10:03:20 lead no longer\n"
                                    "10:13:25 show 40 minutes of sitting\n");
}

static void
test_session (ReminderFixture *fixture,
              gconstpointer    user_data)
{
  g_test_summary ("A session is a break of its length, and nothing is shown meanwhile");
  reminder_fixture_pass (fixture, 25 * MINUTE);
  coach_reminder_set_session (fixture->reminder, TRUE);
  reminder_fixture_pass (fixture, 15 * MINUTE);
  coach_reminder_set_session (fixture->reminder, FALSE);
  reminder_fixture_pass (fixture, 30 * MINUTE);
  reminder_fixture_expect (fixture, "09:40:00 break session from 09:25:00, 900 s after 1500 s\n");

  /* A break in the chair is led by the program, as a session. */
  reminder_fixture_pass (fixture, 1 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_CHAIR);
  coach_reminder_set_session (fixture->reminder, TRUE);
  reminder_fixture_pass (fixture, 2 * MINUTE);
  coach_reminder_set_session (fixture->reminder, FALSE);
  reminder_fixture_expect (fixture, "10:10:05 show Half an hour of sitting\n"
                                    "10:11:00 lead chair\n"
                                    "10:13:00 break chair from 10:11:00, 120 s after 1860 s\n"
                                    "10:13:00 lead no longer\n");
}

static void
test_standing (ReminderFixture *fixture,
               gconstpointer    user_data)
{
  g_test_summary ("Standing is a break, reminds gently, and ends with a long absence");
  reminder_fixture_pass (fixture, 31 * MINUTE);
  coach_reminder_set_standing (fixture->reminder, TRUE);
  reminder_fixture_pass (fixture, 75 * MINUTE);
  g_assert_cmpint (coach_reminder_get_spell_us (fixture->reminder), ==, 31 * MINUTE);
  reminder_fixture_press (fixture, COACH_NOTICE_SIT);
  g_assert_cmpint (coach_reminder_get_spell_us (fixture->reminder), ==, 0);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:31:00 withdraw\n"
                                    "10:31:05 show On your feet for a while\n"
                                    "10:46:00 break stand from 09:31:00, 4500 s after 1860 s\n");

  coach_reminder_set_standing (fixture->reminder, TRUE);
  reminder_fixture_pass (fixture, 50 * MINUTE);
  reminder_fixture_leave (fixture, 4 * MINUTE);
  reminder_fixture_pass (fixture, 50 * MINUTE);
  reminder_fixture_expect (fixture, "");
  reminder_fixture_lock (fixture, 60 * MINUTE);
  g_assert_cmpint (coach_reminder_get_state (fixture->reminder)->posture, ==,
                   COACH_REMINDER_SITTING);
  reminder_fixture_expect (fixture, "13:30:00 break stand from 10:46:00, 6240 s after 0 s\n");
}

static void
test_holds (ReminderFixture *fixture,
            gconstpointer    user_data)
{
  static const struct
  {
    CoachReminderHolds told;
    gboolean           holds;
  } cases[] = {
    { COACH_REMINDER_HOLD_DO_NOT_DISTURB, TRUE },
    { COACH_REMINDER_HOLD_FULL_SCREEN, TRUE },
    { COACH_REMINDER_HOLD_INHIBITOR, TRUE },
    { COACH_REMINDER_HOLD_CAMERA, FALSE },
    { COACH_REMINDER_HOLD_MICROPHONE, FALSE },
    { COACH_REMINDER_HOLD_QUIET, FALSE }, /* not for others to tell */
  };

  g_test_summary ("Held back is what the person wants held back: one summary follows");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      coach_reminder_set_holds (fixture->reminder, cases[i].told);
      reminder_fixture_pass (fixture, 65 * MINUTE);
      g_assert_true ((strstr (fixture->told->str, "show") == NULL) == cases[i].holds);
      g_string_truncate (fixture->told, 0);
      coach_reminder_set_holds (fixture->reminder, 0);
      reminder_fixture_pass (fixture, 9 * MINUTE);
      g_assert_true ((strstr (fixture->told->str, "show That was a good while") != NULL)
                     == cases[i].holds);
      reminder_fixture_lock (fixture, 1 * MINUTE);
      g_string_truncate (fixture->told, 0);
    }
}

static void
test_hold_begins (ReminderFixture *fixture,
                  gconstpointer    user_data)
{
  g_test_summary ("What is shown goes when a call begins, and does not come back at once");
  reminder_fixture_pass (fixture, 31 * MINUTE);
  coach_reminder_set_holds (fixture->reminder, COACH_REMINDER_HOLD_DO_NOT_DISTURB);
  reminder_fixture_pass (fixture, 1 * MINUTE);
  coach_reminder_set_holds (fixture->reminder, 0);
  reminder_fixture_pass (fixture, 9 * MINUTE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:31:00 withdraw\n"
                                    "09:40:10 show That was a good while of sitting\n");
}

static void
test_quiet (ReminderFixture *fixture,
            gconstpointer    user_data)
{
  g_test_summary ("Quiet is kept for a chosen time, or today, or until it is taken back");
  coach_reminder_keep_quiet (fixture->reminder, 45 * MINUTE);
  reminder_fixture_pass (fixture, 46 * MINUTE);
  reminder_fixture_expect (fixture, "09:45:05 show That was a good while of sitting\n");
  coach_reminder_pause_today (fixture->reminder);
  reminder_fixture_pass (fixture, 3 * HOUR);
  g_assert_cmpint (coach_reminder_get_holds (fixture->reminder), ==, COACH_REMINDER_HOLD_TODAY);
  coach_reminder_resume (fixture->reminder);
  reminder_fixture_pass (fixture, 1 * MINUTE);
  reminder_fixture_expect (fixture, "09:46:00 withdraw\n"
                                    "12:46:05 show That was a good while of sitting\n");
}

static void
test_settings (ReminderFixture *fixture,
               gconstpointer    user_data)
{
  g_test_summary ("A longer time takes back what is shown, a shorter one holds at once");
  reminder_fixture_pass (fixture, 31 * MINUTE);
  coach_reminder_config_set_minutes (&fixture->config, &reminder_fixture_numbers, 60);
  coach_reminder_set_config (fixture->reminder, &fixture->config);
  reminder_fixture_pass (fixture, 30 * MINUTE);
  reminder_fixture_expect (fixture, "09:30:05 show Half an hour of sitting\n"
                                    "09:31:00 withdraw\n"
                                    "10:00:05 show An hour of sitting\n");
  reminder_fixture_lock (fixture, 1 * MINUTE);
  reminder_fixture_pass (fixture, 25 * MINUTE);
  coach_reminder_config_set_minutes (&fixture->config, &reminder_fixture_numbers, 20);
  coach_reminder_set_config (fixture->reminder, &fixture->config);
  reminder_fixture_pass (fixture, 1 * MINUTE);
  reminder_fixture_expect (fixture, "10:01:00 withdraw\n"
                                    "10:02:00 break away from 10:01:00, 60 s after 3660 s\n"
                                    "10:27:05 show 25 minutes of sitting\n");
}

static void
test_emergency (ReminderFixture *fixture,
                gconstpointer    user_data)
{
  g_test_summary ("After a warning sign no break is led, and one that runs ends");
  coach_reminder_begin_break (fixture->reminder, COACH_REMINDER_LED_STAND);
  fixture->config.is_emergency = TRUE;
  coach_reminder_set_config (fixture->reminder, &fixture->config);
  coach_reminder_begin_break (fixture->reminder, COACH_REMINDER_LED_CHAIR);
  reminder_fixture_pass (fixture, 31 * MINUTE);
  reminder_fixture_expect (fixture, "09:00:00 lead stand\n"
                                    "09:00:00 lead no longer\n"
                                    "09:30:05 show Half an hour of sitting\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/reminder-rules/absences", test_absences);
  g_test_add_func ("/reminder-rules/offers", test_offers);
  g_test_add_func ("/reminder-rules/minutes", test_minutes);
  add_test ("/reminder-rules/repeats", test_repeats);
  add_test ("/reminder-rules/typing", test_typing);
  add_test ("/reminder-rules/leaving", test_leaving);
  add_test ("/reminder-rules/laters", test_laters);
  add_test ("/reminder-rules/answers", test_answers);
  add_test ("/reminder-rules/led", test_led);
  add_test ("/reminder-rules/session", test_session);
  add_test ("/reminder-rules/standing", test_standing);
  add_test ("/reminder-rules/holds", test_holds);
  add_test ("/reminder-rules/hold-begins", test_hold_begins);
  add_test ("/reminder-rules/quiet", test_quiet);
  add_test ("/reminder-rules/settings", test_settings);
  add_test ("/reminder-rules/emergency", test_emergency);

  return g_test_run ();
}
