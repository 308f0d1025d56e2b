#pragma once

#include <json-glib/json-glib.h>

#include "coach-diary.h"
#include "coach-stored-reader-private.h"

G_BEGIN_DECLS

/* The version of diary.json that is written. */
#define COACH_DIARY_VERSION 1

/* The lists of the file. */
#define COACH_DIARY_CHECKINS "checkins"
#define COACH_DIARY_SESSIONS "sessions"
#define COACH_DIARY_HURTS    "hurts"
#define COACH_DIARY_PACKS    "packs"

/*
 * CoachDiaryEntry:
 * @session: what the others see
 * @json: (owned) (not nullable): the same in the file, where it is changed in its place
 */
typedef struct
{
  CoachDiarySession  session;
  JsonObject        *json;
} CoachDiaryEntry;

/*
 * CoachDiaryRecords:
 *
 * What of a diary is understood, each list oldest first.
 */
typedef struct
{
  GArray    *checkins; /* (owned) (element-type CoachCheckin) */
  GPtrArray *sessions; /* (owned) (element-type CoachDiaryEntry) */
  GPtrArray *hurts;    /* (owned) (element-type CoachDiaryHurt) */
  GPtrArray *packs;    /* (owned) (element-type CoachDiaryPack) */
} CoachDiaryRecords;

void                     coach_diary_records_init           (CoachDiaryRecords       *self);
void                     coach_diary_records_clear          (CoachDiaryRecords       *self);
void                     coach_diary_records_add_checkin    (CoachDiaryRecords       *self,
                                                             GDateTime               *when,
                                                             const CoachPain         *pain);
CoachDiaryEntry         *coach_diary_records_add_session    (CoachDiaryRecords       *self,
                                                             JsonObject              *json,
                                                             const char              *id,
                                                             GDateTime               *began);
CoachDiaryHurt          *coach_diary_records_add_hurt       (CoachDiaryRecords       *self,
                                                             GDateTime               *when);
CoachDiaryPack          *coach_diary_records_add_pack       (CoachDiaryRecords       *self,
                                                             GDateTime               *began);
void                     coach_diary_session_add_step       (CoachDiarySession       *self,
                                                             const char              *movement,
                                                             CoachStepOutcome         outcome,
                                                             guint                    worked_s);

void                     coach_diary_read_json              (CoachDiaryRecords       *records,
                                                             JsonObject              *object,
                                                             CoachStoredReader       *reader);

JsonObject              *coach_diary_write_checkin          (GDateTime               *when,
                                                             const CoachPain         *pain);
JsonObject              *coach_diary_write_hurt             (const CoachDiaryHurt    *hurt);
JsonObject              *coach_diary_write_pack             (const CoachDiaryPack    *pack);
void                     coach_diary_write_pain             (JsonObject              *object,
                                                             const char              *member,
                                                             const CoachPain         *pain);
void                     coach_diary_write_judged_pain      (JsonObject              *object,
                                                             const char              *member,
                                                             const CoachPain         *pain,
                                                             CoachPainColour          colour);
void                     coach_diary_write_session          (JsonObject              *object,
                                                             const CoachDiarySession *session);

CoachDiaryRecords       *coach_diary_get_records            (CoachDiary              *self);
void                     coach_diary_append                 (CoachDiary              *self,
                                                             const char              *list,
                                                             JsonObject              *record);
void                     coach_diary_emit_changed           (CoachDiary              *self);
GDate                    coach_diary_day_of                 (GDateTime               *time);
const char              *coach_step_outcome_get_id          (CoachStepOutcome         outcome);
gboolean                 coach_step_outcome_from_id         (const char              *id,
                                                             CoachStepOutcome        *outcome);

G_END_DECLS
