#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-break-leader.h"

#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#include "coach-break-words.h"

/* The clock's two readings are not taken at one instant; a gap up to this is no sleep. */
#define SLEEP_SLACK_US G_USEC_PER_SEC

/* What has become of the notification. */
typedef enum
{
  NOTICE_NONE,      /* there is none, and the next words make one */
  NOTICE_SHOWN,     /* it is there, or on its way; the next words replace it */
  NOTICE_UNWANTED,  /* the person closed it: sounds alone go on */
} NoticeState;

struct _CoachBreakLeader
{
  GObject        parent_instance;

  CoachPlaces   *places;   /* (owned) (not nullable) */
  CoachClock    *clock;    /* (owned) (not nullable) */
  CoachNotifier *notifier; /* (owned) (not nullable) */
  CoachChime    *chime;    /* (owned) (not nullable) */

  gboolean       is_leading;
  gboolean       is_open;      /* whether the chime is */
  CoachSession  *session;      /* (owned) (nullable): NULL for a break without exercises */
  gint64         suspended_us; /* how long the machine had slept when that was last looked at */
  NoticeState    notice;
  guint          wake_id;      /* 0 when none is armed: the end of a bare break, or of the words */
};

/**
 * CoachBreakLeader:
 *
 * Leads a break on one's feet by the one notification and by sounds, without a window. Nothing of
 * the catalogue is held but while a break is led.
 */
G_DEFINE_FINAL_TYPE (CoachBreakLeader, coach_break_leader, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_FINISHED,
} CoachBreakLeaderSignal;

static guint signals[SIGNAL_FINISHED + 1];

static void
disarm (CoachBreakLeader *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

static void
arm (CoachBreakLeader   *self,
     guint               seconds,
     CoachClockWakeFunc  func)
{
  gint64 at_us = coach_clock_get_monotonic_us (self->clock) + seconds * (gint64) G_USEC_PER_SEC;

  disarm (self);
  self->wake_id = coach_clock_add_wake (self->clock, at_us, func, self);
}

/* What a catalogue leaves behind is many small holes, which would stay with an idle process. */
static void
give_memory_back (void)
{
#ifdef HAVE_MALLOC_TRIM
  malloc_trim (0);
#endif
}

/* The state comes first: a notifier may fail at once. */
static void
say (CoachBreakLeader  *self,
     const CoachNotice *notice)
{
  NoticeState before = self->notice;

  if (before == NOTICE_UNWANTED)
    return;
  self->notice = NOTICE_SHOWN;
  if (before == NOTICE_SHOWN)
    coach_notifier_replace (self->notifier, notice);
  else
    coach_notifier_show (self->notifier, notice);
}

static void
withdraw (CoachBreakLeader *self)
{
  if (self->notice == NOTICE_SHOWN)
    coach_notifier_withdraw (self->notifier);
  self->notice = NOTICE_NONE;
}

static void
ring (CoachBreakLeader *self,
      CoachChimeKind    kind)
{
  if (self->is_open)
    coach_chime_play (self->chime, kind);
}

/* Nothing is left of a break, nor of the words after it. */
static void
clear (CoachBreakLeader *self)
{
  gboolean was_used = self->is_leading || self->is_open;

  self->is_leading = FALSE;
  disarm (self);
  withdraw (self);
  if (self->is_open)
    coach_chime_close (self->chime);
  self->is_open = FALSE;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  if (was_used)
    give_memory_back ();
}

static void
end_of_words_cb (CoachClock *clock,
                 gpointer    user_data)
{
  CoachBreakLeader *self = user_data;

  self->wake_id = 0;
  clear (self);
}

static void
say_end (CoachBreakLeader *self)
{
  g_auto (CoachNotice) notice = { 0 };
  CoachRoutine *routine = NULL;

  if (self->session != NULL)
    routine = coach_plan_get_routine (coach_session_get_plan (self->session));
  coach_break_words_fill_end (&notice, routine);
  say (self, &notice);
}

static void
finish (CoachBreakLeader *self)
{
  ring (self, COACH_CHIME_END);
  say_end (self);
  self->is_leading = FALSE;
  g_signal_handlers_disconnect_by_data (self->notifier, self);
  arm (self, COACH_BREAK_LINGER_SECONDS, end_of_words_cb);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, TRUE);
}

/* Without words and sounds: nobody looks. */
static void
finish_quietly (CoachBreakLeader *self,
                gboolean          is_done)
{
  coach_break_leader_stop (self);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, is_done);
}

