#pragma once

#include "coach-profile.h"

G_BEGIN_DECLS

struct _CoachProfile
{
  GObject               parent_instance;

  GPtrArray            *conditions;  /* (owned) (element-type utf8), sorted, NULL-terminated,
                                      * without the base */
  GPtrArray            *all;         /* (owned): the same with those of @day */
  CoachSide             side;        /* where it hurts; none when unknown or both */
  CoachPlace            place;
  char                **equipment;   /* (owned) (nullable): sorted; NULL when it was not said */

  GHashTable           *move_orders; /* (owned): owned ids to CoachOrder, never none */
  GHashTable           *trait_orders; /* (owned): the same of traits */
  GPtrArray            *benches;     /* (owned) (element-type CoachBench): the oldest first */

  CoachScreeningRecord *screening;   /* (owned) (not nullable) */
  GDate                 flare_since; /* not valid when flare-up mode is off */
  CoachReviewed         reviewed;    /* what a clinician has checked */
  GDate                 welcomed;    /* not valid when the disclaimer was not read */
  CoachDay             *day;         /* (owned) (nullable) */
};

void coach_profile_init_orders  (CoachProfile *self);
void coach_profile_clear_orders (CoachProfile *self);
void coach_profile_emit_changed (CoachProfile *self);

G_END_DECLS
