#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reach-plot.h"

#include "coach-css-color.h"
#include "coach-reach-words.h"

/* No wider than this is wanted; it grows with its place. */
#define NATURAL_WIDTH 560

struct _CoachReachPlot
{
  GtkWidget  parent_instance;

  char      *title;     /* (owned) (nullable) until points are set */
  GDate      first_day;
  guint      n_days;    /* 0 until points are set */
  GArray    *points;    /* (owned) (nullable) (element-type CoachReachPoint) */
  int        selected;  /* -1 for none */

  /* Where the style sheet puts the colours of the line and the dots. */
  GtkWidget *line_ink;
  GtkWidget *dot_ink;
  GtkWidget *paper_ink;
};

typedef enum
{
  PROP_SELECTED = 1,
} CoachReachPlotProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

/**
 * CoachReachPlot:
 *
 * The reach chart, drawn: how far down a leg pain reaches, day by day. The arrow keys go from one day
 * with a check-in to the next, Home and End to the first and the last; so does the pointer.
 *
 * # CSS
 *
 * A node `reachplot` with three nodes `ink`, of the classes `line`, `dot` and `paper`, whose `color`
 * it draws with. Its own `color` is that of the words.
 */
G_DEFINE_FINAL_TYPE (CoachReachPlot, coach_reach_plot, GTK_TYPE_WIDGET)

static void
read_color (GtkWidget *widget,
            double    *color)
{
  GdkRGBA rgba;

  coach_css_color_get (widget, &rgba);
  color[0] = rgba.red;
  color[1] = rgba.green;
  color[2] = rgba.blue;
  color[3] = rgba.alpha;
}

static CoachReachChart
make_chart (CoachReachPlot *self)
{
  CoachReachChart chart = {
    .first_day = self->first_day,
    .n_days = self->n_days,
    .points = (const CoachReachPoint *) (void *) self->points->data,
    .n_points = self->points->len,
    .selected = self->selected,
    .is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };

  read_color (GTK_WIDGET (self), chart.colors.text);
  read_color (self->line_ink, chart.colors.line);
  read_color (self->dot_ink, chart.colors.dot);
  read_color (self->paper_ink, chart.colors.paper);
  return chart;
}

/* What is said changes with the day that is picked: a screen reader tells it while one moves. */
static void
tell_words (CoachReachPlot *self)
{
  const CoachReachPoint *points = (const CoachReachPoint *) (void *) self->points->data;
  g_autofree char *line = coach_reach_words_describe_line (self->title, &self->first_day, points,
                                                           self->points->len);
  g_autofree char *day = NULL;

  if (self->selected >= 0)
    day = coach_reach_words_describe_day (&self->first_day, &points[self->selected]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  day != NULL ? day : line, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  line, -1);
}

