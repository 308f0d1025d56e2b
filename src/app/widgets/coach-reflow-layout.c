#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reflow-layout.h"

struct _CoachReflowLayout
{
  GtkLayoutManager  parent_instance;

  int               breakpoint; /* pixels of width from which children stand side by side */
  int               spacing;    /* pixels between them */
};

typedef enum
{
  PROP_BREAKPOINT = 1,
  PROP_SPACING,
} CoachReflowLayoutProperty;

static GParamSpec *properties[PROP_SPACING + 1];

/**
 * CoachReflowLayout:
 *
 * Puts children side by side, all equally wide, where there is room for it, and one below the
 * other where there is not.
 */
G_DEFINE_FINAL_TYPE (CoachReflowLayout, coach_reflow_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static gboolean
is_wide (CoachReflowLayout *self,
         int                width)
{
  return width >= self->breakpoint;
}

static int
get_column_width (CoachReflowLayout *self,
                  guint              n,
                  int                width)
{
  return n > 0 ? MAX (0, (width - self->spacing * ((int) n - 1)) / (int) n) : width;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *layout,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The narrowest is all children in one column; the natural width is that of the row. */
static void
measure_width (CoachReflowLayout *self,
               GtkWidget         *widget,
               int               *minimum,
               int               *natural)
{
  guint n = count_children (widget);
  int widest = 0;

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      widest = MAX (widest, child_natural);
    }
  *natural = MAX (*minimum, widest * (int) n + self->spacing * MAX (0, (int) n - 1));
}

/* Minimum and natural height are one: in a scrolled window there is no need to squeeze anything. */
static int
measure_height (CoachReflowLayout *self,
                GtkWidget         *widget,
                int                width)
{
  guint n = count_children (widget);
  gboolean wide = width < 0 || is_wide (self, width);
  int column = wide && width >= 0 ? get_column_width (self, n, width) : width;
  int height = wide ? 0 : self->spacing * MAX (0, (int) n - 1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &natural, NULL, NULL);
      height = wide ? MAX (height, natural) : height + natural;
    }
  return height;
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
  CoachReflowLayout *self = COACH_REFLOW_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

static void
allocate_row (CoachReflowLayout *self,
              GtkWidget         *widget,
              int                width,
              int                height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column_width (self, count_children (widget), width);
  int x = rtl ? width - column : 0;
  int step = (column + self->spacing) * (rtl ? -1 : 1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, column, height }, -1);
      x += step;
    }
}

static void
allocate_column (CoachReflowLayout *self,
                 GtkWidget         *widget,
                 int                width)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, natural }, -1);
      y += natural + self->spacing;
    }
}

static void
allocate (GtkLayoutManager *layout,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  CoachReflowLayout *self = COACH_REFLOW_LAYOUT (layout);

  if (is_wide (self, width))
    allocate_row (self, widget, width, height);
  else
    allocate_column (self, widget, width);
}

static void
coach_reflow_layout_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  CoachReflowLayout *self = COACH_REFLOW_LAYOUT (object);

  switch ((CoachReflowLayoutProperty) id)
    {
    case PROP_BREAKPOINT:
      self->breakpoint = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_reflow_layout_class_init (CoachReflowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = coach_reflow_layout_set_property;
  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;

  properties[PROP_BREAKPOINT] = g_param_spec_int ("breakpoint", NULL, NULL, 0, G_MAXINT, 600, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_reflow_layout_init (CoachReflowLayout *self)
{
}

/**
 * coach_reflow_layout_new:
 * @breakpoint: width in pixels from which children stand side by side
 * @spacing: pixels between them
 *
 * Makes a layout.
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
coach_reflow_layout_new (int breakpoint,
                         int spacing)
{
  return g_object_new (COACH_TYPE_REFLOW_LAYOUT, "breakpoint", breakpoint, "spacing", spacing,
                       NULL);
}
