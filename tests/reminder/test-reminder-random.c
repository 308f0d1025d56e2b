/* Whatever happens, in whatever order, some things never do. */
#include "config.h"

#include "reminder-fixture.h"

#define N_EVENTS 10000
#define SEED     20240304

typedef struct
{
  ReminderFixture  base;
  GRand           *rand; /* (owned) */
  guint            n_shown;
} Fixture;

static gboolean
toss (Fixture *fixture)
{
  return g_rand_boolean (fixture->rand);
}

static gint64
draw_us (Fixture *fixture,
         gint64   most_us)
{
  return (gint64) (g_rand_double (fixture->rand) * (double) most_us);
}

static void
tell_presence (Fixture *fixture)
{
  CoachPresence *presence = fixture->base.presence;
  CoachPresenceState state = (CoachPresenceState) g_rand_int_range (fixture->rand, 0, 5);

  if (state == COACH_PRESENCE_IDLE && toss (fixture))
    played_presence_watch_film (presence);
  else
    played_presence_tell (presence, state, (guint) g_rand_int_range (fixture->rand, 0, 200));
  if (toss (fixture))
    played_presence_tell (presence, COACH_PRESENCE_ACTIVE, 0);
}

static void
press (Fixture *fixture)
{
  static const char * const ids[] = { COACH_NOTICE_STAND, COACH_NOTICE_CHAIR, COACH_NOTICE_LATER,
                                      COACH_NOTICE_SIT, COACH_NOTICE_DEFAULT, "unknown" };
  CoachNotifier *notifier = fixture->base.notifier;

  if (recording_notifier_is_visible (notifier))
    recording_notifier_press (notifier, ids[g_rand_int_range (fixture->rand, 0, 6)]);
}

static void
set_clock (Fixture *fixture)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (COACH_CLOCK (fixture->base.clock));
  g_autoptr (GDateTime) then = g_date_time_add (now, draw_us (fixture, 4 * HOUR) - 2 * HOUR);

  coach_manual_clock_set_local_time (fixture->base.clock, then);
  coach_reminder_clock_changed (fixture->base.reminder);
}

static void
set_config (Fixture *fixture)
{
  CoachReminderConfig *config = &fixture->base.config;

  coach_reminder_config_set_minutes (config, &reminder_fixture_numbers,
                                     (guint) g_rand_int_range (fixture->rand, 0, 120));
  coach_reminder_hours_parse (toss (fixture) ? "" : "08:00-12:00,13:00-18:00,22:00-03:00",
                              &config->hours, NULL);
  config->holds = (CoachReminderHolds) g_rand_int_range (fixture->rand, 0, 32);
  config->is_emergency = g_rand_int_range (fixture->rand, 0, 8) == 0;
  coach_reminder_set_config (fixture->base.reminder, config);
}

static void
command (Fixture *fixture)
{
  CoachReminder *reminder = fixture->base.reminder;

  switch (g_rand_int_range (fixture->rand, 0, 8))
    {
    case 0:
      coach_reminder_set_standing (reminder, toss (fixture));
      break;
    case 1:
      coach_reminder_set_session (reminder, toss (fixture));
      break;
    case 2:
      coach_reminder_end_break (reminder, toss (fixture));
      break;
    case 3:
      coach_reminder_snooze (reminder);
      break;
    case 4:
      coach_reminder_keep_quiet (reminder, draw_us (fixture, HOUR));
      break;
    case 5:
      if (g_rand_int_range (fixture->rand, 0, 6) == 0)
        coach_reminder_pause_today (reminder);
      break;
    case 6:
      coach_reminder_begin_break (reminder, COACH_REMINDER_LED_STAND);
      break;
    default:
      coach_reminder_resume (reminder);
    }
}

static void
let_happen (Fixture *fixture)
{
  ReminderFixture *base = &fixture->base;

  switch (g_rand_int_range (fixture->rand, 0, 20))
    {
    case 0:
    case 1:
    case 2:
      tell_presence (fixture);
      break;
    case 3:
      coach_reminder_set_holds (base->reminder,
                                (CoachReminderHolds) (1 << g_rand_int_range (fixture->rand, 0, 9)));
      break;
    case 4:
    case 5:
      coach_reminder_set_holds (base->reminder, 0);
      break;
    case 6:
      press (fixture);
      break;
    case 7:
      recording_notifier_set_server (base->notifier, toss (fixture));
      break;
    case 8:
      coach_manual_clock_suspend (base->clock, draw_us (fixture, toss (fixture) ? HOUR : MINUTE));
      coach_presence_report_woke (base->presence, 0);
      break;
    case 9:
      set_clock (fixture);
      break;
    case 10:
      set_config (fixture);
      break;
    case 11:
      reminder_fixture_restart (base, draw_us (fixture, 10 * MINUTE), toss (fixture),
                                toss (fixture));
      break;
    case 12:
      played_presence_set_types (base->presence, toss (fixture));
      break;
    case 13:
    case 14:
      command (fixture);
      break;
    default:
      recording_notifier_set_server (base->notifier, TRUE);
      reminder_fixture_pass (base, draw_us (fixture, 20 * MINUTE));
    }
}

