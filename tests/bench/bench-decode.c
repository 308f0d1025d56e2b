/*
 * bench-decode CLIP SECONDS: what decoding alone costs, as the measure for a session that shows
 * the clip. Keeps time as the player does, throws the pictures away, and prints processor seconds.
 */
#include <stdlib.h>
#include <sys/resource.h>

#include <gst/gst.h>

static double
get_cpu_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
seek_to_start (GstElement   *pipeline,
               GstSeekFlags  flags)
{
  gst_element_seek (pipeline, 1.0, GST_FORMAT_TIME, GST_SEEK_FLAG_SEGMENT | flags,
                    GST_SEEK_TYPE_SET, 0, GST_SEEK_TYPE_NONE, -1);
}

static GstElement *
build_pipeline (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) source = NULL;
  GstElement *pipeline;

  pipeline = gst_parse_launch ("filesrc name=from ! matroskademux ! queue ! vp9dec threads=1"
                               " ! fakesink sync=true qos=true enable-last-sample=false", &error);
  if (error != NULL)
    g_error ("%s", error->message);
  source = gst_bin_get_by_name (GST_BIN (pipeline), "from");
  g_object_set (source, "location", path, NULL);
  return pipeline;
}

/* Whether playing goes on; a loop's end only leads to the next loop. */
static gboolean
handle_message (GstElement *pipeline,
                GstMessage *message)
{
  switch ((int) GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_SEGMENT_DONE:
      seek_to_start (pipeline, GST_SEEK_FLAG_NONE);
      return TRUE;
    case GST_MESSAGE_ERROR:
    case GST_MESSAGE_EOS:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
play (GstElement *pipeline,
      gint64      until_us)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  gboolean playing = TRUE;

  while (playing && g_get_monotonic_time () < until_us)
    {
      GstClockTime left = (GstClockTime) MAX (until_us - g_get_monotonic_time (), 0) * GST_USECOND;
      g_autoptr (GstMessage) message = gst_bus_timed_pop (bus, left);

      if (message != NULL)
        playing = handle_message (pipeline, message);
    }
  return playing;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GstElement) pipeline = NULL;
  double length_s = argc == 3 ? g_ascii_strtod (argv[2], NULL) : 0;
  double start_cpu_s;
  gboolean played;

  if (length_s <= 0)
    {
      g_printerr ("usage: bench-decode CLIP SECONDS\n");
      return 2;
    }
  gst_init (NULL, NULL);
  pipeline = build_pipeline (argv[1]);
  gst_element_set_state (pipeline, GST_STATE_PAUSED);
  gst_element_get_state (pipeline, NULL, NULL, 10 * GST_SECOND);
  seek_to_start (pipeline, GST_SEEK_FLAG_FLUSH);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  start_cpu_s = get_cpu_s ();
  played = play (pipeline, g_get_monotonic_time () + (gint64) (length_s * G_USEC_PER_SEC));
  g_print ("cpu_s=%.3f\n", get_cpu_s () - start_cpu_s);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return played ? 0 : 1;
}
