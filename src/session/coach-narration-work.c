#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-narration-private.h"

#include <glib/gi18n-lib.h>

/* Silence before a tip, so that what was said can sink in. */
#define TIP_PAUSE_S       2
/* So many tips between two fixed moments; who holds a stretch wants some quiet, too. */
#define MAX_TIPS_AT_ONCE  2
#define LAST_SECONDS      5
/* So many breaths are led, and then the person goes on alone. */
#define MAX_BREATHS       6

static gboolean
is_rolling (const CoachPlanStep *step)
{
  return g_str_equal (coach_movement_get_group (step->movement), "foam-rolling");
}

/**
 * coach_narration_count_told_before:
 * @step: a step of a plan
 *
 * Counts which of a movement's steps are said before it begins: those that lead into the place, and
 * where the movement is repeated, those that say what is repeated.
 *
 * Returns: the number of the movement's first steps
 */
guint
coach_narration_count_told_before (const CoachPlanStep *step)
{
  const char * const *steps = coach_movement_get_steps (step->movement, COACH_SIDE_LEFT);

  if (step->dose.kind == COACH_DOSE_REPS)
    return g_strv_length ((char **) steps) - coach_movement_get_n_leave_steps (step->movement);
  return coach_movement_get_n_set_up_steps (step->movement);
}

/**
 * coach_narration_find_tips:
 * @self: a narration
 * @step: the step that is told next
 * @side: the side that is at work next
 *
 * Collects what can be said while a step is done: its steps that were not said before, the
 * movement's cue, how to breathe.
 */
void
coach_narration_find_tips (CoachNarration      *self,
                           const CoachPlanStep *step,
                           CoachSide            side)
{
  const char * const *steps = coach_movement_get_steps (step->movement, side);
  guint end = g_strv_length ((char **) steps) - coach_movement_get_n_leave_steps (step->movement);
  guint begin = self->voice->explain ? coach_narration_count_told_before (step) : 0;

  g_clear_pointer (&self->tips, g_ptr_array_unref);
  self->tips = g_ptr_array_new ();
  self->next_tip = 0;
  for (guint i = begin; i < end; i++)
    g_ptr_array_add (self->tips, (gpointer) steps[i]);
  g_ptr_array_add (self->tips, (gpointer) coach_movement_get_cue (step->movement, side));
  g_ptr_array_add (self->tips, (gpointer) coach_movement_get_breathing (step->movement));
}

/* Returns FALSE when no tip is left, or none that can be said whole before @end_s. */
static gboolean
tell_next_tip (CoachNarration *self,
               guint           end_s)
{
  if (self->next_tip >= self->tips->len)
    return FALSE;
  if (!coach_narration_tell_before (self, end_s, COACH_CUE_TIP,
                                    g_ptr_array_index (self->tips, self->next_tip)))
    return FALSE;
  self->next_tip++;
  return TRUE;
}

/* In and out by turns up to @end_s, always both. Who has found the pace is left alone with it. */
static void
tell_pace (CoachNarration           *self,
           const CoachBreathingPace *pace,
           guint                     end_s)
{
  for (guint i = 0; i < MAX_BREATHS && self->at_s + pace->in_s + pace->out_s <= end_s; i++)
    {
      guint begin_s = self->at_s;

      coach_narration_tell (self, COACH_CUE_BREATH, COACH_CUE_SOUND_NONE,
                            C_("cue", "Breathe in."));
      coach_narration_tell_at (self, begin_s + pace->in_s, COACH_CUE_BREATH, COACH_CUE_SOUND_NONE,
                               C_("cue", "Breathe out."));
      self->at_s = begin_s + pace->in_s + pace->out_s;
    }
}

/* What is said between one fixed moment and the next: a tip or two, then the pace of breathing
 * where the movement has one. */
static void
fill (CoachNarration      *self,
      const CoachPlanStep *step,
      guint                end_s)
{
  const CoachBreathingPace *pace = coach_movement_get_breathing_pace (step->movement);

  for (guint i = 0; i < MAX_TIPS_AT_ONCE; i++)
    {
      guint free_s = self->at_s;

      self->at_s += TIP_PAUSE_S;
      if (tell_next_tip (self, end_s - 1))
        continue;
      self->at_s = free_s;
      break;
    }
  if (pace != NULL)
    tell_pace (self, pace, end_s);
}

