#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-columns.h"

#include "coach-css-color.h"

/* Of the height of a line. */
#define HEIGHT_LINES 4
#define MAX_WIDTH    48
#define MIN_WIDTH    3
/* Of the place of a column. */
#define GAP          0.3
/* What stands for none at all is still seen. */
#define STUMP        2

struct _CoachColumns
{
  GtkWidget  parent_instance;

  GArray    *values; /* (owned) (nullable) (element-type guint) until they are set */
};

/**
 * CoachColumns:
 *
 * Small numbers as columns side by side, the oldest where a line of text begins.
 *
 * # CSS
 *
 * One node, `columns`. Its `color` fills and writes.
 */
G_DEFINE_FINAL_TYPE (CoachColumns, coach_columns, GTK_TYPE_WIDGET)

static guint
get_value (CoachColumns *self,
           guint         index)
{
  return g_array_index (self->values, guint, index);
}

static guint
find_highest (CoachColumns *self)
{
  guint highest = 1;

  for (guint i = 0; i < self->values->len; i++)
    highest = MAX (highest, get_value (self, i));
  return highest;
}

static PangoLayout *
make_layout (GtkWidget *widget,
             guint      value,
             int       *width,
             int       *height)
{
  g_autofree char *text = g_strdup_printf ("%u", value);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

static int
get_line_height (GtkWidget *widget)
{
  int width, height;
  g_autoptr (PangoLayout) layout G_GNUC_UNUSED = make_layout (widget, 0, &width, &height);

  return height;
}

static void
snapshot_number (CoachColumns  *self,
                 GtkSnapshot   *snapshot,
                 const GdkRGBA *color,
                 guint          value,
                 double         middle,
                 double         bottom,
                 double         room)
{
  int width, height;
  g_autoptr (PangoLayout) layout = make_layout (GTK_WIDGET (self), value, &width, &height);

  if (width > room)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (middle - width / 2.0),
                                                          (float) (bottom - height)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_column (CoachColumns  *self,
                 GtkSnapshot   *snapshot,
                 const GdkRGBA *color,
                 guint          index,
                 double         highest)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int height = gtk_widget_get_height (widget);
  int line = get_line_height (widget);
  double place = MIN (MAX_WIDTH, (double) gtk_widget_get_width (widget) / self->values->len);
  double x = place * index;
  double column = MAX (STUMP, (height - line) * get_value (self, index) / highest);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - place;
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) (x + place * GAP / 2),
                                                  (float) (height - column),
                                                  (float) (place * (1 - GAP)), (float) column));
  snapshot_number (self, snapshot, color, get_value (self, index), x + place / 2, height - column,
                   place);
}

static void
coach_columns_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CoachColumns *self = COACH_COLUMNS (widget);
  GdkRGBA color;

  if (self->values == NULL)
    return;
  coach_css_color_get (widget, &color);
  for (guint i = 0; i < self->values->len; i++)
    snapshot_column (self, snapshot, &color, i, find_highest (self));
}

static void
coach_columns_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CoachColumns *self = COACH_COLUMNS (widget);
  int n = self->values != NULL ? (int) self->values->len : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = n * MIN_WIDTH;
      *natural = n * MAX_WIDTH;
    }
  else
    *minimum = *natural = HEIGHT_LINES * get_line_height (widget);
}

static void
coach_columns_finalize (GObject *object)
{
  g_clear_pointer (&COACH_COLUMNS (object)->values, g_array_unref);

  G_OBJECT_CLASS (coach_columns_parent_class)->finalize (object);
}

static void
coach_columns_class_init (CoachColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coach_columns_finalize;
  widget_class->snapshot = coach_columns_snapshot;
  widget_class->measure = coach_columns_measure;

  gtk_widget_class_set_css_name (widget_class, "columns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
coach_columns_init (CoachColumns *self)
{
}

/**
 * coach_columns_set_values:
 * @self: columns
 * @values: (element-type guint): the oldest first
 * @words: the same for those who listen
 *
 * Shows other numbers.
 */
void
coach_columns_set_values (CoachColumns *self,
                          GArray       *values,
                          const char   *words)
{
  g_return_if_fail (COACH_IS_COLUMNS (self));
  g_return_if_fail (values != NULL && words != NULL);

  g_clear_pointer (&self->values, g_array_unref);
  self->values = g_array_ref (values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
