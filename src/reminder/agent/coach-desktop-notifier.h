#pragma once

#include "presence.h"
#include "reminder.h"

G_BEGIN_DECLS

#define COACH_TYPE_DESKTOP_NOTIFIER (coach_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (CoachDesktopNotifier, coach_desktop_notifier, COACH, DESKTOP_NOTIFIER,
                      GObject)

CoachDesktopNotifier *coach_desktop_notifier_new      (CoachClock           *clock,
                                                       CoachBusLink         *session_bus,
                                                       const char           *mark);
const char           *coach_desktop_notifier_get_mark (CoachDesktopNotifier *self);

G_END_DECLS