static void
select_by (CoachReachPlot *self,
           int             step)
{
  int last = self->points != NULL ? (int) self->points->len - 1 : -1;

  if (last < 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;
  /* The first key picks the newest day, which is the one that is asked about most. */
  coach_reach_plot_set_selected (self, self->selected < 0 ? last
                                                          : CLAMP (self->selected + step, 0, last));
}

static gboolean
key_pressed_cb (CoachReachPlot  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (self->points == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      select_by (self, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      select_by (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      coach_reach_plot_set_selected (self, self->points->len > 0 ? 0 : -1);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      coach_reach_plot_set_selected (self, (int) self->points->len - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
select_at (CoachReachPlot *self,
           double          x)
{
  CoachReachChart chart;

  if (self->n_days == 0)
    return;
  chart = make_chart (self);
  coach_reach_plot_set_selected (
      self, coach_reach_chart_find_at (&chart, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                       gtk_widget_get_width (GTK_WIDGET (self)), x));
}

static void
pointer_moved_cb (CoachReachPlot *self,
                  double          x,
                  double          y)
{
  select_at (self, x);
}

static void
pressed_cb (CoachReachPlot *self,
            int             n_press,
            double          x,
            double          y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_at (self, x);
}

static void
coach_reach_plot_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CoachReachPlot *self = COACH_REACH_PLOT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  CoachReachChart chart;
  cairo_t *cr;

  if (self->n_days == 0)
    return;
  chart = make_chart (self);
  /* The same drawing goes on paper, which knows no GTK nodes. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  coach_reach_chart_draw (&chart, cr, gtk_widget_get_pango_context (widget), width, height);
  cairo_destroy (cr);
}

static void
coach_reach_plot_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) coach_reach_chart_get_minimum_width (context);
      *natural = MAX (*minimum, NATURAL_WIDTH);
    }
  else
    *minimum = *natural = (int) coach_reach_chart_get_natural_height (context);
}

/* Letters may have become larger. */
static void
coach_reach_plot_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (coach_reach_plot_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
coach_reach_plot_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (coach_reach_plot_parent_class)->system_setting_changed (widget, setting);

  gtk_widget_queue_resize (widget);
}

static void
coach_reach_plot_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((CoachReachPlotProperty) id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, COACH_REACH_PLOT (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_reach_plot_dispose (GObject *object)
{
  CoachReachPlot *self = COACH_REACH_PLOT (object);

  g_clear_pointer (&self->line_ink, gtk_widget_unparent);
  g_clear_pointer (&self->dot_ink, gtk_widget_unparent);
  g_clear_pointer (&self->paper_ink, gtk_widget_unparent);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (coach_reach_plot_parent_class)->dispose (object);
}

static void
coach_reach_plot_class_init (CoachReachPlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = coach_reach_plot_get_property;
  object_class->dispose = coach_reach_plot_dispose;
  widget_class->snapshot = coach_reach_plot_snapshot;
  widget_class->measure = coach_reach_plot_measure;
  widget_class->css_changed = coach_reach_plot_css_changed;
  widget_class->system_setting_changed = coach_reach_plot_system_setting_changed;

  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "reachplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_ink (CoachReachPlot *self,
         const char     *css_class)
{
  GtkWidget *ink = g_object_new (GTK_TYPE_LABEL, "css-name", "ink", "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_NONE, NULL);

  gtk_widget_add_css_class (ink, css_class);
  gtk_widget_set_parent (ink, GTK_WIDGET (self));
  gtk_widget_set_child_visible (ink, FALSE);
  return ink;
}

static void
coach_reach_plot_init (CoachReachPlot *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->selected = -1;
  self->line_ink = add_ink (self, "line");
  self->dot_ink = add_ink (self, "dot");
  self->paper_ink = add_ink (self, "paper");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * coach_reach_plot_set_points:
 * @self: a plot
 * @title: whose leg it is
 * @first_day: the first day
 * @n_days: how many days, at least 1
 * @points: (element-type CoachReachPoint): the days with a check-in
 *
 * Shows other days. None is selected.
 */
void
coach_reach_plot_set_points (CoachReachPlot *self,
                             const char     *title,
                             const GDate    *first_day,
                             guint           n_days,
                             GArray         *points)
{
  g_return_if_fail (COACH_IS_REACH_PLOT (self));
  g_return_if_fail (title != NULL && first_day != NULL && points != NULL);
  g_return_if_fail (n_days > 0);

  g_free (self->title);
  g_clear_pointer (&self->points, g_array_unref);
  self->title = g_strdup (title);
  self->first_day = *first_day;
  self->n_days = n_days;
  self->points = g_array_ref (points);
  self->selected = -1;
  tell_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * coach_reach_plot_get_selected:
 * @self: a plot
 *
 * Gets which day is pointed out.
 *
 * Returns: the index of a point; -1 for none
 */
int
coach_reach_plot_get_selected (CoachReachPlot *self)
{
  g_return_val_if_fail (COACH_IS_REACH_PLOT (self), -1);

  return self->selected;
}

/**
 * coach_reach_plot_set_selected:
 * @self: a plot with points
 * @selected: the index of a point; -1 for none
 *
 * Points out a day.
 */
void
coach_reach_plot_set_selected (CoachReachPlot *self,
                               int             selected)
{
  g_return_if_fail (COACH_IS_REACH_PLOT (self));
  g_return_if_fail (self->points != NULL && selected < (int) self->points->len);

  if (self->selected == selected)
    return;
  self->selected = selected;
  tell_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
