/* A break is led by the notification and by sounds, and the reminder beside it is none the worse. */
#include "config.h"

#include "coach-break-leader.h"
#include "recording-chime.h"
#include "reminder-fixture.h"

typedef struct
{
  ReminderFixture   base;

  CoachPlaces      *places;  /* (owned) */
  CoachChime       *chime;   /* (owned) */
  CoachBreakLeader *leader;  /* (owned) */
  CoachProfile     *profile; /* (owned) (nullable): NULL reads the journal */
} LeaderFixture;

static void
tell (LeaderFixture *fixture,
      const char    *what,
      const char    *detail)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (COACH_CLOCK (fixture->base.clock));
  g_autofree char *time = g_date_time_format (now, "%T");

  g_string_append_printf (fixture->base.told, "%s %s %s\n", time, what, detail);
}

static void
chimed_cb (const char *what,
           gpointer    user_data)
{
  tell (user_data, "chime", what);
}

/* What the agent does. */
static void
led_break_began_cb (LeaderFixture *fixture)
{
  coach_break_leader_begin (fixture->leader, fixture->profile);
}

static void
led_break_ended_cb (LeaderFixture *fixture)
{
  coach_break_leader_stop (fixture->leader);
}

static void
finished_cb (LeaderFixture *fixture,
             gboolean       is_done)
{
  tell (fixture, "finished", is_done ? "done" : "not done");
  coach_reminder_end_break (fixture->base.reminder, is_done);
}

static void
set_up (LeaderFixture *fixture,
        gconstpointer  user_data)
{
  reminder_fixture_set_up (&fixture->base, NULL);
  fixture->places = coach_places_new (g_getenv ("LOWTIDE_CATALOG_DIR"),
                                      g_getenv ("LOWTIDE_MEDIA_DIR"), g_get_user_data_dir ());
  fixture->chime = recording_chime_new (chimed_cb, fixture);
  fixture->leader = coach_break_leader_new (fixture->places, COACH_CLOCK (fixture->base.clock),
                                            fixture->base.notifier, fixture->chime);
  fixture->profile = coach_profile_new ();
  g_signal_connect_swapped (fixture->leader, "finished", G_CALLBACK (finished_cb), fixture);
  g_signal_connect_swapped (fixture->base.reminder, "led-break-began",
                            G_CALLBACK (led_break_began_cb), fixture);
  g_signal_connect_swapped (fixture->base.reminder, "led-break-ended",
                            G_CALLBACK (led_break_ended_cb), fixture);
}

/* Nothing is left of a break, and no second reminder comes right after it. */
static void
tear_down (LeaderFixture *fixture,
           gconstpointer  user_data)
{
  g_string_truncate (fixture->base.told, 0);
  reminder_fixture_pass (&fixture->base, 9 * MINUTE);
  g_assert_null (strstr (fixture->base.told->str, "show"));
  g_assert_false (coach_break_leader_is_leading (fixture->leader));
  g_assert_false (recording_chime_is_open (fixture->chime));
  g_assert_cmpint (coach_reminder_get_state (fixture->base.reminder)->posture, ==,
                   COACH_REMINDER_SITTING);
  g_assert_finalize_object (fixture->leader);
  g_assert_finalize_object (fixture->chime);
  g_clear_object (&fixture->profile);
  g_object_unref (fixture->places);
  reminder_fixture_tear_down (&fixture->base, user_data);
}

