#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-agent-service.h"

#include <glib/gi18n-lib.h>

#include "coach-reminder-bus.h"

#define MAX_PAUSE_MINUTES (24 * 60)
#define MINUTE_US         (60 * (gint64) G_USEC_PER_SEC)

struct _CoachAgentService
{
  GObject           parent_instance;

  CoachClock       *clock;         /* (owned) (not nullable), given at construction */
  CoachBusReminder *bus;           /* (owned) (not nullable): what is exported */
  CoachReminder    *reminder;      /* (owned) (nullable): not before it is served */
  CoachPresence    *presence;      /* (owned) (nullable): the same */
  char             *session_owner; /* (owned) (nullable): the program whose session runs */
  guint             owner_watch;   /* 0 when no session runs */
};

typedef enum
{
  SIGNAL_RELOAD,
} CoachAgentServiceSignal;

static guint signals[SIGNAL_RELOAD + 1];

/**
 * CoachAgentService:
 *
 * The reminder on the session bus, as data/dbus/org.lowtide.Lowtide.Reminder.xml says.
 */
G_DEFINE_FINAL_TYPE (CoachAgentService, coach_agent_service, G_TYPE_OBJECT)

static const char *
name_sitting (CoachAgentService        *self,
              const CoachReminderState *state)
{
  if (state->presence == COACH_PRESENCE_UNKNOWN)
    return "unknown";
  if (coach_reminder_is_on_break (self->reminder))
    return "break";
  return state->is_away ? "away" : "sitting";
}

static const char *
name_state (CoachAgentService *self)
{
  const CoachReminderState *state = coach_reminder_get_state (self->reminder);

  switch (state->posture)
    {
    case COACH_REMINDER_STANDING:
      return "standing";
    case COACH_REMINDER_LED_STAND:
      return "stand";
    case COACH_REMINDER_LED_CHAIR:
      return "chair";
    case COACH_REMINDER_SESSION:
      return "session";
    case COACH_REMINDER_SITTING:
    default:
      return name_sitting (self, state);
    }
}

static void
set_holds (CoachAgentService *self)
{
  static const struct
  {
    CoachReminderHolds  hold;
    const char         *id;
  } ids[] = {
    { COACH_REMINDER_HOLD_DO_NOT_DISTURB, "do-not-disturb" },
    { COACH_REMINDER_HOLD_FULL_SCREEN, "full-screen" },
    { COACH_REMINDER_HOLD_INHIBITOR, "inhibitor" },
    { COACH_REMINDER_HOLD_CAMERA, "camera" },
    { COACH_REMINDER_HOLD_MICROPHONE, "microphone" },
    { COACH_REMINDER_HOLD_QUIET, "quiet" },
    { COACH_REMINDER_HOLD_HOURS, "hours" },
    { COACH_REMINDER_HOLD_TODAY, "today" },
    { COACH_REMINDER_HOLD_WOKE, "woke" },
    { COACH_REMINDER_HOLD_NO_SERVER, "no-server" },
  };
  CoachReminderHolds holds = coach_reminder_get_holds (self->reminder);
  const char *names[G_N_ELEMENTS (ids) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (holds & ids[i].hold)
      names[n++] = ids[i].id;
  coach_bus_reminder_set_holds (self->bus, names);
}

/* The next midnight: a paused day ends then. */
static gint64
get_midnight (GDateTime *now)
{
  g_autoptr (GDateTime) today = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;

  today = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now), 0, 0, 0);
  tomorrow = g_date_time_add_days (today, 1);
  return g_date_time_to_unix (tomorrow);
}

static gint64
get_quiet_until (CoachAgentService *self)
{
  const CoachReminderState *state = coach_reminder_get_state (self->reminder);
  CoachReminderHolds holds = coach_reminder_get_holds (self->reminder);
  g_autoptr (GDateTime) now = coach_clock_get_local_time (self->clock);
  gint64 until = 0;

  if (holds & COACH_REMINDER_HOLD_QUIET)
    until = g_date_time_to_unix (now)
            + (state->quiet_until_us - coach_clock_get_monotonic_us (self->clock)
               - coach_clock_get_suspended_us (self->clock))
                  / G_USEC_PER_SEC;
  if (holds & COACH_REMINDER_HOLD_TODAY)
    until = MAX (until, get_midnight (now));
  return until;
}

/* Only what is another is told: the skeleton sees to that. */
static void
update (CoachAgentService *self)
{
  const CoachReminderState *state = coach_reminder_get_state (self->reminder);

  coach_bus_reminder_set_state (self->bus, name_state (self));
  coach_bus_reminder_set_source (self->bus, coach_presence_get_source_id (self->presence));
  coach_bus_reminder_set_has_server (self->bus, !state->no_server);
  coach_bus_reminder_set_quiet_until (self->bus, get_quiet_until (self));
  set_holds (self);
}

static void
forget_session (CoachAgentService *self)
{
  if (self->owner_watch != 0)
    g_bus_unwatch_name (self->owner_watch);
  self->owner_watch = 0;
  g_clear_pointer (&self->session_owner, g_free);
}

