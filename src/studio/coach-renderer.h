#pragma once

#include "coach-scene.h"

G_BEGIN_DECLS

/**
 * CoachStyle:
 * @COACH_STYLE_COLOR: soft light, for screens
 * @COACH_STYLE_LINES: a line drawing on white, for paper
 */
typedef enum
{
  COACH_STYLE_COLOR,
  COACH_STYLE_LINES,
} CoachStyle;

/**
 * CoachImage:
 *
 * A picture: three bytes a pixel, no gaps between rows.
 */
typedef struct
{
  guint   width;
  guint   height;
  guint8 *rgb;      /* (owned) */
} CoachImage;

CoachImage *coach_image_new   (guint             width,
                               guint             height);
void        coach_image_free  (CoachImage       *self);
CoachImage *coach_render      (const CoachScene *scene,
                               const CoachShot  *shot,
                               CoachStyle        style,
                               guint             width,
                               guint             height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachImage, coach_image_free)

G_END_DECLS
