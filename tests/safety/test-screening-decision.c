/* Every rule of screening.json, and every question. */
#include <glib.h>

#include "screening-fixture.h"

#define TODAY "2026-03-20"

#define CLEAR     COACH_SCREENING_CLEAR
#define SEE       COACH_SCREENING_SEE_CLINICIAN
#define SAME_DAY  COACH_SCREENING_SAME_DAY
#define EMERGENCY COACH_SCREENING_EMERGENCY

typedef struct
{
  CoachCatalog   *catalog;
  CoachScreening *screening;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->screening = coach_catalog_get_screening (fixture->catalog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->catalog);
}

static CoachScreeningDecision *
decide (Fixture    *fixture,
        const char *answers,
        const char *cleared,
        const char *today)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_from_text (answers);
  GDate cleared_day = coach_test_day (cleared);
  GDate day = coach_test_day (today);

  if (cleared != NULL)
    coach_screening_record_set_cleared (record, &cleared_day);
  return coach_screening_decide (fixture->screening, record, COACH_TREND_STEADY, &day);
}

static void
check (Fixture               *fixture,
       const char            *answers,
       const char            *cleared,
       CoachScreeningOutcome  outcome,
       gboolean               is_blocked)
{
  g_autoptr (CoachScreeningDecision) decision = decide (fixture, answers, cleared, TODAY);

  g_test_message ("%s, cleared %s", answers, cleared != NULL ? cleared : "never");
  g_assert_cmpint (coach_screening_decision_get_outcome (decision), ==, outcome);
  g_assert_cmpint (coach_screening_decision_is_blocked (decision), ==, is_blocked);
}

static const struct
{
  const char            *id;
  CoachScreeningOutcome  yes;
  gboolean               blocks;
  CoachScreeningOutcome  not_sure;
} questions[] = {
  { "saddle", EMERGENCY, TRUE, EMERGENCY },
  { "bladder", EMERGENCY, TRUE, EMERGENCY },
  { "bowel", EMERGENCY, TRUE, EMERGENCY },
  { "sexual", EMERGENCY, TRUE, EMERGENCY },
  { "both-legs", EMERGENCY, TRUE, EMERGENCY },
  { "accident", EMERGENCY, TRUE, EMERGENCY },
  { "chest-breath", EMERGENCY, TRUE, EMERGENCY },
  { "aorta", EMERGENCY, TRUE, EMERGENCY },
  { "cold-leg", EMERGENCY, TRUE, EMERGENCY },
  { "unsteady", EMERGENCY, TRUE, EMERGENCY },
  { "weak-leg", SAME_DAY, TRUE, SAME_DAY },
  { "fever", SAME_DAY, TRUE, SAME_DAY },
  { "infection-risk", SAME_DAY, TRUE, SAME_DAY },
  { "cancer", SAME_DAY, TRUE, SAME_DAY },
  { "thin-bone-pain", SAME_DAY, TRUE, SAME_DAY },
  { "clot-leg", SAME_DAY, TRUE, SAME_DAY },
  { "severe", SAME_DAY, TRUE, SAME_DAY },
  { "told-not-to", SEE, TRUE, SEE },
  { "weight-loss", SEE, FALSE, CLEAR },
  { "night-pain", SEE, FALSE, CLEAR },
  { "lump-shape", SEE, FALSE, CLEAR },
  { "unwell", SEE, FALSE, CLEAR },
  { "older-first", SEE, FALSE, CLEAR },
  { "thin-bones", SEE, FALSE, CLEAR },
  { "stiff-mornings", SEE, FALSE, CLEAR },
  { "walking-legs", SEE, FALSE, CLEAR },
  { "six-weeks", SEE, FALSE, CLEAR },
  { "alternating", SEE, FALSE, CLEAR },
  { "pregnant", SEE, FALSE, CLEAR },
  { "postnatal", SEE, FALSE, CLEAR },
  { "hip-replacement", SEE, FALSE, CLEAR },
  { "back-surgery", SEE, TRUE, CLEAR }, /* as long as nobody knows how long ago */
  { "numb-skin", SEE, FALSE, CLEAR },
  { "bleeding", SEE, FALSE, CLEAR },
  { "under-16", SEE, TRUE, CLEAR },
};

