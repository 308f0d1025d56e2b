#pragma once

#include "host.h"

G_BEGIN_DECLS

#define COACH_TYPE_MANUAL_CLOCK (coach_manual_clock_get_type ())
G_DECLARE_FINAL_TYPE (CoachManualClock, coach_manual_clock, COACH, MANUAL_CLOCK, GObject)

CoachManualClock *coach_manual_clock_new             (void);
void              coach_manual_clock_advance         (CoachManualClock *self,
                                                      gint64            us);
void              coach_manual_clock_suspend         (CoachManualClock *self,
                                                      gint64            us);
void              coach_manual_clock_set_lateness    (CoachManualClock *self,
                                                      gint64            min_us,
                                                      gint64            max_us);
void              coach_manual_clock_set_local_time  (CoachManualClock *self,
                                                      GDateTime        *time);
guint             coach_manual_clock_count_armed     (CoachManualClock *self);
guint             coach_manual_clock_count_fired     (CoachManualClock *self);

G_END_DECLS
