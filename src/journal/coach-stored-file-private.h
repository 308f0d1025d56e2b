#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *coach_stored_file_read  (const char  *path,
                                     gsize        max_bytes,
                                     GError     **error);
JsonObject *coach_stored_file_take  (const char  *path,
                                     gsize        max_bytes,
                                     GError     **error);
JsonObject *coach_stored_text_parse (const char  *name,
                                     GBytes      *bytes,
                                     GError     **error);

G_END_DECLS
