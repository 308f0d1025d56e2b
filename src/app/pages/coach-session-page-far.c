#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page-far-private.h"

#include <math.h>

#include "coach-session-page-monitors-private.h"

/* Who has touched nothing for this long lies on the floor by now. */
#define IDLE_US (20 * G_USEC_PER_SEC)

/* A hand moves the pointer again and again. Once is a window that moved beneath it, or a step that
 * shook the table. */
#define HAND_MOVES    3
#define HAND_PIXELS   4
#define HAND_PAUSE_MS 1000

typedef struct
{
  double  x;
  double  y;
  guint32 time_ms; /* of the last move that counted */
  guint   n_moves; /* without a longer pause */
} Pointer;

struct _CoachSessionPageFar
{
  GtkWidget                *page;      /* (unowned) (not nullable): outlives this */
  GtkWidget                *near_view; /* (unowned) (not nullable): part of the page */
  CoachFarView             *far_view;  /* (unowned) (not nullable): part of the page */
  CoachAppContext          *context;   /* (owned) (not nullable) */
  CoachSession             *session;   /* (owned) (not nullable) */
  CoachSessionPageMonitors *monitors;  /* (owned) (not nullable) */

  GtkWidget                *focus;     /* (unowned) (nullable): had it before, watched weakly */
  CoachMovement            *movement;  /* (unowned) (nullable): whose picture is in the far view */
  GtkWidget                *window;    /* (unowned) (nullable), weak: whose events are watched */
  GtkEventController       *watcher;   /* (unowned) (nullable): the window's, while it is watched */
  Pointer                   pointer;
  gint64                    touched_us; /* monotonic: when a hand was last at the machine */
  guint                     wake_id;    /* 0 when nobody waits */
};

static gboolean
is_far (CoachSessionPageFar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->far_view));
}

static CoachClock *
get_clock (CoachSessionPageFar *self)
{
  return coach_app_context_get_clock (self->context);
}

static void
touch (CoachSessionPageFar *self)
{
  self->touched_us = coach_clock_get_monotonic_us (get_clock (self));
}

/* What is to be seen is there before what was is gone, so that the focus always has a place. */
static void
show_far (CoachSessionPageFar *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (is_far (self))
    return;
  g_set_weak_pointer (&self->focus, focus);
  gtk_widget_set_visible (GTK_WIDGET (self->far_view), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->far_view));
  gtk_widget_set_visible (self->near_view, FALSE);
}

static void
show_near (CoachSessionPageFar *self)
{
  if (!is_far (self))
    return;
  gtk_widget_set_visible (self->near_view, TRUE);
  if (self->focus == NULL || !gtk_widget_get_mapped (self->focus)
      || !gtk_widget_grab_focus (self->focus))
    gtk_widget_child_focus (self->near_view, GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus);
  gtk_widget_set_visible (GTK_WIDGET (self->far_view), FALSE);
}

static void
disarm_wake (CoachSessionPageFar *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (get_clock (self), self->wake_id);
  self->wake_id = 0;
}

static void update_wake (CoachSessionPageFar *self);

static void
time_passed_cb (CoachClock *clock,
                gpointer    user_data)
{
  CoachSessionPageFar *self = user_data;

  self->wake_id = 0;
  if (coach_clock_get_monotonic_us (clock) - self->touched_us >= IDLE_US)
    show_far (self);
  else
    update_wake (self);
}

/* A touch only notes the time: the wake that is armed sees by itself that it came too early. */
static void
update_wake (CoachSessionPageFar *self)
{
  gboolean waits = coach_session_get_status (self->session) == COACH_SESSION_RUNNING
                   && gtk_widget_get_mapped (self->page) && !is_far (self);

  if (!waits)
    disarm_wake (self);
  else if (self->wake_id == 0)
    self->wake_id = coach_clock_add_wake (get_clock (self), self->touched_us + IDLE_US,
                                          time_passed_cb, self);
}

/* The key that looks for a control shows it; all others work from afar. */
static gboolean
leads_back (guint key)
{
  return key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab;
}

