#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-balance-bar.h"

#include "coach-css-color.h"

#define THICKNESS     8
#define GAP           2
#define MINIMUM_WIDTH 72
#define NATURAL_WIDTH 160

struct _CoachBalanceBar
{
  GtkWidget parent_instance;

  double    left;  /* from 0 to 1 */
  double    right; /* from 0 to 1 */
};

/**
 * CoachBalanceBar:
 *
 * Two bars that grow from the middle, one to the left and one to the right: how the work was shared
 * between both sides of the body. They are the person's sides, so it is the same in every language.
 * What it shows has to be said in words beside it.
 *
 * # CSS
 *
 * One node, `balancebar`. Its `color` fills; the same colour, faint, is the ground.
 */
G_DEFINE_FINAL_TYPE (CoachBalanceBar, coach_balance_bar, GTK_TYPE_WIDGET)

static void
snapshot_bar (GtkSnapshot   *snapshot,
              const GdkRGBA *color,
              double         x,
              double         y,
              double         width)
{
  GskRoundedRect outline;

  if (width < 1)
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                        THICKNESS),
                                   THICKNESS / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
coach_balance_bar_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CoachBalanceBar *self = COACH_BALANCE_BAR (widget);
  double middle = gtk_widget_get_width (widget) / 2.0;
  double room = middle - GAP / 2.0;
  double y = (gtk_widget_get_height (widget) - THICKNESS) / 2.0;
  GdkRGBA color;
  GdkRGBA ground;

  coach_css_color_get (widget, &color);
  ground = color;
  ground.alpha *= 0.2f;
  snapshot_bar (snapshot, &ground, 0, y, room);
  snapshot_bar (snapshot, &ground, middle + GAP / 2.0, y, room);
  snapshot_bar (snapshot, &color, room - room * self->left, y, room * self->left);
  snapshot_bar (snapshot, &color, middle + GAP / 2.0, y, room * self->right);
}

static void
coach_balance_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? MINIMUM_WIDTH : THICKNESS;
  *natural = is_width ? NATURAL_WIDTH : THICKNESS;
}

static void
coach_balance_bar_class_init (CoachBalanceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = coach_balance_bar_snapshot;
  widget_class->measure = coach_balance_bar_measure;

  gtk_widget_class_set_css_name (widget_class, "balancebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
coach_balance_bar_init (CoachBalanceBar *self)
{
}

/**
 * coach_balance_bar_new:
 * @left: how long the left bar is, from 0 to 1
 * @right: how long the right bar is
 *
 * Makes a bar.
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
coach_balance_bar_new (double left,
                       double right)
{
  CoachBalanceBar *self = g_object_new (COACH_TYPE_BALANCE_BAR, NULL);

  self->left = CLAMP (left, 0, 1);
  self->right = CLAMP (right, 0, 1);
  return GTK_WIDGET (self);
}
