#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-film.h"

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>
#include <gst/video/video.h>
#include <math.h>

/* How long the end of an encoding may take. */
#define FINISH_S 120

/* The quick way from I420 to RGB in GStreamer 1.22, which every player takes, rounds down: white
 * comes out three levels darker than in the still that it takes the place of. So luma is as much
 * too light here, in levels of 219, and blue a half less. */
#define LUMA_LIFT 2.5f
#define BLUE_DROP .5f

struct _CoachClipWriter
{
  GstElement  *pipeline;   /* (owned) */
  GstAppSrc   *source;     /* (owned) */
  GstVideoInfo info;
  guint        n_pictures;
};

static char *
describe (const char *path,
          guint       width,
          guint       height,
          guint       coarseness)
{
  g_autofree char *quoted = g_strescape (path, NULL);

  return g_strdup_printf (
      "appsrc name=source format=time block=true max-bytes=8000000 "
      "caps=video/x-raw,format=I420,colorimetry=bt709,width=%u,height=%u,framerate=%d/1 ! "
      "vp9enc end-usage=cq cq-level=%u target-bitrate=3000000 deadline=1000000 cpu-used=4 "
      "row-mt=true threads=%u keyframe-max-dist=%d ! webmmux ! filesink location=\"%s\"",
      width, height, COACH_FRAMES_PER_SECOND, coarseness, g_get_num_processors (),
      COACH_FRAMES_PER_SECOND, quoted);
}

/**
 * coach_clip_writer_new:
 * @path: where the clip goes
 * @width: pixels, an even number
 * @height: pixels, an even number
 * @coarseness: the encoder's constant quality, 0 to 63; more is smaller and coarser
 *
 * Begins a clip. GStreamer must have been initialized.
 *
 * Returns: (transfer full) (nullable): the writer
 * Throws: when an element of GStreamer is missing or the file cannot be written
 */
CoachClipWriter *
coach_clip_writer_new (const char *path,
                       guint       width,
                       guint       height,
                       guint       coarseness,
                       GError    **error)
{
  g_autofree char *description = describe (path, width, height, coarseness);
  g_autoptr (CoachClipWriter) self = g_new0 (CoachClipWriter, 1);

  gst_video_info_set_format (&self->info, GST_VIDEO_FORMAT_I420, width, height);
  self->pipeline = gst_parse_launch_full (description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, error);
  if (self->pipeline == NULL)
    return NULL;
  self->source = GST_APP_SRC (gst_bin_get_by_name (GST_BIN (self->pipeline), "source"));
  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    {
      g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_RENDER, "%s: cannot be written",
                   path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * coach_clip_writer_free:
 * @self: (transfer full): a writer
 */
void
coach_clip_writer_free (CoachClipWriter *self)
{
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_object (&self->source);
  g_clear_object (&self->pipeline);
  g_free (self);
}

/* Four points, two in each of two rows, by Rec. 709 in studio range. */
static void
convert_square (const guint8 *rgb,
                gsize         row,
                guint8       *luma[2],
                guint8       *blue,
                guint8       *red)
{
  float blueness = 0.f, redness = 0.f;

  for (guint i = 0; i < 4; i++)
    {
      const guint8 *c = rgb + (i / 2) * row + (i % 2) * 3;
      float y = .2126f * c[0] + .7152f * c[1] + .0722f * c[2];

      luma[i / 2][i % 2] = (guint8) lroundf (fminf (16.f + y * 219.f / 255.f + LUMA_LIFT, 235.f));
      blueness += (c[2] - y) / 1.8556f;
      redness += (c[0] - y) / 1.5748f;
    }
  *blue = (guint8) lroundf (128.f + blueness / 4.f * 224.f / 255.f - BLUE_DROP);
  *red = (guint8) lroundf (128.f + redness / 4.f * 224.f / 255.f);
}

static void
convert (const CoachImage *image,
         GstVideoFrame    *frame)
{
  gsize row = (gsize) image->width * 3;

  for (guint y = 0; y + 1 < image->height; y += 2)
    {
      guint8 *planes[3];

      for (guint i = 0; i < 3; i++)
        planes[i] = (guint8 *) GST_VIDEO_FRAME_COMP_DATA (frame, i)
                    + (i > 0 ? y / 2 : y) * (gsize) GST_VIDEO_FRAME_COMP_STRIDE (frame, i);
      for (guint x = 0; x + 1 < image->width; x += 2)
        {
          guint8 *luma[2]
              = { planes[0] + x, planes[0] + x + GST_VIDEO_FRAME_COMP_STRIDE (frame, 0) };

          convert_square (image->rgb + y * row + (gsize) x * 3, row, luma, planes[1] + x / 2,
                          planes[2] + x / 2);
        }
    }
}

/**
 * coach_clip_writer_add:
 * @self: a writer
 * @image: the next picture
 *
 * Adds a picture.
 *
 * Returns: whether the encoder took it
 * Throws: [error@StudioError]
 */
gboolean
coach_clip_writer_add (CoachClipWriter  *self,
                       const CoachImage *image,
                       GError          **error)
{
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, GST_VIDEO_INFO_SIZE (&self->info), NULL);
  GstVideoFrame frame;

  if (gst_video_frame_map (&frame, &self->info, buffer, GST_MAP_WRITE))
    {
      convert (image, &frame);
      gst_video_frame_unmap (&frame);
    }
  GST_BUFFER_PTS (buffer)
      = gst_util_uint64_scale (self->n_pictures, GST_SECOND, COACH_FRAMES_PER_SECOND);
  GST_BUFFER_DURATION (buffer) = GST_SECOND / COACH_FRAMES_PER_SECOND;
  self->n_pictures++;
  if (gst_app_src_push_buffer (self->source, buffer) == GST_FLOW_OK)
    return TRUE;
  g_set_error_literal (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_RENDER,
                       "the encoder takes no more pictures");
  return FALSE;
}

/**
 * coach_clip_writer_finish:
 * @self: a writer
 *
 * Waits until the clip is whole.
 *
 * Returns: whether it is
 * Throws: what GStreamer says, or [error@StudioError]
 */
gboolean
coach_clip_writer_finish (CoachClipWriter *self,
                          GError         **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);
  g_autoptr (GstMessage) message = NULL;

  gst_app_src_end_of_stream (self->source);
  message = gst_bus_timed_pop_filtered (bus, FINISH_S * GST_SECOND,
                                        GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return TRUE;
  if (message != NULL)
    gst_message_parse_error (message, error, NULL);
  else
    g_set_error_literal (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_RENDER,
                         "the encoder does not come to an end");
  return FALSE;
}
