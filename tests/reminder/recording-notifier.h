/* A notifier that writes down what it is asked for, and plays a server that comes and goes. */
#pragma once

#include "reminder.h"

G_BEGIN_DECLS

#define RECORDING_TYPE_NOTIFIER (recording_notifier_get_type ())
G_DECLARE_FINAL_TYPE (RecordingNotifier, recording_notifier, RECORDING, NOTIFIER, GObject)

/* @what is "show", "replace" or "withdraw"; @notice is NULL for the last. */
typedef void (*RecordingFunc) (const char        *what,
                               const CoachNotice *notice,
                               gpointer           user_data);

CoachNotifier *recording_notifier_new        (RecordingFunc  func,
                                              gpointer       user_data);
void           recording_notifier_set_server (CoachNotifier *notifier,
                                              gboolean       is_there);
gboolean       recording_notifier_is_visible (CoachNotifier *notifier);
void           recording_notifier_press      (CoachNotifier *notifier,
                                              const char    *id);
void           recording_notifier_close      (CoachNotifier *notifier,
                                              CoachNoticeEnd how);

G_END_DECLS
