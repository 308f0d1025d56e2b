#pragma once

#include "coach-frame.h"

G_BEGIN_DECLS

/**
 * CoachPlayerStatistics:
 * @shown: frames that were handed over
 * @dropped: frames that came too late and were left out
 * @merged: frames that a newer one replaced before anybody could look at them
 * @loops: how often the clip has come to its end
 * @longest_step_us: the longest time on the clip's own clock from one frame that was handed over to
 *   the next, over the seams of its loops; a frame left out makes it longer
 *
 * What a player has done so far.
 */
typedef struct
{
  guint64 shown;
  guint64 dropped;
  guint64 merged;
  guint   loops;
  gint64  longest_step_us;
} CoachPlayerStatistics;

#define COACH_TYPE_PLAYER (coach_player_get_type ())
G_DECLARE_FINAL_TYPE (CoachPlayer, coach_player, COACH, PLAYER, GObject)

CoachPlayer *coach_player_new            (const char       *path,
                                          CoachPixelLayout  layout);

const char  *coach_player_get_path       (CoachPlayer *self);
CoachFrame  *coach_player_get_frame      (CoachPlayer *self);
gboolean     coach_player_get_playing    (CoachPlayer *self);
void         coach_player_set_playing    (CoachPlayer *self,
                                          gboolean     playing);
void         coach_player_get_statistics (CoachPlayer           *self,
                                          CoachPlayerStatistics *statistics);
void         coach_player_close          (CoachPlayer *self);

G_END_DECLS
