#include "config.h"

#include "coach-progress-page-state.h"
#include "records-fixture.h"

typedef struct
{
  CoachCatalog      *catalog; /* (owned) */
  CoachDiaryRecords *records; /* (owned) */
  GDateTime         *now;     /* (owned) */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  self->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  self->records = coach_diary_records_new ();
  self->now = g_date_time_new_from_iso8601 ("2026-11-22T20:00:00Z", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  user_data)
{
  coach_diary_records_free (self->records);
  g_date_time_unref (self->now);
  g_object_unref (self->catalog);
}

static CoachProgressPageState *
make_state (Fixture *self)
{
  CoachPainGuide *guide = coach_catalog_get_pain_guide (self->catalog);
  CoachProgressFacts facts
      = { .records = self->records, .catalog = self->catalog, .now = self->now };
  g_autoptr (CoachTrendReport) trend = coach_trend_report_new (
      guide, (const CoachCheckin *) (void *) self->records->checkins->data,
      self->records->checkins->len, NULL, self->now);
  g_autoptr (CoachProgress) progress = NULL;
  GDate today = coach_diary_day_of (self->now);

  coach_progress_zoom_get_period (COACH_PROGRESS_MONTH, &today, 0, &facts.first, &facts.last);
  progress = coach_progress_from (&facts);
  return coach_progress_page_state_from (progress, trend, guide);
}

static void
test_nothing (Fixture       *self,
              gconstpointer  user_data)
{
  g_autoptr (CoachProgressPageState) state = make_state (self);

  g_test_summary ("Where nothing was kept there is no blame, and no number is made up.");

  g_assert_true (state->has_nothing);
  g_assert_cmpstr (state->title, ==, "Keep checking in");
  g_assert_cmpstr (state->period, ==, "26 October 2026 to 22 November 2026");
  g_assert_cmpstr (state->cards[0].number, ==, "0");
  g_assert_cmpstr (state->cards[2].number, ==, "–");
  g_assert_cmpstr (state->sitting, ==, "");
  g_assert_cmpstr (state->rest_days, ==, "");
  g_assert_nonnull (strstr (state->row_words, "That is fine"));
}

static void
test_numbers (Fixture       *self,
              gconstpointer  user_data)
{
  g_autoptr (CoachProgressPageState) state = NULL;
  const CoachProgressMuscleRow *row;

  g_test_summary ("Numbers that stand out say of what, and each muscle how it was shared.");

  records_fixture_add_checkin (self->records, "2026-11-01T08:00:00Z", COACH_ZONE_CALF_LEFT, 6, 0);
  records_fixture_add_checkin (self->records, "2026-11-22T08:00:00Z", COACH_ZONE_LOW_BACK, 3, 0);
  records_fixture_add_session (self->records, "2026-11-21T12:00:00Z", "figure-four-supine", 3600, 1800,
                               0);
  records_fixture_add_session (self->records, "2026-11-22T12:00:00Z", "figure-four-supine", 0, 1830, 0);
  records_fixture_add_break (self->records, "2026-11-22T09:00:00Z", 1800);
  state = make_state (self);
  g_assert_cmpstr (state->cards[0].number, ==, "2");
  g_assert_cmpstr (state->cards[0].label, ==, "sessions in 28 days");
  g_assert_cmpstr (state->cards[0].note, ==, "2 days in a row");
  g_assert_cmpstr (state->cards[1].number, ==, "2 h 1 min");
  g_assert_cmpstr (state->cards[2].number, ==, "6.0 → 3.0");
  g_assert_cmpstr (state->cards[2].note, ==, "1 break taken");
  g_assert_cmpstr (state->weeks_words, ==, "Sessions a week, the oldest week first: 0, 0, 0, 2");
  g_assert_cmpstr (state->session_days, ==, "2 of 28 days");
  g_assert_cmpstr (state->sitting, ==, "30 min");
  row = g_ptr_array_index (state->muscles, 0);
  g_assert_cmpstr (row->words, ==, "left 1 h 0 min · right 1 h 1 min");
  g_assert_cmpfloat (row->shares[COACH_PROGRESS_RIGHT], ==, 1);
  g_assert_cmpfloat (row->shares[COACH_PROGRESS_LEFT], <, 1);
}

static void
test_notes (Fixture       *self,
            gconstpointer  user_data)
{
  g_autoptr (CoachProgressPageState) state = NULL;

  g_test_summary ("What has to be read first stands before the trend.");

  records_fixture_add_checkin (self->records, "2026-11-22T08:00:00Z", COACH_ZONE_CALF_LEFT, 4,
                               COACH_PAIN_WEAKNESS);
  state = make_state (self);
  g_assert_cmpuint (g_strv_length (state->notes_before), ==, 1);
}

static void
test_period (Fixture       *self,
             gconstpointer  user_data)
{
  static const struct
  {
    CoachProgressZoom  zoom;
    guint              n_back;
    const char        *first, *last;
  } cases[] = {
    { COACH_PROGRESS_WEEK, 0, "2026-11-16", "2026-11-22" },
    { COACH_PROGRESS_WEEK, 1, "2026-11-09", "2026-11-15" },
    { COACH_PROGRESS_MONTH, 0, "2026-10-26", "2026-11-22" },
    { COACH_PROGRESS_YEAR, 0, "2025-11-24", "2026-11-22" },
    { COACH_PROGRESS_YEAR, 1, "2024-11-25", "2025-11-23" },
  };
  GDate today = coach_diary_day_of (self->now);

  g_test_summary ("A look takes in whole weeks up to today, and one before that joins it.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char first[16], last[16];
      GDate from, to;

      coach_progress_zoom_get_period (cases[i].zoom, &today, cases[i].n_back, &from, &to);
      g_date_strftime (first, sizeof first, "%Y-%m-%d", &from);
      g_date_strftime (last, sizeof last, "%Y-%m-%d", &to);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) \
  g_test_add ("/progress-page-state/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("numbers", test_numbers);
  ADD ("notes", test_notes);
  ADD ("period", test_period);

  return g_test_run ();
}
