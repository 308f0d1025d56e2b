#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachRemoteState:
 * @status: "Stopped", "Paused" or "Playing"
 * @track: the path that stands for the movement and side under way
 * @number: the number of the movement in the session, from 1
 * @title: (translatable): movement, side and set
 * @album: (translatable): the routine
 * @art_uri: (nullable): a picture of the movement
 * @length_us: how long the movement lasts with this side, in microseconds
 * @position_us: how much of that has passed, in microseconds
 * @at_us: the monotonic time at which it had, in microseconds
 * @can_play: whether the session can be started or gone on with
 * @can_go_next: whether another movement can be gone to
 * @can_move: whether the session can be gone back and sought in
 *
 * A session as a media player shows it.
 */
typedef struct
{
  const char *status;
  char       *track;
  guint       number;
  char       *title;
  char       *album;
  char       *art_uri;
  gint64      length_us;
  gint64      position_us;
  gint64      at_us;
  gboolean    can_play;
  gboolean    can_go_next;
  gboolean    can_move;
} CoachRemoteState;

/**
 * CoachRemoteTarget:
 * @COACH_REMOTE_TARGET_NOWHERE: the session stays where it is
 * @COACH_REMOTE_TARGET_PHASE: the beginning of a phase
 * @COACH_REMOTE_TARGET_NEXT: the next movement
 *
 * Where seeking leads.
 */
typedef enum
{
  COACH_REMOTE_TARGET_NOWHERE,
  COACH_REMOTE_TARGET_PHASE,
  COACH_REMOTE_TARGET_NEXT,
} CoachRemoteTarget;

CoachRemoteState  *coach_remote_state_new             (CoachSession           *session,
                                                       CoachPlaces            *places,
                                                       gboolean                is_held,
                                                       gint64                  now_us);
void               coach_remote_state_free            (CoachRemoteState       *self);
GVariant          *coach_remote_state_get_metadata    (const CoachRemoteState *self);
gboolean           coach_remote_state_has_jumped      (const CoachRemoteState *before,
                                                       const CoachRemoteState *after);
gint64             coach_remote_state_get_position_us (CoachSession           *session);
CoachRemoteTarget  coach_remote_state_find_target     (CoachSession           *session,
                                                       gint64                  position_us,
                                                       guint                  *phase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachRemoteState, coach_remote_state_free)

G_END_DECLS
