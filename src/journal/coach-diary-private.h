/* The diary inside: its records, and their form as JSON. For the module and its tests alone. */
#pragma once

#include <json-glib/json-glib.h>

#include "coach-diary.h"
#include "coach-stored-reader-private.h"

G_BEGIN_DECLS

/* The version of the exported file that is written. */
#define COACH_DIARY_VERSION 1

/* The lists of the file. */
#define COACH_DIARY_CHECKINS "checkins"
#define COACH_DIARY_SESSIONS "sessions"
#define COACH_DIARY_HURTS    "hurts"
#define COACH_DIARY_PACKS    "packs"
#define COACH_DIARY_BREAKS   "breaks"

/* coach-diary-records.c */
void                coach_diary_session_free        (gpointer                 data);
CoachDiarySession  *coach_diary_session_copy        (const CoachDiarySession *session);
CoachDiaryStep     *coach_diary_session_add_step    (CoachDiarySession       *self,
                                                     const char              *movement,
                                                     CoachStepOutcome         outcome);
void                coach_diary_hurt_free           (gpointer                 data);
CoachDiaryHurt     *coach_diary_hurt_copy           (const CoachDiaryHurt    *hurt);
void                coach_diary_pack_free           (gpointer                 data);
CoachDiaryPack     *coach_diary_pack_copy           (const CoachDiaryPack    *pack);
void                coach_diary_break_free          (gpointer                 data);
void                coach_diary_records_add_checkin (CoachDiaryRecords       *self,
                                                     const char              *id,
                                                     GDateTime               *when,
                                                     const CoachPain         *pain);
CoachDiarySession  *coach_diary_records_add_session (CoachDiaryRecords       *self,
                                                     const char              *id,
                                                     GDateTime               *began);
CoachDiaryHurt     *coach_diary_records_add_hurt    (CoachDiaryRecords       *self,
                                                     const char              *id,
                                                     GDateTime               *when);
CoachDiaryPack     *coach_diary_records_add_pack    (CoachDiaryRecords       *self,
                                                     const char              *id,
                                                     GDateTime               *began);
CoachDiaryBreak    *coach_diary_records_add_break   (CoachDiaryRecords       *self,
                                                     const char              *id,
                                                     GDateTime               *when);

/* coach-diary-reader.c */
void                coach_diary_read_json           (CoachDiaryRecords       *records,
                                                     JsonObject              *object,
                                                     CoachStoredReader       *reader);

/* coach-diary-writer.c */
void                coach_diary_write_json          (const CoachDiaryRecords *records,
                                                     JsonObject              *object);

/* coach-diary.c */
CoachDiaryRecords  *coach_diary_get_records         (CoachDiary              *self);
void                coach_diary_keep_session        (CoachDiary              *self,
                                                     const CoachDiarySession *session);
void                coach_diary_emit_changed        (CoachDiary              *self);
CoachJournal       *coach_diary_get_journal         (CoachDiary              *self);

G_END_DECLS