static void
bare_break_over_cb (CoachClock *clock,
                    gpointer    user_data)
{
  CoachBreakLeader *self = user_data;

  self->wake_id = 0;
  finish (self);
}

static void
say_phase (CoachBreakLeader *self)
{
  g_auto (CoachNotice) notice = { 0 };

  coach_break_words_fill (&notice, self->session, coach_notifier_has_actions (self->notifier));
  say (self, &notice);
}

/* A machine that slept makes the session tell where it was, and pause. */
static gboolean
has_slept (CoachBreakLeader *self)
{
  return coach_clock_get_suspended_us (self->clock) - self->suspended_us > SLEEP_SLACK_US;
}

static void
phase_changed_cb (CoachBreakLeader *self)
{
  const CoachPhase *phase = coach_session_get_phase (self->session);

  if (phase->kind == COACH_PHASE_FINISH || has_slept (self))
    return;
  ring (self, phase->start_s == 0 ? COACH_CHIME_BEGIN : COACH_CHIME_CHANGE);
  say_phase (self);
}

static void
session_finished_cb (CoachBreakLeader *self)
{
  finish (self);
}

static void
go_on (CoachBreakLeader *self)
{
  coach_session_resume (self->session);
  ring (self, COACH_CHIME_CHANGE);
  say_phase (self);
}

/* Only a machine that slept pauses it. Who was away for longer than the break had to go has had
 * it; else it goes on. */
static void
status_changed_cb (CoachBreakLeader *self)
{
  gint64 suspended_us = coach_clock_get_suspended_us (self->clock);
  gint64 slept_us = suspended_us - self->suspended_us;

  if (coach_session_get_status (self->session) != COACH_SESSION_PAUSED)
    return;
  self->suspended_us = suspended_us;
  if (slept_us >= coach_session_get_total_remaining_us (self->session))
    finish_quietly (self, TRUE);
  else
    go_on (self);
}

static void
notice_action_cb (CoachBreakLeader *self,
                  const char       *id)
{
  if (self->notice != NOTICE_SHOWN)
    return;
  self->notice = NOTICE_UNWANTED;
  if (g_strcmp0 (id, COACH_NOTICE_ENOUGH) == 0)
    finish_quietly (self, FALSE);
}

static void
notice_closed_cb (CoachBreakLeader *self,
                  int               how)
{
  if (self->notice == NOTICE_SHOWN)
    self->notice = how == COACH_NOTICE_DISMISSED ? NOTICE_UNWANTED : NOTICE_NONE;
}

static void
notice_lost_cb (CoachBreakLeader *self)
{
  if (self->notice == NOTICE_SHOWN)
    self->notice = NOTICE_NONE;
}

