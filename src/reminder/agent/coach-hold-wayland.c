#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold-wayland.h"

#include <wayland-client.h>

#include "wlr-foreign-toplevel-management-unstable-v1-client-protocol.h"

/* Full screen is told since the second version. */
#define MANAGER_VERSION 2

typedef struct zwlr_foreign_toplevel_manager_v1 Manager;
typedef struct zwlr_foreign_toplevel_handle_v1 Handle;

struct _CoachHoldWayland
{
  CoachHold           parent_instance;

  CoachClock         *clock;        /* (owned) */
  char               *display_name; /* (owned) */
  CoachRetry          retry;

  struct wl_display  *display;      /* (owned) (nullable): NULL while not connected */
  GSource            *source;       /* (owned) (nullable): goes with the display */
  struct wl_registry *registry;     /* (owned) (nullable), as are all below */
  struct wl_callback *all_told;
  Manager            *manager;
  GPtrArray          *windows;      /* (owned) (element-type Window) */
  guint               leave_id;     /* 0 unless the compositor turned out to be of no use */
};

/* What was told of a window, and what holds of it. */
typedef struct
{
  CoachHoldWayland *owner;   /* (unowned) */
  Handle           *handle;  /* (owned) */
  gboolean          is_told; /* active and full */
  gboolean          is_full;
} Window;

/**
 * CoachHoldWayland:
 *
 * Full screen under compositors that tell of windows by `wlr-foreign-toplevel-management`: sway,
 * labwc, Wayfire and others. GNOME and KDE do not say; there "do not disturb" is what counts, which
 * both can set for as long as something fills the screen.
 */
G_DEFINE_FINAL_TYPE (CoachHoldWayland, coach_hold_wayland, COACH_TYPE_HOLD)

static void
window_free (gpointer data)
{
  Window *window = data;

  zwlr_foreign_toplevel_handle_v1_destroy (window->handle);
  g_free (window);
}

static void
update (CoachHoldWayland *self)
{
  gboolean is_full = FALSE;

  for (guint i = 0; i < self->windows->len; i++)
    is_full |= ((Window *) g_ptr_array_index (self->windows, i))->is_full;
  coach_hold_set (COACH_HOLD (self), is_full ? COACH_REMINDER_HOLD_FULL_SCREEN : 0);
}

static void
text_cb (void       *data,
         Handle     *handle,
         const char *text)
{
}

static void
output_cb (void             *data,
           Handle           *handle,
           struct wl_output *output)
{
}

static void
state_cb (void            *data,
          Handle          *handle,
          struct wl_array *states)
{
  Window *window = data;
  const guint32 *values = states->data;
  gboolean is_active = FALSE;
  gboolean is_full = FALSE;

  for (gsize i = 0; i < states->size / sizeof (guint32); i++)
    {
      is_active |= values[i] == ZWLR_FOREIGN_TOPLEVEL_HANDLE_V1_STATE_ACTIVATED;
      is_full |= values[i] == ZWLR_FOREIGN_TOPLEVEL_HANDLE_V1_STATE_FULLSCREEN;
    }
  window->is_told = is_active && is_full;
}

static void
done_cb (void   *data,
         Handle *handle)
{
  Window *window = data;

  window->is_full = window->is_told;
  update (window->owner);
}

static void
closed_cb (void   *data,
           Handle *handle)
{
  Window *window = data;
  CoachHoldWayland *self = window->owner;

  g_ptr_array_remove_fast (self->windows, window);
  update (self);
}

static const struct zwlr_foreign_toplevel_handle_v1_listener handle_listener = {
  .title = text_cb,
  .app_id = text_cb,
  .output_enter = output_cb,
  .output_leave = output_cb,
  .state = state_cb,
  .done = done_cb,
  .closed = closed_cb,
};

static void
window_came_cb (void    *data,
                Manager *manager,
                Handle  *handle)
{
  CoachHoldWayland *self = data;
  Window *window = g_new0 (Window, 1);

  window->owner = self;
  window->handle = handle;
  g_ptr_array_add (self->windows, window);
  zwlr_foreign_toplevel_handle_v1_add_listener (handle, &handle_listener, window);
}

/* The source first: it may have said that it reads. */
static void
disconnect (CoachHoldWayland *self)
{
  if (self->leave_id != 0)
    coach_clock_remove_wake (self->clock, self->leave_id);
  self->leave_id = 0;
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_ptr_array_set_size (self->windows, 0);
  g_clear_pointer (&self->manager, zwlr_foreign_toplevel_manager_v1_destroy);
  g_clear_pointer (&self->all_told, wl_callback_destroy);
  g_clear_pointer (&self->registry, wl_registry_destroy);
  g_clear_pointer (&self->display, wl_display_disconnect);
}

