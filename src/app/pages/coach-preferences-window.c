#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-preferences-window.h"

#include "coach-about-you-page.h"
#include "coach-answers-page.h"
#include "coach-focus-keeper.h"
#include "coach-left-out-page.h"
#include "coach-orders-page.h"
#include "coach-reminders-page.h"
#include "coach-toast.h"
#include "coach-voice-page.h"

struct _CoachPreferencesWindow
{
  AdwPreferencesWindow  parent_instance;

  CoachAppContext      *context; /* (owned) (not nullable), given at construction */
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachPreferencesWindowProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachPreferencesWindow:
 *
 * What the person says of themselves, what is said of moves, what is left out for now, what they are
 * reminded of, what is said and heard in a session, and whom to call.
 */
G_DEFINE_FINAL_TYPE (CoachPreferencesWindow, coach_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
coach_preferences_window_constructed (GObject *object)
{
  CoachPreferencesWindow *self = COACH_PREFERENCES_WINDOW (object);
  GtkWidget *left_out;

  G_OBJECT_CLASS (coach_preferences_window_parent_class)->constructed (object);

  left_out = coach_left_out_page_new (self->context);
  g_signal_connect_object (left_out, "told", G_CALLBACK (coach_toast_show_in_preferences), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (coach_about_you_page_new (self->context)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (coach_answers_page_new (self->context)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (coach_orders_page_new (self->context)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (left_out));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (coach_reminders_page_new (self->context)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (coach_voice_page_new (self->context)));
}

static void
coach_preferences_window_set_property (GObject      *object,
                                       guint         id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  CoachPreferencesWindow *self = COACH_PREFERENCES_WINDOW (object);

  switch ((CoachPreferencesWindowProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_preferences_window_dispose (GObject *object)
{
  CoachPreferencesWindow *self = COACH_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_preferences_window_parent_class)->dispose (object);
}

static void
coach_preferences_window_class_init (CoachPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_preferences_window_constructed;
  object_class->set_property = coach_preferences_window_set_property;
  object_class->dispose = coach_preferences_window_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-preferences-window.ui");
}

static void
coach_preferences_window_init (CoachPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_focus_keeper_watch (GTK_WINDOW (self));
}

/**
 * coach_preferences_window_new:
 * @parent: (nullable): the window it belongs to
 * @context: what pages are given
 *
 * Makes the window. What is chosen counts at once.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
GtkWidget *
coach_preferences_window_new (GtkWindow       *parent,
                              CoachAppContext *context)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_PREFERENCES_WINDOW,
                       "application", parent != NULL ? gtk_window_get_application (parent) : NULL,
                       "transient-for", parent,
                       "context", context,
                       NULL);
}
