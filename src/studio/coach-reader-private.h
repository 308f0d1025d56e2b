#pragma once

#include <json-glib/json-glib.h>

#include "coach-reader.h"

G_BEGIN_DECLS

/* The value that the walk is at, NULL below something that is missing. */
JsonNode *coach_reader_current (CoachReader *self);

G_END_DECLS
