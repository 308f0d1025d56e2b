/* What a day does to a plan: doses, rests, gentler variants, and days without a session. */
#include "config.h"

#include <string.h>

#include "coach-plan-private.h"
#include "day-fixture.h"
#include "session-fixture.h"

static CoachCatalog *catalog;

static CoachPlan *
make_plan (CoachProfile    *profile,
           const DaySketch *sketch,
           const char      *routine)
{
  g_autoptr (GError) error = NULL;
  CoachPlan *plan;

  day_fixture_set_day (catalog, profile, sketch);
  plan = coach_plan_new (coach_catalog_lookup_routine (catalog, routine), catalog, profile, NULL,
                         &error);
  g_assert_no_error (error);
  return plan;
}

static char *
describe_doses (CoachPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);
      const CoachDose *dose = &step->dose;

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                              session_fixture_get_id (step->movement), dose->seconds);
      if (dose->kind == COACH_DOSE_REPS)
        g_string_append_printf (text, "*%u", dose->reps);
      if (dose->sets > 1)
        g_string_append_printf (text, " x%u/%u", dose->sets, dose->rest_s);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_doses (void)
{
  static const struct
  {
    const char *routine;
    DaySketch   day;
    const char *doses;
  } cases[] = {
    { "steady-bones", { .trend = COACH_TREND_STEADY },
      "walk-in-place 60, sit-to-stand 5*8 x2/30, standing-hip-abduction 4*10 x2/20, "
      "calf-raise 3*10 x2/20, glute-squeeze 6*10, bridge 5*8 x2/30" },
    { "steady-bones", { .trend = COACH_TREND_STEADY, .is_half_dose = TRUE },
      "walk-in-place 30, sit-to-stand 5*4 x2/30, standing-hip-abduction 4*5 x2/20, "
      "calf-raise 3*5 x2/20, glute-squeeze 6*5, bridge 5*4 x2/30" },
    { "desk-break-2", { .trend = COACH_TREND_STEADY, .is_half_dose = TRUE },
      "seated-pelvic-rock 4*5, figure-four-seated 8, walk-in-place 15" },
  };

  g_test_summary ("Half a dose has half the repeats, half the hold, rounded up, and the same rests");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachPlan) plan = make_plan (profile, &cases[i].day, cases[i].routine);
      g_autofree char *doses = describe_doses (plan);

      g_assert_cmpstr (doses, ==, cases[i].doses);
      g_assert_cmpint (coach_plan_is_half_dose (plan), ==, cases[i].day.is_half_dose);
    }
}

/* The rests of a plan are in its phases, and nowhere but between sets. */
static void
test_rests_in_a_flare (void)
{
  const guint factor
      = coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog))->flare_rest_factor;
  DaySketch flare = { .trend = COACH_TREND_STEADY, .is_flare = TRUE };
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = make_plan (profile, &flare, "new-hip-friendly");
  guint n_rests = 0;

  g_test_summary ("In a flare the rests between sets are longer, and no others come in");
  g_assert_cmpuint (factor, >, 1);
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);
      const CoachPlanStep *step;

      if (phase->kind != COACH_PHASE_REST)
        continue;
      n_rests++;
      step = coach_plan_get_step (plan, phase->step);
      g_assert_cmpuint (phase->set, <, step->dose.sets);
      g_assert_cmpuint (phase->length_s, ==,
                        coach_movement_get_dose (step->movement)->rest_s * factor);
    }
  g_assert_cmpuint (n_rests, >, 0);
}

/* Each change as "movement=became:cause". */
static char *
describe_changes (CoachPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < coach_plan_get_n_changes (plan); i++)
    {
      const CoachPlanChange *change = coach_plan_get_change (plan, i);

      g_string_append_printf (text, "%s%s=%s:%s", i > 0 ? " " : "",
                              session_fixture_get_id (change->movement),
                              change->became != NULL ? session_fixture_get_id (change->became) : "",
                              coach_plan_cause_get_id (change->cause));
      g_assert_true (g_str_has_suffix (change->because, "."));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  const char *routine;
  const char *conditions; /* separated by blanks */
  DaySketch   day;
  const char *benched;    /* (nullable) */
  const char *never;      /* (nullable) */
  const char *changes;
} ChangeCase;

