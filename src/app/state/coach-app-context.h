#pragma once

#include <gio/gio.h>

#include "coach-autostart.h"
#include "coach-reminder-link.h"
#include "coach-sheet-look.h"
#include "coach-speaker.h"
#include "host.h"
#include "journal.h"

G_BEGIN_DECLS

#define COACH_TYPE_APP_CONTEXT (coach_app_context_get_type ())
G_DECLARE_FINAL_TYPE (CoachAppContext, coach_app_context, COACH, APP_CONTEXT, GObject)

CoachAppContext *coach_app_context_new          (CoachCatalog    *catalog,
                                                 CoachProfile    *profile,
                                                 CoachPlaces     *places,
                                                 CoachClock      *clock,
                                                 GSettings       *settings);
CoachCatalog    *coach_app_context_get_catalog  (CoachAppContext *self);
CoachProfile    *coach_app_context_get_profile  (CoachAppContext *self);
CoachDiary      *coach_app_context_get_diary    (CoachAppContext *self);
CoachJournal    *coach_app_context_get_journal  (CoachAppContext *self);
CoachPlaces     *coach_app_context_get_places   (CoachAppContext *self);
CoachClock      *coach_app_context_get_clock    (CoachAppContext *self);
GSettings       *coach_app_context_get_settings (CoachAppContext *self);
CoachPackTimer  *coach_app_context_get_pack_timer (CoachAppContext *self);
CoachReminderLink *coach_app_context_get_reminder (CoachAppContext *self);
CoachAutostart  *coach_app_context_get_autostart (CoachAppContext *self);
CoachSpeaker    *coach_app_context_get_speaker  (CoachAppContext *self);
CoachSheetLook  *coach_app_context_get_sheet_look (CoachAppContext *self);
CoachVerdict    *coach_app_context_judge        (CoachAppContext *self,
                                                 CoachMove       *move);
char            *coach_app_context_find_still   (CoachAppContext *self,
                                                 CoachMove       *move);
char            *coach_app_context_find_poster  (CoachAppContext *self,
                                                 CoachMove       *move);
char            *coach_app_context_find_routine_still  (CoachAppContext *self,
                                                        CoachRoutine    *routine);
char            *coach_app_context_find_routine_poster (CoachAppContext *self,
                                                        CoachRoutine    *routine);
CoachPlanOptions coach_app_context_get_plan_options (CoachAppContext *self);
CoachPlanOutlook coach_app_context_look_ahead   (CoachAppContext     *self,
                                                 CoachRoutine        *routine);
CoachPlan       *coach_app_context_make_plan    (CoachAppContext     *self,
                                                 CoachRoutine        *routine,
                                                 const char * const  *swap_cautions,
                                                 GError             **error);

/* What the day asks for; see [method@AppContext.refresh]. */
void                    coach_app_context_refresh      (CoachAppContext *self);
CoachScreeningDecision *coach_app_context_get_decision (CoachAppContext *self);
const CoachRecovery    *coach_app_context_get_recovery (CoachAppContext *self);
CoachTrend              coach_app_context_get_trend    (CoachAppContext *self);
const CoachTrendReport *coach_app_context_get_trend_report (CoachAppContext *self);
GPtrArray              *coach_app_context_dup_due      (CoachAppContext *self,
                                                        gboolean         is_before_session);
GDateTime              *coach_app_context_dup_now      (CoachAppContext *self);
void                    coach_app_context_get_today    (CoachAppContext *self,
                                                        GDate           *today);
char                   *coach_app_context_dup_filled   (CoachAppContext *self,
                                                        const char      *text);

G_END_DECLS
