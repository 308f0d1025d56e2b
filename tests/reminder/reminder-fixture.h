/* A reminder on a clock of the test's own, and a list of all that it did. */
#pragma once

#include "coach-manual-clock.h"
#include "played-presence.h"
#include "recording-notifier.h"

G_BEGIN_DECLS

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)

/* What safety.json says. */
extern const CoachSittingNumbers reminder_fixture_numbers;

typedef struct
{
  CoachManualClock    *clock;     /* (owned) */
  CoachPresence       *presence;  /* (owned) */
  CoachNotifier       *notifier;  /* (owned) */
  CoachReminder       *reminder;  /* (owned) */
  CoachReminderConfig  config;
  GString             *told;      /* (owned): a line for each thing, "09:30:05 show …" */
  gboolean             shares_clock;
  gboolean             with_days; /* whether the day of the month comes before the time */
} ReminderFixture;

void reminder_fixture_set_up    (ReminderFixture    *fixture,
                                 gconstpointer       user_data);
void reminder_fixture_tear_down (ReminderFixture    *fixture,
                                 gconstpointer       user_data);
void reminder_fixture_restart   (ReminderFixture    *fixture,
                                 gint64              off_us,
                                 gboolean            leaves,
                                 gboolean            reboots);
void reminder_fixture_set_time  (ReminderFixture    *fixture,
                                 const char         *iso8601,
                                 GTimeZone          *zone);
void reminder_fixture_pass      (ReminderFixture    *fixture,
                                 gint64              us);
void reminder_fixture_leave     (ReminderFixture    *fixture,
                                 gint64              us);
void reminder_fixture_lock      (ReminderFixture    *fixture,
                                 gint64              us);
void reminder_fixture_press     (ReminderFixture    *fixture,
                                 const char         *id);
void reminder_fixture_expect    (ReminderFixture    *fixture,
                                 const char         *told);

G_END_DECLS
