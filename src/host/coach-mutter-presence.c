#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-mutter-presence.h"

#include "coach-presence-private.h"
#include "coach-retry.h"

#define MONITOR_NAME "org.gnome.Mutter.IdleMonitor"
#define MONITOR_PATH "/org/gnome/Mutter/IdleMonitor/Core"

/* Timers of the shell and its answer are apart by as much. */
#define SLACK_MS 200

/* For as long a shell may be gone while another takes over, as when it is started anew. */
#define ABSENCE_US (2 * (gint64) G_USEC_PER_SEC)

struct _CoachMutterPresence
{
  CoachPresence    parent_instance;

  CoachBusLink    *link;            /* (owned) */
  GDBusConnection *connection;      /* (owned) (nullable): the one that the ids below belong to */
  guint            name_watch_id;   /* 0 without a connection */
  guint            subscription_id; /* 0 without a connection */
  guint            absence_id;      /* 0 unless another shell is waited for */
  CoachRetry       retry;

  /* From here on: of the shell that owns the name. Its watches die with it. */
  GCancellable    *cancellable;     /* (owned) (nullable): NULL without an owner */
  guint32          idle_watch;      /* 0 when there is none, or not yet */
  guint32          active_watch;    /* likewise; it goes when it fires */
  guint32          pause_watch;     /* likewise */
};

typedef void (*Replied) (CoachMutterPresence *self, GVariant *reply);

typedef struct
{
  CoachMutterPresence *self;    /* (unowned): calls are cancelled before it goes */
  Replied              replied; /* (nullable) */
} Call;

/**
 * CoachMutterPresence:
 *
 * What the compositor of GNOME tells, on X11 and Wayland alike. It wakes this process up when the
 * person leaves and when they come back, and not in between.
 */
G_DEFINE_FINAL_TYPE (CoachMutterPresence, coach_mutter_presence, COACH_TYPE_PRESENCE)

static void look (CoachMutterPresence *self);

static void
report_unknown (CoachMutterPresence *self)
{
  CoachPresence *presence = COACH_PRESENCE (self);

  coach_presence_report (presence, COACH_PRESENCE_UNKNOWN,
                         coach_clock_get_monotonic_us (coach_presence_get_clock (presence)), FALSE);
}

static void
forget_watches (CoachMutterPresence *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->idle_watch = 0;
  self->active_watch = 0;
  self->pause_watch = 0;
}

static void
call_failed (CoachMutterPresence *self,
             const GError        *error)
{
  g_debug ("the idle monitor does not answer: %s", error->message);
  forget_watches (self);
  coach_retry_arm (&self->retry);
  report_unknown (self);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    call_failed (call->self, error);
  else if (call->replied != NULL)
    call->replied (call->self, reply);
}

static void
call_monitor (CoachMutterPresence *self,
              const char          *method,
              GVariant            *arguments,
              const char          *reply_type,
              Replied              replied)
{
  Call *call = g_new (Call, 1);

  *call = (Call) { .self = self, .replied = replied };
  g_dbus_connection_call (self->connection, MONITOR_NAME, MONITOR_PATH, MONITOR_NAME, method,
                          arguments, G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          -1, self->cancellable, called_cb, call);
}

static void
remove_watch (CoachMutterPresence *self,
              guint32             *watch)
{
  if (*watch != 0)
    call_monitor (self, "RemoveWatch", g_variant_new ("(u)", *watch), "()", NULL);
  *watch = 0;
}

/* A watch may have been asked for twice, or be no longer wanted when it is there. */
static void
take_watch (CoachMutterPresence *self,
            guint32             *watch,
            GVariant            *reply)
{
  remove_watch (self, watch);
  g_variant_get (reply, "(u)", watch);
}

static void
idle_watch_added (CoachMutterPresence *self,
                  GVariant            *reply)
{
  take_watch (self, &self->idle_watch, reply);
}

static void
pause_watch_added (CoachMutterPresence *self,
                   GVariant            *reply)
{
  take_watch (self, &self->pause_watch, reply);
  if (coach_presence_get_pause (COACH_PRESENCE (self)) == 0)
    remove_watch (self, &self->pause_watch);
}

