#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-reach-chart-private.h"

#include <glib/gi18n-lib.h>

/* The dates below a chart: at most five, with a blank between any two. */

/* Dates are an aside to the zones. */
#define DATE_SCALE 0.88
/* Of the height of a line. */
#define BLANK      0.7

PangoLayout *
coach_reach_make_layout (PangoContext *context,
                         const char   *text,
                         double        scale)
{
  PangoLayout *layout = pango_layout_new (context);

  if (scale != 1)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
clear_label (gpointer data)
{
  CoachReachLabel *label = data;

  g_clear_object (&label->layout);
}

static char *
format_day (const CoachReachChart *chart,
            guint                  day)
{
  GDate date = chart->first_day;
  g_autoptr (GDateTime) time = NULL;

  g_date_add_days (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 12, 0, 0);
  /* Translators: a day below a chart, as in "9 Nov"; see strftime */
  return g_date_time_format (time, C_ ("chart", "%-e %b"));
}

/* The middle of a label is below its day, but no label leaves the chart. */
static CoachReachLabel
make_label (const CoachReachChart *chart,
            const CoachReachFrame *frame,
            PangoContext          *context,
            guint                  day)
{
  g_autofree char *text = format_day (chart, day);
  CoachReachLabel label = { .layout = coach_reach_make_layout (context, text, DATE_SCALE) };
  int width;

  pango_layout_get_pixel_size (label.layout, &width, NULL);
  label.width = width;
  label.x = coach_reach_frame_get_x (frame, chart, day) - width / 2.0;
  label.x = CLAMP (label.x, 0, MAX (frame->width - width, 0));
  return label;
}

static gboolean
has_room (GArray                *labels,
          const CoachReachFrame *frame)
{
  for (guint i = 1; i < labels->len; i++)
    {
      const CoachReachLabel *a = &g_array_index (labels, CoachReachLabel, i - 1);
      const CoachReachLabel *b = &g_array_index (labels, CoachReachLabel, i);
      const CoachReachLabel *first = a->x < b->x ? a : b;

      if (first->x + first->width + BLANK * frame->line > MAX (a->x, b->x))
        return FALSE;
    }
  return TRUE;
}

static guint
get_labelled_day (const CoachReachChart *chart,
                  guint                  index,
                  guint                  n_labels)
{
  guint last = chart->n_days - 1;

  return n_labels > 1 ? (last * index + (n_labels - 1) / 2) / (n_labels - 1) : last;
}

static GArray *
make_n_labels (const CoachReachChart *chart,
               const CoachReachFrame *frame,
               PangoContext          *context,
               guint                  n_labels)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (CoachReachLabel));

  g_array_set_clear_func (labels, clear_label);
  for (guint i = 0; i < n_labels; i++)
    {
      guint day = get_labelled_day (chart, i, n_labels);
      CoachReachLabel label = make_label (chart, frame, context, day);

      g_array_append_val (labels, label);
    }
  return labels;
}

/* The first and the last day have one as long as there is room for two. */
GArray *
coach_reach_make_labels (const CoachReachChart *chart,
                         const CoachReachFrame *frame,
                         PangoContext          *context)
{
  for (guint n = MIN (COACH_REACH_MAX_LABELS, chart->n_days); n > 1; n--)
    {
      g_autoptr (GArray) labels = make_n_labels (chart, frame, context, n);

      if (has_room (labels, frame))
        return g_steal_pointer (&labels);
    }
  return make_n_labels (chart, frame, context, 1);
}
