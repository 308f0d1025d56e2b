#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-sound.h"

#include "coach-player-error-private.h"
#include "coach-sound-pipeline-private.h"
#include "coach-sound-worker-private.h"

#include <gst/pbutils/pbutils.h>

struct _CoachSound
{
  GObject       parent_instance;

  char         *path;          /* (owned) (not nullable), given at construction */
  char         *sink;          /* (owned) (not nullable), given at construction */

  double        volume;        /* 0 to 1, as the ear takes it */

  GMainContext *context;       /* (owned): where everything is told */
  GThreadPool  *worker;        /* (owned) (not nullable): one thread, so that orders keep their order */
  GSource      *soon;          /* (owned) (nullable): ends or fails unless destroyed before */
  GSource      *bus_watch;     /* (owned) (nullable) */
  GstElement   *pipeline;      /* (owned) (nullable): %NULL while it is neither ready nor heard */
  char         *missing_codec; /* (owned) (nullable): told before the error itself */
  gboolean      stays_ready;   /* whether the pipeline is kept when the sound is over */
  gboolean      is_rewound;    /* whether the pipeline stands at the beginning */
  gboolean      is_heard;      /* from the call to its end */
  gboolean      is_kept_one;   /* whether the pipeline that is heard is one that was kept */
};

/**
 * CoachSound:
 *
 * A short sound, played once each time it is asked for.
 *
 * Nobody waits for it: a sound server that is slow or hangs keeps no caller waiting. What goes wrong
 * is told by [signal@Sound::failed], in the main context that was the thread's default when the sound
 * was made, and the next time is tried anew. Where there is no sound server it plays unheard, and is
 * heard again when there is one.
 *
 * A sound that must come at its instant is made ready by [method@Sound.prepare]. It then holds a
 * stream at the server that is at rest between two times, so that nothing waits for it or is made
 * softer for it; else it lets go of the server when it is over. Music that plays elsewhere goes on:
 * where the server makes it softer for sounds like these, it is softer while one is heard.
 *
 * GStreamer is started by the first sound that is played or prepared.
 */
G_DEFINE_FINAL_TYPE (CoachSound, coach_sound, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_SINK,
  PROP_VOLUME,
} CoachSoundProperty;

static GParamSpec *properties[PROP_VOLUME + 1];

typedef enum
{
  SIGNAL_ENDED,
  SIGNAL_FAILED,
} CoachSoundSignal;

static guint signals[SIGNAL_FAILED + 1];

static void
give_order (CoachSound      *self,
            CoachSoundOrder  order)
{
  coach_sound_worker_give (self->worker, self->pipeline, order);
}

static void
destroy_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
let_go (CoachSound *self)
{
  destroy_source (&self->soon);
  destroy_source (&self->bus_watch);
  if (self->pipeline != NULL)
    give_order (self, COACH_SOUND_ORDER_END);
  g_clear_object (&self->pipeline);
  g_clear_pointer (&self->missing_codec, g_free);
  self->is_heard = FALSE;
}

/* Whether the pipeline can be used again. One that went nowhere may go somewhere when it is built
 * anew. */
static gboolean
is_worth_keeping (CoachSound *self)
{
  return self->stays_ready && self->pipeline != NULL
         && coach_sound_pipeline_is_heard (self->pipeline);
}

static void
fall_silent (CoachSound *self)
{
  if (is_worth_keeping (self))
    {
      destroy_source (&self->soon);
      if (!self->is_rewound)
        give_order (self, COACH_SOUND_ORDER_REWIND);
      self->is_rewound = TRUE;
      self->is_heard = FALSE;
    }
  else
    let_go (self);
}

static void
fail (CoachSound *self,
      GError     *error)
{
  g_autoptr (GError) owned_error = error;
  gboolean was_heard = self->is_heard;

  g_info ("%s: %s", self->path, owned_error->message);
  let_go (self);
  if (was_heard)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, owned_error);
}

static void begin_anew (CoachSound *self);

static void
fail_from_message (CoachSound *self,
                   GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  gst_message_parse_error (message, &error, &details);
  g_debug ("%s: %s", self->path, details);
  /* The server went away while the sound was ready: perhaps there is another by now. */
  if (self->is_heard && self->is_kept_one)
    begin_anew (self);
  else
    fail (self, coach_player_error_from_gst (error, self->missing_codec));
}

static void
end (CoachSound *self)
{
  fall_silent (self);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
attach_source (CoachSound  *self,
               GSource     *source,
               GSourceFunc  func)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
}

