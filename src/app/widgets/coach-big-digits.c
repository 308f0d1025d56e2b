#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-big-digits.h"

#include "coach-css-color.h"

/* The size, in pixels, at which a font's digits are measured. */
#define PROBE_SIZE 200

/* Narrower than this digits run together. */
#define MIN_STRETCH 0.45

struct _CoachBigDigits
{
  GtkWidget    parent_instance;

  PangoLayout *layout;      /* (owned) (not nullable) */
  char        *words;       /* (owned) (nullable), as last told to those who listen */
  int          min_height;  /* pixels, of the digits themselves */

  /* All for a font of one pixel. */
  double       digits_top;    /* of any digits, from the top of the line down */
  double       digits_height; /* likewise; round ones reach over the others */
  double       one_height;    /* of the lowest digit */
  double       text_width;
};

/**
 * CoachBigDigits:
 *
 * The digits of a clock, as large as their box allows. Where it is too narrow for digits of the
 * least height they are drawn narrower, and only where that does not help either they are lower.
 *
 * # CSS
 *
 * One node, `bigdigits`. Its font size does not matter.
 */
G_DEFINE_FINAL_TYPE (CoachBigDigits, coach_big_digits, GTK_TYPE_WIDGET)

static void
set_font_size (GtkWidget   *widget,
               PangoLayout *layout,
               double       size)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* Digits of one width and height, so that they do not tremble from second to second. */
static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum, lnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  set_font_size (widget, layout, PROBE_SIZE);
  return layout;
}

static double
to_one_pixel (int units)
{
  return units / (double) PANGO_SCALE / PROBE_SIZE;
}

static void
measure_font (CoachBigDigits *self)
{
  g_autoptr (PangoLayout) probe = make_layout (GTK_WIDGET (self), "0123456789");
  PangoRectangle ink;

  pango_layout_get_extents (probe, &ink, NULL);
  self->digits_top = to_one_pixel (ink.y);
  self->digits_height = to_one_pixel (ink.height);
  pango_layout_set_text (probe, "1", -1);
  pango_layout_get_extents (probe, &ink, NULL);
  self->one_height = to_one_pixel (ink.height);
}

static void
measure_text (CoachBigDigits *self)
{
  PangoRectangle ink, logical;

  set_font_size (GTK_WIDGET (self), self->layout, PROBE_SIZE);
  pango_layout_get_extents (self->layout, &ink, &logical);
  self->text_width = to_one_pixel (MAX (logical.width, ink.x + ink.width));
}

/* Finds the size of the font, and how much narrower than usual the digits have to be. */
static double
find_size (CoachBigDigits *self,
           double         *stretch)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double by_height = gtk_widget_get_height (widget) / self->digits_height;
  double by_width = gtk_widget_get_width (widget) / self->text_width;
  double least = MIN (self->min_height / self->one_height, by_height);
  double size = MIN (by_height, by_width);

  if (size < least)
    size = MIN (least, by_width / MIN_STRETCH);
  *stretch = MIN (1, by_width / size);
  return size;
}

static void
coach_big_digits_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
coach_big_digits_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CoachBigDigits *self = COACH_BIG_DIGITS (widget);
  double size, stretch, x, y;
  GdkRGBA color;

  if (self->text_width <= 0 || self->one_height <= 0)
    return;
  size = find_size (self, &stretch);
  set_font_size (widget, self->layout, size);
  coach_css_color_get (widget, &color);
  x = (gtk_widget_get_width (widget) - self->text_width * size * stretch) / 2;
  y = (gtk_widget_get_height (widget) - self->digits_height * size) / 2 - self->digits_top * size;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_scale (snapshot, (float) stretch, 1);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
measure_anew (CoachBigDigits *self)
{
  pango_layout_context_changed (self->layout);
  measure_font (self);
  measure_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
coach_big_digits_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (coach_big_digits_parent_class)->css_changed (widget, change);

  measure_anew (COACH_BIG_DIGITS (widget));
}

static void
coach_big_digits_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (coach_big_digits_parent_class)->system_setting_changed (widget, setting);

  measure_anew (COACH_BIG_DIGITS (widget));
}

static void
coach_big_digits_finalize (GObject *object)
{
  CoachBigDigits *self = COACH_BIG_DIGITS (object);

  g_clear_object (&self->layout);
  g_free (self->words);

  G_OBJECT_CLASS (coach_big_digits_parent_class)->finalize (object);
}

static void
coach_big_digits_class_init (CoachBigDigitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coach_big_digits_finalize;
  widget_class->measure = coach_big_digits_measure;
  widget_class->snapshot = coach_big_digits_snapshot;
  widget_class->css_changed = coach_big_digits_css_changed;
  widget_class->system_setting_changed = coach_big_digits_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "bigdigits");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
coach_big_digits_init (CoachBigDigits *self)
{
  self->layout = make_layout (GTK_WIDGET (self), NULL);
}

/**
 * coach_big_digits_set_text:
 * @self: digits
 * @text: what they are, as in "24"
 *
 * Shows a time.
 */
void
coach_big_digits_set_text (CoachBigDigits *self,
                           const char     *text)
{
  g_return_if_fail (COACH_IS_BIG_DIGITS (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (pango_layout_get_text (self->layout), text))
    return;
  pango_layout_set_text (self->layout, text, -1);
  measure_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coach_big_digits_set_words:
 * @self: digits
 * @words: the time in words, as in "24 seconds left"
 *
 * Tells the time to those who listen. It need not be done as often as the digits change.
 */
void
coach_big_digits_set_words (CoachBigDigits *self,
                            const char     *words)
{
  g_return_if_fail (COACH_IS_BIG_DIGITS (self));
  g_return_if_fail (words != NULL);

  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * coach_big_digits_set_min_height:
 * @self: digits
 * @min_height: pixels, of the digits themselves
 *
 * Sets the height that digits have even if they must be narrow for it.
 */
void
coach_big_digits_set_min_height (CoachBigDigits *self,
                                 int             min_height)
{
  g_return_if_fail (COACH_IS_BIG_DIGITS (self));

  if (self->min_height == min_height)
    return;
  self->min_height = min_height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
