#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page-keys-private.h"

#include "coach-desktop-keys.h"
#include "coach-key-guard.h"

/* The key that led to the screen may be down still, and repeat itself sooner than this. */
#define ARRIVAL_US (G_USEC_PER_SEC / 2)

struct _CoachSessionPageKeys
{
  GtkWidget             *page;        /* (unowned) (not nullable): outlives this */
  CoachClock            *clock;       /* (owned) (not nullable) */
  CoachSession          *session;     /* (owned) (not nullable) */
  CoachSessionPageHurts *hurts;       /* (unowned) (not nullable): the page's */
  CoachSessionQuestion  *question;    /* (owned) (not nullable): the page's */

  gint64                 watched_us;  /* monotonic: since when the keys are watched */
  CoachKeyGuard          guard;
  guint32                event_ms;    /* the time of the last key's event; 0 before any */
  guint                  answer_id;   /* a wake; 0 when no answer waits for quiet */
  gboolean               was_running; /* whether the session ran before keys paused it */
  GtkWidget             *window;      /* (unowned) (nullable), weak: whose keys are watched */
  GtkEventController    *controller;  /* (unowned) (nullable): the window's, while it is watched */
};

static gboolean
has_ended (CoachSessionPageKeys *self)
{
  return coach_session_state_is_final (coach_session_get_state (self->session));
}

/* Media keys pause as well, and so do those by which remote controls turn pages. */
static gboolean
is_remote (guint key)
{
  static const guint keys[] = {
    GDK_KEY_AudioPlay, GDK_KEY_AudioPause, GDK_KEY_AudioStop,    GDK_KEY_AudioNext,
    GDK_KEY_AudioPrev, GDK_KEY_AudioRewind, GDK_KEY_AudioForward, GDK_KEY_Back,
    GDK_KEY_Forward,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (key == keys[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_for_desktop (guint           key,
                GdkModifierType state)
{
  if (key == GDK_KEY_F11 || (state & GDK_SUPER_MASK) != 0)
    return TRUE;
  return coach_desktop_keys_has (key) && !is_remote (key);
}

/* Onward is where reading goes. All that leads away from a session asks whether to end it. */
static CoachKeyKind
find_shortcut (CoachSessionPageKeys *self,
               GdkEvent             *event)
{
  gboolean rtl = gtk_widget_get_direction (self->page) == GTK_TEXT_DIR_RTL;
  CoachKeyKind to_the_right = rtl ? COACH_KEY_BACK : COACH_KEY_SKIP;
  CoachKeyKind to_the_left = rtl ? COACH_KEY_SKIP : COACH_KEY_BACK;
  const struct
  {
    guint           key;
    GdkModifierType state;
    CoachKeyKind    kind;
  } shortcuts[] = {
    { GDK_KEY_Right, GDK_CONTROL_MASK, to_the_right },
    { GDK_KEY_KP_Right, GDK_CONTROL_MASK, to_the_right },
    { GDK_KEY_Left, GDK_CONTROL_MASK, to_the_left },
    { GDK_KEY_KP_Left, GDK_CONTROL_MASK, to_the_left },
    { GDK_KEY_period, GDK_CONTROL_MASK, COACH_KEY_STOP },
    { GDK_KEY_q, GDK_CONTROL_MASK, COACH_KEY_STOP },
    { GDK_KEY_w, GDK_CONTROL_MASK, COACH_KEY_STOP },
    { GDK_KEY_Left, GDK_ALT_MASK, COACH_KEY_STOP },
    { GDK_KEY_F4, GDK_ALT_MASK, COACH_KEY_STOP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (gdk_key_event_matches (event, shortcuts[i].key, shortcuts[i].state) != GDK_KEY_MATCH_NONE)
      return shortcuts[i].kind;
  return COACH_KEY_PLAIN;
}

/* Enter presses the focused button, and on Pause it is a key like any other. */
static gboolean
presses_pause (CoachSessionPageKeys *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));

  if (coach_session_question_is_open (self->question))
    return FALSE;
  return !GTK_IS_ACTIONABLE (focus)
         || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)),
                       "session.toggle-pause") == 0;
}

static CoachKeyKind
find_kind (CoachSessionPageKeys *self,
           GdkEvent             *event,
           guint                 key,
           GdkModifierType       state)
{
  if (gdk_key_event_is_modifier (event))
    return COACH_KEY_MODIFIER;
  if (is_for_desktop (key, state))
    return COACH_KEY_DESKTOP;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_META_MASK))
    return find_shortcut (self, event);

  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return COACH_KEY_TAB;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Up:
    case GDK_KEY_KP_Down:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Right:
      return COACH_KEY_ARROW;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return presses_pause (self) ? COACH_KEY_PLAIN : COACH_KEY_ENTER;
    case GDK_KEY_h:
    case GDK_KEY_H:
      return COACH_KEY_HURTS;
    default:
      /* The key with an H on it, also where another script is typed. */
      return gdk_key_event_matches (event, GDK_KEY_h, 0) != GDK_KEY_MATCH_NONE ? COACH_KEY_HURTS
                                                                              : COACH_KEY_PLAIN;
    }
}

