#pragma once

#include <gio/gio.h>

#include "coach-diary-records.h"
#include "coach-journal.h"

G_BEGIN_DECLS

#define COACH_TYPE_DIARY (coach_diary_get_type ())
G_DECLARE_FINAL_TYPE (CoachDiary, coach_diary, COACH, DIARY, GObject)

CoachDiary              *coach_diary_new              (CoachJournal            *journal);
gboolean                 coach_diary_load             (CoachDiary              *self,
                                                       const GDate             *today,
                                                       GError                 **error);
void                     coach_diary_clear            (CoachDiary              *self);

/* Oldest first, valid until the next change. */
guint                    coach_diary_get_n_checkins   (CoachDiary              *self);
const CoachCheckin      *coach_diary_get_checkin      (CoachDiary              *self,
                                                       guint                    index);
const char              *coach_diary_get_checkin_id   (CoachDiary              *self,
                                                       guint                    index);
void                     coach_diary_change_checkin   (CoachDiary              *self,
                                                       const char              *id,
                                                       const CoachPain         *pain);
void                     coach_diary_remove_checkin   (CoachDiary              *self,
                                                       const char              *id);
void                     coach_diary_add_checkin      (CoachDiary              *self,
                                                       GDateTime               *when,
                                                       const CoachPain         *pain);
guint                    coach_diary_get_n_sessions   (CoachDiary              *self);
const CoachDiarySession *coach_diary_get_session      (CoachDiary              *self,
                                                       guint                    index);
const CoachDiarySession *coach_diary_lookup_session   (CoachDiary              *self,
                                                       const char              *id);
char                    *coach_diary_begin_session    (CoachDiary              *self,
                                                       GDateTime               *began,
                                                       CoachPlan               *plan,
                                                       gboolean                 is_half_dose,
                                                       const CoachPain         *before);
void                     coach_diary_set_report       (CoachDiary              *self,
                                                       const char              *id,
                                                       CoachSessionReport      *report);
void                     coach_diary_end_session      (CoachDiary              *self,
                                                       const char              *id,
                                                       GDateTime               *ended,
                                                       CoachSessionReport      *report);
void                     coach_diary_set_after        (CoachDiary              *self,
                                                       const char              *id,
                                                       const CoachPain         *after,
                                                       guint                    effort);
void                     coach_diary_set_hour_after   (CoachDiary              *self,
                                                       const char              *id,
                                                       const CoachPain         *pain,
                                                       CoachPainColour          colour);
void                     coach_diary_set_morning      (CoachDiary              *self,
                                                       const char              *id,
                                                       const CoachPain         *pain,
                                                       CoachPainColour          colour);
guint                    coach_diary_get_n_hurts      (CoachDiary              *self);
const CoachDiaryHurt    *coach_diary_get_hurt         (CoachDiary              *self,
                                                       guint                    index);
void                     coach_diary_add_hurt         (CoachDiary              *self,
                                                       GDateTime               *when,
                                                       const char              *session,
                                                       const char              *movement,
                                                       const CoachHurtsState   *state);
guint                    coach_diary_get_n_packs      (CoachDiary              *self);
const CoachDiaryPack    *coach_diary_get_pack         (CoachDiary              *self,
                                                       guint                    index);
void                     coach_diary_add_pack         (CoachDiary              *self,
                                                       CoachPackKind            kind,
                                                       GDateTime               *began,
                                                       guint                    length_s);

/* What other modules ask of it. */
const CoachPain         *coach_diary_get_pain_of      (CoachDiary              *self,
                                                       GDateTime               *now);
gboolean                 coach_diary_get_last_activity (CoachDiary             *self,
                                                        GDate                  *day);
CoachRecovery            coach_diary_get_recovery     (CoachDiary              *self,
                                                       CoachCatalog            *catalog,
                                                       const GDate             *flare_since,
                                                       const GDate             *today);
const CoachDiarySession *coach_diary_find_unasked     (CoachDiary              *self,
                                                       CoachPainMoment          moment,
                                                       GDateTime               *now);
guint                    coach_diary_count_stops      (CoachDiary              *self,
                                                       const char              *movement,
                                                       const GDate             *from,
                                                       const GDate             *to);

/* What lies further back. */
void                     coach_diary_read_span_async  (CoachDiary              *self,
                                                       const GDate             *from,
                                                       const GDate             *to,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
CoachDiaryRecords       *coach_diary_read_span_finish (CoachDiary              *self,
                                                       GAsyncResult            *result,
                                                       GError                 **error);

G_END_DECLS
