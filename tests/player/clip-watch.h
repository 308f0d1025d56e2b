/* Sees what a player does, and waits for it with a limit. */
#pragma once

#include "player.h"

typedef struct
{
  CoachPlayer *player;   /* (owned) */
  GArray      *pts_us;   /* of gint64: the place in the clip of each frame */
  GArray      *due_us;   /* of gint64: the moment of each frame */
  GError      *error;    /* (owned) (nullable): the last failure told */
  guint        failures;
} ClipWatch;

typedef gboolean (*ClipWatchFunc) (ClipWatch *watch, guint amount);

char      *clip_watch_find_clip (const char *name);
ClipWatch *clip_watch_new       (const char *path);
ClipWatch *clip_watch_new_with_layout (const char       *path,
                                       CoachPixelLayout  layout);
void       clip_watch_free      (ClipWatch *watch);
gboolean   clip_watch_wait      (ClipWatch     *watch,
                                 ClipWatchFunc  reached,
                                 guint          amount);
void       clip_watch_settle    (guint time_ms);

gboolean   clip_watch_has_frames   (ClipWatch *watch, guint amount);
gboolean   clip_watch_begins_again (ClipWatch *watch, guint amount);
gboolean   clip_watch_has_loops    (ClipWatch *watch, guint amount);
gboolean   clip_watch_has_failed   (ClipWatch *watch, guint amount);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClipWatch, clip_watch_free)