static void
check (Fixture *fixture)
{
  ReminderFixture *base = &fixture->base;
  const CoachReminderState *state = coach_reminder_get_state (base->reminder);
  guint n_armed = coach_manual_clock_count_armed (base->clock)
                  - played_presence_count_wakes (base->presence);

  g_assert_cmpuint (n_armed, <=, 1);
  g_assert_cmpint (coach_reminder_get_spell_us (base->reminder), >=, 0);
  g_assert_true (state->is_visible == recording_notifier_is_visible (base->notifier));
  if (state->posture != COACH_REMINDER_SITTING && state->posture != COACH_REMINDER_STANDING)
    g_assert_cmpuint (n_armed, ==, 0);
  if (coach_reminder_is_on_break (base->reminder))
    g_assert_cmpuint (n_armed, ==, 0);
  if (!state->is_visible)
    return;
  g_assert_false (coach_reminder_is_on_break (base->reminder));
  g_assert_cmpint (coach_reminder_get_holds (base->reminder), ==, 0);
  g_assert_true (state->posture == COACH_REMINDER_SITTING
                 || state->posture == COACH_REMINDER_STANDING);
}

/* The recording notifier itself asserts that none is shown on top of another. */
static void
test_random (Fixture       *fixture,
             gconstpointer  user_data)
{
  ReminderFixture *base = &fixture->base;

  g_test_summary ("In 10,000 events nothing is shown twice, while away or held back");
  for (guint i = 0; i < N_EVENTS; i++)
    {
      let_happen (fixture);
      check (fixture);
      if (strstr (base->told->str, " show ") != NULL)
        fixture->n_shown++;
      g_string_truncate (base->told, 0);
    }
  g_test_message ("%u shown", fixture->n_shown);
  g_assert_cmpuint (fixture->n_shown, >, 100);
}

static void
test_wakes (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const CoachPresenceState states[] = { COACH_PRESENCE_IDLE, COACH_PRESENCE_LOCKED,
                                               COACH_PRESENCE_ASLEEP };
  ReminderFixture *base = &fixture->base;

  g_test_summary ("A day away wakes once where it is idle, and never where it is locked");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      guint n_fired = coach_manual_clock_count_fired (base->clock);

      played_presence_tell (base->presence, states[i], 0);
      reminder_fixture_pass (base, 24 * HOUR);
      g_assert_cmpuint (coach_manual_clock_count_fired (base->clock) - n_fired, ==,
                        states[i] == COACH_PRESENCE_IDLE ? 1 : 0);
      played_presence_tell (base->presence, COACH_PRESENCE_ACTIVE, 0);
    }
}

static void
test_wakes_when_here (Fixture       *fixture,
                      gconstpointer  user_data)
{
  ReminderFixture *base = &fixture->base;
  guint n_fired;

  g_test_summary ("A day of sitting through reminders wakes ten times an hour, paused once");
  n_fired = coach_manual_clock_count_fired (base->clock);
  reminder_fixture_pass (base, 8 * HOUR);
  g_assert_cmpuint (coach_manual_clock_count_fired (base->clock) - n_fired, <=, 80);
  coach_reminder_pause_today (base->reminder);
  n_fired = coach_manual_clock_count_fired (base->clock);
  reminder_fixture_pass (base, 6 * HOUR);
  g_assert_cmpuint (coach_manual_clock_count_fired (base->clock) - n_fired, <=, 1);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  reminder_fixture_set_up (&fixture->base, NULL);
  fixture->rand = g_rand_new_with_seed (SEED);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  reminder_fixture_tear_down (&fixture->base, NULL);
  g_rand_free (fixture->rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/reminder-random/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/reminder-random/wakes", Fixture, NULL, set_up, test_wakes, tear_down);
  g_test_add ("/reminder-random/wakes-when-here", Fixture, NULL, set_up, test_wakes_when_here,
              tear_down);

  return g_test_run ();
}