static void
active_watch_added (CoachMutterPresence *self,
                    GVariant            *reply)
{
  take_watch (self, &self->active_watch, reply);
  /* Somebody may have come back before it was there. */
  look (self);
}

static void
add_idle_watch (CoachMutterPresence *self,
                guint                seconds,
                Replied              added)
{
  GVariant *arguments = g_variant_new ("(t)", (guint64) seconds * 1000);

  call_monitor (self, "AddIdleWatch", arguments, "(u)", added);
}

static gint64
get_now_us (CoachMutterPresence *self)
{
  return coach_clock_get_monotonic_us (coach_presence_get_clock (COACH_PRESENCE (self)));
}

/* Nobody came back unless there was input later than the one that the absence began with: the shell
 * tells of activity, too, when a screen is plugged in or the lid is opened. */
static gboolean
is_still_away (CoachMutterPresence *self,
               gint64               last_input_us)
{
  CoachPresence *presence = COACH_PRESENCE (self);

  return coach_presence_get_state (presence) == COACH_PRESENCE_IDLE
         && last_input_us <= coach_presence_get_since_us (presence) + SLACK_MS * 1000;
}

static void
judge (CoachMutterPresence *self,
       guint64              idle_ms)
{
  /* Whoever is told may let it go. */
  g_autoptr (CoachPresence) presence = g_object_ref (COACH_PRESENCE (self));
  guint64 idle_after_ms = (guint64) coach_presence_get_idle_after (presence) * 1000;
  guint64 pause_ms = (guint64) coach_presence_get_pause (presence) * 1000;
  gint64 last_input_us = get_now_us (self) - (gint64) MIN (idle_ms, G_MAXINT32) * 1000;
  gboolean is_idle = idle_ms + SLACK_MS >= idle_after_ms || is_still_away (self, last_input_us);

  if (is_idle && self->active_watch == 0)
    call_monitor (self, "AddUserActiveWatch", NULL, "(u)", active_watch_added);
  if (pause_ms != 0 && idle_ms + SLACK_MS >= pause_ms)
    {
      remove_watch (self, &self->pause_watch);
      coach_presence_report_paused (presence);
    }
  coach_presence_report (presence, is_idle ? COACH_PRESENCE_IDLE : COACH_PRESENCE_ACTIVE,
                         last_input_us, FALSE);
}

static void
idle_time_replied (CoachMutterPresence *self,
                   GVariant            *reply)
{
  guint64 idle_ms;

  g_variant_get (reply, "(t)", &idle_ms);
  coach_retry_reset (&self->retry);
  judge (self, idle_ms);
}

/* A watch that fires is a hint; the time since the last input is what counts. */
static void
look (CoachMutterPresence *self)
{
  call_monitor (self, "GetIdletime", NULL, "(t)", idle_time_replied);
}

static void
watch_fired_cb (GDBusConnection *connection,
                const char      *sender,
                const char      *path,
                const char      *interface,
                const char      *signal,
                GVariant        *parameters,
                gpointer         user_data)
{
  CoachMutterPresence *self = user_data;
  guint32 watch;

  if (self->cancellable == NULL || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(u)")))
    return;
  g_variant_get (parameters, "(u)", &watch);
  if (watch == 0 || (watch != self->idle_watch && watch != self->active_watch
                     && watch != self->pause_watch))
    return;
  if (watch == self->active_watch)
    self->active_watch = 0;
  look (self);
}

static void
stop_waiting (CoachMutterPresence *self)
{
  if (self->absence_id != 0)
    coach_clock_remove_wake (coach_presence_get_clock (COACH_PRESENCE (self)), self->absence_id);
  self->absence_id = 0;
}

static void
absence_lasted_cb (CoachClock *clock,
                   gpointer    user_data)
{
  CoachMutterPresence *self = user_data;

  self->absence_id = 0;
  report_unknown (self);
}

static void
start_watching (gpointer user_data)
{
  CoachMutterPresence *self = user_data;
  CoachPresence *presence = COACH_PRESENCE (self);

  forget_watches (self);
  if (self->connection == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  add_idle_watch (self, coach_presence_get_idle_after (presence), idle_watch_added);
  if (coach_presence_get_pause (presence) != 0)
    add_idle_watch (self, coach_presence_get_pause (presence), pause_watch_added);
  look (self);
}

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  CoachMutterPresence *self = user_data;

  stop_waiting (self);
  coach_retry_reset (&self->retry);
  start_watching (self);
}

static void
name_vanished_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  CoachMutterPresence *self = user_data;

  forget_watches (self);
  coach_retry_reset (&self->retry);
  stop_waiting (self);
  if (coach_presence_get_state (COACH_PRESENCE (self)) == COACH_PRESENCE_UNKNOWN)
    report_unknown (self);
  else
    self->absence_id = coach_clock_add_wake (coach_presence_get_clock (COACH_PRESENCE (self)),
                                             get_now_us (self) + ABSENCE_US, absence_lasted_cb,
                                             self);
}

