#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-session-presence.h"

#include "coach-login.h"
#include "coach-logind-presence.h"
#include "coach-mutter-presence.h"
#include "coach-presence-private.h"
#include "coach-screen-lock.h"
#include "coach-wayland-presence.h"
#include "coach-x11-presence.h"

/* After a request to lock that nobody confirms: how soon the person is taken to have left, and how
 * long is waited for that before the request counts as ignored. */
#define LEFT_AFTER_S      5
#define LOCK_PATIENCE_US  (30 * (gint64) G_USEC_PER_SEC)

/* Less than this is no sleep, but what is read from two clocks one after the other. */
#define LEAST_SLEEP_US    (G_USEC_PER_SEC / 2)

struct _CoachSessionPresence
{
  CoachPresence        parent_instance;

  char               **environment;      /* (owned) */
  CoachBusLink        *session_bus;      /* (owned) */
  CoachBusLink        *system_bus;       /* (owned) */
  CoachLogin          *login;            /* (owned) */
  CoachScreenLock     *screen_lock;      /* (owned) */

  GPtrArray           *inputs;           /* (owned) (element-type CoachPresence): best first, up
                                          * to the one that knows */
  CoachPresence       *input;            /* (unowned) (nullable): the one that knows */
  char                *source_id;        /* (owned): told last */

  /* As of the last look: */
  CoachPresenceState   input_state;      /* of the input alone */
  CoachPresenceState   cover;            /* what hides it: locked, asleep, or unknown for nothing */
  gint64               uncovered_us;     /* when nothing hid it any more; monotonic */
  gboolean             is_lock_asked;    /* a lock that nobody confirmed is believed */
  gint64               suspended_us;     /* how long the machine had slept in all */
  gboolean             is_wake_told;     /* since it last went to sleep */

  guint                wall_wake_id;     /* 0 after dispose */
  guint                lock_wake_id;     /* 0 unless a request to lock is to be doubted */
};

typedef CoachPresence *(*MakeInput) (CoachSessionPresence *self);

/**
 * CoachSessionPresence:
 *
 * Presence by the best that this session has, and by the lock of the screen and the sleep of the
 * machine besides. When a better source comes up it takes over; when one goes the next does.
 */
G_DEFINE_FINAL_TYPE (CoachSessionPresence, coach_session_presence, COACH_TYPE_PRESENCE)

static void update (CoachSessionPresence *self);
static void arm_wall_wake (CoachSessionPresence *self);

