#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-wayland-presence.h"

#include "coach-presence-private.h"
#include "coach-retry.h"
#include "coach-wayland-source.h"

#include "ext-idle-notify-v1-client-protocol.h"
#include "org-kde-kwin-idle-client-protocol.h"

#define NOTIFIER_VERSION 2

/* Both notifications are due at one moment; this is how far apart they may come. */
#define SETTLING_US (G_USEC_PER_SEC / 2)

/* One notification of either protocol. */
typedef struct
{
  CoachWaylandPresence             *owner;   /* (unowned) */
  struct ext_idle_notification_v1  *ext;     /* (owned) (nullable) */
  struct org_kde_kwin_idle_timeout *kde;     /* (owned) (nullable) */
  guint                             after_s;
  gboolean                          is_idle;
} Watch;

struct _CoachWaylandPresence
{
  CoachPresence                parent_instance;

  char                        *display_name; /* (owned) */
  CoachRetry                   retry;

  struct wl_display           *display;      /* (owned) (nullable): NULL while not connected */
  GSource                     *source;       /* (owned) (nullable): goes with the display */
  struct wl_registry          *registry;     /* (owned) (nullable), as are all below */
  struct wl_callback          *all_told;
  struct wl_seat              *seat;
  struct ext_idle_notifier_v1 *notifier;
  struct org_kde_kwin_idle    *kde_idle;
  guint32                      seat_name;    /* its number in the registry */

  Watch                        aware;        /* a film or a call counts as activity */
  Watch                        input;        /* they do not; needs version 2 */
  Watch                        pause;
  guint                        settling_id;  /* 0 unless @aware is waited for */
};

/**
 * CoachWaylandPresence:
 *
 * What a compositor tells by `ext-idle-notify-v1`, or by the older protocol of KDE, on a connection
 * of its own. By the second version of the former it is known, too, when a film or a call goes on
 * without input; by the others it then passes for activity.
 */
G_DEFINE_FINAL_TYPE (CoachWaylandPresence, coach_wayland_presence, COACH_TYPE_PRESENCE)

static void watch_changed (Watch *watch);

static void
idled_cb (void                            *data,
          struct ext_idle_notification_v1 *notification)
{
  Watch *watch = data;

  watch->is_idle = TRUE;
  watch_changed (watch);
}

static void
resumed_cb (void                            *data,
            struct ext_idle_notification_v1 *notification)
{
  Watch *watch = data;

  watch->is_idle = FALSE;
  watch_changed (watch);
}

static void
kde_idled_cb (void                             *data,
              struct org_kde_kwin_idle_timeout *timeout)
{
  idled_cb (data, NULL);
}

static void
kde_resumed_cb (void                             *data,
                struct org_kde_kwin_idle_timeout *timeout)
{
  resumed_cb (data, NULL);
}

static const struct ext_idle_notification_v1_listener notification_listener = {
  idled_cb,
  resumed_cb,
};

static const struct org_kde_kwin_idle_timeout_listener timeout_listener = {
  kde_idled_cb,
  kde_resumed_cb,
};

static gboolean
has_input_alone (CoachWaylandPresence *self)
{
  return self->notifier != NULL
         && ext_idle_notifier_v1_get_version (self->notifier)
                >= EXT_IDLE_NOTIFIER_V1_GET_INPUT_IDLE_NOTIFICATION_SINCE_VERSION;
}

static gboolean
watch_exists (const Watch *watch)
{
  return watch->ext != NULL || watch->kde != NULL;
}

static void
stop_watch (Watch *watch)
{
  g_clear_pointer (&watch->ext, ext_idle_notification_v1_destroy);
  g_clear_pointer (&watch->kde, org_kde_kwin_idle_timeout_release);
  watch->is_idle = FALSE;
}

static void
start_ext_watch (CoachWaylandPresence *self,
                 Watch                *watch,
                 gboolean              input_alone)
{
  guint32 after_ms = watch->after_s * 1000;

  if (input_alone)
    watch->ext = ext_idle_notifier_v1_get_input_idle_notification (self->notifier, after_ms,
                                                                   self->seat);
  else
    watch->ext = ext_idle_notifier_v1_get_idle_notification (self->notifier, after_ms, self->seat);
  ext_idle_notification_v1_add_listener (watch->ext, &notification_listener, watch);
}

static void
start_watch (CoachWaylandPresence *self,
             Watch                *watch,
             guint                 after_s,
             gboolean              input_alone)
{
  stop_watch (watch);
  watch->owner = self;
  watch->after_s = after_s;
  if (self->notifier != NULL)
    {
      start_ext_watch (self, watch, input_alone);
      return;
    }
  watch->kde = org_kde_kwin_idle_get_idle_timeout (self->kde_idle, self->seat, after_s * 1000);
  org_kde_kwin_idle_timeout_add_listener (watch->kde, &timeout_listener, watch);
}

