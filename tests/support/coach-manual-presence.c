#define G_LOG_DOMAIN "coach-test-support"

#include "config.h"

#include "coach-manual-presence.h"

#include "coach-presence-private.h"

struct _CoachManualPresence
{
  CoachPresence  parent_instance;

  const char    *source_id; /* (not nullable): a string that stays */
};

/**
 * CoachManualPresence:
 *
 * Somebody whom a test makes sit down, stand up and lock the screen.
 */
G_DEFINE_FINAL_TYPE (CoachManualPresence, coach_manual_presence, COACH_TYPE_PRESENCE)

static const char *
get_source_id (CoachPresence *presence)
{
  return COACH_MANUAL_PRESENCE (presence)->source_id;
}

static void
coach_manual_presence_class_init (CoachManualPresenceClass *klass)
{
  COACH_PRESENCE_CLASS (klass)->get_source_id = get_source_id;
}

static void
coach_manual_presence_init (CoachManualPresence *self)
{
  self->source_id = "none";
}

/**
 * coach_manual_presence_new:
 * @clock: where the time comes from
 *
 * Makes a presence of which nothing is known, from the source `none`.
 *
 * Returns: (transfer full): the presence
 */
CoachManualPresence *
coach_manual_presence_new (CoachClock *clock)
{
  return g_object_new (COACH_TYPE_MANUAL_PRESENCE, "clock", clock, NULL);
}

/**
 * coach_manual_presence_set:
 * @self: a presence
 * @state: what is the case now
 * @since_us: since when, monotonic microseconds
 *
 * Reports a state, which nothing inhibits.
 */
void
coach_manual_presence_set (CoachManualPresence *self,
                           CoachPresenceState   state,
                           gint64               since_us)
{
  coach_presence_report (COACH_PRESENCE (self), state, since_us, FALSE);
}

/**
 * coach_manual_presence_set_inhibited:
 * @self: a presence
 * @is_inhibited: whether a film or a call is on
 *
 * Reports the same state again, inhibited or not.
 */
void
coach_manual_presence_set_inhibited (CoachManualPresence *self,
                                     gboolean             is_inhibited)
{
  CoachPresence *presence = COACH_PRESENCE (self);

  coach_presence_report (presence, coach_presence_get_state (presence),
                         coach_presence_get_since_us (presence), is_inhibited);
}

/**
 * coach_manual_presence_pause:
 * @self: a presence
 *
 * Reports the pause, if one is waited for.
 */
void
coach_manual_presence_pause (CoachManualPresence *self)
{
  coach_presence_report_paused (COACH_PRESENCE (self));
}

/**
 * coach_manual_presence_wake:
 * @self: a presence
 * @slept_us: microseconds
 *
 * Reports that the machine woke up.
 */
void
coach_manual_presence_wake (CoachManualPresence *self,
                            gint64               slept_us)
{
  coach_presence_report_woke (COACH_PRESENCE (self), slept_us);
}

/**
 * coach_manual_presence_set_source:
 * @self: a presence
 * @source_id: the id of a source
 *
 * Makes another source tell.
 */
void
coach_manual_presence_set_source (CoachManualPresence *self,
                                  const char          *source_id)
{
  self->source_id = g_intern_string (source_id);
  coach_presence_source_changed (COACH_PRESENCE (self));
}

/**
 * coach_manual_presence_get_pause:
 * @self: a presence
 *
 * Gets the pause that is waited for.
 *
 * Returns: seconds, or 0 for none
 */
guint
coach_manual_presence_get_pause (CoachManualPresence *self)
{
  return coach_presence_get_pause (COACH_PRESENCE (self));
}