static char *
format_beginning (CoachNarration      *self,
                  const CoachPhase    *phase,
                  const CoachPlanStep *step)
{
  gboolean says_dose = !self->voice->explain && phase->set == 1;
  guint length_s = phase->length_s;

  if (phase->kind == COACH_PHASE_HOLD)
    return says_dose ? g_strdup_printf (ngettext ("Hold for %u second.", "Hold for %u seconds.",
                                                  length_s), length_s)
                     : g_strdup (C_("cue", "Hold."));
  if (is_rolling (step))
    return says_dose ? g_strdup_printf (ngettext ("Roll slowly for %u second.",
                                                  "Roll slowly for %u seconds.", length_s),
                                        length_s)
                     : g_strdup (C_("cue", "Roll slowly."));
  return says_dose ? g_strdup_printf (ngettext ("Begin. %u second.", "Begin. %u seconds.",
                                                length_s), length_s)
                   : g_strdup (C_("cue", "Begin."));
}

/* What brings about a hold is said in the place of a tip, before it is to be held. Returns NULL where
 * there is no such step, or it was done in the set before. */
static const char *
find_first_move (CoachNarration   *self,
                 const CoachPhase *phase)
{
  if (!self->voice->explain || phase->kind != COACH_PHASE_HOLD || phase->set > 1)
    return NULL;
  /* The last two are the cue and the breathing. */
  if (self->tips->len <= 2)
    return NULL;
  return g_ptr_array_index (self->tips, self->next_tip++);
}

/* A stretch without repetitions: how it begins, where it stands, and that it ends soon. */
static void
tell_steady (CoachNarration      *self,
             const CoachPhase    *phase,
             const CoachPlanStep *step)
{
  g_autofree char *beginning = format_beginning (self, phase, step);
  const char *first = find_first_move (self, phase);
  guint length_s = phase->length_s;
  gboolean announces_end = length_s >= COACH_CUE_LAST_FIVE_MIN_SECONDS;
  guint end_s = announces_end ? length_s - LAST_SECONDS : length_s;

  coach_narration_tell (self, COACH_CUE_BEGIN, COACH_CUE_SOUND_BEGIN,
                        first != NULL ? first : beginning);
  if (first != NULL)
    coach_narration_tell (self, COACH_CUE_BEGIN, COACH_CUE_SOUND_NONE, beginning);
  if (length_s >= COACH_CUE_HALF_WAY_MIN_SECONDS)
    {
      fill (self, step, length_s / 2);
      coach_narration_tell_at (self, length_s / 2, COACH_CUE_HALF_WAY, COACH_CUE_SOUND_NONE,
                               C_("cue", "Half-way."));
    }
  fill (self, step, end_s);
  if (announces_end)
    coach_narration_tell_at (self, end_s, COACH_CUE_LAST_SECONDS, COACH_CUE_SOUND_NONE,
                             C_("cue", "Five seconds."));
}

/* The count leads; a tip is said where a repetition is long enough for it. */
static void
tell_repetitions (CoachNarration      *self,
                  const CoachPlanStep *step)
{
  const CoachDose *dose = &step->dose;
  g_autofree char *beginning = NULL;

  if (self->voice->explain)
    beginning = g_strdup (C_("cue", "Begin."));
  else
    beginning = g_strdup_printf (ngettext ("%u slow repetition.", "%u slow repetitions.",
                                           dose->reps), dose->reps);
  coach_narration_tell (self, COACH_CUE_BEGIN, COACH_CUE_SOUND_BEGIN, beginning);
  for (guint done = 1; done < dose->reps; done++)
    {
      /* Translators: a repetition counted aloud, such as "2" */
      g_autofree char *count = g_strdup_printf (C_("counting up", "%u"), done + 1);
      gboolean is_last = done + 1 == dose->reps;

      coach_narration_tell_at (self, done * dose->seconds, COACH_CUE_REPETITION,
                               COACH_CUE_SOUND_NONE, is_last ? C_("cue", "Last one.") : count);
      if (!is_last)
        tell_next_tip (self, (done + 1) * dose->seconds);
    }
}

/**
 * coach_narration_tell_work:
 * @self: a narration
 * @phase: a hold, repetitions, or a stretch of time
 * @step: its step
 *
 * Says what is said while a set is done.
 */
void
coach_narration_tell_work (CoachNarration      *self,
                           const CoachPhase    *phase,
                           const CoachPlanStep *step)
{
  if (phase->kind == COACH_PHASE_REPS)
    tell_repetitions (self, step);
  else
    tell_steady (self, phase, step);
}
