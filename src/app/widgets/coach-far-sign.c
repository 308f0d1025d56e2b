#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-far-sign.h"

#include "coach-css-color.h"

struct _CoachFarSign
{
  GtkWidget        parent_instance;

  CoachFarField    field;
  GtkIconPaintable *icon;  /* (owned) (nullable): the sign of the field, for the size and scale */
  int               size;  /* pixels of what the icon was looked up for */
};

/**
 * CoachFarSign:
 *
 * The sign of a phase, as large as its box: for those to whom its colour says nothing.
 *
 * # CSS
 *
 * One node, `farsign`, drawn in its `color`.
 */
G_DEFINE_FINAL_TYPE (CoachFarSign, coach_far_sign, GTK_TYPE_WIDGET)

/* Drawn for this size, so that it is sharp. */
static GtkIconPaintable *
get_icon (CoachFarSign *self,
          int           size)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *name = NULL;

  if (self->icon != NULL && self->size == size)
    return self->icon;
  name = g_strdup_printf ("lowtide-far-%s-symbolic", coach_far_field_get_name (self->field));
  g_clear_object (&self->icon);
  self->icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, size,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
      GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  self->size = size;
  return self->icon;
}

static void
coach_far_sign_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
coach_far_sign_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CoachFarSign *self = COACH_FAR_SIGN (widget);
  int size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA color;

  if (size <= 0)
    return;
  coach_css_color_get (widget, &color);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (get_icon (self, size)),
                                            snapshot, size, size, &color, 1);
}

static void
coach_far_sign_finalize (GObject *object)
{
  g_clear_object (&COACH_FAR_SIGN (object)->icon);

  G_OBJECT_CLASS (coach_far_sign_parent_class)->finalize (object);
}

static void
coach_far_sign_class_init (CoachFarSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coach_far_sign_finalize;
  widget_class->measure = coach_far_sign_measure;
  widget_class->snapshot = coach_far_sign_snapshot;

  gtk_widget_class_set_css_name (widget_class, "farsign");
  /* The word beside it says the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
coach_far_sign_init (CoachFarSign *self)
{
}

/**
 * coach_far_sign_set_field:
 * @self: a sign
 * @field: what it stands for
 *
 * Shows the sign of another phase.
 */
void
coach_far_sign_set_field (CoachFarSign  *self,
                          CoachFarField  field)
{
  g_return_if_fail (COACH_IS_FAR_SIGN (self));

  if (self->field == field)
    return;
  self->field = field;
  g_clear_object (&self->icon);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
