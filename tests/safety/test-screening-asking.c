/* When questions are asked again, and what a second answer changes. */
#include <glib.h>

#include "screening-fixture.h"

#define WEEKLY "saddle bladder bowel sexual both-legs weak-leg clot-leg"
#define AFTER_BREAK "saddle bladder bowel sexual both-legs chest-breath weak-leg fever clot-leg"
#define MONTHLY \
  "infection-risk cancer thin-bone-pain told-not-to weight-loss night-pain unwell"

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

/* The ids of questions that are due, in their order. */
static char *
find_due (Fixture                       *fixture,
          CoachScreeningRecord          *record,
          const CoachScreeningSituation *situation)
{
  g_autoptr (GPtrArray) due = coach_screening_dup_due (fixture->screening, record, situation);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    {
      const CoachScreeningQuestion *question = g_ptr_array_index (due, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", question->id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* Everything was answered with no on 1 January 2026. */
static const struct
{
  const char *today;
  const char *last_activity;
  gboolean    is_before_session;
  const char *due;
} days[] = {
  { "2026-01-01", NULL, TRUE, "" },
  { "2026-01-07", "2026-01-06", TRUE, "" },
  { "2026-01-08", "2026-01-07", TRUE, WEEKLY },
  { "2026-01-08", "2026-01-07", FALSE, "" },
  { "2026-01-28", "2026-01-01", FALSE, "" },
  { "2026-01-29", "2026-01-01", FALSE, AFTER_BREAK },
  { "2026-01-29", NULL, FALSE, AFTER_BREAK },
  { "2026-01-29", "2026-01-02", FALSE, "" },
  { "2026-01-29", "2026-01-02", TRUE, WEEKLY },
  { "2026-01-30", "2026-01-29", FALSE, "" },
  { "2026-01-31", "2026-01-30", FALSE, MONTHLY },
  { "2025-12-31", "2025-12-30", FALSE, MONTHLY " thin-bones numb-skin" }, /* the clock went back */
};

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = NULL;

  g_test_summary ("Questions come back at their intervals, and not before");
  record = coach_screening_record_all_no (fixture->screening, "2026-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GDate today = coach_test_day (days[i].today);
      GDate last = coach_test_day (days[i].last_activity);
      CoachScreeningSituation situation = { .today = &today,
                                            .is_before_session = days[i].is_before_session };
      g_autofree char *due = NULL;

      situation.last_activity = days[i].last_activity != NULL ? &last : NULL;
      due = find_due (fixture, record, &situation);
      g_test_message ("%s, last %s", days[i].today, days[i].last_activity);
      g_assert_cmpstr (due, ==, days[i].due);
    }
}

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = NULL;
  GDate today = coach_test_day ("2026-01-03");
  GDate day = coach_test_day ("2026-01-02");
  GDate answered = coach_test_day ("2026-01-01");
  CoachScreeningSituation numb = { .today = &today, .numb_since = &day };
  CoachScreeningSituation urgent = { .today = &today, .urgent_changed = &day };
  CoachScreeningSituation severe = { .today = &today, .severe_since = &day };
  CoachScreeningSituation before = { .today = &today, .numb_since = &answered,
                                     .urgent_changed = &answered, .severe_since = &answered };
  g_autofree char *after_numb = NULL;
  g_autofree char *after_urgent = NULL;
  g_autofree char *after_severe = NULL;
  g_autofree char *after_before = NULL;

  g_test_summary ("What has come since the answers is asked about, and once");
  record = coach_screening_record_all_no (fixture->screening, "2026-01-01");
  after_numb = find_due (fixture, record, &numb);
  after_urgent = find_due (fixture, record, &urgent);
  after_severe = find_due (fixture, record, &severe);
  g_assert_cmpstr (after_numb, ==, "saddle bladder bowel sexual");
  g_assert_cmpstr (after_urgent, ==, "saddle bladder bowel sexual both-legs");
  g_assert_cmpstr (after_severe, ==, "severe");
  after_before = find_due (fixture, record, &before);
  g_assert_cmpstr (after_before, ==, "");
}

static void
test_first (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  GDate today = coach_test_day ("2026-01-01");
  CoachScreeningSituation situation = { .today = &today };
  g_autoptr (GPtrArray) due = coach_screening_dup_due (fixture->screening, record, &situation);

  g_test_summary ("Before the first session everything is asked");
  g_assert_cmpuint (due->len, ==, coach_screening_get_n_questions (fixture->screening));
}

static void
test_while_yes (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *answer;
    gboolean    is_asked;
  } rows[] = {
    { "yes@2026-01-01,weeks:20", TRUE },
    { "no@2026-01-01", FALSE },
    { "not-sure@2026-01-01", FALSE },
    { "yes@2026-01-02", FALSE },
  };
  GDate today = coach_test_day ("2026-01-31");
  CoachScreeningSituation situation = { .today = &today, .last_activity = &today };

  g_test_summary ("Pregnancy is asked about once a month, while the answer is yes");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CoachScreeningRecord) record = NULL;
      CoachScreeningAnswer answer = coach_screening_answer_from_text (rows[i].answer);
      g_autofree char *due = NULL;

      record = coach_screening_record_all_no (fixture->screening, "2026-01-20");
      coach_screening_record_set (record, "pregnant", &answer);
      due = find_due (fixture, record, &situation);
      g_assert_cmpstr (due, ==, rows[i].is_asked ? "pregnant" : "");
    }
}

