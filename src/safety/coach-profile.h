#pragma once

#include <glib-object.h>

#include "catalog.h"
#include "coach-day.h"
#include "coach-order.h"
#include "coach-screening-record.h"
#include "coach-trend.h"

G_BEGIN_DECLS

/**
 * CoachPlace:
 * @COACH_PLACE_FLOOR: the person can get down to the floor and up again
 * @COACH_PLACE_CHAIR: the person stays on a chair or on their feet
 *
 * Where the person exercises.
 */
typedef enum
{
  COACH_PLACE_FLOOR,
  COACH_PLACE_CHAIR,
} CoachPlace;

#define COACH_TYPE_PROFILE (coach_profile_get_type ())
G_DECLARE_FINAL_TYPE (CoachProfile, coach_profile, COACH, PROFILE, GObject)

/* Emits "changed" whenever something in it, its record included, is different. */
CoachProfile         *coach_profile_new            (void);
const char * const   *coach_profile_get_conditions (CoachProfile       *self);
gboolean              coach_profile_has_condition  (CoachProfile       *self,
                                                    const char         *id);
void                  coach_profile_set_conditions (CoachProfile       *self,
                                                    const char * const *ids);
void                  coach_profile_set_condition  (CoachProfile       *self,
                                                    const char         *id,
                                                    gboolean            has);
/* The person's conditions and those of the day together, each once. */
const char * const   *coach_profile_get_all_conditions (CoachProfile   *self);
CoachSide             coach_profile_get_side       (CoachProfile       *self);
void                  coach_profile_set_side       (CoachProfile       *self,
                                                    CoachSide           side);
CoachPlace            coach_profile_get_place      (CoachProfile       *self);
void                  coach_profile_set_place      (CoachProfile       *self,
                                                    CoachPlace          place);
/* NULL as long as the person has not said: then nothing is thought to be missing. */
const char * const   *coach_profile_get_equipment  (CoachProfile       *self);
void                  coach_profile_set_equipment  (CoachProfile       *self,
                                                    const char * const *ids);
gboolean              coach_profile_has_equipment  (CoachProfile       *self,
                                                    const char         *id);

CoachOrder            coach_profile_get_move_order  (CoachProfile      *self,
                                                     const char        *move);
void                  coach_profile_set_move_order  (CoachProfile      *self,
                                                     const char        *move,
                                                     CoachOrder         order);
char                **coach_profile_dup_ordered_moves (CoachProfile    *self);
CoachOrder            coach_profile_get_trait_order (CoachProfile      *self,
                                                     const char        *trait);
void                  coach_profile_set_trait_order (CoachProfile      *self,
                                                     const char        *trait,
                                                     CoachOrder         order);
char                **coach_profile_dup_ordered_traits (CoachProfile   *self);

guint                 coach_profile_get_n_benches   (CoachProfile      *self);
const CoachBench     *coach_profile_get_bench       (CoachProfile      *self,
                                                     guint              index);
const CoachBench     *coach_profile_lookup_bench    (CoachProfile      *self,
                                                     const char        *move);
void                  coach_profile_bench           (CoachProfile      *self,
                                                     const char        *move,
                                                     const GDate       *since,
                                                     const GDate       *until);
void                  coach_profile_unbench         (CoachProfile      *self,
                                                     const char        *move);

CoachScreeningRecord *coach_profile_get_screening   (CoachProfile      *self);
/* NULL when flare-up mode is off. */
const GDate          *coach_profile_get_flare_since (CoachProfile      *self);
void                  coach_profile_set_flare_since (CoachProfile      *self,
                                                     const GDate       *day);
/* What a clinician has checked, as the person said for each warning by itself. */
const CoachReviewed  *coach_profile_get_reviewed    (CoachProfile      *self);
void                  coach_profile_set_reviewed    (CoachProfile      *self,
                                                     CoachWarning       warning,
                                                     const GDate       *day);
/* The day the disclaimer was read; NULL when it was not. */
const GDate          *coach_profile_get_welcomed    (CoachProfile      *self);
void                  coach_profile_set_welcomed    (CoachProfile      *self,
                                                     const GDate       *day);

void                  coach_profile_reset           (CoachProfile      *self);

/* What the day asks for; not kept. Emits "changed" when it is another. */
CoachDay             *coach_profile_get_day         (CoachProfile      *self);
void                  coach_profile_set_day         (CoachProfile      *self,
                                                     CoachDay          *day);

G_END_DECLS