static void
start_idle_watches (CoachWaylandPresence *self)
{
  guint idle_after_s = coach_presence_get_idle_after (COACH_PRESENCE (self));

  start_watch (self, &self->aware, idle_after_s, FALSE);
  if (has_input_alone (self))
    start_watch (self, &self->input, idle_after_s, TRUE);
}

static void
start_pause_watch (CoachWaylandPresence *self)
{
  guint pause_s = coach_presence_get_pause (COACH_PRESENCE (self));

  if (pause_s == 0)
    stop_watch (&self->pause);
  else
    start_watch (self, &self->pause, pause_s, has_input_alone (self));
}

static gint64
get_now_us (CoachWaylandPresence *self)
{
  return coach_clock_get_monotonic_us (coach_presence_get_clock (COACH_PRESENCE (self)));
}

static void
stop_settling (CoachWaylandPresence *self)
{
  if (self->settling_id != 0)
    coach_clock_remove_wake (coach_presence_get_clock (COACH_PRESENCE (self)), self->settling_id);
  self->settling_id = 0;
}

/* The last input was as long ago as the notification waits, and as it took to settle. */
static void
report_idle (CoachWaylandPresence *self,
             gint64                late_us)
{
  const Watch *teller = watch_exists (&self->input) ? &self->input : &self->aware;
  gint64 after_us = teller->after_s * (gint64) G_USEC_PER_SEC;

  coach_presence_report (COACH_PRESENCE (self), COACH_PRESENCE_IDLE,
                         get_now_us (self) - after_us - late_us,
                         teller == &self->input && !self->aware.is_idle);
}

static void
settled_cb (CoachClock *clock,
            gpointer    user_data)
{
  CoachWaylandPresence *self = user_data;

  self->settling_id = 0;
  report_idle (self, SETTLING_US);
}

/* Neither of the two notifications comes first for certain, when somebody leaves or comes back, and
 * a moment of a film that is none would be noticed. */
static void
input_stopped (CoachWaylandPresence *self)
{
  if (self->aware.is_idle)
    {
      stop_settling (self);
      report_idle (self, 0);
    }
  else if (self->settling_id == 0)
    self->settling_id = coach_clock_add_wake (coach_presence_get_clock (COACH_PRESENCE (self)),
                                              get_now_us (self) + SETTLING_US, settled_cb, self);
}

static void
input_came (CoachWaylandPresence *self)
{
  stop_settling (self);
  /* Set while somebody was away, when new notifications would not have told of their return. */
  if (self->aware.after_s != coach_presence_get_idle_after (COACH_PRESENCE (self)))
    start_idle_watches (self);
  coach_presence_report (COACH_PRESENCE (self), COACH_PRESENCE_ACTIVE, get_now_us (self), FALSE);
}

static void
watch_changed (Watch *watch)
{
  CoachWaylandPresence *self = watch->owner;

  if (watch == &self->pause)
    {
      if (!watch->is_idle)
        return;
      stop_watch (watch);
      coach_presence_report_paused (COACH_PRESENCE (self));
      return;
    }
  if (watch_exists (&self->input) ? self->input.is_idle : self->aware.is_idle)
    input_stopped (self);
  else
    input_came (self);
}

/* The source first: it may have said that it reads. */
static void
disconnect (CoachWaylandPresence *self)
{
  stop_settling (self);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  stop_watch (&self->aware);
  stop_watch (&self->input);
  stop_watch (&self->pause);
  g_clear_pointer (&self->notifier, ext_idle_notifier_v1_destroy);
  g_clear_pointer (&self->kde_idle, org_kde_kwin_idle_destroy);
  g_clear_pointer (&self->seat, wl_seat_destroy);
  g_clear_pointer (&self->all_told, wl_callback_destroy);
  g_clear_pointer (&self->registry, wl_registry_destroy);
  g_clear_pointer (&self->display, wl_display_disconnect);
}

static void
report_unknown (CoachWaylandPresence *self)
{
  coach_presence_report (COACH_PRESENCE (self), COACH_PRESENCE_UNKNOWN, get_now_us (self), FALSE);
}

static void
lost_cb (GObject *object)
{
  CoachWaylandPresence *self = COACH_WAYLAND_PRESENCE (object);

  g_debug ("the compositor is gone");
  disconnect (self);
  coach_retry_arm (&self->retry);
  report_unknown (self);
}

/* Nothing to be done until the seat and one of the protocols are there, were it later. */
static void
begin_if_possible (CoachWaylandPresence *self)
{
  if (watch_exists (&self->aware) || self->seat == NULL
      || (self->notifier == NULL && self->kde_idle == NULL))
    return;
  coach_retry_reset (&self->retry);
  start_idle_watches (self);
  start_pause_watch (self);
  coach_presence_report (COACH_PRESENCE (self), COACH_PRESENCE_ACTIVE, get_now_us (self), FALSE);
}

