#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hours-group.h"

#include <glib/gi18n.h>

#include "coach-hours-row.h"
#include "reminder.h"

#define KEY            "reminder-hours"
#define MINUTES_OF_DAY 1440
/* How long a range is that was just added. */
#define NEW_MINUTES    60

struct _CoachHoursGroup
{
  AdwPreferencesGroup  parent_instance;

  GSettings           *settings;   /* (owned) (nullable) until they are set */
  GPtrArray           *rows;       /* (element-type CoachHoursRow) (unowned): of the group */
  gboolean             is_writing; /* the settings change because of us */

  GtkWidget           *add_button;
  GtkWidget           *any_row;
  GtkWidget           *problem_row;
};

/**
 * CoachHoursGroup:
 *
 * The hours of a day in which reminders may come.
 */
G_DEFINE_FINAL_TYPE (CoachHoursGroup, coach_hours_group, ADW_TYPE_PREFERENCES_GROUP)

static void add_row (CoachHoursGroup *self, guint begins, guint ends);

static CoachReminderHours
collect (CoachHoursGroup *self)
{
  CoachReminderHours hours = { .n_ranges = MIN (self->rows->len, COACH_REMINDER_MAX_RANGES) };

  for (guint i = 0; i < hours.n_ranges; i++)
    coach_hours_row_get (self->rows->pdata[i], &hours.ranges[i].begins, &hours.ranges[i].ends);
  return hours;
}

static const char *
describe_problem (const CoachReminderHours *hours)
{
  for (guint i = 0; i < hours->n_ranges; i++)
    if (hours->ranges[i].begins == hours->ranges[i].ends)
      return _("Hours that end when they begin are none: choose another end, or remove them. "
               "Until then the hours of before count.");
  return _("Some of these hours overlap: change or remove some of them. Until then the hours of "
           "before count.");
}

static void
show_problem (CoachHoursGroup *self,
              const char      *problem)
{
  gtk_widget_set_visible (self->problem_row, problem != NULL);
  if (problem != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->problem_row), problem);
}

static void
update (CoachHoursGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    coach_hours_row_set_number (self->rows->pdata[i], i + 1);
  gtk_widget_set_visible (self->any_row, self->rows->len == 0);
  gtk_widget_set_sensitive (self->add_button, self->rows->len < COACH_REMINDER_MAX_RANGES);
}

/* What makes no sense yet is not kept. */
static void
keep (CoachHoursGroup *self)
{
  CoachReminderHours hours = collect (self);
  CoachReminderHours read;
  g_autofree char *text = coach_reminder_hours_to_text (&hours);

  if (!coach_reminder_hours_parse (text, &read, NULL))
    {
      show_problem (self, describe_problem (&hours));
      return;
    }
  show_problem (self, NULL);
  self->is_writing = TRUE;
  g_settings_set_string (self->settings, KEY, text);
  self->is_writing = FALSE;
}

static void
row_changed_cb (CoachHoursGroup *self)
{
  keep (self);
}

static void
row_removed_cb (CoachHoursRow   *row,
                CoachHoursGroup *self)
{
  /* The focus stays in the group when what has it goes. */
  gtk_widget_grab_focus (self->add_button);
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  update (self);
  keep (self);
}

static void
add_row (CoachHoursGroup *self,
         guint            begins,
         guint            ends)
{
  GtkWidget *row = coach_hours_row_new (begins, ends);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, 0);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* After the last range; what is left of the day may not be enough for it. */
static void
add_clicked_cb (CoachHoursGroup *self)
{
  CoachReminderHours hours = collect (self);
  guint begins = 8 * 60;

  if (hours.n_ranges > 0)
    begins = hours.ranges[hours.n_ranges - 1].ends % MINUTES_OF_DAY;
  add_row (self, begins, MIN (begins + NEW_MINUTES, MINUTES_OF_DAY));
  update (self);
  keep (self);
  gtk_widget_child_focus (self->rows->pdata[self->rows->len - 1], GTK_DIR_TAB_FORWARD);
}

/* Hours that cannot be read are not used by the reminder either. */
static void
show_settings (CoachHoursGroup *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, KEY);
  CoachReminderHours hours = { 0 };

  if (self->is_writing)
    return;
  while (self->rows->len > 0)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  if (!coach_reminder_hours_parse (text, &hours, NULL))
    {
      g_settings_reset (self->settings, KEY);
      return;
    }
  for (guint i = 0; i < hours.n_ranges; i++)
    add_row (self, hours.ranges[i].begins, hours.ranges[i].ends);
  show_problem (self, NULL);
  update (self);
}

static void
coach_hours_group_dispose (GObject *object)
{
  CoachHoursGroup *self = COACH_HOURS_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_HOURS_GROUP);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (coach_hours_group_parent_class)->dispose (object);
}

static void
coach_hours_group_finalize (GObject *object)
{
  g_ptr_array_unref (COACH_HOURS_GROUP (object)->rows);

  G_OBJECT_CLASS (coach_hours_group_parent_class)->finalize (object);
}

static void
coach_hours_group_class_init (CoachHoursGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_hours_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_hours_group_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-hours-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachHoursGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, CoachHoursGroup, any_row);
  gtk_widget_class_bind_template_child (widget_class, CoachHoursGroup, problem_row);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
coach_hours_group_init (CoachHoursGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_hours_group_set_settings:
 * @self: a group
 * @settings: the settings
 *
 * Gives the group what it shows and changes; called once.
 */
void
coach_hours_group_set_settings (CoachHoursGroup *self,
                                GSettings       *settings)
{
  g_return_if_fail (COACH_IS_HOURS_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (show_settings), self,
                           G_CONNECT_SWAPPED);
  show_settings (self);
}
