#pragma once

#include <gio/gio.h>

#include "host.h"

G_BEGIN_DECLS

/**
 * CoachReminderFacts:
 * @is_known: whether the bus has said if the reminder runs
 * @is_running: whether it does
 * @state: (nullable): what the person does, as the contract names it; %NULL until it has told
 * @holds: (nullable) (array zero-terminated=1): why no reminder would come
 * @quiet_until: the end of the quiet that was asked for, in seconds since 1970 UTC; 0 for none
 * @source: (nullable): what tells presence
 * @has_server: whether there is something that shows notifications
 * @has_spell: whether what follows is known
 * @sat_s: how long has been sat, in seconds
 * @limit_s: how long may be, in seconds
 * @is_growing: whether it grows just now
 * @stood_s: how long has been stood, in seconds
 *
 * What the reminder told last. Its texts are valid until the link changes.
 */
typedef struct
{
  gboolean             is_known;
  gboolean             is_running;
  const char          *state;
  const char * const  *holds;
  gint64               quiet_until;
  const char          *source;
  gboolean             has_server;
  gboolean             has_spell;
  guint                sat_s;
  guint                limit_s;
  gboolean             is_growing;
  guint                stood_s;
} CoachReminderFacts;

#define COACH_TYPE_REMINDER_LINK (coach_reminder_link_get_type ())
G_DECLARE_FINAL_TYPE (CoachReminderLink, coach_reminder_link, COACH, REMINDER_LINK, GObject)

CoachReminderLink *coach_reminder_link_new           (CoachClock         *clock);
void               coach_reminder_link_connect       (CoachReminderLink  *self,
                                                      GDBusConnection    *bus);
void               coach_reminder_link_get_facts     (CoachReminderLink  *self,
                                                      CoachReminderFacts *facts);
void               coach_reminder_link_begin_viewing (CoachReminderLink  *self);
void               coach_reminder_link_end_viewing   (CoachReminderLink  *self);
void               coach_reminder_link_pause         (CoachReminderLink  *self,
                                                      guint               minutes);
void               coach_reminder_link_resume        (CoachReminderLink  *self);
void               coach_reminder_link_set_standing  (CoachReminderLink  *self,
                                                      gboolean            stands);
void               coach_reminder_link_begin_break   (CoachReminderLink  *self,
                                                      const char         *kind);
void               coach_reminder_link_end_break     (CoachReminderLink  *self);
void               coach_reminder_link_set_session   (CoachReminderLink  *self,
                                                      gboolean            runs);
void               coach_reminder_link_reload        (CoachReminderLink  *self);

G_END_DECLS
