/* Between the files of CoachReminder. */
#pragma once

#include "coach-reminder.h"

G_BEGIN_DECLS

struct _CoachReminder
{
  GObject              parent_instance;

  CoachClock          *clock;       /* (owned) (not nullable), given at construction */
  CoachPresence       *presence;    /* (owned) (not nullable), given at construction */
  CoachNotifier       *notifier;    /* (owned) (not nullable), given at construction */
  CoachReminderConfig  config;

  CoachReminderState   state;
  GArray              *events;      /* (owned) (element-type CoachReminderEvent): not heeded yet */
  gboolean             is_heeding;
  gboolean             has_started;
  gboolean             watches_pause;
  guint                wake_id;     /* 0 when no wake is armed; there is never a second one */
};

void coach_reminder_read_clock (CoachReminder            *self,
                                CoachReminderNow         *now);
void coach_reminder_feed       (CoachReminder            *self,
                                const CoachReminderEvent *event);
void coach_reminder_feed_kind  (CoachReminder            *self,
                                CoachReminderEventKind    kind);

G_END_DECLS
