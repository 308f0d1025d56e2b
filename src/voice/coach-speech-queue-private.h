#pragma once

#include "coach-utterance.h"

G_BEGIN_DECLS

/**
 * CoachSpeechPhase:
 * @COACH_SPEECH_PHASE_SILENT: nothing is said; ASKED follows
 * @COACH_SPEECH_PHASE_ASKED: the server was given something to say and has not begun; any may follow
 * @COACH_SPEECH_PHASE_HEARD: it is to be heard; CUT or SILENT follows
 * @COACH_SPEECH_PHASE_CUT: the server was told to end it, and has not done so; SILENT follows
 *
 * How far it is with the one thing that is being said.
 */
typedef enum
{
  COACH_SPEECH_PHASE_SILENT,
  COACH_SPEECH_PHASE_ASKED,
  COACH_SPEECH_PHASE_HEARD,
  COACH_SPEECH_PHASE_CUT
} CoachSpeechPhase;

/**
 * CoachSpeechStep:
 * @COACH_SPEECH_STEP_NONE: nothing is to be done now
 * @COACH_SPEECH_STEP_SAY: give the item to the server
 * @COACH_SPEECH_STEP_CUT: tell the server to end what it says
 * @COACH_SPEECH_STEP_DROP: tell that the item will not be said
 * @COACH_SPEECH_STEP_MISS: the server never told that it ended the item: go on without it
 *
 * What is to be done.
 */
typedef enum
{
  COACH_SPEECH_STEP_NONE,
  COACH_SPEECH_STEP_SAY,
  COACH_SPEECH_STEP_CUT,
  COACH_SPEECH_STEP_DROP,
  COACH_SPEECH_STEP_MISS
} CoachSpeechStep;

/**
 * CoachSpeechItem:
 * @text: (owned): what is said
 * @priority: what it may cut off
 * @due_us: when it is to begin
 * @latest_us: when it is too late to begin
 * @is_hushed: it is no longer wanted
 * @was_heard: it has begun
 *
 * An utterance that waits or is being said.
 */
typedef struct
{
  char                *text;
  CoachSpeechPriority  priority;
  gint64               due_us;
  gint64               latest_us;
  gboolean             is_hushed;
  gboolean             was_heard;
} CoachSpeechItem;

/**
 * CoachSpeechQueue:
 *
 * What is said now, what is cut off and what is dropped: rules alone, without a server or a clock.
 */
typedef struct
{
  GPtrArray        *waiting;      /* (owned) (element-type CoachSpeechItem): in the order they came */
  CoachSpeechItem  *current;      /* (owned) (nullable): NULL when SILENT */
  CoachSpeechPhase  phase;
  gint64            began_us;     /* when the phase began */
  gboolean          is_open;      /* there is a server */
  gint64            lead_us;      /* how long the server takes to begin, as far as is known */
  gint64            last_lead_us; /* how long it took the last time */
} CoachSpeechQueue;

void             coach_speech_queue_init        (CoachSpeechQueue     *self);
void             coach_speech_queue_clear       (CoachSpeechQueue     *self);
void             coach_speech_queue_add         (CoachSpeechQueue     *self,
                                                 const CoachUtterance *utterance);
void             coach_speech_queue_hush        (CoachSpeechQueue     *self);
void             coach_speech_queue_open        (CoachSpeechQueue     *self);
CoachSpeechItem *coach_speech_queue_close       (CoachSpeechQueue     *self,
                                                 gint64                now_us);
CoachSpeechStep  coach_speech_queue_step        (CoachSpeechQueue     *self,
                                                 gint64                now_us,
                                                 CoachSpeechItem     **item);
gboolean         coach_speech_queue_begin       (CoachSpeechQueue     *self,
                                                 gint64                now_us);
CoachSpeechItem *coach_speech_queue_end         (CoachSpeechQueue     *self,
                                                 gint64                now_us);
gint64           coach_speech_queue_get_wake_us (const CoachSpeechQueue *self,
                                                 gint64                  now_us);

gint64           coach_speech_item_get_late_us  (const CoachSpeechItem *self,
                                                 gint64                 now_us);
void             coach_speech_item_free         (CoachSpeechItem       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSpeechItem, coach_speech_item_free)

G_END_DECLS
