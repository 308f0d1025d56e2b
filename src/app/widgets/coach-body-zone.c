#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-body-zone.h"

#include <math.h>

#include "coach-body-drawing.h"
#include "coach-body-map-state.h"
#include "coach-css-color.h"

/* How far beside its line a zone can still be hit, pixels: a finger is wider than a calf. */
#define ASIDE 26
/* And how far below the feet. */
#define BELOW 10

#define LINE       1.0
#define FOCUS_LINE 3.5

struct _CoachBodyZone
{
  GtkButton             parent_instance;

  const CoachBodyChart *chart;       /* (unowned): of the map, which outlives its zones */
  CoachZone             zone;
  gboolean              is_selected;
  const char           *strength;    /* (unowned) (not nullable): the style class of the score */
  double                x;           /* where the chart is, in this widget: pixels */
  double                y;
  double                scale;       /* pixels that a height of the chart has */

  GtkWidget            *label;       /* (owned by GTK): the score */
};

/**
 * CoachBodyZone:
 *
 * One zone of the body map: a button with the shape of that zone, filled according to its score,
 * and with the score in its middle.
 *
 * # CSS
 *
 * One node, `bodyzone`, with the class `calm`, `mild`, `strong` or `severe`. Its `color` fills.
 */
G_DEFINE_FINAL_TYPE (CoachBodyZone, coach_body_zone, GTK_TYPE_BUTTON)

static const CoachChartOutline *
get_outline (CoachBodyZone *self)
{
  return coach_body_chart_get_zone (self->chart, self->zone);
}

/* Colours of lines and of the focus are those of the map's text. */
static void
draw_lines (CoachBodyZone *self,
            cairo_t       *cr)
{
  gboolean has_focus = gtk_widget_has_visible_focus (GTK_WIDGET (self));
  GdkRGBA color;

  coach_css_color_get (gtk_widget_get_parent (GTK_WIDGET (self)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, has_focus || self->is_selected ? FOCUS_LINE : LINE);
  cairo_stroke (cr);
}

static void
coach_body_zone_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  CoachBodyZone *self = COACH_BODY_ZONE (widget);
  double wide = FOCUS_LINE;
  cairo_t *cr;
  GdkRGBA color;

  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) -wide, (float) -wide,
                                     (float) (gtk_widget_get_width (widget) + 2 * wide),
                                     (float) (gtk_widget_get_height (widget) + 2 * wide)));
  coach_css_color_get (widget, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  coach_body_outline_trace (get_outline (self), cr, self->x, self->y, self->scale);
  cairo_fill_preserve (cr);
  draw_lines (self, cr);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

/* Beside its own line, and in no other zone. */
static gboolean
coach_body_zone_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  CoachBodyZone *self = COACH_BODY_ZONE (widget);
  double chart_x = (x - self->x) / self->scale;
  double chart_y = (y - self->y) / self->scale;

  if (!GTK_WIDGET_CLASS (coach_body_zone_parent_class)->contains (widget, x, y))
    return FALSE;
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    if (coach_chart_outline_contains (coach_body_chart_get_zone (self->chart, (CoachZone) zone),
                                      chart_x, chart_y))
      return zone == self->zone;
  return TRUE;
}

static void
coach_body_zone_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
coach_body_zone_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  CoachBodyZone *self = COACH_BODY_ZONE (widget);
  GtkRequisition size;
  GdkRectangle middle;

  gtk_widget_get_preferred_size (self->label, NULL, &size);
  coach_body_zone_get_middle (self, &middle);
  gtk_widget_size_allocate (
      self->label,
      &(GtkAllocation) { middle.x - size.width / 2, middle.y - size.height / 2, size.width,
                         size.height },
      -1);
}

/* The line of the focus is ours. */
static void
coach_body_zone_state_flags_changed (GtkWidget     *widget,
                                     GtkStateFlags  before)
{
  GTK_WIDGET_CLASS (coach_body_zone_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static void
coach_body_zone_class_init (CoachBodyZoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->contains = coach_body_zone_contains;
  widget_class->measure = coach_body_zone_measure;
  widget_class->size_allocate = coach_body_zone_size_allocate;
  widget_class->snapshot = coach_body_zone_snapshot;
  widget_class->state_flags_changed = coach_body_zone_state_flags_changed;

  gtk_widget_class_set_css_name (widget_class, "bodyzone");
}

static void
coach_body_zone_init (CoachBodyZone *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->strength = coach_body_map_get_strength (0);
  self->scale = 1;
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "score");
  gtk_widget_set_visible (self->label, FALSE);
  gtk_button_set_child (GTK_BUTTON (self), self->label);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->strength);
}

