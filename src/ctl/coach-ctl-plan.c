#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"
#include "session.h"

/* The finish belongs to no step. */
static const CoachPlanStep *
get_step (CoachPlan        *plan,
          const CoachPhase *phase)
{
  return phase->step < coach_plan_get_n_steps (plan) ? coach_plan_get_step (plan, phase->step)
                                                     : NULL;
}

static void
add_phase (CoachCtl         *ctl,
           CoachPlan        *plan,
           const CoachPhase *phase)
{
  const CoachPlanStep *step = get_step (plan, phase);
  JsonBuilder *json = ctl->json;

  json_builder_begin_object (json);
  coach_ctl_add_int (json, "start_s", phase->start_s);
  coach_ctl_add_int (json, "length_s", phase->length_s);
  coach_ctl_add_string (json, "phase", coach_phase_kind_get_id (phase->kind));
  coach_ctl_add_string (json, "movement",
                        step != NULL ? coach_move_get_id (COACH_MOVE (step->movement)) : NULL);
  coach_ctl_add_string (json, "side",
                        phase->side != COACH_SIDE_NONE ? coach_side_get_id (phase->side) : NULL);
  if (phase->set > 0)
    coach_ctl_add_int (json, "set", phase->set);
  else
    coach_ctl_add_string (json, "set", NULL);
  coach_ctl_add_cues (ctl, phase);
  json_builder_end_object (json);
}

static void
add_change (CoachCtl              *ctl,
            const CoachPlanChange *change)
{
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "movement", coach_move_get_id (COACH_MOVE (change->movement)));
  coach_ctl_add_string (ctl->json, "became",
                        change->became != NULL ? coach_move_get_id (COACH_MOVE (change->became))
                                               : NULL);
  coach_ctl_add_string (ctl->json, "cause", coach_plan_cause_get_id (change->cause));
  coach_ctl_add_string (ctl->json, "why", change->because);
  json_builder_end_object (ctl->json);
}

/**
 * coach_ctl_add_changes:
 * @ctl: the program; its JSON stands in an object
 * @plan: (nullable): a plan; %NULL for no changes
 *
 * Adds a member that lists where a plan departs from its routine.
 */
void
coach_ctl_add_changes (CoachCtl  *ctl,
                       CoachPlan *plan)
{
  json_builder_set_member_name (ctl->json, "changes");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; plan != NULL && i < coach_plan_get_n_changes (plan); i++)
    add_change (ctl, coach_plan_get_change (plan, i));
  json_builder_end_array (ctl->json);
}

static void
add_plan (CoachCtl  *ctl,
          CoachPlan *plan)
{
  JsonBuilder *json = ctl->json;

  json_builder_begin_object (json);
  coach_ctl_add_string (json, "routine", coach_routine_get_id (coach_plan_get_routine (plan)));
  coach_ctl_add_int (json, "total_s", coach_plan_get_total_s (plan));
  json_builder_set_member_name (json, "half_dose");
  json_builder_add_boolean_value (json, coach_plan_is_half_dose (plan));
  json_builder_set_member_name (json, "phases");
  json_builder_begin_array (json);
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    add_phase (ctl, plan, coach_plan_get_phase (plan, i));
  json_builder_end_array (json);
  coach_ctl_add_changes (ctl, plan);
  json_builder_end_object (json);
}

static const char *
get_phase_word (CoachPhaseKind kind)
{
  switch (kind)
    {
    case COACH_PHASE_POSITION:
      return C_ ("phase", "position");
    case COACH_PHASE_HOLD:
      return C_ ("phase", "hold");
    case COACH_PHASE_REPS:
      return C_ ("phase", "repeat");
    case COACH_PHASE_TIME:
      return C_ ("phase", "go on");
    case COACH_PHASE_REST:
      return C_ ("phase", "rest");
    case COACH_PHASE_SWITCH_SIDES:
      return C_ ("phase", "switch sides");
    case COACH_PHASE_FINISH:
    default:
      return C_ ("phase", "finish");
    }
}

/* The movement, the side and the set of a phase, as far as it has them. */
static char *
dup_what (CoachPlan        *plan,
          const CoachPhase *phase)
{
  const CoachPlanStep *step = get_step (plan, phase);
  g_autoptr (GString) what = g_string_new (NULL);

  if (step != NULL && phase->kind != COACH_PHASE_REST && phase->kind != COACH_PHASE_SWITCH_SIDES)
    g_string_append (what, coach_move_get_name (COACH_MOVE (step->movement)));
  if (phase->side != COACH_SIDE_NONE && phase->kind != COACH_PHASE_REST)
    g_string_append_printf (what, "%s%s", what->len > 0 ? " · " : "",
                            phase->side == COACH_SIDE_LEFT ? C_ ("side", "left")
                                                           : C_ ("side", "right"));
  if (step != NULL && step->dose.sets > 1 && phase->set > 0 && phase->kind != COACH_PHASE_REST)
    {
      g_autofree char *set = g_strdup_printf (_("set %u of %u"), phase->set, step->dose.sets);

      g_string_append_printf (what, " · %s", set);
    }
  return g_string_free (g_steal_pointer (&what), FALSE);
}