static const ChangeCase change_cases[] = {
  { "hip-strength", "", { .trend = COACH_TREND_STEADY }, NULL, NULL, "" },
  { "hip-strength", "", { .trend = COACH_TREND_STEADY, .is_easier = TRUE }, NULL, NULL,
    "bridge=glute-squeeze:eased bird-dog=heel-tap:eased" },
  { "hip-strength", "", { .trend = COACH_TREND_STEADY }, "bridge", NULL,
    "bridge=glute-squeeze:benched" },
  { "hip-strength", "", { .trend = COACH_TREND_STEADY }, NULL, "clamshell",
    "clamshell=standing-hip-abduction:order" },
  { "hip-strength", "", { .trend = COACH_TREND_STEADY }, "glute-squeeze", "bridge",
    "bridge=clamshell:order" },
  { "nerve-calm", "", { .trend = COACH_TREND_SPREADING }, NULL, NULL,
    "nerve-slider-supine=walk-in-place:day" },
  { "foam-roll-piriformis", "blood-thinners", { .trend = COACH_TREND_STEADY }, NULL, NULL,
    "roll-piriformis-side=figure-four-supine:rules roll-gluteus-medius=clamshell:rules "
    "roll-outer-thigh=standing-hip-abduction:rules roll-calf=calf-raise:rules" },
};

static void
bench (CoachProfile *profile,
       const char   *move)
{
  GDate since, until;

  g_date_set_dmy (&since, 27, G_DATE_NOVEMBER, 2026);
  g_date_set_dmy (&until, 4, G_DATE_DECEMBER, 2026);
  coach_profile_bench (profile, move, &since, &until);
}

static void
test_changes (void)
{
  g_test_summary ("Each change says what made it");
  for (guint i = 0; i < G_N_ELEMENTS (change_cases); i++)
    {
      const ChangeCase *row = &change_cases[i];
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_auto (GStrv) conditions = g_strsplit (row->conditions, " ", -1);
      g_autoptr (CoachPlan) plan = NULL;
      g_autofree char *changes = NULL;

      if (*row->conditions != '\0')
        coach_profile_set_conditions (profile, (const char * const *) conditions);
      if (row->benched != NULL)
        bench (profile, row->benched);
      if (row->never != NULL)
        coach_profile_set_move_order (profile, row->never, COACH_ORDER_NEVER);
      plan = make_plan (profile, &row->day, row->routine);
      changes = describe_changes (plan);
      g_assert_cmpstr (changes, ==, row->changes);
    }
}

static void
test_days_without_a_session (void)
{
  static const struct
  {
    DaySketch         day;
    CoachSessionError error;
  } cases[] = {
    { { .trend = COACH_TREND_URGENT }, COACH_SESSION_ERROR_BLOCKED },
    { { .trend = COACH_TREND_STEADY, .is_rest_day = TRUE }, COACH_SESSION_ERROR_RESTING },
    { { .trend = COACH_TREND_STEADY, .score = 7 }, COACH_SESSION_ERROR_RESTING },
    { { .trend = COACH_TREND_URGENT, .score = 9, .is_rest_day = TRUE },
      COACH_SESSION_ERROR_BLOCKED },
  };

  g_test_summary ("On a blocked day, a day of rest and with strong pain there is no plan");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (GError) error = NULL;

      day_fixture_set_day (catalog, profile, &cases[i].day);
      g_assert_null (coach_plan_new (coach_catalog_lookup_routine (catalog, "desk-break-2"),
                                     catalog, profile, NULL, &error));
      g_assert_error (error, COACH_SESSION_ERROR, (int) cases[i].error);
      g_assert_nonnull (strstr (error->message, "desk-break-2: "));
    }
}

