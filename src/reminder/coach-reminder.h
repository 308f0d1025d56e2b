#pragma once

#include "coach-notifier.h"
#include "coach-reminder-state.h"
#include "journal.h"

G_BEGIN_DECLS

/* Input stops for this long before it is taken for absence, so that shorter ones are reading. */
#define COACH_REMINDER_IDLE_SECONDS 60

/* Nothing typed for this long is a pause in typing. */
#define COACH_REMINDER_PAUSE_SECONDS 5

#define COACH_TYPE_REMINDER (coach_reminder_get_type ())
G_DECLARE_FINAL_TYPE (CoachReminder, coach_reminder, COACH, REMINDER, GObject)

CoachReminder            *coach_reminder_new           (CoachClock                 *clock,
                                                        CoachPresence              *presence,
                                                        CoachNotifier              *notifier,
                                                        const CoachReminderConfig  *config);
gboolean                  coach_reminder_restore       (CoachReminder              *self,
                                                        const char                 *text,
                                                        const char                 *boot_id,
                                                        GError                    **error);
char                     *coach_reminder_to_text       (CoachReminder              *self,
                                                        const char                 *boot_id,
                                                        gboolean                    is_leaving);
void                      coach_reminder_start         (CoachReminder              *self);

void                      coach_reminder_set_config    (CoachReminder              *self,
                                                        const CoachReminderConfig  *config);
void                      coach_reminder_set_holds     (CoachReminder              *self,
                                                        CoachReminderHolds          holds);
void                      coach_reminder_set_standing  (CoachReminder              *self,
                                                        gboolean                    stands);
void                      coach_reminder_set_session   (CoachReminder              *self,
                                                        gboolean                    runs);
void                      coach_reminder_begin_break   (CoachReminder              *self,
                                                        CoachReminderPosture        posture);
void                      coach_reminder_end_break     (CoachReminder              *self,
                                                        gboolean                    is_done);
void                      coach_reminder_snooze        (CoachReminder              *self);
void                      coach_reminder_keep_quiet    (CoachReminder              *self,
                                                        gint64                      length_us);
void                      coach_reminder_pause_today   (CoachReminder              *self);
void                      coach_reminder_resume        (CoachReminder              *self);
void                      coach_reminder_clock_changed (CoachReminder              *self);

const CoachReminderConfig *coach_reminder_get_config   (CoachReminder              *self);
const CoachReminderState *coach_reminder_get_state     (CoachReminder              *self);
gint64                    coach_reminder_get_spell_us  (CoachReminder              *self);
CoachReminderHolds        coach_reminder_get_holds     (CoachReminder              *self);
gboolean                  coach_reminder_is_on_break   (CoachReminder              *self);

G_END_DECLS
