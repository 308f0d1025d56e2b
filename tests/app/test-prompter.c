#include "config.h"

#include "coach-manual-clock.h"
#include "coach-prompter.h"
#include "session-fixture.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

typedef struct
{
  CoachManualClock *clock;
  GSettings        *settings;
  CoachSpeaker     *speaker;
  CoachSession     *session;
  CoachPrompter    *prompter;
  guint             n_missing;
  guint             n_ended;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Nothing here can speak; who speaks is tested with a real server by test_prompted.py. */
static void
set_up (Fixture       *fixture,
        gconstpointer  routine)
{
  const char * const environment[] = { "SPEECHD_ADDRESS=unix_socket:/nowhere", "SPEECHD_CMD=false",
                                       NULL };
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, routine);
  g_autoptr (CoachPlaces) places = coach_places_new_for_system ();
  g_autoptr (CoachCueSounds) sounds = coach_cue_sounds_new (places);

  fixture->clock = coach_manual_clock_new ();
  fixture->settings = g_settings_new ("org.lowtide.Lowtide");
  fixture->speaker = coach_speaker_new (fixture->settings, COACH_CLOCK (fixture->clock));
  coach_speaker_connect (fixture->speaker, NULL, environment);
  while (coach_voice_get_state (coach_speaker_get_voice (fixture->speaker))
         == COACH_VOICE_STATE_OPENING)
    g_main_context_iteration (NULL, TRUE);
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
  fixture->prompter = coach_prompter_new (fixture->session, COACH_CLOCK (fixture->clock),
                                          fixture->speaker, sounds, fixture->settings);
  g_signal_connect_swapped (fixture->prompter, "speech-missing", G_CALLBACK (count_cb),
                            &fixture->n_missing);
  g_signal_connect_swapped (fixture->prompter, "ended", G_CALLBACK (count_cb), &fixture->n_ended);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  routine)
{
  if (fixture->prompter != NULL)
    g_assert_finalize_object (fixture->prompter);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->speaker);
  g_settings_reset (fixture->settings, "voice-level");
  g_object_unref (fixture->settings);
  g_object_unref (fixture->clock);
}

static void
advance (Fixture *fixture,
         gint64   us)
{
  coach_manual_clock_advance (fixture->clock, us);
}

static void
test_ends (Fixture       *fixture,
           gconstpointer  routine)
{
  CoachPlan *plan = coach_session_get_plan (fixture->session);

  g_test_summary ("It tells once that speech is missing, and ends after the way up, not before");
  coach_session_start (fixture->session);
  g_assert_cmpuint (fixture->n_missing, ==, 1);
  advance (fixture, coach_plan_get_total_s (plan) * SECOND);
  g_assert_cmpint (coach_session_get_status (fixture->session), ==, COACH_SESSION_FINISHED);
  g_assert_cmpuint (fixture->n_ended, ==, 0);
  advance (fixture, 60 * SECOND);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_assert_cmpuint (fixture->n_missing, ==, 1);
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  routine)
{
  g_test_summary ("A session that is stopped has nothing more to say");
  coach_session_start (fixture->session);
  advance (fixture, 10 * SECOND);
  coach_session_pause (fixture->session);
  coach_session_resume (fixture->session);
  coach_session_stop (fixture->session);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  advance (fixture, 600 * SECOND);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

static void
test_unwanted (Fixture       *fixture,
               gconstpointer  routine)
{
  g_test_summary ("Who wants sounds alone misses no speech");
  g_settings_set_string (fixture->settings, "voice-level", "sounds");
  coach_session_start (fixture->session);
  advance (fixture, 30 * SECOND);
  g_assert_cmpuint (fixture->n_missing, ==, 0);
}

static void
test_dropped (Fixture       *fixture,
              gconstpointer  routine)
{
  g_test_summary ("The session runs the same without it");
  coach_session_start (fixture->session);
  advance (fixture, 10 * SECOND);
  g_assert_finalize_object (g_steal_pointer (&fixture->prompter));
  advance (fixture, 600 * SECOND);
  g_assert_cmpint (coach_session_get_status (fixture->session), ==, COACH_SESSION_FINISHED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/prompter/ends", Fixture, "desk-break-2", set_up, test_ends, tear_down);
  g_test_add ("/prompter/stopped", Fixture, "desk-break-2", set_up, test_stopped, tear_down);
  g_test_add ("/prompter/unwanted", Fixture, "desk-break-2", set_up, test_unwanted, tear_down);
  g_test_add ("/prompter/dropped", Fixture, "desk-break-2", set_up, test_dropped, tear_down);

  return g_test_run ();
}
