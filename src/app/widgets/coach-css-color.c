#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-css-color.h"

/**
 * coach_css_color_get:
 * @widget: a widget
 * @color: (out): where to put the colour
 *
 * Gets the `color` that the style sheet gives to a widget, for drawing. The one place that
 * knows the style context, which later versions of GTK replace.
 */
void
coach_css_color_get (GtkWidget *widget,
                     GdkRGBA   *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (color != NULL);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}
