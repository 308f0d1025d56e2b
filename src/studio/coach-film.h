#pragma once

#include "coach-renderer.h"
#include "coach-studio.h"

G_BEGIN_DECLS

#define COACH_CLIP_WIDTH 1280
#define COACH_CLIP_HEIGHT 720
/* A clip has to be small enough for a whole library to be installed. */
#define COACH_CLIP_MAX_BYTES (600 * 1000)

/**
 * CoachFilmProgress:
 * @done: pictures that are ready
 * @total: pictures in all
 * @data: what was given
 *
 * Hears how far the drawing of a clip is.
 */
typedef void (*CoachFilmProgress) (guint    done,
                                   guint    total,
                                   gpointer data);

/**
 * CoachClipWriter:
 *
 * Encodes pictures into a clip: VP9 in WebM, a keyframe each second, so that a player can jump.
 */
typedef struct _CoachClipWriter CoachClipWriter;

CoachClipWriter *coach_clip_writer_new    (const char         *path,
                                           guint               width,
                                           guint               height,
                                           guint               coarseness,
                                           GError            **error);
void             coach_clip_writer_free   (CoachClipWriter    *self);
gboolean         coach_clip_writer_add    (CoachClipWriter    *self,
                                           const CoachImage   *image,
                                           GError            **error);
gboolean         coach_clip_writer_finish (CoachClipWriter    *self,
                                           GError            **error);

gboolean         coach_film_make          (const CoachStudio  *studio,
                                           const CoachTake    *take,
                                           const CoachSample  *samples,
                                           guint               n,
                                           const char         *cache,
                                           CoachFilmProgress   progress,
                                           gpointer            progress_data,
                                           GError            **error);
guint            coach_film_count_pictures (const CoachTake *take,
                                           const CoachSample  *samples,
                                           guint               n);
gboolean         coach_film_is_fresh      (const CoachStudio  *studio,
                                           const CoachMotion  *motion,
                                           gboolean           *is_fresh,
                                           GError            **error);
char            *coach_film_slug          (const char         *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachClipWriter, coach_clip_writer_free)

G_END_DECLS
