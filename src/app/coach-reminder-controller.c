#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminder-controller.h"

/* The journal is written by a thread of its own, here and in the reminder: who is told at once would
 * read what was there before. */
#define SETTLE_US (2 * (gint64) G_USEC_PER_SEC)

/* What there is only within a Flatpak. */
#define SANDBOX_MARK "/.flatpak-info"

struct _CoachReminderController
{
  GObject          parent_instance;

  CoachAppContext *context;     /* (owned) (nullable): NULL once it has ended */
  guint            reload_id;   /* 0 unless the reminder is to be told of a change */
  guint            refresh_id;  /* 0 unless a break is to be read */
};

/**
 * CoachReminderController:
 *
 * What the process does for the reminder: it has it read again what is known of the person after a
 * change, and shows a break that was taken.
 */
G_DEFINE_FINAL_TYPE (CoachReminderController, coach_reminder_controller, G_TYPE_OBJECT)

static void
reload_due_cb (CoachClock *clock,
               gpointer    user_data)
{
  CoachReminderController *self = user_data;

  self->reload_id = 0;
  coach_reminder_link_reload (coach_app_context_get_reminder (self->context));
}

static void
refresh_due_cb (CoachClock *clock,
                gpointer    user_data)
{
  CoachReminderController *self = user_data;

  self->refresh_id = 0;
  coach_app_context_refresh (self->context);
}

static void
disarm (CoachReminderController *self,
        guint                   *id)
{
  if (*id != 0)
    coach_clock_remove_wake (coach_app_context_get_clock (self->context), *id);
  *id = 0;
}

static void
arm (CoachReminderController *self,
     guint                   *id,
     CoachClockWakeFunc       func)
{
  CoachClock *clock = coach_app_context_get_clock (self->context);

  disarm (self, id);
  *id = coach_clock_add_wake (clock, coach_clock_get_monotonic_us (clock) + SETTLE_US, func, self);
}

static void
person_changed_cb (CoachReminderController *self)
{
  if (self->context != NULL)
    arm (self, &self->reload_id, reload_due_cb);
}

static void
break_taken_cb (CoachReminderController *self)
{
  if (self->context != NULL)
    arm (self, &self->refresh_id, refresh_due_cb);
}

static void
coach_reminder_controller_dispose (GObject *object)
{
  CoachReminderController *self = COACH_REMINDER_CONTROLLER (object);

  if (self->context != NULL)
    {
      disarm (self, &self->reload_id);
      disarm (self, &self->refresh_id);
    }
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_reminder_controller_parent_class)->dispose (object);
}

static void
coach_reminder_controller_class_init (CoachReminderControllerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_reminder_controller_dispose;
}

static void
coach_reminder_controller_init (CoachReminderController *self)
{
}

/**
 * coach_reminder_controller_new:
 * @context: a context
 * @bus: (nullable): the session bus
 *
 * Begins to look after the reminder.
 *
 * Returns: (transfer full): what looks after it
 */
CoachReminderController *
coach_reminder_controller_new (CoachAppContext *context,
                               GDBusConnection *bus)
{
  CoachReminderController *self;
  CoachReminderLink *link;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_REMINDER_CONTROLLER, NULL);
  self->context = g_object_ref (context);
  link = coach_app_context_get_reminder (context);
  g_signal_connect_object (link, "break-taken", G_CALLBACK (break_taken_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_diary (context), "changed",
                           G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  coach_reminder_link_connect (link, bus);
  coach_autostart_connect (coach_app_context_get_autostart (context), bus,
                           g_file_test (SANDBOX_MARK, G_FILE_TEST_EXISTS));
  return self;
}

/**
 * coach_reminder_controller_end:
 * @self: what looks after the reminder
 *
 * Tells the reminder what it has not been told yet: for the end of the program, once everything is
 * written.
 */
void
coach_reminder_controller_end (CoachReminderController *self)
{
  g_return_if_fail (COACH_IS_REMINDER_CONTROLLER (self));

  if (self->context == NULL || self->reload_id == 0)
    return;
  disarm (self, &self->reload_id);
  coach_reminder_link_reload (coach_app_context_get_reminder (self->context));
}
