#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-x11-presence.h"

#include "coach-presence-private.h"
#include "coach-retry.h"
#include "coach-x11-counter-private.h"
#include "coach-x11-opening.h"

#include <glib-unix.h>

struct _CoachX11Presence
{
  CoachPresence     parent_instance;

  char             *display_name; /* (owned) */
  CoachRetry        retry;
  GCancellable     *cancellable;  /* (owned) (nullable): of the try that is under way */

  CoachX11Counter  *counter;      /* (owned) (nullable): NULL while not connected */
  GSource          *source;       /* (owned) (nullable): of the connection */
  guint             drain_id;     /* 0 unless events are to be looked for without one arriving */
  xcb_sync_alarm_t  idle_alarm;   /* XCB_NONE when there is none */
  xcb_sync_alarm_t  pause_alarm;  /* likewise */
  guint             alarm_s;      /* what @idle_alarm waits for, or waits to end */
};

/**
 * CoachX11Presence:
 *
 * What an X server tells by alarms on its counter of idle time: one when it has risen so far, then
 * one when it has fallen. Of no use under Wayland, where an X server sees the input of its own
 * clients alone.
 */
G_DEFINE_FINAL_TYPE (CoachX11Presence, coach_x11_presence, COACH_TYPE_PRESENCE)

static void drain_later (CoachX11Presence *self);

static gint64
get_now_us (CoachX11Presence *self)
{
  return coach_clock_get_monotonic_us (coach_presence_get_clock (COACH_PRESENCE (self)));
}

static void
report_unknown (CoachX11Presence *self)
{
  coach_presence_report (COACH_PRESENCE (self), COACH_PRESENCE_UNKNOWN, get_now_us (self), FALSE);
}

/* An alarm goes off once and then sleeps until it is changed. One that waits for a counter to rise
 * goes off at once if it has risen so far already. */
static void
set_alarm (CoachX11Presence        *self,
           xcb_sync_alarm_t        *alarm,
           xcb_sync_testtype_t      test,
           gint64                   idle_ms)
{
  const guint32 mask = XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE
                       | XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS;
  const guint32 values[] = {
    self->counter->idle_time,
    XCB_SYNC_VALUETYPE_ABSOLUTE,
    (guint32) (idle_ms >> 32),
    (guint32) idle_ms,
    test,
    0, /* the upper and the lower half of what is added each time */
    0,
    TRUE,
  };

  if (*alarm != XCB_NONE)
    xcb_sync_change_alarm (self->counter->connection, *alarm, mask, values);
  else
    {
      *alarm = xcb_generate_id (self->counter->connection);
      xcb_sync_create_alarm (self->counter->connection, *alarm, mask, values);
    }
  xcb_flush (self->counter->connection);
  drain_later (self);
}

static void
await_absence (CoachX11Presence *self)
{
  self->alarm_s = coach_presence_get_idle_after (COACH_PRESENCE (self));
  set_alarm (self, &self->idle_alarm, XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON,
             (gint64) self->alarm_s * 1000);
}

static void
await_return (CoachX11Presence *self)
{
  set_alarm (self, &self->idle_alarm, XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION,
             (gint64) self->alarm_s * 1000 - 1);
}

static void
await_pause (CoachX11Presence *self)
{
  gint64 pause_s = coach_presence_get_pause (COACH_PRESENCE (self));

  if (pause_s != 0)
    set_alarm (self, &self->pause_alarm, XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON, pause_s * 1000);
  else if (self->pause_alarm != XCB_NONE)
    {
      xcb_sync_destroy_alarm (self->counter->connection, self->pause_alarm);
      xcb_flush (self->counter->connection);
      self->pause_alarm = XCB_NONE;
      drain_later (self);
    }
}

static void
idle_alarm_went_off (CoachX11Presence *self,
                     gint64            idle_ms)
{
  gboolean is_idle = idle_ms >= (gint64) self->alarm_s * 1000;

  if (is_idle)
    await_return (self);
  else
    await_absence (self);
  coach_presence_report (COACH_PRESENCE (self),
                         is_idle ? COACH_PRESENCE_IDLE : COACH_PRESENCE_ACTIVE,
                         get_now_us (self) - MAX (idle_ms, 0) * 1000, FALSE);
}

static void
pause_alarm_went_off (CoachX11Presence *self,
                      gint64            idle_ms)
{
  gint64 pause_s = coach_presence_get_pause (COACH_PRESENCE (self));

  /* It was asked for a longer one meanwhile. */
  if (idle_ms < pause_s * 1000)
    return;
  coach_presence_report_paused (COACH_PRESENCE (self));
}

static void
alarm_went_off (CoachX11Presence                    *self,
                const xcb_sync_alarm_notify_event_t *event)
{
  gint64 idle_ms = ((gint64) event->counter_value.hi << 32) | event->counter_value.lo;

  if (event->state == XCB_SYNC_ALARMSTATE_DESTROYED)
    return;
  if (event->alarm == self->idle_alarm)
    idle_alarm_went_off (self, idle_ms);
  else if (event->alarm == self->pause_alarm)
    pause_alarm_went_off (self, idle_ms);
}

