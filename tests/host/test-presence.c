/* What everybody who asks about presence may rely on, whatever tells. */
#include <glib.h>

#include "coach-manual-clock.h"
#include "coach-manual-presence.h"
#include "coach-presence-private.h"
#include "host.h"

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  CoachManualClock    *clock;    /* (owned) */
  CoachManualPresence *presence; /* (owned) */
  guint                n_changed;
  guint                n_paused;
  gint64               slept_us;
} Fixture;

static void
count_cb (CoachPresence *presence,
          guint         *count)
{
  *count += 1;
}

static void
woke_cb (CoachPresence *presence,
         gint64         slept_us,
         Fixture       *fixture)
{
  fixture->slept_us = slept_us;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = coach_manual_clock_new ();
  fixture->presence = coach_manual_presence_new (COACH_CLOCK (fixture->clock));
  g_signal_connect (fixture->presence, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect (fixture->presence, "paused", G_CALLBACK (count_cb), &fixture->n_paused);
  g_signal_connect (fixture->presence, "woke", G_CALLBACK (woke_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->presence);
  g_assert_finalize_object (fixture->clock);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  CoachPresence *presence = COACH_PRESENCE (fixture->presence);
  gint64 now_us = coach_clock_get_monotonic_us (COACH_CLOCK (fixture->clock));

  g_test_summary ("A state is told once, with its beginning, and only when it is news");
  g_assert_cmpint (coach_presence_get_state (presence), ==, COACH_PRESENCE_UNKNOWN);
  g_assert_cmpint (coach_presence_get_since_us (presence), ==, now_us);
  g_assert_false (coach_presence_is_settled (presence));

  coach_manual_presence_set (fixture->presence, COACH_PRESENCE_UNKNOWN, now_us);
  g_assert_true (coach_presence_is_settled (presence));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  coach_manual_clock_advance (fixture->clock, 10 * MINUTE);
  coach_manual_presence_set (fixture->presence, COACH_PRESENCE_IDLE, now_us + 7 * MINUTE);
  coach_manual_presence_set (fixture->presence, COACH_PRESENCE_IDLE, now_us + 9 * MINUTE);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpint (coach_presence_get_since_us (presence), ==, now_us + 7 * MINUTE);
  coach_manual_presence_set_inhibited (fixture->presence, TRUE);
  g_assert_true (coach_presence_get_is_inhibited (presence));
  coach_manual_presence_set (fixture->presence, COACH_PRESENCE_ACTIVE, now_us + 99 * MINUTE);
  g_assert_cmpint (coach_presence_get_since_us (presence), ==, now_us + 10 * MINUTE);
  g_assert_false (coach_presence_get_is_inhibited (presence));
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  CoachPresence *presence = COACH_PRESENCE (fixture->presence);

  g_test_summary ("A pause is told once, and only to who waits for it");
  coach_manual_presence_pause (fixture->presence);
  g_assert_cmpuint (fixture->n_paused, ==, 0);
  coach_presence_watch_pause (presence, 3);
  g_assert_cmpuint (coach_manual_presence_get_pause (fixture->presence), ==, 3);
  coach_presence_watch_pause (presence, 0);
  coach_manual_presence_pause (fixture->presence);
  g_assert_cmpuint (fixture->n_paused, ==, 0);
  coach_presence_watch_pause (presence, 3);
  coach_manual_presence_pause (fixture->presence);
  coach_manual_presence_pause (fixture->presence);
  g_assert_cmpuint (fixture->n_paused, ==, 1);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  CoachPresence *presence = COACH_PRESENCE (fixture->presence);
  g_autofree char *none = g_strdup (coach_presence_get_source_name (presence));

  g_test_summary ("Sources have names, absence has three states, waking up says for how long");
  coach_manual_presence_set_source (fixture->presence, "x11");
  g_assert_cmpstr (coach_presence_get_source_id (presence), ==, "x11");
  g_assert_cmpstr (coach_presence_get_source_name (presence), !=, none);
  g_assert_cmpstr (coach_presence_describe_source ("no such"), ==, none);
  g_assert_false (coach_presence_state_is_away (COACH_PRESENCE_UNKNOWN));
  g_assert_false (coach_presence_state_is_away (COACH_PRESENCE_ACTIVE));
  g_assert_true (coach_presence_state_is_away (COACH_PRESENCE_IDLE));
  g_assert_true (coach_presence_state_is_away (COACH_PRESENCE_LOCKED));
  g_assert_true (coach_presence_state_is_away (COACH_PRESENCE_ASLEEP));
  g_assert_cmpstr (coach_presence_state_get_id (COACH_PRESENCE_LOCKED), ==, "locked");
  coach_manual_presence_wake (fixture->presence, MINUTE);
  g_assert_cmpint (fixture->slept_us, ==, MINUTE);
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/host/presence/states", test_states);
  add_test ("/host/presence/pause", test_pause);
  add_test ("/host/presence/words", test_words);

  return g_test_run ();
}
