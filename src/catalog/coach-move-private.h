#pragma once

#include "coach-content-reader-private.h"
#include "coach-move.h"

G_BEGIN_DECLS

/* How many keys an animation may have, and how its JSON is checked. */
typedef struct
{
  guint               min_keys;
  guint               max_keys;
  const char * const *props;
} CoachAnimationLimits;

void     coach_move_read           (CoachMove                  *self,
                                    CoachContentReader         *reader,
                                    const char                 *name_context,
                                    guint                       min_instead);
void     coach_move_read_animation (CoachMove                  *self,
                                    CoachContentReader         *reader,
                                    const CoachAnimationLimits *limits);
gboolean coach_move_draws_left     (CoachMove                  *self);
const char * const *coach_move_get_props (CoachMove            *self);

G_END_DECLS
