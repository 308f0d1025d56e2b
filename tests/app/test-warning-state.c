/* What is said after warning signs. */
#define G_SETTINGS_ENABLE_BACKEND /* for a backend that forgets */
#include <gio/gio.h>
#include <gio/gsettingsbackend.h>

#include "coach-manual-clock.h"
#include "coach-warning-state.h"

typedef struct
{
  CoachProfile     *profile;
  CoachManualClock *clock;
  CoachAppContext  *context;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *catalog_dir = g_getenv ("LOWTIDE_CATALOG_DIR");
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new (catalog_dir, g_getenv ("LOWTIDE_MEDIA_DIR"),
                                                     data_dir);
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (catalog_dir, &error);
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings = NULL;

  g_assert_no_error (error);
  settings = g_settings_new_with_backend ("org.lowtide.Lowtide", backend);
  g_settings_set_string (settings, "help-region", "GB");
  fixture->profile = coach_profile_new ();
  fixture->clock = coach_manual_clock_new ();
  fixture->context = coach_app_context_new (catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
}

static void
say (Fixture     *fixture,
     const char  *id,
     CoachAnswer  answer,
     int          days_ago)
{
  CoachScreeningAnswer given = { .answer = answer };

  coach_app_context_get_today (fixture->context, &given.answered);
  g_date_subtract_days (&given.answered, (guint) days_ago);
  given.first_yes = given.answered;
  g_date_clear (&given.date, 1);
  coach_screening_record_set (coach_profile_get_screening (fixture->profile), id, &given);
}

static const struct
{
  const char *yes[3];
  const char *title;
  const char *number;
  const char *notice;
  gboolean    can_clear;
} rows[] = {
  { { "saddle" }, "Get emergency help now", "999",
    "Get emergency help now. Exercises are off until then.", TRUE },
  { { "fever" }, "Phone a doctor or NHS 111 today", "NHS 111",
    "Phone a doctor or NHS 111 today. Exercises are off until then.", TRUE },
  { { "fever", "saddle" }, "Get emergency help now", "999",
    "Get emergency help now. Exercises are off until then.", TRUE },
  { { "unwell", "night-pain" }, "Phone a doctor or NHS 111 today", "NHS 111",
    "Phone a doctor or NHS 111 today. Exercises are off until then.", TRUE },
  { { "told-not-to" }, "Exercises are off for now", NULL,
    "Exercises are off for now, because of what you answered.", TRUE },
  { { "under-16" }, "Exercises are off for now", NULL,
    "Exercises are off for now, because of what you answered.", FALSE },
  { { "bleeding" }, "Worth telling a doctor or physiotherapist", NULL,
    "1 of your answers is worth telling a doctor or physiotherapist.", FALSE },
  { { "bleeding", "six-weeks" }, "Worth telling a doctor or physiotherapist", NULL,
    "2 of your answers are worth telling a doctor or physiotherapist.", FALSE },
  { { NULL }, "No warning signs", NULL, NULL, FALSE },
};

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_test_summary ("First what to do, then why, then whom to call, in the words of the outcome");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CoachScreeningRecord) none = coach_screening_record_new ();
      g_autoptr (CoachWarningState) state = NULL;
      g_autofree char *notice = NULL;

      coach_screening_record_copy_from (coach_profile_get_screening (fixture->profile), none);
      for (guint j = 0; rows[i].yes[j] != NULL; j++)
        say (fixture, rows[i].yes[j], COACH_ANSWER_YES, 0);
      state = coach_warning_state_new (fixture->context);
      notice = coach_warning_state_dup_notice (state);
      g_assert_cmpstr (state->title, ==, rows[i].title);
      g_assert_nonnull (state->why);
      g_assert_cmpstr (state->number, ==, rows[i].number);
      g_assert_cmpstr (notice, ==, rows[i].notice);
      g_assert_cmpint (state->take_along != NULL, ==, g_strcmp0 (rows[i].number, "999") == 0);
      g_assert_cmpint (state->can_clear, ==, rows[i].can_clear);
      g_assert_null (strchr (state->summary, '{'));
    }
}

static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CoachWarningState) state = NULL;
  const CoachWarningItem *saddle;
  const CoachWarningItem *bladder;

  g_test_summary ("The summary says what was noticed and when; advice is not repeated");
  say (fixture, "saddle", COACH_ANSWER_YES, 2);
  say (fixture, "bladder", COACH_ANSWER_NOT_SURE, 0);
  state = coach_warning_state_new (fixture->context);
  g_assert_cmpuint (state->items->len, ==, 2);
  saddle = g_ptr_array_index (state->items, 0);
  bladder = g_ptr_array_index (state->items, 1);
  g_assert_true (g_str_has_prefix (saddle->answer, "Yes, first said on "));
  g_assert_true (g_str_has_prefix (bladder->answer, "Not sure, said on "));
  g_assert_nonnull (strstr (saddle->advice, "999"));
  g_assert_null (bladder->advice);
  g_assert_nonnull (strstr (state->summary, saddle->question));
  g_assert_nonnull (strstr (state->summary, bladder->question));
  g_assert_nonnull (strstr (state->summary, "999"));
}

static void
test_answer_again (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CoachWarningState) today = NULL;
  g_autoptr (CoachWarningState) later = NULL;

  g_test_summary ("Fever may be answered with no on another day, and it is said so until then");
  say (fixture, "fever", COACH_ANSWER_YES, 0);
  today = coach_warning_state_new (fixture->context);
  g_assert_false (today->can_answer_again);
  g_assert_nonnull (today->again);
  say (fixture, "fever", COACH_ANSWER_YES, 1);
  later = coach_warning_state_new (fixture->context);
  g_assert_true (later->can_answer_again);
  g_assert_null (later->again);
}

static void
test_cleared (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CoachWarningState) state = NULL;
  g_autofree char *notice = NULL;
  GDate today;

  g_test_summary ("After a clinician's word there is nothing to say on every page");
  say (fixture, "saddle", COACH_ANSWER_YES, 0);
  coach_app_context_get_today (fixture->context, &today);
  coach_screening_record_set_cleared (coach_profile_get_screening (fixture->profile), &today);
  state = coach_warning_state_new (fixture->context);
  notice = coach_warning_state_dup_notice (state);
  g_assert_false (state->is_blocked);
  g_assert_null (state->number);
  g_assert_null (notice);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/app/warning-state/words", test_words);
  ADD ("/app/warning-state/summary", test_summary);
  ADD ("/app/warning-state/answer-again", test_answer_again);
  ADD ("/app/warning-state/cleared", test_cleared);

  return g_test_run ();
}
