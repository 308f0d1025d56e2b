#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-sound.h"

#include "coach-player-error-private.h"

#include <gst/gst.h>
#include <gst/pbutils/pbutils.h>

struct _CoachSound
{
  GObject       parent_instance;

  char         *path;          /* (owned) (not nullable), given at construction */
  char         *sink;          /* (owned) (not nullable), given at construction */

  GMainContext *context;       /* (owned): where everything is told */
  GThreadPool  *worker;        /* (owned) (not nullable): one thread, so that orders keep their order */
  GSource      *failing;       /* (owned) (nullable): fails unless destroyed before */
  GSource      *bus_watch;     /* (owned) (nullable) */
  GstElement   *pipeline;      /* (owned) (nullable): %NULL while it is silent */
  char         *missing_codec; /* (owned) (nullable): told before the error itself */
};

typedef struct
{
  GstElement *pipeline; /* (owned) */
  GstState    state;
} Order;

/**
 * CoachSound:
 *
 * A short sound, played once each time it is asked for.
 *
 * Nobody waits for it: a sound server that is slow or hangs keeps no caller waiting. What goes wrong
 * is told by [signal@Sound::failed], in the main context that was the thread's default when the sound
 * was made, and the next time is tried anew. Where there is no sound server it plays unheard.
 * GStreamer is started by the first sound that is played.
 */
G_DEFINE_FINAL_TYPE (CoachSound, coach_sound, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_SINK,
} CoachSoundProperty;

static GParamSpec *properties[PROP_SINK + 1];

typedef enum
{
  SIGNAL_ENDED,
  SIGNAL_FAILED,
} CoachSoundSignal;

static guint signals[SIGNAL_FAILED + 1];

/* On the worker's thread. Opening a device may take as long as the server likes. */
static void
obey (gpointer data,
      gpointer user_data)
{
  Order *order = data;

  gst_element_set_state (order->pipeline, order->state);
  gst_object_unref (order->pipeline);
  g_free (order);
}

static void
give_order (CoachSound *self,
            GstState    state)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { .pipeline = gst_object_ref (self->pipeline), .state = state };
  g_thread_pool_push (self->worker, order, NULL);
}

static void
destroy_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
fall_silent (CoachSound *self)
{
  destroy_source (&self->failing);
  destroy_source (&self->bus_watch);
  if (self->pipeline != NULL)
    give_order (self, GST_STATE_NULL);
  g_clear_object (&self->pipeline);
  g_clear_pointer (&self->missing_codec, g_free);
}

static void
fail (CoachSound *self,
      GError     *error)
{
  g_autoptr (GError) owned_error = error;

  g_info ("%s: %s", self->path, owned_error->message);
  fall_silent (self);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, owned_error);
}

static void
fail_from_message (CoachSound *self,
                   GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  gst_message_parse_error (message, &error, &details);
  g_debug ("%s: %s", self->path, details);
  fail (self, coach_player_error_from_gst (error, self->missing_codec));
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
      fall_silent (self);
      g_signal_emit (self, signals[SIGNAL_ENDED], 0);
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
attach_source (CoachSound  *self,
               GSource     *source,
               GSourceFunc  func)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
}

static GstElement *
build_pipeline (CoachSound *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) sink = NULL;

  if (!gst_init_check (NULL, NULL, NULL))
    return NULL;
  uri = gst_filename_to_uri (self->path, NULL);
  pipeline = gst_element_factory_make ("playbin", NULL);
  sink = gst_element_factory_make (self->sink, NULL);
  if (pipeline == NULL || sink == NULL || uri == NULL)
    return NULL;

  gst_object_ref_sink (pipeline);
  g_object_set (pipeline, "audio-sink", gst_object_ref_sink (sink), "uri", uri, NULL);
  gst_util_set_object_arg (G_OBJECT (pipeline), "flags", "audio");
  return g_steal_pointer (&pipeline);
}

static void
watch_bus (CoachSound *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  self->bus_watch = gst_bus_create_watch (bus);
  attach_source (self, self->bus_watch, G_SOURCE_FUNC (bus_message_cb));
}

static void
coach_sound_constructed (GObject *object)
{
  CoachSound *self = COACH_SOUND (object);

  G_OBJECT_CLASS (coach_sound_parent_class)->constructed (object);

  self->context = g_main_context_ref_thread_default ();
  self->worker = g_thread_pool_new (obey, NULL, 1, FALSE, NULL);
}

static void
coach_sound_dispose (GObject *object)
{
  fall_silent (COACH_SOUND (object));

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
 * coach_sound_play:
 * @self: a sound
 *
 * Plays it from its beginning, also when it is still to be heard.
 */
void
coach_sound_play (CoachSound *self)
{
  g_return_if_fail (COACH_IS_SOUND (self));

  fall_silent (self);
  self->pipeline = build_pipeline (self);
  if (self->pipeline != NULL)
    {
      watch_bus (self);
      give_order (self, GST_STATE_PLAYING);
    }
  else
    {
      self->failing = g_idle_source_new ();
      attach_source (self, self->failing, start_failed_cb);
    }
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
