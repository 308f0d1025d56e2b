#include "config.h"

#include "session-fixture.h"

#include <string.h>

static CoachCatalog *catalog;

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

static void
check_phases (CoachPlan *plan)
{
  guint n_phases = coach_plan_get_n_phases (plan);
  guint end_s = 0;

  for (guint i = 0; i < n_phases; i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);
      gint64 before_s = -1;

      g_assert_cmpuint (phase->start_s, ==, end_s);
      g_assert_cmpint (phase->length_s == 0, ==, i == n_phases - 1);
      g_assert_cmpint (phase->kind == COACH_PHASE_FINISH, ==, i == n_phases - 1);
      g_assert_cmpuint (phase->n_cues, >, 0);
      g_assert_cmpuint (phase->cues[0].at_s, ==, 0);
      for (guint c = 0; c < phase->n_cues; c++)
        {
          g_assert_cmpuint (count_words (phase->cues[c].text), <=, 12);
          g_assert_cmpint (phase->cues[c].at_s, >, before_s);
          if (phase->kind != COACH_PHASE_FINISH)
            g_assert_cmpuint (phase->cues[c].at_s, <, phase->length_s);
          before_s = phase->cues[c].at_s;
        }
      end_s += phase->length_s;
    }
  g_assert_cmpuint (end_s, ==, coach_plan_get_total_s (plan));
}

/* Each step owns a run of phases that begins with getting into place and ends with work. */
static void
check_steps (CoachPlan *plan)
{
  guint next_phase = 0;

  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);
      const CoachPhase *last = coach_plan_get_phase (plan, step->first_phase + step->n_phases - 1);

      g_assert_cmpint (coach_verdict_get_level (step->verdict), !=, COACH_VERDICT_AVOID);
      g_assert_cmpuint (step->first_phase, ==, next_phase);
      g_assert_cmpint (coach_plan_get_phase (plan, next_phase)->kind, ==, COACH_PHASE_POSITION);
      g_assert_cmpuint (last->set, ==, step->dose.sets);
      g_assert_cmpint (last->kind, !=, COACH_PHASE_REST);
      for (guint p = next_phase; p < next_phase + step->n_phases; p++)
        {
          g_assert_cmpuint (coach_plan_get_phase (plan, p)->step, ==, i);
          g_assert_cmpint (coach_plan_get_phase (plan, p)->side != COACH_SIDE_NONE, ==,
                           coach_movement_is_per_side (step->movement));
        }
      next_phase += step->n_phases;
    }
}

/* Every step of the routine is in the plan, or a change says what became of it. */
static void
check_changes (CoachPlan    *plan,
               CoachProfile *profile)
{
  CoachRoutine *routine = coach_plan_get_routine (plan);
  guint change_index = 0, step_index = 0;

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      CoachMovement *asked = coach_routine_get_step (routine, i)->movement;
      g_autoptr (CoachVerdict) verdict = NULL;
      CoachMovement *became = asked;

      verdict = coach_verdict_for_move (catalog, profile, COACH_MOVE (asked));
      if (coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID)
        {
          const CoachPlanChange *change = coach_plan_get_change (plan, change_index++);

          g_assert_true (change->movement == asked);
          g_assert_cmpint (change->cause, ==, COACH_PLAN_CAUSE_RULES);
          g_assert_cmpint (coach_verdict_get_level (change->why), ==, COACH_VERDICT_AVOID);
          became = change->became;
        }
      if (became != NULL)
        g_assert_true (coach_plan_get_step (plan, step_index++)->movement == became);
    }
  g_assert_cmpuint (change_index, ==, coach_plan_get_n_changes (plan));
  g_assert_cmpuint (step_index, ==, coach_plan_get_n_steps (plan));
}