static const char *
get_variable (CoachSessionPresence *self,
              const char           *name)
{
  const char *value = g_environ_getenv (self->environment, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static CoachClock *
get_clock (CoachSessionPresence *self)
{
  return coach_presence_get_clock (COACH_PRESENCE (self));
}

static CoachPresence *
make_mutter (CoachSessionPresence *self)
{
  return coach_mutter_presence_new (get_clock (self), self->session_bus);
}

static CoachPresence *
make_wayland (CoachSessionPresence *self)
{
  const char *display = get_variable (self, "WAYLAND_DISPLAY");

  return display != NULL ? coach_wayland_presence_new (get_clock (self), display) : NULL;
}

/* An X server under Wayland would take whoever types elsewhere for absent. */
static CoachPresence *
make_x11 (CoachSessionPresence *self)
{
  const char *display = get_variable (self, "DISPLAY");

  if (display == NULL || get_variable (self, "WAYLAND_DISPLAY") != NULL)
    return NULL;
  return coach_x11_presence_new (get_clock (self), display);
}

static CoachPresence *
make_logind (CoachSessionPresence *self)
{
  return coach_logind_presence_new (get_clock (self), self->login);
}

/* The last knows nothing for certain, so that there is always one. */
static CoachPresence *
make_none (CoachSessionPresence *self)
{
  return NULL;
}

static const MakeInput makers[] = { make_mutter, make_wayland, make_x11, make_logind, make_none };

static void
forward_pause_cb (CoachSessionPresence *self)
{
  coach_presence_report_paused (COACH_PRESENCE (self));
}

/* While nobody has confirmed a lock, the sooner the person's leave is seen the better: their return
 * is what ends it. */
static void
pass_idle_after (CoachSessionPresence *self)
{
  guint seconds = coach_presence_get_idle_after (COACH_PRESENCE (self));

  if (self->is_lock_asked)
    seconds = MIN (seconds, LEFT_AFTER_S);
  for (guint i = 0; i < self->inputs->len; i++)
    if (g_ptr_array_index (self->inputs, i) != NULL)
      coach_presence_set_idle_after (g_ptr_array_index (self->inputs, i), seconds);
}

static void
pass_pause (CoachSessionPresence *self)
{
  for (guint i = 0; i < self->inputs->len; i++)
    if (g_ptr_array_index (self->inputs, i) != NULL)
      coach_presence_watch_pause (g_ptr_array_index (self->inputs, i),
                                  coach_presence_get_pause (COACH_PRESENCE (self)));
}

static void
input_unref (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
start_input (CoachSessionPresence *self)
{
  CoachPresence *input = makers[self->inputs->len] (self);

  g_ptr_array_add (self->inputs, input);
  if (input == NULL)
    return;
  g_signal_connect_object (input, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (input, "paused", G_CALLBACK (forward_pause_cb), self, G_CONNECT_SWAPPED);
  pass_idle_after (self);
  pass_pause (self);
}

/* Goes down the list past all that are known not to know, and lets go of what lies behind the first
 * that does. While one is still finding out, nothing is known. */
static CoachPresence *
find_input (CoachSessionPresence *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      CoachPresence *input;

      if (i == self->inputs->len)
        start_input (self);
      input = g_ptr_array_index (self->inputs, i);
      if (input == NULL || (coach_presence_is_settled (input)
                            && coach_presence_get_state (input) == COACH_PRESENCE_UNKNOWN))
        continue;
      if (coach_presence_get_state (input) == COACH_PRESENCE_UNKNOWN)
        return NULL;
      g_ptr_array_set_size (self->inputs, (int) i + 1);
      return input;
    }
  return NULL;
}

/* The whole list was gone down, and is only as long as needed when something was found. */
static gboolean
has_found_out (CoachSessionPresence *self)
{
  return self->input != NULL || self->inputs->len == G_N_ELEMENTS (makers);
}

static void
update_source_id (CoachSessionPresence *self)
{
  const char *id = coach_presence_get_source_id (COACH_PRESENCE (self));

  if (!has_found_out (self) || g_strcmp0 (self->source_id, id) == 0)
    return;
  g_free (self->source_id);
  self->source_id = g_strdup (id);
  coach_presence_source_changed (COACH_PRESENCE (self));
}

static void
forget_lock_request (CoachSessionPresence *self)
{
  if (self->lock_wake_id != 0)
    coach_clock_remove_wake (get_clock (self), self->lock_wake_id);
  self->lock_wake_id = 0;
  coach_login_forget_lock_request (self->login);
  pass_idle_after (self);
}

/* Whoever goes on typing was not locked out. */
static void
lock_doubted_cb (CoachClock *clock,
                 gpointer    user_data)
{
  CoachSessionPresence *self = user_data;

  self->lock_wake_id = 0;
  if (self->input_state == COACH_PRESENCE_IDLE)
    return;
  coach_login_forget_lock_request (self->login);
  update (self);
}

/* Not every desktop says that it locks when it was asked to, nor that it unlocks. Without a word
 * from it the return of the person ends the lock. */
static void
update_lock_request (CoachSessionPresence *self,
                     gboolean              came_back)
{
  CoachClock *clock = get_clock (self);
  gboolean is_asked = coach_login_get_is_lock_asked (self->login);

  if (is_asked && (came_back || coach_screen_lock_get_is_locked (self->screen_lock)))
    is_asked = FALSE;
  if (is_asked == self->is_lock_asked)
    return;
  self->is_lock_asked = is_asked;
  if (!is_asked)
    {
      forget_lock_request (self);
      return;
    }
  self->lock_wake_id = coach_clock_add_wake (
      clock, coach_clock_get_monotonic_us (clock) + LOCK_PATIENCE_US, lock_doubted_cb, self);
  pass_idle_after (self);
}

static void
update_input (CoachSessionPresence *self)
{
  CoachPresenceState before = self->input_state;

  self->input = find_input (self);
  if (has_found_out (self))
    self->input_state = self->input != NULL ? coach_presence_get_state (self->input)
                                            : COACH_PRESENCE_UNKNOWN;
  update_lock_request (self, before == COACH_PRESENCE_IDLE
                                 && self->input_state == COACH_PRESENCE_ACTIVE);
}

/* The kernel's count of sleep is believed where logind says nothing, and counted once where it
 * does. */
static void
note_wake (CoachSessionPresence *self,
           gboolean              is_said)
{
  gint64 suspended_us = coach_clock_get_suspended_us (get_clock (self));
  gint64 slept_us = suspended_us - self->suspended_us;

  self->suspended_us = suspended_us;
  if (slept_us < LEAST_SLEEP_US && (!is_said || self->is_wake_told))
    return;
  self->is_wake_told = TRUE;
  coach_presence_report_woke (COACH_PRESENCE (self), MAX (slept_us, 0));
}

static CoachPresenceState
find_cover (CoachSessionPresence *self)
{
  if (coach_login_get_is_asleep (self->login))
    return COACH_PRESENCE_ASLEEP;
  if (coach_login_get_is_locked (self->login) || self->is_lock_asked
      || coach_screen_lock_get_is_locked (self->screen_lock))
    return COACH_PRESENCE_LOCKED;
  return COACH_PRESENCE_UNKNOWN;
}

static void
update_cover (CoachSessionPresence *self)
{
  CoachPresenceState before = self->cover;

  self->cover = find_cover (self);
  if (before != COACH_PRESENCE_UNKNOWN && self->cover == COACH_PRESENCE_UNKNOWN)
    self->uncovered_us = coach_clock_get_monotonic_us (get_clock (self));
  if (before == COACH_PRESENCE_ASLEEP && self->cover != COACH_PRESENCE_ASLEEP)
    note_wake (self, TRUE);
  else if (before != COACH_PRESENCE_ASLEEP && self->cover == COACH_PRESENCE_ASLEEP)
    self->is_wake_told = FALSE;
}

static void
report (CoachSessionPresence *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (get_clock (self));
  gint64 since_us = self->input != NULL ? coach_presence_get_since_us (self->input) : now_us;

  if (self->cover != COACH_PRESENCE_UNKNOWN)
    coach_presence_report (COACH_PRESENCE (self), self->cover, now_us, FALSE);
  else if (has_found_out (self))
    coach_presence_report (COACH_PRESENCE (self), self->input_state,
                           self->input_state == COACH_PRESENCE_ACTIVE
                               ? MAX (since_us, self->uncovered_us) : since_us,
                           self->input != NULL && coach_presence_get_is_inhibited (self->input));
}

static void
update (CoachSessionPresence *self)
{
  /* Whoever is told may let it go. */
  g_autoptr (CoachSessionPresence) held G_GNUC_UNUSED = g_object_ref (self);

  update_input (self);
  update_cover (self);
  update_source_id (self);
  report (self);
}

/* Called early when the machine wakes up, and when the clock is set, which says nothing. */
static void
wall_wake_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachSessionPresence *self = user_data;

  arm_wall_wake (self);
  note_wake (self, FALSE);
}

static void
arm_wall_wake (CoachSessionPresence *self)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (get_clock (self));
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);

  self->wall_wake_id = coach_clock_add_wall_wake (get_clock (self), tomorrow, wall_wake_cb, self);
}

