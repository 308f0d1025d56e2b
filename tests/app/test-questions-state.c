/* Warning-sign questions while they are being answered. */
#include <glib.h>

#include "coach-questions-state.h"
#include "coach-screening-reason.h"

typedef struct
{
  CoachCatalog         *catalog;
  CoachScreening       *screening;
  CoachScreeningRecord *record;
  GPtrArray            *all;
  GDate                 today;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->screening = coach_catalog_get_screening (fixture->catalog);
  fixture->record = coach_screening_record_new ();
  fixture->all = coach_screening_reason_dup_questions (fixture->screening, "all");
  g_date_clear (&fixture->today, 1);
  g_date_set_dmy (&fixture->today, 20, 3, 2026);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->all);
  g_object_unref (fixture->record);
  g_object_unref (fixture->catalog);
}

static CoachQuestionsState *
ask (Fixture  *fixture,
     gboolean  by_group)
{
  return coach_questions_state_new (fixture->screening, fixture->record, fixture->all, by_group,
                                    &fixture->today);
}

static const CoachScreeningQuestion *
find (Fixture    *fixture,
      const char *id)
{
  return coach_screening_lookup_question (fixture->screening, id);
}

static CoachAnswer
get_kept (Fixture    *fixture,
          const char *id)
{
  return coach_screening_record_get (fixture->record, id)->answer;
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CoachQuestionsState) grouped = ask (fixture, TRUE);
  g_autoptr (CoachQuestionsState) single = ask (fixture, FALSE);
  guint n_questions = 0;

  g_test_summary ("Each group has a page, or all questions are on one");
  g_assert_cmpuint (coach_questions_state_get_n_pages (grouped), ==, COACH_N_SCREENING_GROUPS);
  g_assert_cmpuint (coach_questions_state_get_n_pages (single), ==, 1);
  for (guint i = 0; i < COACH_N_SCREENING_GROUPS; i++)
    n_questions += coach_questions_state_get_page (grouped, i)->len;
  g_assert_cmpuint (n_questions, ==, fixture->all->len);
  g_assert_cmpuint (coach_questions_state_get_page (single, 0)->len, ==, fixture->all->len);
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);
  g_autoptr (CoachScreeningDecision) decision = NULL;

  g_test_summary ("Somebody without signs says so once a page, and all is answered");
  for (guint i = 0; i < COACH_N_SCREENING_GROUPS; i++)
    {
      g_assert_cmpint (coach_questions_state_get_next (state, i), ==,
                       COACH_QUESTIONS_NONE_OF_THESE);
      coach_questions_state_say_no (state, i);
      g_assert_cmpint (coach_questions_state_get_next (state, i), ==, COACH_QUESTIONS_CONTINUE);
      g_assert_false (coach_questions_state_does_block (state, i));
    }
  decision = coach_screening_decide (fixture->screening, fixture->record, COACH_TREND_STEADY,
                                     &fixture->today);
  g_assert_true (coach_screening_decision_is_complete (decision));
  g_assert_cmpint (coach_screening_decision_get_outcome (decision), ==, COACH_SCREENING_CLEAR);
}

static void
test_yes (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);
  const CoachScreeningQuestion *saddle = find (fixture, "saddle");

  g_test_summary ("A yes is kept at once and brings its advice; a slip can be mended");
  g_assert_null (coach_questions_state_get_advice (state, saddle));
  coach_questions_state_answer (state, saddle, COACH_ANSWER_YES);
  g_assert_cmpint (get_kept (fixture, "saddle"), ==, COACH_ANSWER_YES);
  g_assert_cmpstr (coach_questions_state_get_advice (state, saddle), ==, saddle->advice);
  g_assert_true (coach_questions_state_does_block (state, 0));
  g_assert_false (coach_questions_state_does_block (state, 1));
  g_assert_cmpint (coach_questions_state_get_next (state, 0), ==, COACH_QUESTIONS_NONE_OF_OTHERS);

  coach_questions_state_answer (state, saddle, COACH_ANSWER_NO);
  g_assert_cmpint (get_kept (fixture, "saddle"), ==, COACH_ANSWER_NO);
  g_assert_false (coach_questions_state_does_block (state, 0));
}

