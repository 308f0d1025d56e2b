#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-strike.h"

/* Parts of the picture's height: the stroke, the pale edge around it, the room at its ends. */
#define STROKE_WIDTH 0.014
#define EDGE_WIDTH 0.012
#define INSET 0.08

/* Pixels: what still reads as a stroke on a small picture. */
#define MIN_WIDTH 2

struct _CoachStrike
{
  GtkWidget parent_instance;

  double    aspect; /* width by height of what is struck out; 0 for the widget's own */
};

/**
 * CoachStrike:
 *
 * One calm stroke from corner to corner of a picture: not this.
 *
 * Its colour is that of the style class `strike`, and a pale edge sets it off from any picture. It
 * says what it says by its shape, too.
 */
G_DEFINE_FINAL_TYPE (CoachStrike, coach_strike, GTK_TYPE_WIDGET)

/* Where a picture lies that is shown whole in the middle. */
static graphene_rect_t
place_picture (CoachStrike *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double shown_width = self->aspect > 0 ? MIN (width, height * self->aspect) : width;
  double shown_height = self->aspect > 0 ? MIN (height, width / self->aspect) : height;

  return GRAPHENE_RECT_INIT ((width - shown_width) / 2, (height - shown_height) / 2,
                             shown_width, shown_height);
}

static void
draw_stroke (cairo_t               *cr,
             const graphene_rect_t *area,
             double                 width)
{
  double inset = area->size.height * INSET;

  cairo_set_line_width (cr, width);
  cairo_move_to (cr, area->origin.x + inset, area->origin.y + area->size.height - inset);
  cairo_line_to (cr, area->origin.x + area->size.width - inset, area->origin.y + inset);
  cairo_stroke (cr);
}

static void
coach_strike_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  graphene_rect_t area = place_picture (COACH_STRIKE (widget));
  double stroke = MAX (area.size.height * STROKE_WIDTH, MIN_WIDTH);
  double edge = MAX (area.size.height * EDGE_WIDTH, MIN_WIDTH);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.75);
  draw_stroke (cr, &area, stroke + edge);
  gdk_cairo_set_source_rgba (cr, &color);
  draw_stroke (cr, &area, stroke);
  cairo_destroy (cr);
}

static void
coach_strike_class_init (CoachStrikeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = coach_strike_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
coach_strike_init (CoachStrike *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "strike");
}

/**
 * coach_strike_set_aspect:
 * @self: a strike
 * @aspect: width by height, or 0 for the whole widget
 *
 * Sets the shape of the picture below, which lies whole in the middle of the same room.
 */
void
coach_strike_set_aspect (CoachStrike *self,
                         double       aspect)
{
  g_return_if_fail (COACH_IS_STRIKE (self));
  g_return_if_fail (aspect >= 0);

  if (self->aspect == aspect)
    return;
  self->aspect = aspect;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
