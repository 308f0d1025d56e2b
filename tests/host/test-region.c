/* Which country the name of a locale stands for. */
#include <glib.h>

#include "host.h"

static void
test_from_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *region;
  } rows[] = {
    { "de_DE.UTF-8", "DE" }, { "en_GB", "GB" },       { "ca_ES@valencia", "ES" },
    { "pt_br", "BR" },       { "C", NULL },           { "C.UTF-8", NULL },
    { "POSIX", NULL },       { "de", NULL },          { "de.UTF-8", NULL },
    { "es_419", NULL },      { "en_U", NULL },        { "en_1A", NULL },
    { "_", NULL },           { "", NULL },            { "en_\xc3\xa4", NULL },
    { NULL, NULL },
  };

  g_test_summary ("Two letters behind the language are a country, and nothing else is");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *region = coach_region_dup_from_locale (rows[i].locale);

      g_assert_cmpstr (region, ==, rows[i].region);
    }
}

static void
set_or_unset (const char *variable,
              const char *value)
{
  if (value != NULL)
    g_setenv (variable, value, TRUE);
  else
    g_unsetenv (variable);
}

static void
test_for_system (void)
{
  static const struct
  {
    const char *language, *all, *telephone, *lang;
    const char *region;
  } rows[] = {
    { NULL, NULL, NULL, "en_GB.UTF-8", "GB" },
    { NULL, NULL, "de_DE.UTF-8", "en_US.UTF-8", "DE" },
    { NULL, "fr_CA", "de_DE.UTF-8", "en_US.UTF-8", "CA" },
    { "en_US", NULL, NULL, "de_AT.UTF-8", "AT" },
    { NULL, "", "", "en_NZ", "NZ" },
    { NULL, "C.UTF-8", NULL, "en_NZ", NULL },
    { NULL, NULL, NULL, NULL, NULL },
  };

  g_test_summary ("The locale of telephones counts, and never the languages of texts");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *region = NULL;

      set_or_unset ("LANGUAGE", rows[i].language);
      set_or_unset ("LC_ALL", rows[i].all);
      set_or_unset ("LC_TELEPHONE", rows[i].telephone);
      set_or_unset ("LANG", rows[i].lang);
      region = coach_region_dup_for_system ();
      g_assert_cmpstr (region, ==, rows[i].region);
    }
}

static void
test_first_weekday (void)
{
  g_test_summary ("A week begins with the day that the locale of dates says");
  g_assert_cmpint (coach_region_get_first_weekday (), ==, G_DATE_SUNDAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/host/region/from-locale", test_from_locale);
  g_test_add_func ("/host/region/for-system", test_for_system);
  g_test_add_func ("/host/region/first-weekday", test_first_weekday);

  return g_test_run ();
}
