#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold-x11.h"

#include "coach-x11-screen-private.h"

#include <glib-unix.h>
#include <xcb/xcbext.h>

#define MAX_STATES 32

struct _CoachHoldX11
{
  CoachHold        parent_instance;

  CoachClock      *clock;        /* (owned) */
  char            *display_name; /* (owned) */
  CoachRetry       retry;
  GCancellable    *cancellable;  /* (owned) (nullable): of the try that is under way */

  CoachX11Screen  *screen;       /* (owned) (nullable): NULL while not connected */
  GSource         *source;       /* (owned) (nullable): of the connection */
  guint            drain_id;     /* 0 unless answers are to be looked for without one arriving */
  xcb_window_t     window;       /* the active one, or XCB_NONE */
  guint            asked_active; /* the number of the request; 0 when none is under way */
  guint            asked_state;  /* likewise */
};

/**
 * CoachHoldX11:
 *
 * Full screen under X11: a window manager writes down which window is active, and what that is. The
 * active one alone counts: somebody who types in a window beside a film can be reminded.
 */
G_DEFINE_FINAL_TYPE (CoachHoldX11, coach_hold_x11, COACH_TYPE_HOLD)

static void read_all (CoachHoldX11 *self);

static void
drain_due_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachHoldX11 *self = user_data;

  self->drain_id = 0;
  read_all (self);
}

/* While it sends, xcb reads as well and keeps what came, which makes nothing readable. */
static void
send (CoachHoldX11 *self)
{
  xcb_flush (self->screen->connection);
  if (self->drain_id == 0)
    self->drain_id = coach_clock_add_wake (self->clock, 0, drain_due_cb, self);
}

static guint
ask_for (CoachHoldX11 *self,
         xcb_window_t  window,
         xcb_atom_t    property,
         xcb_atom_t    type,
         guint         length)
{
  return xcb_get_property (self->screen->connection, FALSE, window, property, type, 0, length)
      .sequence;
}

static void
forget_request (CoachHoldX11 *self,
                guint        *request)
{
  if (*request != 0)
    xcb_discard_reply (self->screen->connection, *request);
  *request = 0;
}

static void
ask_active (CoachHoldX11 *self)
{
  forget_request (self, &self->asked_active);
  self->asked_active = ask_for (self, self->screen->root, self->screen->active, XCB_ATOM_WINDOW,
                                1);
  send (self);
}

static void
ask_state (CoachHoldX11 *self)
{
  forget_request (self, &self->asked_state);
  if (self->window == XCB_NONE)
    {
      coach_hold_set (COACH_HOLD (self), 0);
      return;
    }
  self->asked_state = ask_for (self, self->window, self->screen->state, XCB_ATOM_ATOM, MAX_STATES);
  send (self);
}

static void
listen_to (CoachHoldX11 *self,
           xcb_window_t  window,
           guint32       events)
{
  if (window != XCB_NONE)
    xcb_change_window_attributes (self->screen->connection, window, XCB_CW_EVENT_MASK, &events);
}

static void
take_active (CoachHoldX11                   *self,
             const xcb_get_property_reply_t *reply)
{
  xcb_window_t window = XCB_NONE;

  if (reply != NULL && reply->format == 32 && xcb_get_property_value_length (reply) >= 4)
    window = *(const xcb_window_t *) xcb_get_property_value (reply);
  if (window == self->screen->root)
    window = XCB_NONE;
  if (window == self->window)
    return;
  listen_to (self, self->window, XCB_EVENT_MASK_NO_EVENT);
  self->window = window;
  listen_to (self, self->window, XCB_EVENT_MASK_PROPERTY_CHANGE);
  ask_state (self);
}

static void
take_state (CoachHoldX11                   *self,
            const xcb_get_property_reply_t *reply)
{
  const xcb_atom_t *atoms = NULL;
  int n_atoms = 0;
  gboolean is_full = FALSE;

  if (reply != NULL && reply->format == 32)
    {
      atoms = xcb_get_property_value (reply);
      n_atoms = xcb_get_property_value_length (reply) / 4;
    }
  for (int i = 0; i < n_atoms; i++)
    is_full |= atoms[i] == self->screen->full_screen;
  coach_hold_set (COACH_HOLD (self), is_full ? COACH_REMINDER_HOLD_FULL_SCREEN : 0);
}

/* Returns whether there was an answer, were it that the window is gone. */
static gboolean
poll_answer (CoachHoldX11              *self,
             guint                     *request,
             xcb_get_property_reply_t **reply)
{
  g_autofree xcb_generic_error_t *error = NULL;
  void *answer = NULL;

  if (*request == 0
      || xcb_poll_for_reply (self->screen->connection, *request, &answer, &error) == 0)
    return FALSE;
  *request = 0;
  *reply = answer;
  return TRUE;
}

