#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-logind-presence.h"

#include "coach-presence-private.h"

struct _CoachLogindPresence
{
  CoachPresence  parent_instance;

  CoachLogin    *login; /* (owned) */
};

/**
 * CoachLogindPresence:
 *
 * The hint that some desktops give to logind, after as long as they think fit. Until one was seen
 * it is unknown, since most never give it. No pause in typing is told.
 */
G_DEFINE_FINAL_TYPE (CoachLogindPresence, coach_logind_presence, COACH_TYPE_PRESENCE)

static void
login_changed_cb (CoachLogindPresence *self)
{
  CoachPresence *presence = COACH_PRESENCE (self);
  gint64 now_us = coach_clock_get_monotonic_us (coach_presence_get_clock (presence));
  gint64 since_us = coach_login_get_idle_since_us (self->login);

  if (!coach_login_get_is_settled (self->login))
    return;
  if (!coach_login_get_tells_idle (self->login))
    coach_presence_report (presence, COACH_PRESENCE_UNKNOWN, now_us, FALSE);
  else if (coach_login_get_is_idle (self->login))
    coach_presence_report (presence, COACH_PRESENCE_IDLE, since_us > 0 ? since_us : now_us, FALSE);
  else
    coach_presence_report (presence, COACH_PRESENCE_ACTIVE, now_us, FALSE);
}

static const char *
coach_logind_presence_get_source_id (CoachPresence *presence)
{
  return "logind";
}

static void
coach_logind_presence_dispose (GObject *object)
{
  g_clear_object (&COACH_LOGIND_PRESENCE (object)->login);

  G_OBJECT_CLASS (coach_logind_presence_parent_class)->dispose (object);
}

static void
coach_logind_presence_class_init (CoachLogindPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_logind_presence_dispose;
  COACH_PRESENCE_CLASS (klass)->get_source_id = coach_logind_presence_get_source_id;
}

static void
coach_logind_presence_init (CoachLogindPresence *self)
{
}

/**
 * coach_logind_presence_new:
 * @clock: the machine's clock: the hint comes with its times
 * @login: what logind tells
 *
 * Makes a presence of the hint of a session.
 *
 * Returns: (transfer full): a presence
 */
CoachPresence *
coach_logind_presence_new (CoachClock *clock,
                           CoachLogin *login)
{
  CoachLogindPresence *self = g_object_new (COACH_TYPE_LOGIND_PRESENCE, "clock", clock, NULL);

  self->login = g_object_ref (login);
  g_signal_connect_object (login, "changed", G_CALLBACK (login_changed_cb), self,
                           G_CONNECT_SWAPPED);
  login_changed_cb (self);
  return COACH_PRESENCE (self);
}
