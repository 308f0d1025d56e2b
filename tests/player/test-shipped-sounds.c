/* The sounds that are shipped, decoded and measured: nobody is startled, and everybody hears them. */
#include <gst/app/app.h>
#include <gst/audio/audio.h>
#include <gst/gst.h>
#include <math.h>
#include <string.h>

#define RATE 44100

/* Of full scale. */
#define MAX_PEAK 0.5
#define SILENCE  0.01

/* A sound that rises within a millisecond is a click. */
#define RISE_S      0.0015
#define MAX_OF_PEAK 0.4

/* What the ear takes together as one loudness, and how far apart two of them may be. */
#define STRETCH_S 0.2
#define MAX_APART 3.0

/* What a laptop's loudspeakers carry over two metres, in hertz, and how much of the energy it is. */
#define LOWEST      500
#define HIGHEST     3000
#define MIN_AUDIBLE 0.75

static const struct
{
  const char *name;
  double      min_s;
  double      max_s;
} sounds[] = {
  { "begin", 0.5, 1.5 }, { "bell", 2.0, 4.0 },   { "close", 2.0, 4.0 },
  { "end", 0.3, 1.0 },   { "switch", 0.5, 1.5 }, { "tick", 0.05, 0.15 },
};

static GstElement *
build_decoder (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".ogg", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "sounds", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GstElement *decoder;

  text = g_strdup_printf ("filesrc location=\"%s\" ! oggdemux ! vorbisdec ! audioconvert ! "
                          "appsink name=sink sync=false caps=\"audio/x-raw,format="
                          GST_AUDIO_NE (F32) ",rate=%d,channels=1\"",
                          path, RATE);
  decoder = gst_parse_launch (text, &error);
  g_assert_no_error (error);
  return decoder;
}

static void
append_sample (GArray    *samples,
               GstSample *sample)
{
  GstMapInfo map;

  g_assert_true (gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ));
  g_array_append_vals (samples, map.data, map.size / sizeof (float));
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
}

/* (transfer full): of float, from -1 to 1 */
static GArray *
decode (const char *name)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (float));
  GstElement *decoder = build_decoder (name);
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (decoder), "sink");
  GstSample *sample;

  gst_element_set_state (decoder, GST_STATE_PLAYING);
  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (sink))) != NULL)
    {
      append_sample (samples, sample);
      gst_sample_unref (sample);
    }
  gst_element_set_state (decoder, GST_STATE_NULL);
  gst_object_unref (decoder);
  g_test_message ("%s: %.3f s", name, samples->len / (double) RATE);
  g_assert_cmpuint (samples->len, >, 0);
  return samples;
}

static double
find_peak (GArray *samples,
           gsize   from,
           gsize   to)
{
  double peak = 0;

  for (gsize i = from; i < MIN (to, samples->len); i++)
    peak = MAX (peak, fabs (g_array_index (samples, float, i)));
  return peak;
}

static double
measure_energy (GArray *samples,
                gsize   from,
                gsize   to)
{
  double energy = 0;

  for (gsize i = from; i < MIN (to, samples->len); i++)
    energy += pow (g_array_index (samples, float, i), 2);
  return energy;
}

/* In decibels below full scale. */
static double
measure_loudness (GArray *samples)
{
  const gsize stretch = STRETCH_S * RATE;
  double loudest = 0;

  for (gsize i = 0; i == 0 || i + stretch <= samples->len; i += RATE / 100)
    loudest = MAX (loudest, measure_energy (samples, i, i + stretch));
  return 10 * log10 (loudest / stretch);
}

/* How much of one frequency there is (Goertzel). */
static double
measure_tone (GArray *samples,
              double  hertz)
{
  const double turn = 2 * cos (2 * G_PI * hertz / RATE);
  double before = 0, last = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      double next = g_array_index (samples, float, i) + turn * last - before;

      before = last;
      last = next;
    }
  return last * last + before * before - turn * last * before;
}

static double
measure_audible (GArray *samples)
{
  /* As fine as the length resolves. */
  const double step = (double) RATE / samples->len;
  double audible = 0, all = 0;

  for (double hertz = MAX (step, 20); hertz < 10000; hertz += step)
    {
      double tone = measure_tone (samples, hertz);

      all += tone;
      if (hertz >= LOWEST && hertz <= HIGHEST)
        audible += tone;
    }
  return audible / all;
}

static void
test_calm (void)
{
  g_test_summary ("No sound is a click, or louder than half of what there is");
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      g_autoptr (GArray) samples = decode (sounds[i].name);
      double peak = find_peak (samples, 0, samples->len);

      g_assert_cmpfloat (peak, <=, MAX_PEAK);
      g_assert_cmpfloat (find_peak (samples, 0, RISE_S * RATE), <=, MAX_OF_PEAK * peak);
      g_assert_cmpfloat (find_peak (samples, 0, 4), <=, SILENCE);
      g_assert_cmpfloat (find_peak (samples, samples->len - RATE / 1000, samples->len), <=,
                         SILENCE);
    }
}

static void
test_short (void)
{
  g_test_summary ("Each sound is as short as what it is for; ticks leave room for a word");
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      g_autoptr (GArray) samples = decode (sounds[i].name);
      double length_s = samples->len / (double) RATE;

      g_assert_cmpfloat (length_s, >=, sounds[i].min_s);
      g_assert_cmpfloat (length_s, <=, sounds[i].max_s);
    }
}

static void
test_as_loud (void)
{
  double quietest = 0, loudest = -100;

  g_test_summary ("All sounds are as loud as each other");
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      g_autoptr (GArray) samples = decode (sounds[i].name);
      double loudness = measure_loudness (samples);

      g_test_message ("%s: %.1f dB", sounds[i].name, loudness);
      quietest = MIN (quietest, loudness);
      loudest = MAX (loudest, loudness);
    }
  g_assert_cmpfloat (loudest - quietest, <=, MAX_APART);
}

static void
test_across_the_room (void)
{
  g_test_summary ("Small loudspeakers carry most of each sound");
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      g_autoptr (GArray) samples = decode (sounds[i].name);
      double audible;

      g_array_set_size (samples, MIN (samples->len, RATE / 2));
      audible = measure_audible (samples);
      g_test_message ("%s: %.2f", sounds[i].name, audible);
      g_assert_cmpfloat (audible, >=, MIN_AUDIBLE);
    }
}

static gboolean
is_known (const char *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (g_str_has_prefix (file, sounds[i].name)
        && g_str_equal (file + strlen (sounds[i].name), ".ogg"))
      return TRUE;
  return g_str_equal (file, "README.md");
}

static void
test_no_other (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "sounds", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_test_summary ("No sound is shipped that is not measured here");
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_test_message ("%s", name);
      g_assert_true (is_known (name));
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (sounds) + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);

  g_test_add_func ("/shipped-sounds/calm", test_calm);
  g_test_add_func ("/shipped-sounds/short", test_short);
  g_test_add_func ("/shipped-sounds/as-loud", test_as_loud);
  g_test_add_func ("/shipped-sounds/across-the-room", test_across_the_room);
  g_test_add_func ("/shipped-sounds/no-other", test_no_other);

  return g_test_run ();
}