static void
check_plan (CoachRoutine *routine,
            CoachProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachPlan) plan = coach_plan_new (routine, catalog, profile, NULL, &error);

  if (plan == NULL)
    {
      g_assert_true (g_error_matches (error, COACH_SESSION_ERROR,
                                      COACH_SESSION_ERROR_NOTHING_SAFE)
                     || g_error_matches (error, COACH_SESSION_ERROR,
                                         COACH_SESSION_ERROR_TOO_MUCH_LOST));
      return;
    }
  g_test_message ("%s: %u changes", coach_routine_get_id (routine),
                  coach_plan_get_n_changes (plan));
  check_phases (plan);
  check_steps (plan);
  check_changes (plan, profile);
  if (coach_plan_get_n_changes (plan) == 0)
    g_assert_cmpuint (MAX (1, (coach_plan_get_total_s (plan) + 30) / 60), ==,
                      coach_routine_get_minutes (routine));
}

static void
test_every_routine (void)
{
  GListModel *routines = coach_catalog_get_routines (catalog);
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  guint n_conditions = g_list_model_get_n_items (conditions);

  g_test_summary ("Every routine for every condition, for none and for all, keeps the rules");
  g_assert_cmpuint (g_list_model_get_n_items (routines), >=, 20);
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      g_autoptr (CoachProfile) everything = coach_profile_new ();
      g_autoptr (CoachProfile) nothing = coach_profile_new ();

      check_plan (routine, nothing);
      for (guint c = 0; c < n_conditions; c++)
        {
          g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, c);
          g_autoptr (CoachProfile) one = coach_profile_new ();

          coach_profile_set_condition (one, coach_condition_get_id (condition), TRUE);
          coach_profile_set_condition (everything, coach_condition_get_id (condition), TRUE);
          check_plan (routine, one);
        }
      check_plan (routine, everything);
    }
}

static const char *
describe (CoachPlan *plan,
          GString   *text)
{
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                              coach_phase_kind_get_id (phase->kind), phase->length_s);
      if (phase->side != COACH_SIDE_NONE)
        g_string_append_printf (text, " %s", coach_side_get_id (phase->side));
      if (phase->set > 0)
        g_string_append_printf (text, " %u", phase->set);
    }
  return text->str;
}

static void
test_timing (void)
{
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_test_summary ("Sets, rests and sides follow the catalogue's timing rule");
  routine = session_fixture_read_routine (catalog, "fixed", "bird-dog", "walk-in-place", NULL);
  plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  g_assert_cmpstr (describe (plan, text), ==,
                   "position 8 left, reps 36 left 1, rest 20 left 1, reps 36 left 2, "
                   "switch-sides 5 right, "
                   "reps 36 right 1, rest 20 right 1, reps 36 right 2, "
                   "position 8, time 60 1, finish 0");
}

static void
test_first_side (void)
{
  static const struct
  {
    CoachSide painful;
    CoachSide chosen;
    CoachSide first;
  } cases[] = {
    { COACH_SIDE_NONE, COACH_SIDE_NONE, COACH_SIDE_LEFT },
    { COACH_SIDE_RIGHT, COACH_SIDE_NONE, COACH_SIDE_RIGHT },
    { COACH_SIDE_LEFT, COACH_SIDE_NONE, COACH_SIDE_LEFT },
    { COACH_SIDE_RIGHT, COACH_SIDE_LEFT, COACH_SIDE_LEFT },
    { COACH_SIDE_NONE, COACH_SIDE_RIGHT, COACH_SIDE_RIGHT },
  };
  g_autoptr (CoachRoutine) routine = NULL;

  g_test_summary ("The chosen side comes first, else the painful one, else the left");
  routine = session_fixture_read_routine (catalog, "fixed", "bird-dog", "bridge", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachPlanOptions options = { .first_side = cases[i].chosen };
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachPlan) plan = NULL;

      coach_profile_set_side (profile, cases[i].painful);
      plan = coach_plan_new (routine, catalog, profile, &options, NULL);
      g_assert_cmpint (coach_plan_get_phase (plan, 1)->side, ==, cases[i].first);
    }
}

