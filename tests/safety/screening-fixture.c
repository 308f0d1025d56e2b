#include "screening-fixture.h"

/* "2026-03-01", or an invalid day for NULL. */
GDate
coach_test_day (const char *iso)
{
  g_auto (GStrv) parts = iso != NULL ? g_strsplit (iso, "-", 3) : NULL;
  GDate day;

  g_date_clear (&day, 1);
  if (iso == NULL)
    return day;
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_date_set_dmy (&day, atoi (parts[2]), atoi (parts[1]), atoi (parts[0]));
  return day;
}

static CoachAnswer
answer_from (const char *id)
{
  CoachAnswer answer = COACH_ANSWER_NONE;

  if (!coach_answer_from_id (id, &answer))
    g_error ("No answer is called %s", id);
  return answer;
}

/* "yes/no@2026-03-01,weeks:12,date:2026-01-15", where all but the first word may be missing. */
CoachScreeningAnswer
coach_screening_answer_from_text (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_auto (GStrv) dated = g_strsplit (parts[0], "@", 2);
  g_auto (GStrv) words = g_strsplit (dated[0], "/", 2);
  CoachScreeningAnswer answer = { .answer = answer_from (words[0]),
                                  .answered = coach_test_day (dated[1]) };

  g_date_clear (&answer.first_yes, 1);
  g_date_clear (&answer.date, 1);
  if (words[1] != NULL)
    answer.unless = answer_from (words[1]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "weeks:"))
        answer.weeks = atoi (parts[i] + strlen ("weeks:"));
      else
        answer.date = coach_test_day (parts[i] + strlen ("date:"));
    }
  return answer;
}

CoachScreeningRecord *
coach_screening_record_from_text (const char *text)
{
  CoachScreeningRecord *record = coach_screening_record_new ();
  g_auto (GStrv) entries = g_strsplit (text, " ", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (entries[i], "=", 2);
      CoachScreeningAnswer answer;

      if (parts[0] == NULL || parts[1] == NULL)
        continue;
      answer = coach_screening_answer_from_text (parts[1]);
      coach_screening_record_set (record, parts[0], &answer);
    }
  return record;
}

/* The record of somebody without any sign. */
CoachScreeningRecord *
coach_screening_record_all_no (CoachScreening *screening,
                               const char     *day)
{
  CoachScreeningRecord *record = coach_screening_record_new ();
  CoachScreeningAnswer no = { .answer = COACH_ANSWER_NO, .answered = coach_test_day (day) };

  g_date_clear (&no.first_yes, 1);
  g_date_clear (&no.date, 1);
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    coach_screening_record_set (record, coach_screening_get_question (screening, i)->id, &no);
  return record;
}