/**
 * coach_body_zone_new:
 * @chart: the chart, which outlives the zone
 * @zone: which zone
 *
 * Makes a zone that does not hurt.
 *
 * Returns: (transfer floating): a zone
 */
GtkWidget *
coach_body_zone_new (const CoachBodyChart *chart,
                     CoachZone             zone)
{
  CoachBodyZone *self = g_object_new (COACH_TYPE_BODY_ZONE, NULL);

  self->chart = chart;
  self->zone = zone;
  return GTK_WIDGET (self);
}

/**
 * coach_body_zone_get_zone:
 * @self: a zone
 *
 * Gets which zone it is.
 *
 * Returns: the zone
 */
CoachZone
coach_body_zone_get_zone (CoachBodyZone *self)
{
  g_return_val_if_fail (COACH_IS_BODY_ZONE (self), COACH_ZONE_LOW_BACK);

  return self->zone;
}

/**
 * coach_body_zone_set_score:
 * @self: a zone
 * @score: how much it hurts there
 * @words: the same for those who listen, as in "Left calf: 3 of 10"
 *
 * Shows a score. 0 is shown as nothing.
 */
void
coach_body_zone_set_score (CoachBodyZone *self,
                           guint          score,
                           const char    *words)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *digits = NULL;

  g_return_if_fail (COACH_IS_BODY_ZONE (self));
  g_return_if_fail (words != NULL);

  digits = g_strdup_printf ("%u", score);
  gtk_label_set_text (GTK_LABEL (self->label), digits);
  gtk_widget_set_visible (self->label, score > 0);
  gtk_widget_remove_css_class (widget, self->strength);
  self->strength = coach_body_map_get_strength (score);
  gtk_widget_add_css_class (widget, self->strength);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (widget);
}

/**
 * coach_body_zone_set_selected:
 * @self: a zone
 * @is_selected: whether its score is being chosen
 *
 * Shows that a zone is the one that is asked about.
 */
void
coach_body_zone_set_selected (CoachBodyZone *self,
                              gboolean       is_selected)
{
  g_return_if_fail (COACH_IS_BODY_ZONE (self));

  self->is_selected = is_selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coach_body_zone_place:
 * @self: a zone
 * @x: where the chart is in the map, pixels
 * @y: and how far down
 * @scale: pixels that a height of the chart has
 *
 * Puts a zone where it belongs in the map: a box around its line with room for a finger, but not
 * beyond the middle of the body.
 */
void
coach_body_zone_place (CoachBodyZone *self,
                       double         x,
                       double         y,
                       double         scale)
{
  CoachSide side = coach_zone_get_side (self->zone);
  CoachChartPoint low, high;
  double middle, left, right;
  GtkAllocation box;

  g_return_if_fail (COACH_IS_BODY_ZONE (self));

  middle = x + self->chart->width / 2 * scale;
  coach_chart_outline_get_box (get_outline (self), &low, &high);
  left = x + low.x * scale - ASIDE;
  right = x + high.x * scale + ASIDE;
  if (side == COACH_SIDE_LEFT)
    right = fmin (right, middle);
  if (side == COACH_SIDE_RIGHT)
    left = fmax (left, middle);
  box.x = (int) floor (left);
  box.y = (int) floor (y + low.y * scale);
  box.width = (int) ceil (right) - box.x;
  box.height = (int) ceil (y + high.y * scale) - box.y;
  if (coach_zone_get_rank (self->zone) == COACH_RANK_FOOT)
    box.height += BELOW;
  self->x = x - box.x;
  self->y = y - box.y;
  self->scale = scale;
  gtk_widget_size_allocate (GTK_WIDGET (self), &box, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coach_body_zone_get_middle:
 * @self: a zone that has its place
 * @middle: (out): a point, in the zone's own pixels
 *
 * Gets where the score is, which is what a popover points to.
 */
void
coach_body_zone_get_middle (CoachBodyZone *self,
                            GdkRectangle  *middle)
{
  CoachChartPoint point;

  g_return_if_fail (COACH_IS_BODY_ZONE (self));
  g_return_if_fail (middle != NULL);

  point = coach_chart_outline_get_middle (get_outline (self));
  *middle = (GdkRectangle) { (int) lround (self->x + point.x * self->scale),
                             (int) lround (self->y + point.y * self->scale), 1, 1 };
}
