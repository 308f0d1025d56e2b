#pragma once

#include <json-glib/json-glib.h>

#include "coach-stored-reader-private.h"
#include "safety.h"

G_BEGIN_DECLS

/* The version of profile.json that is written. */
#define COACH_PROFILE_VERSION 2

void        coach_profile_read_json    (CoachProfile      *profile,
                                        JsonObject        *object,
                                        CoachStoredReader *reader);
void        coach_profile_write_json   (CoachProfile      *profile,
                                        JsonObject        *object);
const char *coach_place_get_id         (CoachPlace         place);
gboolean    coach_place_from_id        (const char        *id,
                                        CoachPlace        *place);

G_END_DECLS
