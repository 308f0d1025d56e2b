#pragma once

#include "coach-diary.h"

G_BEGIN_DECLS

#define COACH_TYPE_SESSION_RECORDER (coach_session_recorder_get_type ())
G_DECLARE_FINAL_TYPE (CoachSessionRecorder, coach_session_recorder, COACH, SESSION_RECORDER, GObject)

CoachSessionRecorder *coach_session_recorder_new    (CoachDiary           *diary,
                                                     CoachSession         *session,
                                                     CoachClock           *clock,
                                                     const CoachPain      *before);
const char           *coach_session_recorder_get_id (CoachSessionRecorder *self);

G_END_DECLS
