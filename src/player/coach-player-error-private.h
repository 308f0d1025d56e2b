#pragma once

#include "coach-player-error.h"

G_BEGIN_DECLS

GError *coach_player_error_from_gst (const GError *gst_error,
                                     const char   *missing_codec);

G_END_DECLS