static gboolean
key_pressed (CoachSessionPageFar *self,
             GdkEvent            *event)
{
  touch (self);
  if (!is_far (self) || !leads_back (gdk_key_event_get_keyval (event)))
    return GDK_EVENT_PROPAGATE;
  show_near (self);
  return GDK_EVENT_STOP;
}

static gboolean
is_hand (Pointer  *pointer,
         GdkEvent *event)
{
  guint32 time_ms = gdk_event_get_time (event);
  double x, y;

  if (!gdk_event_get_position (event, &x, &y)
      || hypot (x - pointer->x, y - pointer->y) < HAND_PIXELS)
    return FALSE;
  if (time_ms - pointer->time_ms > HAND_PAUSE_MS)
    pointer->n_moves = 0;
  pointer->x = x;
  pointer->y = y;
  pointer->time_ms = time_ms;
  return ++pointer->n_moves >= HAND_MOVES;
}

static void
hand_moved (CoachSessionPageFar *self)
{
  touch (self);
  show_near (self);
}

/* Whatever is done in the window comes by here first. A press on the far view is its own affair. */
static gboolean
event_cb (CoachSessionPageFar *self,
          GdkEvent            *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      return key_pressed (self, event);
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      touch (self);
      break;
    case GDK_SCROLL:
      hand_moved (self);
      break;
    case GDK_MOTION_NOTIFY:
      if (is_hand (&self->pointer, event))
        hand_moved (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
clicked_cb (CoachSessionPageFar *self)
{
  show_near (self);
  gtk_widget_activate_action (self->page, "session.toggle-pause", NULL);
}

static GtkWindow *
get_window (CoachSessionPageFar *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* The far view that came by itself may still want the whole screen. */
static void
toggle_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  CoachSessionPageFar *self = user_data;
  GtkWindow *window = get_window (self);

  touch (self);
  if (window == NULL)
    return;
  if (is_far (self) && gtk_window_is_fullscreen (window))
    {
      show_near (self);
      gtk_window_unfullscreen (window);
      return;
    }
  show_far (self);
  coach_session_page_monitors_fill (self->monitors, window);
}

static void
toggle_fullscreen_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  CoachSessionPageFar *self = user_data;
  GtkWindow *window = get_window (self);

  if (window == NULL)
    return;
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    coach_session_page_monitors_fill (self->monitors, window);
}

static void
turn_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  CoachSessionPageFar *self = user_data;
  const char *turn = g_variant_get_string (state, NULL);

  if (g_str_equal (turn, "left"))
    coach_far_view_set_turn (self->far_view, COACH_FAR_TURN_LEFT);
  else if (g_str_equal (turn, "right"))
    coach_far_view_set_turn (self->far_view, COACH_FAR_TURN_RIGHT);
  else
    coach_far_view_set_turn (self->far_view, COACH_FAR_TURN_NONE);
  g_simple_action_set_state (action, state);
}

static void
add_actions (CoachSessionPageFar *self,
             GMenu               *monitors_menu)
{
  static const GActionEntry entries[] = {
    { .name = "toggle", .activate = toggle_cb },
    { .name = "toggle-fullscreen", .activate = toggle_fullscreen_cb },
    { .name = "turn", .parameter_type = "s", .state = "'none'", .change_state = turn_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  self->monitors
      = coach_session_page_monitors_new (self->page, coach_app_context_get_settings (self->context),
                                         G_ACTION_MAP (actions), monitors_menu);
  gtk_widget_insert_action_group (self->page, "far-view", G_ACTION_GROUP (actions));
}

static void
unwatch_window (CoachSessionPageFar *self)
{
  if (self->window != NULL)
    gtk_widget_remove_controller (self->window, self->watcher);
  self->watcher = NULL;
  g_clear_weak_pointer (&self->window);
}

/* The keys of a session work wherever in the window the focus is, and so does this. */
static void
page_mapped_cb (CoachSessionPageFar *self)
{
  unwatch_window (self);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (self->page)));
  self->watcher = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->watcher, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->watcher, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (self->window, self->watcher);
  update_wake (self);
}