static void
session_owner_vanished_cb (GDBusConnection *connection,
                           const char      *name,
                           gpointer         user_data)
{
  CoachAgentService *self = user_data;

  forget_session (self);
  if (self->reminder != NULL)
    coach_reminder_set_session (self->reminder, FALSE);
}

static void
refuse (GDBusMethodInvocation *invocation,
        int                    code,
        const char            *message)
{
  g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, code, message);
}

static gboolean
handle_get_spell_cb (CoachAgentService     *self,
                     GDBusMethodInvocation *invocation)
{
  const CoachReminderState *state = coach_reminder_get_state (self->reminder);
  const CoachReminderConfig *config = coach_reminder_get_config (self->reminder);
  gint64 now_us = coach_clock_get_monotonic_us (self->clock)
                  + coach_clock_get_suspended_us (self->clock);
  gboolean stands = state->posture == COACH_REMINDER_STANDING;
  gboolean is_growing = state->posture == COACH_REMINDER_SITTING && !state->is_away;
  gint64 limit_us = stands ? config->standing_limit_us : config->limit_us;
  gint64 stood_us = stands ? MAX (now_us - state->position_since_us, 0) : 0;
  gint64 sat_us = stands ? 0 : coach_reminder_get_spell_us (self->reminder);

  update (self);
  coach_bus_reminder_complete_get_spell (
      self->bus, invocation, (guint) (sat_us / G_USEC_PER_SEC), (guint) (limit_us / G_USEC_PER_SEC),
      is_growing, (guint) (stood_us / G_USEC_PER_SEC));
  return TRUE;
}

static gboolean
handle_pause_cb (CoachAgentService     *self,
                 GDBusMethodInvocation *invocation,
                 guint                  minutes)
{
  if (minutes > MAX_PAUSE_MINUTES)
    {
      refuse (invocation, G_DBUS_ERROR_INVALID_ARGS, "A pause is at most 1440 minutes long");
      return TRUE;
    }
  if (minutes == 0)
    coach_reminder_pause_today (self->reminder);
  else
    coach_reminder_keep_quiet (self->reminder, minutes * MINUTE_US);
  coach_bus_reminder_complete_pause (self->bus, invocation);
  return TRUE;
}

static gboolean
handle_resume_cb (CoachAgentService     *self,
                  GDBusMethodInvocation *invocation)
{
  coach_reminder_resume (self->reminder);
  coach_bus_reminder_complete_resume (self->bus, invocation);
  return TRUE;
}

static gboolean
handle_snooze_cb (CoachAgentService     *self,
                  GDBusMethodInvocation *invocation)
{
  coach_reminder_snooze (self->reminder);
  coach_bus_reminder_complete_snooze (self->bus, invocation);
  return TRUE;
}

static gboolean
handle_set_standing_cb (CoachAgentService     *self,
                        GDBusMethodInvocation *invocation,
                        gboolean               stands)
{
  coach_reminder_set_standing (self->reminder, stands);
  coach_bus_reminder_complete_set_standing (self->bus, invocation);
  return TRUE;
}

static gboolean
handle_begin_break_cb (CoachAgentService     *self,
                       GDBusMethodInvocation *invocation,
                       const char            *kind)
{
  gboolean is_stand = g_str_equal (kind, "stand");

  if (!is_stand && !g_str_equal (kind, "chair"))
    refuse (invocation, G_DBUS_ERROR_INVALID_ARGS, "A break is \"stand\" or \"chair\"");
  else if (coach_reminder_get_config (self->reminder)->is_emergency)
    refuse (invocation, G_DBUS_ERROR_ACCESS_DENIED, "A warning sign has exercises off");
  else
    {
      coach_reminder_begin_break (self->reminder,
                                  is_stand ? COACH_REMINDER_LED_STAND : COACH_REMINDER_LED_CHAIR);
      coach_bus_reminder_complete_begin_break (self->bus, invocation);
    }
  return TRUE;
}

static gboolean
handle_end_break_cb (CoachAgentService     *self,
                     GDBusMethodInvocation *invocation,
                     gboolean               is_done)
{
  coach_reminder_end_break (self->reminder, is_done);
  coach_bus_reminder_complete_end_break (self->bus, invocation);
  return TRUE;
}

static gboolean
handle_begin_session_cb (CoachAgentService     *self,
                         GDBusMethodInvocation *invocation)
{
  forget_session (self);
  self->session_owner = g_strdup (g_dbus_method_invocation_get_sender (invocation));
  self->owner_watch = g_bus_watch_name_on_connection (
      g_dbus_method_invocation_get_connection (invocation), self->session_owner,
      G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, session_owner_vanished_cb, self, NULL);
  coach_reminder_set_session (self->reminder, TRUE);
  coach_bus_reminder_complete_begin_session (self->bus, invocation);
  return TRUE;
}

