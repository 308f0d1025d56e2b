#pragma once

#include "coach-mpris.h"
#include "coach-remote-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_REMOTE_PLAYER (coach_remote_player_get_type ())
G_DECLARE_FINAL_TYPE (CoachRemotePlayer, coach_remote_player, COACH, REMOTE_PLAYER,
                      CoachMprisMediaPlayer2PlayerSkeleton)

CoachRemotePlayer *coach_remote_player_new  (CoachSession      *session);
void               coach_remote_player_tell (CoachRemotePlayer *self,
                                             CoachRemoteState  *state);

G_END_DECLS
