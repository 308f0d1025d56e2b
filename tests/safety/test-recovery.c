/* What the traffic lights after sessions ask for, on days that never were. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "safety.h"

#define MAX_SESSIONS 8

static CoachCatalog *catalog;

static GDate
get_day (int number)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 27, G_DATE_FEBRUARY, 2028);
  g_date_add_days (&day, (guint) number);
  return day;
}

static gboolean
read_colour (char             letter,
             CoachPainColour *colour)
{
  const char *letters = "gars";

  if (letter == '-' || letter == '\0')
    return FALSE;
  *colour = (CoachPainColour) (strchr (letters, letter) - letters);
  return TRUE;
}

/* "3ga" is a session on day 3 with a green hour and an amber morning; a third letter is the
 * second morning, "h" in front says half dose, and "z" that "It hurts" asked for rest. */
static CoachRecoverySession
read_session (const char *word)
{
  CoachRecoverySession session = { 0 };
  char *colours;

  for (; *word == 'h' || *word == 'z'; word++)
    {
      session.was_half_dose |= *word == 'h';
      session.asked_for_rest |= *word == 'z';
    }
  session.day = get_day ((int) strtol (word, &colours, 10));
  session.has_hour_after = read_colour (colours[0], &session.hour_after);
  session.has_morning = read_colour (colours[1], &session.morning);
  if (session.has_morning)
    session.has_second_morning = read_colour (colours[2], &session.second_morning);
  return session;
}

static CoachRecovery
recover (const char *sessions,
         int         today_number)
{
  g_auto (GStrv) words = g_strsplit (sessions, " ", -1);
  CoachRecoverySession list[MAX_SESSIONS];
  GDate today = get_day (today_number);
  guint n = 0;

  for (; words[n] != NULL; n++)
    list[n] = read_session (words[n]);
  return coach_recovery_from (catalog, list, n, NULL, 0, NULL, &today);
}

/* R rest, H half dose, U step up, C clinician, S same day. */
static char *
describe (const CoachRecovery *recovery)
{
  GString *words = g_string_new (NULL);

  g_assert_cmpint (recovery->is_half_dose, ==, recovery->is_easier);
  g_string_append (words, recovery->is_rest_day ? "R" : "");
  g_string_append (words, recovery->is_half_dose ? "H" : "");
  g_string_append (words, recovery->can_step_up ? "U" : "");
  g_string_append (words, recovery->see_clinician ? "C" : "");
  g_string_append (words, recovery->same_day ? "S" : "");
  return g_string_free (words, FALSE);
}

