/* What the Today page says on each kind of day, and what it lists to leave out. */
#include <glib.h>
#include <string.h>

#include "coach-today-page-state.h"

typedef struct
{
  CoachCatalog *catalog; /* (owned) */
  CoachProfile *profile; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->profile = coach_profile_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_unref (fixture->profile);
  g_object_unref (fixture->catalog);
}

/* A day with a check-in, of recovery, of a trend. */
typedef struct
{
  guint      score;
  gboolean   is_rest_day;
  CoachTrend trend;
} Sketch;

static void
set_day (Fixture      *fixture,
         const Sketch *sketch)
{
  GDate today;
  CoachRecovery recovery = { .is_rest_day = sketch->is_rest_day };
  CoachPain pain = { .scores = { [COACH_ZONE_THIGH_RIGHT] = (guint8) sketch->score } };
  CoachDayFacts facts = { .catalog = fixture->catalog, .today = &today, .recovery = &recovery,
                          .trend = sketch->trend,
                          .pain = sketch->score > 0 ? &pain : NULL };
  g_autoptr (CoachDay) day = NULL;

  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  day = coach_day_new (&facts);
  coach_profile_set_day (fixture->profile, day);
}

static CoachTodayPageState *
make_state (Fixture    *fixture,
            CoachTrend  trend,
            int         hour)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, hour, 30, 0);
  CoachChoiceFacts facts = { .catalog = fixture->catalog, .profile = fixture->profile,
                             .trend = trend, .now = now };

  return coach_today_page_state_from (&facts);
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const struct
  {
    Sketch           day;
    CoachChoiceKind  kind;
    const char      *pill;
    const char      *title;
    gboolean         has_positions;
  } rows[] = {
    { { .trend = COACH_TREND_STEADY }, COACH_CHOICE_ROUTINE, "Recommended today",
      "Piriformis essentials", FALSE },
    { { .trend = COACH_TREND_STEADY, .score = 7 }, COACH_CHOICE_EASE, "Today without a session",
      "Ease comes first", TRUE },
    { { .trend = COACH_TREND_STEADY, .is_rest_day = TRUE }, COACH_CHOICE_REST,
      "Today without a session", "A rest day", TRUE },
    { { .trend = COACH_TREND_URGENT }, COACH_CHOICE_BLOCKED, "Exercises are off",
      "The warning signs come first", FALSE },
  };

  g_test_summary ("Each kind of day has its card, and those for rest have positions of ease");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CoachTodayPageState) state = NULL;

      set_day (fixture, &rows[i].day);
      state = make_state (fixture, rows[i].day.trend, 15);
      g_assert_cmpint (state->kind, ==, rows[i].kind);
      g_assert_cmpstr (state->pill, ==, rows[i].pill);
      g_assert_cmpstr (state->title, ==, rows[i].title);
      g_assert_cmpint (state->positions->len > 0, ==, rows[i].has_positions);
      g_assert_cmpint (state->routine != NULL, ==, rows[i].kind == COACH_CHOICE_ROUTINE);
      g_assert_cmpint (state->meta != NULL, ==, state->routine != NULL);
      g_assert_true (g_str_has_suffix (state->reason, "."));
    }
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char * const nothing[] = { NULL };
  g_autoptr (CoachTodayPageState) state = NULL;

  g_test_summary ("Who has nothing to hand is told that, and not that they must rest");
  coach_profile_set_equipment (fixture->profile, nothing);
  state = make_state (fixture, COACH_TREND_STEADY, 15);
  g_assert_cmpint (state->kind, ==, COACH_CHOICE_NOTHING);
  g_assert_cmpstr (state->title, ==, "No routine for now");
  g_assert_nonnull (strstr (state->reason, "preferences"));
}

static void
test_half_dose (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const Sketch sore = { .trend = COACH_TREND_STEADY, .score = 5 };
  static const char * const equipment[] = { "mat", "cushion", "chair", NULL };
  g_autoptr (CoachTodayPageState) state = NULL;

  g_test_summary ("Half a dose is said, takes less time, and gentler moves are told");
  coach_profile_set_equipment (fixture->profile, equipment);
  set_day (fixture, &sore);
  state = make_state (fixture, COACH_TREND_STEADY, 8);
  g_assert_cmpstr (state->title, ==, "Morning loosen-up");
  g_assert_true (state->is_half_dose);
  g_assert_cmpstr (state->meta, ==, "3 min · mat, cushion, chair · gentle");
  g_assert_cmpstr (state->changes, ==, "2 moves give way to gentler ones.");
}

static void
bench (Fixture    *fixture,
       const char *move,
       GDateDay    until)
{
  GDate since, end;

  g_date_set_dmy (&since, 10, G_DATE_NOVEMBER, 2026);
  g_date_clear (&end, 1);
  if (until > 0)
    g_date_set_dmy (&end, until, G_DATE_NOVEMBER, 2026);
  coach_profile_bench (fixture->profile, move, &since, until > 0 ? &end : NULL);
}

static const CoachLeftOut *
get_left_out (CoachTodayPageState *state,
              guint                index)
{
  return g_ptr_array_index (state->left_out, index);
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (CoachTodayPageState) state = NULL;
  gboolean seen_own = FALSE;

  g_test_summary ("First what hurt, with its end; then what people meet most; then their own");
  coach_profile_set_condition (fixture->profile, "hip-replacement", TRUE);
  bench (fixture, "bridge", 29);
  bench (fixture, "clamshell", 0);
  bench (fixture, "bird-dog", 21);
  state = make_state (fixture, COACH_TREND_STEADY, 12);
  g_assert_cmpstr (get_left_out (state, 0)->label, ==, "Bridge · until 29 November");
  g_assert_cmpstr (get_left_out (state, 1)->label, ==, "Clamshell");
  for (guint i = 2; i < state->left_out->len; i++)
    {
      CoachMove *move = get_left_out (state, i)->move;

      g_assert_cmpint (coach_safety_get_level (fixture->catalog, fixture->profile, move), ==,
                       COACH_VERDICT_AVOID);
      g_assert_cmpstr (coach_move_get_id (move), !=, "bridge");
      seen_own |= COACH_IS_MOVEMENT (move);
      if (i < 7)
        g_assert_true (coach_avoid_entry_is_common (COACH_AVOID_ENTRY (move)));
    }
  g_assert_true (seen_own);
  g_assert_cmpuint (state->left_out->len, >, 27);
}

static void
test_greeting (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const struct
  {
    int         hour;
    const char *greeting;
  } hours[] = { { 0, "Good evening" },    { 4, "Good morning" },    { 11, "Good morning" },
                { 12, "Good afternoon" }, { 17, "Good afternoon" }, { 18, "Good evening" } };

  g_test_summary ("The greeting goes by the hour");
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr (CoachTodayPageState) state = make_state (fixture, COACH_TREND_STEADY,
                                                          hours[i].hour);

      g_assert_cmpstr (coach_today_page_state_get_greeting (state), ==, hours[i].greeting);
    }
}

#define add(path, function) \
  g_test_add ("/app/today-page-state/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("kinds", test_kinds);
  add ("nothing", test_nothing);
  add ("half-dose", test_half_dose);
  add ("left-out", test_left_out);
  add ("greeting", test_greeting);

  return g_test_run ();
}
