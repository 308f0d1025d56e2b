#define G_LOG_DOMAIN "coach-voice"

#include "config.h"

#include "coach-voice-private.h"

#include "coach-voice-error.h"

/* A voice at work: the link to the server and the queue, each told of the other. */

static gint64
get_now_us (CoachVoice *self)
{
  return coach_clock_get_monotonic_us (self->clock);
}

static void
tell_over (CoachVoice            *self,
           const CoachSpeechItem *item,
           gboolean               is_whole)
{
  if (item->was_heard)
    coach_voice_tell_ended (self, item->text, is_whole);
  else
    coach_voice_tell_dropped (self, item->text);
}

/* Returns: whether there may be more to do */
static gboolean
do_step (CoachVoice *self)
{
  CoachSpeechItem *item;

  switch (coach_speech_queue_step (&self->queue, get_now_us (self), &item))
    {
    case COACH_SPEECH_STEP_SAY:
      coach_speech_link_speak (self->link, item->text, item->priority);
      return TRUE;
    case COACH_SPEECH_STEP_CUT:
      coach_speech_link_cut (self->link);
      return TRUE;
    case COACH_SPEECH_STEP_DROP:
      coach_voice_tell_dropped (self, item->text);
      coach_speech_item_free (item);
      return TRUE;
    case COACH_SPEECH_STEP_MISS:
      tell_over (self, item, FALSE);
      coach_speech_item_free (item);
      return TRUE;
    case COACH_SPEECH_STEP_NONE:
    default:
      return FALSE;
    }
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachVoice *self = user_data;

  self->wake_id = 0;
  coach_voice_go_on (self);
}

static void
disarm (CoachVoice *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

static void
arm (CoachVoice *self)
{
  gint64 wake_us = coach_speech_queue_get_wake_us (&self->queue, get_now_us (self));

  disarm (self);
  if (wake_us < G_MAXINT64)
    self->wake_id = coach_clock_add_wake (self->clock, wake_us, wake_due_cb, self);
}

/* Does what is to be done now. Whoever is told may hand over more, hush, or let the voice go. */
void
coach_voice_go_on (CoachVoice *self)
{
  g_autoptr (CoachVoice) guard G_GNUC_UNUSED = g_object_ref (self);

  while (self->queue.waiting != NULL && do_step (self))
    continue;
  if (self->queue.waiting != NULL)
    arm (self);
}

static void
link_opened_cb (CoachVoice *self)
{
  coach_retry_reset (&self->retry);
  coach_speech_queue_open (&self->queue);
  coach_voice_set_state (self, COACH_VOICE_STATE_READY);
  coach_voice_go_on (self);
}

static void
tell_begun (CoachVoice *self)
{
  gint64 now_us = get_now_us (self);

  if (coach_speech_queue_begin (&self->queue, now_us))
    coach_voice_tell_began (self, self->queue.current->text,
                            coach_speech_item_get_late_us (self->queue.current, now_us));
}

static void
link_began_cb (CoachVoice *self)
{
  tell_begun (self);
  coach_voice_go_on (self);
}

/* Some synthesisers do not tell that they begin. */
static void
link_ended_cb (CoachVoice *self,
               gboolean    is_whole)
{
  g_autoptr (CoachSpeechItem) item = NULL;

  if (is_whole)
    tell_begun (self);
  item = coach_speech_queue_end (&self->queue, get_now_us (self));
  if (item != NULL)
    tell_over (self, item, is_whole);
  coach_voice_go_on (self);
}

static void
close_link (CoachVoice *self)
{
  g_autoptr (CoachSpeechItem) item = NULL;

  if (self->link == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->link, self);
  coach_speech_link_close (self->link);
  g_clear_object (&self->link);
  item = coach_speech_queue_close (&self->queue, get_now_us (self));
  if (item != NULL)
    tell_over (self, item, FALSE);
}

static void
link_closed_cb (CoachVoice   *self,
                const GError *error)
{
  g_autoptr (CoachVoice) guard G_GNUC_UNUSED = g_object_ref (self);
  gboolean is_absent = g_error_matches (error, COACH_VOICE_ERROR, COACH_VOICE_ERROR_ABSENT);

  g_info ("%s", error->message);
  close_link (self);
  coach_retry_arm (&self->retry);
  coach_voice_set_state (self, is_absent ? COACH_VOICE_STATE_ABSENT : COACH_VOICE_STATE_LOST);
  coach_voice_go_on (self);
}

static void
open_link (gpointer user_data)
{
  CoachVoice *self = user_data;

  self->link = coach_speech_link_new (self->clock, self->address, self->starter, self->client_name,
                                      &self->settings);
  g_signal_connect_object (self->link, "opened", G_CALLBACK (link_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "closed", G_CALLBACK (link_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "began", G_CALLBACK (link_began_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "ended", G_CALLBACK (link_ended_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Looks for the server at once. There must be no link. */
void
coach_voice_open (CoachVoice *self)
{
  coach_retry_reset (&self->retry);
  open_link (self);
}

/* The server has no word for going back to the person's own language and voice. */
void
coach_voice_renew_talk (CoachVoice *self)
{
  if (self->link == NULL)
    return;
  close_link (self);
  coach_voice_set_state (self, COACH_VOICE_STATE_OPENING);
  open_link (self);
  coach_voice_go_on (self);
}

void
coach_voice_begin_talk (CoachVoice *self)
{
  coach_retry_init (&self->retry, self->clock, open_link, self);
  open_link (self);
}

/* Tells nobody. It may be ended already. */
void
coach_voice_end_talk (CoachVoice *self)
{
  if (self->link != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->link, self);
      coach_speech_link_close (self->link);
    }
  g_clear_object (&self->link);
  coach_retry_clear (&self->retry);
  disarm (self);
}
