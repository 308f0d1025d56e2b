/* What a context knows of this day, and that it looks again in time. */
#include "coach-app-context.h"
#include "coach-manual-clock.h"

#define HOUR (3600 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  CoachManualClock *clock;        /* (owned) */
  CoachProfile     *profile;      /* (owned) */
  CoachAppContext  *context;      /* (owned) */
  guint             n_refreshed;
  guint             n_flares_ended;
} Fixture;

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
set_local_time (Fixture    *fixture,
                const char *text,
                const char *zone)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, tz);

  g_assert_nonnull (tz);
  g_assert_nonnull (time);
  coach_manual_clock_set_local_time (fixture->clock, time);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);

  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  set_local_time (fixture, "2024-03-05T12:00:00", "Europe/Berlin");
  fixture->profile = coach_profile_new ();
  fixture->context = coach_app_context_new (catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
  g_signal_connect_swapped (fixture->context, "refreshed", G_CALLBACK (count_cb),
                            &fixture->n_refreshed);
  g_signal_connect_swapped (fixture->context, "flare-ended", G_CALLBACK (count_cb),
                            &fixture->n_flares_ended);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->context);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, 0);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->profile);
}

static void
assert_day (Fixture *fixture,
            guint    day,
            guint    month)
{
  const GDate *date = coach_day_get_date (coach_profile_get_day (fixture->profile));
  GDate today;

  g_assert_cmpuint (g_date_get_day (date), ==, day);
  g_assert_cmpuint (g_date_get_month (date), ==, month);
  coach_app_context_get_today (fixture->context, &today);
  g_assert_cmpint (g_date_compare (&today, date), ==, 0);
}

static void
test_day (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  g_test_summary ("From the beginning there are a decision and a day");
  g_assert_nonnull (coach_app_context_get_decision (fixture->context));
  g_assert_false (coach_screening_decision_is_complete (
      coach_app_context_get_decision (fixture->context)));
  g_assert_cmpint (coach_app_context_get_trend (fixture->context), ==,
                   COACH_TREND_NOT_ENOUGH_DATA);
  g_assert_cmpint (g_date_time_get_hour (now), ==, 12);
  assert_day (fixture, 5, 3);
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  user_data)
{
  CoachScreeningRecord *record = coach_profile_get_screening (fixture->profile);
  CoachScreeningAnswer yes = { .answer = COACH_ANSWER_YES };
  CoachPain pain = { .scores = { 8 } };
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  g_test_summary ("An answer and a check-in change the day at once");
  coach_app_context_get_today (fixture->context, &yes.answered);
  coach_screening_record_set (record, "saddle", &yes);
  g_assert_cmpint (
      coach_screening_decision_get_outcome (coach_app_context_get_decision (fixture->context)),
      ==, COACH_SCREENING_EMERGENCY);
  g_assert_true (coach_day_is_blocked (coach_profile_get_day (fixture->profile)));
  coach_screening_record_set (record, "saddle", NULL);
  g_assert_false (coach_day_is_blocked (coach_profile_get_day (fixture->profile)));

  g_assert_cmpint (coach_day_get_colour (coach_profile_get_day (fixture->profile)), ==,
                   COACH_PAIN_GREEN);
  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), now, &pain);
  g_assert_cmpint (coach_day_get_colour (coach_profile_get_day (fixture->profile)), ==,
                   COACH_PAIN_RED);
}

static void
test_midnight (Fixture       *fixture,
               gconstpointer  user_data)
{
  CoachPain pain = { .scores = { 8 } };
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  g_test_summary ("At midnight another day begins, and the program looks once a day");
  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), now, &pain);
  fixture->n_refreshed = 0;
  coach_manual_clock_advance (fixture->clock, 12 * HOUR - 1);
  assert_day (fixture, 5, 3);
  g_assert_cmpuint (fixture->n_refreshed, ==, 0);
  coach_manual_clock_advance (fixture->clock, 1);
  assert_day (fixture, 6, 3);
  g_assert_cmpint (coach_day_get_colour (coach_profile_get_day (fixture->profile)), ==,
                   COACH_PAIN_GREEN);
  coach_manual_clock_advance (fixture->clock, 10 * 24 * HOUR);
  assert_day (fixture, 16, 3);
  g_assert_cmpuint (fixture->n_refreshed, ==, 11);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, 1);
}

