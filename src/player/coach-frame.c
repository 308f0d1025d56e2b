#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-frame-private.h"

#include <gst/video/video.h>

struct _CoachFrame
{
  gatomicrefcount  ref_count;

  GstVideoFrame    video;  /* mapped for reading as long as the frame lives; holds the buffer */
  gint64           pts_us; /* where in the clip */
  gint64           due_us; /* when, from the start of playing, over all loops */
};

G_DEFINE_BOXED_TYPE (CoachFrame, coach_frame, coach_frame_ref, coach_frame_unref)

static gint64
us_from_gst (GstClockTime time)
{
  return GST_CLOCK_TIME_IS_VALID (time) ? (gint64) GST_TIME_AS_USECONDS (time) : 0;
}

/*< private >
 * coach_frame_new_from_sample:
 * @sample: a decoded picture in one of the layouts of [enum@PixelLayout]
 *
 * Maps the picture, without a copy.
 *
 * Returns: (transfer full) (nullable): the frame, or %NULL when there is nothing to map
 */
CoachFrame *
coach_frame_new_from_sample (GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstCaps *caps = gst_sample_get_caps (sample);
  GstClockTime pts;
  GstVideoInfo info;
  GstVideoFrame video;
  CoachFrame *self;

  if (buffer == NULL || caps == NULL || !gst_video_info_from_caps (&info, caps)
      || !gst_video_frame_map (&video, &info, buffer, GST_MAP_READ))
    return NULL;

  pts = GST_BUFFER_PTS (buffer);
  self = g_new (CoachFrame, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->video = video;
  self->pts_us = us_from_gst (pts);
  self->due_us = us_from_gst (gst_segment_to_running_time (gst_sample_get_segment (sample),
                                                           GST_FORMAT_TIME, pts));
  return self;
}

/**
 * coach_frame_ref:
 * @self: a frame
 *
 * Keeps the frame alive, and its pixels with it.
 *
 * Returns: (transfer full): the same frame
 */
CoachFrame *
coach_frame_ref (CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * coach_frame_unref:
 * @self: (transfer full): a frame
 *
 * Lets go of the frame. With the last reference its memory goes back to the decoder.
 */
void
coach_frame_unref (CoachFrame *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  gst_video_frame_unmap (&self->video);
  g_free (self);
}

/**
 * coach_frame_get_layout:
 * @self: a frame
 *
 * Gets how the pixels lie in memory.
 *
 * Returns: the layout that the player was asked for
 */
CoachPixelLayout
coach_frame_get_layout (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, COACH_PIXEL_LAYOUT_BGRX);

  return GST_VIDEO_FRAME_FORMAT (&self->video) == GST_VIDEO_FORMAT_BGRA ? COACH_PIXEL_LAYOUT_BGRA
                                                                        : COACH_PIXEL_LAYOUT_BGRX;
}

/**
 * coach_frame_get_width:
 * @self: a frame
 *
 * Gets the width.
 *
 * Returns: pixels, more than 0
 */
int
coach_frame_get_width (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return GST_VIDEO_FRAME_WIDTH (&self->video);
}

/**
 * coach_frame_get_height:
 * @self: a frame
 *
 * Gets the height.
 *
 * Returns: pixels, more than 0
 */
int
coach_frame_get_height (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return GST_VIDEO_FRAME_HEIGHT (&self->video);
}

/**
 * coach_frame_get_stride:
 * @self: a frame
 *
 * Gets the distance from one row to the next.
 *
 * Returns: bytes, at least four times the width
 */
int
coach_frame_get_stride (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return GST_VIDEO_FRAME_PLANE_STRIDE (&self->video, 0);
}

/**
 * coach_frame_get_data:
 * @self: a frame
 *
 * Gets the pixels, topmost row first: the height times the stride in bytes.
 *
 * Returns: (transfer none): memory that lives as long as the frame
 */
const guint8 *
coach_frame_get_data (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return GST_VIDEO_FRAME_PLANE_DATA (&self->video, 0);
}

/**
 * coach_frame_get_pts_us:
 * @self: a frame
 *
 * Gets where in the clip the frame stands.
 *
 * Returns: microseconds from the clip's beginning
 */
gint64
coach_frame_get_pts_us (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pts_us;
}

/**
 * coach_frame_get_due_us:
 * @self: a frame
 *
 * Gets when the frame is to be shown. Unlike its place in the clip this goes on over the loops,
 * so that two frames' difference is the time between them on the screen.
 *
 * Returns: microseconds of playing since the player began
 */
gint64
coach_frame_get_due_us (const CoachFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->due_us;
}
