#pragma once

#include "coach-film.h"

G_BEGIN_DECLS

gboolean coach_film_make_small (const CoachStudio *studio,
                                const CoachTake   *take,
                                const CoachSample *samples,
                                guint              n,
                                const char        *cache,
                                guint              shrink,
                                CoachFilmProgress  progress,
                                gpointer           progress_data,
                                GError           **error);

G_END_DECLS
