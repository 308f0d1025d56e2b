#include "config.h"

#include "coach-speech-queue-private.h"

#include "coach-speech-time.h"

/* Servers end what they say within some 50 ms; one that never tells keeps the next back for so long. */
#define CUT_LIMIT_US G_USEC_PER_SEC

/* No synthesiser takes longer for a text, at any rate, than so much and so many estimates of it. */
#define HEARD_LIMIT_US    (5 * (gint64) G_USEC_PER_SEC)
#define HEARD_LIMIT_TIMES 4

/* One that takes longer to begin cannot keep time at all. */
#define LEAD_LIMIT_US G_USEC_PER_SEC

/**
 * coach_speech_queue_init:
 * @self: (out caller-allocates): a queue
 *
 * Makes an empty queue that has no server yet.
 */
void
coach_speech_queue_init (CoachSpeechQueue *self)
{
  *self = (CoachSpeechQueue) {
    .waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_speech_item_free),
  };
}

/**
 * coach_speech_queue_clear:
 * @self: a queue, which may be cleared already
 *
 * Frees what it holds.
 */
void
coach_speech_queue_clear (CoachSpeechQueue *self)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->current, coach_speech_item_free);
}

/**
 * coach_speech_queue_add:
 * @self: a queue
 * @utterance: what to say; copied
 *
 * Lets something wait for its time.
 */
void
coach_speech_queue_add (CoachSpeechQueue     *self,
                        const CoachUtterance *utterance)
{
  gint64 stale_after_us = utterance->stale_after_us != 0 ? utterance->stale_after_us
                                                         : COACH_UTTERANCE_STALE_AFTER_US;
  CoachSpeechItem *item = g_new (CoachSpeechItem, 1);

  *item = (CoachSpeechItem) {
    .text = g_strdup (utterance->text),
    .priority = utterance->priority,
    .due_us = utterance->due_us,
    .latest_us = utterance->due_us + stale_after_us,
  };
  g_ptr_array_add (self->waiting, item);
}

/**
 * coach_speech_queue_hush:
 * @self: a queue
 *
 * Wants nothing any more of what was added so far. The next steps cut off and drop it.
 */
void
coach_speech_queue_hush (CoachSpeechQueue *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    ((CoachSpeechItem *) g_ptr_array_index (self->waiting, i))->is_hushed = TRUE;
  if (self->current != NULL)
    self->current->is_hushed = TRUE;
}

static void
set_phase (CoachSpeechQueue *self,
           CoachSpeechPhase  phase,
           gint64            now_us)
{
  self->phase = phase;
  self->began_us = now_us;
}

static CoachSpeechItem *
take_current (CoachSpeechQueue *self,
              gint64            now_us)
{
  set_phase (self, COACH_SPEECH_PHASE_SILENT, now_us);
  return g_steal_pointer (&self->current);
}

/**
 * coach_speech_queue_open:
 * @self: a queue
 *
 * Notes that there is a server.
 */
void
coach_speech_queue_open (CoachSpeechQueue *self)
{
  self->is_open = TRUE;
}

/**
 * coach_speech_queue_close:
 * @self: a queue
 * @now_us: the time
 *
 * Notes that there is no server, or no longer. What was being said is over and is not said again;
 * what waits is said if there is a server before it is too late.
 *
 * Returns: (transfer full) (nullable): what was being said
 */
CoachSpeechItem *
coach_speech_queue_close (CoachSpeechQueue *self,
                          gint64            now_us)
{
  self->is_open = FALSE;
  return take_current (self, now_us);
}

/* Only what it took twice running counts: a server takes long once when it wakes up. */
static void
learn_lead (CoachSpeechQueue *self,
            gint64            now_us)
{
  gint64 taken_us = MIN (now_us - self->began_us, LEAD_LIMIT_US);

  self->lead_us = MIN (self->last_lead_us, taken_us);
  self->last_lead_us = taken_us;
}

/**
 * coach_speech_queue_begin:
 * @self: a queue
 * @now_us: the time
 *
 * Notes that what the server was given is to be heard.
 *
 * Returns: whether it is news; `self->current` is what has begun, then
 */
gboolean
coach_speech_queue_begin (CoachSpeechQueue *self,
                          gint64            now_us)
{
  if (self->phase != COACH_SPEECH_PHASE_ASKED)
    return FALSE;
  learn_lead (self, now_us);
  self->current->was_heard = TRUE;
  set_phase (self, COACH_SPEECH_PHASE_HEARD, now_us);
  return TRUE;
}

/**
 * coach_speech_queue_end:
 * @self: a queue
 * @now_us: the time
 *
 * Notes that the server is silent, because it came to the end, or was told so by us or others.
 *
 * Returns: (transfer full) (nullable): what is over
 */
CoachSpeechItem *
coach_speech_queue_end (CoachSpeechQueue *self,
                        gint64            now_us)
{
  return take_current (self, now_us);
}

static gint64
get_start_us (const CoachSpeechQueue *self,
              const CoachSpeechItem  *item)
{
  return item->due_us - self->lead_us;
}

static gboolean
is_before (const CoachSpeechItem *item,
           const CoachSpeechItem *other)
{
  if (item->priority != other->priority)
    return item->priority > other->priority;
  return item->due_us < other->due_us;
}