static void
choose_stand (LeaderFixture *fixture)
{
  reminder_fixture_pass (&fixture->base, 30 * MINUTE + 5 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  reminder_fixture_press (&fixture->base, COACH_NOTICE_STAND);
}

static void
test_whole (LeaderFixture *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("Each phase has its words and its sound, and the whole of it is a break");
  choose_stand (fixture);
  g_assert_true (coach_break_leader_is_leading (fixture->leader));
  reminder_fixture_pass (&fixture->base, 70 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:30:05 lead stand\n"
                                           "09:30:05 chime begin\n"
                                           "09:30:05 show Calf raise\n"
                                           "09:30:13 chime change\n"
                                           "09:30:13 replace Calf raise: 5 times\n"
                                           "09:30:28 chime change\n"
                                           "09:30:28 replace Walking on the spot\n"
                                           "09:30:36 chime change\n"
                                           "09:30:36 replace Walking on the spot: 30 seconds\n"
                                           "09:31:06 chime end\n"
                                           "09:31:06 replace That was it. Well done.\n"
                                           "09:31:06 finished done\n"
                                           "09:31:06 break stand from 09:30:05, 61 s after 1805 s\n"
                                           "09:31:06 lead no longer\n");
  g_assert_true (recording_chime_is_open (fixture->chime));
  reminder_fixture_pass (&fixture->base, 10 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:31:16 withdraw\n");
  g_assert_false (recording_chime_is_open (fixture->chime));
  reminder_fixture_pass (&fixture->base, 29 * MINUTE);
  reminder_fixture_expect (&fixture->base, "");
  reminder_fixture_pass (&fixture->base, 1 * MINUTE);
  reminder_fixture_expect (&fixture->base, "10:01:11 show Half an hour of sitting\n");
  reminder_fixture_press (&fixture->base, COACH_NOTICE_LATER);
}

static void
test_verdicts (void)
{
  static const struct
  {
    const char *left_out[2];
    const char *condition;
    const char *shown; /* right after the begin, or at the second 30 */
    const char *later;
  } cases[] = {
    { { NULL }, "spinal-stenosis", "Calf raise", "Walking on the spot" },
    { { "calf-raise" }, "sciatica", "Walking on the spot", "Walking on the spot" },
    { { "walk-in-place" }, "sciatica", "Calf raise", "Calf raise" },
    { { "walk-in-place", "calf-raise" }, "pregnancy", "A minute for yourself", NULL },
  };

  g_test_summary ("What the person leaves out is replaced or left out by the planner");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeaderFixture fixture = { 0 };

      set_up (&fixture, NULL);
      coach_profile_set_condition (fixture.profile, cases[i].condition, TRUE);
      for (guint n = 0; n < G_N_ELEMENTS (cases[i].left_out) && cases[i].left_out[n] != NULL; n++)
        coach_profile_set_move_order (fixture.profile, cases[i].left_out[n], COACH_ORDER_NEVER);
      if (cases[i].later == NULL)
        coach_profile_set_move_order (fixture.profile, "seated-pelvic-rock", COACH_ORDER_NEVER);
      choose_stand (&fixture);
      g_assert_nonnull (strstr (fixture.base.told->str, cases[i].shown));
      g_string_truncate (fixture.base.told, 0);
      reminder_fixture_pass (&fixture.base, 80 * SECOND);
      g_assert_nonnull (strstr (fixture.base.told->str, "finished done"));
      if (cases[i].later != NULL)
        g_assert_nonnull (strstr (fixture.base.told->str, cases[i].later));
      tear_down (&fixture, NULL);
    }
}

static void
test_enough (LeaderFixture *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Enough ends it at once, without a word, and the reminder comes back later");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 20 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  reminder_fixture_press (&fixture->base, COACH_NOTICE_ENOUGH);
  reminder_fixture_expect (&fixture->base, "09:30:25 finished not done\n"
                                           "09:30:25 lead no longer\n");
  g_assert_false (recording_chime_is_open (fixture->chime));
  reminder_fixture_pass (&fixture->base, 10 * MINUTE - SECOND);
  reminder_fixture_expect (&fixture->base, "");
  reminder_fixture_pass (&fixture->base, 10 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:40:30 show 39 minutes of sitting\n");
  reminder_fixture_press (&fixture->base, COACH_NOTICE_LATER);
}

static void
test_closed (LeaderFixture *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Who closes the words wants sounds alone; words that went away come again");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 1 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  recording_notifier_close (fixture->base.notifier, COACH_NOTICE_EXPIRED);
  reminder_fixture_pass (&fixture->base, 8 * SECOND);
  recording_notifier_close (fixture->base.notifier, COACH_NOTICE_DISMISSED);
  reminder_fixture_pass (&fixture->base, 80 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:30:13 chime change\n"
                                           "09:30:13 show Calf raise: 5 times\n"
                                           "09:30:28 chime change\n"
                                           "09:30:36 chime change\n"
                                           "09:31:06 chime end\n"
                                           "09:31:06 finished done\n"
                                           "09:31:06 break stand from 09:30:05, 61 s after 1805 s\n"
                                           "09:31:06 lead no longer\n");
}

static void
test_stopped (LeaderFixture *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("A break that something else takes the place of is led no longer");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 20 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  coach_reminder_set_standing (fixture->base.reminder, TRUE);
  reminder_fixture_expect (&fixture->base, "09:30:25 lead no longer\n"
                                           "09:30:25 withdraw\n");
  g_assert_false (coach_break_leader_is_leading (fixture->leader));
  reminder_fixture_pass (&fixture->base, 2 * MINUTE);
  coach_reminder_set_standing (fixture->base.reminder, FALSE);

  coach_reminder_begin_break (fixture->base.reminder, COACH_REMINDER_LED_STAND);
  g_assert_true (coach_break_leader_is_leading (fixture->leader));
  fixture->base.config.is_emergency = TRUE;
  coach_reminder_set_config (fixture->base.reminder, &fixture->base.config);
  g_assert_false (coach_break_leader_is_leading (fixture->leader));
  g_assert_false (recording_notifier_is_visible (fixture->base.notifier));
}

static void
test_no_server (LeaderFixture *fixture,
                gconstpointer  user_data)
{
  g_test_summary ("Without a notification server the sounds lead; it may come back meanwhile");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 10 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  recording_notifier_set_server (fixture->base.notifier, FALSE);
  reminder_fixture_pass (&fixture->base, 20 * SECOND);
  recording_notifier_set_server (fixture->base.notifier, TRUE);
  reminder_fixture_pass (&fixture->base, 50 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:30:28 chime change\n"
                                           "09:30:36 chime change\n"
                                           "09:30:36 show Walking on the spot: 30 seconds\n"
                                           "09:31:06 chime end\n"
                                           "09:31:06 replace That was it. Well done.\n"
                                           "09:31:06 finished done\n"
                                           "09:31:06 break stand from 09:30:05, 61 s after 1805 s\n"
                                           "09:31:06 lead no longer\n"
                                           "09:31:16 withdraw\n");
}

static void
sleep_for (LeaderFixture *fixture,
           gint64         us)
{
  played_presence_tell (fixture->base.presence, COACH_PRESENCE_ASLEEP, 0);
  coach_manual_clock_suspend (fixture->base.clock, us);
  played_presence_tell (fixture->base.presence, COACH_PRESENCE_ACTIVE, 0);
}

static void
test_short_sleep (LeaderFixture *fixture,
                  gconstpointer  user_data)
{
  g_test_summary ("After a short sleep it goes on where it was, with time to settle");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 20 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  sleep_for (fixture, 10 * SECOND);
  reminder_fixture_pass (&fixture->base, 60 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:30:38 chime change\n"
                                           "09:30:38 replace Walking on the spot\n"
                                           "09:30:51 chime change\n"
                                           "09:30:51 replace Walking on the spot: 30 seconds\n"
                                           "09:31:21 chime end\n"
                                           "09:31:21 replace That was it. Well done.\n"
                                           "09:31:21 finished done\n"
                                           "09:31:21 break stand from 09:30:05, 76 s after 1805 s\n"
                                           "09:31:21 lead no longer\n"
                                           "09:31:31 withdraw\n");
}

static void
test_long_sleep (LeaderFixture *fixture,
                 gconstpointer  user_data)
{
  g_test_summary ("Who slept for longer than the break had to go is not led when they are back");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 20 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  sleep_for (fixture, 3 * MINUTE);
  reminder_fixture_pass (&fixture->base, 30 * SECOND);
  g_assert_nonnull (strstr (fixture->base.told->str, "finished done\n"));
  g_assert_nonnull (strstr (fixture->base.told->str, "break stand from 09:30:05, "));
  g_assert_null (strstr (fixture->base.told->str, "replace"));
  g_assert_cmpuint (coach_reminder_get_spell_us (fixture->base.reminder), <, 1 * MINUTE);
}

static void
test_lunch_sleep (LeaderFixture *fixture,
                  gconstpointer  user_data)
{
  g_test_summary ("After a sleep over lunch the break is long over, and nothing is counted twice");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 20 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  sleep_for (fixture, 1 * HOUR);
  reminder_fixture_pass (&fixture->base, 30 * SECOND);
  reminder_fixture_expect (&fixture->base, "10:30:25 break away from 09:40:05, 3020 s after 605 s\n"
                                           "10:30:25 lead no longer\n"
                                           "10:30:25 withdraw\n");
  g_assert_cmpuint (coach_reminder_get_spell_us (fixture->base.reminder), <, 1 * MINUTE);
}

/* A day on which exercises are off. */
static void
test_bare (LeaderFixture *fixture,
           gconstpointer  user_data)
{
  GDate today;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (CoachDay) day = NULL;
  CoachPain pain = { 0 };

  g_test_summary ("Where no exercise may be offered, a minute is given and nothing is asked");
  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 29, G_DATE_FEBRUARY, 2024);
  day = coach_day_new (&(CoachDayFacts) { .catalog = catalog, .today = &today,
                                          .trend = COACH_TREND_URGENT, .pain = &pain });
  coach_profile_set_day (fixture->profile, day);
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 80 * SECOND);
  reminder_fixture_expect (&fixture->base, "09:30:05 lead stand\n"
                                           "09:30:05 chime begin\n"
                                           "09:30:05 show A minute for yourself\n"
                                           "09:31:05 chime end\n"
                                           "09:31:05 replace That was your minute\n"
                                           "09:31:05 finished done\n"
                                           "09:31:05 break stand from 09:30:05, 60 s after 1805 s\n"
                                           "09:31:05 lead no longer\n"
                                           "09:31:15 withdraw\n");
}

