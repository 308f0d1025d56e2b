#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-narration-private.h"

#include "host.h"

static gboolean
is_work (CoachPhaseKind kind)
{
  return kind == COACH_PHASE_HOLD || kind == COACH_PHASE_REPS || kind == COACH_PHASE_TIME;
}

/**
 * coach_narration_begin:
 * @self: a narration
 * @phase: the phase that is told now
 * @step: (nullable): its step; %NULL for the finish
 *
 * Turns to the next phase. On each side of a step the tips begin anew.
 */
void
coach_narration_begin (CoachNarration      *self,
                       const CoachPhase    *phase,
                       const CoachPlanStep *step)
{
  self->cues = g_array_new (FALSE, FALSE, sizeof (CoachCue));
  self->at_s = 0;
  if (phase->kind == COACH_PHASE_POSITION || phase->kind == COACH_PHASE_SWITCH_SIDES)
    coach_narration_find_tips (self, step, phase->side);
}

/**
 * coach_narration_end:
 * @self: a narration
 * @phase: (inout): the phase that was told
 * @step: (nullable): its step
 *
 * Hands a phase its cues.
 */
void
coach_narration_end (CoachNarration      *self,
                     CoachPhase          *phase,
                     const CoachPlanStep *step)
{
  phase->n_cues = self->cues->len;
  phase->cues = (CoachCue *) g_array_free (g_steal_pointer (&self->cues), FALSE);
  if (!is_work (phase->kind))
    return;
  self->left = step;
  self->left_side = phase->side;
}

/* How much time is kept free for a text: whole seconds, at least 1. */
static guint
get_length_s (CoachNarration *self,
              const char     *text)
{
  gint64 us = coach_speech_time_estimate_us (text, self->voice->rate);

  return MAX (1, (guint) ((us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC));
}

/**
 * coach_narration_tell_at:
 * @self: a narration
 * @at_s: seconds into the phase
 * @kind: what it is about
 * @sound: what is sounded with it
 * @text: what is said
 *
 * Says something at a fixed moment; what follows waits until it has been said.
 */
void
coach_narration_tell_at (CoachNarration *self,
                         guint           at_s,
                         CoachCueKind    kind,
                         CoachCueSound   sound,
                         const char     *text)
{
  CoachCue cue = { .at_s = at_s, .kind = kind, .sound = sound, .text = g_strdup (text) };

  g_array_append_val (self->cues, cue);
  self->at_s = at_s + get_length_s (self, text);
}

/**
 * coach_narration_tell:
 * @self: a narration
 * @kind: what it is about
 * @sound: what is sounded with it
 * @text: what is said
 *
 * Says something as soon as what came before has been said.
 */
void
coach_narration_tell (CoachNarration *self,
                      CoachCueKind    kind,
                      CoachCueSound   sound,
                      const char     *text)
{
  coach_narration_tell_at (self, self->at_s, kind, sound, text);
}

/**
 * coach_narration_tell_before:
 * @self: a narration
 * @end_s: seconds into the phase
 * @kind: what it is about
 * @text: what is said
 *
 * Says something without a sound if it can be said whole before a moment; otherwise not.
 *
 * Returns: whether it is said
 */
gboolean
coach_narration_tell_before (CoachNarration *self,
                             guint           end_s,
                             CoachCueKind    kind,
                             const char     *text)
{
  if (self->at_s + get_length_s (self, text) > end_s)
    return FALSE;
  coach_narration_tell (self, kind, COACH_CUE_SOUND_NONE, text);
  return TRUE;
}