static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("Every question leads to what the content says, not sure to the same where "
                  "waiting could do harm, and no to nothing");
  g_assert_cmpuint (G_N_ELEMENTS (questions), ==,
                    coach_screening_get_n_questions (fixture->screening));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *yes = g_strdup_printf ("%s=yes@2026-03-01", questions[i].id);
      g_autofree char *not_sure = g_strdup_printf ("%s=not-sure@2026-03-01", questions[i].id);
      g_autofree char *no = g_strdup_printf ("%s=no@2026-03-01", questions[i].id);

      check (fixture, yes, NULL, questions[i].yes, questions[i].blocks);
      check (fixture, not_sure, NULL, questions[i].not_sure, questions[i].not_sure != CLEAR);
      check (fixture, no, NULL, CLEAR, FALSE);
    }
}

static const struct
{
  const char            *answers;
  CoachScreeningOutcome  outcome;
  gboolean               is_blocked;
} situations[] = {
  { "", CLEAR, FALSE },
  { "an-id-of-a-newer-version=yes@2026-03-01", CLEAR, FALSE },
  /* The most urgent wins. */
  { "saddle=yes@2026-03-01 fever=yes@2026-03-01 unwell=yes@2026-03-01", EMERGENCY, TRUE },
  { "fever=yes@2026-03-01 unwell=yes@2026-03-01 bleeding=yes@2026-03-01", SAME_DAY, TRUE },
  { "unwell=yes@2026-03-01 bleeding=yes@2026-03-01", SEE, FALSE },
  /* The second question. */
  { "both-legs=yes/yes@2026-03-01", SEE, FALSE },
  { "both-legs=yes/no@2026-03-01", EMERGENCY, TRUE },
  { "both-legs=yes/not-sure@2026-03-01", EMERGENCY, TRUE },
  { "both-legs=not-sure/yes@2026-03-01", SEE, FALSE },
  { "accident=yes/yes@2026-03-01", SEE, FALSE },
  { "weak-leg=yes/yes@2026-03-01", SEE, FALSE },
  { "weak-leg=yes/no@2026-03-01", SAME_DAY, TRUE },
  { "cancer=yes/yes@2026-03-01", SEE, FALSE },
  { "saddle=yes/yes@2026-03-01", EMERGENCY, TRUE }, /* it has none: nobody was asked */
  { "both-legs=yes/yes@2026-03-01 saddle=yes@2026-03-01", EMERGENCY, TRUE },
  /* Two together, one of them telling. */
  { "weight-loss=yes@2026-03-01 night-pain=yes@2026-03-01", SAME_DAY, TRUE },
  { "weight-loss=yes@2026-03-01 older-first=yes@2026-03-01", SAME_DAY, TRUE },
  { "lump-shape=yes@2026-03-01 thin-bones=yes@2026-03-01", SAME_DAY, TRUE },
  { "unwell=yes@2026-03-01 thin-bones=yes@2026-03-01", SAME_DAY, TRUE },
  { "older-first=yes@2026-03-01 thin-bones=yes@2026-03-01", SEE, FALSE },
  { "older-first=yes@2026-03-01 thin-bones=yes@2026-03-01 unwell=yes@2026-03-01", SAME_DAY, TRUE },
  { "unwell=yes@2026-03-01 night-pain=not-sure@2026-03-01", SEE, FALSE },
  { "unwell=yes@2026-03-01 six-weeks=yes@2026-03-01", SEE, FALSE },
  /* The day of an operation: three months, to the day. */
  { "back-surgery=yes@2026-03-01,date:2026-02-01", SEE, TRUE },
  { "back-surgery=yes@2026-03-01,date:2025-12-21", SEE, TRUE },
  { "back-surgery=yes@2026-03-01,date:2025-12-20", SEE, FALSE },
  { "back-surgery=yes@2026-03-01,date:2026-04-01", SEE, TRUE },
  { "back-surgery=yes/yes@2026-03-01", SEE, FALSE },
  { "back-surgery=yes/yes@2026-03-01,date:2026-02-01", SEE, FALSE },
  { "back-surgery=yes/no@2026-03-01,date:2026-02-01", SEE, TRUE },
};

