#pragma once

#include "catalog.h"
#include "coach-studio.h"

G_BEGIN_DECLS

CoachBodyChart *coach_chart_make (const CoachStudio  *studio,
                                  GError            **error);

G_END_DECLS
