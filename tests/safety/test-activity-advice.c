/* What is said of everyday activities: every row of every activity, and what must hold for all. */
#include <glib.h>
#include <string.h>

#include "safety.h"

#define N_FLAG_SETS 8

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static CoachPain
make_pain (guint          leg,
           guint          back,
           CoachPainFlags flags)
{
  CoachPain pain = { .left = flags };

  pain.scores[COACH_ZONE_THIGH_LEFT] = (guint8) leg;
  pain.scores[COACH_ZONE_LOW_BACK] = (guint8) back;
  return pain;
}

/* The lowest of some bits. */
static guint
first_of (guint bits)
{
  return (guint) g_bit_nth_lsf (bits, -1);
}

/* Makes the mildest day on which a row holds. */
static CoachActivityFacts
make_facts_for (const CoachActivityWhen *when,
                CoachPain               *pain)
{
  CoachActivityFacts facts = { .trend = COACH_TREND_STEADY, .pain = pain };

  *pain = make_pain (when->leg_min, when->pain_min,
                     when->flags != 0 ? (CoachPainFlags) (1u << first_of (when->flags)) : 0);
  if (when->trends != 0)
    facts.trend = (CoachTrend) first_of (when->trends);
  facts.is_blocked = when->blocked;
  facts.no_exercise = when->no_exercise;
  facts.limits = (const char * const *) when->limits;
  facts.answers = (const char * const *) when->answers;
  facts.notes = (const char * const *) when->notes;
  facts.has_last_time = when->colours != 0;
  facts.last_time = when->colours != 0 ? (CoachPainColour) first_of (when->colours) : 0;
  return facts;
}

static void
test_every_row (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *activities = coach_catalog_get_activities (catalog);

  g_test_summary ("Each row of each activity is said on the mildest day that asks for it");
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      for (guint j = 0; j < coach_activity_get_n_rows (activity); j++)
        {
          const CoachActivityRow *row = coach_activity_get_row (activity, j);
          CoachPain pain;
          CoachActivityFacts facts = make_facts_for (&row->when, &pain);
          CoachActivityAdvice advice = coach_activity_advise (activity, &facts);

          g_test_message ("%s %u", coach_activity_get_id (activity), j);
          g_assert_cmpstr (advice.text, ==, row->text);
          g_assert_cmpint (advice.verdict, ==, row->verdict);
          g_assert_false (advice.asks_checkin);
        }
    }
}

typedef struct
{
  const char           *activity;
  guint                 leg;
  guint                 back;
  CoachPainFlags        flags;
  CoachTrend            trend;
  CoachActivityVerdict  verdict;
  const char           *beginning;
} Day;

#define NUMB   COACH_PAIN_NUMBNESS
#define WEAK   COACH_PAIN_WEAKNESS
#define BURN   COACH_PAIN_BURNING
#define QUIET  COACH_TREND_RESOLVED
#define STEADY COACH_TREND_STEADY
#define FLARE  COACH_TREND_FLARE
#define SPREAD COACH_TREND_SPREADING
#define UNKNOWN COACH_TREND_NOT_ENOUGH_DATA
#define GO     COACH_ACTIVITY_GO
#define MODIFY COACH_ACTIVITY_MODIFY
#define SKIP   COACH_ACTIVITY_SKIP

