#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-flare-row.h"

struct _CoachFlareRow
{
  AdwActionRow     parent_instance;

  CoachAppContext *context;    /* (owned) (nullable) until it is set */
  gboolean         is_showing; /* whether the switch is being set by us */

  GtkSwitch       *flare_switch;
};

/**
 * CoachFlareRow:
 *
 * The switch of the flare-up mode, and what it does.
 */
G_DEFINE_FINAL_TYPE (CoachFlareRow, coach_flare_row, ADW_TYPE_ACTION_ROW)

static void
update_widgets (CoachFlareRow *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);

  self->is_showing = TRUE;
  gtk_switch_set_active (self->flare_switch, coach_profile_get_flare_since (profile) != NULL);
  self->is_showing = FALSE;
}

static void
refreshed_cb (CoachFlareRow *self)
{
  update_widgets (self);
}

static void
switched_cb (CoachFlareRow *self)
{
  CoachProfile *profile;
  GDate today;

  if (self->is_showing || self->context == NULL)
    return;
  profile = coach_app_context_get_profile (self->context);
  coach_app_context_get_today (self->context, &today);
  coach_profile_set_flare_since (profile,
                                 gtk_switch_get_active (self->flare_switch) ? &today : NULL);
}

static void
coach_flare_row_dispose (GObject *object)
{
  CoachFlareRow *self = COACH_FLARE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_FLARE_ROW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_flare_row_parent_class)->dispose (object);
}

static void
coach_flare_row_class_init (CoachFlareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_flare_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-flare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachFlareRow, flare_switch);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
coach_flare_row_init (CoachFlareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_flare_row_set_context:
 * @self: a row
 * @context: the person
 *
 * Gives the row what it shows and changes. It may be set once.
 */
void
coach_flare_row_set_context (CoachFlareRow   *self,
                             CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_FLARE_ROW (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}
