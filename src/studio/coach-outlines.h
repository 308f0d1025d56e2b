#pragma once

#include "coach-renderer.h"

G_BEGIN_DECLS

char *coach_outlines_draw (const CoachScene *scene,
                           const CoachShot  *shot,
                           CoachStyle        style,
                           guint             width,
                           guint             height);

G_END_DECLS