/* Of four steps, two may be left out and three may not. */
static void
test_too_much_lost (void)
{
  static const char * const forbidden[] = { "rest-legs-on-chair", "side-lying-rest",
                                            "belly-breathing",    "prone-lying",
                                            "walk-in-place",      "calf-raise",
                                            "seated-pelvic-rock", NULL };
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A routine that loses more than half is not planned");
  routine = session_fixture_read_routine (catalog, "fixed", "rest-legs-on-chair", "belly-breathing",
                                          "clamshell", "walk-in-place", NULL);
  for (guint i = 0; forbidden[i] != NULL; i++)
    {
      g_clear_object (&plan);
      plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
      g_assert_nonnull (plan);
      coach_profile_set_move_order (profile, forbidden[i], COACH_ORDER_FORBIDDEN);
    }
  g_clear_object (&plan);
  plan = coach_plan_new (routine, catalog, profile, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_TOO_MUCH_LOST);
}

/* A substitute is not what sends somebody to the floor, or to the shop. */
static void
test_reach (void)
{
  static const char * const chair[] = { "chair", NULL };
  static const struct
  {
    CoachPlace          place;
    const char * const *equipment; /* (nullable) */
    const char         *changes;
  } cases[] = {
    { COACH_PLACE_FLOOR, NULL, "figure-four-seated=figure-four-supine:order" },
    { COACH_PLACE_CHAIR, NULL, "figure-four-seated=seated-cross-leg-lean:order" },
    { COACH_PLACE_FLOOR, chair, "figure-four-seated=seated-cross-leg-lean:order" },
  };
  DaySketch usual = { .trend = COACH_TREND_STEADY };

  g_test_summary ("A substitute needs neither a floor nor things that are not there");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachPlan) plan = NULL;
      g_autofree char *changes = NULL;

      coach_profile_set_place (profile, cases[i].place);
      coach_profile_set_equipment (profile, cases[i].equipment);
      coach_profile_set_move_order (profile, "figure-four-seated", COACH_ORDER_NEVER);
      plan = make_plan (profile, &usual, "desk-break-2");
      changes = describe_changes (plan);
      g_assert_cmpstr (changes, ==, cases[i].changes);
    }
}

static void
test_cap (void)
{
  static const struct
  {
    CoachDose own, asked, capped;
  } cases[] = {
    { { COACH_DOSE_HOLD, 30, 0, 2, 10 }, { COACH_DOSE_HOLD, 15, 0, 1, 0 },
      { COACH_DOSE_HOLD, 15, 0, 1, 0 } },
    { { COACH_DOSE_REPS, 6, 10, 2, 30 }, { COACH_DOSE_REPS, 4, 12, 3, 20 },
      { COACH_DOSE_REPS, 6, 10, 2, 30 } },
    { { COACH_DOSE_REPS, 6, 10, 2, 30 }, { COACH_DOSE_REPS, 4, 6, 2, 20 },
      { COACH_DOSE_REPS, 6, 6, 2, 30 } },
    { { COACH_DOSE_TIME, 240, 0, 1, 0 }, { COACH_DOSE_HOLD, 30, 0, 2, 10 },
      { COACH_DOSE_TIME, 240, 0, 1, 0 } },
    { { COACH_DOSE_HOLD, 30, 0, 3, 10 }, { COACH_DOSE_REPS, 6, 10, 2, 30 },
      { COACH_DOSE_HOLD, 30, 0, 2, 10 } },
  };

  g_test_summary ("A substitute takes its own dose, and no more work than was asked for");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachDose dose = cases[i].own;

      coach_plan_cap_dose (&dose, &cases[i].asked);
      g_assert_cmpmem (&dose, sizeof dose, &cases[i].capped, sizeof dose);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/plan-day/doses", test_doses);
  g_test_add_func ("/plan-day/rests-in-a-flare", test_rests_in_a_flare);
  g_test_add_func ("/plan-day/changes", test_changes);
  g_test_add_func ("/plan-day/days-without-a-session", test_days_without_a_session);
  g_test_add_func ("/plan-day/too-much-lost", test_too_much_lost);
  g_test_add_func ("/plan-day/reach", test_reach);
  g_test_add_func ("/plan-day/cap", test_cap);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
