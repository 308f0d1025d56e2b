#pragma once

#include "coach-app-context.h"
#include "coach-application.h"
#include "coach-keeper.h"
#include "coach-morning-question.h"
#include "coach-pack-controller.h"
#include "coach-reminder-controller.h"
#include "coach-window.h"

G_BEGIN_DECLS

struct _CoachApplication
{
  AdwApplication        parent_instance;

  CoachPlaces          *places;   /* (owned) (not nullable), given at construction */
  CoachClock           *clock;    /* (owned) (not nullable), given at construction */
  CoachKeeper          *keeper;   /* (owned) (nullable): until started */
  CoachAppContext      *context;  /* (owned) (nullable): NULL when the content cannot be read */
  CoachMorningQuestion *morning;  /* (owned) (nullable): as the context */
  CoachPackController  *packs;    /* (owned) (nullable): as the context */
  CoachReminderController *reminder; /* (owned) (nullable): as the context */
  GError               *failure;  /* (owned) (nullable): why it cannot */
  GPtrArray            *untold;   /* (owned) (not nullable): what waits for a window */
  GtkWindow            *warning_signs; /* (unowned) (nullable): weak, while it is open */
};

CoachWindow *coach_application_get_window       (CoachApplication *self);
void         coach_application_add_data_actions (CoachApplication *self);
void         coach_application_init_content     (CoachApplication *self);
void         coach_application_load_content     (CoachApplication *self);
void         coach_application_tell_untold      (CoachApplication *self);

G_END_DECLS
