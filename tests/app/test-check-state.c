/* What Today asks and says about the last sessions. */
#include "coach-check-state.h"
#include "person-fixture.h"

static const char *
get_title (const CoachCheckState *state)
{
  return state->question != NULL ? state->question->title : NULL;
}

static void
assert_asked (PersonFixture *fixture,
              const char    *title)
{
  g_autoptr (CoachCheckState) state = coach_check_state_new (fixture->context);

  g_assert_cmpstr (get_title (state), ==, title);
}

static void
assert_notices (PersonFixture *fixture,
                const char    *titles)
{
  g_autoptr (CoachCheckState) state = coach_check_state_new (fixture->context);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < state->notices->len; i++)
    g_string_append_printf (shown, "%s%s", i > 0 ? " | " : "",
                            ((CoachCheckNotice *) state->notices->pdata[i])->title);
  g_assert_cmpstr (shown->str, ==, titles);
}

static const char *
answer (PersonFixture   *fixture,
        const CoachPain *pain)
{
  g_autoptr (CoachCheckState) state = coach_check_state_new (fixture->context);

  g_assert_nonnull (state->question);
  return coach_check_state_answer (fixture->context, state->question, pain);
}

static void
test_questions (PersonFixture *fixture,
                gconstpointer  user_data)
{
  CoachPain before = person_fixture_make_pain (2, 2);

  g_test_summary ("An hour later and the next morning each ask once");
  assert_asked (fixture, NULL);
  person_fixture_do_session (fixture, &before);
  assert_asked (fixture, NULL);
  person_fixture_advance (fixture, 1);
  assert_asked (fixture, "How was it an hour later?");
  g_assert_null (answer (fixture, &before));
  assert_asked (fixture, NULL);
  person_fixture_advance (fixture, 18);
  assert_asked (fixture, "How is it this morning?");
  g_assert_null (answer (fixture, &before));
  assert_asked (fixture, NULL);
  assert_notices (fixture, "");
  g_assert_cmpuint (coach_diary_get_n_checkins (fixture->diary), ==, 1);
}

static void
test_red_morning (PersonFixture *fixture,
                  gconstpointer  user_data)
{
  CoachPain before = person_fixture_make_pain (2, 2);
  CoachPain worse = person_fixture_make_pain (2, 5);

  g_test_summary ("A red morning is a rest day, is asked about again, and two send to a clinician");
  person_fixture_do_session (fixture, &before);
  person_fixture_advance (fixture, 20);
  g_assert_null (answer (fixture, &before));
  answer (fixture, &worse);
  assert_notices (fixture, "");
  g_assert_true (coach_day_is_rest_day (coach_profile_get_day (fixture->profile)));
  person_fixture_advance (fixture, 24);
  assert_asked (fixture, "How is it this morning?");
  answer (fixture, &worse);
  assert_notices (fixture, "Talk to a doctor or physiotherapist within a few days");
}

static void
test_amber_hour (PersonFixture *fixture,
                 gconstpointer  user_data)
{
  CoachPain before = person_fixture_make_pain (2, 2);
  CoachPain worse = person_fixture_make_pain (2, 4);

  g_test_summary ("After an amber hour the next session is half a dose");
  person_fixture_do_session (fixture, &before);
  person_fixture_advance (fixture, 2);
  answer (fixture, &worse);
  g_assert_true (coach_day_is_half_dose (coach_profile_get_day (fixture->profile)));
}

static void
test_red_hour (PersonFixture *fixture,
               gconstpointer  user_data)
{
  CoachPain before = person_fixture_make_pain (2, 2);
  CoachPain worse = person_fixture_make_pain (5, 2);

  g_test_summary ("After a red hour one rests, that day and the next");
  person_fixture_do_session (fixture, &before);
  person_fixture_advance (fixture, 2);
  answer (fixture, &worse);
  g_assert_true (coach_day_is_rest_day (coach_profile_get_day (fixture->profile)));
  assert_notices (fixture, "Tomorrow is a rest day, too");
  person_fixture_advance (fixture, 24);
  g_assert_true (coach_day_is_rest_day (coach_profile_get_day (fixture->profile)));
  assert_notices (fixture, "");
}

/* The morning before counts where there is one, not the score before the session. */
static void
test_compared_with_morning (PersonFixture *fixture,
                            gconstpointer  user_data)
{
  CoachPain evening = person_fixture_make_pain (1, 1);
  CoachPain morning = person_fixture_make_pain (1, 3);

  g_test_summary ("A morning is compared with the morning before");
  person_fixture_do_session (fixture, &morning);
  person_fixture_advance (fixture, 20);
  answer (fixture, &morning);
  answer (fixture, &morning);
  person_fixture_do_session (fixture, &evening);
  person_fixture_advance (fixture, 24);
  answer (fixture, &evening);
  answer (fixture, &morning);
  g_assert_cmpint (coach_diary_get_session (fixture->diary, 1)->morning_colour, ==,
                   COACH_PAIN_GREEN);
}

static void
test_warning_signs (PersonFixture *fixture,
                    gconstpointer  user_data)
{
  CoachPain before = person_fixture_make_pain (2, 2);
  CoachPain numb = before;
  CoachPain weak = before;

  g_test_summary ("Numb and weak lead to the warning-sign questions");
  numb.left = COACH_PAIN_NUMBNESS;
  weak.left = COACH_PAIN_WEAKNESS;
  person_fixture_do_session (fixture, &before);
  person_fixture_advance (fixture, 20);
  g_assert_cmpstr (answer (fixture, &numb), ==, "new-numbness");
  g_assert_cmpstr (answer (fixture, &weak), ==, "weak");
}

static void
check_in (PersonFixture *fixture,
          guint8         score)
{
  CoachPain pain = person_fixture_make_pain (score, 0);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  coach_diary_add_checkin (fixture->diary, now, &pain);
}

static void
test_flare (PersonFixture *fixture,
            gconstpointer  user_data)
{
  static const guint8 scores[] = { 2, 6, 6 };

  g_test_summary ("Flare-up mode is offered after two worse days, and not while it is on");
  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      check_in (fixture, scores[i]);
      assert_notices (fixture, i == 2 ? "The last days were sorer" : "");
      person_fixture_advance (fixture, 24);
    }
  coach_profile_set_flare_since (fixture->profile,
                                 coach_day_get_date (coach_profile_get_day (fixture->profile)));
  assert_notices (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) \
  g_test_add ("/check-state/" name, PersonFixture, NULL, person_fixture_set_up, func, \
              person_fixture_tear_down)
  ADD ("questions", test_questions);
  ADD ("red-morning", test_red_morning);
  ADD ("amber-hour", test_amber_hour);
  ADD ("red-hour", test_red_hour);
  ADD ("compared-with-morning", test_compared_with_morning);
  ADD ("warning-signs", test_warning_signs);
  ADD ("flare", test_flare);
  return g_test_run ();
}
