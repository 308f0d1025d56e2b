#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

#include <glib/gi18n-lib.h>

/* Within getting into place: the name first, then how to lie, then the last three seconds. */
#define STARTING_POSITION_AT_S 3
#define ANNOUNCED_END_SECONDS  5

static void
add_cue (GArray *cues,
         guint   at_s,
         char   *text)
{
  CoachCue cue = { .at_s = at_s, .text = text };

  g_array_append_val (cues, cue);
}

static char *
format_name (const CoachPlanStep *step,
             CoachSide            side)
{
  const char *name = coach_move_get_name (COACH_MOVE (step->movement));

  switch (side)
    {
    case COACH_SIDE_NONE:
      /* Translators: spoken; %s is the name of a movement */
      return g_strdup_printf (C_("cue", "%s."), name);
    case COACH_SIDE_LEFT:
      /* Translators: spoken; %s is the name of a movement */
      return g_strdup_printf (_("%s, left side."), name);
    case COACH_SIDE_RIGHT:
      /* Translators: spoken; %s is the name of a movement */
      return g_strdup_printf (_("%s, right side."), name);
    default:
      g_assert_not_reached ();
    }
}

/* Returns NULL for a position that has no words; then the name must do. */
static const char *
get_starting_position (const char *position)
{
  static const struct
  {
    const char *id;
    const char *words;
  } positions[] = {
    { "kneeling", NC_("starting position", "Kneeling.") },
    { "prone", NC_("starting position", "On your front.") },
    { "quadruped", NC_("starting position", "On hands and knees.") },
    { "seated", NC_("starting position", "Sitting.") },
    { "side-lying", NC_("starting position", "On your side.") },
    { "standing", NC_("starting position", "Standing.") },
    { "supine", NC_("starting position", "On your back.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    if (g_strcmp0 (positions[i].id, position) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "starting position", positions[i].words);
  return NULL;
}

/* "Three", "Two", "One" in the last three seconds. */
static void
add_count (GArray *cues,
           guint   length_s)
{
  add_cue (cues, length_s - 3, g_strdup (C_("counting down", "Three")));
  add_cue (cues, length_s - 2, g_strdup (C_("counting down", "Two")));
  add_cue (cues, length_s - 1, g_strdup (C_("counting down", "One")));
}

static void
add_position_cues (GArray              *cues,
                   const CoachPhase    *phase,
                   const CoachPlanStep *step)
{
  const char *words = get_starting_position (coach_movement_get_position (step->movement));

  add_cue (cues, 0, format_name (step, phase->side));
  if (words != NULL)
    add_cue (cues, STARTING_POSITION_AT_S, g_strdup (words));
  add_count (cues, phase->length_s);
}

/* A stretch without repetitions: how it begins, where it stands, and that it ends soon. */
static void
add_steady_cues (GArray     *cues,
                 guint       length_s,
                 const char *beginning)
{
  add_cue (cues, 0, g_strdup (beginning));
  if (length_s >= COACH_CUE_HALF_WAY_MIN_SECONDS)
    add_cue (cues, length_s / 2, g_strdup (C_("cue", "Half-way.")));
  if (length_s >= COACH_CUE_LAST_FIVE_MIN_SECONDS)
    add_cue (cues, length_s - ANNOUNCED_END_SECONDS, g_strdup (C_("cue", "Five seconds.")));
}

static void
add_reps_cues (GArray          *cues,
               const CoachDose *dose)
{
  add_cue (cues, 0,
           g_strdup_printf (ngettext ("%u slow repetition.", "%u slow repetitions.", dose->reps),
                            dose->reps));
  for (guint done = 1; done < dose->reps; done++)
    /* Translators: a repetition counted aloud, such as "2" */
    add_cue (cues, done * dose->seconds, g_strdup_printf (C_("counting up", "%u"), done + 1));
}

static void
add_rest_cues (GArray *cues,
               guint   length_s)
{
  add_cue (cues, 0,
           g_strdup_printf (ngettext ("Rest for %u second.", "Rest for %u seconds.", length_s),
                            length_s));
  if (length_s >= COACH_CUE_COUNT_OUT_MIN_SECONDS)
    add_count (cues, length_s);
}

static const char *
get_beginning (const CoachPlanStep *step)
{
  if (g_strcmp0 (coach_movement_get_group (step->movement), "foam-rolling") == 0)
    return C_("cue", "Roll slowly.");
  return C_("cue", "Begin.");
}

static void
add_cues_of_kind (GArray              *cues,
                  const CoachPhase    *phase,
                  const CoachPlanStep *step)
{
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
      add_position_cues (cues, phase, step);
      break;
    case COACH_PHASE_HOLD:
      add_steady_cues (cues, phase->length_s, C_("cue", "Hold."));
      break;
    case COACH_PHASE_REPS:
      add_reps_cues (cues, &step->dose);
      break;
    case COACH_PHASE_TIME:
      add_steady_cues (cues, phase->length_s, get_beginning (step));
      break;
    case COACH_PHASE_REST:
      add_rest_cues (cues, phase->length_s);
      break;
    case COACH_PHASE_SWITCH_SIDES:
      add_cue (cues, 0, g_strdup (phase->side == COACH_SIDE_RIGHT
                                  ? _("Switch to the right side.")
                                  : _("Switch to the left side.")));
      break;
    case COACH_PHASE_FINISH:
      add_cue (cues, 0, g_strdup (_("That was the last one. Well done.")));
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * coach_phase_add_cues:
 * @phase: (inout): a phase without cues
 * @step: (nullable): its step; %NULL for the finish
 *
 * Gives a phase what is said in it, in the order of time and in the person's language.
 */
void
coach_phase_add_cues (CoachPhase          *phase,
                      const CoachPlanStep *step)
{
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (CoachCue));

  g_assert (step != NULL || phase->kind == COACH_PHASE_FINISH);

  add_cues_of_kind (cues, phase, step);
  phase->n_cues = cues->len;
  phase->cues = (CoachCue *) g_array_free (g_steal_pointer (&cues), FALSE);
}
