#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-narration-private.h"

#include <glib/gi18n-lib.h>

/* Without an explanation: the name first, no later than here how to lie. */
#define POSITION_AT_S      3
#define POSITION_LATEST_S  4
/* Explained: time to lie down, get up or turn over, and to settle before the count. */
#define MOVE_OVER_S        4
#define SETTLE_S           2
/* After each sentence of getting up, so that there is time to do it. */
#define RISE_PAUSE_S       3

static char *
format_first_name (const char *name,
                   CoachSide   side)
{
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

static char *
format_next_name (const char *name,
                  CoachSide   side)
{
  switch (side)
    {
    case COACH_SIDE_NONE:
      /* Translators: spoken; %s is the name of a movement */
      return g_strdup_printf (C_("cue", "Next: %s."), name);
    case COACH_SIDE_LEFT:
      /* Translators: spoken; %s is the name of a movement */
      return g_strdup_printf (_("Next: %s, left side."), name);
    case COACH_SIDE_RIGHT:
      /* Translators: spoken; %s is the name of a movement */
      return g_strdup_printf (_("Next: %s, right side."), name);
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
tell_count (CoachNarration *self,
            guint           length_s)
{
  coach_narration_tell_at (self, length_s - 3, COACH_CUE_COUNT, COACH_CUE_SOUND_TICK,
                           C_("counting down", "Three"));
  coach_narration_tell_at (self, length_s - 2, COACH_CUE_COUNT, COACH_CUE_SOUND_TICK,
                           C_("counting down", "Two"));
  coach_narration_tell_at (self, length_s - 1, COACH_CUE_COUNT, COACH_CUE_SOUND_TICK,
                           C_("counting down", "One"));
}

static char *
format_dose_once (const CoachDose *dose)
{
  switch (dose->kind)
    {
    case COACH_DOSE_HOLD:
      return g_strdup_printf (ngettext ("Hold for %u second.", "Hold for %u seconds.",
                                        dose->seconds), dose->seconds);
    case COACH_DOSE_REPS:
      return g_strdup_printf (ngettext ("%u slow repetition.", "%u slow repetitions.", dose->reps),
                              dose->reps);
    case COACH_DOSE_TIME:
      return g_strdup_printf (ngettext ("For %u second.", "For %u seconds.", dose->seconds),
                              dose->seconds);
    default:
      g_assert_not_reached ();
    }
}

/* Two and more, so the plural is one of many languages' several. */
static char *
format_dose_sets (const CoachDose *dose)
{
  switch (dose->kind)
    {
    case COACH_DOSE_HOLD:
      /* Translators: spoken, as in "Hold for 30 seconds, 2 times." */
      return g_strdup_printf (ngettext ("Hold for %u second, %u times.",
                                        "Hold for %u seconds, %u times.", dose->seconds),
                              dose->seconds, dose->sets);
    case COACH_DOSE_REPS:
      /* Translators: spoken, as in "8 slow repetitions, 2 times." */
      return g_strdup_printf (ngettext ("%u slow repetition, %u times.",
                                        "%u slow repetitions, %u times.", dose->reps),
                              dose->reps, dose->sets);
    case COACH_DOSE_TIME:
      /* Translators: spoken, as in "For 60 seconds, 2 times." */
      return g_strdup_printf (ngettext ("For %u second, %u times.", "For %u seconds, %u times.",
                                        dose->seconds),
                              dose->seconds, dose->sets);
    default:
      g_assert_not_reached ();
    }
}

static void
tell_dose (CoachNarration  *self,
           const CoachDose *dose)
{
  g_autofree char *text = dose->sets > 1 ? format_dose_sets (dose) : format_dose_once (dose);

  coach_narration_tell (self, COACH_CUE_DOSE, COACH_CUE_SOUND_NONE, text);
}

/* The first thing that is heard after work lets go of it. */
static CoachCueSound
get_end_sound (CoachNarration *self)
{
  return self->left != NULL && self->cues->len == 0 ? COACH_CUE_SOUND_END : COACH_CUE_SOUND_NONE;
}

/* How to come out of the movement that was done, on the side that was at work. */
static void
tell_leaving (CoachNarration      *self,
              const CoachPlanStep *step,
              CoachSide            side)
{
  const char * const *steps = coach_movement_get_steps (step->movement, side);
  guint n_leave = coach_movement_get_n_leave_steps (step->movement);
  guint n_steps = g_strv_length ((char **) steps);

  for (guint i = n_steps - n_leave; i < n_steps; i++)
    coach_narration_tell (self, COACH_CUE_LEAVE, get_end_sound (self), steps[i]);
}

static void
tell_name (CoachNarration      *self,
           const CoachPhase    *phase,
           const CoachPlanStep *step)
{
  const char *name = coach_move_get_name (COACH_MOVE (step->movement));
  g_autofree char *text = self->left == NULL ? format_first_name (name, phase->side)
                                             : format_next_name (name, phase->side);

  coach_narration_tell (self, COACH_CUE_NAME, get_end_sound (self), text);
}

static gboolean
is_lying (const char *position)
{
  static const char * const lying[] = { "prone", "side-lying", "supine", NULL };

  return g_strv_contains (lying, position);
}

static gboolean
is_on_feet (const char *position)
{
  return g_str_equal (position, "standing");
}

/* Getting up is said a sentence at a time, with time to do it. The last one leads to one's feet. */
static void
tell_rising (CoachNarration *self,
             const char     *position,
             gboolean        to_feet)
{
  const char * const *rise = coach_safety_guide_get_rise (self->voice->guide, position);
  guint n_rise = rise != NULL ? g_strv_length ((char **) rise) : 0;

  for (guint i = 0; i + (to_feet ? 0 : 1) < n_rise; i++)
    {
      coach_narration_tell (self, COACH_CUE_RISE, COACH_CUE_SOUND_NONE, rise[i]);
      self->at_s += RISE_PAUSE_S;
    }
}

/* From where the last movement was done to where this one is: up from lying never straight, and
 * down by way of the side. Who begins stands or sits. */
static void
tell_moving_over (CoachNarration      *self,
                  const CoachPlanStep *step)
{
  const char *to = coach_movement_get_position (step->movement);
  const char *from = self->left != NULL ? coach_movement_get_position (self->left->movement)
                                        : "standing";

  if (g_str_equal (from, to))
    return;
  if (is_lying (to) && !is_lying (from))
    coach_narration_tell (self, COACH_CUE_RISE, COACH_CUE_SOUND_NONE,
                          coach_safety_guide_get_lie_down (self->voice->guide));
  else if (is_lying (from) && !is_lying (to))
    tell_rising (self, from, is_on_feet (to));
  else if (is_on_feet (to) && !g_str_equal (from, "seated"))
    tell_rising (self, from, TRUE);
  if (self->left != NULL || is_lying (to))
    self->at_s += MOVE_OVER_S;
}

/* Takes as long as it takes to say, and the count. What a movement that is repeated does must be
 * known before it is done; a hold and a roll leave time to say the rest meanwhile. */
static void
explain_position (CoachNarration      *self,
                  CoachPhase          *phase,
                  const CoachPlanStep *step)
{
  const char * const *steps = coach_movement_get_steps (step->movement, phase->side);
  guint n_told = coach_narration_count_told_before (step);

  if (self->left != NULL)
    tell_leaving (self, self->left, self->left_side);
  tell_name (self, phase, step);
  tell_moving_over (self, step);
  for (guint i = 0; i < n_told; i++)
    coach_narration_tell (self, COACH_CUE_STEP, COACH_CUE_SOUND_NONE, steps[i]);
  tell_dose (self, &step->dose);
  phase->length_s = MAX (COACH_POSITION_SECONDS, self->at_s + SETTLE_S + 3);
  tell_count (self, phase->length_s);
}

static void
tell_position (CoachNarration      *self,
               CoachPhase          *phase,
               const CoachPlanStep *step)
{
  const char *words = get_starting_position (coach_movement_get_position (step->movement));

  tell_name (self, phase, step);
  self->at_s = MAX (self->at_s, POSITION_AT_S);
  if (words != NULL && self->at_s <= POSITION_LATEST_S)
    coach_narration_tell (self, COACH_CUE_POSITION, COACH_CUE_SOUND_NONE, words);
  tell_count (self, phase->length_s);
}

static void
tell_rest (CoachNarration      *self,
           CoachPhase          *phase,
           const CoachPlanStep *step)
{
  guint counted_s = phase->length_s >= COACH_CUE_COUNT_OUT_MIN_SECONDS ? 3 : 0;
  g_autofree char *text = NULL;
  g_autofree char *next = NULL;

  text = g_strdup_printf (ngettext ("Rest for %u second.", "Rest for %u seconds.",
                                    phase->length_s), phase->length_s);
  coach_narration_tell (self, COACH_CUE_REST, COACH_CUE_SOUND_END, text);
  /* Translators: spoken during a rest, as in "Then set 2 of 3." */
  next = g_strdup_printf (_("Then set %u of %u."), phase->set + 1, step->dose.sets);
  if (phase->set > 0)
    coach_narration_tell_before (self, phase->length_s - counted_s, COACH_CUE_NEXT, next);
  if (counted_s > 0)
    tell_count (self, phase->length_s);
}

/* Of the steps that are told before, those that are different on this side. */
static void
tell_other_side (CoachNarration      *self,
                 const CoachPlanStep *step,
                 CoachSide            side)
{
  const char * const *steps = coach_movement_get_steps (step->movement, side);
  const char * const *before = coach_movement_get_steps (step->movement,
                                                         coach_side_get_other (side));

  for (guint i = 0; i < coach_narration_count_told_before (step); i++)
    if (!g_str_equal (steps[i], before[i]))
      coach_narration_tell (self, COACH_CUE_STEP, COACH_CUE_SOUND_NONE, steps[i]);
}

static void
tell_switch (CoachNarration      *self,
             CoachPhase          *phase,
             const CoachPlanStep *step)
{
  gboolean to_right = phase->side == COACH_SIDE_RIGHT;

  coach_narration_tell (self, COACH_CUE_SWITCH, COACH_CUE_SOUND_SWITCH,
                        to_right ? _("Switch to the right side.") : _("Switch to the left side."));
  if (!self->voice->explain)
    return;
  tell_leaving (self, step, coach_side_get_other (phase->side));
  tell_other_side (self, step, phase->side);
  phase->length_s = MAX (phase->length_s, self->at_s + SETTLE_S + 3);
  tell_count (self, phase->length_s);
}

/* One gets up from where the last movement was done, and from the floor never straight. */
static void
tell_finish (CoachNarration *self)
{
  coach_narration_tell (self, COACH_CUE_DONE, COACH_CUE_SOUND_CLOSE,
                        _("That was the last one. Well done."));
  if (self->voice->explain)
    tell_leaving (self, self->left, self->left_side);
  self->at_s++;
  tell_rising (self, coach_movement_get_position (self->left->movement), TRUE);
}

static void
tell_phase (CoachNarration      *self,
            CoachPhase          *phase,
            const CoachPlanStep *step)
{
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
      if (self->voice->explain)
        explain_position (self, phase, step);
      else
        tell_position (self, phase, step);
      break;
    case COACH_PHASE_HOLD:
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      coach_narration_tell_work (self, phase, step);
      break;
    case COACH_PHASE_REST:
      tell_rest (self, phase, step);
      break;
    case COACH_PHASE_SWITCH_SIDES:
      tell_switch (self, phase, step);
      break;
    case COACH_PHASE_FINISH:
      tell_finish (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * coach_plan_add_cues:
 * @phases: (inout) (element-type CoachPhase): phases without cues, the last of which is the finish
 * @steps: (element-type CoachPlanStep): their steps
 * @voice: how it is told
 *
 * Gives each phase what is said and sounded in it, in the order of time and in the person's
 * language. Where it is explained, getting into place and switching sides take as long as what is
 * said of them; the work never does.
 */
void
coach_plan_add_cues (GArray               *phases,
                     GArray               *steps,
                     const CoachPlanVoice *voice)
{
  CoachNarration narration = { .voice = voice };

  for (guint i = 0; i < phases->len; i++)
    {
      CoachPhase *phase = &g_array_index (phases, CoachPhase, i);
      const CoachPlanStep *step = phase->kind != COACH_PHASE_FINISH
                                    ? &g_array_index (steps, CoachPlanStep, phase->step)
                                    : NULL;

      coach_narration_begin (&narration, phase, step);
      tell_phase (&narration, phase, step);
      coach_narration_end (&narration, phase, step);
    }
  g_clear_pointer (&narration.tips, g_ptr_array_unref);
}