/* All that is said in the first phase of a kind but tips, as "0 Hold. 15 Half-way." */
static char *
tell_cues (CoachPlan      *plan,
           CoachPhaseKind  kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      if (phase->kind != kind)
        continue;
      for (guint c = 0; c < phase->n_cues; c++)
        if (coach_cue_kind_get_priority (phase->cues[c].kind) != COACH_CUE_PRIORITY_TIP)
          g_string_append_printf (text, "%s%u %s", c > 0 ? " " : "", phase->cues[c].at_s,
                                  phase->cues[c].text);
      break;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_cues (void)
{
  static const struct
  {
    const char *movement;
    CoachPhaseKind kind;
    const char *cues;
  } cases[] = {
    { "bird-dog", COACH_PHASE_POSITION,
      "0 Bird dog, left side. 3 On hands and knees. 5 Three 6 Two 7 One" },
    { "bird-dog", COACH_PHASE_REPS,
      "0 6 slow repetitions. 6 2 12 3 18 4 24 5 30 Last one." },
    { "bird-dog", COACH_PHASE_REST,
      "0 Rest for 20 seconds. 3 Then set 2 of 2. 17 Three 18 Two 19 One" },
    { "bird-dog", COACH_PHASE_SWITCH_SIDES, "0 Switch to the right side." },
    { "bird-dog", COACH_PHASE_FINISH,
      "0 That was the last one. Well done. 4 Walk your hands back until you kneel upright. "
      "11 Put one foot flat in front of you. "
      "17 Hold something firm, or push on that thigh, and stand slowly." },
    { "walk-in-place", COACH_PHASE_POSITION,
      "0 Walking on the spot. 3 Standing. 5 Three 6 Two 7 One" },
    { "walk-in-place", COACH_PHASE_TIME, "0 Begin. 60 seconds. 30 Half-way. 55 Five seconds." },
    { "roll-upper-back", COACH_PHASE_TIME, "0 Roll slowly for 60 seconds. 30 Half-way. 55 Five seconds." },
    { "figure-four-seated", COACH_PHASE_HOLD, "0 Hold for 30 seconds. 15 Half-way. 25 Five seconds." },
  };

  g_test_summary ("What is said, and when, in each kind of phase");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachRoutine) routine = NULL;
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachPlan) plan = NULL;
      g_autofree char *cues = NULL;

      routine = session_fixture_read_routine (catalog, "fixed", cases[i].movement,
                                              cases[i].movement, NULL);
      plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
      cues = tell_cues (plan, cases[i].kind);
      g_assert_cmpstr (cues, ==, cases[i].cues);
    }
}

static CoachProfile *
make_full_profile (void)
{
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  CoachProfile *profile = coach_profile_new ();

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      coach_profile_set_condition (profile, coach_condition_get_id (condition), TRUE);
    }
  return profile;
}

/* The first movement at a level for a profile of which the best substitute is at a level; -1 asks
 * for one that has no substitute. */
static CoachMovement *
find_movement (CoachProfile      *profile,
               CoachVerdictLevel  level,
               int                substitute_level)
{
  GListModel *movements = coach_catalog_get_movements (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMove) move = g_list_model_get_item (movements, i);
      g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (catalog, profile, move);
      g_autoptr (GPtrArray) others = coach_safety_dup_substitutes (catalog, profile, move);
      int best = -1;

      if (others->len > 0)
        {
          g_autoptr (CoachVerdict) other = coach_verdict_for_move (catalog, profile,
                                                                   others->pdata[0]);
          best = coach_verdict_get_level (other);
        }
      if (coach_verdict_get_level (verdict) == level && best == substitute_level)
        return COACH_MOVEMENT (move);
    }
  g_error ("the catalogue has no such movement");
}