/* The one that is to be said next, of those whose time has come. */
static CoachSpeechItem *
find_next (const CoachSpeechQueue *self,
           gint64                  now_us)
{
  CoachSpeechItem *next = NULL;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      CoachSpeechItem *item = g_ptr_array_index (self->waiting, i);

      if (get_start_us (self, item) <= now_us && (next == NULL || is_before (item, next)))
        next = item;
    }
  return next;
}

static gboolean
drop_next (CoachSpeechQueue  *self,
           gint64             now_us,
           CoachSpeechItem  **dropped)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      CoachSpeechItem *item = g_ptr_array_index (self->waiting, i);

      if (!item->is_hushed && now_us <= item->latest_us)
        continue;
      *dropped = g_ptr_array_steal_index (self->waiting, i);
      return TRUE;
    }
  return FALSE;
}

static gint64
get_limit_us (const CoachSpeechQueue *self)
{
  switch (self->phase)
    {
    case COACH_SPEECH_PHASE_ASKED:
      return MAX (self->current->latest_us, self->began_us);
    case COACH_SPEECH_PHASE_HEARD:
      return self->began_us + HEARD_LIMIT_US
             + HEARD_LIMIT_TIMES * coach_speech_time_estimate_us (self->current->text, 0);
    case COACH_SPEECH_PHASE_CUT:
      return self->began_us + CUT_LIMIT_US;
    case COACH_SPEECH_PHASE_SILENT:
    default:
      return G_MAXINT64;
    }
}

static CoachSpeechStep
cut (CoachSpeechQueue *self,
     gint64            now_us)
{
  set_phase (self, COACH_SPEECH_PHASE_CUT, now_us);
  return COACH_SPEECH_STEP_CUT;
}

static CoachSpeechStep
step_while_speaking (CoachSpeechQueue  *self,
                     gint64             now_us,
                     CoachSpeechItem  **item)
{
  const CoachSpeechItem *next = find_next (self, now_us);

  if (self->phase == COACH_SPEECH_PHASE_CUT)
    {
      if (now_us <= get_limit_us (self))
        return COACH_SPEECH_STEP_NONE;
      *item = take_current (self, now_us);
      return COACH_SPEECH_STEP_MISS;
    }
  if (self->current->is_hushed)
    return cut (self, now_us);
  if (next != NULL && next->priority > self->current->priority)
    return cut (self, now_us);
  if (now_us <= get_limit_us (self))
    return COACH_SPEECH_STEP_NONE;
  /* What has not begun would begin too late. The next one is given earlier to the server. */
  if (self->phase == COACH_SPEECH_PHASE_ASKED)
    learn_lead (self, now_us);
  return cut (self, now_us);
}

/**
 * coach_speech_queue_step:
 * @self: a queue
 * @now_us: the time
 * @item: (out) (optional): what it is about: owned by the queue for SAY; by the caller for DROP and
 *   MISS
 *
 * Tells what is to be done now. Ask again until it is nothing, after everything that has happened and
 * at [func@SpeechQueue.get_wake_us].
 *
 * Returns: what to do; the queue takes it as done
 */
CoachSpeechStep
coach_speech_queue_step (CoachSpeechQueue  *self,
                         gint64             now_us,
                         CoachSpeechItem  **item)
{
  CoachSpeechItem *next;
  guint index;

  *item = NULL;
  if (drop_next (self, now_us, item))
    return COACH_SPEECH_STEP_DROP;
  if (!self->is_open)
    return COACH_SPEECH_STEP_NONE;
  if (self->phase != COACH_SPEECH_PHASE_SILENT)
    return step_while_speaking (self, now_us, item);

  next = find_next (self, now_us);
  if (next == NULL)
    return COACH_SPEECH_STEP_NONE;
  g_ptr_array_find (self->waiting, next, &index);
  self->current = *item = g_ptr_array_steal_index (self->waiting, index);
  set_phase (self, COACH_SPEECH_PHASE_ASKED, now_us);
  return COACH_SPEECH_STEP_SAY;
}

/**
 * coach_speech_queue_get_wake_us:
 * @self: a queue
 * @now_us: the time, at which there is nothing to be done
 *
 * Tells when there may be something to be done although nothing has happened.
 *
 * Returns: a time after @now_us; %G_MAXINT64 for never
 */
gint64
coach_speech_queue_get_wake_us (const CoachSpeechQueue *self,
                                gint64                  now_us)
{
  gint64 limit_us = get_limit_us (self);
  gint64 wake_us = limit_us < G_MAXINT64 ? MAX (limit_us, now_us) + 1 : G_MAXINT64;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const CoachSpeechItem *item = g_ptr_array_index (self->waiting, i);

      if (get_start_us (self, item) > now_us)
        wake_us = MIN (wake_us, get_start_us (self, item));
      wake_us = MIN (wake_us, MAX (item->latest_us, now_us) + 1);
    }
  return wake_us;
}

/**
 * coach_speech_item_get_late_us:
 * @self: an item that begins
 * @now_us: the time
 *
 * Tells how late it is.
 *
 * Returns: microseconds; negative when it is early
 */
gint64
coach_speech_item_get_late_us (const CoachSpeechItem *self,
                               gint64                 now_us)
{
  return now_us - self->due_us;
}

/**
 * coach_speech_item_free:
 * @self: (transfer full): an item
 *
 * Frees an item.
 */
void
coach_speech_item_free (CoachSpeechItem *self)
{
  g_free (self->text);
  g_free (self);
}
