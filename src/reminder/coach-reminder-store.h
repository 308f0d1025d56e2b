#pragma once

#include "coach-reminder-state.h"

G_BEGIN_DECLS

char     *coach_reminder_store_to_text   (const CoachReminderState   *state,
                                          const CoachReminderNow     *now,
                                          const char                 *boot_id,
                                          gboolean                    is_leaving);
gboolean  coach_reminder_store_from_text (const char                 *text,
                                          const CoachReminderConfig  *config,
                                          const CoachReminderNow     *now,
                                          const char                 *boot_id,
                                          CoachReminderState         *state,
                                          CoachReminderOrders        *orders,
                                          GError                    **error);

G_END_DECLS
