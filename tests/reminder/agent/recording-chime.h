/* A chime that writes down what it is asked for. */
#pragma once

#include "coach-chime.h"

G_BEGIN_DECLS

#define RECORDING_TYPE_CHIME (recording_chime_get_type ())
G_DECLARE_FINAL_TYPE (RecordingChime, recording_chime, RECORDING, CHIME, GObject)

/* @what is "begin", "change" or "end". */
typedef void (*RecordingChimeFunc) (const char *what,
                                    gpointer    user_data);

CoachChime *recording_chime_new     (RecordingChimeFunc  func,
                                     gpointer            user_data);
gboolean    recording_chime_is_open (CoachChime         *chime);

G_END_DECLS