static void
test_lights (void)
{
  static const struct
  {
    const char *sessions;
    int         today;
    const char *expected;
  } cases[] = {
    /* An hour after. */
    { "1g-", 1, "" },
    { "1a-", 1, "H" },
    { "1a-", 2, "H" },
    { "1a- h2--", 3, "" },
    { "1a- h2-g", 3, "" },
    { "1a- 2-g", 3, "H" },
    { "1r-", 1, "RH" },
    { "1r-", 2, "RH" },
    { "1r-", 3, "H" },
    { "1r- h3-g", 4, "H" },
    { "1r- h3-g h4-g", 5, "" },
    /* The next morning. */
    { "1-g", 2, "" },
    { "1-a", 2, "RH" },
    { "1-a", 3, "H" },
    { "1-a h3gg", 4, "H" },
    { "1-a h3gg h5gg", 6, "" },
    { "1-a h3-- h5-g", 6, "H" },
    { "1-a h3-- h5-g h6-g", 7, "" },
    { "1-a h3-g h5a- h6-g", 7, "H" },
    { "1-a h3-g h5a- h6-g h7-g", 8, "" },
    { "1-r", 2, "RH" },
    { "1-r", 3, "H" },
    { "1-s", 2, "RHS" },
    { "1-s", 4, "HS" },
    { "1-s", 5, "H" },
    { "1-s h3-g", 4, "H" },
    /* The worse answer counts. */
    { "1ag", 2, "H" },
    { "1rg", 2, "RH" },
    { "1ga", 2, "RH" },
    /* Two ambers in a row are a red. */
    { "1a- h2a-", 2, "RH" },
    { "1a- h2a-", 3, "RH" },
    { "1a- h2a-", 4, "H" },
    { "1aa", 2, "RH" },
    { "1-a h3a-", 4, "RH" },
    { "1-a h3-a", 5, "H" },
    { "1a- h2-- h3a-", 4, "RH" },
    { "1a- h2-g h3a-", 4, "H" },
    { "1a- h2r- h4a-", 5, "H" },
    /* The ambers that made a red begin a new row. */
    { "1a- h2a- h4a-", 5, "H" },
    /* Red on two mornings running. */
    { "1-r h3-r", 4, "RHC" },
    { "1-r h3-r", 9, "HC" },
    { "1-r h3-g", 4, "H" },
    { "1-r h3-g h5-r", 6, "RH" },
    { "1-r h3-- h5-r", 6, "RHC" },
    { "1-r h3-s", 4, "RHCS" },
    { "1-r h3-r h5-g", 6, "H" },
    /* Asked again the morning after a red one. */
    { "1-rr", 3, "RHC" },
    { "1-rr", 4, "HC" },
    { "1-ra", 3, "RH" },
    { "1-rg", 3, "H" },
    { "1-rs", 3, "RHCS" },
    /* Three greens in a row. */
    { "1-g 2-g", 3, "" },
    { "1-g 2-g 3-g", 4, "U" },
    { "1gg 2gg 3gg 4gg", 5, "U" },
    { "1-g 2-g 3-g 4--", 4, "" },
    { "1-g 2-g 3-g 4--", 9, "" },
    { "1-g 2-- 3-g 4-g", 5, "U" },
    { "1-g 2-g 3g-", 4, "" },
    { "1-g 2a- h3-g 4-g", 5, "" },
    { "1-g 2-g 3ag", 4, "H" },
    { "1-a h3-g h4-g 5-g", 6, "" },
    { "1-a h3-g h4-g 5-g 6-g 7-g", 8, "U" },
    /* Burning that did not go. */
    { "z1--", 1, "R" },
    { "z1--", 2, "R" },
    { "z1--", 3, "" },
    { "z1-g", 2, "R" },
    /* A clock that was ahead. */
    { "40r-", 3, "RH" },
    { "40r-", 4, "RH" },
    { "40r-", 42, "H" },
  };

  g_test_summary ("Each row of colours asks for what safety.md says");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachRecovery recovery = recover (cases[i].sessions, cases[i].today);
      g_autofree char *described = describe (&recovery);

      g_test_message ("%s on day %d", cases[i].sessions, cases[i].today);
      g_assert_cmpstr (described, ==, cases[i].expected);
    }
}

static void
test_rest_until (void)
{
  CoachRecovery recovery = recover ("1r-", 1);
  GDate tomorrow = get_day (2);

  g_test_summary ("Rest lasts to the end of the day after, over the end of a month");
  g_assert_cmpint (g_date_compare (&recovery.rest_until, &tomorrow), ==, 0);
  recovery = recover ("2-r", 3);
  tomorrow = get_day (3);
  g_assert_cmpint (g_date_compare (&recovery.rest_until, &tomorrow), ==, 0);
  g_assert_false (recover ("1--", 1).is_rest_day);
}

/* A digit a day; a dot is a day without a check-in. Day 0 is the first. */
static CoachRecovery
recover_days (const char *scores,
              int         flare_number,
              int         today_number)
{
  CoachRecoveryDay days[32];
  GDate since = get_day (MAX (flare_number, 0));
  GDate today = get_day (today_number);
  guint n = 0;

  for (int i = 0; scores[i] != '\0'; i++)
    if (scores[i] != '.')
      days[n++] = (CoachRecoveryDay) { get_day (i), (guint) (scores[i] - '0') };
  return coach_recovery_from (catalog, NULL, 0, days, n, flare_number >= 0 ? &since : NULL,
                              &today);
}

