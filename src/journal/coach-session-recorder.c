#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-session-recorder.h"

struct _CoachSessionRecorder
{
  GObject       parent_instance;

  CoachDiary   *diary; /* (owned) (not nullable) */
  CoachClock   *clock; /* (owned) (not nullable) */
  char         *id;    /* (owned) (not nullable): of the session in the diary */
};

/**
 * CoachSessionRecorder:
 *
 * Puts a session down in the diary as it goes, each step when it is finished: what goes wrong with
 * the program then loses no more than the step under way.
 */
G_DEFINE_FINAL_TYPE (CoachSessionRecorder, coach_session_recorder, G_TYPE_OBJECT)

static void
step_finished_cb (CoachSession         *session,
                  guint                 step,
                  CoachStepOutcome      outcome,
                  CoachSessionRecorder *self)
{
  g_autoptr (CoachSessionReport) report = coach_session_dup_report (session);

  coach_diary_set_report (self->diary, self->id, report);
}

static void
finished_cb (CoachSession         *session,
             CoachSessionReport   *report,
             CoachSessionRecorder *self)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (self->clock);

  coach_diary_end_session (self->diary, self->id, now, report);
}

static void
coach_session_recorder_finalize (GObject *object)
{
  CoachSessionRecorder *self = COACH_SESSION_RECORDER (object);

  g_object_unref (self->diary);
  g_object_unref (self->clock);
  g_free (self->id);

  G_OBJECT_CLASS (coach_session_recorder_parent_class)->finalize (object);
}

static void
coach_session_recorder_class_init (CoachSessionRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_session_recorder_finalize;
}

static void
coach_session_recorder_init (CoachSessionRecorder *self)
{
}

/**
 * coach_session_recorder_new:
 * @diary: where to put it down
 * @session: a session that is about to start
 * @clock: the clock
 * @before: (nullable): the scores before it; %NULL when they were not asked
 *
 * Puts down that a session begins now, and from then on what becomes of it, for as long as the
 * recorder lives.
 *
 * Returns: (transfer full): a recorder
 */
CoachSessionRecorder *
coach_session_recorder_new (CoachDiary      *diary,
                            CoachSession    *session,
                            CoachClock      *clock,
                            const CoachPain *before)
{
  g_autoptr (GDateTime) now = NULL;
  CoachPlan *plan;
  CoachSessionRecorder *self;

  g_return_val_if_fail (COACH_IS_DIARY (diary), NULL);
  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  now = coach_clock_get_local_time (clock);
  plan = coach_session_get_plan (session);
  self = g_object_new (COACH_TYPE_SESSION_RECORDER, NULL);
  self->diary = g_object_ref (diary);
  self->clock = g_object_ref (clock);
  self->id = coach_diary_begin_session (diary, now, plan, coach_plan_is_half_dose (plan), before);
  g_signal_connect_object (session, "step-finished", G_CALLBACK (step_finished_cb), self, 0);
  g_signal_connect_object (session, "finished", G_CALLBACK (finished_cb), self, 0);
  return self;
}

/**
 * coach_session_recorder_get_id:
 * @self: a recorder
 *
 * Gets the id of the session in the diary.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_session_recorder_get_id (CoachSessionRecorder *self)
{
  g_return_val_if_fail (COACH_IS_SESSION_RECORDER (self), NULL);

  return self->id;
}
