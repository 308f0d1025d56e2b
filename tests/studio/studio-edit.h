#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void  studio_edit_set  (JsonNode   *root,
                        const char *path,
                        const char *value);
char *studio_edit_text (const char *text,
                        const char *path,
                        const char *value);

G_END_DECLS