static void
test_situations (Fixture       *fixture,
                 gconstpointer  data)
{
  g_test_summary ("Answers together come to what the rules say");
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    check (fixture, situations[i].answers, NULL, situations[i].outcome, situations[i].is_blocked);
}

static const struct
{
  const char            *answers;
  const char            *cleared;
  CoachScreeningOutcome  outcome;
  gboolean               is_blocked;
} clearings[] = {
  { "saddle=yes@2026-03-10", "2026-03-09", EMERGENCY, TRUE },
  { "saddle=yes@2026-03-10", "2026-03-10", SEE, FALSE },
  { "saddle=yes@2026-03-10", "2026-03-15", SEE, FALSE },
  { "saddle=yes@2026-03-10", "2026-03-21", EMERGENCY, TRUE }, /* a day that has not come */
  { "saddle=yes", "2026-03-15", EMERGENCY, TRUE },            /* nobody knows the day */
  { "saddle=yes@2026-03-10 fever=yes@2026-03-16", "2026-03-15", SAME_DAY, TRUE },
  { "saddle=yes@2026-03-10 fever=yes@2026-03-15", "2026-03-15", SEE, FALSE },
  { "fever=not-sure@2026-03-10", "2026-03-15", SEE, FALSE },
  { "told-not-to=yes@2026-03-10", "2026-03-10", SEE, FALSE },
  { "under-16=yes@2026-03-10", "2026-03-15", SEE, TRUE },
  { "unwell=yes@2026-03-10 night-pain=yes@2026-03-12", "2026-03-12", SEE, FALSE },
  { "unwell=yes@2026-03-10 night-pain=yes@2026-03-12", "2026-03-11", SAME_DAY, TRUE },
  { "unwell=yes@2026-03-10 night-pain=yes@2026-03-12 lump-shape=yes@2026-03-14", "2026-03-12",
    SAME_DAY, TRUE },
  { "back-surgery=yes@2026-03-10,date:2026-03-01", "2026-03-10", SEE, FALSE },
  { "back-surgery=yes@2026-03-10,date:2026-03-01", "2026-03-09", SEE, TRUE },
  { "bleeding=yes@2026-03-10", "2026-03-15", SEE, FALSE },
};

static void
test_clearings (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("A clinician's word covers the answers up to its day, and no later ones");
  for (guint i = 0; i < G_N_ELEMENTS (clearings); i++)
    check (fixture, clearings[i].answers, clearings[i].cleared, clearings[i].outcome,
           clearings[i].is_blocked);
}

static const struct
{
  const char *answers;
  const char *cleared;
  CoachTrend  trend;
  gboolean    can_be_cleared;
} clearables[] = {
  { "saddle=yes@2026-03-10", NULL, COACH_TREND_STEADY, TRUE },
  { "saddle=yes@2026-03-10", "2026-03-10", COACH_TREND_STEADY, FALSE }, /* it is */
  { "bleeding=yes@2026-03-10", NULL, COACH_TREND_STEADY, FALSE },       /* nothing blocks */
  { "under-16=yes@2026-03-10", NULL, COACH_TREND_STEADY, FALSE },
  { "under-16=yes@2026-03-10 saddle=yes@2026-03-10", NULL, COACH_TREND_STEADY, FALSE },
  { "unwell=yes@2026-03-10 night-pain=yes@2026-03-10", NULL, COACH_TREND_STEADY, TRUE },
  { "back-surgery=yes@2026-03-10", NULL, COACH_TREND_STEADY, TRUE },
  { "", NULL, COACH_TREND_URGENT, FALSE },
  { "saddle=yes@2026-03-10", NULL, COACH_TREND_URGENT, FALSE },
};