static gboolean
read_answers (CoachHoldX11 *self)
{
  g_autofree xcb_get_property_reply_t *active = NULL;
  g_autofree xcb_get_property_reply_t *state = NULL;
  gboolean has_active = poll_answer (self, &self->asked_active, &active);
  gboolean has_state = poll_answer (self, &self->asked_state, &state);

  if (has_state)
    take_state (self, state);
  if (has_active && self->screen != NULL)
    take_active (self, active);
  return has_active || has_state;
}

/* The upper bit says that another client sent it. Where no window is left, not every window manager
 * says that none is active. */
static gboolean
read_event (CoachHoldX11 *self)
{
  g_autofree xcb_generic_event_t *event = xcb_poll_for_event (self->screen->connection);
  const xcb_property_notify_event_t *change = (const xcb_property_notify_event_t *) event;

  if (event == NULL)
    return FALSE;
  if (event->response_type != XCB_PROPERTY_NOTIFY)
    return TRUE;
  if (change->window == self->screen->root && change->atom == self->screen->active)
    ask_active (self);
  else if (change->window == self->screen->root && change->atom == self->screen->clients)
    ask_state (self);
  else if (change->window == self->window && change->atom == self->screen->state)
    ask_state (self);
  return TRUE;
}

static void
disconnect (CoachHoldX11 *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->drain_id != 0)
    coach_clock_remove_wake (self->clock, self->drain_id);
  self->drain_id = 0;
  self->window = XCB_NONE;
  self->asked_active = 0;
  self->asked_state = 0;
  g_clear_pointer (&self->screen, coach_x11_screen_free);
}

static void
read_all (CoachHoldX11 *self)
{
  /* Whoever is told may let it go. */
  g_autoptr (CoachHoldX11) held G_GNUC_UNUSED = g_object_ref (self);

  while (self->screen != NULL && (read_event (self) || read_answers (self)))
    continue;
  if (self->screen == NULL || xcb_connection_has_error (self->screen->connection) == 0)
    return;
  g_debug ("the X server is gone");
  disconnect (self);
  coach_retry_arm (&self->retry);
  coach_hold_set (COACH_HOLD (self), 0);
}

/* A source that is destroyed meanwhile does not go on for it. */
static gboolean
readable_cb (int          descriptor,
             GIOCondition condition,
             gpointer     user_data)
{
  read_all (user_data);
  return G_SOURCE_CONTINUE;
}

static void
take_screen (CoachHoldX11   *self,
             CoachX11Screen *screen)
{
  self->screen = screen;
  self->source = g_unix_fd_source_new (xcb_get_file_descriptor (screen->connection),
                                       G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_callback (self->source, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  coach_retry_reset (&self->retry);
  listen_to (self, screen->root, XCB_EVENT_MASK_PROPERTY_CHANGE);
  ask_active (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CoachHoldX11 *self = user_data;
  g_autoptr (GError) error = NULL;
  CoachX11Screen *screen = coach_x11_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (screen != NULL)
    {
      take_screen (self, screen);
      return;
    }
  g_debug ("%s", error->message);
  coach_retry_arm (&self->retry);
}

static void
try_to_connect (gpointer user_data)
{
  CoachHoldX11 *self = user_data;

  disconnect (self);
  self->cancellable = g_cancellable_new ();
  coach_x11_open_async (self->display_name, coach_x11_screen_open,
                        (GDestroyNotify) coach_x11_screen_free, self->cancellable, opened_cb,
                        self);
}

static void
coach_hold_x11_dispose (GObject *object)
{
  CoachHoldX11 *self = COACH_HOLD_X11 (object);

  disconnect (self);
  coach_retry_clear (&self->retry);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (coach_hold_x11_parent_class)->dispose (object);
}

static void
coach_hold_x11_finalize (GObject *object)
{
  g_free (COACH_HOLD_X11 (object)->display_name);

  G_OBJECT_CLASS (coach_hold_x11_parent_class)->finalize (object);
}

static void
coach_hold_x11_class_init (CoachHoldX11Class *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_hold_x11_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_hold_x11_finalize;
}

static void
coach_hold_x11_init (CoachHoldX11 *self)
{
}

/**
 * coach_hold_x11_new:
 * @clock: the time
 * @display_name: the X server, as in `DISPLAY`
 *
 * Connects to the X server, and again whenever that was lost. Each change of the active window
 * wakes the program up.
 *
 * Returns: (transfer full): a hold
 */
CoachHold *
coach_hold_x11_new (CoachClock *clock,
                    const char *display_name)
{
  CoachHoldX11 *self = g_object_new (COACH_TYPE_HOLD_X11, NULL);

  self->clock = g_object_ref (clock);
  self->display_name = g_strdup (display_name);
  coach_retry_init (&self->retry, clock, try_to_connect, self);
  try_to_connect (self);
  return COACH_HOLD (self);
}
