#pragma once

#include <gtk/gtk.h>

#include "coach-clip-area.h"
#include "player.h"

G_BEGIN_DECLS

#define COACH_TYPE_CLIP_PAINTABLE (coach_clip_paintable_get_type ())
G_DECLARE_FINAL_TYPE (CoachClipPaintable, coach_clip_paintable, COACH, CLIP_PAINTABLE, GObject)

CoachClipPaintable *coach_clip_paintable_new          (void);

void                coach_clip_paintable_set_player   (CoachClipPaintable *self,
                                                       CoachPlayer        *player);
void                coach_clip_paintable_set_still    (CoachClipPaintable *self,
                                                       GdkTexture         *still);
gboolean            coach_clip_paintable_get_mirrored (CoachClipPaintable *self);
void                coach_clip_paintable_set_mirrored (CoachClipPaintable *self,
                                                       gboolean            mirrored);
void                coach_clip_paintable_set_fit      (CoachClipPaintable *self,
                                                       CoachClipFit        fit);
gboolean            coach_clip_paintable_has_frame    (CoachClipPaintable *self);

G_END_DECLS
