/* How far a session is from the monotonic clock after half an hour of wakes that come late. */
#include "config.h"

#include "coach-manual-clock.h"
#include "session-fixture.h"

#define MINUTES   30
#define LATEST_US 50000
#define LIMIT_MS  20.0

/* 37 minutes of short phases and many cues; the half hour is over in the midst of a set. */
static CoachPlan *
make_long_plan (void)
{
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachRoutine) routine = NULL;

  routine = session_fixture_read_routine (catalog, "fixed", "bird-dog", "clamshell", "bird-dog",
                                          "clamshell", "bird-dog", "clamshell", "bird-dog",
                                          "clamshell", "bird-dog", "clamshell", NULL);
  return coach_plan_new (routine, catalog, profile, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  const gint64 elapsed_us = MINUTES * 60 * (gint64) G_USEC_PER_SEC;
  g_autoptr (CoachPlan) plan = make_long_plan ();
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (CoachSession) session = coach_session_new (plan, COACH_CLOCK (clock));
  gint64 total_us = coach_plan_get_total_s (plan) * (gint64) G_USEC_PER_SEC;
  double drift_ms;

  g_assert_cmpint (total_us, >, elapsed_us);
  coach_manual_clock_set_lateness (clock, 0, LATEST_US);
  coach_session_start (session);
  coach_manual_clock_advance (clock, elapsed_us);
  drift_ms = (total_us - coach_session_get_total_remaining_us (session) - elapsed_us) / 1000.0;

  g_print ("session-clock: drift %.1f ms, limit %.0f ms, ratio %.2f (%u wakes, up to %d ms late)\n",
           drift_ms, LIMIT_MS, ABS (drift_ms) / LIMIT_MS, coach_manual_clock_count_fired (clock),
           LATEST_US / 1000);
  return ABS (drift_ms) <= LIMIT_MS ? 0 : 1;
}
