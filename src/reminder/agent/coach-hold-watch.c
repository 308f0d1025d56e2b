#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold-watch.h"

#include "coach-hold-devices.h"
#include "coach-hold-service.h"
#include "coach-hold-settings.h"
#include "coach-hold-wayland.h"
#include "coach-hold-x11.h"

/* Screen and devices follow upon the services, as they are watched on demand alone. */
typedef enum
{
  HOLD_SETTINGS = COACH_HOLD_N_SERVICES,
  HOLD_SCREEN,
  HOLD_DEVICES,
  N_HOLDS,
} HoldId;

struct _CoachHoldWatch
{
  GObject              parent_instance;

  CoachClock          *clock;           /* (owned) */
  char               **environment;     /* (owned) */
  char                *device_folder;   /* (owned) */
  char                *process_folder;  /* (owned) */

  CoachHold           *holds[N_HOLDS];  /* (owned) (nullable): those that are watched */
  CoachReminderHolds   told;            /* last */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachHoldWatch:
 *
 * All reasons to hold a reminder back that others tell: do not disturb, full screen, a film or a
 * call that keeps the screen on, camera and microphone. Whatever is not there tells nothing, until
 * it comes.
 */
G_DEFINE_FINAL_TYPE (CoachHoldWatch, coach_hold_watch, G_TYPE_OBJECT)

static void
update (CoachHoldWatch *self)
{
  CoachReminderHolds holds = 0;

  for (guint i = 0; i < N_HOLDS; i++)
    if (self->holds[i] != NULL)
      holds |= coach_hold_get (self->holds[i]);
  if (holds == self->told)
    return;
  self->told = holds;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take (CoachHoldWatch *self,
      guint           id,
      CoachHold      *hold)
{
  self->holds[id] = hold;
  if (hold != NULL)
    g_signal_connect_object (hold, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static const char *
get_variable (CoachHoldWatch *self,
              const char     *name)
{
  const char *value = g_environ_getenv (self->environment, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/* An X server under Wayland sees the windows of its own clients alone. */
static CoachHold *
make_screen (CoachHoldWatch *self)
{
  const char *wayland_display = get_variable (self, "WAYLAND_DISPLAY");
  const char *display = get_variable (self, "DISPLAY");

  if (wayland_display != NULL)
    return coach_hold_wayland_new (self->clock, wayland_display);
  if (display != NULL)
    return coach_hold_x11_new (self->clock, display);
  return NULL;
}

static void
coach_hold_watch_dispose (GObject *object)
{
  CoachHoldWatch *self = COACH_HOLD_WATCH (object);

  for (guint i = 0; i < N_HOLDS; i++)
    g_clear_object (&self->holds[i]);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (coach_hold_watch_parent_class)->dispose (object);
}

static void
coach_hold_watch_finalize (GObject *object)
{
  CoachHoldWatch *self = COACH_HOLD_WATCH (object);

  g_strfreev (self->environment);
  g_free (self->device_folder);
  g_free (self->process_folder);

  G_OBJECT_CLASS (coach_hold_watch_parent_class)->finalize (object);
}

static void
coach_hold_watch_class_init (CoachHoldWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_hold_watch_dispose;
  object_class->finalize = coach_hold_watch_finalize;

  /**
   * CoachHoldWatch::changed:
   * @self: a watch
   *
   * There are other reasons than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_hold_watch_init (CoachHoldWatch *self)
{
}

/**
 * coach_hold_watch_new:
 * @clock: the time
 * @environment: (array zero-terminated=1): the variables of the process, as of g_get_environ()
 * @session_bus: the bus of the session
 * @system_bus: the bus of the system
 * @device_folder: what is usually `/dev`
 * @process_folder: what is usually `/proc`
 *
 * Begins to listen to whatever this session has, except for the screen and the devices. Never
 * waits, and never asks but after it was told that something changed.
 *
 * Returns: (transfer full): a watch
 */
CoachHoldWatch *
coach_hold_watch_new (CoachClock         *clock,
                      const char * const *environment,
                      CoachBusLink       *session_bus,
                      CoachBusLink       *system_bus,
                      const char         *device_folder,
                      const char         *process_folder)
{
  CoachHoldWatch *self;

  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (COACH_IS_BUS_LINK (session_bus) && COACH_IS_BUS_LINK (system_bus), NULL);
  g_return_val_if_fail (device_folder != NULL && process_folder != NULL, NULL);

  self = g_object_new (COACH_TYPE_HOLD_WATCH, NULL);
  self->clock = g_object_ref (clock);
  self->environment = g_strdupv ((char **) environment);
  self->device_folder = g_strdup (device_folder);
  self->process_folder = g_strdup (process_folder);
  for (guint i = 0; i < COACH_HOLD_N_SERVICES; i++)
    take (self, i, coach_hold_service_new ((CoachHoldServiceId) i, session_bus, system_bus));
  take (self, HOLD_SETTINGS,
        coach_hold_settings_new (get_variable (self, "XDG_CURRENT_DESKTOP")));
  update (self);
  return self;
}

/**
 * coach_hold_watch_get_holds:
 * @self: a watch
 *
 * Returns: the reasons that are there now, of %COACH_REMINDER_HOLDS_TOLD
 */
CoachReminderHolds
coach_hold_watch_get_holds (CoachHoldWatch *self)
{
  g_return_val_if_fail (COACH_IS_HOLD_WATCH (self), 0);

  return self->told;
}

/**
 * coach_hold_watch_set_watches_screen:
 * @self: a watch
 * @watches: whether full screen is of interest
 *
 * Begins or ceases to watch whether something fills the screen. Unlike the rest this costs
 * something while somebody is at work: each change of the active window wakes the program up and,
 * under Wayland, each change of any window's title. It suffices to watch when a reminder is due
 * before long.
 */
void
coach_hold_watch_set_watches_screen (CoachHoldWatch *self,
                                     gboolean        watches)
{
  g_return_if_fail (COACH_IS_HOLD_WATCH (self));

  if (watches && self->holds[HOLD_SCREEN] == NULL)
    take (self, HOLD_SCREEN, make_screen (self));
  else if (!watches)
    g_clear_object (&self->holds[HOLD_SCREEN]);
  update (self);
}

/**
 * coach_hold_watch_set_watches_devices:
 * @self: a watch
 * @watches: whether camera and microphone are of interest
 *
 * Begins or ceases to watch whether camera or microphone are in use.
 */
void
coach_hold_watch_set_watches_devices (CoachHoldWatch *self,
                                      gboolean        watches)
{
  g_return_if_fail (COACH_IS_HOLD_WATCH (self));

  if (watches && self->holds[HOLD_DEVICES] == NULL)
    take (self, HOLD_DEVICES,
          coach_hold_devices_new (self->clock, self->device_folder, self->process_folder));
  else if (!watches)
    g_clear_object (&self->holds[HOLD_DEVICES]);
  update (self);
}
