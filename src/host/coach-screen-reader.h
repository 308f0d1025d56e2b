#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COACH_TYPE_SCREEN_READER (coach_screen_reader_get_type ())
G_DECLARE_FINAL_TYPE (CoachScreenReader, coach_screen_reader, COACH, SCREEN_READER, GObject)

CoachScreenReader *coach_screen_reader_new           (GDBusConnection   *bus);
gboolean           coach_screen_reader_get_is_active (CoachScreenReader *self);

G_END_DECLS
