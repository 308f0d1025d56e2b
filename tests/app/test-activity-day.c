/* What is gathered of the person and the day for advice on everyday activities. */
#include <glib.h>

#include "coach-activity-day.h"
#include "coach-manual-clock.h"

typedef struct
{
  CoachCatalog         *catalog;
  CoachScreeningRecord *record;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->record = coach_screening_record_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->record);
  g_object_unref (fixture->catalog);
}

static void
answer_yes (Fixture    *fixture,
            const char *question)
{
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_YES };

  g_assert_nonnull (coach_screening_lookup_question (
      coach_catalog_get_screening (fixture->catalog), question));
  g_date_set_dmy (&answer.answered, 20, 3, 2026);
  g_date_set_dmy (&answer.first_yes, 20, 3, 2026);
  coach_screening_record_set (fixture->record, question, &answer);
}

static CoachActivityDay *
make_day (Fixture         *fixture,
          CoachTrend       trend,
          const CoachPain *pain)
{
  g_autoptr (CoachScreeningDecision) decision = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, 3, 2026);
  decision = coach_screening_decide (coach_catalog_get_screening (fixture->catalog),
                                     fixture->record, trend, &today);
  return coach_activity_day_new (fixture->catalog, fixture->record, decision, trend, pain);
}

static CoachActivityVerdict
judge (Fixture                *fixture,
       const char             *activity,
       const CoachActivityDay *day)
{
  return coach_activity_advise (coach_catalog_lookup_activity (fixture->catalog, activity),
                                &day->facts)
      .verdict;
}

static void
test_blocks (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *question;
    gboolean    is_blocked;
    gboolean    no_exercise;
  } cases[] = {
    { "saddle", TRUE, FALSE },
    { "weak-leg", TRUE, FALSE },
    { "told-not-to", FALSE, TRUE },
    { "older-first", FALSE, FALSE },
  };

  g_test_summary ("What is urgent blocks one way, what else blocks another way, and a note not");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachScreeningRecord) none = coach_screening_record_new ();
      g_autoptr (CoachActivityDay) day = NULL;

      coach_screening_record_copy_from (fixture->record, none);
      answer_yes (fixture, cases[i].question);
      day = make_day (fixture, COACH_TREND_STEADY, NULL);
      g_assert_cmpint (day->facts.is_blocked, ==, cases[i].is_blocked);
      g_assert_cmpint (day->facts.no_exercise, ==, cases[i].no_exercise);
      g_assert_true (g_strv_contains (day->facts.answers, cases[i].question));
    }
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CoachActivityDay) day = NULL;
  CoachPain pain = { .scores = { 0 } };

  g_test_summary ("Limits and answers reach the rows that wait for them");
  answer_yes (fixture, "thin-bones");
  answer_yes (fixture, "pregnant");
  day = make_day (fixture, COACH_TREND_STEADY, &pain);
  g_assert_false (day->facts.is_blocked);
  g_assert_cmpint (judge (fixture, "lifting", day), ==, COACH_ACTIVITY_MODIFY);
  g_assert_cmpint (judge (fixture, "sleeping", day), ==, COACH_ACTIVITY_MODIFY);
}

static void
test_severe_pain (Fixture       *fixture,
                  gconstpointer  data)
{
  CoachPain pain = { .scores = { [COACH_ZONE_BUTTOCK_RIGHT] = 9 } };
  g_autoptr (CoachActivityDay) day = make_day (fixture, COACH_TREND_STEADY, &pain);
  CoachActivityAdvice advice
      = coach_activity_advise (coach_catalog_lookup_activity (fixture->catalog, "sleeping"),
                               &day->facts);

  g_test_summary ("Very strong pain is known as such");
  g_assert_true (day->facts.pain == &day->pain);
  g_assert_true (g_strv_contains (day->facts.notes, "severe-pain"));
  g_assert_true (g_str_has_prefix (advice.text, "Try on your side"));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CoachActivityDay) day = NULL;

  g_test_summary ("Of nothing much follows little");
  day = coach_activity_day_new (fixture->catalog, fixture->record, NULL, COACH_TREND_STEADY, NULL);
  g_assert_false (day->facts.is_blocked);
  g_assert_false (day->facts.no_exercise);
  g_assert_null (day->facts.pain);
  g_assert_null (day->notes[0]);
}

static guint
get_leg_at (Fixture    *fixture,
            const char *checkin,
            const char *now)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (checkin, NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);
  CoachPain pain = { .scores = { [COACH_ZONE_CALF_LEFT] = 4 } };
  g_autoptr (CoachAppContext) context = NULL;
  g_autoptr (CoachActivityDay) day = NULL;

  coach_manual_clock_set_local_time (clock, time);
  context = coach_app_context_new (fixture->catalog, profile, places, COACH_CLOCK (clock),
                                   settings);
  coach_diary_add_checkin (coach_app_context_get_diary (context), then, &pain);
  day = coach_activity_day_from_context (context);
  return day->facts.pain != NULL ? coach_pain_get_leg (day->facts.pain) : 0;
}

static void
test_checkins (Fixture       *fixture,
               gconstpointer  data)
{
  g_test_summary ("A check-in counts on its day, and for a day and a night");
  g_assert_cmpuint (get_leg_at (fixture, "2026-03-20T07:00:00Z", "2026-03-20T22:00:00Z"), ==, 4);
  g_assert_cmpuint (get_leg_at (fixture, "2026-03-19T21:00:00Z", "2026-03-20T08:00:00Z"), ==, 4);
  g_assert_cmpuint (get_leg_at (fixture, "2026-03-19T08:00:00Z", "2026-03-20T08:00:00Z"), ==, 4);
  g_assert_cmpuint (get_leg_at (fixture, "2026-03-19T07:59:59Z", "2026-03-20T08:00:00Z"), ==, 0);
  g_assert_cmpuint (get_leg_at (fixture, "2026-03-21T08:00:00Z", "2026-03-20T08:00:00Z"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/app/activity-day/blocks", Fixture, NULL, set_up, test_blocks, tear_down);
  g_test_add ("/app/activity-day/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/app/activity-day/severe-pain", Fixture, NULL, set_up, test_severe_pain, tear_down);
  g_test_add ("/app/activity-day/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/app/activity-day/checkins", Fixture, NULL, set_up, test_checkins, tear_down);

  return g_test_run ();
}