static void
pause_now (CoachSessionPageKeys *self)
{
  self->was_running = coach_session_get_status (self->session) == COACH_SESSION_RUNNING;
  coach_session_pause (self->session);
}

static void
ask (CoachSessionPageKeys *self,
     CoachSessionAsked     asked)
{
  coach_key_guard_settle (&self->guard, self->event_ms);
  coach_session_question_ask (self->question, asked);
}

/* A button that leads away asks when a key presses it; who points at it has aimed. */
static void
press_focused (CoachSessionPageKeys *self)
{
  static const struct
  {
    const char       *action;
    CoachSessionAsked asked;
  } asking[] = {
    { "session.skip-step", COACH_SESSION_ASKED_SKIP },
    { "session.go-back", COACH_SESSION_ASKED_BACK },
    { "session.stop", COACH_SESSION_ASKED_STOP },
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));
  const char *action = NULL;

  if (GTK_IS_ACTIONABLE (focus))
    action = gtk_actionable_get_action_name (GTK_ACTIONABLE (focus));
  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    if (g_strcmp0 (action, asking[i].action) == 0)
      {
        coach_session_page_keys_ask (self, asking[i].asked);
        return;
      }
  if (focus != NULL)
    gtk_widget_activate (focus);
}

static void
disarm_answer (CoachSessionPageKeys *self)
{
  if (self->answer_id != 0)
    coach_clock_remove_wake (self->clock, self->answer_id);
  self->answer_id = 0;
}

static void
quiet_passed_cb (CoachClock *clock,
                 gpointer    user_data)
{
  CoachSessionPageKeys *self = user_data;

  self->answer_id = 0;
  if (coach_session_question_is_open (self->question))
    coach_session_question_press (self->question);
}

/* The key may be the first of several that fall under a body, so an answer waits for what
 * follows. */
static void
press (CoachSessionPageKeys *self)
{
  gint64 quiet_us = COACH_KEY_QUIET_MS * G_TIME_SPAN_MILLISECOND;

  if (coach_session_question_is_open (self->question))
    self->answer_id = coach_clock_add_wake (self->clock,
                                            coach_clock_get_monotonic_us (self->clock) + quiet_us,
                                            quiet_passed_cb, self);
  else
    press_focused (self);
}

/* Does what a key means. With the end of the session the page may go, and this with it. */
static void
follow (CoachSessionPageKeys *self,
        CoachKeyMeaning       meaning)
{
  switch (meaning)
    {
    case COACH_KEY_MEANS_PAUSE:
      pause_now (self);
      break;
    case COACH_KEY_MEANS_TOGGLE:
      gtk_widget_activate_action (self->page, "session.toggle-pause", NULL);
      break;
    case COACH_KEY_MEANS_REPEAT:
      coach_session_repeat_step (self->session);
      break;
    case COACH_KEY_MEANS_PRESS:
      press (self);
      break;
    case COACH_KEY_MEANS_HURTS:
      coach_session_question_withdraw (self->question);
      gtk_widget_activate_action (self->page, "session.it-hurts", NULL);
      break;
    case COACH_KEY_MEANS_SKIP:
      ask (self, COACH_SESSION_ASKED_SKIP);
      break;
    case COACH_KEY_MEANS_BACK:
      ask (self, COACH_SESSION_ASKED_BACK);
      break;
    case COACH_KEY_MEANS_STOP:
      ask (self, COACH_SESSION_ASKED_STOP);
      break;
    case COACH_KEY_MEANS_STAY:
      coach_session_question_withdraw (self->question);
      break;
    case COACH_KEY_MEANS_NOTHING:
    case COACH_KEY_MEANS_PASS:
    default:
      break;
    }
}

