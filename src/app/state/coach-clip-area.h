#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COACH_CLIP_CORE_RATIO:
 *
 * Width by height of the middle of a clip, in which all of the action is. Stills show just this.
 */
#define COACH_CLIP_CORE_RATIO (4.0 / 3.0)

/**
 * CoachClipFit:
 * @COACH_CLIP_FIT_CORE: the middle is seen whole, and as much of the rest as there is room for
 * @COACH_CLIP_FIT_COVER: the middle fills the view, cut at its edges
 *
 * How much of a picture is seen.
 */
typedef enum
{
  COACH_CLIP_FIT_CORE,
  COACH_CLIP_FIT_COVER,
} CoachClipFit;

/**
 * CoachClipArea:
 *
 * Where the whole of a picture lies in a view, whose corner is at 0, 0. It may reach out of it.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} CoachClipArea;

CoachClipArea coach_clip_area_place (double       picture_width,
                                     double       picture_height,
                                     double       view_width,
                                     double       view_height,
                                     CoachClipFit fit);

G_END_DECLS
