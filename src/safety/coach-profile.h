#pragma once

#include <glib-object.h>

#include "catalog.h"

G_BEGIN_DECLS

#define COACH_TYPE_PROFILE (coach_profile_get_type ())
G_DECLARE_FINAL_TYPE (CoachProfile, coach_profile, COACH, PROFILE, GObject)

CoachProfile       *coach_profile_new            (void);
const char * const *coach_profile_get_conditions (CoachProfile       *self);
gboolean            coach_profile_has_condition  (CoachProfile       *self,
                                                  const char         *id);
void                coach_profile_set_conditions (CoachProfile       *self,
                                                  const char * const *ids);
void                coach_profile_set_condition  (CoachProfile       *self,
                                                  const char         *id,
                                                  gboolean            has);
CoachSide           coach_profile_get_side       (CoachProfile       *self);
void                coach_profile_set_side       (CoachProfile       *self,
                                                  CoachSide           side);

G_END_DECLS