static void
leave_due_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachHoldWayland *self = user_data;

  self->leave_id = 0;
  disconnect (self);
  coach_hold_set (COACH_HOLD (self), 0);
}

/* The display must stay until the event was dispatched. */
static void
leave_later (CoachHoldWayland *self)
{
  if (self->leave_id == 0)
    self->leave_id = coach_clock_add_wake (self->clock, 0, leave_due_cb, self);
}

static void
finished_cb (void    *data,
             Manager *manager)
{
  leave_later (data);
}

static const struct zwlr_foreign_toplevel_manager_v1_listener manager_listener = {
  .toplevel = window_came_cb,
  .finished = finished_cb,
};

static void
global_came_cb (void               *data,
                struct wl_registry *registry,
                uint32_t            name,
                const char         *interface,
                uint32_t            version)
{
  CoachHoldWayland *self = data;

  if (self->manager != NULL || version < MANAGER_VERSION
      || !g_str_equal (interface, zwlr_foreign_toplevel_manager_v1_interface.name))
    return;
  self->manager = wl_registry_bind (registry, name, &zwlr_foreign_toplevel_manager_v1_interface,
                                    MANAGER_VERSION);
  zwlr_foreign_toplevel_manager_v1_add_listener (self->manager, &manager_listener, self);
}

static void
global_went_cb (void               *data,
                struct wl_registry *registry,
                uint32_t            name)
{
}

static const struct wl_registry_listener registry_listener = { global_came_cb, global_went_cb };

static void
all_told_cb (void               *data,
             struct wl_callback *callback,
             uint32_t            serial)
{
  CoachHoldWayland *self = data;

  g_clear_pointer (&self->all_told, wl_callback_destroy);
  coach_retry_reset (&self->retry);
  if (self->manager != NULL)
    return;
  g_debug ("this compositor does not tell of windows");
  leave_later (self);
}

static const struct wl_callback_listener all_told_listener = { all_told_cb };

static void
lost_cb (GObject *object)
{
  CoachHoldWayland *self = COACH_HOLD_WAYLAND (object);

  g_debug ("the compositor is gone");
  disconnect (self);
  coach_retry_arm (&self->retry);
  coach_hold_set (COACH_HOLD (self), 0);
}

static void
try_to_connect (gpointer user_data)
{
  CoachHoldWayland *self = user_data;

  disconnect (self);
  self->display = wl_display_connect (self->display_name);
  if (self->display == NULL)
    {
      coach_retry_arm (&self->retry);
      return;
    }
  self->registry = wl_display_get_registry (self->display);
  wl_registry_add_listener (self->registry, &registry_listener, self);
  self->all_told = wl_display_sync (self->display);
  wl_callback_add_listener (self->all_told, &all_told_listener, self);
  self->source = coach_wayland_source_new (self->display, lost_cb, G_OBJECT (self));
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

static void
coach_hold_wayland_dispose (GObject *object)
{
  CoachHoldWayland *self = COACH_HOLD_WAYLAND (object);

  disconnect (self);
  coach_retry_clear (&self->retry);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (coach_hold_wayland_parent_class)->dispose (object);
}

static void
coach_hold_wayland_finalize (GObject *object)
{
  CoachHoldWayland *self = COACH_HOLD_WAYLAND (object);

  g_ptr_array_unref (self->windows);
  g_free (self->display_name);

  G_OBJECT_CLASS (coach_hold_wayland_parent_class)->finalize (object);
}

static void
coach_hold_wayland_class_init (CoachHoldWaylandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_hold_wayland_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_hold_wayland_finalize;
}

static void
coach_hold_wayland_init (CoachHoldWayland *self)
{
  self->windows = g_ptr_array_new_with_free_func (window_free);
}

/**
 * coach_hold_wayland_new:
 * @clock: the time
 * @display_name: the name or path of the compositor's socket
 *
 * Connects to the compositor, and again whenever that was lost. Each change of a window, its title
 * included, wakes the program up; a compositor that does not tell of windows is left again.
 *
 * Returns: (transfer full): a hold
 */
CoachHold *
coach_hold_wayland_new (CoachClock *clock,
                        const char *display_name)
{
  CoachHoldWayland *self = g_object_new (COACH_TYPE_HOLD_WAYLAND, NULL);

  self->clock = g_object_ref (clock);
  self->display_name = g_strdup (display_name);
  coach_retry_init (&self->retry, clock, try_to_connect, self);
  try_to_connect (self);
  return COACH_HOLD (self);
}