static void
connect_notifier (CoachBreakLeader *self)
{
  g_signal_connect_object (self->notifier, "action", G_CALLBACK (notice_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "closed", G_CALLBACK (notice_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "failed", G_CALLBACK (notice_lost_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "vanished", G_CALLBACK (notice_lost_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Whoever cannot be read may have answered yes to a warning sign. */
static CoachPlan *
make_plan_from_journal (CoachBreakLeader  *self,
                        CoachCatalog      *catalog,
                        CoachRoutine      *routine,
                        GError           **error)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (self->clock);
  g_auto (CoachKeptPerson) person = { 0 };

  if (!coach_kept_person_read (&person, catalog, self->places, now, error))
    return NULL;
  if (coach_kept_person_is_locked (&person))
    {
      g_set_error_literal (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_BLOCKED,
                           "exercises are off");
      return NULL;
    }
  return coach_plan_new (routine, catalog, person.profile, NULL, error);
}

/* The plan keeps the few movements that it needs; all else of the catalogue is gone with it. */
static CoachPlan *
make_plan (CoachBreakLeader  *self,
           CoachProfile      *profile,
           GError           **error)
{
  g_autoptr (CoachCatalog) catalog = NULL;
  CoachRoutine *routine;

  catalog = coach_catalog_load (coach_places_get_catalog_dir (self->places), error);
  if (catalog == NULL)
    return NULL;
  routine = coach_catalog_lookup_routine (catalog, COACH_ROUTINE_STAND);
  if (routine == NULL)
    {
      g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_NOTHING_SAFE,
                   "the catalogue has no %s", COACH_ROUTINE_STAND);
      return NULL;
    }
  return profile != NULL ? coach_plan_new (routine, catalog, profile, NULL, error)
                         : make_plan_from_journal (self, catalog, routine, error);
}

static void
begin_bare (CoachBreakLeader *self)
{
  g_auto (CoachNotice) notice = { 0 };

  coach_break_words_fill_bare (&notice, coach_notifier_has_actions (self->notifier));
  arm (self, COACH_BREAK_BARE_SECONDS, bare_break_over_cb);
  ring (self, COACH_CHIME_BEGIN);
  say (self, &notice);
}

static void
begin_session (CoachBreakLeader *self,
               CoachPlan        *plan)
{
  self->session = coach_session_new (plan, self->clock);
  self->suspended_us = coach_clock_get_suspended_us (self->clock);
  g_signal_connect_object (self->session, "phase-changed", G_CALLBACK (phase_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::status", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "finished", G_CALLBACK (session_finished_cb), self,
                           G_CONNECT_SWAPPED);
  coach_session_start (self->session);
}

static void
coach_break_leader_dispose (GObject *object)
{
  CoachBreakLeader *self = COACH_BREAK_LEADER (object);

  if (self->notifier != NULL)
    clear (self);
  g_clear_object (&self->places);
  g_clear_object (&self->clock);
  g_clear_object (&self->notifier);
  g_clear_object (&self->chime);

  G_OBJECT_CLASS (coach_break_leader_parent_class)->dispose (object);
}

static void
coach_break_leader_class_init (CoachBreakLeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_break_leader_dispose;

  /**
   * CoachBreakLeader::finished:
   * @self: a leader
   * @is_done: whether the break was had to its end
   *
   * The break is over by itself or by *Enough*. Not emitted after [method@BreakLeader.stop].
   */
  signals[SIGNAL_FINISHED]
      = g_signal_new ("finished", COACH_TYPE_BREAK_LEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
coach_break_leader_init (CoachBreakLeader *self)
{
}

/**
 * coach_break_leader_new:
 * @places: where the catalogue and the journal are
 * @clock: the clock
 * @notifier: shows the notification
 * @chime: plays the sounds; closed, and opened only for a break
 *
 * Makes a leader that waits for a break.
 *
 * Returns: (transfer full): the leader
 */
CoachBreakLeader *
coach_break_leader_new (CoachPlaces   *places,
                        CoachClock    *clock,
                        CoachNotifier *notifier,
                        CoachChime    *chime)
{
  CoachBreakLeader *self;

  g_return_val_if_fail (COACH_IS_PLACES (places) && COACH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (COACH_IS_NOTIFIER (notifier) && COACH_IS_CHIME (chime), NULL);

  self = g_object_new (COACH_TYPE_BREAK_LEADER, NULL);
  self->places = g_object_ref (places);
  self->clock = g_object_ref (clock);
  self->notifier = g_object_ref (notifier);
  self->chime = g_object_ref (chime);
  return self;
}

/**
 * coach_break_leader_begin:
 * @self: a leader
 * @profile: (nullable): whose break it is, with their day; %NULL reads them from the journal
 *
 * Leads the break on one's feet, with the person's verdicts applied. Where they leave nothing of
 * it, or today is without exercises, it is a minute for a change of position, and no more is asked.
 * Does nothing while a break is led.
 */
void
coach_break_leader_begin (CoachBreakLeader *self,
                          CoachProfile     *profile)
{
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_BREAK_LEADER (self));
  g_return_if_fail (profile == NULL || COACH_IS_PROFILE (profile));

  if (self->is_leading)
    return;
  clear (self);
  plan = make_plan (self, profile, &error);
  give_memory_back ();
  self->is_leading = TRUE;
  self->is_open = TRUE;
  coach_chime_open (self->chime);
  connect_notifier (self);
  if (plan != NULL)
    begin_session (self, plan);
  else
    {
      g_debug ("A break without exercises: %s", error->message);
      begin_bare (self);
    }
}

/**
 * coach_break_leader_stop:
 * @self: a leader
 *
 * Leads no longer, at once and without a word. The last words of a break that is over stay for as
 * long as they would.
 */
void
coach_break_leader_stop (CoachBreakLeader *self)
{
  g_return_if_fail (COACH_IS_BREAK_LEADER (self));

  if (!self->is_leading)
    return;
  g_signal_handlers_disconnect_by_data (self->notifier, self);
  clear (self);
}

/**
 * coach_break_leader_is_leading:
 * @self: a leader
 *
 * Tells whether a break is led.
 *
 * Returns: whether one is
 */
gboolean
coach_break_leader_is_leading (CoachBreakLeader *self)
{
  g_return_val_if_fail (COACH_IS_BREAK_LEADER (self), FALSE);

  return self->is_leading;
}
