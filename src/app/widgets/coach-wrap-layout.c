#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-wrap-layout.h"

struct _CoachWrapLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing; /* pixels between children and between lines */
};

typedef enum
{
  PROP_SPACING = 1,
} CoachWrapLayoutProperty;

static GParamSpec *properties[PROP_SPACING + 1];

/**
 * CoachWrapLayout:
 *
 * Sets children one after another like words, each as wide as it wants to be, and begins a new
 * line where the next one does not fit. GtkFlowBox puts them into columns instead.
 */
G_DEFINE_FINAL_TYPE (CoachWrapLayout, coach_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_next (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_width (GtkWidget *child,
           int        available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Finds the children that share a line with @first; returns the first of the next line. */
static GtkWidget *
measure_line (CoachWrapLayout *self,
              GtkWidget       *first,
              int              available,
              int             *height)
{
  int x = 0;

  *height = 0;
  for (GtkWidget *child = first; child != NULL;
       child = get_next (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available);

      if (child != first && x + width > available)
        return child;
      *height = MAX (*height, get_height (child, width));
      x += width + self->spacing;
    }
  return NULL;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *layout,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CoachWrapLayout *self,
               GtkWidget       *widget,
               int             *minimum,
               int             *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = get_next (gtk_widget_get_first_child (widget)); child != NULL;
       child = get_next (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
measure (GtkLayoutManager *layout,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  CoachWrapLayout *self = COACH_WRAP_LAYOUT (layout);
  int total = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  for (GtkWidget *line = get_next (gtk_widget_get_first_child (widget)); line != NULL;)
    {
      int height;

      line = measure_line (self, line, for_size < 0 ? G_MAXINT / 2 : for_size, &height);
      total += height + (line != NULL ? self->spacing : 0);
    }
  *minimum = total;
  *natural = total;
}

static void
allocate (GtkLayoutManager *layout,
          GtkWidget        *widget,
          int               available,
          int               total_height,
          int               baseline)
{
  CoachWrapLayout *self = COACH_WRAP_LAYOUT (layout);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int height;
      GtkWidget *next_line = measure_line (self, child, available, &height);

      for (int x = 0; child != next_line;
           child = get_next (gtk_widget_get_next_sibling (child)))
        {
          int width = get_width (child, available);

          gtk_widget_size_allocate (
              child, &(GtkAllocation) { rtl ? available - x - width : x, y, width, height }, -1);
          x += width + self->spacing;
        }
      y += height + self->spacing;
    }
}

static void
coach_wrap_layout_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CoachWrapLayout *self = COACH_WRAP_LAYOUT (object);

  switch ((CoachWrapLayoutProperty) id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_wrap_layout_class_init (CoachWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = coach_wrap_layout_set_property;
  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;

  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_wrap_layout_init (CoachWrapLayout *self)
{
}

/**
 * coach_wrap_layout_new:
 * @spacing: pixels between children and between lines
 *
 * Makes a layout.
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
coach_wrap_layout_new (int spacing)
{
  return g_object_new (COACH_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
