#pragma once

#include "coach-notifier.h"
#include "coach-reminder-state.h"

G_BEGIN_DECLS

void coach_reminder_words_fill (CoachNotice               *notice,
                                const CoachReminderOrders *orders,
                                const CoachReminderConfig *config,
                                gboolean                   knows_presence,
                                gboolean                   has_actions);

G_END_DECLS
