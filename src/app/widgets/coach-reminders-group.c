#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminders-group.h"

#include <glib/gi18n.h>

#define MINUTES_PER_HOUR 60
#define LAST_MINUTE      (24 * MINUTES_PER_HOUR - 1)

struct _CoachRemindersGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkSwitch           *reminders_switch;
  AdwActionRow        *begin_row;
  GtkSpinButton       *begin_spin;
  AdwActionRow        *end_row;
  GtkSpinButton       *end_spin;
};

/**
 * CoachRemindersGroup:
 *
 * Whether the person wants to be reminded to stand up, and when.
 */
G_DEFINE_FINAL_TYPE (CoachRemindersGroup, coach_reminders_group, ADW_TYPE_PREFERENCES_GROUP)

/* Minutes from midnight as hours and minutes. */
static gboolean
show_time_cb (GtkSpinButton *spin)
{
  guint minutes = (guint) gtk_spin_button_get_value_as_int (spin);
  /* Translators: hours and minutes of a time of day */
  g_autofree char *text = g_strdup_printf (C_ ("time of day", "%02u:%02u"),
                                           minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  return TRUE;
}

/* "8", "8:30" and "08.30" are all understood. */
static int
read_time_cb (GtkSpinButton *spin,
              double        *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  char *end;
  guint64 hours = g_ascii_strtoull (text, &end, 10);
  guint64 minutes = 0;

  if (end == text)
    return GTK_INPUT_ERROR;
  if (*end != '\0')
    minutes = g_ascii_strtoull (end + 1, NULL, 10);
  if (hours > 24 || minutes >= MINUTES_PER_HOUR)
    return GTK_INPUT_ERROR;
  *value = MIN (hours * MINUTES_PER_HOUR + minutes, LAST_MINUTE);
  return TRUE;
}

static void
coach_reminders_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_REMINDERS_GROUP);

  G_OBJECT_CLASS (coach_reminders_group_parent_class)->dispose (object);
}

static void
coach_reminders_group_class_init (CoachRemindersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_reminders_group_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-reminders-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, begin_row);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, begin_spin);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, end_row);
  gtk_widget_class_bind_template_child (widget_class, CoachRemindersGroup, end_spin);
  gtk_widget_class_bind_template_callback (widget_class, show_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_time_cb);
}

static void
coach_reminders_group_init (CoachRemindersGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_reminders_group_set_settings:
 * @self: a group
 * @settings: the settings
 *
 * Gives the group what it shows and changes; called once.
 */
void
coach_reminders_group_set_settings (CoachRemindersGroup *self,
                                    GSettings           *settings)
{
  g_return_if_fail (COACH_IS_REMINDERS_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_bind (settings, "reminders-enabled", self->reminders_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reminders-enabled", self->begin_row, "sensitive",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reminders-enabled", self->end_row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "working-hours-begin",
                   gtk_spin_button_get_adjustment (self->begin_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "working-hours-end", gtk_spin_button_get_adjustment (self->end_spin),
                   "value", G_SETTINGS_BIND_DEFAULT);
}
