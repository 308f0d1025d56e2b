#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper nesting than this is refused: content needs six levels, and parsers overflow. */
#define COACH_JSON_MAX_DEPTH 32

/* Names can be made to collide in hash tables; content needs a score of them in an object. */
#define COACH_JSON_MAX_MEMBERS 200

gboolean coach_json_text_check (const char  *file,
                                const char  *text,
                                gsize        length,
                                GError     **error);

G_END_DECLS