static void
test_swap_cautions (void)
{
  static const struct
  {
    int substitute_level;
    gboolean wanted;
    gboolean swapped;
  } cases[] = {
    { COACH_VERDICT_ALLOW, TRUE, TRUE },
    { COACH_VERDICT_ALLOW, FALSE, FALSE },
    { COACH_VERDICT_CAUTION, TRUE, FALSE },
  };
  g_autoptr (CoachProfile) profile = make_full_profile ();

  g_test_summary ("A caution gives way only when wanted, and only to what has none");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachMovement *movement = find_movement (profile, COACH_VERDICT_CAUTION,
                                               cases[i].substitute_level);
      const char *ids[] = { session_fixture_get_id (movement), NULL };
      CoachPlanOptions options = { .swap_cautions = cases[i].wanted ? ids : NULL };
      g_autoptr (CoachRoutine) routine = NULL;
      g_autoptr (CoachPlan) plan = NULL;
      const CoachPlanStep *step;

      routine = session_fixture_read_routine (catalog, "fixed", ids[0], ids[0], NULL);
      plan = coach_plan_new (routine, catalog, profile, &options, NULL);
      step = coach_plan_get_step (plan, 0);
      g_assert_cmpuint (coach_plan_get_n_changes (plan), ==, cases[i].swapped ? 2 : 0);
      g_assert_true (step->instead_of == (cases[i].swapped ? movement : NULL));
      if (!cases[i].swapped)
        continue;
      g_assert_cmpint (coach_plan_get_change (plan, 0)->cause, ==, COACH_PLAN_CAUSE_CHOSEN);
      g_assert_cmpint (coach_verdict_get_level (step->verdict), ==, COACH_VERDICT_ALLOW);
      g_assert_cmpint (step->dose.kind, ==, coach_movement_get_dose (step->movement)->kind);
    }
}

static void
test_nothing_safe (void)
{
  g_autoptr (CoachProfile) profile = make_full_profile ();
  CoachMovement *movement = find_movement (profile, COACH_VERDICT_AVOID, -1);
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A routine of which nothing is left gives no plan, and says so");
  routine = session_fixture_read_routine (catalog, "fixed", session_fixture_get_id (movement),
                                          session_fixture_get_id (movement), NULL);
  plan = coach_plan_new (routine, catalog, profile, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_NOTHING_SAFE);
  g_assert_true (g_str_has_prefix (error->message, "made-up: steps: "));
  g_assert_nonnull (strstr (error->message, "spinal-stenosis"));
}

static void
test_order (void)
{
  static const struct
  {
    const char *order;
    const char *expected[6];
  } cases[] = {
    { "fixed",
      { "walk-in-place", "bridge", "calf-raise", "clamshell", "bird-dog", "prone-lying" } },
    { "any",
      { "walk-in-place", "calf-raise", "bridge", "clamshell", "prone-lying", "bird-dog" } },
  };

  g_test_summary ("Where the order does not matter, one gets up as seldom as possible");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachRoutine) routine = NULL;
      g_autoptr (CoachPlan) plan = NULL;

      routine = session_fixture_read_routine (catalog, cases[i].order, "walk-in-place", "bridge",
                                              "calf-raise", "clamshell", "bird-dog",
                                              "prone-lying", NULL);
      plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
      check_phases (plan);
      check_steps (plan);
      for (guint s = 0; s < G_N_ELEMENTS (cases[i].expected); s++)
        g_assert_cmpstr (session_fixture_get_id (coach_plan_get_step (plan, s)->movement), ==,
                         cases[i].expected[s]);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/plan/every-routine", test_every_routine);
  g_test_add_func ("/plan/timing", test_timing);
  g_test_add_func ("/plan/first-side", test_first_side);
  g_test_add_func ("/plan/cues", test_cues);
  g_test_add_func ("/plan/swap-cautions", test_swap_cautions);
  g_test_add_func ("/plan/nothing-safe", test_nothing_safe);
  g_test_add_func ("/plan/order", test_order);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
