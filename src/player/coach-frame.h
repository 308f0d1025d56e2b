#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CoachPixelLayout:
 * @COACH_PIXEL_LAYOUT_BGRX: four bytes a pixel, the last without meaning; what cairo draws directly
 * @COACH_PIXEL_LAYOUT_BGRA: four bytes a pixel, the last opaque; what a texture is uploaded from
 *
 * How the pixels of a frame lie in memory.
 */
typedef enum
{
  COACH_PIXEL_LAYOUT_BGRX,
  COACH_PIXEL_LAYOUT_BGRA,
} CoachPixelLayout;

#define COACH_TYPE_FRAME (coach_frame_get_type ())

/**
 * CoachFrame:
 *
 * One picture of a clip: decoded, mapped and never written to again.
 *
 * It is counted, and may be kept and let go on any thread. Nobody copies its pixels: whoever draws
 * from them holds a reference for as long as the drawing lives.
 */
typedef struct _CoachFrame CoachFrame;

GType             coach_frame_get_type   (void) G_GNUC_CONST;
CoachFrame       *coach_frame_ref        (CoachFrame *self);
void              coach_frame_unref      (CoachFrame *self);

CoachPixelLayout  coach_frame_get_layout (const CoachFrame *self);
int               coach_frame_get_width  (const CoachFrame *self);
int               coach_frame_get_height (const CoachFrame *self);
int               coach_frame_get_stride (const CoachFrame *self);
const guint8     *coach_frame_get_data   (const CoachFrame *self);
gint64            coach_frame_get_pts_us (const CoachFrame *self);
gint64            coach_frame_get_due_us (const CoachFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFrame, coach_frame_unref)

G_END_DECLS