static void
test_clearable (Fixture       *fixture,
                gconstpointer  data)
{
  GDate today = coach_test_day (TODAY);

  g_test_summary ("Clearing is offered where it would end the block");
  for (guint i = 0; i < G_N_ELEMENTS (clearables); i++)
    {
      g_autoptr (CoachScreeningRecord) record = NULL;
      g_autoptr (CoachScreeningDecision) decision = NULL;
      GDate cleared = coach_test_day (clearables[i].cleared);

      record = coach_screening_record_from_text (clearables[i].answers);
      coach_screening_record_set_cleared (record,
                                          clearables[i].cleared != NULL ? &cleared : NULL);
      decision = coach_screening_decide (fixture->screening, record, clearables[i].trend, &today);
      g_test_message ("%s", clearables[i].answers);
      g_assert_cmpint (coach_screening_decision_can_be_cleared (decision), ==,
                       clearables[i].can_be_cleared);
    }
}

static void
test_trend (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = NULL;
  GDate today = coach_test_day (TODAY);

  g_test_summary ("An urgent trend blocks, whatever was answered or cleared; no other trend does");
  record = coach_screening_record_all_no (fixture->screening, TODAY);
  coach_screening_record_set_cleared (record, &today);
  for (CoachTrend trend = 0; trend < COACH_N_TRENDS; trend++)
    {
      g_autoptr (CoachScreeningDecision) decision = NULL;
      gboolean is_urgent = trend == COACH_TREND_URGENT;

      decision = coach_screening_decide (fixture->screening, record, trend, &today);
      g_assert_cmpint (coach_screening_decision_is_blocked (decision), ==, is_urgent);
      g_assert_cmpint (coach_screening_decision_is_trend_urgent (decision), ==, is_urgent);
      g_assert_cmpint (coach_screening_decision_get_outcome (decision), ==,
                       is_urgent ? SAME_DAY : CLEAR);
    }
}

static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = NULL;
  GDate today = coach_test_day (TODAY);

  g_test_summary ("Nothing is missing only when every question asked first has an answer");
  record = coach_screening_record_all_no (fixture->screening, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      CoachScreeningAnswer before = *coach_screening_record_get (record, questions[i].id);
      CoachScreeningAnswer none = coach_screening_answer_from_text ("none");
      g_autoptr (CoachScreeningDecision) whole = NULL;
      g_autoptr (CoachScreeningDecision) lacking = NULL;

      whole = coach_screening_decide (fixture->screening, record, COACH_TREND_STEADY, &today);
      coach_screening_record_set (record, questions[i].id, &none);
      lacking = coach_screening_decide (fixture->screening, record, COACH_TREND_STEADY, &today);
      coach_screening_record_set (record, questions[i].id, &before);
      g_assert_true (coach_screening_decision_is_complete (whole));
      g_assert_false (coach_screening_decision_is_complete (lacking));
    }
}

