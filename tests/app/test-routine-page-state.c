/* What the page of a routine and the screen before a session say of it to somebody. */
#include <glib.h>
#include <string.h>

#include "coach-before-start-state.h"
#include "coach-manual-clock.h"
#include "coach-routine-page-state.h"

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachProfile     *profile; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachAppContext  *context; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->profile = coach_profile_new ();
  fixture->clock = coach_manual_clock_new ();
  fixture->context = coach_app_context_new (fixture->catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->catalog);
}

static CoachRoutine *
find (Fixture    *fixture,
      const char *id)
{
  return coach_catalog_lookup_routine (fixture->catalog, id);
}

/* A check-in is what the day goes by from then on. */
static void
check_in (Fixture *fixture,
          guint    score)
{
  CoachPain pain = { .scores = { [COACH_ZONE_CALF_LEFT] = (guint8) score } };
  g_autoptr (GDateTime) now = NULL;

  coach_manual_clock_advance (fixture->clock, G_TIME_SPAN_MINUTE);
  now = coach_app_context_dup_now (fixture->context);
  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), now, &pain);
}

static void
test_page (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct
  {
    const char *routine;
    const char *condition; /* (nullable) */
    guint       score;
    const char *title;
    const char *notice;    /* (nullable): a part of it */
    const char *meta;
  } rows[] = {
    { "hip-strength", NULL, 0, "For you today", NULL, "16 min · mat, cushion, chair · medium" },
    { "hip-strength", NULL, 5, "For you today",
      "2 moves give way to gentler ones. It is half a dose", "min" },
    { "desk-break-2", NULL, 5, "For you today", "It is half a dose", "1 min" },
    { "foam-roll-piriformis", "blood-thinners", 0, "For you today",
      "4 moves are replaced.", "min" },
    { "hip-strength", NULL, 8, "Not today", "Today is for rest", "min" },
  };

  g_test_summary ("The page says what is different for the person, or why it cannot be started");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *conditions[] = { rows[i].condition, NULL };
      g_autoptr (CoachRoutinePageState) state = NULL;

      coach_profile_set_conditions (fixture->profile, conditions);
      check_in (fixture, rows[i].score);
      state = coach_routine_page_state_new (fixture->context, find (fixture, rows[i].routine));
      g_assert_cmpstr (state->notice_title, ==, rows[i].title);
      g_assert_cmpint (state->notice != NULL, ==, rows[i].notice != NULL);
      if (rows[i].notice != NULL)
        g_assert_nonnull (strstr (state->notice, rows[i].notice));
      g_assert_nonnull (strstr (state->meta, rows[i].meta));
      g_assert_cmpint (state->can_start, ==, rows[i].score < 7);
      g_assert_null (state->stand_in);
    }
}

/* Walking comes twice, and what is replaced has no dose. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char * const usual[] = { "60 s", "40 s each side", "40 s each side", "40 s each side",
                                        "40 s each side", "30 s each side", "60 s" };
  static const char * const thin[] = { "60 s",
                                       "“Lying figure four” takes its place in this session.",
                                       "“Clamshell” takes its place in this session.",
                                       "“Side leg lift, standing” takes its place in this session.",
                                       "“Calf raise” takes its place in this session.",
                                       "30 s each side", "60 s" };
  CoachRoutine *routine = find (fixture, "foam-roll-piriformis");
  g_autoptr (CoachRoutinePageState) state = coach_routine_page_state_new (fixture->context, routine);

  g_test_summary ("Each step says how much of it is done today, or what becomes of it");
  g_assert_cmpuint (state->lines->len, ==, G_N_ELEMENTS (usual));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_assert_cmpstr (g_ptr_array_index (state->lines, i), ==, usual[i]);
  g_clear_pointer (&state, coach_routine_page_state_free);

  coach_profile_set_condition (fixture->profile, "blood-thinners", TRUE);
  state = coach_routine_page_state_new (fixture->context, routine);
  for (guint i = 0; i < G_N_ELEMENTS (thin); i++)
    g_assert_cmpstr (g_ptr_array_index (state->lines, i), ==, thin[i]);
  g_clear_pointer (&state, coach_routine_page_state_free);

  check_in (fixture, 5);
  state = coach_routine_page_state_new (fixture->context, find (fixture, "desk-break-2"));
  g_assert_cmpstr (g_ptr_array_index (state->lines, 2), ==, "15 s");
}

/* Nothing of the routine, and nothing that could take its place, is left. */
static void
forbid (Fixture    *fixture,
        const char *id)
{
  CoachRoutine *routine = find (fixture, id);

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      CoachMove *move = COACH_MOVE (coach_routine_get_step (routine, i)->movement);
      const char * const *instead = coach_move_get_instead (move);

      coach_profile_set_move_order (fixture->profile, coach_move_get_id (move),
                                    COACH_ORDER_FORBIDDEN);
      for (guint j = 0; instead[j] != NULL; j++)
        coach_profile_set_move_order (fixture->profile, instead[j], COACH_ORDER_FORBIDDEN);
    }
}

