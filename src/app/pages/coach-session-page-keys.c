#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page-keys-private.h"

/* Where the keys of loudness, brightness, networks and the like begin and end. */
#define FIRST_SPECIAL_KEY 0x1008fe00
#define LAST_SPECIAL_KEY  0x1008ffff

/* Should the release of a key be lost to another window, the key works again after this time. */
#define MAX_REPEAT_MS 1000

typedef struct
{
  gboolean is_down;
  guint    code;    /* of the hardware */
  guint32  time_ms; /* when it was pressed or repeated last */
} PressedKey;

/* Onward is where reading goes. */
static gboolean
arrow_pressed_cb (GtkWidget *page,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  gboolean to_the_right = g_variant_get_boolean (arguments);
  gboolean rtl = gtk_widget_get_direction (page) == GTK_TEXT_DIR_RTL;

  gtk_widget_activate_action (page, to_the_right != rtl ? "session.skip-step" : "session.go-back",
                              NULL);
  return GDK_EVENT_STOP;
}

static gboolean
is_media_pause (guint key)
{
  return key == GDK_KEY_AudioPlay || key == GDK_KEY_AudioPause || key == GDK_KEY_AudioStop;
}

/* Keys that move through the buttons or press them, and keys that belong to the desktop. */
static gboolean
is_claimed (guint key)
{
  static const guint claimed[] = {
    GDK_KEY_Tab,   GDK_KEY_ISO_Left_Tab, GDK_KEY_KP_Tab,   GDK_KEY_Up,      GDK_KEY_Down,
    GDK_KEY_Left,  GDK_KEY_Right,        GDK_KEY_KP_Up,    GDK_KEY_KP_Down, GDK_KEY_KP_Left,
    GDK_KEY_h,     GDK_KEY_KP_Right,     GDK_KEY_Return,   GDK_KEY_KP_Enter, GDK_KEY_Escape,
    GDK_KEY_H,     GDK_KEY_F10,          GDK_KEY_F11,      GDK_KEY_Print,   GDK_KEY_Menu,
  };

  for (guint i = 0; i < G_N_ELEMENTS (claimed); i++)
    if (key == claimed[i])
      return TRUE;
  return key >= FIRST_SPECIAL_KEY && key <= LAST_SPECIAL_KEY && !is_media_pause (key);
}

/* A key that is held down repeats itself: that is one press, not many. */
static gboolean
is_repeated (PressedKey *last,
             guint       code,
             guint32     time_ms)
{
  gboolean repeated = last->is_down && last->code == code
                      && time_ms - last->time_ms < MAX_REPEAT_MS;

  last->is_down = TRUE;
  last->code = code;
  last->time_ms = time_ms;
  return repeated;
}

/* This comes before a focused button has the key: Space must pause wherever the focus was left,
 * and Enter is there to press a button. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                PressedKey            *last)
{
  GtkWidget *page = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return GDK_EVENT_PROPAGATE;
  if (gdk_key_event_is_modifier (event) || is_claimed (key))
    return GDK_EVENT_PROPAGATE;
  if (!is_repeated (last, code, gdk_event_get_time (event)))
    gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 PressedKey            *last)
{
  last->is_down = FALSE;
}

static void
pressed_key_free (gpointer  data,
                  GClosure *closure)
{
  g_free (data);
}

/**
 * coach_session_page_add_bindings:
 * @widget_class: the class of the page
 *
 * Gives the page its keys: the arrows, H, Escape and F11.
 */
void
coach_session_page_add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_pressed_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, arrow_pressed_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_pressed_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, arrow_pressed_cb, "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "session.it-hurts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_SHIFT_MASK,
                                       "session.it-hurts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "session.stop", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.toggle-fullscreen", NULL);
}

/**
 * coach_session_page_watch_keys:
 * @page: the page
 *
 * Lets every other key pause the session and resume it: from the floor one cannot aim.
 */
void
coach_session_page_watch_keys (GtkWidget *page)
{
  PressedKey *last;
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (page));

  last = g_new0 (PressedKey, 1);
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), last,
                         pressed_key_free, 0);
  g_signal_connect (controller, "key-released", G_CALLBACK (key_released_cb), last);
  gtk_widget_add_controller (page, controller);
}