static void
test_journal (LeaderFixture *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("The person is read from the journal, and is anybody where there is none");
  g_clear_object (&fixture->profile);
  choose_stand (fixture);
  g_assert_nonnull (strstr (fixture->base.told->str, "show Calf raise\n"));
  reminder_fixture_press (&fixture->base, COACH_NOTICE_ENOUGH);
}

static void
test_again (LeaderFixture *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("A break may begin while the last words of another are still there");
  choose_stand (fixture);
  reminder_fixture_pass (&fixture->base, 65 * SECOND);
  g_string_truncate (fixture->base.told, 0);
  coach_reminder_begin_break (fixture->base.reminder, COACH_REMINDER_LED_STAND);
  reminder_fixture_expect (&fixture->base, "09:31:10 lead stand\n"
                                           "09:31:10 withdraw\n"
                                           "09:31:10 chime begin\n"
                                           "09:31:10 show Calf raise\n");
  coach_reminder_begin_break (fixture->base.reminder, COACH_REMINDER_LED_STAND);
  reminder_fixture_pass (&fixture->base, 80 * SECOND);
  g_assert_nonnull (strstr (fixture->base.told->str, "finished done"));
}

#define ADD(name, func) \
  g_test_add ("/break-leader/" name, LeaderFixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("whole", test_whole);
  g_test_add_func ("/break-leader/verdicts", test_verdicts);
  ADD ("enough", test_enough);
  ADD ("closed", test_closed);
  ADD ("stopped", test_stopped);
  ADD ("no-server", test_no_server);
  ADD ("short-sleep", test_short_sleep);
  ADD ("long-sleep", test_long_sleep);
  ADD ("lunch-sleep", test_lunch_sleep);
  ADD ("bare", test_bare);
  ADD ("journal", test_journal);
  ADD ("again", test_again);
  return g_test_run ();
}
