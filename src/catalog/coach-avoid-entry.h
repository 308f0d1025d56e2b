#pragma once

#include "coach-move.h"
#include "coach-rule.h"

G_BEGIN_DECLS

#define COACH_TYPE_AVOID_ENTRY (coach_avoid_entry_get_type ())
G_DECLARE_FINAL_TYPE (CoachAvoidEntry, coach_avoid_entry, COACH, AVOID_ENTRY, CoachMove)

const char * const *coach_avoid_entry_get_synonyms   (CoachAvoidEntry *self);
const char * const *coach_avoid_entry_get_english_synonyms (CoachAvoidEntry *self);
const char         *coach_avoid_entry_get_why        (CoachAvoidEntry *self);
CoachVerdictLevel   coach_avoid_entry_get_severity   (CoachAvoidEntry *self);
const char         *coach_avoid_entry_get_if_flared  (CoachAvoidEntry *self);
const char         *coach_avoid_entry_get_until      (CoachAvoidEntry *self);
const char         *coach_avoid_entry_get_source     (CoachAvoidEntry *self);
gboolean            coach_avoid_entry_is_common      (CoachAvoidEntry *self);

G_END_DECLS
