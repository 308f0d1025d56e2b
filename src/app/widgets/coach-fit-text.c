#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-fit-text.h"

#include "coach-css-color.h"

struct _CoachFitText
{
  GtkWidget    parent_instance;

  PangoLayout *layout;        /* (owned) (not nullable) */
  gboolean     at_start;      /* else it is in the middle */
  int          fitted_width;  /* of the box that the size of the font was found for; -1 for none */
  int          fitted_height;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_AT_START,
} CoachFitTextProperty;

static GParamSpec *properties[PROP_AT_START + 1];

/**
 * CoachFitText:
 *
 * A short text, as large as its box allows, in as many lines as that takes. Words are not broken
 * and nothing of them is ever cut off.
 *
 * # CSS
 *
 * One node, `fittext`. Its font size does not matter.
 */
G_DEFINE_FINAL_TYPE (CoachFitText, coach_fit_text, GTK_TYPE_WIDGET)

static void
set_font_size (CoachFitText *self,
               int           size)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, (double) size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

/* Letters may reach out of their line, upwards and down. */
static void
get_extents (CoachFitText   *self,
             PangoRectangle *extents)
{
  PangoRectangle ink;
  int right, bottom;

  pango_layout_get_pixel_extents (self->layout, &ink, extents);
  right = MAX (ink.x + ink.width, extents->x + extents->width);
  bottom = MAX (ink.y + ink.height, extents->y + extents->height);
  extents->x = MIN (ink.x, extents->x);
  extents->y = MIN (ink.y, extents->y);
  extents->width = right - extents->x;
  extents->height = bottom - extents->y;
}

static gboolean
fits (CoachFitText *self,
      int           size,
      int           width,
      int           height)
{
  PangoRectangle extents;

  set_font_size (self, size);
  get_extents (self, &extents);
  return extents.width <= width && extents.height <= height;
}

/* Finds the largest size, halving what is left to try. */
static void
fit (CoachFitText *self,
     int           width,
     int           height)
{
  int fitting = 1;
  int too_large = height + 1;

  if (width == self->fitted_width && height == self->fitted_height)
    return;
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  while (too_large - fitting > 1)
    {
      int size = (fitting + too_large) / 2;

      if (fits (self, size, width, height))
        fitting = size;
      else
        too_large = size;
    }
  set_font_size (self, fitting);
  self->fitted_width = width;
  self->fitted_height = height;
}

static void
fit_anew (CoachFitText *self)
{
  self->fitted_width = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
coach_fit_text_measure (GtkWidget      *widget,
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
coach_fit_text_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CoachFitText *self = COACH_FIT_TEXT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoRectangle extents;
  GdkRGBA color;
  int x;

  if (width <= 0 || height <= 0)
    return;
  fit (self, width, height);
  get_extents (self, &extents);
  coach_css_color_get (widget, &color);
  x = (width - extents.width) / 2;
  if (self->at_start)
    x = rtl ? width - extents.width : 0;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - extents.x),
                                                          (height - extents.height) / 2.0f
                                                              - extents.y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
coach_fit_text_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  CoachFitText *self = COACH_FIT_TEXT (widget);

  GTK_WIDGET_CLASS (coach_fit_text_parent_class)->css_changed (widget, change);

  pango_layout_context_changed (self->layout);
  fit_anew (self);
}

static void
coach_fit_text_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  CoachFitText *self = COACH_FIT_TEXT (widget);

  GTK_WIDGET_CLASS (coach_fit_text_parent_class)->system_setting_changed (widget, setting);

  pango_layout_context_changed (self->layout);
  fit_anew (self);
}

static void
coach_fit_text_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CoachFitText *self = COACH_FIT_TEXT (object);

  switch ((CoachFitTextProperty) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, coach_fit_text_get_text (self));
      break;
    case PROP_AT_START:
      g_value_set_boolean (value, self->at_start);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_fit_text_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CoachFitText *self = COACH_FIT_TEXT (object);

  switch ((CoachFitTextProperty) id)
    {
    case PROP_TEXT:
      coach_fit_text_set_text (self, g_value_get_string (value));
      break;
    case PROP_AT_START:
      self->at_start = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_fit_text_finalize (GObject *object)
{
  g_clear_object (&COACH_FIT_TEXT (object)->layout);

  G_OBJECT_CLASS (coach_fit_text_parent_class)->finalize (object);
}

static void
coach_fit_text_class_init (CoachFitTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = coach_fit_text_get_property;
  object_class->set_property = coach_fit_text_set_property;
  object_class->finalize = coach_fit_text_finalize;
  widget_class->measure = coach_fit_text_measure;
  widget_class->snapshot = coach_fit_text_snapshot;
  widget_class->css_changed = coach_fit_text_css_changed;
  widget_class->system_setting_changed = coach_fit_text_system_setting_changed;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_AT_START]
      = g_param_spec_boolean ("at-start", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "fittext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
coach_fit_text_init (CoachFitText *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  self->fitted_width = -1;
}

/**
 * coach_fit_text_set_text:
 * @self: a text
 * @text: (nullable): what it says; %NULL hides it
 *
 * Says something else.
 */
void
coach_fit_text_set_text (CoachFitText *self,
                         const char   *text)
{
  g_return_if_fail (COACH_IS_FIT_TEXT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
  if (g_str_equal (coach_fit_text_get_text (self), text != NULL ? text : ""))
    return;
  pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  fit_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * coach_fit_text_get_text:
 * @self: a text
 *
 * Gets what it says.
 *
 * Returns: (transfer none): the text; empty while it is hidden
 */
const char *
coach_fit_text_get_text (CoachFitText *self)
{
  g_return_val_if_fail (COACH_IS_FIT_TEXT (self), NULL);

  return pango_layout_get_text (self->layout);
}
