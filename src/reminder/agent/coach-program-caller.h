#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COACH_TYPE_PROGRAM_CALLER (coach_program_caller_get_type ())
G_DECLARE_FINAL_TYPE (CoachProgramCaller, coach_program_caller, COACH, PROGRAM_CALLER, GObject)

CoachProgramCaller *coach_program_caller_new           (GDBusConnection    *bus);
void                coach_program_caller_open          (CoachProgramCaller *self);
void                coach_program_caller_start_routine (CoachProgramCaller *self,
                                                        const char         *routine_id);

G_END_DECLS