static void
test_stand_in (Fixture       *fixture,
               gconstpointer  user_data)
{
  CoachRoutine *routine = find (fixture, "extension-relief");
  g_autoptr (CoachRoutinePageState) page = NULL;
  g_autoptr (CoachBeforeStartState) before = NULL;

  g_test_summary ("Where too much is lost, both screens offer the same routine in its place");
  forbid (fixture, "extension-relief");
  page = coach_routine_page_state_new (fixture->context, routine);
  before = coach_before_start_state_new (fixture->context, routine);
  g_assert_false (page->can_start);
  g_assert_false (before->has_plan);
  g_assert_cmpstr (page->notice_title, ==, "Not this one for now");
  g_assert_nonnull (page->stand_in);
  g_assert_true (before->stand_in == page->stand_in);
  g_assert_cmpint (before->refusal, ==, COACH_SESSION_ERROR_NOTHING_SAFE);
}

static const CoachConcern *
get_concern (CoachBeforeStartState *state,
             guint                  index)
{
  return g_ptr_array_index (state->concerns, index);
}

static void
test_concerns (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (CoachBeforeStartState) state = NULL;

  g_test_summary ("A caution is a choice; what the day eases and what is avoided is none");
  state = coach_before_start_state_new (fixture->context, find (fixture, "piriformis-essentials"));
  g_assert_cmpuint (state->concerns->len, >=, 1);
  g_assert_true (get_concern (state, 0)->can_choose);
  g_assert_nonnull (get_concern (state, 0)->instead);
  g_clear_pointer (&state, coach_before_start_state_free);

  check_in (fixture, 5);
  state = coach_before_start_state_new (fixture->context, find (fixture, "hip-strength"));
  g_assert_cmpuint (state->concerns->len, ==, 2);
  for (guint i = 0; i < state->concerns->len; i++)
    {
      g_assert_true (get_concern (state, i)->is_eased);
      g_assert_false (get_concern (state, i)->can_choose);
      g_assert_nonnull (get_concern (state, i)->instead);
    }
  g_clear_pointer (&state, coach_before_start_state_free);

  check_in (fixture, 0);
  coach_profile_set_condition (fixture->profile, "blood-thinners", TRUE);
  state = coach_before_start_state_new (fixture->context, find (fixture, "foam-roll-piriformis"));
  g_assert_cmpuint (state->concerns->len, ==, 4);
  g_assert_false (get_concern (state, 0)->can_choose || get_concern (state, 0)->is_eased);
}

static void
test_half_dose (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (CoachBeforeStartState) state = NULL;

  g_test_summary ("The screen before a session says that it is half a dose, or that there is none");
  check_in (fixture, 6);
  state = coach_before_start_state_new (fixture->context, find (fixture, "desk-break-2"));
  g_assert_true (state->has_plan && state->is_half_dose);
  g_clear_pointer (&state, coach_before_start_state_free);
  check_in (fixture, 7);
  state = coach_before_start_state_new (fixture->context, find (fixture, "desk-break-2"));
  g_assert_false (state->has_plan);
  g_assert_cmpint (state->refusal, ==, COACH_SESSION_ERROR_RESTING);
  g_assert_null (state->stand_in);
}

#define add(path, function) \
  g_test_add ("/app/routine-page-state/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("page", test_page);
  add ("lines", test_lines);
  add ("stand-in", test_stand_in);
  add ("concerns", test_concerns);
  add ("half-dose", test_half_dose);

  return g_test_run ();
}