static void
disconnect (CoachX11Presence *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->drain_id != 0)
    coach_clock_remove_wake (coach_presence_get_clock (COACH_PRESENCE (self)), self->drain_id);
  self->drain_id = 0;
  self->idle_alarm = XCB_NONE;
  self->pause_alarm = XCB_NONE;
  g_clear_pointer (&self->counter, coach_x11_counter_free);
}

/* Returns whether the server is still there. */
static gboolean
read_events (CoachX11Presence *self)
{
  /* Whoever is told may let it go. */
  g_autoptr (CoachX11Presence) held G_GNUC_UNUSED = g_object_ref (self);

  for (;;)
    {
      g_autofree xcb_generic_event_t *event = xcb_poll_for_event (self->counter->connection);

      if (event == NULL)
        break;
      /* The upper bit says that another client sent it. */
      if (event->response_type == self->counter->alarm_event)
        alarm_went_off (self, (const xcb_sync_alarm_notify_event_t *) event);
    }
  if (xcb_connection_has_error (self->counter->connection) == 0)
    return TRUE;
  g_debug ("the X server is gone");
  disconnect (self);
  coach_retry_arm (&self->retry);
  report_unknown (self);
  return FALSE;
}

static gboolean
readable_cb (int          descriptor,
             GIOCondition condition,
             gpointer     user_data)
{
  return read_events (user_data) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
drain_due_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachX11Presence *self = user_data;

  self->drain_id = 0;
  read_events (self);
}

/* While it sends, xcb reads as well and keeps what came, which makes nothing readable. */
static void
drain_later (CoachX11Presence *self)
{
  if (self->drain_id == 0)
    self->drain_id = coach_clock_add_wake (coach_presence_get_clock (COACH_PRESENCE (self)), 0,
                                           drain_due_cb, self);
}

static void
take_counter (CoachX11Presence *self,
              CoachX11Counter  *counter)
{
  self->counter = counter;
  self->source = g_unix_fd_source_new (xcb_get_file_descriptor (counter->connection),
                                       G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_callback (self->source, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  coach_retry_reset (&self->retry);
  await_absence (self);
  await_pause (self);
  coach_presence_report (COACH_PRESENCE (self), COACH_PRESENCE_ACTIVE, get_now_us (self), FALSE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CoachX11Presence *self = user_data;
  g_autoptr (GError) error = NULL;
  CoachX11Counter *counter = coach_x11_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (counter != NULL)
    {
      take_counter (self, counter);
      return;
    }
  g_debug ("%s", error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    coach_retry_arm (&self->retry);
  report_unknown (self);
}

static void
try_to_connect (gpointer user_data)
{
  CoachX11Presence *self = user_data;

  disconnect (self);
  self->cancellable = g_cancellable_new ();
  coach_x11_open_async (self->display_name, coach_x11_counter_open,
                        (GDestroyNotify) coach_x11_counter_free, self->cancellable, opened_cb,
                        self);
}

static void
coach_x11_presence_apply_idle_after (CoachPresence *presence)
{
  CoachX11Presence *self = COACH_X11_PRESENCE (presence);

  if (self->counter != NULL && coach_presence_get_state (presence) != COACH_PRESENCE_IDLE)
    await_absence (self);
}

static void
coach_x11_presence_apply_pause (CoachPresence *presence)
{
  CoachX11Presence *self = COACH_X11_PRESENCE (presence);

  if (self->counter != NULL)
    await_pause (self);
}

static const char *
coach_x11_presence_get_source_id (CoachPresence *presence)
{
  return "x11";
}

static void
coach_x11_presence_dispose (GObject *object)
{
  CoachX11Presence *self = COACH_X11_PRESENCE (object);

  disconnect (self);
  coach_retry_clear (&self->retry);

  G_OBJECT_CLASS (coach_x11_presence_parent_class)->dispose (object);
}

static void
coach_x11_presence_finalize (GObject *object)
{
  g_free (COACH_X11_PRESENCE (object)->display_name);

  G_OBJECT_CLASS (coach_x11_presence_parent_class)->finalize (object);
}

static void
coach_x11_presence_class_init (CoachX11PresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_x11_presence_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_x11_presence_finalize;
  COACH_PRESENCE_CLASS (klass)->apply_idle_after = coach_x11_presence_apply_idle_after;
  COACH_PRESENCE_CLASS (klass)->apply_pause = coach_x11_presence_apply_pause;
  COACH_PRESENCE_CLASS (klass)->get_source_id = coach_x11_presence_get_source_id;
}

static void
coach_x11_presence_init (CoachX11Presence *self)
{
}

/**
 * coach_x11_presence_new:
 * @clock: the time
 * @display_name: the X server, as in `DISPLAY`
 *
 * Connects to the X server, and again whenever that was lost. The state is unknown meanwhile.
 *
 * Returns: (transfer full): a presence
 */
CoachPresence *
coach_x11_presence_new (CoachClock *clock,
                        const char *display_name)
{
  CoachX11Presence *self = g_object_new (COACH_TYPE_X11_PRESENCE, "clock", clock, NULL);

  self->display_name = g_strdup (display_name);
  coach_retry_init (&self->retry, clock, try_to_connect, self);
  try_to_connect (self);
  return COACH_PRESENCE (self);
}
