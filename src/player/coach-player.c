#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-player.h"

#include "coach-frame-relay-private.h"
#include "coach-pipeline-private.h"
#include "coach-player-error-private.h"

#include <gst/gst.h>
#include <gst/pbutils/pbutils.h>

/* Less than this between two ends is not a loop but what a damaged file leaves of one. */
#define MIN_LOOP_US (G_USEC_PER_SEC / 4)

/* The pipeline reads ahead, so an end may be told of before its frames were seen. */
#define MAX_EMPTY_LOOPS 8

/* A pipeline that has shown nothing by then is stuck in a file that no error describes. */
#define FIRST_FRAME_S 15

struct _CoachPlayer
{
  GObject                parent_instance;

  char                  *path;           /* (owned) (not nullable), given at construction */
  CoachPixelLayout       layout;         /* given at construction */
  gboolean               sync;           /* given at construction */

  GMainContext          *context;        /* (owned): where everything is told */
  GSource               *failing;        /* (owned) (nullable): fails unless destroyed before */
  GSource               *bus_watch;      /* (owned) (nullable) */
  GstElement            *pipeline;       /* (owned) (nullable): %NULL once closed */
  CoachFrameRelay       *relay;          /* (owned) (nullable): %NULL once closed */

  CoachFrame            *frame;          /* (owned) (nullable): the newest */
  gboolean               playing;        /* wished for; obeyed from `armed` on */
  gboolean               armed;          /* the first seek was made, so that ends are loop ends */
  guint                  empty_loops;    /* in a row */
  char                  *missing_codec;  /* (owned) (nullable): told before the error itself */
  CoachPlayerStatistics  statistics;
};

/**
 * CoachPlayer:
 *
 * Plays one clip without sound, over and over, without a seam.
 *
 * A player begins at once, and hands each frame over in the main context that was the thread's
 * default when it was made, by a change of [property@Player:frame]. A clip is seamless when its
 * last frame repeats its first. The player ends by [method@Player.close], by its disposal, or by a
 * failure, which it tells of once with [signal@Player::failed]. GStreamer is started by the first
 * player, so that a program which shows no clip never pays for it.
 */
G_DEFINE_FINAL_TYPE (CoachPlayer, coach_player, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_LAYOUT,
  PROP_SYNC,
  PROP_PLAYING,
  PROP_FRAME,
} CoachPlayerProperty;

static GParamSpec *properties[PROP_FRAME + 1];

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
attach_source (CoachPlayer *self,
               GSource     *source,
               GSourceFunc  func)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
}

static void
destroy_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Only a playing pipeline may wait for this thread: a state change waits for the pipeline. */
static void
set_state (CoachPlayer *self,
           GstState     state)
{
  coach_frame_relay_set_lossless (self->relay, FALSE);
  gst_element_set_state (self->pipeline, state);
  coach_frame_relay_set_lossless (self->relay, state == GST_STATE_PLAYING && !self->sync);
}

static void
log_statistics (CoachPlayer *self)
{
  g_debug ("%s: %" G_GUINT64_FORMAT " frames shown, %" G_GUINT64_FORMAT " dropped, %"
           G_GUINT64_FORMAT " merged, %u loops, longest step %.1f ms", self->path,
           self->statistics.shown, self->statistics.dropped, self->statistics.merged,
           self->statistics.loops, (double) self->statistics.longest_step_us / 1000);
}

static void
close_pipeline (CoachPlayer *self)
{
  destroy_source (&self->failing);
  destroy_source (&self->bus_watch);
  if (self->relay != NULL)
    {
      self->statistics.merged = coach_frame_relay_get_merged (self->relay);
      coach_frame_relay_close (self->relay);
      log_statistics (self);
    }
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_object (&self->pipeline);
  g_clear_pointer (&self->relay, coach_frame_relay_unref);
}

static void
fail (CoachPlayer *self,
      GError      *error)
{
  g_autoptr (GError) owned_error = error;

  g_info ("%s: %s", self->path, owned_error->message);
  close_pipeline (self);
  g_signal_emit (self, signals[FAILED], 0, owned_error);
}

static void
fail_as_damaged (CoachPlayer *self,
                 const char  *why)
{
  fail (self, g_error_new_literal (COACH_PLAYER_ERROR, COACH_PLAYER_ERROR_CLIP_DAMAGED, why));
}

/* The pipeline is set up. A clip that cannot be sought plays on, to its end. */
static void
arm_loop (CoachPlayer *self)
{
  int streams = 0;

  if (self->armed)
    return;
  self->armed = TRUE;
  g_object_get (self->pipeline, "n-video", &streams, NULL);
  if (streams == 0)
    {
      fail_as_damaged (self, "the clip has no pictures");
      return;
    }
  coach_pipeline_seek_to_start (self->pipeline, GST_SEEK_FLAG_FLUSH);
  if (self->playing)
    set_state (self, GST_STATE_PLAYING);
}

