/* Between the files of CoachAutostart. */
#pragma once

#include "coach-autostart.h"

G_BEGIN_DECLS

#define COACH_AUTOSTART_TIMEOUT_MS 5000

struct _CoachAutostart
{
  GObject            parent_instance;

  GSettings         *settings;     /* (owned) (not nullable), given at construction */
  CoachPlaces       *places;       /* (owned) (not nullable), given at construction */
  CoachClock        *clock;        /* (owned) (not nullable), given at construction */
  CoachReminderLink *link;         /* (owned) (not nullable), given at construction */

  GDBusConnection   *bus;          /* (owned) (nullable): NULL where there is none */
  GCancellable      *cancellable;  /* (owned) (not nullable) */
  gboolean           is_sandboxed;

  CoachAutostartWay  way;
  gboolean           is_at_login;
  gboolean           is_busy;
  gboolean           wants_on;     /* what the change that is under way is to come to */
  char              *problem;      /* (owned) (nullable): translated */
  guint              request_id;   /* of the portal's answer; 0 when none is waited for */
  guint              n_requests;
  guint              wake_id;      /* 0 unless the reminder is coming up */
};

void coach_autostart_note_problem   (CoachAutostart *self,
                                     const char     *format,
                                     GError         *error);
void coach_autostart_end_change     (CoachAutostart *self);
void coach_autostart_start_by_bus   (CoachAutostart *self);

/* The portal, in coach-autostart-portal.c. */
void coach_autostart_ask_portal     (CoachAutostart *self);
void coach_autostart_forget_request (CoachAutostart *self);

G_END_DECLS
