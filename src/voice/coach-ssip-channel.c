#define G_LOG_DOMAIN "coach-voice"

#include "config.h"

#include "coach-ssip-channel-private.h"

#include <string.h>

#include "coach-speech-opening-private.h"
#include "coach-voice-error.h"

/* Starting a server takes a second or two; one that hangs takes forever. */
#define OPENING_LIMIT_US (15 * (gint64) G_USEC_PER_SEC)

/* It answers within a millisecond, and lists 13 000 voices within one second. */
#define ANSWER_LIMIT_US (5 * (gint64) G_USEC_PER_SEC)

#define PORTION 4096

struct _CoachSsipChannel
{
  GObject          parent_instance;

  CoachClock      *clock;       /* (owned) (nullable): NULL once it is closed */
  GCancellable    *cancellable; /* (owned) (not nullable): ends all that is under way */
  GIOStream       *stream;      /* (owned) (nullable): open */
  guint            limit_id;    /* 0 unless the server is to have opened or answered by then */
  gboolean         is_closed;

  GQueue           orders;      /* (element-type Order): the first is under way, if there is a stream;
                                 * the others wait for its answer */
  char            *outgoing;    /* (owned) (nullable): is being written */
  CoachSsipReader  reader;
  char             portion[PORTION];
};

/* What the server is told, and who wants the answer. */
typedef struct
{
  char             *bytes;     /* (owned) (nullable): NULL once they are on their way */
  CoachSsipReplied  replied;   /* (nullable) */
  gpointer          user_data;
} Order;

/**
 * CoachSsipChannel:
 *
 * Orders and answers of SSIP, the protocol of speech-dispatcher (`info ssip`).
 *
 * It is spoken here and not through speech-dispatcher's own library, since that one cannot be kept
 * from waiting: it has no bound for any answer and nothing to give up with, so that a server that hangs
 * would hold a thread forever; it tells nobody that the server has died; and it ends the whole program
 * over an answer that it does not understand. Here all of it is done by the main loop, and each answer
 * has a bound.
 *
 * Orders are given one by one: a text and a command that the server reads at once could be taken for
 * one.
 */
G_DEFINE_FINAL_TYPE (CoachSsipChannel, coach_ssip_channel, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CLOSED,
  SIGNAL_EVENT,
} CoachSsipChannelSignal;

static guint signals[SIGNAL_EVENT + 1];

static void
disarm (CoachSsipChannel *self)
{
  if (self->limit_id != 0)
    coach_clock_remove_wake (self->clock, self->limit_id);
  self->limit_id = 0;
}

static void
finish_order (CoachSsipChannel     *self,
              const CoachSsipReply *reply)
{
  Order *order = g_queue_pop_head (&self->orders);

  if (order->replied != NULL)
    order->replied (reply, order->user_data);
  g_free (order->bytes);
  g_free (order);
}

static void
fail (CoachSsipChannel *self,
      GError           *error)
{
  g_autoptr (CoachSsipChannel) guard G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (GError) owned_error G_GNUC_UNUSED = error;

  if (self->is_closed)
    return;
  g_debug ("%s", error->message);
  coach_ssip_channel_close (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, error);
}

static void
limit_reached_cb (CoachClock *clock,
                  gpointer    user_data)
{
  CoachSsipChannel *self = user_data;

  self->limit_id = 0;
  fail (self, g_error_new_literal (COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST,
                                   "the speech server does not answer"));
}

static void
arm (CoachSsipChannel *self,
     gint64            limit_us)
{
  disarm (self);
  self->limit_id = coach_clock_add_wake (self->clock,
                                         coach_clock_get_monotonic_us (self->clock) + limit_us,
                                         limit_reached_cb, self);
}

static void send_next (CoachSsipChannel *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CoachSsipChannel) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL,
                                                          &error);

  g_clear_pointer (&self->outgoing, g_free);
  if (!is_written)
    fail (self, g_error_new (COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST,
                             "the speech server is gone: %s", error->message));
  else if (!self->is_closed)
    send_next (self);
}

/* The answer may be read before we are told that the order is written. */
static void
send_next (CoachSsipChannel *self)
{
  Order *order = g_queue_peek_head (&self->orders);

  if (self->stream == NULL || self->outgoing != NULL || order == NULL || order->bytes == NULL)
    return;
  arm (self, ANSWER_LIMIT_US);
  self->outgoing = g_steal_pointer (&order->bytes);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (self->stream), self->outgoing,
                                   strlen (self->outgoing), G_PRIORITY_HIGH, self->cancellable,
                                   written_cb, g_object_ref (self));
}

static void
take_reply (CoachSsipChannel     *self,
            const CoachSsipReply *reply)
{
  if (coach_ssip_reply_is_event (reply))
    g_signal_emit (self, signals[SIGNAL_EVENT], 0, reply);
  else if (!g_queue_is_empty (&self->orders))
    {
      disarm (self);
      finish_order (self, reply);
      if (!self->is_closed)
        send_next (self);
    }
}

