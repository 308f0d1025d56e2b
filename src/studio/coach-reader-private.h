#pragma once

#include <json-glib/json-glib.h>

#include "coach-reader.h"

G_BEGIN_DECLS

JsonNode *coach_reader_current (CoachReader *self);

G_END_DECLS
