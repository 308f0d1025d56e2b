#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hurts-dialog-keys-private.h"

#include "coach-desktop-keys.h"
#include "coach-key-guard.h"

/* What is pressed sooner after the opening was meant for the window below, and an answer that is
 * followed by another key sooner is none. */
#define QUIET_US (COACH_KEY_QUIET_MS * G_TIME_SPAN_MILLISECOND)

struct _CoachHurtsDialogKeys
{
  CoachHurtsDialog   *dialog;     /* (unowned) (not nullable): outlives this */
  CoachClock         *clock;      /* (owned) (not nullable) */
  gboolean            in_session;
  gint64              opened_us;  /* monotonic */

  GtkEventController *controller; /* (unowned) (not nullable): the dialog's */

  CoachKeyGuard       guard;
  guint               pressed;    /* the key that was pressed last */
  guint               answer_id;  /* a wake; 0 when no answer waits for quiet */
};

static CoachKeyKind
find_kind (GdkEvent        *event,
           guint            key,
           GdkModifierType  state)
{
  if (gdk_key_event_is_modifier (event))
    return COACH_KEY_MODIFIER;
  if (coach_desktop_keys_has (key))
    return COACH_KEY_DESKTOP;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return COACH_KEY_PLAIN;
  if (coach_hurts_dialog_keys_get_number (key) >= 0)
    return COACH_KEY_ENTER;

  switch (key)
    {
    case GDK_KEY_Escape:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return COACH_KEY_ENTER;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return COACH_KEY_TAB;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Home:
    case GDK_KEY_End:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      return COACH_KEY_ARROW;
    default:
      return COACH_KEY_PLAIN;
    }
}

static void
disarm_answer (CoachHurtsDialogKeys *self)
{
  if (self->answer_id != 0)
    coach_clock_remove_wake (self->clock, self->answer_id);
  self->answer_id = 0;
}

static void
quiet_passed_cb (CoachClock *clock,
                 gpointer    user_data)
{
  CoachHurtsDialogKeys *self = user_data;

  self->answer_id = 0;
  coach_hurts_dialog_press (self->dialog, self->pressed);
}

/* Outside of a session nobody lies on the floor: keys mean what they mean everywhere. */
static gboolean
press_at_once (CoachHurtsDialogKeys *self,
               guint                 key,
               GdkModifierType       state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Escape && coach_hurts_dialog_keys_get_number (key) < 0)
    return GDK_EVENT_PROPAGATE;
  coach_hurts_dialog_press (self->dialog, key);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                CoachHurtsDialogKeys  *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  guint32 event_ms = gdk_event_get_time (event);
  CoachKeyMeaning meaning;

  if (!self->in_session)
    return press_at_once (self, key, state);
  disarm_answer (self);
  if (coach_clock_get_monotonic_us (self->clock) - self->opened_us < QUIET_US)
    coach_key_guard_settle (&self->guard, event_ms);
  meaning = coach_key_guard_press (&self->guard, COACH_KEY_PLACE_DIALOG,
                                   find_kind (event, key, state), code, event_ms);
  self->pressed = key;
  return meaning == COACH_KEY_MEANS_PASS ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 CoachHurtsDialogKeys  *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);
  guint32 event_ms;

  if (!self->in_session)
    return;
  event_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  if (coach_key_guard_release (&self->guard, code, event_ms) == COACH_KEY_MEANS_PRESS)
    self->answer_id = coach_clock_add_wake (self->clock, now_us + QUIET_US, quiet_passed_cb, self);
}

static void
is_active_changed_cb (GtkWindow            *dialog,
                      GParamSpec           *pspec,
                      CoachHurtsDialogKeys *self)
{
  if (!gtk_window_is_active (dialog))
    coach_key_guard_forget (&self->guard);
}

/**
 * coach_hurts_dialog_keys_new:
 * @dialog: the dialog, which has its parent; it must free this
 * @clock: where the time comes from
 * @in_session: whether a session waits for the answer
 *
 * Makes what follows the keys of the dialog. It comes before those of the application, which are
 * there once the parent is known. Outside of a session every key counts at once.
 *
 * Returns: (transfer full): it
 */
CoachHurtsDialogKeys *
coach_hurts_dialog_keys_new (CoachHurtsDialog *dialog,
                             CoachClock       *clock,
                             gboolean          in_session)
{
  CoachHurtsDialogKeys *self = g_new0 (CoachHurtsDialogKeys, 1);

  self->dialog = dialog;
  self->clock = g_object_ref (clock);
  self->in_session = in_session;
  self->opened_us = coach_clock_get_monotonic_us (clock);
  self->controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect (self->controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (self->controller, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (dialog), self->controller);
  g_signal_connect (dialog, "notify::is-active", G_CALLBACK (is_active_changed_cb), self);
  return self;
}

/**
 * coach_hurts_dialog_keys_free:
 * @self: (transfer full): it
 *
 * Lets go of the keys: the dialog goes.
 */
void
coach_hurts_dialog_keys_free (CoachHurtsDialogKeys *self)
{
  disarm_answer (self);
  g_signal_handlers_disconnect_by_data (self->dialog, self);
  gtk_widget_remove_controller (GTK_WIDGET (self->dialog), self->controller);
  g_clear_object (&self->clock);
  g_free (self);
}

/**
 * coach_hurts_dialog_keys_get_number:
 * @key: a key
 *
 * Gets the number that a key stands for, where plus is ten.
 *
 * Returns: the number, or -1 for a key that is none
 */
int
coach_hurts_dialog_keys_get_number (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);
  return key == GDK_KEY_plus || key == GDK_KEY_KP_Add ? COACH_PAIN_WORST : -1;
}