static void
test_asked_again (Fixture       *fixture,
                  gconstpointer  data)
{
  const CoachScreeningQuestion *saddle = find (fixture, "saddle");

  g_test_summary ("A yes of before is not undone by asking once more");
  {
    g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);

    coach_questions_state_answer (state, saddle, COACH_ANSWER_YES);
  }
  {
    g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);

    coach_questions_state_answer (state, saddle, COACH_ANSWER_NO);
    g_assert_cmpint (get_kept (fixture, "saddle"), ==, COACH_ANSWER_YES);
    g_assert_true (coach_questions_state_does_block (state, 0));
  }
}

static void
test_second_question (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);
  const CoachScreeningQuestion *legs = find (fixture, "both-legs");

  g_test_summary ("The second question comes right after a yes, and has to be answered");
  g_assert_false (coach_questions_state_asks_unless (state, legs));
  coach_questions_state_answer (state, legs, COACH_ANSWER_YES);
  g_assert_true (coach_questions_state_asks_unless (state, legs));
  g_assert_cmpint (coach_questions_state_get_next (state, 0), ==, COACH_QUESTIONS_WAIT);
  g_assert_null (coach_questions_state_get_advice (state, legs));

  coach_questions_state_answer_unless (state, legs, COACH_ANSWER_NO);
  g_assert_cmpstr (coach_questions_state_get_advice (state, legs), ==, legs->advice);
  g_assert_true (coach_questions_state_does_block (state, 0));

  coach_questions_state_answer_unless (state, legs, COACH_ANSWER_YES);
  g_assert_cmpstr (coach_questions_state_get_advice (state, legs), ==, legs->unless->advice);
  g_assert_false (coach_questions_state_does_block (state, 0));
  g_assert_cmpint (coach_questions_state_get_next (state, 0), ==, COACH_QUESTIONS_NONE_OF_OTHERS);
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);
  const CoachScreeningQuestion *pregnant = find (fixture, "pregnant");
  const CoachScreeningQuestion *surgery = find (fixture, "back-surgery");

  g_test_summary ("Weeks and days are asked for after a yes, and kept");
  g_assert_cmpint (coach_questions_state_get_detail (state, pregnant), ==,
                   COACH_SCREENING_DETAIL_NONE);
  coach_questions_state_answer (state, pregnant, COACH_ANSWER_YES);
  coach_questions_state_answer (state, surgery, COACH_ANSWER_YES);
  g_assert_cmpint (coach_questions_state_get_detail (state, pregnant), ==,
                   COACH_SCREENING_DETAIL_WEEKS);
  g_assert_cmpint (coach_questions_state_get_detail (state, surgery), ==,
                   COACH_SCREENING_DETAIL_DATE);
  coach_questions_state_set_weeks (state, pregnant, 12);
  coach_questions_state_set_date (state, surgery, &fixture->today);
  g_assert_cmpuint (coach_screening_record_get (fixture->record, "pregnant")->weeks, ==, 12);
  g_assert_true (g_date_valid (&coach_screening_record_get (fixture->record, "back-surgery")->date));
}

static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (CoachQuestionsState) state = ask (fixture, TRUE);

  g_test_summary ("Two signs that count together turn exercises off on their page");
  coach_questions_state_answer (state, find (fixture, "unwell"), COACH_ANSWER_YES);
  g_assert_false (coach_questions_state_does_block (state, 2));
  coach_questions_state_answer (state, find (fixture, "night-pain"), COACH_ANSWER_YES);
  g_assert_true (coach_questions_state_does_block (state, 2));
  g_assert_false (coach_questions_state_does_block (state, 3));
}