static void
start_next_loop (CoachPlayer  *self,
                 GstSeekFlags  flags)
{
  gboolean is_empty = coach_frame_relay_take_reach_us (self->relay) < MIN_LOOP_US;

  self->statistics.loops++;
  self->empty_loops = is_empty ? self->empty_loops + 1 : 0;
  if (self->empty_loops > MAX_EMPTY_LOOPS)
    fail_as_damaged (self, "the clip ends almost where it begins");
  else
    coach_pipeline_start_again (self->pipeline, flags);
}

static void
fail_from_message (CoachPlayer *self,
                   GstMessage  *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  gst_message_parse_error (message, &error, &details);
  g_debug ("%s: %s", self->path, details);
  fail (self, coach_player_error_from_gst (error, self->missing_codec));
}

static void
note_missing_codec (CoachPlayer *self,
                    GstMessage  *message)
{
  if (!gst_is_missing_plugin_message (message) || self->missing_codec != NULL)
    return;
  self->missing_codec = gst_missing_plugin_message_get_description (message);
}

/* After a failure the watch is gone, so the errors that follow the first are never heard. */
static gboolean
bus_message_cb (GstBus     *bus,
                GstMessage *message,
                gpointer    user_data)
{
  g_autoptr (CoachPlayer) self = g_object_ref (COACH_PLAYER (user_data));

  switch ((int) GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ASYNC_DONE:
      arm_loop (self);
      break;
    case GST_MESSAGE_SEGMENT_DONE:
      start_next_loop (self, GST_SEEK_FLAG_NONE);
      break;
    case GST_MESSAGE_EOS:
      start_next_loop (self, GST_SEEK_FLAG_FLUSH);
      break;
    case GST_MESSAGE_QOS:
      self->statistics.dropped++;
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

/* The clip's clock starts anew when it is sought: then there is no step to speak of. */
static void
note_step (CoachPlayer *self,
           CoachFrame  *frame)
{
  gint64 step_us = 0;

  if (self->frame != NULL)
    step_us = coach_frame_get_due_us (frame) - coach_frame_get_due_us (self->frame);
  self->statistics.longest_step_us = MAX (self->statistics.longest_step_us, step_us);
}

/* On the main context's thread, and never after close_pipeline(). */
static void
frame_came_cb (CoachFrame *frame,
               gpointer    owner)
{
  CoachPlayer *self = COACH_PLAYER (owner);

  destroy_source (&self->failing);
  note_step (self, frame);
  g_clear_pointer (&self->frame, coach_frame_unref);
  self->frame = coach_frame_ref (frame);
  self->statistics.shown++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAME]);
}

static gboolean
start_failed_cb (gpointer user_data)
{
  g_autoptr (CoachPlayer) self = g_object_ref (COACH_PLAYER (user_data));

  fail (self, g_error_new_literal (COACH_PLAYER_ERROR, COACH_PLAYER_ERROR_FAILED,
                                   "GStreamer or its base plug-ins are not installed"));
  return G_SOURCE_REMOVE;
}

static gboolean
first_frame_late_cb (gpointer user_data)
{
  g_autoptr (CoachPlayer) self = g_object_ref (COACH_PLAYER (user_data));

  fail_as_damaged (self, "no picture came");
  return G_SOURCE_REMOVE;
}

static void
watch_bus (CoachPlayer *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  self->bus_watch = gst_bus_create_watch (bus);
  attach_source (self, self->bus_watch, G_SOURCE_FUNC (bus_message_cb));
}

static void
coach_player_constructed (GObject *object)
{
  CoachPlayer *self = COACH_PLAYER (object);

  G_OBJECT_CLASS (coach_player_parent_class)->constructed (object);

  self->context = g_main_context_ref_thread_default ();
  self->relay = coach_frame_relay_new (self->context, frame_came_cb, self);
  if (gst_init_check (NULL, NULL, NULL))
    self->pipeline = coach_pipeline_new (self->path, self->relay, self->layout, self->sync);
  if (self->pipeline != NULL)
    {
      watch_bus (self);
      self->failing = g_timeout_source_new_seconds (FIRST_FRAME_S);
      attach_source (self, self->failing, first_frame_late_cb);
      set_state (self, GST_STATE_PAUSED);
    }
  else
    {
      self->failing = g_idle_source_new ();
      attach_source (self, self->failing, start_failed_cb);
    }
}

static void
coach_player_dispose (GObject *object)
{
  CoachPlayer *self = COACH_PLAYER (object);

  close_pipeline (self);
  g_clear_pointer (&self->frame, coach_frame_unref);

  G_OBJECT_CLASS (coach_player_parent_class)->dispose (object);
}

static void
coach_player_finalize (GObject *object)
{
  CoachPlayer *self = COACH_PLAYER (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->missing_codec);
  g_free (self->path);

  G_OBJECT_CLASS (coach_player_parent_class)->finalize (object);
}

