#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_STILL_CACHE (coach_still_cache_get_type ())
G_DECLARE_FINAL_TYPE (CoachStillCache, coach_still_cache, COACH, STILL_CACHE, GObject)

CoachStillCache *coach_still_cache_get_for_context (CoachAppContext      *context);
void             coach_still_cache_load_async      (CoachStillCache      *self,
                                                    const char           *path,
                                                    int                   width,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GdkTexture      *coach_still_cache_load_finish     (CoachStillCache      *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
