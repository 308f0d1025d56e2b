/* The inside of a session: coach-session.c holds the object and tells its listeners,
 * coach-session-actions.c is what may be done with it, coach-session-clockwork.c makes it run. */
#pragma once

#include "coach-session.h"
#include "coach-session-ledger-private.h"

G_BEGIN_DECLS

struct _CoachSession
{
  GObject             parent_instance;

  CoachPlan          *plan;         /* (owned) (not nullable), given at construction; may be
                                     * changed for another, see coach_session_insert() */
  CoachClock         *clock;        /* (owned) (not nullable), given at construction */

  CoachSessionState   state;        /* where the session is, on the monotonic clock */
  guint               next_cue;     /* index of the phase's first cue that is not yet due */
  CoachSessionLedger *ledger;       /* (owned) (not nullable): what was done so far */

  guint               wake_id;      /* 0 when no wake is armed */
  gint64              suspended_us; /* how long the machine had slept at the last look */
  guint               depth;        /* calls under way: listeners call back from within a call */
  gboolean            has_ended;    /* whether "finished" was emitted */
};

/* coach-session-clockwork.c */
void coach_session_handle       (CoachSession            *self,
                                 CoachSessionEvent        event);
void coach_session_bench_step   (CoachSession            *self,
                                 CoachSessionEvent        event);
void coach_session_pass_over    (CoachSession            *self,
                                 const char * const      *traits);
void coach_session_insert       (CoachSession            *self,
                                 CoachPlan               *plan,
                                 gboolean                 hurt);
void coach_session_go_to_phase  (CoachSession            *self,
                                 guint                    phase);
void coach_session_disarm       (CoachSession            *self);

/* coach-session.c */
void coach_session_tell_plan    (CoachSession            *self);
void coach_session_tell_cue     (CoachSession            *self,
                                 const CoachCue          *cue,
                                 gint64                   due_us);
void coach_session_tell_phase   (CoachSession            *self);
void coach_session_tell_step    (CoachSession            *self,
                                 guint                    step,
                                 CoachStepOutcome         outcome);
void coach_session_tell_changes (CoachSession            *self,
                                 const CoachSessionState *before);
void coach_session_tell_end     (CoachSession            *self,
                                 CoachSessionReport      *report);

G_END_DECLS
