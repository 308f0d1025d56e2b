#pragma once

#include <gio/gio.h>

#include "session.h"

G_BEGIN_DECLS

#define COACH_TYPE_REMOTE (coach_remote_get_type ())
G_DECLARE_FINAL_TYPE (CoachRemote, coach_remote, COACH, REMOTE, GObject)

CoachRemote *coach_remote_new            (CoachSession    *session,
                                          CoachPlaces     *places,
                                          CoachClock      *clock,
                                          GDBusConnection *connection);
const char  *coach_remote_get_bus_name   (CoachRemote     *self);
gboolean     coach_remote_get_fullscreen (CoachRemote     *self);
void         coach_remote_set_fullscreen (CoachRemote     *self,
                                          gboolean         fullscreen);
double       coach_remote_get_volume     (CoachRemote     *self);
void         coach_remote_set_volume     (CoachRemote     *self,
                                          double           volume);
gboolean     coach_remote_get_is_held    (CoachRemote     *self);
void         coach_remote_set_is_held    (CoachRemote     *self,
                                          gboolean         is_held);

G_END_DECLS
