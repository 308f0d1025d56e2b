#pragma once

#include <gio/gio.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachDiaryStep:
 * @movement: an id
 * @outcome: how it ended
 * @worked_s: seconds of work
 *
 * One step of a session that was done.
 */
typedef struct
{
  char             *movement;
  CoachStepOutcome  outcome;
  guint             worked_s;
} CoachDiaryStep;

/**
 * CoachDiarySession:
 * @id: (not nullable): unique
 * @began: (not nullable): local time with its offset
 * @ended: (nullable): the same; %NULL while it goes on, and when the program ended before it did
 * @routine: an id
 * @is_completed: whether it was led to its end
 * @is_half_dose: whether it was half a dose
 * @steps: (element-type CoachDiaryStep): in their order
 * @before: (nullable): the scores before it
 * @after: (nullable): right after it
 * @effort: how hard it was, 1 to 5; 0 when it was not said
 * @hour_after: (nullable): an hour after it
 * @morning: (nullable): the next morning
 * @second_morning: (nullable): the morning after that, which is asked for when the first was red
 * @hour_after_colour: valid with @hour_after
 * @morning_colour: valid with @morning
 * @second_morning_colour: valid with @second_morning
 *
 * A session that was done, as far as it was done.
 */
typedef struct
{
  char            *id;
  GDateTime       *began;
  GDateTime       *ended;
  char            *routine;
  gboolean         is_completed;
  gboolean         is_half_dose;
  GPtrArray       *steps;
  CoachPain       *before;
  CoachPain       *after;
  guint            effort;
  CoachPain       *hour_after;
  CoachPain       *morning;
  CoachPain       *second_morning;
  CoachPainColour  hour_after_colour;
  CoachPainColour  morning_colour;
  CoachPainColour  second_morning_colour;
} CoachDiarySession;

/**
 * CoachDiaryHurt:
 * @when: (not nullable): local time with its offset
 * @session: (nullable): the id of the session
 * @movement: an id
 * @state: what was answered and what followed
 *
 * One "It hurts".
 */
typedef struct
{
  GDateTime       *when;
  char            *session;
  char            *movement;
  CoachHurtsState  state;
} CoachDiaryHurt;

/**
 * CoachDiaryPack:
 * @kind: heat or cold
 * @began: (not nullable): local time with its offset
 * @length_s: how long it was on, in seconds
 *
 * One warm or cold pack.
 */
typedef struct
{
  CoachPackKind  kind;
  GDateTime     *began;
  guint          length_s;
} CoachDiaryPack;

#define COACH_TYPE_DIARY (coach_diary_get_type ())
G_DECLARE_FINAL_TYPE (CoachDiary, coach_diary, COACH, DIARY, GObject)

CoachDiary              *coach_diary_new              (CoachPlaces             *places);
gboolean                 coach_diary_load             (CoachDiary              *self,
                                                       GError                 **error);
void                     coach_diary_save_async       (CoachDiary              *self,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
gboolean                 coach_diary_save_finish      (CoachDiary              *self,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
gboolean                 coach_diary_flush            (CoachDiary              *self,
                                                       GError                 **error);

/* Oldest first, valid until the next change. */
guint                    coach_diary_get_n_checkins   (CoachDiary              *self);
const CoachCheckin      *coach_diary_get_checkin      (CoachDiary              *self,
                                                       guint                    index);
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

G_END_DECLS
