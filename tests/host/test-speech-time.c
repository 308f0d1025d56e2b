#include "config.h"

#include "coach-speech-time.h"

typedef struct
{
  const char *text;
  int         rate;
  int         measured_ms; /* what eSpeak NG took */
} Row;

static const Row rows[] = {
  { "Hold", 0, 790 },
  { "Three", 0, 660 },
  { "Switch sides", 0, 1210 },
  { "Five more seconds", 0, 1440 },
  { "Next: calf stretch", 0, 1830 },
  { "Hold for thirty seconds", 0, 1840 },
  { "Trunk tipped 45° forwards, lumbar 0°, neck 0°;", 0, 5560 },
  { "Hold for thirty seconds", -100, 4010 },
  { "Hold for thirty seconds", 100, 580 },
  { "请仰卧弯曲双膝双脚平放在地板上", 0, 5930 },
};

static void
test_estimate (void)
{
  g_test_summary ("An estimate is never less than what was measured, and not twice as much.");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 estimate_ms = coach_speech_time_estimate_us (rows[i].text, rows[i].rate) / 1000;

      g_test_message ("%s: %" G_GINT64_FORMAT " ms", rows[i].text, estimate_ms);
      g_assert_cmpint (estimate_ms, >=, rows[i].measured_ms);
      g_assert_cmpint (estimate_ms, <, 2 * rows[i].measured_ms);
    }
}

static void
test_rates (void)
{
  gint64 last_us = G_MAXINT64;

  g_test_summary ("The faster, the shorter; rates beyond the ends count as the ends.");

  for (int rate = -100; rate <= 100; rate += 10)
    {
      gint64 us = coach_speech_time_estimate_us ("Lie on your back", rate);

      g_assert_cmpint (us, <, last_us);
      last_us = us;
    }
  g_assert_cmpint (coach_speech_time_estimate_us ("Hold", 150), ==, coach_speech_time_estimate_us ("Hold", 100));
  g_assert_cmpint (coach_speech_time_estimate_us ("Hold", -150), ==, coach_speech_time_estimate_us ("Hold", -100));
  g_assert_cmpint (coach_speech_time_estimate_us ("", 0), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/speech-time/estimate", test_estimate);
  g_test_add_func ("/speech-time/rates", test_rates);

  return g_test_run ();
}
