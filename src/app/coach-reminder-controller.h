#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_REMINDER_CONTROLLER (coach_reminder_controller_get_type ())
G_DECLARE_FINAL_TYPE (CoachReminderController, coach_reminder_controller, COACH,
                      REMINDER_CONTROLLER, GObject)

CoachReminderController *coach_reminder_controller_new (CoachAppContext         *context,
                                                        GDBusConnection         *bus);
void                     coach_reminder_controller_end (CoachReminderController *self);

G_END_DECLS
