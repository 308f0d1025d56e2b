#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-morning-question.h"

#include <glib/gi18n.h>

#include "coach-morning-state.h"

#define NOTIFICATION_ID "morning"

struct _CoachMorningQuestion
{
  GObject          parent_instance;

  GtkApplication  *application; /* (unowned) (nullable): NULL when it goes away */
  CoachAppContext *context;     /* (owned) (not nullable) */
  char            *asked;       /* (owned) (nullable): the session that was asked about */
  guint            wake_id;     /* 0 when no wake is armed */
  gboolean         is_holding;  /* the program waits for a morning */
  gboolean         is_stopped;
};

/**
 * CoachMorningQuestion:
 *
 * Asks how it is in the morning after a session by a quiet notification, if the person wants that
 * and no window is open, where the same is asked. The program waits for that morning, and for the
 * answer on that day, without a window.
 */
G_DEFINE_FINAL_TYPE (CoachMorningQuestion, coach_morning_question, G_TYPE_OBJECT)

static void update (CoachMorningQuestion *self);

static void
hold (CoachMorningQuestion *self,
      gboolean              is_holding)
{
  if (self->is_holding == is_holding || self->application == NULL)
    return;
  self->is_holding = is_holding;
  if (is_holding)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachMorningQuestion *self = user_data;

  self->wake_id = 0;
  update (self);
}

static void
arm (CoachMorningQuestion *self,
     GDateTime            *at)
{
  CoachClock *clock = coach_app_context_get_clock (self->context);

  if (self->wake_id != 0)
    coach_clock_remove_wake (clock, self->wake_id);
  self->wake_id = at != NULL ? coach_clock_add_wall_wake (clock, at, wake_due_cb, self) : 0;
}

static void
ask (CoachMorningQuestion *self)
{
  g_autoptr (GNotification) notification = g_notification_new (_("How Is It This Morning?"));

  g_notification_set_body (notification,
                           _("A short look at how you feel after your last session keeps the next "
                             "one right for you."));
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_LOW);
  g_notification_set_default_action (notification, "app.show-check");
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION_ID,
                                   notification);
}

static void
withdraw (CoachMorningQuestion *self)
{
  if (self->asked != NULL)
    g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION_ID);
  g_clear_pointer (&self->asked, g_free);
}

static void
apply (CoachMorningQuestion    *self,
       const CoachMorningState *state)
{
  gboolean has_window = gtk_application_get_windows (self->application) != NULL;

  arm (self, state->next);
  /* Many notification servers hand a click to the program that has asked, or to nobody. */
  hold (self, state->next != NULL || (state->session != NULL && !has_window));
  if (state->session == NULL)
    withdraw (self);
  else if (!has_window && g_strcmp0 (self->asked, state->session) != 0)
    {
      g_free (self->asked);
      self->asked = g_strdup (state->session);
      ask (self);
    }
}

static void
update (CoachMorningQuestion *self)
{
  g_auto (CoachMorningState) state = { 0 };
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);
  CoachSafetyGuide *guide;

  if (self->application == NULL || self->is_stopped)
    return;
  guide = coach_catalog_get_safety_guide (coach_app_context_get_catalog (self->context));
  if (g_settings_get_boolean (coach_app_context_get_settings (self->context), "ask-next-morning"))
    coach_morning_state_init (&state, coach_app_context_get_diary (self->context),
                              coach_safety_guide_get_sitting (guide)->begins_minute, now);
  apply (self, &state);
}

static void
coach_morning_question_dispose (GObject *object)
{
  CoachMorningQuestion *self = COACH_MORNING_QUESTION (object);

  if (self->wake_id != 0)
    coach_clock_remove_wake (coach_app_context_get_clock (self->context), self->wake_id);
  self->wake_id = 0;
  g_clear_weak_pointer (&self->application);
  g_clear_object (&self->context);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (coach_morning_question_parent_class)->dispose (object);
}

static void
coach_morning_question_class_init (CoachMorningQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_morning_question_dispose;
}

static void
coach_morning_question_init (CoachMorningQuestion *self)
{
}

/**
 * coach_morning_question_new:
 * @application: the application
 * @context: a context
 *
 * Begins to look after the question.
 *
 * Returns: (transfer full): what looks after it
 */
CoachMorningQuestion *
coach_morning_question_new (GtkApplication  *application,
                            CoachAppContext *context)
{
  CoachMorningQuestion *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_MORNING_QUESTION, NULL);
  g_set_weak_pointer (&self->application, application);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_settings (context), "changed::ask-next-morning",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-added", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * coach_morning_question_stop:
 * @self: what looks after the question
 *
 * Waits for no morning any more: the person has quit. What was asked stays asked.
 */
void
coach_morning_question_stop (CoachMorningQuestion *self)
{
  g_return_if_fail (COACH_IS_MORNING_QUESTION (self));

  self->is_stopped = TRUE;
  arm (self, NULL);
  hold (self, FALSE);
}
