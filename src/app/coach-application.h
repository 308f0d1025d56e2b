#pragma once

#include <adwaita.h>

#include "host.h"

G_BEGIN_DECLS

#define COACH_TYPE_APPLICATION (coach_application_get_type ())
G_DECLARE_FINAL_TYPE (CoachApplication, coach_application, COACH, APPLICATION, AdwApplication)

CoachApplication *coach_application_new (CoachPlaces *places,
                                         CoachClock  *clock);

G_END_DECLS