static void
test_reasons (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *reason;
    const char *first;
    guint       n_questions;
    const char *yes;
  } rows[] = {
    { "new-numbness", "saddle", 4, NULL },
    { "urgent", "saddle", 5, NULL },
    { "severe", "severe", 1, NULL },
    { "emergency", "saddle", 10, NULL },
    { "both-legs", "both-legs", 5, "both-legs" },
    { "burning", "saddle", 4, NULL },
    { "weak", "weak-leg", 6, "weak-leg" },
    { "other", "saddle", 10, NULL },
    { "what nobody knows", "saddle", 10, NULL },
  };

  g_test_summary ("Each reason brings its questions, with what was said already in front");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) questions = NULL;
      const CoachScreeningQuestion *first;

      questions = coach_screening_reason_dup_questions (fixture->screening, rows[i].reason);
      g_test_message ("%s", rows[i].reason);
      g_assert_cmpuint (questions->len, ==, rows[i].n_questions);
      first = g_ptr_array_index (questions, 0);
      g_assert_cmpstr (first->id, ==, rows[i].first);
      g_assert_cmpstr (coach_screening_reason_get_yes (rows[i].reason), ==, rows[i].yes);
    }
}

static void
agree (Fixture    *fixture,
       const char *id)
{
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_YES, .unless = COACH_ANSWER_YES,
                                  .answered = fixture->today };

  coach_screening_record_set (fixture->record, id, &answer);
}

static void
test_reasons_of_pain (Fixture       *fixture,
                      gconstpointer  data)
{
  CoachPain nothing = { 0 };
  CoachPain numb = { .left = COACH_PAIN_NUMBNESS };
  CoachPain weak = { .left = COACH_PAIN_WEAKNESS | COACH_PAIN_NUMBNESS };
  CoachPain both = { .left = COACH_PAIN_WEAKNESS };
  CoachReviewed reviewed = { 0 };

  g_test_summary ("New numbness, weakness and both legs are asked about, what is known is not");
  both.scores[COACH_ZONE_CALF_LEFT] = 4;
  both.scores[COACH_ZONE_CALF_RIGHT] = 4;
#define REASON(before, now) \
  coach_screening_reason_from_pain (fixture->record, before, now, &reviewed, 2)
  g_assert_cmpstr (REASON (NULL, &nothing), ==, NULL);
  g_assert_cmpstr (REASON (NULL, &numb), ==, "new-numbness");
  g_assert_cmpstr (REASON (&nothing, &numb), ==, "new-numbness");
  g_assert_cmpstr (REASON (&numb, &numb), ==, NULL);
  g_assert_cmpstr (REASON (&numb, &weak), ==, "weak");
  g_assert_cmpstr (REASON (&weak, &weak), ==, "weak");
  g_assert_cmpstr (REASON (&both, &both), ==, "both-legs");
  coach_reviewed_set (&reviewed, COACH_WARNING_BOTH, &fixture->today);
  g_assert_cmpstr (REASON (&both, &both), ==, "weak");
  coach_reviewed_set (&reviewed, COACH_WARNING_LEFT, &fixture->today);
  g_assert_cmpstr (REASON (&both, &both), ==, NULL);
  both.right = COACH_PAIN_WEAKNESS;
  g_assert_cmpstr (REASON (&both, &both), ==, "weak");
  reviewed = (CoachReviewed) { 0 };
  both.right = 0;
  agree (fixture, "both-legs");
  g_assert_cmpstr (REASON (&both, &both), ==, "weak");
  agree (fixture, "weak-leg");
  g_assert_cmpstr (REASON (&both, &both), ==, NULL);
#undef REASON
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/app/questions-state/pages", test_pages);
  ADD ("/app/questions-state/none", test_none);
  ADD ("/app/questions-state/yes", test_yes);
  ADD ("/app/questions-state/asked-again", test_asked_again);
  ADD ("/app/questions-state/second-question", test_second_question);
  ADD ("/app/questions-state/details", test_details);
  ADD ("/app/questions-state/together", test_together);
  ADD ("/app/questions-state/reasons", test_reasons);
  ADD ("/app/questions-state/reasons-of-pain", test_reasons_of_pain);

  return g_test_run ();
}