static void
tell_after (CoachSound  *self,
            guint        wait_ms,
            GSourceFunc  func)
{
  destroy_source (&self->soon);
  self->soon = wait_ms > 0 ? g_timeout_source_new (wait_ms) : g_idle_source_new ();
  attach_source (self, self->soon, func);
}

static gboolean
over_cb (gpointer user_data)
{
  g_autoptr (CoachSound) self = g_object_ref (COACH_SOUND (user_data));

  end (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_tail (CoachSound *self)
{
  tell_after (self, COACH_SOUND_PIPELINE_TAIL_MS, over_cb);
}

static void
note_missing_codec (CoachSound *self,
                    GstMessage *message)
{
  if (gst_is_missing_plugin_message (message) && self->missing_codec == NULL)
    self->missing_codec = gst_missing_plugin_message_get_description (message);
}

/* Only errors of the pipeline itself: the watch is gone after the first. */
static gboolean
bus_message_cb (GstBus     *bus,
                GstMessage *message,
                gpointer    user_data)
{
  g_autoptr (CoachSound) self = g_object_ref (COACH_SOUND (user_data));

  switch ((int) GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_EOS:
      /* One that was stopped meanwhile has no end to tell. */
      if (self->is_heard)
        wait_for_tail (self);
      break;
    case GST_MESSAGE_ELEMENT:
      note_missing_codec (self, message);
      break;
    case GST_MESSAGE_ERROR:
      fail_from_message (self, message);
      break;
    default:
      break;
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
start_failed_cb (gpointer user_data)
{
  g_autoptr (CoachSound) self = g_object_ref (COACH_SOUND (user_data));

  fail (self, g_error_new_literal (COACH_PLAYER_ERROR, COACH_PLAYER_ERROR_FAILED,
                                   "GStreamer or its base plug-ins are not installed"));
  return G_SOURCE_REMOVE;
}

static void
watch_bus (CoachSound *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  self->bus_watch = gst_bus_create_watch (bus);
  attach_source (self, self->bus_watch, G_SOURCE_FUNC (bus_message_cb));
}

static gboolean
build_pipeline (CoachSound *self)
{
  if (!gst_init_check (NULL, NULL, NULL))
    return FALSE;
  self->pipeline = coach_sound_pipeline_new (self->path, self->sink);
  if (self->pipeline == NULL)
    return FALSE;
  coach_sound_pipeline_set_volume (self->pipeline, self->volume);
  watch_bus (self);
  self->is_rewound = TRUE;
  return TRUE;
}

static void
begin_anew (CoachSound *self)
{
  let_go (self);
  self->is_heard = TRUE;
  self->is_kept_one = FALSE;
  if (build_pipeline (self))
    give_order (self, COACH_SOUND_ORDER_BEGIN);
  else
    tell_after (self, 0, start_failed_cb);
  self->is_rewound = FALSE;
}

/* What the bus still has to say of the last time is left out: the end of that is not this end. */
static void
begin_kept (CoachSound *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  destroy_source (&self->soon);
  gst_bus_set_flushing (bus, TRUE);
  gst_bus_set_flushing (bus, FALSE);
  self->is_heard = TRUE;
  self->is_kept_one = TRUE;
  give_order (self, self->is_rewound ? COACH_SOUND_ORDER_BEGIN : COACH_SOUND_ORDER_REPEAT);
  self->is_rewound = FALSE;
}

static void
coach_sound_constructed (GObject *object)
{
  CoachSound *self = COACH_SOUND (object);

  G_OBJECT_CLASS (coach_sound_parent_class)->constructed (object);

  self->context = g_main_context_ref_thread_default ();
  self->worker = coach_sound_worker_new ();
}

static void
coach_sound_dispose (GObject *object)
{
  let_go (COACH_SOUND (object));

  G_OBJECT_CLASS (coach_sound_parent_class)->dispose (object);
}

/* What was ordered is still done, but nobody waits for it. */
static void
coach_sound_finalize (GObject *object)
{
  CoachSound *self = COACH_SOUND (object);

  g_thread_pool_free (self->worker, FALSE, FALSE);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  g_free (self->sink);

  G_OBJECT_CLASS (coach_sound_parent_class)->finalize (object);
}

static void
coach_sound_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CoachSound *self = COACH_SOUND (object);

  switch ((CoachSoundProperty) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_SINK:
      g_value_set_string (value, self->sink);
      break;
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_sound_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  CoachSound *self = COACH_SOUND (object);

  switch ((CoachSoundProperty) prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_SINK:
      self->sink = g_value_dup_string (value);
      break;
    case PROP_VOLUME:
      coach_sound_set_volume (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_sound_class_init (CoachSoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags given_once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_sound_constructed;
  object_class->dispose = coach_sound_dispose;
  object_class->finalize = coach_sound_finalize;
  object_class->get_property = coach_sound_get_property;
  object_class->set_property = coach_sound_set_property;

  /**
   * CoachSound:path:
   *
   * The sound's file.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, given_once);

  /**
   * CoachSound:sink:
   *
   * The GStreamer element that the sound goes to.
   */
  properties[PROP_SINK] = g_param_spec_string ("sink", NULL, NULL, "autoaudiosink", given_once);

  /**
   * CoachSound:volume:
   *
   * How loud it is, from 0 (not at all) to 1 (as it was recorded), as the ear takes it: the samples
   * are multiplied by its cube, as the sliders of desktops do.
   */
  properties[PROP_VOLUME]
      = g_param_spec_double ("volume", NULL, NULL, 0, 1, 1,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachSound::ended:
   * @self: the sound
   *
   * It has been played to its end.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", COACH_TYPE_SOUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  /**
   * CoachSound::failed:
   * @self: the sound
   * @error: why, in the domain of [error@PlayerError]; its message is for the log
   *
   * It could not be played, this time.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", COACH_TYPE_SOUND, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
coach_sound_init (CoachSound *self)
{
  self->volume = 1;
}

/**
 * coach_sound_new:
 * @path: the sound's file; it need not exist
 *
 * Makes a sound that is not heard yet.
 *
 * Returns: (transfer full): the sound
 */
CoachSound *
coach_sound_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (COACH_TYPE_SOUND, "path", path, NULL);
}

/**
 * coach_sound_get_path:
 * @self: a sound
 *
 * Gets the sound's file.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_sound_get_path (CoachSound *self)
{
  g_return_val_if_fail (COACH_IS_SOUND (self), NULL);

  return self->path;
}

/**
 * coach_sound_get_volume:
 * @self: a sound
 *
 * Gets how loud it is.
 *
 * Returns: from 0 to 1, as the ear takes it
 */
double
coach_sound_get_volume (CoachSound *self)
{
  g_return_val_if_fail (COACH_IS_SOUND (self), 0);

  return self->volume;
}

/**
 * coach_sound_set_volume:
 * @self: a sound
 * @volume: from 0 to 1, as the ear takes it
 *
 * Sets how loud it is, also while it is heard.
 */
void
coach_sound_set_volume (CoachSound *self,
                        double      volume)
{
  g_return_if_fail (COACH_IS_SOUND (self));
  g_return_if_fail (volume >= 0 && volume <= 1);

  if (self->volume == volume)
    return;
  self->volume = volume;
  if (self->pipeline != NULL)
    coach_sound_pipeline_set_volume (self->pipeline, volume);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

/**
 * coach_sound_prepare:
 * @self: a sound
 *
 * Makes it ready and keeps it so until the sound is let go of, so that it begins within a few
 * hundredths of a second when it is played. A sound that cannot be made ready now tells of that when
 * it is played.
 */
void
coach_sound_prepare (CoachSound *self)
{
  g_return_if_fail (COACH_IS_SOUND (self));

  self->stays_ready = TRUE;
  if (self->pipeline == NULL && build_pipeline (self))
    give_order (self, COACH_SOUND_ORDER_PREPARE);
}

/**
 * coach_sound_play:
 * @self: a sound
 *
 * Plays it from its beginning, also when it is still to be heard. With a volume of 0 nothing is
 * softer for it, and it ends at once.
 */
void
coach_sound_play (CoachSound *self)
{
  g_return_if_fail (COACH_IS_SOUND (self));

  if (self->volume <= 0)
    {
      fall_silent (self);
      tell_after (self, 0, over_cb);
    }
  else if (is_worth_keeping (self))
    begin_kept (self);
  else
    begin_anew (self);
}

/**
 * coach_sound_stop:
 * @self: a sound
 *
 * Ends it where it is. A sound that is not to be heard stays so.
 */
void
coach_sound_stop (CoachSound *self)
{
  g_return_if_fail (COACH_IS_SOUND (self));

  fall_silent (self);
}
