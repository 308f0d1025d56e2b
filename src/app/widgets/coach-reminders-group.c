#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminders-group.h"

#include "coach-reminders-state.h"
#include "coach-spin-scroll.h"
#include "reminder.h"

struct _CoachRemindersGroup
{
  AdwPreferencesGroup  parent_instance;

  CoachAppContext     *context;    /* (unowned) (nullable) until it is set: weak, for libadwaita
                                    * 1.2 keeps groups for the search of a window for good */
  gboolean             is_showing; /* a switch or choice is being set by us */

  AdwActionRow        *switch_row;
  GtkSwitch           *reminders_switch;
  GtkWidget           *problem_row;
  GtkSpinButton       *minutes_spin;
  AdwComboRow         *manner_row;
};

/**
 * CoachRemindersGroup:
 *
 * Whether the person wants to be reminded to stand up, how it really is with that, after how long,
 * and of what.
 */
G_DEFINE_FINAL_TYPE (CoachRemindersGroup, coach_reminders_group, ADW_TYPE_PREFERENCES_GROUP)

/* The switch shows what is true, not what was pressed. */
static void
update (CoachRemindersGroup *self)
{
  CoachAutostartFacts start;
  CoachReminderFacts told;
  CoachRemindersState state;

  if (self->context == NULL)
    return;
  coach_autostart_get_facts (coach_app_context_get_autostart (self->context), &start);
  coach_reminder_link_get_facts (coach_app_context_get_reminder (self->context), &told);
  coach_reminders_state_init (&state, &start, &told);
  self->is_showing = TRUE;
  gtk_switch_set_active (self->reminders_switch, state.is_on);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->reminders_switch), state.can_switch);
  adw_action_row_set_subtitle (self->switch_row, state.status);
  gtk_widget_set_visible (self->problem_row, state.problem != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->problem_row),
                                 state.problem != NULL ? state.problem : "");
}

static void
switched_cb (CoachRemindersGroup *self)
{
  if (!self->is_showing && self->context != NULL)
    coach_autostart_switch (coach_app_context_get_autostart (self->context),
                            gtk_switch_get_active (self->reminders_switch));
}

static void
show_manner (CoachRemindersGroup *self)
{
  if (self->context == NULL)
    return;
  self->is_showing = TRUE;
  adw_combo_row_set_selected (
      self->manner_row,
      (guint) g_settings_get_enum (coach_app_context_get_settings (self->context),
                                   "reminder-manner"));
  self->is_showing = FALSE;
}

/* The list has the manners in the order of the enumeration. */
static void
manner_chosen_cb (CoachRemindersGroup *self)
{
  guint chosen = adw_combo_row_get_selected (self->manner_row);

  if (!self->is_showing && self->context != NULL && chosen != GTK_INVALID_LIST_POSITION)
    g_settings_set_enum (coach_app_context_get_settings (self->context), "reminder-manner",
                         (int) chosen);
}

/* Others can switch units and entries, too. */
static void
coach_reminders_group_map (GtkWidget *widget)
{
  CoachRemindersGroup *self = COACH_REMINDERS_GROUP (widget);

  GTK_WIDGET_CLASS (coach_reminders_group_parent_class)->map (widget);

  if (self->context != NULL)
    coach_autostart_look (coach_app_context_get_autostart (self->context));
}

static void
coach_reminders_group_dispose (GObject *object)
{
  CoachRemindersGroup *self = COACH_REMINDERS_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_REMINDERS_GROUP);
  g_clear_weak_pointer (&self->context);

  G_OBJECT_CLASS (coach_reminders_group_parent_class)->dispose (object);
}

static void
coach_reminders_group_class_init (CoachRemindersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_reminders_group_dispose;
  widget_class->map = coach_reminders_group_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-reminders-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, manner_row);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, problem_row);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, switch_row);
  gtk_widget_class_bind_template_callback (widget_class, manner_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
coach_reminders_group_init (CoachRemindersGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_spin_let_page_scroll (self->minutes_spin);
}

/**
 * coach_reminders_group_set_context:
 * @self: a group
 * @context: what pages are given
 *
 * Gives the group what it shows and changes; called once.
 */
void
coach_reminders_group_set_context (CoachRemindersGroup *self,
                                   CoachAppContext     *context)
{
  const CoachSittingNumbers *numbers;
  GSettings *settings;

  g_return_if_fail (COACH_IS_REMINDERS_GROUP (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  g_set_weak_pointer (&self->context, context);
  settings = coach_app_context_get_settings (context);
  numbers = coach_safety_guide_get_sitting (
      coach_catalog_get_safety_guide (coach_app_context_get_catalog (context)));
  gtk_spin_button_set_range (self->minutes_spin, numbers->min_minutes, numbers->max_minutes);
  g_settings_bind (settings, "reminder-minutes",
                   gtk_spin_button_get_adjustment (self->minutes_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::reminder-manner", G_CALLBACK (show_manner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminders-enabled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_autostart (context), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_reminder (context), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_manner (self);
  update (self);
}
