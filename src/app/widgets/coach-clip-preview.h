#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_CLIP_PREVIEW (coach_clip_preview_get_type ())
G_DECLARE_FINAL_TYPE (CoachClipPreview, coach_clip_preview, COACH, CLIP_PREVIEW, GObject)

CoachClipPreview *coach_clip_preview_get_for_context (CoachAppContext  *context);
void              coach_clip_preview_begin           (CoachClipPreview *self,
                                                      AdwBin           *stage,
                                                      const char       *clip_path,
                                                      const char       *description);
void              coach_clip_preview_end             (CoachClipPreview *self,
                                                      AdwBin           *stage);

G_END_DECLS