/* This comes before the keys of the application and of a focused button: whatever they are for, in
 * a session they pause. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                CoachSessionPageKeys  *self)
{
  g_autoptr (GtkWidget) held G_GNUC_UNUSED = g_object_ref (self->page);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  CoachKeyPlace place = coach_session_question_is_open (self->question) ? COACH_KEY_PLACE_QUESTION
                                                                        : COACH_KEY_PLACE_SESSION;
  CoachKeyMeaning meaning;

  disarm_answer (self);
  if (has_ended (self))
    return GDK_EVENT_PROPAGATE;
  if (coach_session_page_hurts_is_asking (self->hurts))
    return GDK_EVENT_STOP;
  self->event_ms = gdk_event_get_time (event);
  if (coach_clock_get_monotonic_us (self->clock) - self->watched_us < ARRIVAL_US)
    coach_key_guard_settle (&self->guard, self->event_ms);
  meaning = coach_key_guard_press (&self->guard, place, find_kind (self, event, key, state), code,
                                   self->event_ms);
  follow (self, meaning);
  return meaning == COACH_KEY_MEANS_PASS ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 CoachSessionPageKeys  *self)
{
  g_autoptr (GtkWidget) held G_GNUC_UNUSED = g_object_ref (self->page);
  CoachKeyMeaning meaning;

  self->event_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  meaning = coach_key_guard_release (&self->guard, code, self->event_ms);
  if (!has_ended (self) && !coach_session_page_hurts_is_asking (self->hurts))
    follow (self, meaning);
}

static void
is_active_changed_cb (GtkWindow            *window,
                      GParamSpec           *pspec,
                      CoachSessionPageKeys *self)
{
  if (!gtk_window_is_active (window))
    coach_key_guard_forget (&self->guard);
}

/* Whatever else makes the session go on or end answers the question, too. */
static void
status_changed_cb (CoachSession         *session,
                   GParamSpec           *pspec,
                   CoachSessionPageKeys *self)
{
  if (coach_session_get_status (session) != COACH_SESSION_PAUSED)
    coach_session_question_withdraw (self->question);
}

/* A session that ran before it was asked runs again with the other move. */
static void
said_yes_cb (CoachSessionQuestion *question,
             CoachSessionPageKeys *self)
{
  g_autoptr (CoachSession) session = g_object_ref (self->session);
  gboolean was_running = self->was_running;

  coach_key_guard_settle (&self->guard, self->event_ms);
  switch (coach_session_question_get_asked (question))
    {
    case COACH_SESSION_ASKED_SKIP:
      coach_session_skip_step (session);
      break;
    case COACH_SESSION_ASKED_BACK:
      coach_session_go_back (session);
      break;
    case COACH_SESSION_ASKED_STOP:
      coach_session_stop (session);
      return;
    default:
      g_return_if_reached ();
    }
  if (was_running)
    coach_session_resume (session);
}

/**
 * coach_session_page_keys_new:
 * @page: the screen; it must free this
 * @context: what pages are given
 * @session: the session on the screen
 * @hurts: what answers "It hurts"; it outlives this
 * @question: the question over the screen
 *
 * Makes what follows the keys of a session's screen.
 *
 * Returns: (transfer full): it
 */
CoachSessionPageKeys *
coach_session_page_keys_new (GtkWidget             *page,
                             CoachAppContext       *context,
                             CoachSession          *session,
                             CoachSessionPageHurts *hurts,
                             CoachSessionQuestion  *question)
{
  CoachSessionPageKeys *self = g_new0 (CoachSessionPageKeys, 1);

  self->page = page;
  self->clock = g_object_ref (coach_app_context_get_clock (context));
  self->session = g_object_ref (session);
  self->hurts = hurts;
  self->question = g_object_ref (question);
  g_signal_connect (session, "notify::status", G_CALLBACK (status_changed_cb), self);
  g_signal_connect (question, "said-yes", G_CALLBACK (said_yes_cb), self);
  return self;
}

/**
 * coach_session_page_keys_free:
 * @self: (transfer full): it
 *
 * Lets the keys of the window be what they were.
 */
void
coach_session_page_keys_free (CoachSessionPageKeys *self)
{
  coach_session_page_keys_unwatch (self);
  g_signal_handlers_disconnect_by_data (self->question, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->question);
  g_clear_object (&self->session);
  g_clear_object (&self->clock);
  g_free (self);
}

/**
 * coach_session_page_keys_watch:
 * @self: it, whose page is in a window
 *
 * Takes the keys of the window, wherever in it the focus is: from the floor one cannot aim.
 */
void
coach_session_page_keys_watch (CoachSessionPageKeys *self)
{
  coach_session_page_keys_unwatch (self);
  self->watched_us = coach_clock_get_monotonic_us (self->clock);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (self->page)));
  self->controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect (self->controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (self->controller, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (self->window, self->controller);
  if (GTK_IS_WINDOW (self->window))
    g_signal_connect (self->window, "notify::is-active", G_CALLBACK (is_active_changed_cb), self);
}

/**
 * coach_session_page_keys_unwatch:
 * @self: it
 *
 * Lets the keys of the window be what they were, if they were taken.
 */
void
coach_session_page_keys_unwatch (CoachSessionPageKeys *self)
{
  disarm_answer (self);
  coach_key_guard_forget (&self->guard);
  if (self->window != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->window, self);
      gtk_widget_remove_controller (self->window, self->controller);
    }
  self->controller = NULL;
  g_clear_weak_pointer (&self->window);
}

/**
 * coach_session_page_keys_ask:
 * @self: it
 * @asked: what to ask
 *
 * Pauses, and asks over the session.
 */
void
coach_session_page_keys_ask (CoachSessionPageKeys *self,
                             CoachSessionAsked     asked)
{
  pause_now (self);
  ask (self, asked);
}