static void
test_yearly (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = NULL;
  CoachScreeningAnswer old = coach_screening_answer_from_text ("no@2025-01-01");
  GDate today = coach_test_day ("2026-01-01");
  CoachScreeningSituation situation = { .today = &today, .last_activity = &today };
  g_autofree char *due = NULL;

  g_test_summary ("Lasting things are asked about once a year");
  record = coach_screening_record_all_no (fixture->screening, "2025-12-31");
  coach_screening_record_set (record, "thin-bones", &old);
  coach_screening_record_set (record, "numb-skin", &old);
  coach_screening_record_set (record, "bleeding", &old);
  due = find_due (fixture, record, &situation);
  g_assert_cmpstr (due, ==, "thin-bones numb-skin");
}

/* What is kept of a question that was answered before and is answered again on 20 March. */
static const struct
{
  const char *record;
  const char *cleared;
  const char *id;
  const char *given;
  gboolean    is_taken;
} merges[] = {
  { "", NULL, "saddle", "yes", TRUE },
  { "saddle=no@2026-03-01", NULL, "saddle", "yes", TRUE },
  { "saddle=yes@2026-03-01", NULL, "saddle", "yes", TRUE },
  /* A no does not undo what a clinician has to look at. */
  { "saddle=yes@2026-03-01", NULL, "saddle", "no", FALSE },
  { "saddle=not-sure@2026-03-01", NULL, "saddle", "no", FALSE },
  { "saddle=yes@2026-03-20", NULL, "saddle", "no", FALSE },
  { "saddle=yes@2026-03-01", "2026-03-02", "saddle", "no", TRUE },
  { "saddle=yes@2026-03-03", "2026-03-02", "saddle", "no", FALSE },
  { "clot-leg=yes@2026-03-01", NULL, "clot-leg", "no", FALSE },
  /* The second question does. */
  { "both-legs=yes/no@2026-03-20", NULL, "both-legs", "yes/yes", TRUE },
  { "both-legs=yes/yes@2026-03-01", NULL, "both-legs", "no", TRUE },
  { "both-legs=yes/no@2026-03-01", NULL, "both-legs", "no", FALSE },
  /* Fever, strong pain and being told not to end by themselves, but not the same day. */
  { "fever=yes@2026-03-19", NULL, "fever", "no", TRUE },
  { "fever=yes@2026-03-20", NULL, "fever", "no", FALSE },
  { "fever=yes", NULL, "fever", "no", FALSE },
  { "severe=yes@2026-03-19", NULL, "severe", "no", TRUE },
  { "severe=yes@2026-03-20", NULL, "severe", "no", FALSE },
  { "told-not-to=yes@2026-03-19", NULL, "told-not-to", "no", TRUE },
  { "fever=yes@2026-03-19", NULL, "fever", "not-sure", TRUE },
  /* Age does not go down. */
  { "under-16=yes@2026-03-01", "2026-03-02", "under-16", "no", FALSE },
  { "under-16=no@2026-03-01", NULL, "under-16", "yes", TRUE },
  /* What does not block comes and goes. */
  { "bleeding=yes@2026-03-20", NULL, "bleeding", "no", TRUE },
  { "unwell=yes@2026-03-01", NULL, "unwell", "no", TRUE },
  { "unwell=yes@2026-03-01", NULL, "unwell", "not-sure", TRUE },
  { "unwell=yes@2026-03-01 night-pain=yes@2026-03-01", NULL, "unwell", "no", FALSE },
  { "unwell=yes@2026-03-01 night-pain=yes@2026-03-01", "2026-03-01", "unwell", "no", TRUE },
  { "unwell=yes@2026-03-01 night-pain=yes@2026-03-01 bleeding=yes@2026-03-01", NULL, "bleeding",
    "no", TRUE },
  /* A date that was wrong may be mended, an operation not be undone. */
  { "back-surgery=yes@2026-03-01", NULL, "back-surgery", "yes,date:2025-06-01", TRUE },
  { "back-surgery=yes@2026-03-01", NULL, "back-surgery", "no", FALSE },
  { "back-surgery=yes@2026-03-01,date:2025-06-01", NULL, "back-surgery", "no", TRUE },
};

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  GDate today = coach_test_day ("2026-03-20");

  g_test_summary ("A no lifts a block only where the rules say so");
  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autoptr (CoachScreeningRecord) record = coach_screening_record_from_text (merges[i].record);
      CoachScreeningAnswer given = coach_screening_answer_from_text (merges[i].given);
      GDate cleared = coach_test_day (merges[i].cleared);
      const CoachScreeningQuestion *question;
      CoachScreeningAnswer kept;

      if (merges[i].cleared != NULL)
        coach_screening_record_set_cleared (record, &cleared);
      question = coach_screening_lookup_question (fixture->screening, merges[i].id);
      kept = coach_screening_merge_answer (fixture->screening, record, question, &given, &today);
      g_test_message ("%s, then %s=%s", merges[i].record, merges[i].id, merges[i].given);
      if (!merges[i].is_taken)
        given = *coach_screening_record_get (record, merges[i].id);
      g_assert_cmpint (kept.answer, ==, given.answer);
      g_assert_cmpint (kept.unless, ==, given.unless);
      if (merges[i].is_taken)
        g_assert_cmpint (g_date_compare (&kept.answered, &today), ==, 0);
    }
}

