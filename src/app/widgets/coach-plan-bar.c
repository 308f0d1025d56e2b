#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-plan-bar.h"

#include <math.h>

#include "coach-css-color.h"

#define THICKNESS   6
#define GAP         4
#define MIN_SEGMENT 3

struct _CoachPlanBar
{
  GtkWidget  parent_instance;

  guint      n_steps;
  guint      step;     /* the one under way */
  double     fraction; /* of it that lies behind, from 0 to 1 */
  char      *words;    /* (owned) (nullable), as last told to those who listen */
};

/**
 * CoachPlanBar:
 *
 * A whole plan as a bar of segments, one for each step, filled as far as it lies behind.
 *
 * # CSS
 *
 * One node, `planbar`. Its `color` fills; the same colour, faint, is the ground.
 */
G_DEFINE_FINAL_TYPE (CoachPlanBar, coach_plan_bar, GTK_TYPE_WIDGET)

/* The whole pixels of a segment; the gaps lie between them. */
static void
get_segment (CoachPlanBar *self,
             guint         index,
             int          *x,
             int          *width)
{
  int span = gtk_widget_get_width (GTK_WIDGET (self)) + GAP;
  int from = span * (int) index / (int) self->n_steps;
  int to = span * (int) (index + 1) / (int) self->n_steps;

  *x = from;
  *width = to - from - GAP;
}

static int
get_filled_width (CoachPlanBar *self,
                  guint         index,
                  double        fraction)
{
  int x;
  int width;

  get_segment (self, index, &x, &width);
  return (int) lround (width * fraction);
}

static double
get_fraction (CoachPlanBar *self,
              guint         index)
{
  if (index == self->step)
    return self->fraction;
  return index < self->step ? 1 : 0;
}

static void
snapshot_part (CoachPlanBar  *self,
               GtkSnapshot   *snapshot,
               const GdkRGBA *color,
               int            x,
               int            width)
{
  int y = (gtk_widget_get_height (GTK_WIDGET (self)) - THICKNESS) / 2;
  graphene_rect_t part;

  graphene_rect_init (&part, x, y, width, THICKNESS);
  gtk_snapshot_append_color (snapshot, color, &part);
}

static void
snapshot_segment (CoachPlanBar  *self,
                  GtkSnapshot   *snapshot,
                  const GdkRGBA *color,
                  guint          index)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int y = (gtk_widget_get_height (GTK_WIDGET (self)) - THICKNESS) / 2;
  GdkRGBA ground = *color;
  GskRoundedRect outline;
  int x, width, filled;

  get_segment (self, index, &x, &width);
  filled = get_filled_width (self, index, get_fraction (self, index));
  if (rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, THICKNESS),
                                   THICKNESS / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  ground.alpha *= 0.25f;
  snapshot_part (self, snapshot, &ground, x, width);
  snapshot_part (self, snapshot, color, rtl ? x + width - filled : x, filled);
  gtk_snapshot_pop (snapshot);
}

static void
coach_plan_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CoachPlanBar *self = COACH_PLAN_BAR (widget);
  GdkRGBA color;

  coach_css_color_get (widget, &color);
  for (guint i = 0; i < self->n_steps; i++)
    snapshot_segment (self, snapshot, &color, i);
}

static void
coach_plan_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  CoachPlanBar *self = COACH_PLAN_BAR (widget);

  *minimum = *natural = THICKNESS;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->n_steps > 0)
    *minimum = *natural = (int) self->n_steps * (MIN_SEGMENT + GAP) - GAP;
}

static void
coach_plan_bar_finalize (GObject *object)
{
  g_free (COACH_PLAN_BAR (object)->words);

  G_OBJECT_CLASS (coach_plan_bar_parent_class)->finalize (object);
}

static void
coach_plan_bar_class_init (CoachPlanBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coach_plan_bar_finalize;
  widget_class->snapshot = coach_plan_bar_snapshot;
  widget_class->measure = coach_plan_bar_measure;

  gtk_widget_class_set_css_name (widget_class, "planbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
coach_plan_bar_init (CoachPlanBar *self)
{
}

/* Told when a step begins, not every second. */
static void
tell_words (CoachPlanBar *self,
            const char   *words)
{
  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->n_steps,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->step + 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

/**
 * coach_plan_bar_new:
 *
 * Makes a bar of no steps.
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
coach_plan_bar_new (void)
{
  return g_object_new (COACH_TYPE_PLAN_BAR, NULL);
}

/**
 * coach_plan_bar_set_progress:
 * @self: a bar
 * @n_steps: how many steps there are
 * @step: index of the one under way
 * @fraction: how much of it lies behind, from 0 to 1
 * @words: the same for those who listen, as in "Step 3 of 6"
 *
 * Shows how far a plan has come. Nothing is drawn anew as long as no pixel changes.
 */
void
coach_plan_bar_set_progress (CoachPlanBar *self,
                             guint         n_steps,
                             guint         step,
                             double        fraction,
                             const char   *words)
{
  gboolean looks_same;

  g_return_if_fail (COACH_IS_PLAN_BAR (self));
  g_return_if_fail (step < n_steps);
  g_return_if_fail (words != NULL);

  looks_same = self->n_steps == n_steps && self->step == step
               && get_filled_width (self, step, self->fraction)
                      == get_filled_width (self, step, fraction);
  if (self->n_steps != n_steps)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n_steps = n_steps;
  self->step = step;
  self->fraction = CLAMP (fraction, 0, 1);
  tell_words (self, words);
  if (!looks_same)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
