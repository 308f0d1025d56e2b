/* What holds for every plan, whoever it is made for: 2,000 people and days that chance made up, from
 * a fixed seed, and every routine. */
#include "config.h"

#include "day-fixture.h"
#include "session-fixture.h"

#define N_PROFILES 2000
#define SEED       20261128

static CoachCatalog *catalog;

/* More work than the routine asks for is never done, and where another movement is done, never more
 * than its own dose. */
static void
check_dose (const CoachPlanStep    *step,
            const CoachRoutineStep *asked,
            gboolean                is_half_dose)
{
  const CoachDose *own = step->instead_of == NULL ? &asked->dose
                                                  : coach_movement_get_dose (step->movement);
  guint part = is_half_dose ? 2 : 1;

  g_assert_cmpint (step->dose.kind, ==, own->kind);
  g_assert_cmpuint (step->dose.sets, <=, MIN (own->sets, asked->dose.sets));
  g_assert_cmpuint (step->dose.sets, >, 0);
  g_assert_cmpuint (coach_dose_get_set_seconds (&step->dose), >, 0);
  if (own->kind == COACH_DOSE_REPS)
    {
      g_assert_cmpuint (step->dose.seconds, ==, own->seconds);
      g_assert_cmpuint (step->dose.reps, <=, (own->reps + part - 1) / part);
    }
  else
    g_assert_cmpuint (step->dose.seconds, <=, (own->seconds + part - 1) / part);
  if (own->kind == asked->dose.kind)
    g_assert_cmpuint (MAX (step->dose.reps, 1), <=, MAX (asked->dose.reps, 1));
}

/* Walks the routine and the plan side by side: what is not the same is told, and nothing else. */
static void
check_changes (CoachPlan *plan)
{
  CoachRoutine *routine = coach_plan_get_routine (plan);
  guint change_index = 0, step_index = 0;

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      const CoachRoutineStep *asked = coach_routine_get_step (routine, i);
      const CoachPlanChange *change = NULL;
      const CoachPlanStep *step = NULL;

      if (change_index < coach_plan_get_n_changes (plan))
        change = coach_plan_get_change (plan, change_index);
      if (step_index < coach_plan_get_n_steps (plan))
        step = coach_plan_get_step (plan, step_index);
      if (step != NULL && step->movement == asked->movement && step->instead_of == NULL)
        {
          check_dose (step, asked, coach_plan_is_half_dose (plan));
          step_index++;
          continue;
        }
      g_assert_nonnull (change);
      change_index++;
      g_assert_true (change->movement == asked->movement);
      g_assert_cmpstr (change->because, !=, "");
      if (change->became == NULL)
        continue;
      g_assert_true (step != NULL && step->movement == change->became);
      g_assert_true (step->instead_of == asked->movement);
      check_dose (step, asked, coach_plan_is_half_dose (plan));
      step_index++;
    }
  g_assert_cmpuint (change_index, ==, coach_plan_get_n_changes (plan));
  g_assert_cmpuint (step_index, ==, coach_plan_get_n_steps (plan));
}

static void
check_time (CoachPlan              *plan,
            const CoachPlanOutlook *outlook)
{
  guint total_s = 0;

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      g_assert_cmpuint (coach_plan_get_phase (plan, i)->start_s, ==, total_s);
      total_s += coach_plan_get_phase (plan, i)->length_s;
    }
  g_assert_cmpuint (coach_plan_get_total_s (plan), ==, total_s);
  g_assert_cmpuint (outlook->total_s, ==, total_s);
}

static void
check_plan (CoachPlan              *plan,
            CoachProfile           *profile,
            const CoachPlanOutlook *outlook)
{
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);

      g_assert_cmpint (coach_safety_get_level (catalog, profile, COACH_MOVE (step->movement)), !=,
                       COACH_VERDICT_AVOID);
      g_assert_cmpint (coach_verdict_get_level (step->verdict), !=, COACH_VERDICT_AVOID);
    }
  check_changes (plan);
  check_time (plan, outlook);
  g_assert_false (outlook->loses_too_much);
  g_assert_cmpuint (outlook->n_left_out + outlook->n_replaced + outlook->n_eased, ==,
                    coach_plan_get_n_changes (plan));
  g_assert_cmpuint (outlook->n_left_out * 2, <=, outlook->n_steps);
}

static void
check_refusal (const GError           *error,
               CoachDay               *day,
               const CoachPlanOutlook *outlook)
{
  g_assert_true (error->domain == COACH_SESSION_ERROR);
  switch ((CoachSessionError) error->code)
    {
    case COACH_SESSION_ERROR_BLOCKED:
      g_assert_true (coach_day_is_blocked (day));
      break;
    case COACH_SESSION_ERROR_RESTING:
      g_assert_true (coach_day_is_rest_day (day) || coach_day_get_colour (day) >= COACH_PAIN_RED);
      break;
    case COACH_SESSION_ERROR_NOTHING_SAFE:
      g_assert_cmpuint (outlook->n_left_out, ==, outlook->n_steps);
      break;
    case COACH_SESSION_ERROR_TOO_MUCH_LOST:
      g_assert_true (outlook->loses_too_much);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_routine (CoachRoutine *routine,
               CoachProfile *profile)
{
  CoachPlanOutlook outlook = coach_plan_outlook_from (routine, catalog, profile, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachPlan) plan = coach_plan_new (routine, catalog, profile, NULL, &error);

  if (plan != NULL)
    check_plan (plan, profile, &outlook);
  else
    check_refusal (error, coach_profile_get_day (profile), &outlook);
  return plan != NULL;
}

static void
test_random_people (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  GListModel *routines = coach_catalog_get_routines (catalog);
  guint n_plans = 0;

  g_test_summary ("No plan of anybody has a move to avoid, more work, or a change it does not tell");
  for (guint p = 0; p < N_PROFILES; p++)
    {
      g_autoptr (CoachProfile) profile = day_fixture_make_random_profile (catalog, rand);

      for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
        {
          g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);

          n_plans += check_routine (routine, profile);
        }
    }
  g_test_message ("%u plans", n_plans);
  g_assert_cmpuint (n_plans, >, N_PROFILES * 4);
}

/* A harder day never makes a plan longer in work: the same steps at half the dose, or gentler. */
static void
test_half_dose_is_no_more (void)
{
  GListModel *routines = coach_catalog_get_routines (catalog);

  g_test_summary ("Half a dose of any routine is less work and says that it is one");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      CoachPlanOutlook usual = coach_plan_outlook_from (routine, catalog, profile, NULL);
      DaySketch half = { .trend = COACH_TREND_STEADY, .is_half_dose = TRUE };
      CoachPlanOutlook less;

      day_fixture_set_day (catalog, profile, &half);
      less = coach_plan_outlook_from (routine, catalog, profile, NULL);
      g_assert_true (less.is_half_dose && !usual.is_half_dose);
      g_assert_cmpuint (less.total_s, <, usual.total_s);
      g_assert_cmpuint (less.total_s * 2, >=, usual.total_s);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/plan-properties/random-people", test_random_people);
  g_test_add_func ("/plan-properties/half-dose", test_half_dose_is_no_more);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