static void
global_came_cb (void               *data,
                struct wl_registry *registry,
                uint32_t            name,
                const char         *interface,
                uint32_t            version)
{
  CoachWaylandPresence *self = data;

  if (g_str_equal (interface, ext_idle_notifier_v1_interface.name) && self->notifier == NULL)
    self->notifier = wl_registry_bind (registry, name, &ext_idle_notifier_v1_interface,
                                       MIN (version, NOTIFIER_VERSION));
  else if (g_str_equal (interface, org_kde_kwin_idle_interface.name) && self->kde_idle == NULL)
    self->kde_idle = wl_registry_bind (registry, name, &org_kde_kwin_idle_interface, 1);
  else if (g_str_equal (interface, wl_seat_interface.name) && self->seat == NULL)
    {
      self->seat = wl_registry_bind (registry, name, &wl_seat_interface, 1);
      self->seat_name = name;
    }
  /* At first all are told in a row, and the better protocol may be the last. */
  if (self->all_told == NULL)
    begin_if_possible (self);
}

/* Without its seat nothing more is told: as good as no connection. The display must stay until the
 * event was dispatched, so the next try does the rest. */
static void
global_went_cb (void               *data,
                struct wl_registry *registry,
                uint32_t            name)
{
  CoachWaylandPresence *self = data;

  if (self->seat == NULL || name != self->seat_name)
    return;
  coach_retry_arm (&self->retry);
  report_unknown (self);
}

static const struct wl_registry_listener registry_listener = { global_came_cb, global_went_cb };

static void
all_told_cb (void               *data,
             struct wl_callback *callback,
             uint32_t            serial)
{
  CoachWaylandPresence *self = data;

  g_clear_pointer (&self->all_told, wl_callback_destroy);
  begin_if_possible (self);
  if (watch_exists (&self->aware))
    return;
  g_debug ("this compositor does not tell about idleness");
  report_unknown (self);
}

static const struct wl_callback_listener all_told_listener = { all_told_cb };

static void
attach_source (CoachWaylandPresence *self)
{
  self->source = coach_wayland_source_new (self->display, lost_cb, G_OBJECT (self));
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

static void
try_to_connect (gpointer user_data)
{
  CoachWaylandPresence *self = user_data;

  disconnect (self);
  self->display = wl_display_connect (self->display_name);
  if (self->display == NULL)
    {
      g_debug ("no compositor at %s", self->display_name);
      coach_retry_arm (&self->retry);
      report_unknown (self);
      return;
    }
  self->registry = wl_display_get_registry (self->display);
  wl_registry_add_listener (self->registry, &registry_listener, self);
  self->all_told = wl_display_sync (self->display);
  wl_callback_add_listener (self->all_told, &all_told_listener, self);
  attach_source (self);
}

static gboolean
is_watching (CoachWaylandPresence *self)
{
  return watch_exists (&self->aware);
}

static void
coach_wayland_presence_apply_idle_after (CoachPresence *presence)
{
  CoachWaylandPresence *self = COACH_WAYLAND_PRESENCE (presence);

  if (is_watching (self) && !self->aware.is_idle && !self->input.is_idle)
    start_idle_watches (self);
}

static void
coach_wayland_presence_apply_pause (CoachPresence *presence)
{
  CoachWaylandPresence *self = COACH_WAYLAND_PRESENCE (presence);

  if (is_watching (self))
    start_pause_watch (self);
}

static const char *
coach_wayland_presence_get_source_id (CoachPresence *presence)
{
  return "wayland";
}

static void
coach_wayland_presence_dispose (GObject *object)
{
  CoachWaylandPresence *self = COACH_WAYLAND_PRESENCE (object);

  disconnect (self);
  coach_retry_clear (&self->retry);

  G_OBJECT_CLASS (coach_wayland_presence_parent_class)->dispose (object);
}

static void
coach_wayland_presence_finalize (GObject *object)
{
  g_free (COACH_WAYLAND_PRESENCE (object)->display_name);

  G_OBJECT_CLASS (coach_wayland_presence_parent_class)->finalize (object);
}

static void
coach_wayland_presence_class_init (CoachWaylandPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_wayland_presence_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_wayland_presence_finalize;
  COACH_PRESENCE_CLASS (klass)->apply_idle_after = coach_wayland_presence_apply_idle_after;
  COACH_PRESENCE_CLASS (klass)->apply_pause = coach_wayland_presence_apply_pause;
  COACH_PRESENCE_CLASS (klass)->get_source_id = coach_wayland_presence_get_source_id;
}

static void
coach_wayland_presence_init (CoachWaylandPresence *self)
{
}

/**
 * coach_wayland_presence_new:
 * @clock: the time
 * @display_name: the name or path of the compositor's socket
 *
 * Connects to the compositor, and again whenever that was lost. The state is unknown meanwhile, and
 * for good with a compositor that does not tell.
 *
 * Returns: (transfer full): a presence
 */
CoachPresence *
coach_wayland_presence_new (CoachClock *clock,
                            const char *display_name)
{
  CoachWaylandPresence *self = g_object_new (COACH_TYPE_WAYLAND_PRESENCE, "clock", clock, NULL);

  self->display_name = g_strdup (display_name);
  coach_retry_init (&self->retry, clock, try_to_connect, self);
  try_to_connect (self);
  return COACH_PRESENCE (self);
}