static void
page_unmapped_cb (CoachSessionPageFar *self)
{
  unwatch_window (self);
  update_wake (self);
}

static void
watch_page (CoachSessionPageFar *self)
{
  g_signal_connect_swapped (self->page, "map", G_CALLBACK (page_mapped_cb), self);
  g_signal_connect_swapped (self->page, "unmap", G_CALLBACK (page_unmapped_cb), self);
  g_signal_connect_swapped (self->far_view, "clicked", G_CALLBACK (clicked_cb), self);
}

static void
show_moment (CoachSessionPageFar *self)
{
  g_autoptr (CoachFarViewState) state = coach_far_view_state_new (self->session);

  if (self->movement != state->movement)
    {
      CoachMove *move = COACH_MOVE (state->movement);
      g_autofree char *clip = NULL;
      g_autofree char *still = NULL;

      clip = coach_places_find_clip (coach_app_context_get_places (self->context),
                                     coach_move_get_id (move));
      still = coach_app_context_find_still (self->context, move);
      coach_far_view_set_picture (self->far_view, clip, still);
      self->movement = state->movement;
    }
  coach_far_view_set_state (self->far_view, state);
}

/**
 * coach_session_page_far_new:
 * @page: the screen; it must free this
 * @near_view: its part for somebody who sits before it
 * @far_view: its part for somebody who lies on the floor; hidden
 * @monitors_menu: where to offer the monitors
 * @context: the person and the settings
 * @session: the session on the screen
 *
 * Makes what changes between the two: on F11, when nobody has touched anything for 20 seconds,
 * and back when a hand is at the pointer, or Tab looks for a control. Other keys do from afar what
 * they do near. Adds the actions `far-view.toggle`, `far-view.toggle-fullscreen`, `far-view.turn`
 * and `far-view.monitor` to the page.
 *
 * Returns: (transfer full): it
 */
CoachSessionPageFar *
coach_session_page_far_new (GtkWidget       *page,
                            GtkWidget       *near_view,
                            CoachFarView    *far_view,
                            GMenu           *monitors_menu,
                            CoachAppContext *context,
                            CoachSession    *session)
{
  CoachSessionPageFar *self = g_new0 (CoachSessionPageFar, 1);

  self->page = page;
  self->near_view = near_view;
  self->far_view = far_view;
  self->context = g_object_ref (context);
  self->session = g_object_ref (session);
  touch (self);
  add_actions (self, monitors_menu);
  watch_page (self);
  return self;
}

/**
 * coach_session_page_far_free:
 * @self: (transfer full): it
 *
 * Frees it: the page goes.
 */
void
coach_session_page_far_free (CoachSessionPageFar *self)
{
  disarm_wake (self);
  unwatch_window (self);
  g_signal_handlers_disconnect_by_data (self->page, self);
  g_signal_handlers_disconnect_by_data (self->far_view, self);
  gtk_widget_insert_action_group (self->page, "far-view", NULL);
  g_clear_pointer (&self->monitors, coach_session_page_monitors_free);
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * coach_session_page_far_update:
 * @self: it
 *
 * Shows the moment of the session in the far view, if that is what is seen.
 *
 * Returns: whether it is
 */
gboolean
coach_session_page_far_update (CoachSessionPageFar *self)
{
  update_wake (self);
  if (!is_far (self))
    return FALSE;
  show_moment (self);
  return TRUE;
}

/**
 * coach_session_page_far_touch:
 * @self: it
 *
 * Notes that somebody is there who does something. What is seen stays.
 */
void
coach_session_page_far_touch (CoachSessionPageFar *self)
{
  touch (self);
}

/**
 * coach_session_page_far_leave:
 * @self: it
 *
 * Shows the near view: something asks for an answer.
 */
void
coach_session_page_far_leave (CoachSessionPageFar *self)
{
  touch (self);
  show_near (self);
}