static void
coach_session_presence_apply_idle_after (CoachPresence *presence)
{
  pass_idle_after (COACH_SESSION_PRESENCE (presence));
}

static void
coach_session_presence_apply_pause (CoachPresence *presence)
{
  pass_pause (COACH_SESSION_PRESENCE (presence));
}

static const char *
coach_session_presence_get_source_id (CoachPresence *presence)
{
  CoachSessionPresence *self = COACH_SESSION_PRESENCE (presence);

  if (self->input != NULL)
    return coach_presence_get_source_id (self->input);
  return coach_screen_lock_get_is_known (self->screen_lock) ? "screensaver" : "none";
}

static void
remove_wake (CoachSessionPresence *self,
             guint                *wake_id)
{
  if (*wake_id != 0)
    coach_clock_remove_wake (get_clock (self), *wake_id);
  *wake_id = 0;
}

static void
coach_session_presence_dispose (GObject *object)
{
  CoachSessionPresence *self = COACH_SESSION_PRESENCE (object);

  remove_wake (self, &self->wall_wake_id);
  remove_wake (self, &self->lock_wake_id);
  self->input = NULL;
  g_ptr_array_set_size (self->inputs, 0);
  g_clear_object (&self->login);
  g_clear_object (&self->screen_lock);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);

  G_OBJECT_CLASS (coach_session_presence_parent_class)->dispose (object);
}

