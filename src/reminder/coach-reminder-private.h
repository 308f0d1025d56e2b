/* Between the files of the state machine. */
#pragma once

#include "coach-reminder-state.h"

G_BEGIN_DECLS

/* One event on its way through the rules. */
typedef struct
{
  CoachReminderState        *state;
  const CoachReminderConfig *config;
  const CoachReminderEvent  *event;
  const CoachReminderNow    *now;
  CoachReminderOrders       *orders;
  gint64                     now_us; /* of the state's clock */
} CoachReminderStep;

/* coach-reminder-spell.c */
void     coach_reminder_let_time_pass  (CoachReminderStep    *step);
void     coach_reminder_heed_presence  (CoachReminderStep    *step);
void     coach_reminder_take_posture   (CoachReminderStep    *step,
                                        CoachReminderPosture  posture);
void     coach_reminder_leave_posture  (CoachReminderStep    *step,
                                        gboolean              is_done);
gint64   coach_reminder_count_spell    (const CoachReminderState  *state,
                                        const CoachReminderConfig *config,
                                        gint64                     now_us);
gboolean coach_reminder_has_left       (const CoachReminderState  *state,
                                        const CoachReminderConfig *config,
                                        gint64                     now_us);

/* coach-reminder-nudge.c */
void     coach_reminder_forget_period  (CoachReminderState   *state);
void     coach_reminder_withdraw       (CoachReminderStep    *step);
void     coach_reminder_put_off        (CoachReminderStep    *step);
void     coach_reminder_settle         (CoachReminderStep    *step);
guint    coach_reminder_get_day        (GDateTime            *local);

G_END_DECLS