/* Another program's session goes on. */
static gboolean
handle_end_session_cb (CoachAgentService     *self,
                       GDBusMethodInvocation *invocation)
{
  if (g_strcmp0 (self->session_owner, g_dbus_method_invocation_get_sender (invocation)) == 0)
    {
      forget_session (self);
      coach_reminder_set_session (self->reminder, FALSE);
    }
  coach_bus_reminder_complete_end_session (self->bus, invocation);
  return TRUE;
}

static gboolean
handle_reload_cb (CoachAgentService     *self,
                  GDBusMethodInvocation *invocation)
{
  g_signal_emit (self, signals[SIGNAL_RELOAD], 0);
  coach_bus_reminder_complete_reload (self->bus, invocation);
  return TRUE;
}

static void
break_taken_cb (CoachAgentService *self,
                const char        *kind,
                GDateTime         *began,
                guint              length_s,
                guint              sat_s)
{
  coach_bus_reminder_emit_break_taken (self->bus, kind, g_date_time_to_unix (began), length_s,
                                       sat_s);
}

static void
connect_bus (CoachAgentService *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "handle-get-spell", G_CALLBACK (handle_get_spell_cb) },
    { "handle-pause", G_CALLBACK (handle_pause_cb) },
    { "handle-resume", G_CALLBACK (handle_resume_cb) },
    { "handle-snooze", G_CALLBACK (handle_snooze_cb) },
    { "handle-set-standing", G_CALLBACK (handle_set_standing_cb) },
    { "handle-begin-break", G_CALLBACK (handle_begin_break_cb) },
    { "handle-end-break", G_CALLBACK (handle_end_break_cb) },
    { "handle-begin-session", G_CALLBACK (handle_begin_session_cb) },
    { "handle-end-session", G_CALLBACK (handle_end_session_cb) },
    { "handle-reload", G_CALLBACK (handle_reload_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->bus, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

static void
coach_agent_service_dispose (GObject *object)
{
  CoachAgentService *self = COACH_AGENT_SERVICE (object);

  forget_session (self);
  if (self->bus != NULL)
    coach_agent_service_unexport (self);
  g_clear_object (&self->bus);
  g_clear_object (&self->reminder);
  g_clear_object (&self->presence);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (coach_agent_service_parent_class)->dispose (object);
}

static void
coach_agent_service_class_init (CoachAgentServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_agent_service_dispose;

  /**
   * CoachAgentService::reload:
   * @self: a service
   *
   * What is known of the person is another.
   */
  signals[SIGNAL_RELOAD] = g_signal_new ("reload", COACH_TYPE_AGENT_SERVICE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_agent_service_init (CoachAgentService *self)
{
  self->bus = coach_bus_reminder_skeleton_new ();
  connect_bus (self);
}

/**
 * coach_agent_service_new:
 * @clock: the clock
 *
 * Makes a service that is on no bus yet.
 *
 * Returns: (transfer full): a service
 */
CoachAgentService *
coach_agent_service_new (CoachClock *clock)
{
  CoachAgentService *self;

  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  self = g_object_new (COACH_TYPE_AGENT_SERVICE, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * coach_agent_service_export:
 * @self: a service
 * @connection: the session bus
 * @path: where on it
 *
 * Puts the service on the bus. Serve it before the main loop runs, so that nobody finds it empty.
 *
 * Returns: whether that could be done
 * Throws: what g_dbus_interface_skeleton_export() throws
 */
gboolean
coach_agent_service_export (CoachAgentService  *self,
                            GDBusConnection    *connection,
                            const char         *path,
                            GError            **error)
{
  g_return_val_if_fail (COACH_IS_AGENT_SERVICE (self), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->bus), connection, path,
                                           error);
}

/**
 * coach_agent_service_unexport:
 * @self: a service
 *
 * Takes the service off the bus.
 */
void
coach_agent_service_unexport (CoachAgentService *self)
{
  GDBusInterfaceSkeleton *skeleton;

  g_return_if_fail (COACH_IS_AGENT_SERVICE (self));

  skeleton = G_DBUS_INTERFACE_SKELETON (self->bus);
  if (g_dbus_interface_skeleton_get_connection (skeleton) != NULL)
    g_dbus_interface_skeleton_unexport (skeleton);
}

/**
 * coach_agent_service_serve:
 * @self: a service
 * @reminder: what it is about
 * @presence: what that goes by
 *
 * Gives the service what it tells of; called once.
 */
void
coach_agent_service_serve (CoachAgentService *self,
                           CoachReminder     *reminder,
                           CoachPresence     *presence)
{
  g_return_if_fail (COACH_IS_AGENT_SERVICE (self) && self->reminder == NULL);
  g_return_if_fail (COACH_IS_REMINDER (reminder) && COACH_IS_PRESENCE (presence));

  self->reminder = g_object_ref (reminder);
  self->presence = g_object_ref (presence);
  g_signal_connect_object (reminder, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminder, "break-taken", G_CALLBACK (break_taken_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presence, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