static const Day days[] = {
  { "running", 0, 0, 0, QUIET, GO, "Warm up with" },
  { "running", 2, 4, 0, STEADY, GO, "Warm up with" },
  { "running", 3, 0, 0, STEADY, MODIFY, "Short walk-run" },
  { "running", 4, 0, 0, FLARE, MODIFY, "Short walk-run" },
  { "running", 5, 0, 0, STEADY, SKIP, "Leg pain is at 5" },
  { "running", 0, 5, 0, STEADY, MODIFY, "Back or buttock" },
  { "running", 0, 7, 0, STEADY, SKIP, "Pain is strong" },
  { "running", 0, 0, NUMB, QUIET, SKIP, "Not today" },
  { "running", 0, 0, WEAK, QUIET, SKIP, "Not today" },
  { "running", 0, 0, BURN, QUIET, SKIP, "Not today" },
  { "running", 1, 1, 0, SPREAD, SKIP, "Symptoms reach further" },
  { "running", 1, 1, 0, UNKNOWN, MODIFY, "We do not know" },
  { "running", 0, 0, 0, COACH_TREND_URGENT, SKIP, "No running until" },
  { "walking", 0, 0, 0, QUIET, GO, "A daily walk" },
  { "walking", 7, 0, 0, STEADY, MODIFY, "A few minutes" },
  { "walking", 6, 0, 0, SPREAD, MODIFY, "Several short walks" },
  { "walking", 0, 10, WEAK, STEADY, MODIFY, "Short, flat walks" },
  { "stairs", 0, 10, 0, STEADY, GO, "Stairs are fine" },
  { "stairs", 4, 0, 0, FLARE, MODIFY, "Use the rail" },
  { "stationary-bike", 5, 0, NUMB, STEADY, MODIFY, "5 minutes, upright, no" },
  { "stationary-bike", 7, 0, NUMB, STEADY, SKIP, "Pain is strong" },
  { "road-bike", 0, 5, 0, FLARE, MODIFY, "Short flat ride" },
  { "road-bike", 0, 0, NUMB, STEADY, SKIP, "Not on the road" },
  { "swimming", 3, 0, BURN, STEADY, MODIFY, "Short and gentle" },
  { "swimming", 0, 0, 0, STEADY, GO, "Any stroke" },
  { "sitting", 0, 4, 0, STEADY, MODIFY, "20 to 30 minutes" },
  { "driving", 6, 0, 0, STEADY, MODIFY, "Only short drives" },
  { "driving", 7, 0, 0, STEADY, SKIP, "Pain this strong slows" },
  { "driving", 0, 8, 0, STEADY, SKIP, "Pain this strong takes" },
  { "driving", 0, 0, NUMB, STEADY, SKIP, "Do not drive if" },
  { "lifting", 5, 0, 0, STEADY, SKIP, "Nothing heavy" },
  { "lifting", 3, 6, 0, STEADY, MODIFY, "Up to what feels" },
  { "sleeping", 4, 0, 0, STEADY, MODIFY, "Sore side up" },
  { "footwear", 0, 0, NUMB, STEADY, MODIFY, "Closed, flat shoes" },
  { "clothing", 3, 0, 0, STEADY, GO, "Anything comfortable" },
  { "back-pocket", 0, 0, 0, QUIET, MODIFY, "Take it out" },
};

static void
test_days (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("A table of days and what is said on them");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      CoachPain pain = make_pain (days[i].leg, days[i].back, days[i].flags);
      CoachActivityFacts facts = { .trend = days[i].trend, .pain = &pain };
      CoachActivityAdvice advice
          = coach_activity_advise (coach_catalog_lookup_activity (catalog, days[i].activity), &facts);

      g_test_message ("%u: %s: %s", i, days[i].activity, advice.text);
      g_assert_cmpint (advice.verdict, ==, days[i].verdict);
      g_assert_true (g_str_has_prefix (advice.text, days[i].beginning));
    }
}

static void
test_right_leg (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachActivity *running = coach_catalog_lookup_activity (catalog, "running");
  CoachPain pain = { .right = COACH_PAIN_BURNING };
  CoachActivityFacts facts = { .trend = COACH_TREND_STEADY, .pain = &pain };

  g_test_summary ("Both sides count");
  g_assert_cmpint (coach_activity_advise (running, &facts).verdict, ==, COACH_ACTIVITY_SKIP);
  pain = (CoachPain) { .scores = { [COACH_ZONE_FOOT_RIGHT] = 5 } };
  g_assert_cmpint (coach_activity_advise (running, &facts).verdict, ==, COACH_ACTIVITY_SKIP);
  pain = (CoachPain) { .scores = { [COACH_ZONE_BUTTOCK_RIGHT] = 5 } };
  g_assert_cmpint (coach_activity_advise (running, &facts).verdict, ==, COACH_ACTIVITY_MODIFY);
}

static void
test_unknown_day (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *activities = coach_catalog_get_activities (catalog);
  CoachActivityFacts facts = { .trend = COACH_TREND_RESOLVED };
  CoachActivity *running = coach_catalog_lookup_activity (catalog, "running");

  g_test_summary ("Without a check-in nothing is simply allowed, and what warns still does");
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      g_assert_cmpint (coach_activity_advise (activity, &facts).verdict, ==,
                       COACH_ACTIVITY_MODIFY);
    }
  g_assert_true (coach_activity_advise (running, &facts).asks_checkin);
  g_assert_true (
      g_str_has_prefix (coach_activity_advise (running, &facts).text, "We do not know"));
  facts.trend = COACH_TREND_SPREADING;
  g_assert_cmpint (coach_activity_advise (running, &facts).verdict, ==, COACH_ACTIVITY_SKIP);
  facts.is_blocked = TRUE;
  g_assert_false (coach_activity_advise (running, &facts).asks_checkin);
  g_assert_false (
      coach_activity_advise (coach_catalog_lookup_activity (catalog, "back-pocket"), &facts)
          .asks_checkin);
}