static void
coach_player_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CoachPlayer *self = COACH_PLAYER (object);

  switch ((CoachPlayerProperty) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_LAYOUT:
      g_value_set_int (value, self->layout);
      break;
    case PROP_SYNC:
      g_value_set_boolean (value, self->sync);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_FRAME:
      g_value_set_boxed (value, self->frame);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_player_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  CoachPlayer *self = COACH_PLAYER (object);

  switch ((CoachPlayerProperty) prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_LAYOUT:
      self->layout = g_value_get_int (value);
      break;
    case PROP_SYNC:
      self->sync = g_value_get_boolean (value);
      break;
    case PROP_PLAYING:
      coach_player_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_FRAME:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_player_class_init (CoachPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags given_once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_player_constructed;
  object_class->dispose = coach_player_dispose;
  object_class->finalize = coach_player_finalize;
  object_class->get_property = coach_player_get_property;
  object_class->set_property = coach_player_set_property;

  /**
   * CoachPlayer:path:
   *
   * The clip's file.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, given_once);

  /**
   * CoachPlayer:layout:
   *
   * How the pixels of the frames are to lie, a [enum@PixelLayout].
   */
  properties[PROP_LAYOUT] = g_param_spec_int ("layout", NULL, NULL, COACH_PIXEL_LAYOUT_BGRX,
                                              COACH_PIXEL_LAYOUT_BGRA, COACH_PIXEL_LAYOUT_BGRX,
                                              given_once);

  /**
   * CoachPlayer:sync:
   *
   * Whether frames keep time. Without it every single frame is handed over, none left out, as fast
   * as they are decoded and taken.
   */
  properties[PROP_SYNC] = g_param_spec_boolean ("sync", NULL, NULL, TRUE, given_once);

  /**
   * CoachPlayer:playing:
   *
   * Whether the clip moves. A player that is paused from the start hands over the first frame.
   */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT
                                                     | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);

  /**
   * CoachPlayer:frame:
   *
   * The newest frame, which stays when the player is paused, is closed or fails.
   */
  properties[PROP_FRAME] = g_param_spec_boxed ("frame", NULL, NULL, COACH_TYPE_FRAME,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachPlayer::failed:
   * @self: the player
   * @error: why, in the domain of [error@PlayerError]; its message is for the log
   *
   * Emitted once, when the clip cannot be shown or shown any longer. The player is closed by then.
   */
  signals[FAILED] = g_signal_new ("failed", COACH_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
coach_player_init (CoachPlayer *self)
{
}

/**
 * coach_player_new:
 * @path: a clip's file; it need not exist
 * @layout: how the pixels of its frames are to lie
 *
 * Makes a player that begins to play.
 *
 * Returns: (transfer full): the player
 */
CoachPlayer *
coach_player_new (const char       *path,
                  CoachPixelLayout  layout)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (COACH_TYPE_PLAYER, "path", path, "layout", (int) layout, NULL);
}

/**
 * coach_player_get_path:
 * @self: a player
 *
 * Gets the clip's file.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_player_get_path (CoachPlayer *self)
{
  g_return_val_if_fail (COACH_IS_PLAYER (self), NULL);

  return self->path;
}

/**
 * coach_player_get_frame:
 * @self: a player
 *
 * Gets the newest frame.
 *
 * Returns: (transfer none) (nullable): a frame, or %NULL before the first
 */
CoachFrame *
coach_player_get_frame (CoachPlayer *self)
{
  g_return_val_if_fail (COACH_IS_PLAYER (self), NULL);

  return self->frame;
}

/**
 * coach_player_get_playing:
 * @self: a player
 *
 * Gets whether the clip is to move.
 *
 * Returns: what was set last
 */
gboolean
coach_player_get_playing (CoachPlayer *self)
{
  g_return_val_if_fail (COACH_IS_PLAYER (self), FALSE);

  return self->playing;
}

/**
 * coach_player_set_playing:
 * @self: a player
 * @playing: whether the clip is to move
 *
 * Pauses the clip where it stands, or goes on from there. A closed player does neither.
 */
void
coach_player_set_playing (CoachPlayer *self,
                          gboolean     playing)
{
  g_return_if_fail (COACH_IS_PLAYER (self));

  playing = !!playing;
  if (self->playing == playing)
    return;
  self->playing = playing;
  if (self->pipeline != NULL && self->armed)
    set_state (self, playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

/**
 * coach_player_get_statistics:
 * @self: a player
 * @statistics: (out caller-allocates): where to put them
 *
 * Tells what the player has done so far; it may be closed by now.
 */
void
coach_player_get_statistics (CoachPlayer           *self,
                             CoachPlayerStatistics *statistics)
{
  g_return_if_fail (COACH_IS_PLAYER (self));
  g_return_if_fail (statistics != NULL);

  *statistics = self->statistics;
  if (self->relay != NULL)
    statistics->merged = coach_frame_relay_get_merged (self->relay);
}

/**
 * coach_player_close:
 * @self: a player
 *
 * Ends playing and gives everything back but the newest frame. Closing twice does nothing more.
 */
void
coach_player_close (CoachPlayer *self)
{
  g_return_if_fail (COACH_IS_PLAYER (self));

  close_pipeline (self);
}
