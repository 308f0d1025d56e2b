#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminders-page.h"

#include "coach-hours-group.h"
#include "coach-reminders-group.h"
#include "coach-reminders-state.h"

struct _CoachRemindersPage
{
  AdwPreferencesPage   parent_instance;

  CoachAppContext     *context; /* (owned) (nullable) until it is set */

  CoachRemindersGroup *sitting_group;
  CoachHoursGroup     *hours_group;
  GtkSwitch           *full_screen_switch;
  GtkSwitch           *calls_switch;
  AdwActionRow        *source_row;
  AdwActionRow        *server_row;
  GtkSwitch           *morning_switch;
};

/**
 * CoachRemindersPage:
 *
 * What the person is asked or told of by notifications.
 */
G_DEFINE_FINAL_TYPE (CoachRemindersPage, coach_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

static void
update (CoachRemindersPage *self)
{
  CoachAutostartFacts start;
  CoachReminderFacts told;
  CoachRemindersState state;

  coach_autostart_get_facts (coach_app_context_get_autostart (self->context), &start);
  coach_reminder_link_get_facts (coach_app_context_get_reminder (self->context), &told);
  coach_reminders_state_init (&state, &start, &told);
  adw_action_row_set_subtitle (self->source_row, state.source);
  adw_action_row_set_subtitle (self->server_row, state.server);
}

static void
coach_reminders_page_dispose (GObject *object)
{
  g_clear_object (&COACH_REMINDERS_PAGE (object)->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_REMINDERS_PAGE);

  G_OBJECT_CLASS (coach_reminders_page_parent_class)->dispose (object);
}

static void
coach_reminders_page_class_init (CoachRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_reminders_page_dispose;

  g_type_ensure (COACH_TYPE_HOURS_GROUP);
  g_type_ensure (COACH_TYPE_REMINDERS_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, calls_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, full_screen_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, hours_group);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, morning_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, server_row);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, sitting_group);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, source_row);
}

static void
coach_reminders_page_init (CoachRemindersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_reminders_page_new:
 * @context: what pages are given
 *
 * Makes the page. What is chosen counts at once.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
coach_reminders_page_new (CoachAppContext *context)
{
  CoachRemindersPage *self;
  GSettings *settings;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_REMINDERS_PAGE, NULL);
  self->context = g_object_ref (context);
  settings = coach_app_context_get_settings (context);
  coach_reminders_group_set_context (self->sitting_group, context);
  coach_hours_group_set_settings (self->hours_group, settings);
  g_settings_bind (settings, "reminder-hold-full-screen", self->full_screen_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reminder-hold-calls", self->calls_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "ask-next-morning", self->morning_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (coach_app_context_get_reminder (context), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
