#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-reach-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Everything is measured in heights of a line of text, so that large letters have room. */
#define ROW_LINES       2.4
#define FOOT_LINES      2
#define MARGIN_LINES    0.5
#define DOT_MIN_LINES   0.2
#define DOT_MAX_LINES   0.56
/* Where days lie close together dots are smaller, down to what still tells a score. */
#define DOT_MIN_DAYS    0.3
#define DOT_MAX_DAYS    0.75
#define DENSE_MIN_LINES 0.08
#define DENSE_MAX_LINES 0.26
#define PLOT_LINES      8
/* A gap of more days is not bridged by the line: nothing is known of what was in it. */
#define BRIDGED_DAYS    7

#define AREA_OPACITY    0.14
#define GRID_OPACITY    0.14

static double
get_line_height (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = coach_reach_make_layout (context, "Ag", 1);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static double
measure_names (PangoContext *context)
{
  double widest = 0;

  for (guint rank = COACH_RANK_BACK; rank <= COACH_RANK_FOOT; rank++)
    {
      g_autoptr (PangoLayout) layout
          = coach_reach_make_layout (context, coach_reach_get_rank_name (rank), 1);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

CoachReachFrame
coach_reach_frame_make (PangoContext *context,
                        double        width,
                        double        height)
{
  CoachReachFrame frame = { .line = get_line_height (context), .width = width };
  double margin = MARGIN_LINES * frame.line;

  frame.left = measure_names (context) + 3 * margin;
  frame.right = MAX (width - 2 * margin, frame.left + 1);
  frame.top = 2 * margin;
  frame.bottom = MAX (height - FOOT_LINES * frame.line, frame.top + 1);
  return frame;
}

/* In the direction of the text. */
static double
mirror (const CoachReachChart *self,
        const CoachReachFrame *frame,
        double                 x)
{
  return self->is_rtl ? frame->width - x : x;
}

double
coach_reach_frame_get_x (const CoachReachFrame *frame,
                         const CoachReachChart *chart,
                         guint                  day)
{
  double share = chart->n_days > 1 ? (double) day / (chart->n_days - 1) : 0.5;

  return mirror (chart, frame, frame->left + share * (frame->right - frame->left));
}

/* A day without pain lies on the shore, above the line of the back. */
double
coach_reach_frame_get_y (const CoachReachFrame *frame,
                         guint                  reach)
{
  double row = (frame->bottom - frame->top) / (COACH_RANK_FOOT - COACH_RANK_BACK);

  return reach == 0 ? frame->top - MIN (row / 2, frame->line * 0.75)
                    : frame->top + (reach - COACH_RANK_BACK) * row;
}

double
coach_reach_get_radius (const CoachReachFrame *frame,
                        const CoachReachChart *chart,
                        guint                  score)
{
  double day = (frame->right - frame->left) / MAX (chart->n_days - 1, 1);
  double least = CLAMP (DOT_MIN_DAYS * day, DENSE_MIN_LINES * frame->line,
                        DOT_MIN_LINES * frame->line);
  double most = CLAMP (DOT_MAX_DAYS * day, DENSE_MAX_LINES * frame->line,
                       DOT_MAX_LINES * frame->line);

  return least + (most - least) * MIN (score, COACH_PAIN_WORST) / COACH_PAIN_WORST;
}

/* Returns how many points from @from on the line goes through without a break. */
guint
coach_reach_count_run (const CoachReachChart *chart,
                       guint                  from)
{
  guint n = 1;

  while (from + n < chart->n_points
         && chart->points[from + n].day - chart->points[from + n - 1].day <= BRIDGED_DAYS)
    n++;
  return n;
}

static void
set_color (cairo_t      *cr,
           const double *color,
           double        opacity)
{
  cairo_set_source_rgba (cr, color[0], color[1], color[2], color[3] * opacity);
}

static void
show_layout (const CoachReachChart *self,
             cairo_t               *cr,
             PangoLayout           *layout,
             double                 x,
             double                 y)
{
  set_color (cr, self->colors.text, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_row (const CoachReachChart *self,
          cairo_t               *cr,
          PangoContext          *context,
          const CoachReachFrame *frame,
          guint                  rank)
{
  g_autoptr (PangoLayout) layout
      = coach_reach_make_layout (context, coach_reach_get_rank_name (rank), 1);
  double margin = MARGIN_LINES * frame->line;
  double y = floor (coach_reach_frame_get_y (frame, rank)) + 0.5;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  set_color (cr, self->colors.text, GRID_OPACITY);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, mirror (self, frame, frame->left - margin), y);
  cairo_line_to (cr, mirror (self, frame, frame->right + margin), y);
  cairo_stroke (cr);
  show_layout (self, cr, layout, mirror (self, frame, 0) - (self->is_rtl ? width : 0),
               y - height / 2.0);
}

static void
draw_dates (const CoachReachChart *self,
            cairo_t               *cr,
            PangoContext          *context,
            const CoachReachFrame *frame)
{
  g_autoptr (GArray) labels = coach_reach_make_labels (self, frame, context);

  for (guint i = 0; i < labels->len; i++)
    {
      const CoachReachLabel *label = &g_array_index (labels, CoachReachLabel, i);

      show_layout (self, cr, label->layout, label->x, frame->bottom + 0.75 * frame->line);
    }
}

static void
trace (const CoachReachChart *self,
       cairo_t               *cr,
       const CoachReachFrame *frame,
       guint                  from,
       guint                  n)
{
  for (guint i = from; i < from + n; i++)
    cairo_line_to (cr, coach_reach_frame_get_x (frame, self, self->points[i].day),
                   coach_reach_frame_get_y (frame, self->points[i].reach));
}

/* The water that has not gone out yet: from the shore down to where pain reaches. */
static void
draw_run (const CoachReachChart *self,
          cairo_t               *cr,
          const CoachReachFrame *frame,
          guint                  from,
          guint                  n)
{
  double shore = coach_reach_frame_get_y (frame, 0);
  guint last = self->points[from + n - 1].day;

  cairo_new_path (cr);
  cairo_move_to (cr, coach_reach_frame_get_x (frame, self, self->points[from].day), shore);
  trace (self, cr, frame, from, n);
  cairo_line_to (cr, coach_reach_frame_get_x (frame, self, last), shore);
  cairo_close_path (cr);
  set_color (cr, self->colors.line, AREA_OPACITY);
  cairo_fill (cr);

  cairo_new_path (cr);
  trace (self, cr, frame, from, n);
  cairo_set_line_width (cr, frame->line / 7);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_color (cr, self->colors.line, 1);
  cairo_stroke (cr);
}

static void
draw_selection (const CoachReachChart *self,
                cairo_t               *cr,
                const CoachReachFrame *frame)
{
  double x;

  if (self->selected < 0)
    return;
  x = floor (coach_reach_frame_get_x (frame, self, self->points[self->selected].day)) + 0.5;
  set_color (cr, self->colors.text, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, coach_reach_frame_get_y (frame, 0));
  cairo_line_to (cr, x, frame->bottom + 0.6 * frame->line);
  cairo_stroke (cr);
}

static void
draw_circle (cairo_t      *cr,
             double        x,
             double        y,
             double        radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

/* A quiet day is hollow, and one when the leg was numb, weak or burning has a ring: nothing is told
 * by colour alone. */
static void
draw_dot (const CoachReachChart *self,
          cairo_t               *cr,
          const CoachReachFrame *frame,
          guint                  index)
{
  const CoachReachPoint *point = &self->points[index];
  double x = coach_reach_frame_get_x (frame, self, point->day);
  double y = coach_reach_frame_get_y (frame, point->reach);
  double radius = coach_reach_get_radius (frame, self, point->score);

  draw_circle (cr, x, y, radius);
  set_color (cr, point->reach > 0 ? self->colors.dot : self->colors.paper, 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, frame->line / 12);
  set_color (cr, point->reach > 0 ? self->colors.dot : self->colors.line, 1);
  cairo_stroke (cr);
  if (point->flags == 0 && (int) index != self->selected)
    return;
  draw_circle (cr, x, y, radius + frame->line * 0.16);
  cairo_set_line_width (cr, frame->line / ((int) index == self->selected ? 6 : 12));
  set_color (cr, self->colors.text, 1);
  cairo_stroke (cr);
}

/**
 * coach_reach_get_rank_name:
 * @rank: from %COACH_RANK_BACK to %COACH_RANK_FOOT
 *
 * Gets what a rank is called when the side is known.
 *
 * Returns: (transfer none): a translated name
 */
const char *
coach_reach_get_rank_name (guint rank)
{
  static const char * const names[] = {
    NC_ ("rank", "Low back"), NC_ ("rank", "Buttock"), NC_ ("rank", "Thigh"),
    NC_ ("rank", "Calf"), NC_ ("rank", "Foot"),
  };

  g_return_val_if_fail (rank >= COACH_RANK_BACK && rank <= COACH_RANK_FOOT, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "rank", names[rank - COACH_RANK_BACK]);
}

/**
 * coach_reach_chart_draw:
 * @self: a chart
 * @cr: where to draw, from 0, 0 on
 * @context: for the words
 * @width: how wide, in units of @cr
 * @height: how high
 *
 * Draws the tide line: a row a zone, the foot lowest; a dot for each day with a check-in, the larger
 * the sorer, hollow where nothing hurt; a ring around those of a leg that was numb, weak or burning.
 * The same on a screen and on paper.
 */
void
coach_reach_chart_draw (const CoachReachChart *self,
                        cairo_t               *cr,
                        PangoContext          *context,
                        double                 width,
                        double                 height)
{
  CoachReachFrame frame;

  g_return_if_fail (self != NULL && self->n_days > 0);
  g_return_if_fail (self->selected < (int) self->n_points);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  frame = coach_reach_frame_make (context, width, height);
  for (guint rank = COACH_RANK_BACK; rank <= COACH_RANK_FOOT; rank++)
    draw_row (self, cr, context, &frame, rank);
  draw_dates (self, cr, context, &frame);
  for (guint i = 0; i < self->n_points; i += coach_reach_count_run (self, i))
    draw_run (self, cr, &frame, i, coach_reach_count_run (self, i));
  draw_selection (self, cr, &frame);
  for (guint i = 0; i < self->n_points; i++)
    draw_dot (self, cr, &frame, i);
}

/**
 * coach_reach_chart_find_at:
 * @self: a chart
 * @context: as it was drawn with
 * @width: as it was drawn with
 * @x: where, in units of the drawing
 *
 * Finds the day with a check-in that is nearest to a place.
 *
 * Returns: the index of a point; -1 when there is none
 */
int
coach_reach_chart_find_at (const CoachReachChart *self,
                           PangoContext          *context,
                           double                 width,
                           double                 x)
{
  CoachReachFrame frame;
  double nearest = G_MAXDOUBLE;
  int best = -1;

  g_return_val_if_fail (self != NULL, -1);

  frame = coach_reach_frame_make (context, width, 0);
  for (guint i = 0; i < self->n_points; i++)
    {
      double distance = fabs (coach_reach_frame_get_x (&frame, self, self->points[i].day) - x);

      if (distance < nearest)
        best = (int) i;
      nearest = MIN (distance, nearest);
    }
  return best;
}

/**
 * coach_reach_chart_get_x:
 * @self: a chart
 * @context: as it was drawn with
 * @width: as it was drawn with
 * @day: days since the first day
 *
 * Gets where a day is drawn.
 *
 * Returns: in units of the drawing
 */
double
coach_reach_chart_get_x (const CoachReachChart *self,
                         PangoContext          *context,
                         double                 width,
                         guint                  day)
{
  CoachReachFrame frame;

  g_return_val_if_fail (self != NULL, 0);

  frame = coach_reach_frame_make (context, width, 0);
  return coach_reach_frame_get_x (&frame, self, day);
}

/**
 * coach_reach_chart_get_natural_height:
 * @context: for the words
 *
 * Gets how high a chart is best drawn.
 *
 * Returns: in units of the drawing
 */
double
coach_reach_chart_get_natural_height (PangoContext *context)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0);

  return (4 * ROW_LINES + 2 * MARGIN_LINES + FOOT_LINES) * get_line_height (context);
}

/**
 * coach_reach_chart_get_minimum_width:
 * @context: for the words
 *
 * Gets how narrow a chart can be and still tell something.
 *
 * Returns: in units of the drawing
 */
double
coach_reach_chart_get_minimum_width (PangoContext *context)
{
  CoachReachFrame frame;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0);

  frame = coach_reach_frame_make (context, 0, 0);
  return frame.left + PLOT_LINES * frame.line;
}
