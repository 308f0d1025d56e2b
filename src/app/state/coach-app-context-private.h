#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

struct _CoachAppContext
{
  GObject                 parent_instance;

  CoachCatalog           *catalog;    /* (owned) (not nullable) */
  CoachProfile           *profile;    /* (owned) (not nullable) */
  CoachJournal           *journal;    /* (owned) (not nullable) */
  CoachDiary             *diary;      /* (owned) (not nullable) */
  CoachPlaces            *places;     /* (owned) (not nullable) */
  CoachClock             *clock;      /* (owned) (not nullable) */
  GSettings              *settings;   /* (owned) (not nullable) */
  CoachPackTimer         *pack_timer; /* (owned) (not nullable) */
  CoachReminderLink      *reminder;   /* (owned) (not nullable) */
  CoachAutostart         *autostart;  /* (owned) (not nullable) */
  CoachSpeaker           *speaker;    /* (owned) (not nullable) */
  gboolean                explains;   /* whether plans left time to explain when it was told last */

  CoachScreeningDecision *decision;   /* (owned) (not nullable) from construction on */
  CoachTrendReport       *trend;      /* (owned) (not nullable) from construction on */
  CoachRecovery           recovery;
  gboolean                is_refreshing;
  GDate                   armed_for;  /* the day after which the context looks again */
  guint                   wake_id;    /* 0 when no wake is armed */

  CoachSheetLook          sheet_look; /* as it was chosen last; empty at first */
};

void coach_app_context_begin_refreshing (CoachAppContext *self);
void coach_app_context_end_refreshing   (CoachAppContext *self);
void coach_app_context_tell_refreshed   (CoachAppContext *self);
void coach_app_context_tell_flare_ended (CoachAppContext *self);

G_END_DECLS
