#pragma once

#include "coach-reminder-link.h"

G_BEGIN_DECLS

/**
 * CoachAutostartWay:
 * @COACH_AUTOSTART_UNKNOWN: not found out yet
 * @COACH_AUTOSTART_PORTAL: the desktop's portal, from inside a sandbox
 * @COACH_AUTOSTART_SYSTEMD: a unit of the person's systemd
 * @COACH_AUTOSTART_FILE: an entry in the person's autostart folder, and the bus starts it now
 *
 * How the reminder is started at login.
 */
typedef enum
{
  COACH_AUTOSTART_UNKNOWN,
  COACH_AUTOSTART_PORTAL,
  COACH_AUTOSTART_SYSTEMD,
  COACH_AUTOSTART_FILE,
} CoachAutostartWay;

/**
 * CoachAutostartFacts:
 * @way: how it is started at login
 * @is_wanted: whether the person switched reminders on
 * @is_at_login: whether it will be started at the next login
 * @is_busy: whether a change is under way
 * @problem: (nullable): why the last change was not or only partly made, a translated sentence
 *
 * How it is with starting the reminder.
 */
typedef struct
{
  CoachAutostartWay  way;
  gboolean           is_wanted;
  gboolean           is_at_login;
  gboolean           is_busy;
  const char        *problem;
} CoachAutostartFacts;

#define COACH_TYPE_AUTOSTART (coach_autostart_get_type ())
G_DECLARE_FINAL_TYPE (CoachAutostart, coach_autostart, COACH, AUTOSTART, GObject)

CoachAutostart *coach_autostart_new       (GSettings           *settings,
                                           CoachPlaces         *places,
                                           CoachClock          *clock,
                                           CoachReminderLink   *link);
void            coach_autostart_connect   (CoachAutostart      *self,
                                           GDBusConnection     *bus,
                                           gboolean             is_sandboxed);
void            coach_autostart_look      (CoachAutostart      *self);
void            coach_autostart_switch    (CoachAutostart      *self,
                                           gboolean             on);
void            coach_autostart_get_facts (CoachAutostart      *self,
                                           CoachAutostartFacts *facts);

G_END_DECLS
