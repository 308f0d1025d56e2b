#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-film.h"

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>

/* How long the end of an encoding may take. */
#define FINISH_S 120

struct _CoachClipWriter
{
  GstElement *pipeline;   /* (owned) */
  GstAppSrc  *source;     /* (owned) */
  guint       n_pictures;
};

static char *
describe (const char *path,
          guint       width,
          guint       height)
{
  g_autofree char *quoted = g_strescape (path, NULL);

  return g_strdup_printf (
      "appsrc name=source format=time block=true max-bytes=8000000 "
      "caps=video/x-raw,format=RGB,width=%u,height=%u,framerate=%d/1 ! "
      "videoconvert ! video/x-raw,format=I420,colorimetry=bt709 ! "
      "vp9enc end-usage=cq cq-level=30 target-bitrate=3000000 deadline=1000000 cpu-used=4 "
      "row-mt=true threads=%u keyframe-max-dist=%d ! webmmux ! filesink location=\"%s\"",
      width, height, COACH_FRAMES_PER_SECOND, g_get_num_processors (), COACH_FRAMES_PER_SECOND,
      quoted);
}

/**
 * coach_clip_writer_new:
 * @path: where the clip goes
 * @width: pixels
 * @height: pixels
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
                       GError    **error)
{
  g_autofree char *description = describe (path, width, height);
  g_autoptr (CoachClipWriter) self = g_new0 (CoachClipWriter, 1);

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
  gsize row = (gsize) image->width * 3;
  /* GStreamer begins each row at a multiple of four bytes. */
  gsize stride = (row + 3) & ~(gsize) 3;
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, stride * image->height, NULL);

  for (guint y = 0; y < image->height; y++)
    gst_buffer_fill (buffer, y * stride, image->rgb + y * row, row);
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