static void
test_sleep (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("A machine that slept over midnight wakes up to another day");
  coach_manual_clock_suspend (fixture->clock, 20 * HOUR);
  assert_day (fixture, 6, 3);
  coach_manual_clock_advance (fixture->clock, 16 * HOUR);
  assert_day (fixture, 7, 3);
}

static void
test_clock_set (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_test_summary ("Clocks that are set, zones, and changes of the clock do not lose a midnight");
  set_local_time (fixture, "2024-03-01T12:00:00", "Europe/Berlin");
  assert_day (fixture, 1, 3);
  set_local_time (fixture, "2024-03-01T23:00:00", "Asia/Tokyo");
  coach_manual_clock_advance (fixture->clock, HOUR);
  assert_day (fixture, 2, 3);

  set_local_time (fixture, "2024-03-30T23:30:00", "Europe/Berlin");
  coach_manual_clock_advance (fixture->clock, HOUR);
  assert_day (fixture, 31, 3);
  coach_manual_clock_advance (fixture->clock, 22 * HOUR);
  assert_day (fixture, 31, 3);
  coach_manual_clock_advance (fixture->clock, HOUR);
  assert_day (fixture, 1, 4);

  set_local_time (fixture, "2024-10-27T00:30:00", "Europe/Berlin");
  coach_manual_clock_advance (fixture->clock, 24 * HOUR);
  assert_day (fixture, 27, 10);
  coach_manual_clock_advance (fixture->clock, HOUR);
  assert_day (fixture, 28, 10);

  /* Midnight itself was left out there on this day. */
  set_local_time (fixture, "2018-11-03T23:30:00", "America/Sao_Paulo");
  coach_manual_clock_advance (fixture->clock, HOUR);
  assert_day (fixture, 4, 11);
}

static void
add_checkin (Fixture    *fixture,
             const char *when,
             guint8      score)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (when, NULL);
  CoachPain pain = { .scores = { score } };

  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), time, &pain);
}

static void
test_flare (Fixture       *fixture,
            gconstpointer  user_data)
{
  GDate since;

  g_test_summary ("Flare-up mode ends by itself after two better days, and that is told once");
  g_date_clear (&since, 1);
  g_date_set_dmy (&since, 3, G_DATE_MARCH, 2024);
  add_checkin (fixture, "2024-03-03T09:00:00+01:00", 7);
  coach_profile_set_flare_since (fixture->profile, &since);
  g_assert_true (coach_day_is_flare (coach_profile_get_day (fixture->profile)));
  add_checkin (fixture, "2024-03-04T09:00:00+01:00", 5);
  g_assert_nonnull (coach_profile_get_flare_since (fixture->profile));
  add_checkin (fixture, "2024-03-05T09:00:00+01:00", 3);
  g_assert_null (coach_profile_get_flare_since (fixture->profile));
  g_assert_false (coach_day_is_flare (coach_profile_get_day (fixture->profile)));
  g_assert_cmpuint (fixture->n_flares_ended, ==, 1);
  coach_app_context_refresh (fixture->context);
  g_assert_cmpuint (fixture->n_flares_ended, ==, 1);
}

static void
test_filled (Fixture       *fixture,
             gconstpointer  user_data)
{
  GSettings *settings = coach_app_context_get_settings (fixture->context);
  g_autofree char *text = NULL;

  g_test_summary ("Texts say whom to call where the person is");
  g_settings_set_string (settings, "help-region", "GB");
  text = coach_app_context_dup_filled (fixture->context, "Call {emergency}.");
  g_assert_cmpstr (text, ==, "Call 999.");
  g_settings_reset (settings, "help-region");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/app/context/day", test_day);
  ADD ("/app/context/changes", test_changes);
  ADD ("/app/context/midnight", test_midnight);
  ADD ("/app/context/sleep", test_sleep);
  ADD ("/app/context/clock-set", test_clock_set);
  ADD ("/app/context/flare", test_flare);
  ADD ("/app/context/filled", test_filled);

  return g_test_run ();
}
