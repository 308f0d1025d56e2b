#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-frame-relay-private.h"

#include "coach-frame-private.h"

#include <gst/app/gstappsink.h>

/* A frame later than this is not worth drawing: the next one is nearer. */
#define MAX_LATENESS (20 * GST_MSECOND)

/* How many decoded frames may wait in the sink; more would only be older. */
#define MAX_WAITING 2

struct _CoachFrameRelay
{
  gatomicrefcount      ref_count;

  GMainContext        *context;      /* (owned) (not nullable) */
  CoachFrameRelayFunc  func;
  gpointer             owner;        /* (unowned): not touched after close */

  gint64               preroll_us;   /* place in the clip of the frame shown ahead, or -1; of the
                                      * pipeline's thread alone */

  GMutex               lock;         /* guards all that follows */
  GCond                taken;        /* the place was emptied, or waiting no longer makes sense */
  CoachFrame          *pending;      /* (owned) (nullable): the one place */
  GSource             *source;       /* (owned) (nullable): will carry `pending` over */
  gboolean             lossless;
  gboolean             closed;
  gint64               reach_us;     /* furthest place in the clip since it was last asked for */
  guint64              merged;       /* frames that a newer one replaced */
};

static CoachFrame *
take_pending (CoachFrameRelay *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  g_clear_pointer (&self->source, g_source_unref);
  g_cond_signal (&self->taken);
  return g_steal_pointer (&self->pending);
}

/* On the main context's thread, as closing is: while there is a frame, there is the owner. */
static gboolean
frame_came_cb (gpointer user_data)
{
  CoachFrameRelay *self = user_data;
  g_autoptr (CoachFrame) frame = take_pending (self);

  if (frame != NULL)
    self->func (frame, self->owner);
  return G_SOURCE_REMOVE;
}

static void
arm_source (CoachFrameRelay *self)
{
  if (self->source != NULL)
    return;
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->source, frame_came_cb, coach_frame_relay_ref (self),
                         (GDestroyNotify) coach_frame_relay_unref);
  g_source_attach (self->source, self->context);
}

/* On the pipeline's thread. */
static void
push_frame (CoachFrameRelay *self,
            CoachFrame      *frame)
{
  g_autoptr (CoachFrame) replaced = NULL;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  while (self->pending != NULL && self->lossless && !self->closed)
    g_cond_wait (&self->taken, &self->lock);
  if (self->closed)
    return;

  self->reach_us = MAX (self->reach_us, coach_frame_get_pts_us (frame));
  if (self->pending != NULL)
    self->merged++;
  replaced = g_steal_pointer (&self->pending);
  self->pending = coach_frame_ref (frame);
  arm_source (self);
}

/*
 * The frame shown ahead while paused comes again: ahead, after a seek to where the clip stands, and
 * as a sample, when playing begins.
 */
static void
push_unless_repeated (CoachFrameRelay *self,
                      CoachFrame      *frame,
                      gboolean         is_preroll)
{
  gint64 pts_us = coach_frame_get_pts_us (frame);
  gboolean is_repeated = pts_us == self->preroll_us;

  self->preroll_us = is_preroll ? pts_us : -1;
  if (!is_repeated)
    push_frame (self, frame);
}

static GstFlowReturn
preroll_came_cb (GstAppSink *sink,
                 gpointer    user_data)
{
  CoachFrameRelay *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_preroll (sink);
  g_autoptr (CoachFrame) frame = sample != NULL ? coach_frame_new_from_sample (sample) : NULL;

  if (frame == NULL)
    return sample == NULL ? GST_FLOW_EOS : GST_FLOW_OK;
  push_unless_repeated (self, frame, TRUE);
  return GST_FLOW_OK;
}

static GstFlowReturn
sample_came_cb (GstAppSink *sink,
                gpointer    user_data)
{
  CoachFrameRelay *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  g_autoptr (CoachFrame) frame = sample != NULL ? coach_frame_new_from_sample (sample) : NULL;

  if (frame == NULL)
    return sample == NULL ? GST_FLOW_EOS : GST_FLOW_OK;
  push_unless_repeated (self, frame, FALSE);
  return GST_FLOW_OK;
}

static GstCaps *
caps_from_layout (CoachPixelLayout layout)
{
  return gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING,
                              layout == COACH_PIXEL_LAYOUT_BGRA ? "BGRA" : "BGRx", NULL);
}