static const struct
{
  const char *answers;
  const char *today;
  const char *limits; /* separated by spaces, in their order */
} limits[] = {
  { "thin-bones=yes@2026-03-01", TODAY,
    "no-loaded-bending no-end-range-twist no-back-roller light-pressure" },
  { "thin-bones=not-sure@2026-03-01", TODAY, "" },
  { "thin-bones=yes@2026-03-01 numb-skin=yes@2026-03-01", TODAY,
    "no-loaded-bending no-end-range-twist no-back-roller light-pressure no-heat no-ice" },
  { "bleeding=yes@2026-03-01", TODAY, "no-roller" },
  { "bleeding=no@2026-03-01", TODAY, "" },
  { "walking-legs=yes@2026-03-01", TODAY, "no-heat no-ice" },
  { "postnatal=yes@2026-03-01", TODAY, "gentle-only" },
  { "hip-replacement=yes@2026-03-01", TODAY, "no-hip-cross no-deep-hip-bend no-hip-roller" },
  /* Lying on the back is left out from week 16 on; weeks go on by themselves. */
  { "pregnant=yes@2026-03-01,weeks:10", "2026-03-01",
    "no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy" },
  { "pregnant=yes@2026-03-01,weeks:10", "2026-04-11",
    "no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy" },
  { "pregnant=yes@2026-03-01,weeks:10", "2026-04-12",
    "no-supine no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy" },
  { "pregnant=yes@2026-03-01,weeks:16", "2026-03-01",
    "no-supine no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy" },
  { "pregnant=yes@2026-03-01", "2026-03-01",
    "no-supine no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy" },
  { "pregnant=yes,weeks:4", "2026-03-01",
    "no-supine no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy" },
  { "back-surgery=yes@2026-03-01,date:2026-02-01", TODAY,
    "gentle-only no-back-roller blocked-if-within-3-months" },
  { "back-surgery=yes/yes@2026-03-01,date:2026-02-01", TODAY, "gentle-only no-back-roller" },
  { "back-surgery=yes@2026-03-01,date:2025-06-01", TODAY, "gentle-only no-back-roller" },
};

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("Limits hold as long as the answer stays yes, and from their week or month on");
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (CoachScreeningDecision) decision = NULL;
      g_autofree char *found = NULL;

      decision = decide (fixture, limits[i].answers, NULL, limits[i].today);
      found = g_strjoinv (" ", (GStrv) coach_screening_decision_get_limits (decision));
      g_test_message ("%s on %s", limits[i].answers, limits[i].today);
      g_assert_cmpstr (found, ==, limits[i].limits);
    }
}

static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *answers;
    const char *conditions;
  } rows[] = {
    { "pregnant=yes@2026-03-01", "pregnancy" },
    { "hip-replacement=yes@2026-03-01", "hip-replacement" },
    { "back-surgery=yes/yes@2026-03-01", "recent-surgery" },
    { "thin-bones=yes@2026-03-01", "osteoporosis" },
    { "thin-bone-pain=yes@2026-03-01 thin-bones=yes@2026-03-01", "osteoporosis" },
    { "bleeding=yes@2026-03-01 pregnant=yes@2026-03-01", "pregnancy blood-thinners" },
    { "bleeding=no@2026-03-01 saddle=yes@2026-03-01", "" },
  };

  g_test_summary ("A yes adds the condition that the catalogue knows it by");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CoachScreeningDecision) decision = decide (fixture, rows[i].answers, NULL, TODAY);
      g_autofree char *found = NULL;

      found = g_strjoinv (" ", (GStrv) coach_screening_decision_get_conditions (decision));
      g_assert_cmpstr (found, ==, rows[i].conditions);
    }
}

static const char *
get_id (CoachScreeningDecision *decision,
        guint                   index)
{
  const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, index);

  return finding->question != NULL ? finding->question->id : "together";
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  const char *expected[] = { "bowel", "fever", "together", "unwell", "older-first", "bleeding" };
  g_autoptr (CoachScreeningDecision) decision = NULL;

  g_test_summary ("What is most urgent is told first, each with its own advice");
  decision = decide (fixture,
                     "bleeding=yes@2026-03-01 older-first=yes@2026-03-01 unwell=yes@2026-03-01 "
                     "fever=not-sure@2026-03-01 bowel=yes@2026-03-01",
                     NULL, TODAY);
  g_assert_cmpuint (coach_screening_decision_get_n_findings (decision), ==,
                    G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);

      g_assert_cmpstr (get_id (decision, i), ==, expected[i]);
      g_assert_cmpint (finding->was_unsure, ==, g_str_equal (expected[i], "fever"));
      g_assert_nonnull (finding->advice);
      if (finding->question != NULL)
        g_assert_cmpstr (finding->advice, ==, finding->question->advice);
    }
}

static void
test_advice_after_clearing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (CoachScreeningDecision) decision = NULL;
  const CoachScreeningFinding *finding;

  g_test_summary ("Nobody is sent to hospital any more for what was looked at");
  decision = decide (fixture, "saddle=yes@2026-03-01", "2026-03-02", TODAY);
  g_assert_cmpuint (coach_screening_decision_get_n_findings (decision), ==, 1);
  finding = coach_screening_decision_get_finding (decision, 0);
  g_assert_null (strstr (finding->advice, "{emergency}"));
  g_assert_cmpint (finding->outcome, ==, SEE);
}

