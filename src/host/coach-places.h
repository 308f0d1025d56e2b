#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COACH_TYPE_PLACES (coach_places_get_type ())
G_DECLARE_FINAL_TYPE (CoachPlaces, coach_places, COACH, PLACES, GObject)

CoachPlaces *coach_places_new             (const char *catalog_dir,
                                           const char *media_dir,
                                           const char *data_dir);
CoachPlaces *coach_places_new_for_system  (void);
const char  *coach_places_get_locale_dir  (void);

const char  *coach_places_get_catalog_dir (CoachPlaces *self);
const char  *coach_places_get_media_dir   (CoachPlaces *self);
const char  *coach_places_get_data_dir    (CoachPlaces *self);
const char  *coach_places_get_config_dir  (CoachPlaces *self);
char        *coach_places_find_clip       (CoachPlaces *self,
                                           const char  *move_id);
char        *coach_places_find_poster     (CoachPlaces *self,
                                           const char  *move_id);
char        *coach_places_find_still      (CoachPlaces *self,
                                           const char  *move_id,
                                           const char  *key_name);
char        *coach_places_find_line_still (CoachPlaces *self,
                                           const char  *move_id,
                                           const char  *key_name);
char        *coach_places_find_sound      (CoachPlaces *self,
                                           const char  *name);

G_END_DECLS
