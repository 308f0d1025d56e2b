#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-pipeline-private.h"

/*
 * One thread decodes clips of this size with ease, and wakes the processor a fifth as often as the
 * decoder's own choice. On a thread of the pipeline.
 */
static void
element_added_cb (GstBin     *bin,
                  GstBin     *sub_bin,
                  GstElement *element,
                  gpointer    user_data)
{
  GstElementFactory *factory = gst_element_get_factory (element);
  const char *name = factory != NULL ? GST_OBJECT_NAME (factory) : NULL;

  if (g_strcmp0 (name, "vp8dec") == 0 || g_strcmp0 (name, "vp9dec") == 0)
    g_object_set (element, "threads", 1, NULL);
}

/* On a thread of GStreamer's. The bus is deaf by now if the player was closed meanwhile. */
static void
start_again_cb (GstElement *pipeline,
                gpointer    user_data)
{
  if (!coach_pipeline_seek_to_start (pipeline, GPOINTER_TO_UINT (user_data)))
    GST_ELEMENT_ERROR (pipeline, STREAM, DEMUX, ("the clip cannot be begun anew"), (NULL));
}

/*< private >
 * coach_pipeline_new:
 * @path: a clip's file; it need not exist
 * @relay: where the frames go
 * @layout: how their pixels are to lie
 * @sync: whether they wait for their time
 *
 * Builds what decodes a clip. Its sound is left out before it is decoded; the silent sink keeps
 * playbin from looking for a sound server.
 *
 * Returns: (transfer full) (nullable): a pipeline at rest, or %NULL when GStreamer lacks its parts
 */
GstElement *
coach_pipeline_new (const char       *path,
                    CoachFrameRelay  *relay,
                    CoachPixelLayout  layout,
                    gboolean          sync)
{
  g_autofree char *uri = gst_filename_to_uri (path, NULL);
  g_autoptr (GstElement) pipeline = gst_element_factory_make ("playbin", NULL);
  g_autoptr (GstElement) silence = gst_element_factory_make ("fakesink", NULL);
  g_autoptr (GstElement) sink = coach_frame_relay_make_sink (relay, layout, sync);

  if (pipeline == NULL || silence == NULL || sink == NULL || uri == NULL)
    return NULL;

  gst_object_ref_sink (pipeline);
  g_object_set (pipeline, "audio-sink", gst_object_ref_sink (silence), "uri", uri,
                "video-sink", gst_object_ref_sink (sink), NULL);
  gst_util_set_object_arg (G_OBJECT (pipeline), "flags", "video");
  g_signal_connect (pipeline, "deep-element-added", G_CALLBACK (element_added_cb), NULL);
  return g_steal_pointer (&pipeline);
}

/*< private >
 * coach_pipeline_seek_to_start:
 * @pipeline: a pipeline that is paused or playing
 * @flags: %GST_SEEK_FLAG_FLUSH to begin at once, or %GST_SEEK_FLAG_NONE to finish what is under way
 *
 * Goes to the clip's beginning. From then on its end is told without stopping, so that a seek
 * without flush goes on without a gap.
 *
 * Returns: whether the clip can be sought
 */
gboolean
coach_pipeline_seek_to_start (GstElement   *pipeline,
                              GstSeekFlags  flags)
{
  return gst_element_seek (pipeline, 1.0, GST_FORMAT_TIME,
                           GST_SEEK_FLAG_SEGMENT | GST_SEEK_FLAG_ACCURATE | flags,
                           GST_SEEK_TYPE_SET, 0, GST_SEEK_TYPE_NONE, -1);
}

/*< private >
 * coach_pipeline_start_again:
 * @pipeline: a pipeline that has come to its end
 * @flags: as for coach_pipeline_seek_to_start()
 *
 * Goes to the clip's beginning without keeping the caller waiting, as a seek without flush does
 * until the pipeline has room for a frame. The bus tells of an error if the clip cannot be sought.
 */
void
coach_pipeline_start_again (GstElement   *pipeline,
                            GstSeekFlags  flags)
{
  gst_element_call_async (pipeline, start_again_cb, GUINT_TO_POINTER (flags), NULL);
}
