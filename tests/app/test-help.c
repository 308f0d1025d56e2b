/* Whom to call, by region and by the person's own word. */
#include "coach-help.h"

static void
test_filled (void)
{
  static const struct
  {
    const char *region;
    const char *emergency;
    const char *advice_line;
    const char *filled;
  } cases[] = {
    { "GB", "", "", "Call 999 or NHS 111." },
    { "DE", "", "", "Call 112 or 116117." },
    { "FR", "", "", "Call 112 or the out-of-hours line." },
    { "GB", " 112 ", "", "Call 112 or NHS 111." },
    { "GB", "", "my practice", "Call 999 or my practice." },
    { "nowhere", "", "", "Call your local emergency number or an out-of-hours line." },
  };
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");

  g_test_summary ("Own numbers count before those of the region");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled = NULL;

      g_settings_set_string (settings, "help-region", cases[i].region);
      g_settings_set_string (settings, "emergency-number", cases[i].emergency);
      g_settings_set_string (settings, "advice-line", cases[i].advice_line);
      filled = coach_help_dup_filled (coach_catalog_get_screening (catalog), settings,
                                      "Call {emergency} or {advice_line}.");
      g_assert_cmpstr (filled, ==, cases[i].filled);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/help/filled", test_filled);

  return g_test_run ();
}