/* A limit of lifting asks for light loads. It allows nothing that the leg does not. */
static void
test_limit (void)
{
  static const char * const limits[] = { "no-loaded-bending", NULL };
  g_autoptr (CoachCatalog) catalog = load ();
  CoachActivity *lifting = coach_catalog_lookup_activity (catalog, "lifting");
  CoachPain pain = make_pain (0, 0, 0);
  CoachActivityFacts facts = { .trend = COACH_TREND_STEADY, .pain = &pain, .limits = limits };

  g_test_summary ("A limit makes advice more careful, and never less");
  g_assert_cmpint (coach_activity_advise (lifting, &facts).verdict, ==, COACH_ACTIVITY_MODIFY);
  pain = make_pain (6, 0, 0);
  g_assert_cmpint (coach_activity_advise (lifting, &facts).verdict, ==, COACH_ACTIVITY_SKIP);
}

static CoachActivityVerdict
judge (CoachActivity             *activity,
       const CoachActivityFacts  *base,
       guint                      leg,
       guint                      back,
       guint                      flags)
{
  CoachPain pain = make_pain (leg, back, (CoachPainFlags) flags);
  CoachActivityFacts facts = *base;

  facts.pain = &pain;
  return coach_activity_advise (activity, &facts).verdict;
}

/* One more point, one more flag, one more block: each makes the day no milder. */
static void
check_worse_days (CoachActivity *activity,
                  CoachTrend     trend,
                  guint          leg,
                  guint          back,
                  guint          flags)
{
  CoachActivityFacts base = { .trend = trend };
  CoachActivityFacts off = { .trend = trend, .no_exercise = TRUE };
  CoachActivityFacts flare = { .trend = COACH_TREND_FLARE };
  CoachActivityVerdict verdict = judge (activity, &base, leg, back, flags);

  g_assert_cmpint (judge (activity, &base, leg + 1, back, flags), >=, verdict);
  g_assert_cmpint (judge (activity, &base, leg, back + 1, flags), >=, verdict);
  for (guint flag = 1; flag < N_FLAG_SETS; flag <<= 1)
    g_assert_cmpint (judge (activity, &base, leg, back, flags | flag), >=, verdict);
  g_assert_cmpint (judge (activity, &off, leg, back, flags), >=, verdict);
  if (trend < COACH_TREND_FLARE)
    g_assert_cmpint (judge (activity, &flare, leg, back, flags), >=, verdict);
}

static void
test_worse_days (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *activities = coach_catalog_get_activities (catalog);

  g_test_summary ("A worse day never makes the advice milder");
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      for (guint trend = 0; trend < COACH_N_TRENDS; trend++)
        for (guint flags = 0; flags < N_FLAG_SETS; flags++)
          for (guint leg = 0; leg < COACH_PAIN_WORST; leg++)
            for (guint back = 0; back < COACH_PAIN_WORST; back++)
              check_worse_days (activity, (CoachTrend) trend, leg, back, flags);
    }
}

static void
test_other (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachPain pain = make_pain (8, 8, COACH_PAIN_WEAKNESS);
  CoachActivityFacts facts = { .trend = COACH_TREND_URGENT, .pain = &pain, .is_blocked = TRUE };
  CoachActivity *running = coach_catalog_lookup_activity (catalog, "running");
  CoachActivity *walking = coach_catalog_lookup_activity (catalog, "walking");

  g_test_summary ("Something else is found on the hardest day, and never what was left out");
  g_assert_true (coach_activity_find_other (catalog, running, &facts) == walking);
  g_assert_true (coach_activity_find_other (catalog, walking, &facts)
                 == coach_catalog_lookup_activity (catalog, "stairs"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/activity-advice/every-row", test_every_row);
  g_test_add_func ("/safety/activity-advice/days", test_days);
  g_test_add_func ("/safety/activity-advice/right-leg", test_right_leg);
  g_test_add_func ("/safety/activity-advice/unknown-day", test_unknown_day);
  g_test_add_func ("/safety/activity-advice/limit", test_limit);
  g_test_add_func ("/safety/activity-advice/worse-days", test_worse_days);
  g_test_add_func ("/safety/activity-advice/other", test_other);

  return g_test_run ();
}
