/* The breaks that the reminder leads: short, at the desk, and for everybody. */
#include "config.h"

#include "coach-choice-private.h"
#include "coach-plan-private.h"
#include "day-fixture.h"
#include "session-fixture.h"

static CoachCatalog *catalog;

static const struct
{
  const char *routine;
  guint       min_s;
  guint       max_s;
  gboolean    stays_seated;
} breaks[] = {
  { "desk-stand-1", 45, 90, FALSE },
  { "desk-chair-2", 100, 150, TRUE },
};

static CoachRoutine *
find (const char *id)
{
  CoachRoutine *routine = coach_catalog_lookup_routine (catalog, id);

  g_assert_nonnull (routine);
  return routine;
}

static void
check_at_desk (CoachPlan *plan,
               gboolean   stays_seated)
{
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      CoachMovement *movement = coach_plan_get_step (plan, i)->movement;
      const char * const *needed = coach_movement_get_equipment (movement);

      g_test_message ("%s", session_fixture_get_id (movement));
      g_assert_false (coach_plan_is_on_floor (movement));
      if (stays_seated)
        g_assert_cmpstr (coach_movement_get_position (movement), ==, "seated");
      for (guint n = 0; needed[n] != NULL; n++)
        g_assert_cmpstr (needed[n], ==, "chair");
    }
}

/* None of them takes anything away: what is harmless for all is what the breaks are made of. */
static void
check_for (guint         index,
           CoachProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachPlan) plan = NULL;

  plan = coach_plan_new (find (breaks[index].routine), catalog, profile, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (coach_plan_get_n_changes (plan), ==, 0);
  g_assert_cmpuint (coach_plan_get_total_s (plan), >=, breaks[index].min_s);
  g_assert_cmpuint (coach_plan_get_total_s (plan), <=, breaks[index].max_s);
  check_at_desk (plan, breaks[index].stays_seated);
}

static void
test_every_condition (void)
{
  GListModel *conditions = coach_catalog_get_conditions (catalog);

  g_test_summary ("Both breaks are whole, short and at the desk for each condition, and for all");
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (CoachProfile) everything = coach_profile_new ();

      check_for (i, everything);
      for (guint c = 0; c < g_list_model_get_n_items (conditions); c++)
        {
          g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, c);
          g_autoptr (CoachProfile) one = coach_profile_new ();

          g_test_message ("%s: %s", breaks[i].routine, coach_condition_get_id (condition));
          coach_profile_set_condition (one, coach_condition_get_id (condition), TRUE);
          coach_profile_set_condition (everything, coach_condition_get_id (condition), TRUE);
          check_for (i, one);
        }
      check_for (i, everything);
    }
}

static char *
describe (CoachPlan    *plan,
          const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan == NULL)
    return g_strdup (error->code == COACH_SESSION_ERROR_NOTHING_SAFE    ? "nothing safe"
                     : error->code == COACH_SESSION_ERROR_TOO_MUCH_LOST ? "too much lost"
                                                                        : "resting");
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            session_fixture_get_id (coach_plan_get_step (plan, i)->movement));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_left_out (void)
{
  static const struct
  {
    const char *routine;
    const char *left_out[3];
    DaySketch   day;
    const char *plan;
  } cases[] = {
    { "desk-stand-1", { "walk-in-place" }, { .trend = COACH_TREND_STEADY },
      "calf-raise calf-raise" },
    { "desk-stand-1", { "calf-raise" }, { .trend = COACH_TREND_STEADY },
      "walk-in-place walk-in-place" },
    { "desk-stand-1", { "walk-in-place", "calf-raise" }, { .trend = COACH_TREND_STEADY },
      "seated-pelvic-rock" },
    { "desk-chair-2", { "seated-weight-shift" }, { .trend = COACH_TREND_STEADY },
      "seated-pelvic-rock seated-arm-reach seated-breathing" },
    { "desk-chair-2", { "seated-breathing" }, { .trend = COACH_TREND_STEADY },
      "seated-weight-shift seated-arm-reach seated-weight-shift" },
    { "desk-chair-2", { "seated-weight-shift", "seated-arm-reach", "seated-breathing" },
      { .trend = COACH_TREND_STEADY }, "too much lost" },
    { "desk-stand-1", { NULL }, { .score = 9, .trend = COACH_TREND_STEADY }, "resting" },
    { "desk-stand-1", { NULL }, { .trend = COACH_TREND_FLARE, .is_flare = TRUE },
      "calf-raise walk-in-place" },
  };

  g_test_summary ("What stands in for a step keeps one at the desk, and in the chair there");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (guint n = 0; n < G_N_ELEMENTS (cases[i].left_out) && cases[i].left_out[n] != NULL; n++)
        coach_profile_set_move_order (profile, cases[i].left_out[n], COACH_ORDER_NEVER);
      day_fixture_set_day (catalog, profile, &cases[i].day);
      plan = coach_plan_new (find (cases[i].routine), catalog, profile, NULL, &error);
      text = describe (plan, error);
      g_test_message ("row %u", i);
      g_assert_cmpstr (text, ==, cases[i].plan);
      if (plan == NULL)
        continue;
      check_at_desk (plan, g_str_equal (cases[i].routine, "desk-chair-2"));
      g_assert_cmpuint (coach_plan_get_total_s (plan), <=,
                        g_str_equal (cases[i].routine, "desk-chair-2") ? 150 : 90);
    }
}

static void
leave_floor_out (CoachProfile *profile)
{
  GListModel *movements = coach_catalog_get_movements (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);

      if (coach_plan_is_on_floor (movement))
        coach_profile_set_move_order (profile, session_fixture_get_id (movement),
                                      COACH_ORDER_NEVER);
    }
}

static void
test_not_for_a_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 5, 14, 10, 0, 0);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  CoachChoiceFacts facts = { .catalog = catalog, .profile = profile, .now = now,
                             .trend = COACH_TREND_STEADY };
  GListModel *routines = coach_catalog_get_routines (catalog);
  guint n = 0;

  g_test_summary ("A break of a minute or two stands in for another one alone");
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_assert_cmpint (coach_routine_get_occasion (find (breaks[i].routine)), ==,
                       COACH_OCCASION_MICRO);
      g_assert_true (coach_routine_id_is_micro (breaks[i].routine));
    }
  g_assert_false (coach_routine_id_is_micro ("desk-break-2"));
  leave_floor_out (profile);
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      CoachRoutine *other = coach_choice_find_stand_in (&facts, routine);

      n += other != NULL;
      if (other != NULL)
        g_assert_cmpint (coach_routine_get_occasion (other), !=, COACH_OCCASION_MICRO);
    }
  g_assert_cmpuint (n, >, 0);
  coach_profile_set_move_order (profile, "seated-weight-shift", COACH_ORDER_NEVER);
  coach_profile_set_move_order (profile, "seated-breathing", COACH_ORDER_NEVER);
  coach_profile_set_move_order (profile, "seated-arm-reach", COACH_ORDER_NEVER);
  g_assert_nonnull (coach_choice_find_stand_in (&facts, find ("desk-chair-2")));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();
  g_test_add_func ("/micro-routines/every-condition", test_every_condition);
  g_test_add_func ("/micro-routines/left-out", test_left_out);
  g_test_add_func ("/micro-routines/not-for-a-day", test_not_for_a_day);
  status = g_test_run ();
  g_object_unref (catalog);
  return status;
}
