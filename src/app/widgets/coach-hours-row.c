#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hours-row.h"

#include <glib/gi18n.h>

#include "coach-spin-scroll.h"
#include "coach-wrap-layout.h"

#define MINUTES_PER_HOUR 60
#define LAST_MINUTE      (24 * MINUTES_PER_HOUR)

struct _CoachHoursRow
{
  AdwPreferencesRow  parent_instance;

  GtkSpinButton     *begin_spin;
  GtkSpinButton     *end_spin;
  GtkWidget         *remove_button;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachHoursRow:
 *
 * One range of hours of the day, and a button that removes it.
 */
G_DEFINE_FINAL_TYPE (CoachHoursRow, coach_hours_row, ADW_TYPE_PREFERENCES_ROW)

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
value_changed_cb (CoachHoursRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (CoachHoursRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
coach_hours_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_HOURS_ROW);

  G_OBJECT_CLASS (coach_hours_row_parent_class)->dispose (object);
}

static void
coach_hours_row_class_init (CoachHoursRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_hours_row_dispose;

  /**
   * CoachHoursRow::changed:
   * @self: a row
   *
   * The range is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachHoursRow::removed:
   * @self: a row
   *
   * The person wants the range gone.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-hours-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachHoursRow, begin_spin);
  gtk_widget_class_bind_template_child (widget_class, CoachHoursRow, end_spin);
  gtk_widget_class_bind_template_child (widget_class, CoachHoursRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, read_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
coach_hours_row_init (CoachHoursRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_spin_let_page_scroll (self->begin_spin);
  coach_spin_let_page_scroll (self->end_spin);
}

/**
 * coach_hours_row_new:
 * @begins: when the range begins, in minutes from midnight
 * @ends: when it ends
 *
 * Makes a row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
coach_hours_row_new (guint begins,
                     guint ends)
{
  CoachHoursRow *self = g_object_new (COACH_TYPE_HOURS_ROW, NULL);

  gtk_spin_button_set_value (self->begin_spin, begins);
  gtk_spin_button_set_value (self->end_spin, ends);
  return GTK_WIDGET (self);
}

static void
set_label (gpointer    widget,
           const char *format,
           guint       number)
{
  g_autofree char *label = g_strdup_printf (format, number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * coach_hours_row_set_number:
 * @self: a row
 * @number: which of the ranges it is, from 1
 *
 * Names the row for those who listen.
 */
void
coach_hours_row_set_number (CoachHoursRow *self,
                            guint          number)
{
  g_autofree char *title = NULL;

  g_return_if_fail (COACH_IS_HOURS_ROW (self));

  title = g_strdup_printf (_("Hours %u"), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  set_label (self->begin_spin, _("Hours %u begin"), number);
  set_label (self->end_spin, _("Hours %u end"), number);
  set_label (self->remove_button, _("Remove hours %u"), number);
}

/**
 * coach_hours_row_get:
 * @self: a row
 * @begins: (out): when the range begins, in minutes from midnight
 * @ends: (out): when it ends; 1440 is midnight
 *
 * Gets the range, which may make no sense yet.
 */
void
coach_hours_row_get (CoachHoursRow *self,
                     guint         *begins,
                     guint         *ends)
{
  g_return_if_fail (COACH_IS_HOURS_ROW (self));
  g_return_if_fail (begins != NULL && ends != NULL);

  *begins = (guint) gtk_spin_button_get_value_as_int (self->begin_spin);
  *ends = (guint) gtk_spin_button_get_value_as_int (self->end_spin);
}