static void
leave_bus (CoachMutterPresence *self)
{
  forget_watches (self);
  stop_waiting (self);
  if (self->subscription_id != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription_id);
  self->subscription_id = 0;
  g_clear_handle_id (&self->name_watch_id, g_bus_unwatch_name);
  g_clear_object (&self->connection);
}

static void
join_bus (CoachMutterPresence *self,
          GDBusConnection     *connection)
{
  self->connection = g_object_ref (connection);
  self->subscription_id = g_dbus_connection_signal_subscribe (
      connection, MONITOR_NAME, MONITOR_NAME, "WatchFired", MONITOR_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, watch_fired_cb, self, NULL);
  self->name_watch_id = g_bus_watch_name_on_connection (connection, MONITOR_NAME,
                                                        G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                        name_appeared_cb, name_vanished_cb, self,
                                                        NULL);
}

static void
link_changed_cb (CoachMutterPresence *self)
{
  GDBusConnection *connection = coach_bus_link_get_connection (self->link);

  leave_bus (self);
  if (connection != NULL)
    join_bus (self, connection);
  else if (coach_bus_link_is_settled (self->link))
    report_unknown (self);
}

static void
coach_mutter_presence_apply_idle_after (CoachPresence *presence)
{
  CoachMutterPresence *self = COACH_MUTTER_PRESENCE (presence);

  if (self->cancellable == NULL)
    return;
  add_idle_watch (self, coach_presence_get_idle_after (presence), idle_watch_added);
  look (self);
}

static void
coach_mutter_presence_apply_pause (CoachPresence *presence)
{
  CoachMutterPresence *self = COACH_MUTTER_PRESENCE (presence);
  guint pause = coach_presence_get_pause (presence);

  if (self->cancellable == NULL)
    return;
  remove_watch (self, &self->pause_watch);
  if (pause == 0)
    return;
  add_idle_watch (self, pause, pause_watch_added);
  look (self);
}

static const char *
coach_mutter_presence_get_source_id (CoachPresence *presence)
{
  return "mutter";
}

static void
coach_mutter_presence_dispose (GObject *object)
{
  CoachMutterPresence *self = COACH_MUTTER_PRESENCE (object);

  leave_bus (self);
  coach_retry_clear (&self->retry);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (coach_mutter_presence_parent_class)->dispose (object);
}

static void
coach_mutter_presence_class_init (CoachMutterPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_mutter_presence_dispose;
  COACH_PRESENCE_CLASS (klass)->apply_idle_after = coach_mutter_presence_apply_idle_after;
  COACH_PRESENCE_CLASS (klass)->apply_pause = coach_mutter_presence_apply_pause;
  COACH_PRESENCE_CLASS (klass)->get_source_id = coach_mutter_presence_get_source_id;
}

static void
coach_mutter_presence_init (CoachMutterPresence *self)
{
}

/**
 * coach_mutter_presence_new:
 * @clock: the time
 * @session_bus: the bus of the session
 *
 * Begins to watch for the shell. The state is unknown while no shell owns the name of the monitor.
 *
 * Returns: (transfer full): a presence
 */
CoachPresence *
coach_mutter_presence_new (CoachClock   *clock,
                           CoachBusLink *session_bus)
{
  CoachMutterPresence *self = g_object_new (COACH_TYPE_MUTTER_PRESENCE, "clock", clock, NULL);

  self->link = g_object_ref (session_bus);
  coach_retry_init (&self->retry, clock, start_watching, self);
  g_signal_connect_object (session_bus, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return COACH_PRESENCE (self);
}
