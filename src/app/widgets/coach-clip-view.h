#pragma once

#include <gtk/gtk.h>

#include "player.h"

G_BEGIN_DECLS

#define COACH_TYPE_CLIP_VIEW (coach_clip_view_get_type ())
G_DECLARE_FINAL_TYPE (CoachClipView, coach_clip_view, COACH, CLIP_VIEW, GtkWidget)

void         coach_clip_view_set_clip_path  (CoachClipView *self,
                                             const char    *clip_path);
void         coach_clip_view_set_still_path (CoachClipView *self,
                                             const char    *still_path);
void         coach_clip_view_set_mirrored   (CoachClipView *self,
                                             gboolean       mirrored);
void         coach_clip_view_set_playing    (CoachClipView *self,
                                             gboolean       playing);
CoachPlayer *coach_clip_view_get_player     (CoachClipView *self);

G_END_DECLS
