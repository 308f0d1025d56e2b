#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-sound-pipeline-private.h"

/*
 * What the stream is for, as sound servers call it.
 *
 * - "phone" would stop music: PulseAudio loads module-role-cork by default, and its trigger is
 *   "phone" (pulseaudio, src/modules/stream-interaction.c). So do "Communication", "Assistant" and
 *   "Alert" in the policy that WirePlumber gives as an example (media-role-nodes.conf).
 * - "event" would be silent for whoever has turned the desktop's alerts down, since the slider of a
 *   desktop's settings is the volume of all streams of that role
 *   ("sink-input-by-media-role:event"). Somebody on the floor would wait for a tick that never
 *   comes.
 * - "a11y" is stopped by nobody, has a volume of its own, and means what ours are: sounds in place
 *   of sight. Whoever wants music softer under them names it: module-role-ducking
 *   trigger_roles=a11y in PulseAudio, and the same role as PipeWire calls it (pipewire,
 *   module-protocol-pulse/remap.c) among the intended roles of a loopback whose action is "duck" in
 *   WirePlumber.
 */
static const struct
{
  const char *sink;
  const char *role;
} roles[] = {
  { "pipewiresink", "Accessibility" },
  { "pulsesink", "a11y" },
};

/* How much the server keeps of what is to be heard. A sound that begins is not late for it. */
#define BUFFER_US  60000
#define PORTION_US 15000

#define VOLUME_NAME "coach-volume"

static const char *
get_factory_name (GstElement *element)
{
  GstElementFactory *factory = gst_element_get_factory (element);

  return factory != NULL ? GST_OBJECT_NAME (factory) : NULL;
}

static void
give_role (GstElement *sink,
           const char *role)
{
  g_autoptr (GstStructure) properties = NULL;

  properties = gst_structure_new ("properties", "media.role", G_TYPE_STRING, role, NULL);
  g_object_set (sink, "stream-properties", properties, NULL);
}

/* Before the sink has opened a stream. Perhaps on a thread of the pipeline. */
static void
element_added_cb (GstBin     *bin,
                  GstBin     *sub_bin,
                  GstElement *element,
                  gpointer    user_data)
{
  const char *name = get_factory_name (element);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (name, roles[i].sink) == 0)
      give_role (element, roles[i].role);
  if (g_strcmp0 (name, "pulsesink") == 0)
    g_object_set (element, "buffer-time", (gint64) BUFFER_US, "latency-time", (gint64) PORTION_US,
                  NULL);
}

/* The volume comes last: what waits in the queues before it is as loud as it is when it is heard. */
static GstElement *
build_end (const char *sink)
{
  g_autoptr (GstElement) volume = gst_element_factory_make ("volume", VOLUME_NAME);
  g_autoptr (GstElement) end = gst_element_factory_make (sink, NULL);
  g_autoptr (GstElement) bin = gst_bin_new (NULL);
  g_autoptr (GstPad) pad = NULL;

  gst_object_ref_sink (bin);
  if (volume == NULL || end == NULL)
    return NULL;
  g_object_set (end, "sync", FALSE, NULL);
  pad = gst_element_get_static_pad (volume, "sink");
  gst_bin_add_many (GST_BIN (bin), gst_object_ref (volume), gst_object_ref (end), NULL);
  gst_element_link (volume, end);
  gst_element_add_pad (bin, gst_ghost_pad_new ("sink", pad));
  return g_steal_pointer (&bin);
}

/*< private >
 * coach_sound_pipeline_new:
 * @path: the sound's file; it need not exist
 * @sink: the name of the element that it goes to
 *
 * Builds what decodes a sound. GStreamer must have been started. Nothing waits for its time: the
 * clock of a stream that was at rest since it was opened says that it had been playing, and the
 * sound would be as late as that. The end is told, therefore, up to %COACH_SOUND_PIPELINE_TAIL_MS
 * early.
 *
 * Returns: (transfer full) (nullable): a pipeline at rest, or %NULL when GStreamer lacks its parts
 */
GstElement *
coach_sound_pipeline_new (const char *path,
                          const char *sink)
{
  g_autofree char *uri = gst_filename_to_uri (path, NULL);
  g_autoptr (GstElement) pipeline = gst_element_factory_make ("playbin", NULL);
  g_autoptr (GstElement) end = NULL;

  if (pipeline == NULL || uri == NULL)
    return NULL;

  gst_object_ref_sink (pipeline);
  g_signal_connect (pipeline, "deep-element-added", G_CALLBACK (element_added_cb), NULL);
  end = build_end (sink);
  if (end == NULL)
    return NULL;
  g_object_set (pipeline, "audio-sink", end, "uri", uri, NULL);
  gst_util_set_object_arg (G_OBJECT (pipeline), "flags", "audio");
  return g_steal_pointer (&pipeline);
}

/*< private >
 * coach_sound_pipeline_set_volume:
 * @pipeline: a pipeline
 * @volume: from 0 to 1, as the ear takes it
 *
 * Makes it softer, also while it is heard. It is done to the samples: servers keep the volume of a
 * stream by its role, and would hand ours on to other programs.
 */
void
coach_sound_pipeline_set_volume (GstElement *pipeline,
                                 double      volume)
{
  g_autoptr (GstElement) end = NULL;
  g_autoptr (GstElement) found = NULL;

  g_object_get (pipeline, "audio-sink", &end, NULL);
  found = gst_bin_get_by_name (GST_BIN (end), VOLUME_NAME);
  g_object_set (found, "volume", volume * volume * volume, NULL);
}

static gboolean
find_fallback_cb (const GValue *item,
                  GValue       *found,
                  gpointer      user_data)
{
  GstElement *element = g_value_get_object (item);
  g_autoptr (GstObject) parent = gst_object_get_parent (GST_OBJECT (element));

  if (g_strcmp0 (get_factory_name (element), "fakesink") == 0
      && g_strcmp0 (get_factory_name (GST_ELEMENT (parent)), "autoaudiosink") == 0)
    g_value_set_boolean (found, TRUE);
  return TRUE;
}

/*< private >
 * coach_sound_pipeline_is_heard:
 * @pipeline: a pipeline that was started
 *
 * Tells whether it goes somewhere. autoaudiosink takes a sink that swallows all where it finds no
 * sound server, and stays with it.
 *
 * Returns: %FALSE when nobody hears it
 */
gboolean
coach_sound_pipeline_is_heard (GstElement *pipeline)
{
  g_autoptr (GstElement) end = NULL;
  g_autoptr (GstIterator) elements = NULL;
  g_auto (GValue) found = G_VALUE_INIT;

  g_object_get (pipeline, "audio-sink", &end, NULL);
  g_value_init (&found, G_TYPE_BOOLEAN);
  elements = gst_bin_iterate_recurse (GST_BIN (end));
  gst_iterator_fold (elements, find_fallback_cb, &found, NULL);
  return !g_value_get_boolean (&found);
}

/*< private >
 * coach_sound_pipeline_rewind:
 * @pipeline: a pipeline that is paused or playing
 *
 * Goes to the beginning at once, leaving out what was still to be heard.
 */
void
coach_sound_pipeline_rewind (GstElement *pipeline)
{
  gst_element_seek_simple (pipeline, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH, 0);
}