/* A record with random answers to all questions; some of them with days and second answers. */
static CoachScreeningRecord *
make_random_record (CoachScreening *screening,
                    GRand          *random)
{
  CoachScreeningRecord *record = coach_screening_record_new ();
  GDate cleared = coach_test_day (TODAY);

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      CoachScreeningAnswer answer = coach_screening_answer_from_text ("no");

      if (g_rand_int_range (random, 0, 4) == 0)
        answer.answer = g_rand_int_range (random, COACH_ANSWER_NONE, COACH_ANSWER_NOT_SURE + 1);
      answer.unless = g_rand_int_range (random, COACH_ANSWER_NONE, COACH_ANSWER_NOT_SURE + 1);
      answer.answered = coach_test_day (TODAY);
      g_date_subtract_days (&answer.answered, g_rand_int_range (random, 0, 20));
      coach_screening_record_set (record, coach_screening_get_question (screening, i)->id,
                                  &answer);
    }
  g_date_subtract_days (&cleared, g_rand_int_range (random, 0, 20));
  if (g_rand_boolean (random))
    coach_screening_record_set_cleared (record, &cleared);
  return record;
}

static gboolean
contains_all (const char * const *more,
              const char * const *less)
{
  for (guint i = 0; less[i] != NULL; i++)
    if (!g_strv_contains (more, less[i]))
      return FALSE;
  return TRUE;
}

static void
check_not_milder (CoachScreeningDecision *before,
                  CoachScreeningDecision *after)
{
  g_assert_cmpint (coach_screening_decision_get_outcome (after), >=,
                   coach_screening_decision_get_outcome (before));
  if (coach_screening_decision_is_blocked (before))
    g_assert_true (coach_screening_decision_is_blocked (after));
  g_assert_true (contains_all (coach_screening_decision_get_limits (after),
                               coach_screening_decision_get_limits (before)));
  g_assert_true (contains_all (coach_screening_decision_get_conditions (after),
                               coach_screening_decision_get_conditions (before)));
}

static void
test_never_milder (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260320);
  GDate today = coach_test_day (TODAY);

  g_test_summary ("Another yes never makes the outcome milder, and never lifts a block or a limit");
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (CoachScreeningRecord) record = make_random_record (fixture->screening, random);
      g_autoptr (CoachScreeningDecision) before = NULL;

      before = coach_screening_decide (fixture->screening, record, COACH_TREND_STEADY, &today);
      for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
        {
          const CoachScreeningAnswer kept = *coach_screening_record_get (record, questions[i].id);
          CoachScreeningAnswer yes = kept;
          g_autoptr (CoachScreeningDecision) after = NULL;

          yes.answer = COACH_ANSWER_YES;
          coach_screening_record_set (record, questions[i].id, &yes);
          after = coach_screening_decide (fixture->screening, record, COACH_TREND_STEADY, &today);
          check_not_milder (before, after);
          coach_screening_record_set (record, questions[i].id, &kept);
        }
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/safety/screening-decision/questions", test_questions);
  ADD ("/safety/screening-decision/situations", test_situations);
  ADD ("/safety/screening-decision/clearings", test_clearings);
  ADD ("/safety/screening-decision/clearable", test_clearable);
  ADD ("/safety/screening-decision/trend", test_trend);
  ADD ("/safety/screening-decision/complete", test_complete);
  ADD ("/safety/screening-decision/limits", test_limits);
  ADD ("/safety/screening-decision/conditions", test_conditions);
  ADD ("/safety/screening-decision/findings", test_findings);
  ADD ("/safety/screening-decision/advice-after-clearing", test_advice_after_clearing);
  ADD ("/safety/screening-decision/never-milder", test_never_milder);

  return g_test_run ();
}
