#pragma once

#include "coach-renderer.h"

G_BEGIN_DECLS

gboolean coach_picture_save         (const CoachImage *image,
                                     const char       *path,
                                     GError          **error);
gboolean coach_picture_save_quickly (const CoachImage *image,
                                     const char       *path,
                                     GError          **error);

G_END_DECLS
