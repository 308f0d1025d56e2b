#include "config.h"

#include "records-fixture.h"

static GDateTime *
parse (const char *text)
{
  GDateTime *time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return time;
}

static void
free_step (gpointer data)
{
  CoachDiaryStep *step = data;

  g_free (step->movement);
  g_free (step);
}

void
records_fixture_add_checkin (CoachDiaryRecords *records,
                             const char        *when,
                             CoachZone          zone,
                             guint8             score,
                             CoachPainFlags     left)
{
  CoachCheckin checkin = { .when = parse (when) };

  checkin.pain.scores[zone] = score;
  checkin.pain.left = left;
  g_array_append_val (records->checkins, checkin);
  g_ptr_array_add (records->checkin_ids, g_strdup (when));
}

CoachDiarySession *
records_fixture_add_session (CoachDiaryRecords *records,
                             const char        *began,
                             const char        *movement,
                             guint              left_s,
                             guint              right_s,
                             guint              both_s)
{
  CoachDiarySession *session = g_new0 (CoachDiarySession, 1);
  CoachDiaryStep *step = g_new0 (CoachDiaryStep, 1);

  session->id = g_strdup (began);
  session->began = parse (began);
  session->routine = g_strdup ("a-routine");
  session->steps = g_ptr_array_new_with_free_func (free_step);
  step->movement = g_strdup (movement);
  step->outcome = COACH_STEP_DONE;
  step->left_s = left_s;
  step->right_s = right_s;
  step->both_s = both_s;
  g_ptr_array_add (session->steps, step);
  g_ptr_array_add (records->sessions, session);
  return session;
}

void
records_fixture_add_break (CoachDiaryRecords *records,
                           const char        *when,
                           guint              sat_s)
{
  CoachDiaryBreak *pause = g_new0 (CoachDiaryBreak, 1);

  pause->id = g_strdup (when);
  pause->when = parse (when);
  pause->kind = g_strdup ("stand");
  pause->length_s = 60;
  pause->sat_s = sat_s;
  g_ptr_array_add (records->breaks, pause);
}

CoachDiaryHurt *
records_fixture_add_hurt (CoachDiaryRecords *records,
                          const char        *when,
                          const char        *session,
                          const char        *movement)
{
  CoachDiaryHurt *hurt = g_new0 (CoachDiaryHurt, 1);

  hurt->id = g_strdup (when);
  hurt->when = parse (when);
  hurt->session = g_strdup (session);
  hurt->movement = g_strdup (movement);
  hurt->state.kind = COACH_HURTS_KIND_ACHE;
  hurt->state.action = COACH_HURTS_ACTION_SKIP;
  hurt->state.has_score = TRUE;
  hurt->state.score = 6;
  g_ptr_array_add (records->hurts, hurt);
  return hurt;
}
