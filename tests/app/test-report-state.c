#include "config.h"

#include "coach-report-state.h"
#include "records-fixture.h"

typedef struct
{
  CoachCatalog      *catalog; /* (owned) */
  CoachDiaryRecords *records; /* (owned) */
  CoachProfile      *profile; /* (owned) */
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
  self->profile = coach_profile_new ();
  self->now = g_date_time_new_from_iso8601 ("2026-11-22T20:00:00Z", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  user_data)
{
  coach_diary_records_free (self->records);
  g_date_time_unref (self->now);
  g_object_unref (self->profile);
  g_object_unref (self->catalog);
}

static CoachClinicianReport *
make_report (Fixture *self)
{
  CoachProgressFacts facts
      = { .records = self->records, .catalog = self->catalog, .now = self->now };
  g_autoptr (CoachTrendReport) trend = coach_trend_report_new (
      coach_catalog_get_pain_guide (self->catalog),
      (const CoachCheckin *) (void *) self->records->checkins->data, self->records->checkins->len,
      NULL, self->now);
  g_autoptr (CoachProgress) progress = NULL;

  facts.last = coach_diary_day_of (self->now);
  facts.first = facts.last;
  g_date_subtract_days (&facts.first, 13);
  progress = coach_progress_from (&facts);
  return coach_report_state_from (&(CoachReportFacts) {
      .progress = progress,
      .records = self->records,
      .catalog = self->catalog,
      .profile = self->profile,
      .trend = trend,
      .now = self->now,
  });
}

static const CoachReportTable *
find_table (const CoachClinicianReport *report,
            guint                       page,
            const char                 *title)
{
  for (guint i = 0; i < report->tables[page]->len; i++)
    {
      const CoachReportTable *table = g_ptr_array_index (report->tables[page], i);

      if (g_str_equal (table->title, title))
        return table;
    }
  g_assert_not_reached ();
}

static void
assert_row (const CoachReportTable *table,
            guint                   row,
            const char             *words)
{
  g_autofree char *joined = NULL;

  g_assert_cmpuint (row, <, table->rows->len);
  joined = g_strjoinv (" | ", g_ptr_array_index (table->rows, row));
  g_assert_cmpstr (joined, ==, words);
}

static void
test_nothing (Fixture       *self,
              gconstpointer  user_data)
{
  g_autoptr (CoachClinicianReport) report = make_report (self);

  g_test_summary ("Where nothing was kept each table says so, and all the same it is a report.");

  g_assert_cmpstr (report->period, ==, "9 November 2026 to 22 November 2026");
  g_assert_nonnull (strstr (report->disclaimer, "no diagnosis"));
  g_assert_cmpuint (report->n_days, ==, 14);
  g_assert_cmpuint (find_table (report, 0, "Pain by zone")->rows->len, ==, 0);
  g_assert_cmpuint (find_table (report, 1, "What was done")->rows->len, ==, 0);
  g_assert_cmpuint (find_table (report, 1, "Warning signs")->rows->len, ==, 0);
}

static void
test_pain (Fixture       *self,
           gconstpointer  user_data)
{
  g_autoptr (CoachClinicianReport) report = NULL;
  const CoachReportTable *zones;

  g_test_summary ("Each zone that hurt has its first and last week, each leg its flags.");

  records_fixture_add_checkin (self->records, "2026-11-09T08:00:00Z", COACH_ZONE_CALF_LEFT, 6,
                               COACH_PAIN_NUMBNESS);
  records_fixture_add_checkin (self->records, "2026-11-10T08:00:00Z", COACH_ZONE_CALF_LEFT, 5,
                               COACH_PAIN_NUMBNESS);
  records_fixture_add_checkin (self->records, "2026-11-20T08:00:00Z", COACH_ZONE_LOW_BACK, 3, 0);
  report = make_report (self);
  zones = find_table (report, 0, "Pain by zone");
  g_assert_cmpuint (zones->rows->len, ==, 2);
  assert_row (zones, 0, "Low back | 0.0, worst 0 | 3.0, worst 3 | 1.0, worst 3");
  assert_row (zones, 1, "Left calf | 5.5, worst 6 | 0.0, worst 0 | 3.7, worst 6");
  assert_row (find_table (report, 0, "Numbness, weakness, burning"), 0,
              "Left leg | 2 days, last on 10 November | – | –");
  assert_row (find_table (report, 0, "What was kept to"), 0, "Days with a check-in | 3 of 14 days");
  assert_row (find_table (report, 0, "What was kept to"), 1,
              "Worst pain of the day, weekly mean | 5.5 → 3.0");
  g_assert_cmpuint (report->charts[0].points->len, ==, 3);
}

static void
test_done (Fixture       *self,
           gconstpointer  user_data)
{
  g_autoptr (CoachClinicianReport) report = NULL;
  CoachDiaryHurt *hurt;

  g_test_summary ("What was done has its minutes; what hurt, what followed; outside of it is left out.");

  records_fixture_add_session (self->records, "2026-11-20T12:00:00Z", "figure-four-supine", 120, 60, 0);
  records_fixture_add_session (self->records, "2026-10-20T12:00:00Z", "bridge", 0, 0, 90);
  records_fixture_add_hurt (self->records, "2026-10-20T12:00:00Z", NULL, "bridge");
  hurt = records_fixture_add_hurt (self->records, "2026-11-20T12:00:00Z", NULL, "no-such-move");
  hurt->state.bench_days = 14;
  report = make_report (self);
  g_assert_cmpuint (find_table (report, 1, "What was done")->rows->len, ==, 1);
  assert_row (find_table (report, 1, "What was done"), 0,
              "Lying figure four | 1 | 2 min | 1 min | 0 min");
  g_assert_cmpuint (find_table (report, 1, "What hurt during exercise")->rows->len, ==, 1);
  assert_row (find_table (report, 1, "What hurt during exercise"), 0,
              "20 November | A move that only a newer Lowtide knows | Ache in the back or buttock | 6 "
              "| left it out of the session; left out for 14 days");
}

static void
test_person (Fixture       *self,
             gconstpointer  user_data)
{
  g_autoptr (CoachClinicianReport) report = NULL;
  CoachScreeningRecord *record = coach_profile_get_screening (self->profile);
  const char *id
      = coach_screening_get_question (coach_catalog_get_screening (self->catalog), 0)->id;
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_YES };
  GDate day, until;

  g_test_summary ("Moves left out now, warning signs, and the word of a clinician are on it.");

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 20, 11, 2026);
  until = day;
  g_date_add_days (&until, 14);
  g_date_clear (&answer.date, 1);
  answer.answered = answer.first_yes = day;
  coach_screening_record_set (record, id, &answer);
  coach_screening_record_set_cleared (record, &day);
  coach_profile_bench (self->profile, "bridge", &day, &until);
  report = make_report (self);
  assert_row (find_table (report, 1, "Moves left out now because they hurt"), 0,
              "Bridge | 20 November 2026 | 4 December 2026");
  g_assert_cmpuint (find_table (report, 1, "Warning signs")->rows->len, ==, 2);
  assert_row (find_table (report, 1, "Warning signs"), 0,
              "The person said that a clinician had checked them | yes | 20 November 2026 | –");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/report-state/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("pain", test_pain);
  ADD ("done", test_done);
  ADD ("person", test_person);

  return g_test_run ();
}