/*< private >
 * coach_frame_relay_new:
 * @context: where frames are handed over
 * @func: who gets them
 * @owner: (not nullable): given to @func; must close the relay before it goes
 *
 * Makes an open relay that prefers new frames to old ones.
 *
 * Returns: (transfer full): the relay
 */
CoachFrameRelay *
coach_frame_relay_new (GMainContext        *context,
                       CoachFrameRelayFunc  func,
                       gpointer             owner)
{
  CoachFrameRelay *self = g_new0 (CoachFrameRelay, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->taken);
  self->context = g_main_context_ref (context);
  self->func = func;
  self->owner = owner;
  self->preroll_us = -1;
  return self;
}

/*< private >
 * coach_frame_relay_ref:
 * @self: a relay
 *
 * Keeps the relay alive; any thread may.
 *
 * Returns: (transfer full): the same relay
 */
CoachFrameRelay *
coach_frame_relay_ref (CoachFrameRelay *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/*< private >
 * coach_frame_relay_unref:
 * @self: (transfer full): a relay
 *
 * Lets go of the relay; any thread may.
 */
void
coach_frame_relay_unref (CoachFrameRelay *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->pending, coach_frame_unref);
  g_clear_pointer (&self->source, g_source_unref);
  g_main_context_unref (self->context);
  g_cond_clear (&self->taken);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/*< private >
 * coach_frame_relay_make_sink:
 * @self: a relay
 * @layout: how pixels are to lie
 * @sync: whether frames wait for their time
 *
 * Makes the end of the pipeline, which holds a reference to the relay and to nothing else of ours.
 *
 * Returns: (transfer floating) (nullable): an element, or %NULL when GStreamer has none
 */
GstElement *
coach_frame_relay_make_sink (CoachFrameRelay  *self,
                             CoachPixelLayout  layout,
                             gboolean          sync)
{
  GstElement *sink = gst_element_factory_make ("appsink", NULL);
  g_autoptr (GstCaps) caps = caps_from_layout (layout);
  GstAppSinkCallbacks callbacks = {
    .new_preroll = preroll_came_cb,
    .new_sample = sample_came_cb,
  };

  if (sink == NULL)
    return NULL;
  g_object_set (sink, "caps", caps, "drop", TRUE, "enable-last-sample", FALSE,
                "max-buffers", MAX_WAITING, "max-lateness", sync ? (gint64) MAX_LATENESS : -1,
                "qos", sync, "sync", sync, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, coach_frame_relay_ref (self),
                              (GDestroyNotify) coach_frame_relay_unref);
  return sink;
}

/*< private >
 * coach_frame_relay_set_lossless:
 * @self: a relay
 * @lossless: whether the pipeline waits until a frame was taken
 *
 * Chooses between waiting and replacing. Must be off while the pipeline's state is changed from
 * the main context's thread, which would wait for a pipeline that waits for it.
 */
void
coach_frame_relay_set_lossless (CoachFrameRelay *self,
                                gboolean         lossless)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  self->lossless = lossless;
  g_cond_signal (&self->taken);
}

/*< private >
 * coach_frame_relay_close:
 * @self: a relay
 *
 * Drops the frame under way, and every later one. To be called on the main context's thread.
 */
void
coach_frame_relay_close (CoachFrameRelay *self)
{
  g_autoptr (CoachFrame) dropped = NULL;
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  dropped = g_steal_pointer (&self->pending);
  source = g_steal_pointer (&self->source);
  g_cond_signal (&self->taken);
  g_mutex_unlock (&self->lock);

  if (source != NULL)
    g_source_destroy (source);
}

/*< private >
 * coach_frame_relay_take_reach_us:
 * @self: a relay
 *
 * Gets how far into the clip frames came since this was last asked.
 *
 * Returns: microseconds from the clip's beginning, 0 when none came
 */
gint64
coach_frame_relay_take_reach_us (CoachFrameRelay *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  gint64 reach_us = self->reach_us;

  self->reach_us = 0;
  return reach_us;
}

/*< private >
 * coach_frame_relay_get_merged:
 * @self: a relay
 *
 * Counts the frames that were replaced on their way.
 *
 * Returns: a number of frames
 */
guint64
coach_frame_relay_get_merged (CoachFrameRelay *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  return self->merged;
}
