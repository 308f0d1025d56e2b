#pragma once

#include "coach-clock.h"

G_BEGIN_DECLS

/**
 * CoachPresenceState:
 * @COACH_PRESENCE_UNKNOWN: nothing here can tell, or not yet; a fixed interval has to do
 * @COACH_PRESENCE_ACTIVE: there was input within the time of [method@Presence.set_idle_after]
 * @COACH_PRESENCE_IDLE: there was none for that long
 * @COACH_PRESENCE_LOCKED: the screen is locked, whoever moves the mouse
 * @COACH_PRESENCE_ASLEEP: the machine goes to sleep, or has not said yet that it woke up
 *
 * Whether somebody sits here. Any may follow any other: a source can come up, or go, at any time.
 */
typedef enum
{
  COACH_PRESENCE_UNKNOWN,
  COACH_PRESENCE_ACTIVE,
  COACH_PRESENCE_IDLE,
  COACH_PRESENCE_LOCKED,
  COACH_PRESENCE_ASLEEP
} CoachPresenceState;

#define COACH_PRESENCE_IDLE_AFTER_S 180

#define COACH_TYPE_PRESENCE (coach_presence_get_type ())
G_DECLARE_DERIVABLE_TYPE (CoachPresence, coach_presence, COACH, PRESENCE, GObject)

/**
 * CoachPresenceClass:
 * @apply_idle_after: the time after which absence is to be noticed is another
 * @apply_pause: a pause is waited for, or no longer; see coach_presence_get_pause()
 * @get_source_id: names what tells; the default is "none"
 *
 * What a source does when it is asked for something. All may be left out.
 */
struct _CoachPresenceClass
{
  GObjectClass parent_class;

  void (*apply_idle_after) (CoachPresence *self);
  void (*apply_pause) (CoachPresence *self);
  const char *(*get_source_id) (CoachPresence *self);

  gpointer padding[4];
};

gboolean            coach_presence_state_is_away    (CoachPresenceState state);
const char         *coach_presence_state_get_id     (CoachPresenceState state);
const char         *coach_presence_describe_source  (const char *source_id);

CoachPresenceState  coach_presence_get_state        (CoachPresence *self);
gint64              coach_presence_get_since_us     (CoachPresence *self);
gboolean            coach_presence_get_is_inhibited (CoachPresence *self);
const char         *coach_presence_get_source_id    (CoachPresence *self);
const char         *coach_presence_get_source_name  (CoachPresence *self);
guint               coach_presence_get_idle_after   (CoachPresence *self);
void                coach_presence_set_idle_after   (CoachPresence *self,
                                                     guint          seconds);
void                coach_presence_watch_pause      (CoachPresence *self,
                                                     guint          seconds);

G_END_DECLS
