/* What becomes of a session is in the journal, whatever becomes of the program. */
#include "coach-manual-clock.h"
#include "journal.h"
#include "../session/session-fixture.h"

typedef struct
{
  CoachPlaces          *places;   /* (owned) */
  CoachDiary           *diary;    /* (owned) */
  CoachPlan            *plan;     /* (owned) */
  CoachManualClock     *clock;    /* (owned) */
  CoachSession         *session;  /* (owned) */
  CoachSessionRecorder *recorder; /* (owned) (nullable) */
  CoachJournal         *journal;  /* (owned) */
} Fixture;

static void
open_journal (Fixture *fixture)
{
  fixture->journal = coach_journal_new (fixture->places);
  fixture->diary = coach_diary_new (fixture->journal);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();

  fixture->places = coach_places_new ("unused", "unused", folder);
  open_journal (fixture);
  fixture->plan = session_fixture_make_plan (catalog, "piriformis-essentials");
  fixture->clock = coach_manual_clock_new ();
  fixture->session = coach_session_new (fixture->plan, COACH_CLOCK (fixture->clock));
}

static void
close_journal (Fixture *fixture)
{
  g_clear_object (&fixture->recorder);
  g_assert_finalize_object (g_steal_pointer (&fixture->diary));
  g_assert_finalize_object (g_steal_pointer (&fixture->journal));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_journal (fixture);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->plan);
  g_object_unref (fixture->places);
}

static void
record (Fixture         *fixture,
        const CoachPain *before)
{
  fixture->recorder = coach_session_recorder_new (fixture->diary, fixture->session,
                                                  COACH_CLOCK (fixture->clock), before);
}

/* Lets the session go on until it has come to a step. */
static void
run_until (Fixture *fixture,
           guint    step)
{
  coach_session_start (fixture->session);
  for (guint i = 0; i < 36000; i++)
    {
      if (coach_session_get_phase (fixture->session)->step >= step)
        return;
      coach_manual_clock_advance (fixture->clock, G_USEC_PER_SEC);
    }
  g_assert_not_reached ();
}

static const CoachDiarySession *
look_up (Fixture    *fixture,
         const char *id)
{
  const CoachDiarySession *kept = coach_diary_lookup_session (fixture->diary, id);

  g_assert_nonnull (kept);
  return kept;
}

static CoachStepOutcome
get_outcome (const CoachDiarySession *session,
             guint                    index)
{
  return ((CoachDiaryStep *) g_ptr_array_index (session->steps, index))->outcome;
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  CoachPain before = { .scores = { 3 } };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  const CoachDiarySession *kept;

  g_test_summary ("A session is put down step by step, so that it survives the program");
  record (fixture, &before);
  id = g_strdup (coach_session_recorder_get_id (fixture->recorder));
  run_until (fixture, 2);
  g_assert_true (coach_journal_flush (fixture->journal, &error));
  close_journal (fixture);
  open_journal (fixture);
  g_assert_true (coach_diary_load (fixture->diary, NULL, &error));
  kept = look_up (fixture, id);
  g_assert_null (kept->ended);
  g_assert_false (kept->is_completed);
  g_assert_cmpuint (kept->before->scores[COACH_ZONE_LOW_BACK], ==, 3);
  g_assert_cmpuint (kept->steps->len, ==, coach_plan_get_n_steps (fixture->plan));
  g_assert_cmpint (get_outcome (kept, 0), ==, COACH_STEP_DONE);
  g_assert_cmpuint (coach_diary_step_get_worked_s (kept->steps->pdata[0]), >, 0);
  g_assert_cmpint (get_outcome (kept, 1), ==, COACH_STEP_DONE);
  g_assert_cmpint (get_outcome (kept, 2), ==, COACH_STEP_PENDING);
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  const CoachDiarySession *kept;

  g_test_summary ("A session that is over has an end, and is completed or not");
  record (fixture, NULL);
  run_until (fixture, 1);
  coach_session_stop (fixture->session);
  kept = look_up (fixture, coach_session_recorder_get_id (fixture->recorder));
  g_assert_nonnull (kept->ended);
  g_assert_cmpint (g_date_time_compare (kept->ended, kept->began), >, 0);
  g_assert_false (kept->is_completed);
  g_assert_null (kept->before);
}

static void
test_erased (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *id = NULL;

  g_test_summary ("A session whose diary was erased under way goes on, and is not put down again");
  record (fixture, NULL);
  id = g_strdup (coach_session_recorder_get_id (fixture->recorder));
  run_until (fixture, 1);
  g_assert_true (coach_journal_erase (fixture->journal, NULL));
  coach_diary_clear (fixture->diary);
  coach_session_skip_step (fixture->session);
  coach_session_stop (fixture->session);
  g_assert_null (coach_diary_lookup_session (fixture->diary, id));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/session-recorder/steps", test_steps);
  ADD ("/journal/session-recorder/end", test_end);
  ADD ("/journal/session-recorder/erased", test_erased);

  return g_test_run ();
}
