/* A person with a profile and a diary on a clock that a test moves. */
#pragma once

#include "coach-app-context.h"
#include "coach-manual-clock.h"

G_BEGIN_DECLS

typedef struct
{
  CoachManualClock     *clock;    /* (owned) */
  CoachProfile         *profile;  /* (owned) */
  CoachAppContext      *context;  /* (owned) */
  CoachDiary           *diary;    /* (unowned): of the context */
  CoachSession         *session;  /* (owned) (nullable): the last that was begun */
  CoachSessionRecorder *recorder; /* (owned) (nullable): of that */
} PersonFixture;

void       person_fixture_set_up        (PersonFixture   *self,
                                         gconstpointer    user_data);
void       person_fixture_tear_down     (PersonFixture   *self,
                                         gconstpointer    user_data);
void       person_fixture_advance       (PersonFixture   *self,
                                         guint            hours);
CoachPain  person_fixture_make_pain     (guint8           back,
                                         guint8           calf);
void       person_fixture_begin_session (PersonFixture   *self,
                                         const CoachPain *before);
void       person_fixture_do_session    (PersonFixture   *self,
                                         const CoachPain *before);

G_END_DECLS