static void
test_flare_offered (void)
{
  static const struct
  {
    const char *scores;
    int         today;
    gboolean    expected;
  } cases[] = {
    { "", 0, FALSE },
    { "5", 0, FALSE },
    { "55", 1, FALSE },
    { "255", 2, TRUE },
    { "246", 2, TRUE },
    { "264", 2, TRUE },
    { "263", 2, FALSE },
    { "355", 2, TRUE },
    { "345", 2, FALSE },
    { "456", 2, FALSE },
    { "0033", 3, FALSE },
    { "25", 1, FALSE },
    { "2555", 3, FALSE },
    { "2.5.5", 4, TRUE },
    { "2....5..5", 8, TRUE },
    { "2....5....5", 10, FALSE },
    { "255", 5, TRUE },
    { "255", 6, FALSE },
    { "2.............................55", 31, FALSE },
    /* Check-ins of days to come say nothing. */
    { "255", 1, FALSE },
  };

  g_test_summary ("A flare is offered after two days in a row that are clearly worse");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachRecovery recovery = recover_days (cases[i].scores, -1, cases[i].today);

      g_test_message ("%s on day %d", cases[i].scores, cases[i].today);
      g_assert_cmpint (recovery.offers_flare, ==, cases[i].expected);
      g_assert_false (recovery.ends_flare);
    }
}

static void
test_flare_ends (void)
{
  static const struct
  {
    const char *scores;
    int         since;
    int         today;
    gboolean    expected;
  } cases[] = {
    { "", 0, 5, FALSE },
    { "266", 2, 2, FALSE },
    { "2664", 2, 3, FALSE },
    { "26644", 2, 4, TRUE },
    { "26645", 2, 4, FALSE },
    { "26654", 2, 4, FALSE },
    { "266544", 2, 5, TRUE },
    { "266877", 2, 5, FALSE },
    { "26684466", 2, 7, TRUE },
    { "2668.6.6", 2, 7, TRUE },
    { "2.644", 1, 4, TRUE },
    { "6..44", 1, 4, TRUE },
    { "....11", 3, 5, TRUE },
    { "....22", 3, 5, FALSE },
    { "26644", 4, 4, FALSE },
    { "26644", 2, 20, TRUE },
  };

  g_test_summary ("A flare ends after two better days in a row, and is not offered meanwhile");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachRecovery recovery = recover_days (cases[i].scores, cases[i].since, cases[i].today);

      g_test_message ("%s since day %d on day %d", cases[i].scores, cases[i].since,
                      cases[i].today);
      g_assert_cmpint (recovery.ends_flare, ==, cases[i].expected);
      g_assert_false (recovery.offers_flare);
    }
}

static void
test_flare_steps_up_nobody (void)
{
  CoachRecoverySession sessions[] = { read_session ("1-g"), read_session ("2-g"),
                                      read_session ("3-g") };
  GDate since = get_day (3);
  GDate today = get_day (4);

  g_test_summary ("No step up is offered in a flare");
  g_assert_true (coach_recovery_from (catalog, sessions, 3, NULL, 0, NULL, &today).can_step_up);
  g_assert_false (coach_recovery_from (catalog, sessions, 3, NULL, 0, &since, &today)
                      .can_step_up);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/safety/recovery/lights", test_lights);
  g_test_add_func ("/safety/recovery/rest-until", test_rest_until);
  g_test_add_func ("/safety/recovery/flare-offered", test_flare_offered);
  g_test_add_func ("/safety/recovery/flare-ends", test_flare_ends);
  g_test_add_func ("/safety/recovery/flare-steps-up-nobody", test_flare_steps_up_nobody);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
