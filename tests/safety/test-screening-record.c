#include <glib.h>

#include "safety.h"

static void
count_cb (gpointer  object,
          guint    *count)
{
  (*count)++;
}

static GDate
make_day (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_JUNE, 2024);
  return date;
}

static void
answer (CoachScreeningRecord *record,
        const char           *id,
        CoachAnswer           what,
        guint                 day)
{
  CoachScreeningAnswer next = { .answer = what, .answered = make_day (day) };

  coach_screening_record_set (record, id, &next);
}

static void
test_answers (void)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  g_auto (GStrv) ids = NULL;
  guint changes = 0;

  g_test_summary ("Answers are kept by question, those of newer versions too, and told once");
  g_signal_connect (record, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpint (coach_screening_record_get (record, "saddle")->answer, ==, COACH_ANSWER_NONE);
  g_assert_false (g_date_valid (&coach_screening_record_get (record, "saddle")->answered));
  answer (record, "saddle", COACH_ANSWER_NO, 1);
  answer (record, "saddle", COACH_ANSWER_NO, 1);
  answer (record, "from-the-future", COACH_ANSWER_NOT_SURE, 1);
  g_assert_cmpuint (changes, ==, 2);
  ids = coach_screening_record_dup_ids (record);
  g_assert_cmpstrv (ids, ((const char *[]) { "from-the-future", "saddle", NULL }));
  coach_screening_record_set (record, "from-the-future", NULL);
  coach_screening_record_set (record, "from-the-future", NULL);
  g_assert_cmpuint (changes, ==, 3);
  g_assert_cmpint (coach_screening_record_get (record, "from-the-future")->answer, ==,
                   COACH_ANSWER_NONE);
}

static void
test_first_yes (void)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  static const struct
  {
    CoachAnswer answer;
    guint       day;
    guint       first_yes; /* 0 for none */
  } steps[] = {
    { COACH_ANSWER_YES, 2, 2 },      { COACH_ANSWER_YES, 9, 2 }, { COACH_ANSWER_NO, 12, 0 },
    { COACH_ANSWER_NOT_SURE, 14, 0 }, { COACH_ANSWER_YES, 20, 20 },
  };

  g_test_summary ("A yes knows since when it is one");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const CoachScreeningAnswer *kept;

      answer (record, "numb", steps[i].answer, steps[i].day);
      kept = coach_screening_record_get (record, "numb");
      g_assert_cmpint (g_date_valid (&kept->first_yes), ==, steps[i].first_yes != 0);
      if (steps[i].first_yes != 0)
        g_assert_cmpint (g_date_get_day (&kept->first_yes), ==, steps[i].first_yes);
    }
}

static void
test_cleared (void)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  GDate day = make_day (3);
  guint changes = 0;

  g_test_summary ("That a clinician cleared exercise is kept with its day, and can be taken back");
  g_signal_connect (record, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_null (coach_screening_record_get_cleared (record));
  coach_screening_record_set_cleared (record, &day);
  coach_screening_record_set_cleared (record, &day);
  g_assert_cmpint (g_date_compare (coach_screening_record_get_cleared (record), &day), ==, 0);
  coach_screening_record_set_cleared (record, NULL);
  g_assert_null (coach_screening_record_get_cleared (record));
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_copy (void)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  g_autoptr (CoachScreeningRecord) other = coach_screening_record_new ();
  g_auto (GStrv) ids = NULL;
  guint changes = 0;

  g_test_summary ("A record becomes the same as another, and tells so once");
  g_signal_connect (record, "changed", G_CALLBACK (count_cb), &changes);
  answer (record, "saddle", COACH_ANSWER_NO, 1);
  answer (other, "fever", COACH_ANSWER_YES, 2);
  answer (other, "clot-leg", COACH_ANSWER_NO, 2);
  coach_screening_record_copy_from (record, other);
  coach_screening_record_copy_from (record, other);
  g_assert_cmpuint (changes, ==, 2);
  ids = coach_screening_record_dup_ids (record);
  g_assert_cmpstrv (ids, ((const char *[]) { "clot-leg", "fever", NULL }));
}

static void
test_ids (void)
{
  CoachAnswer read = COACH_ANSWER_YES;

  g_test_summary ("Each answer is read back from its word, and no other word is one");
  for (CoachAnswer i = COACH_ANSWER_NONE; i <= COACH_ANSWER_NOT_SURE; i++)
    {
      g_assert_true (coach_answer_from_id (coach_answer_get_id (i), &read));
      g_assert_cmpint (read, ==, i);
    }
  g_assert_false (coach_answer_from_id ("maybe", &read));
  g_assert_false (coach_answer_from_id (NULL, &read));
  g_assert_cmpint (read, ==, COACH_ANSWER_NOT_SURE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/screening-record/answers", test_answers);
  g_test_add_func ("/safety/screening-record/first-yes", test_first_yes);
  g_test_add_func ("/safety/screening-record/cleared", test_cleared);
  g_test_add_func ("/safety/screening-record/copy", test_copy);
  g_test_add_func ("/safety/screening-record/ids", test_ids);

  return g_test_run ();
}
