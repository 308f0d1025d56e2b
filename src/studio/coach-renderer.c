#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-renderer-private.h"

/**
 * coach_image_new:
 * @width: pixels
 * @height: pixels
 *
 * Returns: (transfer full): an image, black
 */
CoachImage *
coach_image_new (guint width,
                 guint height)
{
  CoachImage *self = g_new0 (CoachImage, 1);

  self->width = width;
  self->height = height;
  self->rgb = g_malloc0_n ((gsize) width * height, 3);
  return self;
}

/**
 * coach_image_free:
 * @self: (transfer full): an image
 */
void
coach_image_free (CoachImage *self)
{
  g_clear_pointer (&self->rgb, g_free);
  g_free (self);
}

/**
 * coach_render:
 * @scene: what all pictures have in common
 * @shot: one picture
 * @style: how to draw it
 * @width: pixels
 * @height: pixels
 *
 * Draws one picture, on all processors. The same shot gives the same bytes.
 *
 * Returns: (transfer full): the picture
 */
CoachImage *
coach_render (const CoachScene *scene,
              const CoachShot  *shot,
              CoachStyle        style,
              guint             width,
              guint             height)
{
  g_autoptr (CoachField) field = coach_field_new (scene, shot);
  CoachImage *image = coach_image_new (width, height);

  switch (style)
    {
    case COACH_STYLE_COLOR:
      coach_draw_colour (scene, shot, field, image);
      break;
    case COACH_STYLE_LINES:
      coach_draw_lines (scene, shot, field, image);
      break;
    }
  return image;
}
