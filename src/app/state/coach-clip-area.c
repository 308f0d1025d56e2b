#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-clip-area.h"

/**
 * coach_clip_area_place:
 * @picture_width: width of the picture, more than 0
 * @picture_height: its height, more than 0
 * @view_width: width of the view
 * @view_height: its height
 * @fit: how much of the picture is to be seen
 *
 * Places a picture in the middle of a view.
 *
 * The scale depends on the middle of the picture alone, what is as wide as four thirds of its
 * height: a clip and a still, which is the middle of the clip, come to lie exactly one on the other.
 * What a clip has beside its middle is seen where the view is wider than that. A picture that is
 * narrower is all middle.
 *
 * Returns: where the whole of the picture lies
 */
CoachClipArea
coach_clip_area_place (double       picture_width,
                       double       picture_height,
                       double       view_width,
                       double       view_height,
                       CoachClipFit fit)
{
  CoachClipArea area = { 0 };
  double across;
  double down;
  double scale;

  g_return_val_if_fail (picture_width > 0 && picture_height > 0, area);

  across = view_width / MIN (picture_width, picture_height * COACH_CLIP_CORE_RATIO);
  down = view_height / picture_height;
  scale = fit == COACH_CLIP_FIT_COVER ? MAX (across, down) : MIN (across, down);

  area.width = picture_width * scale;
  area.height = picture_height * scale;
  area.x = (view_width - area.width) / 2;
  area.y = (view_height - area.height) / 2;
  return area;
}