static void
test_first_yes (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  const CoachScreeningQuestion *question;
  CoachScreeningAnswer yes = coach_screening_answer_from_text ("yes");
  CoachScreeningAnswer no = coach_screening_answer_from_text ("no");
  GDate first = coach_test_day ("2026-03-01");
  GDate later = coach_test_day ("2026-03-20");
  CoachScreeningAnswer kept;

  g_test_summary ("It stays known since when the answer has been yes");
  question = coach_screening_lookup_question (fixture->screening, "bleeding");
  kept = coach_screening_merge_answer (fixture->screening, record, question, &yes, &first);
  g_assert_cmpint (g_date_compare (&kept.first_yes, &first), ==, 0);
  coach_screening_record_set (record, "bleeding", &kept);
  kept = coach_screening_merge_answer (fixture->screening, record, question, &yes, &later);
  g_assert_cmpint (g_date_compare (&kept.first_yes, &first), ==, 0);
  coach_screening_record_set (record, "bleeding", &kept);
  kept = coach_screening_merge_answer (fixture->screening, record, question, &no, &later);
  g_assert_false (g_date_valid (&kept.first_yes));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/safety/screening-asking/days", test_days);
  ADD ("/safety/screening-asking/events", test_events);
  ADD ("/safety/screening-asking/first", test_first);
  ADD ("/safety/screening-asking/while-yes", test_while_yes);
  ADD ("/safety/screening-asking/yearly", test_yearly);
  ADD ("/safety/screening-asking/merge", test_merge);
  ADD ("/safety/screening-asking/first-yes", test_first_yes);

  return g_test_run ();
}
