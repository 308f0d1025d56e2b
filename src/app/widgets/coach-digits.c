#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-digits.h"

#include "coach-css-color.h"

struct _CoachDigits
{
  GtkWidget    parent_instance;

  PangoLayout *layout; /* (owned) (not nullable) */
  char        *words;  /* (owned) (nullable), as last told to those who listen */
  int          width;  /* pixels of the text at its full size */
  int          height; /* pixels */
};

/* As small as this part of their size they are still the largest thing on the screen. */
#define MIN_SCALE 0.5

/**
 * CoachDigits:
 *
 * The digits of a clock, large. A new second draws nothing but them: with digits of one width
 * they ask for another size only when there are more of them. Where the room is narrow they
 * are drawn smaller.
 *
 * # CSS
 *
 * One node, `digits`. Its font should have tabular figures.
 */
G_DEFINE_FINAL_TYPE (CoachDigits, coach_digits, GTK_TYPE_WIDGET)

static void
measure_text (CoachDigits *self)
{
  int width, height;

  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static double
get_scale (CoachDigits *self,
           int          width)
{
  if (width < 0 || self->width == 0)
    return 1;
  return MIN (1, width / (double) self->width);
}

static GtkSizeRequestMode
coach_digits_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
coach_digits_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  CoachDigits *self = COACH_DIGITS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (self->width * MIN_SCALE);
      *natural = self->width;
    }
  else
    *minimum = *natural = (int) (self->height * get_scale (self, for_size));
}

static void
coach_digits_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  CoachDigits *self = COACH_DIGITS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  float scale = (float) get_scale (self, width);
  GdkRGBA color;

  coach_css_color_get (widget, &color);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((width - self->width * scale) / 2,
                                                (height - self->height * scale) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
coach_digits_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  CoachDigits *self = COACH_DIGITS (widget);

  GTK_WIDGET_CLASS (coach_digits_parent_class)->css_changed (widget, change);

  pango_layout_context_changed (self->layout);
  measure_text (self);
}

/* The layout keeps the font of the moment it was made in. */
static void
coach_digits_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  CoachDigits *self = COACH_DIGITS (widget);

  GTK_WIDGET_CLASS (coach_digits_parent_class)->system_setting_changed (widget, setting);

  pango_layout_context_changed (self->layout);
  measure_text (self);
}

static void
coach_digits_finalize (GObject *object)
{
  CoachDigits *self = COACH_DIGITS (object);

  g_clear_object (&self->layout);
  g_free (self->words);

  G_OBJECT_CLASS (coach_digits_parent_class)->finalize (object);
}

static void
coach_digits_class_init (CoachDigitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coach_digits_finalize;
  widget_class->get_request_mode = coach_digits_get_request_mode;
  widget_class->measure = coach_digits_measure;
  widget_class->snapshot = coach_digits_snapshot;
  widget_class->css_changed = coach_digits_css_changed;
  widget_class->system_setting_changed = coach_digits_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "digits");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
coach_digits_init (CoachDigits *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
}

/**
 * coach_digits_new:
 *
 * Makes a clock that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coach_digits_new (void)
{
  return g_object_new (COACH_TYPE_DIGITS, NULL);
}

/**
 * coach_digits_set_text:
 * @self: digits
 * @text: what they are, as in "0:24"
 *
 * Shows a time.
 */
void
coach_digits_set_text (CoachDigits *self,
                       const char  *text)
{
  g_return_if_fail (COACH_IS_DIGITS (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (pango_layout_get_text (self->layout), text))
    return;
  pango_layout_set_text (self->layout, text, -1);
  measure_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coach_digits_set_words:
 * @self: digits
 * @words: the time in words, as in "24 seconds left"
 *
 * Tells the time to those who listen. It need not be done as often as the digits change.
 */
void
coach_digits_set_words (CoachDigits *self,
                        const char  *words)
{
  g_return_if_fail (COACH_IS_DIGITS (self));
  g_return_if_fail (words != NULL);

  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
