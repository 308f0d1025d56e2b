#pragma once

#include <gtk/gtk.h>

#include "coach-still-cache.h"

G_BEGIN_DECLS

#define COACH_TYPE_STILL_VIEW (coach_still_view_get_type ())
G_DECLARE_FINAL_TYPE (CoachStillView, coach_still_view, COACH, STILL_VIEW, GtkWidget)

void     coach_still_view_set_still   (CoachStillView  *self,
                                       CoachStillCache *cache,
                                       const char      *path);
gboolean coach_still_view_has_picture (CoachStillView  *self);

G_END_DECLS
