#pragma once

#include "coach-take.h"

G_BEGIN_DECLS

/**
 * CoachSolvedKey:
 *
 * A key as it was solved: its contacts have the pins and the directions that it came to.
 */
typedef struct
{
  double       angles[COACH_MAX_DOFS];
  guint        n_contacts;
  CoachContact contacts[COACH_MAX_CONTACTS];
  CoachStance  stance;
} CoachSolvedKey;

struct _CoachTake
{
  const CoachMotion *motion;   /* (unowned) */
  CoachPoser        *poser;    /* (owned) */
  CoachSolvedKey    *solved;   /* (owned) (array), one for each key */
};

static inline const CoachKey *
coach_take_key (const CoachTake *self,
                guint            index)
{
  return &g_array_index (self->motion->keys, CoachKey, index);
}

/* The key that follows; after the last one the loop goes on with the first. */
static inline guint
coach_take_key_after (const CoachTake *self,
                      guint            index)
{
  return (index + 1) % self->motion->keys->len;
}

void                coach_take_place_props  (const CoachTake    *self,
                                             double              t_s,
                                             CoachPropState     *props);
void                coach_take_solve_keys   (CoachTake          *self);
const CoachContact *coach_contacts_find_same (const CoachContact *contacts,
                                              guint               n,
                                              const CoachContact *like);

G_END_DECLS
