#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"

static CoachDiarySession *
find_session (CoachDiary *self,
              const char *id)
{
  GPtrArray *sessions = coach_diary_get_records (self)->sessions;

  for (guint i = sessions->len; i > 0; i--)
    {
      CoachDiarySession *session = g_ptr_array_index (sessions, i - 1);

      if (g_str_equal (session->id, id))
        return session;
    }
  return NULL;
}

static CoachPain *
replace_pain (CoachPain       *old,
              const CoachPain *pain)
{
  g_free (old);
  return pain != NULL ? g_memdup2 (pain, sizeof *pain) : NULL;
}

/**
 * coach_diary_lookup_session:
 * @self: a diary
 * @id: the id of a session
 *
 * Looks a session up.
 *
 * Returns: (transfer none) (nullable): a session, valid until the next change
 */
const CoachDiarySession *
coach_diary_lookup_session (CoachDiary *self,
                            const char *id)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find_session (self, id);
}

/**
 * coach_diary_begin_session:
 * @self: a diary
 * @began: the local time
 * @plan: what is to be done
 * @is_half_dose: whether that is half a dose
 * @before: (nullable): the scores before it; %NULL when they were not asked
 *
 * Puts down that a session begins.
 *
 * Returns: (transfer full): its id
 */
char *
coach_diary_begin_session (CoachDiary      *self,
                           GDateTime       *began,
                           CoachPlan       *plan,
                           gboolean         is_half_dose,
                           const CoachPain *before)
{
  g_autofree char *id = g_uuid_string_random ();
  CoachDiarySession *session;

  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (began != NULL, NULL);
  g_return_val_if_fail (COACH_IS_PLAN (plan), NULL);

  session = coach_diary_records_add_session (coach_diary_get_records (self), id, began);
  session->routine = g_strdup (coach_routine_get_id (coach_plan_get_routine (plan)));
  session->is_half_dose = !!is_half_dose;
  session->before = replace_pain (NULL, before);
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    coach_diary_session_add_step (
        session, coach_move_get_id (COACH_MOVE (coach_plan_get_step (plan, i)->movement)),
        COACH_STEP_PENDING);
  coach_diary_keep_session (self, session);
  coach_diary_emit_changed (self);
  return g_steal_pointer (&id);
}

static void
take_report (CoachDiarySession  *session,
             CoachSessionReport *report)
{
  CoachPlan *plan = coach_session_report_get_plan (report);

  g_ptr_array_set_size (session->steps, 0);
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      CoachMove *move = COACH_MOVE (coach_plan_get_step (plan, i)->movement);
      CoachDiaryStep *step;

      step = coach_diary_session_add_step (session, coach_move_get_id (move),
                                           coach_session_report_get_outcome (report, i));
      step->left_s = coach_session_report_get_side_s (report, i, COACH_SIDE_LEFT);
      step->right_s = coach_session_report_get_side_s (report, i, COACH_SIDE_RIGHT);
      step->both_s = coach_session_report_get_side_s (report, i, COACH_SIDE_NONE);
    }
  session->is_completed = coach_session_report_is_completed (report);
}

/**
 * coach_diary_set_report:
 * @self: a diary
 * @id: the id of a session
 * @report: what was done of it so far
 *
 * Puts down how far a session has come. Its steps are those of the report's plan. A session that is
 * not there, because the diary was erased meanwhile, is let be.
 */
void
coach_diary_set_report (CoachDiary         *self,
                        const char         *id,
                        CoachSessionReport *report)
{
  CoachDiarySession *session;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL && report != NULL);

  session = find_session (self, id);
  if (session == NULL)
    return;
  take_report (session, report);
  coach_diary_keep_session (self, session);
  coach_diary_emit_changed (self);
}

/**
 * coach_diary_end_session:
 * @self: a diary
 * @id: the id of a session
 * @ended: the local time
 * @report: what was done
 *
 * Puts down that a session is over, led to its end or not. One that is not there is let be.
 */
void
coach_diary_end_session (CoachDiary         *self,
                         const char         *id,
                         GDateTime          *ended,
                         CoachSessionReport *report)
{
  CoachDiarySession *session;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL && ended != NULL && report != NULL);

  session = find_session (self, id);
  if (session == NULL)
    return;
  g_clear_pointer (&session->ended, g_date_time_unref);
  session->ended = g_date_time_ref (ended);
  take_report (session, report);
  coach_diary_keep_session (self, session);
  coach_diary_emit_changed (self);
}

/**
 * coach_diary_set_after:
 * @self: a diary
 * @id: the id of a session
 * @after: (nullable): the scores right after it; %NULL when they were not said
 * @effort: how hard it was, 1 to 5; 0 when that was not said
 *
 * Puts down how a session was. What is not said does not take back what was.
 */
void
coach_diary_set_after (CoachDiary      *self,
                       const char      *id,
                       const CoachPain *after,
                       guint            effort)
{
  CoachDiarySession *session;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (effort <= 5);

  session = find_session (self, id);
  g_return_if_fail (session != NULL);
  if (after != NULL)
    session->after = replace_pain (session->after, after);
  if (effort > 0)
    session->effort = effort;
  coach_diary_keep_session (self, session);
  coach_diary_emit_changed (self);
}

/**
 * coach_diary_set_hour_after:
 * @self: a diary
 * @id: the id of a session
 * @pain: the scores an hour after it
 * @colour: what they come to
 *
 * Puts down how it was an hour after a session.
 */
void
coach_diary_set_hour_after (CoachDiary      *self,
                            const char      *id,
                            const CoachPain *pain,
                            CoachPainColour  colour)
{
  CoachDiarySession *session;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL && pain != NULL);

  session = find_session (self, id);
  g_return_if_fail (session != NULL);
  session->hour_after = replace_pain (session->hour_after, pain);
  session->hour_after_colour = colour;
  coach_diary_keep_session (self, session);
  coach_diary_emit_changed (self);
}

/**
 * coach_diary_set_morning:
 * @self: a diary
 * @id: the id of a session
 * @pain: the scores in the morning
 * @colour: what they come to
 *
 * Puts down how it was the morning after a session; where that is known already, the morning after
 * that one, for which is asked when the first was red.
 */
void
coach_diary_set_morning (CoachDiary      *self,
                         const char      *id,
                         const CoachPain *pain,
                         CoachPainColour  colour)
{
  CoachDiarySession *session;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL && pain != NULL);

  session = find_session (self, id);
  g_return_if_fail (session != NULL);
  if (session->morning == NULL)
    {
      session->morning = replace_pain (NULL, pain);
      session->morning_colour = colour;
        }
  else
    {
      session->second_morning = replace_pain (session->second_morning, pain);
      session->second_morning_colour = colour;
        }
  coach_diary_keep_session (self, session);
  coach_diary_emit_changed (self);
}
