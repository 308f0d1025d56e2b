#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminders-page.h"

#include "coach-reminders-group.h"

struct _CoachRemindersPage
{
  AdwPreferencesPage   parent_instance;

  CoachRemindersGroup *sitting_group;
  GtkSwitch           *morning_switch;
};

/**
 * CoachRemindersPage:
 *
 * What the person is asked or told of by notifications.
 */
G_DEFINE_FINAL_TYPE (CoachRemindersPage, coach_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

static void
coach_reminders_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_REMINDERS_PAGE);

  G_OBJECT_CLASS (coach_reminders_page_parent_class)->dispose (object);
}

static void
coach_reminders_page_class_init (CoachRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_reminders_page_dispose;

  g_type_ensure (COACH_TYPE_REMINDERS_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, morning_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersPage, sitting_group);
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

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_REMINDERS_PAGE, NULL);
  coach_reminders_group_set_settings (self->sitting_group,
                                      coach_app_context_get_settings (context));
  g_settings_bind (coach_app_context_get_settings (context), "ask-next-morning",
                   self->morning_switch, "active", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
