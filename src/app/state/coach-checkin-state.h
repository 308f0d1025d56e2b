#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachCheckinEntry:
 * @id: (owned) (not nullable): of the check-in
 * @pain: where it hurt
 * @time: (owned) (not nullable): when, in words
 * @words: (owned) (not nullable): where it hurt, in words
 *
 * A check-in that may still be put right.
 */
typedef struct
{
  char      *id;
  CoachPain  pain;
  char      *time;
  char      *words;
} CoachCheckinEntry;

/**
 * CoachCheckinState:
 * @has_last: whether there is a check-in of the last days
 * @last: what the newest one says; valid with @has_last
 * @same: (owned) (nullable): what its button says; valid with @has_last
 * @last_time: (owned) (nullable): when it was, in words; valid with @has_last
 * @last_words: (owned) (nullable): what it says, in words; valid with @has_last
 * @entries: (owned) (element-type CoachCheckinEntry): those of today, the newest first
 *
 * What a check-in can be begun from.
 */
typedef struct
{
  gboolean   has_last;
  CoachPain  last;
  char      *same;
  char      *last_time;
  char      *last_words;
  GPtrArray *entries;
} CoachCheckinState;

CoachCheckinState       *coach_checkin_state_new        (CoachAppContext         *context);
void                     coach_checkin_state_free       (CoachCheckinState       *self);
const CoachCheckinEntry *coach_checkin_state_find_entry (const CoachCheckinState *self,
                                                         const char              *id);
const char              *coach_checkin_state_save       (CoachAppContext         *context,
                                                         const char              *id,
                                                         const CoachPain         *pain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachCheckinState, coach_checkin_state_free)

G_END_DECLS