static void
take_replies (CoachSsipChannel *self)
{
  g_autoptr (GError) error = NULL;

  while (!self->is_closed)
    {
      g_autoptr (CoachSsipReply) reply = coach_ssip_reader_next (&self->reader, &error);

      if (reply == NULL)
        break;
      take_reply (self, reply);
    }
  if (error != NULL)
    fail (self, g_steal_pointer (&error));
}

static void read_on (CoachSsipChannel *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CoachSsipChannel) self = user_data;
  g_autoptr (GError) error = NULL;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (self->is_closed)
    return;
  if (length <= 0)
    {
      fail (self, g_error_new (COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST,
                               "the speech server is gone: %s",
                               error != NULL ? error->message : "it hung up"));
      return;
    }
  coach_ssip_reader_feed (&self->reader, self->portion, length);
  take_replies (self);
  if (!self->is_closed)
    read_on (self);
}

static void
read_on (CoachSsipChannel *self)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (self->stream), self->portion, PORTION,
                             G_PRIORITY_HIGH, self->cancellable, read_cb, g_object_ref (self));
}

static void
stream_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CoachSsipChannel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GIOStream) stream = coach_speech_open_finish (result, &error);

  if (self->is_closed)
    return;
  if (stream == NULL)
    {
      fail (self, g_steal_pointer (&error));
      return;
    }
  disarm (self);
  self->stream = g_steal_pointer (&stream);
  read_on (self);
  send_next (self);
}

static void
coach_ssip_channel_dispose (GObject *object)
{
  coach_ssip_channel_close (COACH_SSIP_CHANNEL (object));

  G_OBJECT_CLASS (coach_ssip_channel_parent_class)->dispose (object);
}

static void
coach_ssip_channel_finalize (GObject *object)
{
  CoachSsipChannel *self = COACH_SSIP_CHANNEL (object);

  coach_ssip_reader_clear (&self->reader);
  g_clear_object (&self->cancellable);
  g_free (self->outgoing);

  G_OBJECT_CLASS (coach_ssip_channel_parent_class)->finalize (object);
}

static void
coach_ssip_channel_class_init (CoachSsipChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_ssip_channel_dispose;
  object_class->finalize = coach_ssip_channel_finalize;

  /**
   * CoachSsipChannel::closed:
   * @self: the channel
   * @error: why, in the domain of [error@VoiceError]
   *
   * There is no server, or no longer. Nothing more will come.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", COACH_TYPE_SSIP_CHANNEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * CoachSsipChannel::event:
   * @self: the channel
   * @event: (type CoachSsipReply): what the server tells by itself
   *
   * Something has happened to what is said.
   */
  signals[SIGNAL_EVENT] = g_signal_new ("event", COACH_TYPE_SSIP_CHANNEL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
coach_ssip_channel_init (CoachSsipChannel *self)
{
  g_queue_init (&self->orders);
  coach_ssip_reader_init (&self->reader);
  self->cancellable = g_cancellable_new ();
}

/**
 * coach_ssip_channel_new:
 * @clock: for bounds
 * @address: (nullable): where the server listens
 * @starter: (nullable): the program that starts it
 *
 * Opens a channel, as soon as the main loop runs.
 *
 * Returns: (transfer full): a channel
 */
CoachSsipChannel *
coach_ssip_channel_new (CoachClock *clock,
                        const char *address,
                        const char *starter)
{
  CoachSsipChannel *self = g_object_new (COACH_TYPE_SSIP_CHANNEL, NULL);

  self->clock = g_object_ref (clock);
  arm (self, OPENING_LIMIT_US);
  coach_speech_open_async (address, starter, self->cancellable, stream_opened_cb,
                           g_object_ref (self));
  return self;
}

/**
 * coach_ssip_channel_close:
 * @self: a channel, which may be closed already
 *
 * Ends it, without telling. Who waits for an answer gets none.
 */
void
coach_ssip_channel_close (CoachSsipChannel *self)
{
  self->is_closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  disarm (self);
  while (!g_queue_is_empty (&self->orders))
    finish_order (self, NULL);
  g_clear_object (&self->stream);
  g_clear_object (&self->clock);
}

/**
 * coach_ssip_channel_send:
 * @self: a channel, open or not yet
 * @bytes: an order with its end of line
 * @replied: (nullable): called with the answer; the channel must not go before without being closed
 * @user_data: handed to @replied
 *
 * Gives an order once those before it are answered. A channel that is closed gives no answer.
 */
void
coach_ssip_channel_send (CoachSsipChannel *self,
                         const char       *bytes,
                         CoachSsipReplied  replied,
                         gpointer          user_data)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { .bytes = g_strdup (bytes), .replied = replied, .user_data = user_data };
  g_queue_push_tail (&self->orders, order);
  if (self->is_closed)
    finish_order (self, NULL);
  else if (self->orders.length == 1)
    send_next (self);
}