static void
coach_session_presence_finalize (GObject *object)
{
  CoachSessionPresence *self = COACH_SESSION_PRESENCE (object);

  g_ptr_array_unref (self->inputs);
  g_strfreev (self->environment);
  g_free (self->source_id);

  G_OBJECT_CLASS (coach_session_presence_parent_class)->finalize (object);
}

static void
coach_session_presence_class_init (CoachSessionPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_session_presence_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_session_presence_finalize;
  COACH_PRESENCE_CLASS (klass)->apply_idle_after = coach_session_presence_apply_idle_after;
  COACH_PRESENCE_CLASS (klass)->apply_pause = coach_session_presence_apply_pause;
  COACH_PRESENCE_CLASS (klass)->get_source_id = coach_session_presence_get_source_id;
}

static void
coach_session_presence_init (CoachSessionPresence *self)
{
  self->inputs = g_ptr_array_new_with_free_func (input_unref);
}

static void
open_links (CoachSessionPresence *self,
            CoachClock           *clock)
{
  const char * const *environment = (const char * const *) self->environment;
  g_autofree char *session_address = coach_bus_link_find_address (G_BUS_TYPE_SESSION, environment);
  g_autofree char *system_address = coach_bus_link_find_address (G_BUS_TYPE_SYSTEM, environment);

  self->session_bus = coach_bus_link_new (clock, session_address);
  self->system_bus = coach_bus_link_new (clock, system_address);
  self->screen_lock = coach_screen_lock_new (self->session_bus);
  self->login = coach_login_new (clock, self->system_bus, get_variable (self, "XDG_SESSION_ID"));
  g_signal_connect_object (self->screen_lock, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->login, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * coach_session_presence_new:
 * @clock: the machine's clock; that of tests will do where logind gives no times
 * @environment: (array zero-terminated=1): the variables of the process, as of g_get_environ()
 *
 * Begins to look for what this session has: GNOME's shell on the bus; under Wayland the compositor,
 * or else the X server; the hint of logind; nothing. Never waits. The state is unknown and the
 * source `none` until something was found, which is told by the signals.
 *
 * Returns: (transfer full): a presence
 */
CoachPresence *
coach_session_presence_new (CoachClock         *clock,
                            const char * const *environment)
{
  CoachSessionPresence *self = g_object_new (COACH_TYPE_SESSION_PRESENCE, "clock", clock, NULL);

  self->environment = g_strdupv ((char **) environment);
  self->suspended_us = coach_clock_get_suspended_us (clock);
  open_links (self, clock);
  arm_wall_wake (self);
  update (self);
  return COACH_PRESENCE (self);
}
