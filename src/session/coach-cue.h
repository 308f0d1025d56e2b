#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CoachCueKind:
 * @COACH_CUE_NAME: the movement and its side
 * @COACH_CUE_POSITION: the starting position in a word or two
 * @COACH_CUE_STEP: one of the movement's steps, while getting into place
 * @COACH_CUE_DOSE: how long, or how often
 * @COACH_CUE_COUNT: three, two, one
 * @COACH_CUE_BEGIN: the work begins
 * @COACH_CUE_REPETITION: a repetition counted aloud
 * @COACH_CUE_TIP: how to do it well, while it is done
 * @COACH_CUE_BREATH: in, or out
 * @COACH_CUE_HALF_WAY: half of a hold or a stretch of time has passed
 * @COACH_CUE_LAST_SECONDS: five seconds are left
 * @COACH_CUE_REST: the set is over; how long the rest is
 * @COACH_CUE_NEXT: what follows the rest
 * @COACH_CUE_SWITCH: the side is over; the other one is next
 * @COACH_CUE_LEAVE: one of the movement's steps that lead out of it
 * @COACH_CUE_DONE: the routine is over
 * @COACH_CUE_RISE: how to get up safely, or down
 *
 * What a cue is about. How urgent it is and who hears it follows from that.
 */
typedef enum
{
  COACH_CUE_NAME,
  COACH_CUE_POSITION,
  COACH_CUE_STEP,
  COACH_CUE_DOSE,
  COACH_CUE_COUNT,
  COACH_CUE_BEGIN,
  COACH_CUE_REPETITION,
  COACH_CUE_TIP,
  COACH_CUE_BREATH,
  COACH_CUE_HALF_WAY,
  COACH_CUE_LAST_SECONDS,
  COACH_CUE_REST,
  COACH_CUE_NEXT,
  COACH_CUE_SWITCH,
  COACH_CUE_LEAVE,
  COACH_CUE_DONE,
  COACH_CUE_RISE,
} CoachCueKind;

/**
 * CoachCuePriority:
 * @COACH_CUE_PRIORITY_TIP: good to know; the first to be dropped
 * @COACH_CUE_PRIORITY_GUIDE: what leads through: positions, steps, the dose, what is next
 * @COACH_CUE_PRIORITY_TURN: something begins
 * @COACH_CUE_PRIORITY_COUNT: a count, worth nothing a moment later
 * @COACH_CUE_PRIORITY_STOP: the person may let go, or must
 *
 * Which of two cues is said when both are due; a higher value cuts a lower one off.
 */
typedef enum
{
  COACH_CUE_PRIORITY_TIP,
  COACH_CUE_PRIORITY_GUIDE,
  COACH_CUE_PRIORITY_TURN,
  COACH_CUE_PRIORITY_COUNT,
  COACH_CUE_PRIORITY_STOP,
} CoachCuePriority;

/**
 * CoachCueSound:
 * @COACH_CUE_SOUND_NONE: nothing is sounded
 * @COACH_CUE_SOUND_BEGIN: a soft bell: the work begins
 * @COACH_CUE_SOUND_END: a low stroke: let go
 * @COACH_CUE_SOUND_SWITCH: two tones: the other side
 * @COACH_CUE_SOUND_TICK: one of the last three seconds
 * @COACH_CUE_SOUND_CLOSE: the routine is over
 *
 * What is sounded together with a cue.
 */
typedef enum
{
  COACH_CUE_SOUND_NONE,
  COACH_CUE_SOUND_BEGIN,
  COACH_CUE_SOUND_END,
  COACH_CUE_SOUND_SWITCH,
  COACH_CUE_SOUND_TICK,
  COACH_CUE_SOUND_CLOSE,
} CoachCueSound;

/**
 * CoachTalk:
 * @COACH_TALK_SOUNDS: nothing is said; sounds alone lead
 * @COACH_TALK_SHORT: what is done now, and when it begins and ends
 * @COACH_TALK_FULL: also how it is done, for somebody who sees nothing
 *
 * How much is said in a session.
 */
typedef enum
{
  COACH_TALK_SOUNDS,
  COACH_TALK_SHORT,
  COACH_TALK_FULL,
} CoachTalk;

/**
 * CoachCue:
 * @at_s: seconds from the beginning of its phase
 * @kind: what it is about
 * @sound: what is sounded at the same moment
 * @text: (translatable): what is said, at most 12 words
 *
 * What is said and sounded at one instant of a phase.
 */
typedef struct
{
  guint          at_s;
  CoachCueKind   kind;
  CoachCueSound  sound;
  char          *text;
} CoachCue;

gboolean         coach_talk_from_id          (const char     *id,
                                              CoachTalk      *talk);

#define COACH_TYPE_CUE (coach_cue_get_type ())
GType            coach_cue_get_type          (void);

CoachCue        *coach_cue_copy              (const CoachCue *cue);
void             coach_cue_free              (CoachCue       *cue);
gboolean         coach_cue_is_said           (const CoachCue *cue,
                                              CoachTalk       talk);
gboolean         coach_cue_is_sounded        (const CoachCue *cue,
                                              CoachTalk       talk);
CoachCuePriority coach_cue_kind_get_priority (CoachCueKind    kind);
const char      *coach_cue_kind_get_id       (CoachCueKind    kind);
const char      *coach_cue_sound_get_id      (CoachCueSound   sound);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachCue, coach_cue_free)

G_END_DECLS
