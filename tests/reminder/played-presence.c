#include "config.h"

#include "played-presence.h"

struct _PlayedPresence
{
  CoachPresence parent_instance;

  gboolean      types;   /* without a pause */
  guint         wake_id; /* 0 when no pause is to come */
};

G_DEFINE_FINAL_TYPE (PlayedPresence, played_presence, COACH_TYPE_PRESENCE)

static void
pause_came_cb (CoachClock *clock,
               gpointer    user_data)
{
  PlayedPresence *self = user_data;

  self->wake_id = 0;
  coach_presence_report_paused (COACH_PRESENCE (self));
}

static void
apply_pause (CoachPresence *presence)
{
  PlayedPresence *self = PLAYED_PRESENCE (presence);
  CoachClock *clock = coach_presence_get_clock (presence);
  gint64 pause_us = coach_presence_get_pause (presence) * (gint64) G_USEC_PER_SEC;

  if (self->wake_id != 0)
    coach_clock_remove_wake (clock, self->wake_id);
  self->wake_id = 0;
  if (pause_us > 0 && !self->types)
    self->wake_id = coach_clock_add_wake (clock, coach_clock_get_monotonic_us (clock) + pause_us,
                                          pause_came_cb, self);
}

static void
played_presence_class_init (PlayedPresenceClass *klass)
{
  COACH_PRESENCE_CLASS (klass)->apply_pause = apply_pause;
}

static void
played_presence_init (PlayedPresence *self)
{
}

CoachPresence *
played_presence_new (CoachClock *clock)
{
  CoachPresence *self = g_object_new (PLAYED_TYPE_PRESENCE, "clock", clock, NULL);

  played_presence_tell (self, COACH_PRESENCE_ACTIVE, 0);
  return self;
}

void
played_presence_tell (CoachPresence      *presence,
                      CoachPresenceState  state,
                      guint               ago_s)
{
  gint64 now_us = coach_clock_get_monotonic_us (coach_presence_get_clock (presence));

  coach_presence_report (presence, state, now_us - ago_s * (gint64) G_USEC_PER_SEC, FALSE);
}

void
played_presence_watch_film (CoachPresence *presence)
{
  gint64 now_us = coach_clock_get_monotonic_us (coach_presence_get_clock (presence));

  coach_presence_report (presence, COACH_PRESENCE_IDLE, now_us, TRUE);
}

void
played_presence_set_types (CoachPresence *presence,
                           gboolean       types)
{
  PLAYED_PRESENCE (presence)->types = types;
  apply_pause (presence);
}

guint
played_presence_count_wakes (CoachPresence *presence)
{
  return PLAYED_PRESENCE (presence)->wake_id != 0 ? 1 : 0;
}
