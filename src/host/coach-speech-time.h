#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 coach_speech_time_estimate_us (const char *text,
                                      int         rate);

G_END_DECLS
