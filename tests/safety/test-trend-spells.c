/* Since when a trend is what it is, and how it is told. */
#include <glib.h>
#include <string.h>

#include "safety.h"

#define NEVER -1

/* A diary is a text of days, the last of them today: `.` is one without a check-in, a digit the
 * score of the left buttock, `f` the left foot, `w` weakness and `n` numbness on the left, and `b`
 * both calves. What is expected is in days before today. */
static const struct
{
  const char *days;
  int         reviewed; /* the left leg */
  int         urgent_changed;
  int         spreading;
  int         numb;
  int         severe;
} spells[] = {
  { "", NEVER, NEVER, NEVER, NEVER, NEVER },
  { "33333", NEVER, NEVER, NEVER, NEVER, NEVER },
  { "..w", NEVER, 0, NEVER, NEVER, NEVER },
  { "33www", NEVER, 2, NEVER, NEVER, NEVER },
  { "w....", NEVER, 4, NEVER, NEVER, NEVER },
  { "w33", NEVER, 2, NEVER, NEVER, NEVER },
  { "w333", NEVER, 0, NEVER, NEVER, NEVER },
  { "w3333", NEVER, 1, NEVER, NEVER, NEVER },
  { "w33..3..", NEVER, 2, NEVER, NEVER, NEVER },
  { "b333", NEVER, 0, NEVER, NEVER, NEVER },
  { "b3w", NEVER, 2, NEVER, NEVER, NEVER },
  { "w............................", NEVER, 28, NEVER, NEVER, NEVER },
  { "w.............................", NEVER, 0, NEVER, NEVER, NEVER },
  { "w..............................", NEVER, 1, NEVER, NEVER, NEVER },
  { "w", 0, NEVER, NEVER, NEVER, NEVER },
  { "w333", 3, NEVER, NEVER, NEVER, NEVER },
  { "w333", 4, 0, NEVER, NEVER, NEVER },
  { "33......fff", NEVER, NEVER, 1, NEVER, NEVER },
  { "3333n", NEVER, NEVER, 0, 0, NEVER },
  { "3333nn", NEVER, NEVER, 1, 1, NEVER },
  { "9", NEVER, NEVER, NEVER, NEVER, 0 },
  { "99", NEVER, NEVER, NEVER, NEVER, 1 },
  { "388", NEVER, NEVER, NEVER, NEVER, 0 },
  { "993", NEVER, NEVER, NEVER, NEVER, NEVER },
};

static void
mark (CoachPain *pain,
      char       sign)
{
  pain->scores[COACH_ZONE_BUTTOCK_LEFT] = g_ascii_isdigit (sign) ? (guint8) (sign - '0') : 3;
  if (sign == 'f')
    pain->scores[COACH_ZONE_FOOT_LEFT] = 5;
  if (sign == 'w')
    pain->left = COACH_PAIN_WEAKNESS;
  if (sign == 'n')
    pain->left = COACH_PAIN_NUMBNESS;
  if (sign == 'b')
    pain->scores[COACH_ZONE_CALF_LEFT] = pain->scores[COACH_ZONE_CALF_RIGHT] = 3;
}

static CoachTrendReport *
judge (CoachCatalog *catalog,
       const char   *days,
       int           reviewed_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 20, 9, 0, 0);
  g_autoptr (GArray) checkins = g_array_new (FALSE, TRUE, sizeof (CoachCheckin));
  CoachReviewed reviewed = { 0 };
  CoachTrendReport *report;

  for (guint i = 0; days[i] != '\0'; i++)
    if (days[i] != '.')
      {
        CoachCheckin checkin = { .when = g_date_time_add_days (
                                     now, (int) i + 1 - (int) strlen (days)) };

        mark (&checkin.pain, days[i]);
        g_array_append_val (checkins, checkin);
      }
  if (reviewed_ago != NEVER)
    g_date_set_dmy (&reviewed.left, (GDateDay) (20 - reviewed_ago), G_DATE_MARCH, 2026);
  report = coach_trend_report_new (coach_catalog_get_pain_guide (catalog),
                                   (const CoachCheckin *) checkins->data, checkins->len, &reviewed,
                                   now);
  for (guint i = 0; i < checkins->len; i++)
    g_date_time_unref (g_array_index (checkins, CoachCheckin, i).when);
  return report;
}

static void
assert_ago (const GDate *day,
            int          ago)
{
  GDate today;

  g_assert_cmpint (g_date_valid (day), ==, ago != NEVER);
  if (ago == NEVER)
    return;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, G_DATE_MARCH, 2026);
  g_assert_cmpint (g_date_days_between (day, &today), ==, ago);
}

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static void
test_spells (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("A report tells since when things are so, and when an urgent verdict was over");
  for (guint i = 0; i < G_N_ELEMENTS (spells); i++)
    {
      g_autoptr (CoachTrendReport) report = judge (catalog, spells[i].days, spells[i].reviewed);

      g_test_message ("%u: %s", i, spells[i].days);
      assert_ago (&report->urgent_changed, spells[i].urgent_changed);
      assert_ago (&report->spreading_since, spells[i].spreading);
      assert_ago (&report->numb_since, spells[i].numb);
      assert_ago (&report->severe_since, spells[i].severe);
    }
}

static void
test_telling (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  static const struct
  {
    const char *days;
    const char *sentence;
  } tellings[] = {
    { "", "There are check-ins on 0 days." },
    { "3", "There are not enough earlier days to compare with." },
    { "3.", "The newest check-in is of yesterday." },
    { "3..........", "The newest check-in is 10 days old." },
    { "333333", "They are too near to tell that anything is better." },
    { "33......fff",
      "Left, how far the pain reaches: before, the buttock; lately the foot; at the newest "
      "check-in the foot." },
    { "33......fff",
      "Left, the strongest score: before, 3 of 10; lately 5; at the newest check-in 5." },
    { "33......fff", "Right, there is nothing to compare." },
  };

  g_test_summary ("The numbers are told in words, without those that nothing was compared for");
  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      g_autoptr (CoachTrendReport) report = judge (catalog, tellings[i].days, NEVER);
      g_auto (GStrv) numbers = coach_trend_report_dup_numbers (report);
      g_autofree char *all = g_strjoinv (" | ", numbers);

      g_test_message ("%s: %s", tellings[i].days, all);
      g_assert_true (g_strv_contains ((const char * const *) numbers, tellings[i].sentence));
    }
}

static void
test_first (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  const char * const *ids
      = coach_pain_guide_get_note_ids (coach_catalog_get_pain_guide (catalog));
  g_autoptr (GString) first = g_string_new (NULL);

  g_test_summary ("What to do at once comes before what it is called");
  for (guint i = 0; ids[i] != NULL; i++)
    if (coach_trend_note_comes_first (ids[i]))
      g_string_append_printf (first, "%s ", ids[i]);
  g_assert_cmpstr (first->str, ==,
                   "both-legs weakness-left weakness-right numbness-new-left numbness-new-right "
                   "severe-pain ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/trend/spells", test_spells);
  g_test_add_func ("/safety/trend/telling", test_telling);
  g_test_add_func ("/safety/trend/first", test_first);

  return g_test_run ();
}