static void
print_timeline (CoachCtl  *ctl,
                CoachPlan *plan)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (4);
  int width = coach_plan_get_total_s (plan) < 600 ? 1 : 2;

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);
      g_autofree char *start = g_strdup_printf ("%*u:%02u", width, phase->start_s / 60,
                                                phase->start_s % 60);
      g_autofree char *length = phase->length_s > 0 ? g_strdup_printf (_("%3u s"), phase->length_s)
                                                    : g_strdup ("");
      g_autofree char *what = dup_what (plan, phase);

      coach_ctl_table_add_row (table, start, length, get_phase_word (phase->kind), what, NULL);
    }
  g_string_append_c (ctl->text, '\n');
  coach_ctl_table_print (table, "", ctl->text);
}

/**
 * coach_ctl_print_changes:
 * @ctl: the program
 * @plan: a plan
 *
 * Says where a plan departs from its routine, and why.
 */
void
coach_ctl_print_changes (CoachCtl  *ctl,
                         CoachPlan *plan)
{
  if (coach_plan_get_n_changes (plan) == 0)
    return;
  coach_ctl_print_heading (ctl->text, _("Changed from the routine"));
  for (guint i = 0; i < coach_plan_get_n_changes (plan); i++)
    {
      const CoachPlanChange *change = coach_plan_get_change (plan, i);
      const char *name = coach_move_get_name (COACH_MOVE (change->movement));
      g_autofree char *what = NULL;

      if (change->became == NULL)
        /* Translators: %s is the name of a movement. */
        what = g_strdup_printf (_("%s is left out."), name);
      else
        /* Translators: both are names of movements, first the one that is done. */
        what = g_strdup_printf (_("%s takes the place of %s."),
                                coach_move_get_name (COACH_MOVE (change->became)), name);
      coach_ctl_print (ctl->text, "  - ", what);
      coach_ctl_print (ctl->text, "    ", change->because);
    }
}

static void
print_plan (CoachCtl  *ctl,
            CoachPlan *plan)
{
  CoachRoutine *routine = coach_plan_get_routine (plan);
  guint total_s = coach_plan_get_total_s (plan);
  guint n_steps = coach_plan_get_n_steps (plan);
  g_autofree char *title = g_strdup_printf ("%s (%s)", coach_routine_get_title (routine),
                                            coach_routine_get_id (routine));
  g_autofree char *total = g_strdup_printf (_("%u:%02u in all"), total_s / 60, total_s % 60);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u movement", "%u movements", n_steps),
                                            n_steps);
  g_autofree char *line = g_strjoin (" · ", total, steps, NULL);

  coach_ctl_print (ctl->text, "", title);
  coach_ctl_print (ctl->text, "", line);
  if (coach_plan_is_half_dose (plan))
    coach_ctl_print (ctl->text, "", _("Half a dose: half the repetitions and half the holds."));
  if (ctl->cues.are_wanted)
    coach_ctl_print_cues (ctl, plan);
  else
    print_timeline (ctl, plan);
  coach_ctl_print_changes (ctl, plan);
}

/**
 * coach_ctl_plan:
 * @ctl: the program; its operand is a routine or a file
 *
 * Writes out the timeline of a session, unless a warning sign has exercises off.
 *
 * Returns: fine
 * Throws: [error@CatalogError], [error@SessionError], [error@JournalError],
 *   %COACH_CTL_ERROR_UNKNOWN, %COACH_CTL_ERROR_LOCKED
 */
CoachCtlStatus
coach_ctl_plan (CoachCtl  *ctl,
                GError   **error)
{
  g_auto (CoachCtlSubject) subject = { NULL, NULL };
  CoachPlanOptions options = { .first_side = ctl->side };
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GError) local = NULL;

  if (!coach_ctl_subject_find (&subject, ctl->catalog, ctl->operands[0], error))
    return COACH_CTL_FAILED;
  if (subject.routine == NULL)
    {
      g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_INVALID,
                   _("%s: is no routine, so it cannot be planned"), ctl->operands[0]);
      return COACH_CTL_FAILED;
    }
  if (!coach_ctl_check_unlocked (ctl, &local))
    {
      gboolean is_locked = g_error_matches (local, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED);

      g_propagate_error (error, g_steal_pointer (&local));
      return is_locked ? COACH_CTL_AVOID : COACH_CTL_FAILED;
    }
  options.explain = ctl->cues.are_wanted && ctl->cues.talk == COACH_TALK_FULL;
  plan = coach_plan_new (subject.routine, ctl->catalog, ctl->profile, &options, error);
  if (plan == NULL)
    return COACH_CTL_AVOID;
  if (ctl->json != NULL)
    add_plan (ctl, plan);
  else
    print_plan (ctl, plan);
  return COACH_CTL_FINE;
}
