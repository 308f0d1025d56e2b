#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void        coach_stored_set_date      (JsonObject  *object,
                                        const char  *member,
                                        const GDate *date);
void        coach_stored_set_time      (JsonObject  *object,
                                        const char  *member,
                                        GDateTime   *time);
void        coach_stored_set_version   (JsonObject  *object,
                                        guint        version);
JsonArray  *coach_stored_ensure_array  (JsonObject  *object,
                                        const char  *member);
JsonObject *coach_stored_ensure_object (JsonObject  *object,
                                        const char  *member);

G_END_DECLS
