#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "host.h"

G_BEGIN_DECLS

#define COACH_TYPE_STORED_FILE (coach_stored_file_get_type ())
G_DECLARE_FINAL_TYPE (CoachStoredFile, coach_stored_file, COACH, STORED_FILE, GObject)

CoachStoredFile *coach_stored_file_new        (CoachPlaces      *places,
                                               const char       *name,
                                               gsize             max_bytes);
gboolean         coach_stored_file_load       (CoachStoredFile  *self,
                                               JsonObject      **object,
                                               GError          **error);
void             coach_stored_file_save       (CoachStoredFile  *self,
                                               char             *text,
                                               GTask            *task);
gboolean         coach_stored_file_save_now   (CoachStoredFile  *self,
                                               char             *text,
                                               GError          **error);
JsonObject      *coach_stored_file_read       (const char       *path,
                                               gsize             max_bytes,
                                               GError          **error);

G_END_DECLS
