/* What "It hurts" does to a session, the profile and the diary. */
#include "coach-hurts-outcome.h"
#include "person-fixture.h"

static CoachMovement *
get_movement (PersonFixture *fixture)
{
  return coach_session_get_step (fixture->session)->movement;
}

static const CoachBench *
find_bench (PersonFixture *fixture,
            CoachMovement *movement)
{
  return coach_profile_lookup_bench (fixture->profile, coach_move_get_id (COACH_MOVE (movement)));
}

/* Begins a session, goes to a movement with a gentler variant, and stands still in it. */
static CoachMovement *
begin (PersonFixture   *fixture,
       const CoachPain *before)
{
  person_fixture_begin_session (fixture, before);
  while (coach_movement_get_easier (get_movement (fixture)) == NULL)
    coach_session_skip_step (fixture->session);
  coach_manual_clock_advance (fixture->clock, 15 * (gint64) G_USEC_PER_SEC);
  coach_session_pause (fixture->session);
  return get_movement (fixture);
}

static void
follow (PersonFixture         *fixture,
        const CoachHurtsState *hurts)
{
  coach_hurts_outcome_record (fixture->context, get_movement (fixture), TRUE, hurts);
  coach_hurts_outcome_follow (fixture->context, fixture->session, hurts);
}

static void
test_go_on (PersonFixture *fixture,
            gconstpointer  user_data)
{
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_PULL,
                            .action = COACH_HURTS_ACTION_GO_ON };
  CoachMovement *movement = begin (fixture, NULL);

  g_test_summary ("Going on changes nothing, and is put down");
  follow (fixture, &hurts);
  g_assert_true (get_movement (fixture) == movement);
  g_assert_cmpint (coach_session_get_status (fixture->session), ==, COACH_SESSION_RUNNING);
  g_assert_cmpuint (coach_diary_get_n_hurts (fixture->diary), ==, 1);
  g_assert_cmpstr (coach_diary_get_hurt (fixture->diary, 0)->session, ==,
                   coach_session_recorder_get_id (fixture->recorder));
}

static void
test_pause_easier (PersonFixture *fixture,
                   gconstpointer  user_data)
{
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_ACHE,
                            .colour = COACH_PAIN_AMBER,
                            .action = COACH_HURTS_ACTION_PAUSE_EASIER };
  CoachMovement *movement = begin (fixture, NULL);

  g_test_summary ("The gentler move comes after a rest of the length that safety.json says");
  follow (fixture, &hurts);
  g_assert_cmpstr (coach_move_get_id (COACH_MOVE (get_movement (fixture))), ==,
                   coach_movement_get_easier (movement));
  g_assert_cmpuint (coach_session_get_phase (fixture->session)->length_s, ==, 30);
}

static void
test_easier_but_none (PersonFixture *fixture,
                      gconstpointer  user_data)
{
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_PULL,
                            .action = COACH_HURTS_ACTION_EASIER };
  CoachMovement *movement = begin (fixture, NULL);
  guint step = coach_session_get_phase (fixture->session)->step;

  g_test_summary ("Where the gentler move is one to avoid, the step is skipped");
  coach_profile_set_move_order (fixture->profile, coach_movement_get_easier (movement),
                                COACH_ORDER_NEVER);
  follow (fixture, &hurts);
  g_assert_cmpuint (coach_session_get_phase (fixture->session)->step, ==, step + 1);
  g_assert_cmpuint (coach_plan_get_n_steps (coach_session_get_plan (fixture->session)), ==,
                    coach_diary_get_session (fixture->diary, 0)->steps->len);
}

static void
test_red (PersonFixture *fixture,
          gconstpointer  user_data)
{
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_LEG,
                            .has_score = TRUE, .score = 8, .colour = COACH_PAIN_RED,
                            .action = COACH_HURTS_ACTION_END, .bench_days = 14 };
  CoachMovement *movement = begin (fixture, NULL);
  const CoachBench *bench;
  const CoachDiarySession *session;

  g_test_summary ("Red ends the session, keeps what was done, and leaves the move out");
  follow (fixture, &hurts);
  g_assert_cmpint (coach_session_get_status (fixture->session), ==, COACH_SESSION_STOPPED);
  bench = find_bench (fixture, movement);
  g_assert_cmpint (g_date_days_between (&bench->since, &bench->until), ==, 14);
  session = coach_diary_get_session (fixture->diary, 0);
  g_assert_nonnull (session->ended);
  g_assert_false (session->is_completed);
}

static void
test_burning_stays (PersonFixture *fixture,
                    gconstpointer  user_data)
{
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_BURNING,
                            .action = COACH_HURTS_ACTION_END, .bench_days = 14,
                            .rest_day = TRUE, .asks_screening = TRUE };

  g_test_summary ("Burning that does not go makes tomorrow a rest day");
  begin (fixture, NULL);
  follow (fixture, &hurts);
  person_fixture_advance (fixture, 24);
  g_assert_true (coach_day_is_rest_day (coach_profile_get_day (fixture->profile)));
  person_fixture_advance (fixture, 24);
  g_assert_false (coach_day_is_rest_day (coach_profile_get_day (fixture->profile)));
}

/* On a move's page, where no session is under way. */
static void
test_stopped_too_often (PersonFixture *fixture,
                        gconstpointer  user_data)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  CoachMovement *bridge = coach_catalog_lookup_movement (catalog, "bridge");
  CoachHurtsState hurts = { .stage = COACH_HURTS_DONE, .kind = COACH_HURTS_KIND_BURNING,
                            .action = COACH_HURTS_ACTION_SKIP, .bench_days = 7 };
  static const guint days_later[] = { 0, 29, 1, 10 };

  g_test_summary ("Three stops in thirty days take a move out for good");
  for (gsize i = 0; i < G_N_ELEMENTS (days_later); i++)
    {
      person_fixture_advance (fixture, 24 * days_later[i]);
      coach_hurts_outcome_record (fixture->context, bridge, FALSE, &hurts);
      g_assert_null (coach_diary_get_hurt (fixture->diary, i)->session);
      g_assert_cmpint (g_date_valid (&find_bench (fixture, bridge)->until), ==, i < 3);
    }
}

static void
test_before (PersonFixture *fixture,
             gconstpointer  user_data)
{
  CoachPain morning = person_fixture_make_pain (1, 2);
  CoachPain before = person_fixture_make_pain (3, 4);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  g_test_summary ("Pain is compared with the start of the session, else with the check-in of today");
  g_assert_null (coach_hurts_outcome_get_before (fixture->context, FALSE));
  coach_diary_add_checkin (fixture->diary, now, &morning);
  g_assert_cmpuint (coach_pain_get_leg (coach_hurts_outcome_get_before (fixture->context, TRUE)),
                    ==, 2);
  begin (fixture, &before);
  g_assert_cmpuint (coach_pain_get_leg (coach_hurts_outcome_get_before (fixture->context, TRUE)),
                    ==, 4);
  g_assert_cmpuint (coach_pain_get_leg (coach_hurts_outcome_get_before (fixture->context, FALSE)),
                    ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) \
  g_test_add ("/hurts-outcome/" name, PersonFixture, NULL, person_fixture_set_up, func, \
              person_fixture_tear_down)
  ADD ("go-on", test_go_on);
  ADD ("pause-easier", test_pause_easier);
  ADD ("easier-but-none", test_easier_but_none);
  ADD ("red", test_red);
  ADD ("burning-stays", test_burning_stays);
  ADD ("stopped-too-often", test_stopped_too_often);
  ADD ("before", test_before);
  return g_test_run ();
}
